"""A picture and a cell -> what is cut off the picture, so that it has the shape of the cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import Crop

if TYPE_CHECKING:
    from deckgen.blocks.kit import Size

MOST_CROPPED: Final = 0.22
"""The share of a picture's width or height that may be cut off to give all one shape."""


def crop_to(picture: Size, cell: Size) -> Crop | None:
    """Return what to cut off a picture so that it has the shape of a cell, if it is little."""
    ratio = picture.aspect / cell.aspect
    lost = 1 - min(ratio, 1 / ratio)
    if lost > MOST_CROPPED:
        return None
    side = lost / 2
    return Crop(left=side, right=side) if ratio > 1 else Crop(top=side, bottom=side)
