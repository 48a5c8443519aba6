"""The text of a diagram -> its statements, line by line, with where they start."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

_END: Final = r"((?:#\w+;|[^;])*)(;|$)"
"""What stands before a semicolon that ends a statement, and not the name of a character."""


class Statement(Struct, frozen=True):
    """A line without blanks at its ends, where it starts, and how far it is set in."""

    text: str
    offset: int
    indent: int


def statements(text: str, *, divided: bool = False) -> Iterator[Statement]:
    """Yield the lines that say something, the first, which names the kind, left out.

    Where statements are `divided`, semicolons end them, too.
    """
    offset, is_first = 0, True
    for line in text.split("\n"):
        if line.strip() and not line.lstrip().startswith("%%"):
            if not is_first:
                yield from _in_line(line, offset, divided)
            elif divided and ";" in line:
                head = line.index(";") + 1
                yield from _in_line(" " * head + line[head:], offset, divided)
            is_first = False
        offset += len(line) + 1


def _in_line(line: str, offset: int, divided: bool) -> Iterator[Statement]:
    indent = len(line) - len(line.lstrip())
    if not divided:
        yield Statement(line.strip().rstrip(";"), offset + indent, indent)
        return
    for match in re.finditer(_END, line):
        said = match[1].strip()
        if said:
            start = match.start(1) + len(match[1]) - len(match[1].lstrip())
            yield Statement(said, offset + start, indent)
