"""The content of a slide and a template -> the regions that blocks flow through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.geometry import Insets, Rect
from deckgen.layout.free import free_area
from deckgen.records import Struct, replace
from deckgen.template.model import BodyProperties, Role
from deckgen.units import ZERO

if TYPE_CHECKING:
    from deckgen.layout.flow import Context
    from deckgen.layout.surroundings import Surroundings
    from deckgen.template.model import Layout, Slot
    from deckgen.units import Emu


class Region(Struct, frozen=True):
    """A part of a layout for content: its box less insets, and the slot that it is, if it is one.

    `context` is that of its text at the template's own size.
    """

    layout: Layout
    box: Rect
    slot: Slot | None
    context: Context


def body_region(layout: Layout, language: str, around: Surroundings) -> Region:
    """Return the region of a layout's largest body, or of its free area where it has none."""
    bodies = layout.of_role(Role.BODY)
    if bodies:
        return slot_region(layout, max(bodies, key=lambda slot: slot.box.area), language, around)
    return free_region(layout, free_area(around.template, layout), language, around)


def slot_region(layout: Layout, slot: Slot, language: str, around: Surroundings) -> Region:
    """Return the region of a slot."""
    return Region(layout, slot.content, slot, around.context(layout, language, slot))


def free_region(layout: Layout, box: Rect, language: str, around: Surroundings) -> Region:
    """Return the region of a free area, whose text looks like that of the template's bodies."""
    like = replace(around.template.base_of(layout).body, background=layout.ground(box))
    context = around.context(layout, language, like)
    context = replace(context, height=box.height, body=BodyProperties(Insets()))
    return Region(layout, box, None, context)


def column_regions(layout: Layout, language: str, around: Surroundings) -> tuple[Region, ...]:
    """Return the regions of a layout's bodies that stand side by side, from left to right."""
    bodies = sorted(layout.of_role(Role.BODY), key=lambda slot: slot.box.x)
    return tuple(slot_region(layout, slot, language, around) for slot in bodies)


def below_title(region: Region, bottom: Emu) -> Region:
    """Return a region that starts below a title that had to grow into it."""
    lowered = bottom - region.box.y
    if lowered <= 0:
        return region
    height = max(ZERO, region.box.height - lowered)
    return replace(region, box=Rect(region.box.x, bottom, region.box.width, height))
