"""A box -> text, in points."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deckgen.geometry import Rect


def box_of(box: Rect) -> str:
    """Return a box as `x,y wxh` in points."""
    x, y, width, height = (side.points for side in (box.x, box.y, box.width, box.height))
    return f"{x:.2f},{y:.2f} {width:.2f}x{height:.2f}"
