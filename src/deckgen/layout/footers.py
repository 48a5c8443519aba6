"""What stands in a slide's footer -> frames in the layout's own footer placeholders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.content import Paragraph, Run
from deckgen.layout.credits import tells_date
from deckgen.layout.fitting import TITLE_STEPS, small_floor, steps
from deckgen.layout.paragraphs import measure_paragraphs, measure_runs, stack
from deckgen.layout.room import Room, grown
from deckgen.layout.runs import font_of
from deckgen.pages import Field, PlacedRun, Text
from deckgen.records import replace
from deckgen.template.model import Anchor, Role
from deckgen.units import ZERO

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.layout.draft import Draft
    from deckgen.layout.paragraphs import Measured
    from deckgen.layout.surroundings import Surroundings
    from deckgen.template.model import LevelStyle, Slot

_SPARE: Final = 1.4
"""How much wider than a number its place is to be, as other fonts may be shown in it."""
_ENDLESS: Final = 20
"""A width, in that of the box, in which a number surely stands in one line."""


def place_footers(draft: Draft, page_number: int, around: Surroundings) -> Iterator[Text]:
    """Return the frames of date, footer text and slide number that the layout has places for."""
    footers = draft.slide.footers
    for slot in draft.layout.of_role(Role.FOOTER, Role.DATE, Role.NUMBER):
        match slot.role:
            case Role.FOOTER if footers.text:
                yield _text(footers.text, slot, draft, around)
            case Role.DATE if footers.date and not tells_date(draft.slide, draft.layout):
                span = draft.slide.span
                yield _text((Run(footers.date, span),), slot, draft, around)
            case Role.NUMBER if footers.number:
                yield _number(page_number, slot, draft, around)
            case _:
                pass


def _text(runs: tuple[Run, ...], slot: Slot, draft: Draft, around: Surroundings) -> Text:
    """Return a line in the layout's place, smaller where it is too long; then in more lines.

    A line that is higher than its place stays there: it is the designer's, and shows all the same.
    """
    context = around.context(draft.layout, draft.slide.language, slot)
    paragraphs = (Paragraph(runs, runs[0].span),)
    floor = small_floor(around.template.slide_size.height)
    for levels in steps(context.levels, TITLE_STEPS, floor):
        inner = context.with_levels(levels)
        measured = measure_paragraphs(paragraphs, slot.content.width, inner)
        if len(measured[0].lines) == 1:
            return _frame(slot, measured, levels)
    frame = _frame(slot, measured, levels)
    needed = frame.height + slot.body.insets.top + slot.body.insets.bottom
    room = Room(ZERO, slot.box.bottom)
    return replace(frame, box=grown(slot.box, needed, Anchor.BOTTOM, room))


def _frame(slot: Slot, measured: tuple[Measured, ...], levels: tuple[LevelStyle, ...]) -> Text:
    placed = stack(measured)
    return Text(
        box=slot.box,
        paragraphs=placed.paragraphs,
        levels=levels,
        height=placed.height,
        name=slot.name,
        slot=slot,
        body=slot.body,
        span=placed.paragraphs[0].span,
    )


def _number(page_number: int, slot: Slot, draft: Draft, around: Surroundings) -> Text:
    """Return the number in one line, even where the layout's place is too narrow for it."""
    context = around.context(draft.layout, draft.slide.language, slot)
    style = context.levels[0]
    text = str(page_number)
    run = PlacedRun(text, font_of(style), draft.slide.language, field=Field.SLIDE_NUMBER)
    paragraph = Paragraph((), draft.slide.span)
    measured = measure_runs((run,), style, slot.content.width, context, of=paragraph)
    if len(measured.lines) == 1 and measured.lines[0].width * _SPARE <= slot.content.width:
        return replace(_frame(slot, (measured,), context.levels), span=None)
    wide = measure_runs((run,), style, slot.box.width * _ENDLESS, context, of=paragraph)
    frame = _frame(slot, (wide,), context.levels)
    insets = replace(slot.body.insets, left=ZERO, right=ZERO)
    return replace(frame, body=replace(slot.body, insets=insets, wrap=False), span=None)
