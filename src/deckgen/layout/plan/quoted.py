"""A quotation on a layout that is made for one -> its words and author in their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.layout.areas.regions import slot_region
from deckgen.layout.plan.model import PlannedPage
from deckgen.layout.typeset.fitting import SLIGHT_STEPS, fits, largest
from deckgen.layout.typeset.paragraphs import measure_paragraphs
from deckgen.pages import TextFrame
from deckgen.template.model import Role

if TYPE_CHECKING:
    from deckgen.content import Paragraph
    from deckgen.deck import LogicalSlide
    from deckgen.layout.desk import Desk
    from deckgen.layout.flow.galley import Said
    from deckgen.template.model import Layout, Slot


def quoted_page(said: Said, slide: LogicalSlide, layout: Layout, desk: Desk) -> PlannedPage | None:
    """Return the page of a slide of nothing but a quotation; None where its places are too small.

    Such layouts have their own way to mark the words, so that there is no bar beside them.
    """
    quote, author = layout.first(Role.QUOTE), layout.first(Role.AUTHOR)
    if quote is None or (author is None and said.author):
        return None
    items = [_filled(slide, said.words, layout, quote, desk)]
    if author is not None and said.author:
        items.append(_filled(slide, said.author, layout, author, desk))
    found = tuple(item for item in items if item is not None)
    return PlannedPage(layout, items=found) if len(found) == len(items) else None


def _filled(
    slide: LogicalSlide, paragraphs: tuple[Paragraph, ...], layout: Layout, slot: Slot, desk: Desk
) -> TextFrame | None:
    region, room = slot_region(slide, layout, slot, desk), slot.content
    if not paragraphs or region.box != room:  # lines at the foot reach into the slot
        return None
    context = region.context.with_levels(slot.levels)
    tries = fits(
        context,
        SLIGHT_STEPS,
        context.floor,
        lambda inner: measure_paragraphs(paragraphs, room.width, inner),
    )
    fitted = largest(tries, lambda tried: tried.height <= room.height)
    if fitted is None:
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
