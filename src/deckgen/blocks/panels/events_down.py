"""Events -> their galley one below the other: times, a line, and beside it what happens."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import ZERO, Emu, Piece, Rect, Stroke, Struct, replace
from deckgen.blocks.panels.events import APART, DOT
from deckgen.blocks.panels.label import needed_width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.blocks.kit import Diagnostic, Item, Place
    from deckgen.blocks.panels.events import EventTexts
    from deckgen.blocks.panels.label import SetText

BELOW_EVENT: Final = 0.7
"""The least space between events one below the other, in em."""
AIRY: Final = 1.8
"""The space between them where there is room, in em."""
WIDEST_WHEN: Final = 0.28
"""The share of the width that times may take beside what happens."""


class Down(Struct, frozen=True, dict=True):
    """Events one below the other: times, a line, and beside it what happens."""

    texts: EventTexts
    width: Emu
    fills_slot: bool = False

    @cached_property
    def when_width(self) -> Emu:
        """The width of the widest time, as far as it may be."""
        most = self.width * WIDEST_WHEN
        found = (self.texts.when(event, most) for event in self.texts.events)
        wide = (needed_width(text, self.texts.context) for text in found if text is not None)
        return min(most, max(wide, default=ZERO))

    @property
    def line_at(self) -> Emu:
        """Where the dots begin."""
        return self.when_width + self.texts.em * APART if self.when_width else ZERO

    @property
    def what_at(self) -> Emu:
        """Where what happens begins."""
        return self.line_at + self.texts.em * (DOT + APART)

    @cached_property
    def rows(self) -> tuple[tuple[SetText | None, SetText], ...]:
        """The texts of each event."""
        room = self.width - self.what_at
        when = self.when_width + Emu(1)
        return tuple(
            (self.texts.when(event, when), self.texts.what(event, room))
            for event in self.texts.events
        )

    def high(self, number: int) -> Emu:
        """Return how high an event is."""
        when, what = self.rows[number]
        return max(what.height, when.height if when is not None else ZERO)

    @property
    def reach(self) -> Emu:
        """How far to the right the widest text goes."""
        return self.what_at + max(what.width for _, what in self.rows)

    @property
    def cuts_words(self) -> bool:
        """Whether a word is too wide for its line."""
        return any(text.cuts_words for row in self.rows for text in row if text is not None)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Nothing: what is too high is told of with its page."""
        return ()

    @property
    def height(self) -> Emu:
        """How high all events are one below the other."""
        between = self.texts.em * BELOW_EVENT * (len(self.rows) - 1)
        return Emu(sum(self.high(number) for number in range(len(self.rows))) + between)

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """A piece for each event."""
        below, gap = self.texts.em * BELOW_EVENT, self.texts.context.gap
        heights = [self.high(number) for number in range(len(self.rows))]
        first, *rest = (Piece(high, below, least=high) for high in heights)
        return (replace(first, gap=gap), *rest)

    def place(self, start: int, stop: int, place: Place) -> tuple[Item, ...]:
        """Return some events, further apart where there is room."""
        return tuple(self._drawn(start, stop, place.box)) if start < stop else ()

    def _drawn(self, start: int, stop: int, box: Rect) -> Iterator[Item]:
        texts, shown = self.texts, range(start, stop)
        needed = Emu(sum(self.high(number) for number in shown))
        gaps = len(shown) - 1
        room = (box.height - needed) // gaps if gaps else ZERO
        apart = min(texts.em * AIRY, max(texts.em * BELOW_EVENT, room)) if gaps else ZERO
        apart = min(apart, max(ZERO, room))
        tops: list[Emu] = []
        y = box.y
        for number in shown:
            tops.append(y)
            y += self.high(number) + apart
        middle = texts.context.text.leading // 2
        size = texts.em * DOT
        if gaps:
            x = box.x + self.line_at + size // 2
            line = Rect(x, tops[0] + middle, ZERO, tops[-1] - tops[0])
            yield Stroke(line, texts.line, "Timeline", texts.span)
        for number, top in zip(shown, tops, strict=True):
            event, (when, what) = texts.events[number], self.rows[number]
            if when is not None:
                where = Rect(box.x, top, self.when_width + Emu(1), when.height)
                yield when.frame(where, "When", event.span)
            yield texts.dot(event, box.x + self.line_at, top + middle)
            left, width = box.x + self.what_at, self.width - self.what_at
            yield what.frame(Rect(left, top, width, what.height), "Event", event.span)
