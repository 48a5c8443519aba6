"""A quotation on a layout that is made for one -> its words and author in their places."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from deckgen.layout.areas.regions import slot_region
from deckgen.layout.flow.content import blocks_of
from deckgen.layout.flow.galley import Quoted
from deckgen.layout.plan.draft import Draft
from deckgen.layout.typeset.fitting import SLIGHT_STEPS, fit
from deckgen.pages import TextFrame
from deckgen.template.model import Role

if TYPE_CHECKING:
    from deckgen.content import Paragraph
    from deckgen.deck import LogicalSlide
    from deckgen.layout.surroundings import Surroundings
    from deckgen.template.model import Layout, Slot


def draft_quotation(slide: LogicalSlide, layout: Layout, around: Surroundings) -> Draft | None:
    """Return the page of a slide of nothing but a quotation; None where its places are too small.

    Such layouts have their own way to mark the words, so that there is no bar beside them.
    """
    block = cast("Quoted", blocks_of(slide)[0])
    quote, author = layout.first(Role.QUOTE), layout.first(Role.AUTHOR)
    if quote is None or (author is None and block.author()):
        return None
    items = [_filled(slide, block.words(), layout, quote, around)]
    if author is not None and block.author():
        items.append(_filled(slide, block.author(), layout, author, around))
    found = tuple(item for item in items if item is not None)
    return Draft(slide, layout, found) if len(found) == len(items) else None


def _filled(
    slide: LogicalSlide,
    paragraphs: tuple[Paragraph, ...],
    layout: Layout,
    slot: Slot,
    around: Surroundings,
) -> TextFrame | None:
    region = slot_region(layout, slot, slide.language, around)
    if not paragraphs or region.box != slot.content:  # lines at the foot reach into the slot
        return None
    fitted = fit(paragraphs, slot, region.context, slot.content.height, SLIGHT_STEPS)
    if fitted.height > slot.content.height:
        return None
    return TextFrame(
        box=slot.box,
        paragraphs=fitted.stack.paragraphs,
        levels=fitted.levels,
        height=fitted.height,
        name=slot.name,
        slot=slot,
        body=slot.body,
        span=slide.content[0].span,
    )
