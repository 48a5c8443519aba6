"""A layout and what it draws -> the areas that are free for text: for content, and for a band."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.geometry import Insets, Rect, largest_free
from deckgen.layout.areas.room import is_low
from deckgen.records import replace
from deckgen.styles import Align
from deckgen.template.model import FURNITURE, Role
from deckgen.units import ZERO, Emu

if TYPE_CHECKING:
    from deckgen.geometry import Size
    from deckgen.template.model import Layout, Slot, Template

_CARD: Final = 0.6
"""The share of an area from which a panel is what content stands on, and not in its way."""
_LEAST_WIDTH: Final = 0.5
_NEAR: Final = 1.5
"""How far from the edge a narrow title starts at the most that tells the margin, in margins."""
_MARGIN: Final = 0.06
"""The margins of a layout without a title that would tell them, as shares of width and height."""
_HEADING: Final = 0.6
"""A title heads content that ends above this share of the slide's height."""
_BELOW_TITLE: Final = 0.03
_ABOVE_FOOT: Final = 0.02
"""The distances of content to the title and to the foot, as shares of the slide's height."""
_NO_FOOTERS: Final = 0.95
"""Where the foot of a layout begins that has no footers, as a share of the slide's height."""
_APART: Final = 0.02
"""The distance of content to what is drawn above or below it, as a share of the slide's height."""
_FOOT: Final = 0.8
_ABOVE_WORDS: Final = 0.5
"""What is kept free above words at the foot, in lines of theirs."""


def free_area(template: Template, layout: Layout) -> Rect:
    """Return the area of a layout apart from its title and above its footers, within its margins.

    What the template draws is left free: the area is the largest that meets none of it, or lies on
    the panel that takes up most of it.
    """
    area = _within_margins(template, layout)
    obstacles = [slot.box for slot in layout.of_role(*FURNITURE)]
    titles = (slot.box for slot in layout.of_role(Role.TITLE))
    obstacles += [box for box in titles if is_low(box, template.slide_size)]
    for panel in layout.panels:
        common = panel.box.intersection(area)
        if common.area >= area.area * _CARD:
            area = common
        elif common.area:
            gap = template.slide_size.height * _APART
            obstacles.append(panel.box.outset(Insets(ZERO, gap, ZERO, gap)))
    return largest_free(area, obstacles)


def _within_margins(template: Template, layout: Layout) -> Rect:
    size = template.slide_size
    title, edge = layout.first(Role.TITLE), size.width * _MARGIN
    left, right = edge, size.width - edge
    top = size.height * _MARGIN
    if title is not None and title.box.bottom < size.height * _HEADING:
        if title.content.width >= size.width * _LEAST_WIDTH:
            left, right = title.content.x, max(title.content.right, _right(title.inherited, right))
        elif title.levels[0].align is Align.LEFT and title.content.x <= edge * _NEAR:
            left = title.content.x
        top = title.box.bottom + size.height * _BELOW_TITLE
    bottom = footer_top(template, layout) - size.height * _ABOVE_FOOT
    return Rect(left, top, max(ZERO, right - left), max(ZERO, bottom - top))


def _right(inherited: Rect | None, edge: Emu) -> Emu:
    """Return how far a title reaches that was made narrower for the sake of a logo beside it."""
    return ZERO if inherited is None else min(inherited.right, edge)


def above_foot(box: Rect, layout: Layout, size: Size) -> Rect:
    """Return a box less what words at the foot of a layout take of it: some bodies reach there."""
    tops = [
        _words_top(slot)
        for slot in layout.of_role(*FURNITURE)
        if slot.box.y > size.height * _FOOT
        and min(slot.box.right, box.right) > max(slot.box.x, box.x)
    ]
    bottom = min(tops, default=box.bottom)
    return replace(box, height=max(ZERO, bottom - box.y)) if bottom < box.bottom else box


def _words_top(slot: Slot) -> Emu:
    """Return where the line in a place at the foot begins, with some room above it."""
    line, content = slot.levels[0].leading, slot.content
    free = max(ZERO, content.height - line)
    return content.y + free * slot.body.anchor.above - line * _ABOVE_WORDS


def footer_top(template: Template, layout: Layout) -> Emu:
    """Return the upper edge of the footers at the foot of a layout, or of its lower margin."""
    height = template.slide_size.height
    footers = layout.of_role(*FURNITURE)
    tops = [slot.box.y for slot in footers if slot.box.y > height * _FOOT]
    return min(tops, default=height * _NO_FOOTERS)
