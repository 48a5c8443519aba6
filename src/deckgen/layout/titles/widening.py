"""The place of a title -> the same, as far to the right as nothing stands in its way, or above it.

Designers set a title's placeholder as wide as the titles that they had in mind. A long one is
better read across the whole of its bar than in small letters in a part of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.colors import Color, contrast
from deckgen.geometry import Rect
from deckgen.records import replace
from deckgen.styles import Align
from deckgen.units import ZERO, Emu

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.geometry import Size
    from deckgen.template.model import Layout, Slot

_WORTH: Final = 1.1
"""How much wider than before a place must be to be worth leaving the template's."""
_LIKE: Final = 1.5
"""The contrast up to which what is behind a place counts as the same as what is beside it."""
_FEW: Final = 10
"""The share of what is behind a place that may look otherwise at its edges: one in so many."""
_STEPS: Final = 12
"""How many widths are tried."""
_DARKEST: Final = Color("000000")
_APART: Final = 0.02
"""What is kept free before what stands at the right, as a share of the slide's width."""

_MOST_KEPT: Final = 0.7
"""The share of its width that a place keeps at the least that ends before a thing above its end."""


def widened(slot: Slot, layout: Layout, size: Size) -> Slot | None:
    """Return the place of a title, made wider; None where it is not to be, or not by much.

    Only text at the left can run on without moving. It ends as far from the right edge of the
    slide as it starts from the left one, or before what is drawn or written beside it.
    """
    box = slot.box
    if slot.levels[0].align is not Align.LEFT or slot.body.vertical != "horz":
        return None
    apart = size.width * _APART
    ends = (Emu(other.x - apart) for other in _beside(slot, layout))
    right = _alike_to(min((Emu(size.width - max(ZERO, box.x)), *ends)), box, layout)
    if right - box.x < box.width * _WORTH:
        return None
    wide = Rect(box.x, box.y, right - box.x, box.height)
    return replace(slot, box=wide, inherited=slot.inherited or box)


def _alike_to(right: Emu, box: Rect, layout: Layout) -> Emu:
    """Return how far to the right what is behind a place goes on: a bar's picture may hold a logo.

    Where the colours are not known nothing is seen that would be in the way.
    """
    own = sorted(contrast(shade, _DARKEST) for shade in layout.shades(box))
    if not own or right <= box.right:
        return right
    few = len(own) // _FEW
    least, most = own[few] / _LIKE, own[-1 - few] * _LIKE
    more = right - box.right
    for step in range(_STEPS, 0, -1):
        beside = replace(box, x=box.right, width=more * step // _STEPS)
        shades = (contrast(shade, _DARKEST) for shade in layout.shades(beside))
        if all(least <= shade <= most for shade in shades):
            return beside.right
    return box.right


def narrowed(slot: Slot, layout: Layout, size: Size) -> Slot | None:
    """Return the place of a title, ended before what is drawn above its end; None without that.

    A logo or a stamp in the corner leaves a title of several lines more height beside it than below
    it.
    """
    box = slot.box
    if slot.levels[0].align is not Align.LEFT or slot.body.vertical != "horz":
        return None
    above = [
        other.x
        for other in layout.decoration
        if box.y - box.height <= other.bottom <= box.y + box.height // 2
        and box.x + box.width * _MOST_KEPT <= other.x < box.right
    ]
    if not above:
        return None
    short = replace(box, width=min(above) - size.width * _APART - box.x)
    return replace(slot, box=short, inherited=slot.inherited or box)


def _beside(slot: Slot, layout: Layout) -> Iterator[Rect]:
    """Yield what stands further right at the height of a place."""
    box = slot.box
    others = (other.box for other in layout.slots if other.placeholder != slot.placeholder)
    for other in (*layout.decoration, *others):
        is_level = other.y < box.bottom and box.y < other.bottom
        if is_level and other.x >= box.x + box.width // 2 and other.right > box.right:
            yield other
