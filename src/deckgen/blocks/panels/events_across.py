"""Events -> how they stand on a line across the page, which goes on below where it has to."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import ZERO, Emu, Rect, Stroke, Struct, lowered
from deckgen.blocks.panels.events import APART, DOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.blocks.kit import Item
    from deckgen.blocks.panels.events import EventTexts
    from deckgen.blocks.panels.label import SetText

NARROWEST: Final = 6.0
"""The least width of an event, in em."""
OFF_LINE: Final = 0.45
"""The space between the dots and the text above and below them, in em."""
BETWEEN: Final = 1.6
"""The least space between rows, in em: more than stands between a line and its texts."""
MOST_LINES: Final = 5
"""How many lines the text of an event has at the most where there are several rows."""
AIRY: Final = 2.4
"""The space between them where there is room, in em."""


class Across(Struct, frozen=True, dict=True):
    """Events in rows: times above a line, and below it what happens."""

    texts: EventTexts
    across: int
    """How many stand in a row."""
    width: Emu

    @property
    def pitch(self) -> Emu:
        """How far the next event of a row is."""
        return self.each + self.texts.em * APART

    @property
    def each(self) -> Emu:
        """The width of an event."""
        return (self.width - self.texts.em * APART * (self.across - 1)) // self.across

    @cached_property
    def whens(self) -> tuple[SetText | None, ...]:
        """When events happen."""
        return tuple(self.texts.when(event, self.each) for event in self.texts.events)

    @cached_property
    def whats(self) -> tuple[SetText, ...]:
        """What happens."""
        return tuple(self.texts.what(event, self.each) for event in self.texts.events)

    @property
    def is_good(self) -> bool:
        """Whether there is room for each event, and no word is cut."""
        if self.each < self.texts.em * NARROWEST:
            return False
        if len(self.rows) > 1 and any(what.lines > MOST_LINES for what in self.whats):
            return False
        parts = (text for text in (*self.whens, *self.whats) if text is not None)
        return not any(text.cuts_words for text in parts)

    @cached_property
    def rows(self) -> tuple[range, ...]:
        """The numbers of the events in each row."""
        count = len(self.whats)
        starts = range(0, count, self.across)
        return tuple(range(start, min(count, start + self.across)) for start in starts)

    @cached_property
    def above(self) -> Emu:
        """How high the times of a row are, with the space to the line."""
        high = max((text.height for text in self.whens if text is not None), default=ZERO)
        return Emu(high + self.texts.em * OFF_LINE) if high else ZERO

    def high(self, row: range) -> Emu:
        """Return how high a row is."""
        below = max(self.whats[number].height for number in row)
        return Emu(self.above + below + self.texts.em * (DOT + OFF_LINE))

    @property
    def needed(self) -> Emu:
        """How high all rows are, without what is between them."""
        return Emu(sum(map(self.high, self.rows)))

    @property
    def height(self) -> Emu:
        """How high all is at the least."""
        return self.needed + self.texts.em * BETWEEN * (len(self.rows) - 1)

    def draw(self, box: Rect) -> Iterator[Item]:
        """Yield the line of each row, and the events on it."""
        em, gaps = self.texts.em, len(self.rows) - 1
        room = (box.height - self.needed) // gaps if gaps else ZERO
        between = max(em * BETWEEN, min(em * AIRY, room)) if gaps else ZERO
        y = lowered(box, self.needed + between * gaps)
        for row in self.rows:
            yield from self._row(row, box.x, y)
            y += self.high(row) + between

    def _row(self, row: range, left: Emu, top: Emu) -> Iterator[Item]:
        """Yield the events of a row: its line leads in from the row above and on to the next."""
        texts, dot = self.texts, self.texts.em * DOT
        middle = top + self.above + dot // 2
        start = left if row.start else left + dot // 2
        end = left + self.pitch * (len(row) - 1) + self.each
        yield Stroke(Rect(start, middle, end - start, ZERO), texts.line, "Timeline", texts.span)
        for column, number in enumerate(row):
            event, x = texts.events[number], left + self.pitch * column
            when, what = self.whens[number], self.whats[number]
            if when is not None:
                y = middle - dot // 2 - texts.em * OFF_LINE - when.height
                yield when.frame(Rect(x, y, self.each, when.height), "When", event.span)
            yield texts.dot(event, x, middle)
            y = middle + dot // 2 + texts.em * OFF_LINE
            yield what.frame(Rect(x, y, self.each, what.height), "Event", event.span)
