"""A box on a layout and what stands around it -> how far it may grow, and the box grown."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from deckgen.geometry import Rect, largest_free
from deckgen.records import Struct, replace
from deckgen.styles import Anchor
from deckgen.units import ZERO, Emu

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckgen.geometry import Size
    from deckgen.template.model import Layout, Panel, Slot

_MARGIN: Final = 0.03
"""What is kept free at the edges of a slide, as a share of its height."""
_CARD: Final = 0.6
"""The share of the slide from which a panel is no band but the backdrop of everything."""

_FITTING: Final = 2.5
"""How much higher than a place a frame is at the most that is made for it."""
_EDGE: Final = 0.125
"""What text that grows keeps free before the edge of a surface, in em."""


class Room(Struct, frozen=True):
    """How far up and down a box may reach."""

    top: Emu
    bottom: Emu

    @property
    def height(self) -> Emu:
        """The height of the room."""
        return self.bottom - self.top


ANYWHERE: Final = Room(Emu(-(1 << 40)), Emu(1 << 40))


@lru_cache(maxsize=256)
def room_around(box: Rect, blocked: tuple[Rect, ...], size: Size) -> Room:
    """Return the room above and below a box: up to what blocks its column, or to the margins.

    What a box overlaps already is not in its way where it is in the middle of the box. Slides on
    one layout mostly ask the same.
    """
    margin = size.height * _MARGIN
    top, bottom = min(box.y, margin), max(box.bottom, size.height - margin)
    middle = box.y + box.height // 2
    for other in blocked:
        if min(other.right, box.right) <= max(other.x, box.x):
            continue
        if other.bottom <= middle:
            top = max(top, other.bottom)
        elif other.y >= middle:
            bottom = min(bottom, other.y)
    return Room(top, bottom)


@lru_cache(maxsize=64)
def band_of(box: Rect, panels: tuple[Panel, ...], size: Size) -> Room | None:
    """Return the room of the panel on which a box stands, None where it stands on none.

    It is asked for each title anew, and a template has few places for titles.
    """
    for panel in reversed(panels):
        on_it = panel.box.intersection(box).area * 2 >= box.area
        if on_it and panel.is_seen and panel.box.area < size.area * _CARD:
            return Room(panel.box.y, panel.box.bottom)
    return None


def frame_of(box: Rect, panels: tuple[Panel, ...], size: Size) -> Room | None:
    """Return the room of the panel or frame that holds a box and is made for it, None without one.

    A frame is but an outline, or a picture; one that is much higher holds other things as well.
    """
    for panel in reversed(panels):
        holds = panel.box.contains(box) and panel.box.height <= box.height * _FITTING
        if holds and not panel.is_seen and panel.box.area < size.area * _CARD:
            return Room(panel.box.y, panel.box.bottom)
    return band_of(box, panels, size)


def surfaces_off(slot: Slot, layout: Layout) -> tuple[Rect, ...]:
    """Return what content stands on and a place does not: text across an edge is hard to read.

    Where that begins within the place, the place ends there if that leaves it a line.
    """
    panels, box = layout.panels, slot.box
    return tuple(
        _with_edge(panel.box, slot)
        for at, panel in enumerate(panels)
        if panel.box not in layout.decoration
        and panel.box.intersection(box).area * 2 < box.area
        and not any(later.box.contains(panel.box) for later in panels[at + 1 :])
        and _is_told_from(panel, box, layout)
    )


def _is_told_from(panel: Panel, box: Rect, layout: Layout) -> bool:
    """Tell whether a panel looks otherwise than what is behind the part of a box that is off it."""
    if panel.color is None or layout.paint is None:
        return True
    above, below = max(ZERO, panel.box.y - box.y), max(ZERO, box.bottom - panel.box.bottom)
    off = replace(box, height=min(box.height, above))
    if below > above:
        off = replace(box, y=max(box.y, panel.box.bottom), height=min(box.height, below))
    return panel.color.rgb not in {shade.rgb for shade in layout.shades(off)}


def _with_edge(surface: Rect, slot: Slot) -> Rect:
    """Return a surface and what is kept free before its edge, as far as that is not the place's."""
    first = slot.levels[0]
    if surface.y < slot.content.y + first.leading:
        return replace(surface, y=max(surface.y, slot.box.bottom))
    apart = max(surface.y - first.size.emu * _EDGE, min(surface.y, slot.box.bottom))
    return replace(surface, y=apart, height=surface.bottom - apart)


def rules_around(content: Rect, drawn: Iterable[Rect]) -> tuple[Rect, ...]:
    """Return which of the lines that are drawn are above and below a content, not through it."""
    return tuple(
        rule
        for rule in drawn
        if content.intersection(replace(rule, y=content.y)).width > 0
        and not content.y < rule.y < content.bottom
    )


def grown(box: Rect, height: Emu, anchor: Anchor, room: Room) -> Rect:
    """Return a box that is at least of a height, grown to where its text leaves room.

    Text at the top of its box lets it grow down first, text at the bottom up. What the room does
    not hold goes over its lower edge.
    """
    more = max(ZERO, height - box.height)
    above, below = max(ZERO, box.y - room.top), max(ZERO, room.bottom - box.bottom)
    match anchor:
        case Anchor.TOP:
            up = min(above, max(ZERO, more - below))
        case Anchor.BOTTOM:
            up = min(above, more)
        case Anchor.MIDDLE:
            up = min(above, max(more // 2, more - below))
    return Rect(box.x, box.y - up, box.width, box.height + more)


def is_low(title: Rect, size: Size) -> bool:
    """Tell whether the place of a title is in the lower half of the slide: content is above it."""
    return title.y * 2 > size.height


def beside_content(room: Room, title: Rect, size: Size) -> Room:
    """Return what of its room a title may take that stands above or below content.

    One above it reaches down to the middle of the slide at the most.
    """
    if is_low(title, size):
        return replace(room, top=max(room.top, title.y))
    return replace(room, bottom=min(room.bottom, max(title.bottom, size.height // 2)))


def within(box: Rect, room: Room) -> Rect:
    """Return the part of a box that lies in a room."""
    top, bottom = max(box.y, room.top), min(box.bottom, room.bottom)
    return Rect(box.x, top, box.width, max(ZERO, bottom - top))


def free_below(edge: Emu, area: Rect, blocked: Iterable[Rect], least: tuple[Emu, Emu]) -> Rect:
    """Return the largest free part of an area below an edge, or of all of it where that is small.

    What is small has less than the least width or height.
    """
    obstacles = tuple(blocked)
    lower = Rect(area.x, edge, area.width, max(ZERO, area.bottom - edge))
    found = largest_free(lower, obstacles)
    if found.width >= least[0] and found.height >= least[1]:
        return found
    return largest_free(area, obstacles)
