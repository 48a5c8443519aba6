"""Offsets in a text, in code points -> positions as the protocol counts them, and back.

A position is a line and a number of code units from its start: of UTF-16, unless client and server
have agreed on another encoding (Language Server Protocol 3.17, "Position").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from deckgen.records import Struct
from deckgen.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable

_UNITS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


class Units(Struct, frozen=True):
    """The code units in which a client counts."""

    encoding: str = "utf-16"

    def count(self, text: str) -> int:
        """Return how many units a text has."""
        if text.isascii() or self.encoding == "utf-32":
            return len(text)
        codec, size = _UNITS[self.encoding]
        return len(text.encode(codec, "surrogatepass")) // size

    def position(self, source: Source, offset: int) -> types.Position:
        """Return the position of an offset; one behind the end is the end."""
        offset = max(0, min(offset, len(source.text)))
        line = source.line_of(offset)
        start = source.line_start(line)
        return types.Position(line, self.count(source.text[start:offset]))

    def range(self, source: Source, start: int, stop: int) -> types.Range:
        """Return the range between two offsets."""
        return types.Range(self.position(source, start), self.position(source, stop))

    def offset(self, source: Source, position: types.Position) -> int:
        """Return the offset of a position; one behind the end of its line is that end."""
        if position.line >= source.line_count:
            return len(source.text)
        start, text = source.line_start(position.line), source.line_text(position.line)
        if text.isascii() or self.encoding == "utf-32":
            return start + min(position.character, len(text))
        units = 0
        for index, letter in enumerate(text):
            if units >= position.character:
                return start + index
            units += self.count(letter)
        return start + len(text)


def changed(
    text: str, changes: Iterable[types.TextDocumentContentChangeEvent], units: Units
) -> str:
    """Return a text after the changes that a client tells of, in order."""
    for change in changes:
        if isinstance(change, types.TextDocumentContentChangePartial):
            source = Source("", text)
            start = units.offset(source, change.range.start)
            stop = max(start, units.offset(source, change.range.end))
            text = text[:start] + change.text + text[stop:]
        else:
            text = change.text
    return text
