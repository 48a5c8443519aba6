"""How Markdown is to be read, and the way from its letters back to where they were written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.records import Struct
from deckgen.source import Span

if TYPE_CHECKING:
    from deckgen.diagnostics import Sink
    from deckgen.passage import Passage


class Reading(Struct, frozen=True):
    """Where to report what Markdown does not mean, and whether line ends in it are kept."""

    sink: Sink
    keeps_breaks: bool = False


class InlineSource(Struct, frozen=True):
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
        before = self.content[:position]
        number, line = before.count("\n"), before.rpartition("\n")[2]
        starts = self.passage.starts
        if self.first + number >= len(starts):
            return None
        source = self.passage.span.source
        begin = starts[self.first + number]
        end = source.line_start(source.line_of(begin)) + len(
            source.line_text(source.line_of(begin))
        )
        text = self.content.split("\n", number + 1)[number].rstrip()
        if self.after:
            at = source.text.find(text, max(begin, self.after), end)
        else:
            at = source.text.rfind(text, begin, end)
        return None if at < 0 else at + len(line)
