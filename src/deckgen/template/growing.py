"""A slot whose box grows with its text, and what stands around it -> the slot at its full height.

A box with `a:spAutoFit` is stored as high as the words that the designer tried in it, often one
line. What it may hold is all the room up to the next thing (ECMA-376-1, 21.1.2.1.4: the shape is
resized to fit the text).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.geometry import Rect
from deckgen.records import replace
from deckgen.styles import Anchor
from deckgen.template.model import Role
from deckgen.units import ZERO

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckgen.geometry import Size
    from deckgen.template.model import Slot
    from deckgen.units import Emu

_GROWING: Final = frozenset((Role.BODY, Role.CAPTION, Role.QUOTE))
"""The roles of slots that are measured by their boxes; titles find their room by themselves."""
_MARGIN: Final = 0.06
"""What is kept free at the edge of a slide, as a share of its height."""
_COLLINEAR: Final = 0.9
"""The share of a box in which another may start and still be next to it."""


def grown(slot: Slot, around: Iterable[Rect], size: Size) -> Slot:
    """Return the slot with its box grown to the next of the boxes around it or to the margin.

    Text at the top of its box lets it grow down, text at the bottom up, text in the middle both
    ways by the same. A slot that does not grow, or needs no growing, is returned as it is.
    """
    if not slot.body.grows or slot.role not in _GROWING:
        return slot
    box = slot.box
    beside = [other for other in around if min(other.right, box.right) > max(other.x, box.x)]
    below = _room_below(box, beside, size)
    above = _room_above(box, beside, size)
    match slot.body.anchor:
        case Anchor.TOP:
            above = ZERO
        case Anchor.BOTTOM:
            below = ZERO
        case Anchor.MIDDLE:
            above = below = min(above, below)
    if not above and not below:
        return slot
    taller = Rect(box.x, box.y - above, box.width, box.height + above + below)
    return replace(slot, box=taller, inherited=slot.inherited or box)


def _room_below(box: Rect, beside: list[Rect], size: Size) -> Emu:
    edge = box.y + box.height * _COLLINEAR
    ends = [other.y for other in beside if other.y >= edge]
    return max(box.bottom, min([size.height * (1 - _MARGIN), *ends])) - box.bottom


def _room_above(box: Rect, beside: list[Rect], size: Size) -> Emu:
    edge = box.bottom - box.height * _COLLINEAR
    ends = [other.bottom for other in beside if other.bottom <= edge]
    return box.y - min(box.y, max([size.height * _MARGIN, *ends]))
