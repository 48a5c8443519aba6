"""The place of a cover's title -> the same, high enough for two lines where nothing is above it.

Designers set the place of a cover's title as high as the title that they had in mind, often a short
one. A longer one is better read on two lines than in small letters on one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.geometry import Insets, Rect
from deckgen.layout.areas.furniture import has_foot
from deckgen.layout.areas.room import Room, band_of, grown, room_around
from deckgen.records import replace
from deckgen.units import ZERO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from deckgen.deck import Surroundings
    from deckgen.layout.desk import Desk
    from deckgen.layout.titles.fitted import FittedTitle
    from deckgen.template.model import Layout, Slot
    from deckgen.units import Emu

_SMALL: Final = 0.75
"""The share of its template's size below which a cover's title is small."""
_LINES: Final = 2
_GAP: Final = 0.25
"""The least distance to other text, in em."""
_SHARE: Final = 0.3
"""The share of the slide's height that the place of a title takes at the most."""


def heightened(
    title: FittedTitle,
    around: Surroundings,
    layout: Layout,
    desk: Desk,
    fit: Callable[[Slot], FittedTitle],
) -> FittedTitle:
    """Return a title that is set small in its place as it is in a higher one, where that is larger.

    `fit` sets the title in a place. That grows over nothing that is drawn or written, and keeps to
    the bar that is made for it.
    """
    slot, size = title.slot, desk.template.slide_size
    if title.levels[0].size >= slot.levels[0].size * _SMALL:
        return title
    if slot.background is not None or band_of(slot.box, layout.panels, size) is not None:
        return title
    edges = slot.body.insets.top + slot.body.insets.bottom
    room = _room(slot, around, layout, desk)
    wanted = min(slot.levels[0].leading * _LINES, size.height * _SHARE) + edges
    box = grown(slot.box, min(wanted, room.height), slot.body.anchor, room)
    box = replace(box, y=box.y - max(ZERO, box.bottom - room.bottom))
    if box.height == slot.box.height or box.y < room.top:
        return title
    high = fit(replace(slot, box=box, inherited=slot.inherited or slot.box))
    return _settled(high, slot.box) if high.levels[0].size > title.levels[0].size else title


def _settled(title: FittedTitle, place: Rect) -> FittedTitle:
    """Return a title in no higher a box than it needs, on the side of it that its place is at."""
    insets = title.slot.body.insets
    needed = max(place.height, title.stack.height + insets.top + insets.bottom)
    spare = max(ZERO, title.box.height - needed)
    above = max(ZERO, min(spare, place.y - title.box.y))
    box = title.box
    return replace(title, box=Rect(box.x, box.y + above, box.width, box.height - spare))


def _room(slot: Slot, around: Surroundings, layout: Layout, desk: Desk) -> Room:
    """Return how far a place may reach: in the frame it stands in, and apart from other text."""
    size, gap = desk.template.slide_size, slot.levels[0].size.emu * _GAP
    room = room_around(slot.box, tuple(_obstacles(slot, around, layout, desk, gap)), size)
    frames = (panel.box for panel in layout.panels if panel.box.contains(slot.box))
    for frame in frames:
        room = Room(max(room.top, frame.y), min(room.bottom, frame.bottom))
    return room


def _obstacles(
    slot: Slot, around: Surroundings, layout: Layout, desk: Desk, gap: Emu
) -> Iterator[Rect]:
    """Yield what a place may not grow over: other text, and all that it does not stand on."""
    apart = Insets(ZERO, gap, ZERO, gap)
    others = (other.box for other in layout.slots if other.placeholder != slot.placeholder)
    yield from (other.outset(apart) for other in others)
    yield from layout.decoration
    yield from (panel.box for panel in layout.panels if not panel.box.contains(slot.box))
    if has_foot(around, layout):
        from deckgen.layout.foot.footnotes import foot_of

        foot = foot_of(around.footnotes, around, layout, desk)
        yield from (footer.frame.box for footer in foot.footers)
