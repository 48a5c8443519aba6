"""A slide on a layout that its author named -> its pictures in the layout's places for pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from deckgen.layout.areas.regions import below_title, slot_region
from deckgen.layout.flow.content import blocks_of, one_page, place_range
from deckgen.layout.flow.galley import Block, Pictorial, Place
from deckgen.layout.flow.paginate import Range
from deckgen.layout.plan.draft import Draft
from deckgen.layout.titles.frames import title_bottom, title_slot
from deckgen.records import replace
from deckgen.template.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckgen.deck import LogicalSlide
    from deckgen.layout.surroundings import Surroundings
    from deckgen.pages import Item
    from deckgen.template.model import Layout, Slot


def draft_in_slots(slide: LogicalSlide, layout: Layout, around: Surroundings) -> Draft | None:
    """Return the page of a slide whose pictures each have a place on its layout, and its text too.

    There is none where there are too few places, or the text does not fit the one for it.
    """
    blocks = blocks_of(slide)
    pictures = [
        single
        for block in blocks
        if block.PICTORIAL
        for single in cast("Pictorial", block).singles()
    ]
    text = [block for block in blocks if not block.PICTORIAL]
    places = _in_reading_order(layout.of_role(Role.PICTURE))
    if not pictures or len(places) < len(pictures):
        return None
    words = tuple(_text(slide, text, layout, around)) if text else ()
    if text and not words:
        return None
    shown = (
        item
        for block, slot in zip(pictures, places, strict=False)
        for item in _in_slot(slide, block, layout, slot, around)
    )
    return Draft(slide, layout, (*words, *shown))


def _in_reading_order(slots: Sequence[Slot]) -> list[Slot]:
    """Return slots row by row: what begins above the middle of another stands in no later row."""
    return sorted(slots, key=lambda slot: (round(slot.box.y / slot.box.height * 2), slot.box.x))


def _text(
    slide: LogicalSlide, text: Sequence[Block], layout: Layout, around: Surroundings
) -> Iterator[Item]:
    bodies = layout.of_role(Role.BODY, Role.CAPTION)
    if not bodies:
        return
    slot = max(bodies, key=lambda body: body.box.area)
    region = slot_region(layout, slot, slide.language, around)
    if title_slot(layout, around).box.y < slot.box.y:
        region = below_title(region, title_bottom(slide, layout, around))
    flow = one_page(text, region)
    if flow is not None:
        yield from place_range(flow, Range(0, len(flow.pieces)))


def _in_slot(
    slide: LogicalSlide, block: Block, layout: Layout, slot: Slot, around: Surroundings
) -> tuple[Item, ...]:
    region = slot_region(layout, slot, slide.language, around)
    # less what footnotes need, but not less the insets, which are for text
    bottom = region.box.bottom + slot.body.insets.bottom
    box = replace(slot.box, height=bottom - slot.box.y)
    context = replace(region.context, height=box.height)
    return block.measure(box.width, context).place(0, 1, Place(box, slot))
