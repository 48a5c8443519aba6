"""A layout's places for pictures -> a slide's pictures in them; and whether places show enough."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.layout.areas.regions import slot_region
from deckgen.layout.flow.content import Fragment, one_page, whole
from deckgen.layout.flow.galley import Place
from deckgen.layout.plan.model import PlannedPage
from deckgen.layout.titles.fit import title_slot
from deckgen.pages import Picture
from deckgen.records import replace
from deckgen.template.model import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.deck import LogicalSlide
    from deckgen.diagnostics import Diagnostic
    from deckgen.layout.desk import Desk
    from deckgen.layout.flow.content import Flow
    from deckgen.layout.flow.galley import Block
    from deckgen.pages import Item
    from deckgen.template.model import Layout, Slot
    from deckgen.units import Emu

_ENOUGH: Final = 0.5
"""The share of its area below the text that a picture keeps beside it, where both use the page."""


def in_slots(
    blocks: Sequence[Block], slide: LogicalSlide, layout: Layout, desk: Desk, bottom: Emu
) -> PlannedPage | None:
    """Return the page of blocks whose pictures each have a place on a layout, and their text too.

    There is none where there are too few places, or the text does not fit the one for it.
    """
    pictures = [single for block in blocks for single in block.singles()]
    text = [block for block in blocks if not block.is_pictorial]
    places = _in_reading_order(layout.of_role(Role.PICTURE))
    if not pictures or len(places) < len(pictures):
        return None
    words = _text(text, slide, layout, desk, bottom) if text else None
    if text and words is None:
        return None
    items: list[Item] = []
    told: list[Diagnostic] = []
    for block, slot in zip(pictures, places, strict=False):
        region = slot_region(slide, layout, slot, desk)
        # less what footnotes need, but not less the insets, which are for text
        box = replace(slot.box, height=region.box.bottom + slot.body.insets.bottom - slot.box.y)
        galley = block.measure(box.width, replace(region.context, height=box.height))
        items += galley.place(0, 1, Place(box, slot))
        told += galley.diagnostics
    fragments = (words,) if words is not None else ()
    return PlannedPage(layout, fragments, tuple(items), diagnostics=tuple(told))


def _in_reading_order(slots: Sequence[Slot]) -> list[Slot]:
    """Return slots row by row: what begins above the middle of another stands in no later row."""
    return sorted(slots, key=lambda slot: (round(slot.box.y / slot.box.height * 2), slot.box.x))


def _text(
    text: Sequence[Block], slide: LogicalSlide, layout: Layout, desk: Desk, bottom: Emu
) -> Fragment | None:
    bodies = layout.of_role(Role.BODY, Role.CAPTION)
    if not bodies:
        return None
    slot = max(bodies, key=lambda body: body.box.area)
    region = slot_region(slide, layout, slot, desk)
    if title_slot(layout, desk).box.y < slot.box.y:
        region = region.below(bottom)
    flow = one_page(text, region)
    return None if flow is None else whole(flow)


def shows_enough(beside: tuple[Fragment, ...], stacked: Flow) -> bool:
    """Tell whether pictures beside the text show as much as below it; one alone may show less."""
    areas = _picture_areas(beside)
    enough = _ENOUGH if len(areas) == 1 else 1.0
    return sum(areas) >= sum(_picture_areas((whole(stacked),))) * enough


def _picture_areas(fragments: tuple[Fragment, ...]) -> list[int]:
    items = (item for fragment in fragments for item in fragment.items())
    return [item.box.area for item in items if isinstance(item, Picture)]
