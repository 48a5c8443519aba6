"""A master's places and the size of a slide -> the places as they lie on a slide of that size.

Whoever changes the size of slides may keep all places where they were. Then those of the master
reach over the edges, or leave half of each page empty.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.geometry import Rect, Size
from deckgen.records import replace
from deckgen.units import ZERO, Emu

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from deckgen.template.shapes import TemplateShape

_OVER: Final = 1.02
"""The share of a slide's side from which something reaches over its edge for all to see."""
_LOWEST: Final = 0.98
"""How far down the lowest place of a master is, as a share of the height it was made for."""
_MARGIN: Final = 0.06
"""What is kept free at most at an edge over which a place reaches, as a share of that side."""
_TELLING: Final = (("title", "body"), ("body", "dt", "ftr", "sldNum"))
"""The places that tell how wide, and how high, the slides were that a master was made for."""


def canvas_of(placeholders: Mapping[str, TemplateShape], size: Size) -> Size:
    """Return the size of the slides that a master was made for: this one, unless it tells another.

    It tells by a title and a body that both reach over the right edge, or by a body and footers
    that all reach over the lower one.
    """
    boxes = {kind: shape.box for kind, shape in placeholders.items() if shape.box is not None}
    upper, lower = (tuple(boxes[kind] for kind in kinds if kind in boxes) for kinds in _TELLING)
    too_wide = len(upper) > 1 and all(_is_wide(box, size) for box in upper)
    too_low = len(lower) > 1 and all(_is_low(box, size) for box in lower)
    if not (too_wide or too_low):
        return size
    left = min(max(ZERO, box.x) for box in boxes.values())
    right = max(box.right for box in boxes.values())
    bottom = max(box.bottom for box in boxes.values())
    return Size(right + left, Emu(round(bottom / _LOWEST)))


def reach_over(boxes: Iterable[Rect], size: Size) -> bool:
    """Tell whether any of some boxes reaches over the right or the lower edge of a slide."""
    return any(_is_wide(box, size) or _is_low(box, size) for box in boxes)


def _is_wide(box: Rect, size: Size) -> bool:
    return box.right > size.width * _OVER


def _is_low(box: Rect, size: Size) -> bool:
    return box.bottom > size.height * _OVER


def placed_on(box: Rect, canvas: Size, size: Size) -> Rect:
    """Return a box of a canvas at the same place of a slide of another size."""
    if canvas == size:
        return box
    left, right = (edge * size.width // canvas.width for edge in (box.x, box.right))
    top, bottom = (edge * size.height // canvas.height for edge in (box.y, box.bottom))
    return Rect(left, top, right - left, bottom - top)


def within_margins(box: Rect, size: Size) -> Rect:
    """Return a box that ends as far from an edge over which it reaches as it starts from the other.

    What reaches over both edges is meant to fill the slide.
    """
    if box.x > 0 and _is_wide(box, size):
        right = size.width - min(box.x, size.width * _MARGIN)
        box = replace(box, width=right - box.x)
    if box.y > 0 and _is_low(box, size):
        bottom = size.height - min(box.y, size.height * _MARGIN)
        box = replace(box, height=bottom - box.y)
    return box
