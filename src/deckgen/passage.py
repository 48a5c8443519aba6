"""A text taken out of a source, with the way back from its lines to where they were written."""

from __future__ import annotations

from deckgen.records import Struct
from deckgen.source import Span


class Passage(Struct, frozen=True):
    """A text and its place. `starts` has the source offset of each line of the text.

    Where the text differs from what was written (folded or escaped scalars), `starts` is empty and
    every part of the text maps to the whole span: a wide place rather than a wrong one.
    """

    text: str
    span: Span
    starts: tuple[int, ...] = ()

    def lines(self, first: int, stop: int) -> Span:
        """Return the place of the lines from `first` up to, and not including, `stop`.

        Indentation before the first line and white space after the last are left out.
        """
        if not 0 <= first < stop <= len(self.starts):
            return self.span
        source = self.span.source
        start = self.starts[first]
        last = source.line_of(self.starts[stop - 1])
        written = source.line_text(last).rstrip()
        end = min(self.span.stop, source.line_start(last) + len(written))
        while start < end and source.text[start] in " \t":
            start += 1
        return Span(source, start, max(start, end))

    def find(self, part: str, within: Span) -> Span:
        """Return the place of a part of the text within a span, or the span where it is not found.

        A part that was written with escapes or entities is not found.
        """
        at = within.source.text.find(part, within.start, within.stop) if part else -1
        return Span(within.source, at, at + len(part)) if at >= 0 else within
