"""Events of a timeline -> their texts, and how their dots and the line look, at a size."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import (
    Emu,
    Geometry,
    Outline,
    Rect,
    Shape,
    Struct,
    Tone,
    mix,
    pt,
    shade_read_on,
)
from deckgen.blocks.panels.label import (
    body_levels,
    joined_labels,
    label,
    line_label,
    plain_style,
)
from deckgen.blocks.panels.look import in_tone

if TYPE_CHECKING:
    from deckgen.blocks.kit import Color, Context, Span
    from deckgen.blocks.panels.label import SetText
    from deckgen.blocks.timeline import Event

APART: Final = 1.0
"""The space between texts side by side, in em."""
DOT: Final = 0.62
"""The diameter of a dot, in em."""
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
