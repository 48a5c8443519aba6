"""What stands in a slide's footer -> frames in the layout's own footer placeholders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.content import Paragraph, Run
from deckgen.layout.fitting import fill_slot, small_floor
from deckgen.layout.paragraphs import measure_runs, stack
from deckgen.layout.runs import font_of
from deckgen.pages import Field, PlacedRun, Text
from deckgen.records import replace
from deckgen.template.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.layout.draft import Draft
    from deckgen.layout.surroundings import Surroundings
    from deckgen.template.model import Slot


def place_footers(draft: Draft, page_number: int, around: Surroundings) -> Iterator[Text]:
    """Return the frames of date, footer text and slide number that the layout has places for."""
    footers = draft.slide.footers
    for slot in draft.layout.of_role(Role.FOOTER, Role.DATE, Role.NUMBER):
        match slot.role:
            case Role.FOOTER if footers.text:
                yield _text(footers.text, slot, draft, around)
            case Role.DATE if footers.date:
                span = draft.slide.span
                yield _text((Run(footers.date, span),), slot, draft, around)
            case Role.NUMBER if footers.number:
                yield _number(page_number, slot, draft, around)
            case _:
                pass


def _text(runs: tuple[Run, ...], slot: Slot, draft: Draft, around: Surroundings) -> Text:
    context = around.context(draft.layout, draft.slide.language, slot)
    context = replace(context, floor=small_floor(around.template.slide_size.height))
    return fill_slot(
        (Paragraph(runs, runs[0].span),),
        slot,
        context,
        runs[0].span,
        around.template.slide_size.height,
    )


def _number(page_number: int, slot: Slot, draft: Draft, around: Surroundings) -> Text:
    context = around.context(draft.layout, draft.slide.language, slot)
    style = slot.levels[0]
    text = str(page_number)
    run = PlacedRun(text, font_of(style), draft.slide.language, field=Field.SLIDE_NUMBER)
    paragraph = Paragraph((), draft.slide.span)
    measured = measure_runs((run,), style, slot.content.width, context, of=paragraph)
    placed = stack((measured,))
    return Text(
        box=slot.box,
        paragraphs=placed.paragraphs,
        levels=slot.levels,
        height=placed.height,
        name=slot.name,
        slot=slot,
        body=slot.body,
        span=None,
    )
