"""The text of a diagram -> its statements, line by line, with where they start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator


class Statement(Struct, frozen=True):
    """A line without blanks at its ends, where it starts, and how far it is set in."""

    text: str
    offset: int
    indent: int


def statements(text: str) -> Iterator[Statement]:
    """Yield the lines that say something, the first, which names the kind, left out."""
    offset, is_first = 0, True
    for line in text.split("\n"):
        said = line.strip().rstrip(";")
        if said and not said.startswith("%%"):
            indent = len(line) - len(line.lstrip())
            if not is_first:
                yield Statement(said, offset + indent, indent)
            is_first = False
        offset += len(line) + 1
