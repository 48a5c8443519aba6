"""The content of a slide and a template -> the regions that blocks flow through."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from deckgen.geometry import Insets, Rect
from deckgen.layout.areas.free import above_foot, free_area
from deckgen.layout.areas.furniture import has_foot
from deckgen.layout.typeset.fitting import leveled, line_room, no_larger
from deckgen.records import Struct, replace
from deckgen.styles import BodyProperties
from deckgen.template.model import Role
from deckgen.units import ZERO

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.deck import Surroundings
    from deckgen.layout.desk import Desk
    from deckgen.layout.flow.galley import Context
    from deckgen.template.model import Layout, Slot
    from deckgen.units import Centipoints, Emu


_COLUMN_GAP: Final = 0.04
"""The gap between columns, as a share of both with it."""
_ABOVE: Final = frozenset((Role.TITLE, Role.SUBTITLE, Role.HEADING, Role.CAPTION))
"""What stands above columns on layouts that have room for more than a title there."""
_SEEN: Final = 0.01
"""The share of a slide's height from which pages are seen to start in different places."""
WIDE_ENOUGH: Final = 1.2
"""The share of its height from which a region is wide enough for a picture beside its text."""


class Region(Struct, frozen=True):
    """A part of a layout for content: its box less insets, and the slot that it is, if it is one.

    `context` is that of its text at the template's own size. Where the slide's title stands above
    the region, `whole` is all of it, and the box starts no higher than the title ends. A slot with
    a fill shows it only behind text that is set there: `free` is the context of all else.
    """

    layout: Layout
    box: Rect
    slot: Slot | None
    context: Context
    whole: Rect | None = None
    free: Context | None = None

    @property
    def line_width(self) -> Emu:
        """How wide the lines of its text may be."""
        return self.box.width if self.slot is None else line_room(self.box.width)

    def below(self, bottom: Emu) -> Region:
        """Return a region that starts below a title that had to grow into it."""
        whole = self.whole or self.box
        lowered = max(ZERO, bottom - whole.y)
        height = max(ZERO, whole.height - lowered)
        return replace(self, box=replace(whole, y=whole.y + lowered, height=height), whole=whole)

    def retitled(self, bottom: Emu) -> Region:
        """Return the region below a title that reaches down so far, where one stands above it."""
        return self if self.whole is None else self.below(bottom)

    def is_beside(self, title: Rect) -> bool:
        """Tell whether a title has a column of its own beside the region."""
        return title.right <= self.box.x or title.x >= self.box.right

    def is_clear_of(self, title: Rect) -> bool:
        """Tell whether a title has a place of its own, beside the region or below it."""
        return self.is_beside(title) or title.y >= self.box.bottom

    def unplaced(self) -> Region:
        """Return the region as one that no slot gives its look."""
        return replace(self, slot=None, context=self.free or self.context, free=None)

    def led(self, most: Centipoints) -> Region:
        """Return the region with text of a size at most, as far as it is read."""
        context = no_larger(self.context, max(most, self.context.floor))
        return replace(self, context=context)


def body_region(around: Surroundings, layout: Layout, desk: Desk) -> Region:
    """Return the region of a layout's largest body, or of its free area where it has none."""
    bodies = layout.of_role(Role.BODY, Role.QUOTE)
    if bodies:
        return slot_region(around, layout, max(bodies, key=lambda slot: slot.box.area), desk)
    return free_region(around, layout, free_area(desk.template, layout), desk)


def slot_region(around: Surroundings, layout: Layout, slot: Slot, desk: Desk) -> Region:
    """Return the region of a slot."""
    box = _without_foot(slot.box, around, layout, desk).inset(slot.body.insets)
    free_of_words = partial(above_foot, box, layout, desk.template.slide_size)
    box = desk.once(("above foot", id(layout), box), free_of_words, layout)
    context, free = _context(around, layout, slot, desk), None
    if slot.background is not None:
        unfilled = replace(slot, background=layout.backdrop(box))
        free = _context(around, layout, unfilled, desk)
    return Region(layout, box, slot, context, free=free)


def free_region(around: Surroundings, layout: Layout, box: Rect, desk: Desk) -> Region:
    """Return the region of a free area, whose text looks like that of the template's bodies."""
    box = _without_foot(box, around, layout, desk)
    like = replace(desk.body(layout), background=layout.backdrop(box))
    context = _context(around, layout, like, desk)
    context = replace(context, height=box.height, body=BodyProperties(Insets()))
    return Region(layout, box, None, context)


def _context(around: Surroundings, layout: Layout, slot: Slot, desk: Desk) -> Context:
    """Return the context of a body, whose text is no larger than the desk has it."""
    context = desk.context(layout, around.language, slot, shrinks=around.shrinks)
    most = desk.largest.text
    return context if most is None else leveled(context, most)


def _without_foot(box: Rect, around: Surroundings, layout: Layout, desk: Desk) -> Rect:
    """Return a box less what the lines at the foot of the slide need."""
    if not has_foot(around, layout):
        return box
    from deckgen.layout.foot.footnotes import without_foot

    return without_foot(box, around, layout, desk)


def column_regions(around: Surroundings, layout: Layout, desk: Desk) -> tuple[Region, ...]:
    """Return the regions of a layout's bodies that stand side by side, from left to right."""
    bodies = sorted(layout.of_role(Role.BODY), key=lambda slot: slot.box.x)
    regions = tuple(slot_region(around, layout, slot, desk) for slot in bodies)
    meant = {(slot.inherited or slot.box).y for slot in bodies}
    if len(meant) > 1:
        return regions
    # what is drawn behind one column has lowered that alone
    top = max((region.box.y for region in regions), default=ZERO)
    top = _as_high_as_pages(top, regions, layout, desk)
    return tuple(map(partial(_starting_at, top), regions))


def _starting_at(top: Emu, region: Region) -> Region:
    box = region.box
    return replace(region, box=replace(box, y=top, height=max(ZERO, box.bottom - top)))


def _as_high_as_pages(top: Emu, regions: Sequence[Region], layout: Layout, desk: Desk) -> Emu:
    """Return where columns start: as high as text on other pages, where no title keeps them off.

    Designers who move the bodies of a template up below its titles may forget those in columns.
    """
    home, title = desk.home(layout), layout.first(Role.TITLE)
    usual = home.first(Role.TITLE) if home else None
    if home is None or title is None or usual is None or title.box != usual.box:
        return top
    higher = max((slot.content.y for slot in home.of_role(Role.BODY)), default=top)
    strips = (replace(each.box, y=higher, height=max(ZERO, top - higher)) for each in regions)
    taken = (*layout.decoration, *(slot.box for slot in layout.slots if slot.role in _ABOVE))
    is_free = not any(strip.overlaps(one) for strip in strips for one in taken)
    differs = top - higher > desk.template.slide_size.height * _SEEN
    return higher if differs and is_free else top


def halves(
    region: Region, text_first: bool, least: float = WIDE_ENOUGH, text: float = 1.0
) -> tuple[Region, ...]:
    """Return the columns of a region that is wide enough for two; that for text keeps the slot.

    `least` is the share of its height that it is wide at the least, `text` how much wider the
    column for text is than the other one.
    """
    box = region.box
    if box.width < box.height * least:
        return ()
    weights = (text, 1.0) if text_first else (1.0, text)
    columns = box.columns(weights, box.width * _COLUMN_GAP)
    whole = region.whole
    return tuple(
        replace(
            region,
            box=column,
            slot=region.slot if first is text_first else None,
            context=region.context if first is text_first else region.free or region.context,
            whole=whole and replace(whole, x=column.x, width=column.width),
        )
        for column, first in zip(columns, (True, False), strict=True)
    )
