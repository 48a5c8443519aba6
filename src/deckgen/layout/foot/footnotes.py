"""The lines at the foot of a slide -> a frame in a band that nothing else uses.

The band is found on each layout above its footers, and is reserved before the body is measured:
regions end above it. A layout that has a place of its own for a notice or a label keeps it there.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from deckgen.content import Paragraph
from deckgen.deck import FootnoteKind
from deckgen.geometry import Insets, Rect
from deckgen.layout.foot.band import find_band
from deckgen.layout.foot.footers import standing
from deckgen.layout.foot.look import average, colored
from deckgen.layout.typeset.fitting import report_overflow, steps
from deckgen.layout.typeset.levels import READABLE, legible, readable
from deckgen.layout.typeset.paragraphs import measure_paragraphs, stack
from deckgen.pages import TextFrame
from deckgen.records import Struct, replace
from deckgen.styles import SINGLE, Align, Anchor, BodyProperties, Spacing
from deckgen.template.model import Role
from deckgen.units import ZERO, Centipoints, Emu

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.content import Run
    from deckgen.deck import Footnote, LogicalSlide
    from deckgen.layout.flow.galley import Context
    from deckgen.layout.plan.draft import Draft
    from deckgen.layout.surroundings import Surroundings
    from deckgen.layout.typeset.paragraphs import Stack
    from deckgen.pages import Item
    from deckgen.source import Span
    from deckgen.styles import LevelStyle
    from deckgen.template.model import Layout, Slot

NAME: Final = "Footnotes"
"""What the frame is called in the selection pane, and by screen readers."""
SIZE: Final = 1000
"""The size of footnotes, in hundredths of a point, on slides of 10 by 7.5 in."""
SMALLEST: Final = 800
_USUAL_WIDTH: Final = 9_144_000
_USUAL_HEIGHT: Final = 6_858_000
_STEPS: Final = (1.0, 0.9, 0.8)
_SLOT_STEPS: Final = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4)
_GAP: Final = 0.6
"""The least distance between the body and the band, in em of the footnotes."""
_PADDING: Final = 0.5
"""How far a fill behind the band reaches beyond its text, in em, where nothing is in its way."""
_APART: Final = 0.4
"""The distance between lines that belong to a page and those that stand on all, in em."""
_STANDING: Final = frozenset((FootnoteKind.LABEL, FootnoteKind.NOTICE, FootnoteKind.COPYRIGHT))
_MODEST: Final = 0.12
"""The share of the slide's height up to which footnotes keep their size."""
_MOST: Final = 0.34
"""The share of the slide's height that footnotes may take at their smallest."""

Lines = tuple["Footnote", ...]


class Foot(Struct, frozen=True):
    """Where lines go on a layout: their frame, and the upper edge of what is kept free for it."""

    frame: TextFrame
    top: Emu


def above(box: Rect, slide: LogicalSlide, layout: Layout, around: Surroundings) -> Rect:
    """Return a box cut off where the band of the slide's footnotes begins."""
    foot = foot_of(slide.footnotes, slide, layout, around)
    if foot is None:
        return box
    band = foot.frame.box
    beside = band.right <= box.x or band.x >= box.right
    if beside or foot.top >= box.bottom or band.bottom <= box.y:
        return box
    return replace(box, height=max(ZERO, foot.top - box.y))


def place_footnotes(draft: Draft, around: Surroundings) -> Iterator[TextFrame]:
    """Return the frames of the lines that belong on a page: a label in its place, and the band.

    They come last, so that a screen reader reads them after all else.
    """
    slide, layout = draft.slide, draft.layout
    lines = tuple(line for line in slide.footnotes if _belongs(line, draft))
    labels = _apart(lines, slide, layout, around)
    if labels is not None:
        yield labels
    foot = foot_of(lines, slide, layout, around)
    if foot is not None:
        yield foot.frame


def foot_of(lines: Lines, slide: LogicalSlide, layout: Layout, around: Surroundings) -> Foot | None:
    """Return where lines of a slide go on a layout, None where there are none for the band."""
    if _apart(lines, slide, layout, around) is not None:
        lines = tuple(line for line in lines if line.kind is not FootnoteKind.LABEL)
    if not lines:
        return None
    shown = tuple(standing(slide, layout, around))
    texts = tuple((line.kind, line.runs) for line in lines)
    key = (layout.part, layout.name, slide.language, shown, texts)
    found = around.feet.get(key)
    if found is None:
        found = around.feet[key] = _Print(lines, slide, layout, around).placed(shown)
    return found


def _apart(
    lines: Lines, slide: LogicalSlide, layout: Layout, around: Surroundings
) -> TextFrame | None:
    """Return the frame of the label in the place that the layout has for it, if that holds it."""
    slot = layout.first(Role.LABEL)
    labels = tuple(line for line in lines if line.kind is FootnoteKind.LABEL)
    if slot is None or not labels:
        return None
    frame = _Print(labels, slide, layout, around).in_slot(slot)
    return frame if frame.height <= slot.content.height else None


def _belongs(line: Footnote, draft: Draft) -> bool:
    """Tell whether a page shows one of the things that a line belongs to."""
    if not line.at or draft.count == 1:
        return True
    shown = [*(run.span for run in draft.slide.title), *_places(draft.items)]
    return any(_meet(place, span) for place in line.at for span in shown)


def _places(items: tuple[Item, ...]) -> Iterator[Span]:
    for item in items:
        if isinstance(item, TextFrame):
            yield from (text.span for text in item.paragraphs if text.span is not None)
        elif item.span is not None:
            yield item.span


def _meet(one: Span, other: Span) -> bool:
    return one.source is other.source and one.start < other.stop and other.start < one.stop


class _Print:
    """Lines of small print of a slide, to be set on a layout."""

    def __init__(
        self, lines: Lines, slide: LogicalSlide, layout: Layout, around: Surroundings
    ) -> None:
        self.kinds = tuple(line.kind for line in lines)
        self.paragraphs = tuple(Paragraph(_emphasized(line), line.runs[0].span) for line in lines)
        self.span = self.paragraphs[0].span
        self.layout, self.around, self.language = layout, around, slide.language
        self.size = around.template.slide_size
        self.floor = max(Centipoints(SMALLEST), self.scaled(SMALLEST))

    def scaled(self, size: int) -> Centipoints:
        """Return a size meant for slides of 10 by 7.5 in as it is on the template's."""
        scale = min(self.size.width / _USUAL_WIDTH, self.size.height / _USUAL_HEIGHT)
        return Centipoints(round(size * scale / 100) * 100)

    def placed(self, shown: tuple[Rect, ...]) -> Foot:
        """Return where the lines go: the layout's place for a notice, or a band."""
        slot = self.layout.first(Role.NOTICE)
        if slot is not None and not any(box.intersection(slot.box).area for box in shown):
            frame = self.in_slot(slot)
            if frame.height <= slot.content.height:
                return Foot(frame, frame.box.y)
        return self.in_band(shown)

    def readable(self, slot: Slot) -> tuple[LevelStyle, ...]:
        """Return the levels of a slot, no smaller and no paler than can be read."""
        theme, backdrop = self.around.template.theme_of(self.layout), self.layout.behind(slot)
        return tuple(
            replace(
                level,
                size=max(level.size, self.floor),
                color=legible(level.color, backdrop, theme, READABLE),
            )
            for level in slot.levels
        )

    def in_slot(self, slot: Slot) -> TextFrame:
        """Return the frame of lines in a slot, at the largest size at which they fit it.

        At the smallest size they may be too high for it.
        """
        context = self.around.context(self.layout, self.language, slot)
        levels = self.readable(slot)
        found = self.stacked(slot.content.width, context.with_levels(levels))
        for smaller in steps(levels, _SLOT_STEPS, self.floor):
            if found.height <= slot.content.height:
                break
            levels = smaller
            found = self.stacked(slot.content.width, context.with_levels(levels))
        return self.text(found, levels, slot.box, slot)

    def in_band(self, shown: tuple[Rect, ...]) -> Foot:
        """Return the frame of lines in a band, as large as the slide has room for."""
        context, base = self.around.context(self.layout, self.language), self.style()
        band, height = Rect(ZERO, ZERO, ZERO, ZERO), self.size.height
        for (style,) in steps((base,), _STEPS, self.floor):
            context = context.with_levels((style,) * len(context.levels))
            band = self.band(context, shown)
            if band.height <= height * _MODEST:
                break
        shades, padding, fill = self.layout.shades(band), ZERO, None
        if readable(context.text.color, shades, context.theme) is None:
            padding = context.text.size.emu * _PADDING
            band = self.band(context, shown, padding)
            fill = average(self.layout.shades(band)) or self.layout.backdrop(band)
            shades = (fill,)
        if band.height > height * _MOST:
            what = "what stands at the foot"
            report_overflow(context, self.span, what, band.height, height * _MOST)
        placed = self.stacked(band.width - padding * 2, context)
        frame = self.text(placed, context.levels, band)
        frame = replace(frame, body=BodyProperties(_all_round(padding), Anchor.BOTTOM), fill=fill)
        frame = colored(frame, self.kinds, shades, context.theme)
        # where there is too much of it, that has been reported, and the body is none the worse
        top = max(band.y, band.bottom - height * _MOST)
        return Foot(frame, top - context.text.size.emu * _GAP)

    def band(self, context: Context, shown: tuple[Rect, ...], padding: Emu = ZERO) -> Rect:
        """Return the band that lines take with padding all around them."""

        @cache  # many places are tried, most of them of the same few widths
        def demand(width: Emu) -> Emu:
            return self.stacked(width - padding * 2, context).height + padding * 2

        return find_band(self.layout, self.around.template, shown, demand)

    def stacked(self, width: Emu, context: Context) -> Stack:
        """Return the lines below one another, those of the page apart from those of the deck."""
        measured = list(measure_paragraphs(self.paragraphs, width, context))
        for number, (above, below) in enumerate(pairwise(self.kinds), start=1):
            if (above in _STANDING) != (below in _STANDING):
                line = measured[number]
                space = Spacing(exact=context.text.size.emu * _APART)
                measured[number] = replace(line, style=replace(line.style, space_before=space))
        return stack(measured)

    def style(self) -> LevelStyle:
        """Return the style of footnotes: like the text of bodies, but small and flush left."""
        size = max(self.floor, self.scaled(SIZE))
        body = self.around.template.base_of(self.layout).body.levels[0].flush(size)
        return replace(body, bold=False, italic=False, align=Align.LEFT, line_spacing=SINGLE)

    def text(
        self, placed: Stack, levels: tuple[LevelStyle, ...], box: Rect, slot: Slot | None = None
    ) -> TextFrame:
        return TextFrame(
            box=box,
            paragraphs=placed.paragraphs,
            levels=levels,
            height=placed.height,
            name=slot.name if slot else NAME,
            slot=slot,
            body=slot.body if slot else BodyProperties(Insets(), Anchor.BOTTOM),
            span=self.span,
        )


def _all_round(padding: Emu) -> Insets:
    return Insets(padding, padding, padding, padding)


def _emphasized(line: Footnote) -> tuple[Run, ...]:
    if line.kind is not FootnoteKind.LABEL:
        return line.runs
    return tuple(replace(run, strong=True) for run in line.runs)
