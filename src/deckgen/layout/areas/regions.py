"""The content of a slide and a template -> the regions that blocks flow through."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.geometry import Insets, Rect
from deckgen.layout.areas.free import free_area
from deckgen.layout.plan.credits import has_foot
from deckgen.records import Struct, replace
from deckgen.styles import BodyProperties
from deckgen.template.model import Role
from deckgen.units import ZERO

if TYPE_CHECKING:
    from deckgen.layout.flow.galley import Context
    from deckgen.layout.surroundings import Surroundings
    from deckgen.template.model import Layout, Slot
    from deckgen.units import Emu


_COLUMN_GAP: Final = 0.04
"""The gap between columns, as a share of both with it."""
_WIDE_ENOUGH: Final = 1.2


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
    bodies = layout.of_role(Role.BODY, Role.QUOTE)
    if bodies:
        return slot_region(layout, max(bodies, key=lambda slot: slot.box.area), language, around)
    return free_region(layout, free_area(around.template, layout), language, around)


def slot_region(layout: Layout, slot: Slot, language: str, around: Surroundings) -> Region:
    """Return the region of a slot."""
    box = _above_footnotes(slot.box, layout, around).inset(slot.body.insets)
    return Region(layout, box, slot, around.context(layout, language, slot))


def free_region(layout: Layout, box: Rect, language: str, around: Surroundings) -> Region:
    """Return the region of a free area, whose text looks like that of the template's bodies."""
    box = _above_footnotes(box, layout, around)
    like = replace(around.template.base_of(layout).body, background=layout.backdrop(box))
    context = around.context(layout, language, like)
    context = replace(context, height=box.height, body=BodyProperties(Insets()))
    return Region(layout, box, None, context)


def _above_footnotes(box: Rect, layout: Layout, around: Surroundings) -> Rect:
    """Return a box less what the lines at the foot of the slide need."""
    if around.footed is None or not has_foot(around.footed, layout):
        return box
    from deckgen.layout.foot.footnotes import above

    return above(box, around.footed, layout, around)


def column_regions(layout: Layout, language: str, around: Surroundings) -> tuple[Region, ...]:
    """Return the regions of a layout's bodies that stand side by side, from left to right."""
    bodies = sorted(layout.of_role(Role.BODY), key=lambda slot: slot.box.x)
    return tuple(slot_region(layout, slot, language, around) for slot in bodies)


def halves(region: Region, text_first: bool) -> tuple[Region, ...]:
    """Return the columns of a region that is wide enough for two; that for text keeps the slot."""
    box = region.box
    if box.width < box.height * _WIDE_ENOUGH:
        return ()
    columns = box.columns((1, 1), box.width * _COLUMN_GAP)
    return tuple(
        replace(region, box=column, slot=region.slot if first is text_first else None)
        for column, first in zip(columns, (True, False), strict=True)
    )


def below_title(region: Region, bottom: Emu) -> Region:
    """Return a region that starts below a title that had to grow into it."""
    lowered = bottom - region.box.y
    if lowered <= 0:
        return region
    height = max(ZERO, region.box.height - lowered)
    return replace(region, box=Rect(region.box.x, bottom, region.box.width, height))
