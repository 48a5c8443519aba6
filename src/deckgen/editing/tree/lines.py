"""A text -> its lines with their indentation, and what starts on one."""

from __future__ import annotations

from typing import Final

from deckgen.patterns import lazy
from deckgen.records import Struct

_KEY: Final = lazy(
    r"""("(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*'|(?![\[\]{}"'#|>@`%&*!]|[-?](?:[ \t\r]|$))[^\n:]*+"""
    r"(?::(?![ \t\r]|$)[^\n:]*+)*)[ \t]*:(?=[ \t\r]|$)",
)
"""A key up to its colon, at the place where it starts in a line of its own."""
_COMMENT: Final = (" #", "\t#")
BLANKS: Final = " \t\r"
"""What is no letter in YAML, as other blanks are."""


class SourceLine(Struct):
    """A line: where it starts and stops, and the column of what is written in it.

    The column moves to the right where what stands before it was read: a dash.
    """

    start: int
    column: int
    stop: int

    @property
    def first(self) -> int:
        """Where what is written starts."""
        return self.start + self.column


def lines_of(text: str) -> list[SourceLine]:
    """Return the lines that say something: neither blank ones, nor comments."""
    found: list[SourceLine] = []
    start = 0
    for written in text.split("\n"):
        said = written.strip(BLANKS)
        if said and said[0] != "#" and said != "---":
            column = len(written) - len(written.lstrip(BLANKS))
            found.append(SourceLine(start, column, start + len(written.rstrip(BLANKS))))
        start += len(written) + 1
    return found


def is_dash(text: str, line: SourceLine) -> bool:
    """Tell whether a line starts with the dash of an item."""
    at = line.first
    return text[at : at + 1] == "-" and (at + 1 >= line.stop or text[at + 1] in " \t")


def key_end(text: str, line: SourceLine) -> int | None:
    """Return where the key of a line ends, None where it has none."""
    found = _KEY.match(text[line.first : line.stop])
    if found is None or any(sign in found[1] for sign in _COMMENT):
        return None
    return line.first + len(found[1].rstrip(BLANKS))


def without_comment(text: str, start: int, stop: int) -> int:
    """Return where a plain text that starts at an offset ends, before a comment in its line."""
    places = [text.find(sign, start, stop) for sign in _COMMENT]
    end = min((place for place in places if place >= 0), default=stop)
    return start + len(text[start:end].rstrip(BLANKS))
