"""Pictures -> images in their boxes, cropped and upright."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.draw.model import UNMOVED, DrawnGroup, ImageMark

if TYPE_CHECKING:
    from deckgen.draw.model import Matrix
    from deckgen.geometry import Crop, Rect
    from deckgen.pages import Picture
    from deckgen.pictures.model import Turn

_SVG: Final = "image/svg+xml"


def draw_picture(item: Picture) -> DrawnGroup:
    """Return the image of a picture, moved so that it stands upright in its box."""
    file, turn = item.file, item.file.turn
    content, media, plain = file.shown, file.media_type, None
    if file.vector is not None:
        content, media, plain = file.vector, _SVG, file.shown
    part = _stored(item.crop, turn)
    image = ImageMark(_lying(item.box, turn), content, media, part, plain)
    return DrawnGroup((image,), matrix=_turned(item.box, turn))


def _lying(box: Rect, turn: Turn) -> tuple[float, float, float, float]:
    """Return the box in which a picture lies before it is turned about its middle."""
    wide, high = box.width.points, box.height.points
    x, y = box.x.points, box.y.points
    if turn.lies:
        return x + (wide - high) / 2, y + (high - wide) / 2, high, wide
    return x, y, wide, high


_TURNS: Final = ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0))
"""Cosine and sine of each quarter turn, clockwise."""


def _turned(box: Rect, turn: Turn) -> Matrix:
    """Return the map that mirrors a picture left to right, and then turns it."""
    if not turn.quarters and not turn.mirrored:
        return UNMOVED
    cosine, sine = _TURNS[turn.quarters % 4]
    flip = -1.0 if turn.mirrored else 1.0
    a, b, c, d = cosine * flip, sine * flip, -sine, cosine
    x, y = box.x.points + box.width.points / 2, box.y.points + box.height.points / 2
    return a, b, c, d, x - a * x - c * y, y - b * x - d * y


def _stored(crop: Crop, turn: Turn) -> tuple[float, float, float, float]:
    """Return the part of the stored picture that shows: left, top, width, height as shares."""
    upright = (crop.top, crop.right, crop.bottom, crop.left)
    top, right, bottom, left = (*upright[turn.quarters :], *upright[: turn.quarters])
    if turn.mirrored:
        left, right = right, left
    return left, top, 1.0 - left - right, 1.0 - top - bottom
