"""A picture and a cell -> what is cut off the picture, so that it has the shape of the cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import Crop, Focus

if TYPE_CHECKING:
    from deckgen.blocks.kit import Size

MOST_CROPPED: Final = 0.22
"""The share of a picture's width or height that may be cut off to give all one shape."""


CENTER: Final = Focus()


def crop_to(picture: Size, cell: Size, focus: Focus = CENTER) -> Crop | None:
    """Return what to cut off a picture so that it has the shape of a cell, if it is little."""
    ratio = picture.aspect / cell.aspect
    lost = 1 - min(ratio, 1 / ratio)
    return None if lost > MOST_CROPPED else cover(picture, cell, focus)


def cover(picture: Size, cell: Size, focus: Focus = CENTER) -> Crop:
    """Return what to cut off a picture so that it fills a cell, its focus as central as can be."""
    ratio = picture.aspect / cell.aspect
    left = min(ratio, 1 / ratio)
    lost = 1 - left
    point = focus.x if ratio > 1 else focus.y
    before = min(max(0.0, point - left / 2), lost)
    if ratio > 1:
        return Crop(left=before, right=lost - before)
    return Crop(top=before, bottom=lost - before)
