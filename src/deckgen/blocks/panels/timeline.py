"""Events -> the galley of a line with dots: across, or down and over further pages."""

from __future__ import annotations

from functools import cached_property, partial
from itertools import islice
from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import (
    ZERO,
    Emu,
    Geometry,
    Outline,
    Piece,
    Rect,
    Shape,
    Stroke,
    Struct,
    Tone,
    lowered,
    mix,
    pt,
    replace,
    shade_read_on,
)
from deckgen.blocks.panels.fitted import FittedGalley, at_sizes
from deckgen.blocks.panels.label import (
    body_levels,
    joined_labels,
    label,
    line_label,
    needed_width,
    plain_style,
)
from deckgen.blocks.panels.look import in_tone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.blocks.kit import Color, Context, Diagnostic, Item, Place, Span
    from deckgen.blocks.panels.label import SetText
    from deckgen.blocks.timeline import Event, Timeline

MOST_ACROSS: Final = 6
LARGE_SIZES: Final = 3
"""How many sizes of text are tried across before events stand one below the other."""
SLIGHTLY_SMALLER: Final = 2
"""The same where all of them have room on the page one below the other."""
NARROWEST: Final = 6.0
"""The least width of an event on a line across, in em."""
APART: Final = 1.0
"""The space between texts side by side, in em."""
DOT: Final = 0.62
"""The diameter of a dot, in em."""
OFF_LINE: Final = 0.45
"""The space between the dots and the text above and below them, in em."""
BELOW_EVENT: Final = 0.7
"""The least space between events one below the other, in em."""
AIRY: Final = 1.8
"""The space between them where there is room, in em."""
WIDEST_WHEN: Final = 0.28
"""The share of the width that times may take beside what happens."""
LINE: Final = pt(2)
BODY: Final = 0.85
"""The size of what is said of an event as a share of that of its name."""
PALE: Final = 0.55
"""How much of the background the line has."""
SEEN: Final = 3.0


class EventTexts(Struct, frozen=True, dict=True):
    """The text of events, and how they look, at a size."""

    events: tuple[Event, ...]
    context: Context
    span: Span

    @property
    def em(self) -> Emu:
        """The size of text."""
        return self.context.text.size.emu

    @property
    def accent(self) -> Color:
        """The colour of dots."""
        tone = in_tone(Tone.NEUTRAL, self.context)
        return shade_read_on(tone, self.context.background, SEEN)

    @property
    def line(self) -> Outline:
        """What the line looks like."""
        return Outline(mix(self.accent, self.context.background, PALE), LINE)

    def when(self, event: Event, width: Emu) -> SetText | None:
        """Return when an event happens."""
        if event.when is None or not event.when.runs:
            return None
        color = shade_read_on(in_tone(Tone.NEUTRAL, self.context), self.context.background)
        style = plain_style(self.context, bold=True, color=color)
        return line_label(event.when.runs, style, width, self.context, event.span)

    def what(self, event: Event, width: Emu) -> SetText:
        """Return what happens, and what is said of it."""
        style = plain_style(self.context, bold=any(each.body for each in self.events))
        head = line_label(event.what.runs, style, width, self.context, event.span)
        if event.body is None or not event.body.paragraphs:
            return head
        levels = body_levels(self.context, BODY)
        said = label(event.body.paragraphs, levels, width, self.context)
        return joined_labels(head, said) or head

    def dot(self, event: Event, x: Emu, middle: Emu) -> Shape:
        """Return the dot of an event: filled where it has happened, or where that is not told."""
        size = self.em * DOT
        told = any(each.done for each in self.events)
        fill = self.accent if event.done or not told else self.context.background
        box = Rect(x, middle - size // 2, size, size)
        return Shape(box, Geometry.ELLIPSE, fill, Outline(self.accent, LINE), "Dot", event.span)


class Across(Struct, frozen=True, dict=True):
    """Events side by side: times above a line, and below it what happens."""

    texts: EventTexts
    width: Emu

    @property
    def each(self) -> Emu:
        """The width of an event."""
        count = len(self.texts.events)
        return (self.width - self.texts.em * APART * (count - 1)) // count

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
        parts = (text for text in (*self.whens, *self.whats) if text is not None)
        wide = self.each >= self.texts.em * NARROWEST
        return wide and not any(text.cuts_words for text in parts)

    @property
    def above(self) -> Emu:
        """How high the times are, with the space to the line."""
        high = max((text.height for text in self.whens if text is not None), default=ZERO)
        return Emu(high + self.texts.em * OFF_LINE) if high else ZERO

    @property
    def height(self) -> Emu:
        """How high all is."""
        below = max(text.height for text in self.whats)
        return Emu(self.above + below + self.texts.em * (DOT + OFF_LINE))

    def draw(self, box: Rect) -> Iterator[Item]:
        """Yield the line, and each event on it."""
        texts, top = self.texts, lowered(box, self.height)
        dot = texts.em * DOT
        middle = top + self.above + dot // 2
        line = Rect(box.x + dot // 2, middle, self.width - dot // 2, ZERO)
        yield Stroke(line, texts.line, "Timeline", texts.span)
        for number, event in enumerate(texts.events):
            x = box.x + (self.each + texts.em * APART) * number
            when, what = self.whens[number], self.whats[number]
            if when is not None:
                y = middle - dot // 2 - texts.em * OFF_LINE - when.height
                yield when.frame(Rect(x, y, self.each, when.height), "When", event.span)
            yield texts.dot(event, x, middle)
            y = middle + dot // 2 + texts.em * OFF_LINE
            yield what.frame(Rect(x, y, self.each, what.height), "Event", event.span)


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


def timeline_galley(timeline: Timeline, width: Emu, context: Context) -> FittedGalley | Down:
    """Return events across the width where they fit, else one below the other.

    So they are as well where they would be a good deal smaller across, and the page has room.
    """
    events = timeline.events
    down = Down(EventTexts(events, context, timeline.span), width)
    if len(events) > MOST_ACROSS:
        return down
    sizes = islice(at_sizes(context), LARGE_SIZES)
    ways = [partial(Across, EventTexts(events, inner, timeline.span), width) for inner in sizes]
    across = FittedGalley(tuple(ways), context, timeline.span, "events")
    if across.cuts_words or across.least > context.height:
        return down
    room = context.height if context.left is None else min(context.left, context.height)
    large = replace(across, ways=across.ways[:SLIGHTLY_SMALLER])
    is_small = large.cuts_words or large.least > context.height
    return down if is_small and not down.cuts_words and down.height <= room else across
