"""How Markdown is to be read, and the way from its letters back to where they were written."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, Final

from deckgen.records import Struct, field
from deckgen.source import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from deckgen.diagnostics import Sink
    from deckgen.passage import Passage

WIDE_SIGNS: Final = ("＊＊", "［", "］", "（http")
"""What lines hold that are written in wide signs where Markdown has those of ASCII."""


class Reading(Struct, frozen=True):
    """Where to report what Markdown does not mean, and whether line ends in it are kept.

    `fill` returns the text that a variable stands for, by what is in the braces behind `$` and the
    place of that, and the place of its value; None where it reports that there is none.
    """

    sink: Sink
    keeps_breaks: bool = False
    macros: Mapping[str, str] = field(default_factory=dict)
    """What commands of formulas stand for, by their names."""
    fill: Callable[[str, Span], tuple[str, Span] | None] | None = None


class InlineSource(Struct, frozen=True, dict=True):
    """Inline Markdown, `content`, whose first line is line `first` of a passage, at a span.

    The parser has taken away what stands before and after it on its lines, and for a cell of a
    table what stands in other columns: `after` is the offset in the source behind the cell before.
    """

    passage: Passage
    content: str
    first: int
    span: Span
    after: int = 0

    def place(self, start: int, stop: int) -> Span:
        """Return where a part of the content is written; all of it where that is not to be told."""
        found = self.offset(start), self.offset(stop)
        if found[0] is None or found[1] is None or found[0] > found[1]:
            return self.span
        return self.span.source.span(found[0], found[1])

    def offset(self, position: int) -> int | None:
        """Return the offset in the source of a position in the content, if it can be told."""
        number = bisect_right(self._lines, position) - 1
        start = self._written(number)
        return None if start is None else start + position - self._lines[number]

    @cached_property
    def _lines(self) -> tuple[int, ...]:
        """Where each line of the content starts."""
        return (0, *(match.end() for match in re.finditer("\n", self.content)))

    @cached_property
    def _known(self) -> dict[int, int | None]:
        return {}

    def _written(self, number: int) -> int | None:
        """Return where a line of the content is written, without what the parser took away."""
        if number not in self._known:
            self._known[number] = self._sought(number)
        return self._known[number]

    def _sought(self, number: int) -> int | None:
        starts = self.passage.starts
        if self.first + number >= len(starts):
            return None
        source = self.passage.span.source
        begin = starts[self.first + number]
        line = source.line_of(begin)
        end = source.line_start(line) + len(source.line_text(line))
        start = self._lines[number]
        stop = self.content.find("\n", start)
        text = self.content[start : stop if stop >= 0 else None].rstrip()
        if self.after:
            at = source.text.find(text, max(begin, self.after), end)
        else:
            at = source.text.rfind(text, begin, end)
        return None if at < 0 else at
