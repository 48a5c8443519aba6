"""What stands in a slide's footer -> frames in the layout's own footer placeholders."""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING, Final

from deckgen.content import Paragraph, Run
from deckgen.layout.areas.free import free_area
from deckgen.layout.areas.room import Room, grown, room_around
from deckgen.layout.plan.credits import taken, tells_date
from deckgen.layout.typeset.fitting import TITLE_STEPS, report_overflow, small_floor, steps
from deckgen.layout.typeset.paragraphs import measure_paragraphs, measure_runs, stack
from deckgen.layout.typeset.runs import font_of
from deckgen.pages import Field, PlacedRun, TextFrame
from deckgen.records import replace
from deckgen.styles import Anchor
from deckgen.template.model import Role
from deckgen.units import ZERO

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.deck import LogicalSlide
    from deckgen.geometry import Rect
    from deckgen.layout.plan.draft import Draft
    from deckgen.layout.surroundings import Surroundings
    from deckgen.layout.typeset.paragraphs import SetParagraph
    from deckgen.styles import LevelStyle
    from deckgen.template.model import Layout, Slot

_SPARE: Final = 1.4
"""How much wider than a number its place is to be, as other fonts may be shown in it."""
_ENDLESS: Final = 20
"""A width, in that of the box, in which a number surely stands in one line."""


def place_footers(draft: Draft, page_number: int, around: Surroundings) -> Iterator[TextFrame]:
    """Return the frames of date, footer text and slide number that the layout has places for."""
    slide, layout = draft.slide, draft.layout
    for slot in layout.of_role(Role.FOOTER, Role.DATE, Role.NUMBER):
        if slot.role is not Role.NUMBER:
            yield from said(slot, slide, layout, around)
        elif slide.footers.number:
            yield number(page_number, slot, draft, around)


def standing(slide: LogicalSlide, layout: Layout, around: Surroundings) -> Iterator[Rect]:
    """Yield the boxes in which footers and label of a slide stand, as high as what they say."""
    yield from taken(slide, layout)
    for slot in layout.of_role(Role.FOOTER, Role.DATE):
        yield from (frame.box for frame in said(slot, slide, layout, around))


def said(
    slot: Slot, slide: LogicalSlide, layout: Layout, around: Surroundings
) -> Iterator[TextFrame]:
    """Yield the frame of what a slide says in a place for footers or dates, if anything."""
    footers = slide.footers
    runs: tuple[Run, ...] = ()
    if slot.role is Role.FOOTER:
        runs = footers.text
    elif footers.date and not tells_date(slide, layout):
        runs = (Run(footers.date, slide.span),)
    if not runs:
        return
    key = (layout.part, layout.name, slot.role, slot.box, slide.language, runs)
    found = around.footers.get(key)
    if found is None:
        found = around.footers[key] = _text(runs, slot, slide.language, layout, around)
    yield found


def _text(
    runs: tuple[Run, ...], slot: Slot, language: str, layout: Layout, around: Surroundings
) -> TextFrame:
    """Return a line in the layout's place, smaller where it is too long; then in more lines.

    Where these are higher than their place it grows, but not over what stands near it.
    """
    context = around.context(layout, language, slot)
    paragraphs = (Paragraph(runs, runs[0].span),)
    floor = small_floor(around.template.slide_size.height)
    tried: list[TextFrame] = []
    for levels in steps(context.levels, TITLE_STEPS, floor):
        inner = context.with_levels(levels)
        measured = measure_paragraphs(paragraphs, slot.content.width, inner)
        tried.append(_frame(slot, measured, levels))
        if len(measured[0].lines) == 1:
            return tried[-1]
    fitting = (frame for frame in tried if frame.height <= slot.content.height)
    frame = next(fitting, tried[-1])
    needed = frame.height + slot.body.insets.top + slot.body.insets.bottom
    room = _room(slot, layout, around)
    if needed > max(room.height, slot.box.height):
        report_overflow(context, runs[0].span, "the footer", needed, room.height)
    upper = slot.box.y * 2 < around.template.slide_size.height
    return replace(frame, box=grown(slot.box, needed, Anchor.TOP if upper else Anchor.BOTTOM, room))


def _room(slot: Slot, layout: Layout, around: Surroundings) -> Room:
    """Return how far a footer may grow: to the nearest other place, and nowhere near content."""
    size, box = around.template.slide_size, slot.box
    others = tuple(other.box for other in layout.slots if other is not slot)
    room = room_around(box, (*others, *layout.decoration), size)
    column = [one for one in others if min(one.right, box.right) > max(one.x, box.x)]
    over = any(one.y < box.y < one.bottom for one in column)
    content = ZERO if layout.first(Role.BODY) else free_area(around.template, layout).bottom
    top = box.y if over else min(box.y, max(room.top, content))
    below = any(one.y < box.bottom < one.bottom for one in column)
    return Room(top, box.bottom if below else max(box.bottom, room.bottom))


def _frame(
    slot: Slot, measured: tuple[SetParagraph, ...], levels: tuple[LevelStyle, ...]
) -> TextFrame:
    """Return the frame of a footer.

    LibreOffice takes nothing from a layout's footer that has no text: all is said again.
    """
    if not slot.prompt:
        slot = replace(slot, explicit=True)
    placed = stack(measured)
    return TextFrame(
        box=slot.box,
        paragraphs=placed.paragraphs,
        levels=levels,
        height=placed.height,
        name=slot.name,
        slot=slot,
        body=slot.body,
        span=placed.paragraphs[0].span,
    )


def number(page_number: int, slot: Slot, draft: Draft, around: Surroundings) -> TextFrame:
    """Return the number in one line, even where the layout's place is too narrow for it."""
    context = around.context(draft.layout, draft.slide.language, slot)
    style = context.levels[0]
    runs = _number_runs(page_number, style, draft.slide, around)
    paragraph = Paragraph((), draft.slide.span)
    measured = measure_runs(runs, style, slot.content.width, context, of=paragraph)
    if len(measured.lines) == 1 and measured.lines[0].width * _SPARE <= slot.content.width:
        return replace(_frame(slot, (measured,), context.levels), span=None)
    wide = measure_runs(runs, style, slot.box.width * _ENDLESS, context, of=paragraph)
    frame = _frame(slot, (wide,), context.levels)
    insets = replace(slot.body.insets, left=ZERO, right=ZERO)
    return replace(frame, body=replace(slot.body, insets=insets, wrap=False), span=None)


def _number_runs(
    page_number: int, style: LevelStyle, slide: LogicalSlide, around: Surroundings
) -> tuple[PlacedRun, ...]:
    """Return the runs of a slide's number; that of the page itself is a field, which counts on."""
    pattern = slide.footers.number
    assert pattern is not None
    blank = PlacedRun("", font_of(style), slide.language)
    runs = []
    for words, place, _, _ in Formatter().parse(pattern.text):
        if place == "n":
            runs += [replace(blank, text=words)] if words else []
            runs.append(replace(blank, text=str(page_number), field=Field.SLIDE_NUMBER))
        else:
            runs.append(replace(blank, text=words + (str(around.pages) if place else "")))
    return tuple(runs)
