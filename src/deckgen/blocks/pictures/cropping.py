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
    return Crop.covering(picture, cell, focus.x, focus.y)
