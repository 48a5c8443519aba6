"""What fills a shape of a template -> a paint, or marks that show within its outline."""

from __future__ import annotations

from math import atan2, cos, hypot, radians, sin
from typing import TYPE_CHECKING, Final

from deckgen.blobs import Blob
from deckgen.colors import Color, mix
from deckgen.draw.figures.pencil import Pencil
from deckgen.draw.model import DrawnGroup, Gradient, ImageMark, PathMark, Solid, Stop
from deckgen.draw.patterns import pattern_image
from deckgen.pictures.recolored import PLAIN, natural_size, recolored
from deckgen.template.scenery.model import GradientFill, PatternFill, PictureFill, SceneColor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.draw.model import Node, Paint
    from deckgen.opc.package import Package
    from deckgen.template.scenery.model import SceneFill

Sheet = tuple[float, float, float, float]
"""A box: x, y, width and height in points."""

_SHOWN: Final = frozenset(("image/png", "image/jpeg", "image/gif", "image/webp"))
"""The pictures that browsers show; others are made PNGs, where they can be read."""
_RINGS: Final = 48
"""How many boxes, one in another, show colours that run from the middle to the sides."""
_MOST_TILES: Final = 400
_FARTHEST: Final = 50.0
"""How many times larger than its box a picture may be of which a part shows."""


class Fills:
    """Paints of a template's fills; remembers what it made of pictures."""

    def __init__(self, package: Package) -> None:
        self._package: Final = package
        self._known: Final[dict[object, tuple[Blob, str] | None]] = {}

    def paint(self, fill: SceneFill | None, box: Sheet, turned: float = 0.0) -> Paint | None:
        """Return the paint of a fill in a box, None for one that is no paint.

        `turned` is how far the shape is turned.
        """
        match fill:
            case SceneColor():
                return Solid(fill.rgb, fill.alpha)
            case GradientFill(way="line"):
                return _along(fill, box, turned)
            case GradientFill(way="circle"):
                return _around(fill, box)
            case _:
                return None

    def marks(self, fill: SceneFill, box: Sheet) -> tuple[Node, ...]:
        """Return what shows of a fill that is no paint; it may reach out of the box."""
        match fill:
            case GradientFill():
                return tuple(_rings(fill, box))
            case PatternFill():
                return (pattern_image(fill, box),)
            case PictureFill():
                images = tuple(self._picture(fill, box))
                return images if fill.alpha >= 1 else (DrawnGroup(images, opacity=fill.alpha),)
            case _:
                return ()

    def covers(self, fill: SceneFill) -> bool:
        """Tell whether what a fill shows stays within its box."""
        if not isinstance(fill, PictureFill):
            return True
        if fill.tile is not None:
            return False
        inset = fill.stretch
        return min(inset.left, inset.top, inset.right, inset.bottom) >= 0

    def _picture(self, fill: PictureFill, box: Sheet) -> Iterator[ImageMark]:
        found = self._content(fill)
        if found is None:
            return
        content, media = found
        boxes = [_stretched(fill, box)] if fill.tile is None else self._tiles(fill, box)
        for place in boxes:
            cropped = _cropped(fill, place)
            if cropped is not None:
                yield ImageMark(cropped[0], content, media, cropped[1])

    def _content(self, fill: PictureFill) -> tuple[Blob, str] | None:
        key = (fill.part, fill.recoloring)
        if key not in self._known:
            self._known[key] = self._read(fill)
        return self._known[key]

    def _read(self, fill: PictureFill) -> tuple[Blob, str] | None:
        """Return what shows a picture; metafiles, which no browser shows, are left out."""
        part = self._package.parts[fill.part]
        if part.content_type in _SHOWN and fill.recoloring == PLAIN:
            return Blob((part.data,)), part.content_type
        made = recolored(part.data, fill.recoloring)
        return None if made is None else (Blob((made,)), "image/png")

    def _tiles(self, fill: PictureFill, box: Sheet) -> list[Sheet]:
        """Return where a picture lies that is laid side by side."""
        tile, size = fill.tile, natural_size(self._package.parts[fill.part].data)
        if tile is None or size is None:
            return [box]
        x, y, width, height = box
        wide, high = size[0] * tile.scale_x, size[1] * tile.scale_y
        if wide * high * _MOST_TILES < width * height or min(wide, high) < 1:
            return [box]
        right, down = "r" in tile.align, tile.align.startswith("b")
        first_x = x + (width - wide if right else 0.0) + tile.x.points
        first_y = y + (height - high if down else 0.0) + tile.y.points
        start_x, start_y = x - (x - first_x) % wide, y - (y - first_y) % high
        columns, rows = (
            int((x + width - start_x) // wide) + 1,
            int((y + height - start_y) // high) + 1,
        )
        return [
            (start_x + column * wide, start_y + row * high, wide, high)
            for row in range(rows)
            for column in range(columns)
        ][: _MOST_TILES * 4]


def _stretched(fill: PictureFill, box: Sheet) -> Sheet:
    x, y, width, height = box
    inset = fill.stretch
    return (
        x + width * inset.left,
        y + height * inset.top,
        width * (1 - inset.left - inset.right),
        height * (1 - inset.top - inset.bottom),
    )


def _cropped(fill: PictureFill, box: Sheet) -> tuple[Sheet, Sheet] | None:
    """Return where what is left of a picture shows, and which part of it that is, as shares.

    A crop below zero leaves room around the picture.
    """
    crop = fill.crop
    across, down = 1 - crop.left - crop.right, 1 - crop.top - crop.bottom
    if min(across, down) <= 1 / _FARTHEST or min(box[2:]) <= 0:
        return None
    wide, high = box[2] / across, box[3] / down
    left, top = max(0.0, crop.left), max(0.0, crop.top)
    right, low = max(0.0, crop.right), max(0.0, crop.bottom)
    part = (left, top, 1 - left - right, 1 - top - low)
    place = (
        box[0] + (left - crop.left) * wide,
        box[1] + (top - crop.top) * high,
        part[2] * wide,
        part[3] * high,
    )
    return (place, part) if min(part[2:]) > 0 else None


def _stops(fill: GradientFill) -> tuple[Stop, ...]:
    return tuple(Stop(at, Solid(color.rgb, color.alpha)) for at, color in fill.stops)


def _along(fill: GradientFill, box: Sheet, turned: float) -> Gradient:
    """Return colours along an angle, from corner to corner of the box (20.1.8.41)."""
    x, y, width, height = box
    angle = radians(fill.angle if fill.turns else fill.angle - turned)
    if fill.scaled and width > 0 and height > 0:
        angle = atan2(sin(angle) * height, cos(angle) * width)
    dx, dy = cos(angle), sin(angle)
    half = (abs(width * dx) + abs(height * dy)) / 2
    centre = (x + width / 2, y + height / 2)
    return Gradient(
        (centre[0] - dx * half, centre[1] - dy * half),
        (centre[0] + dx * half, centre[1] + dy * half),
        _stops(fill),
    )


def _around(fill: GradientFill, box: Sheet) -> Gradient:
    """Return colours around the middle, out to the farthest corner."""
    x, y, width, height = box
    middle = fill.middle
    centre = (
        x + width * (middle.left + 1 - middle.right) / 2,
        y + height * (middle.top + 1 - middle.bottom) / 2,
    )
    far = max(
        hypot(corner_x - centre[0], corner_y - centre[1])
        for corner_x in (x, x + width)
        for corner_y in (y, y + height)
    )
    return Gradient(centre, centre, _stops(fill), radius=max(far, 1e-3))


def _rings(fill: GradientFill, box: Sheet) -> Iterator[PathMark]:
    """Yield boxes from that of the shape to its middle, each in its colour."""
    x, y, width, height = box
    middle, colors = fill.middle, _stops(fill)
    for ring in range(_RINGS):
        way = ring / _RINGS
        left, top = x + width * middle.left * way, y + height * middle.top * way
        wide = width * (1 - (middle.left + middle.right) * way)
        high = height * (1 - (middle.top + middle.bottom) * way)
        if wide <= 0 or high <= 0:
            return
        color = _color_at(colors, 1 - (ring + 0.5) / _RINGS)
        yield PathMark(Pencil().box(left, top, wide, high).drawn, fill=color)


def _color_at(stops: tuple[Stop, ...], at: float) -> Solid:
    """Return the colour at a place of a gradient."""
    before = max((s for s in stops if s.at <= at), key=lambda s: s.at, default=stops[0])
    after = min((s for s in stops if s.at >= at), key=lambda s: s.at, default=stops[-1])
    way = after.at - before.at
    share = (at - before.at) / way if way > 0 else 0.0
    color = mix(Color(before.color.rgb), Color(after.color.rgb), share)
    alpha = before.color.alpha * (1 - share) + after.color.alpha * share
    return Solid(color.rgb, alpha)
