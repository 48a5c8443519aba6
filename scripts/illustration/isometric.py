"""Blocks standing on a floor grid -> their three visible faces, in isometric projection."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from illustration.canvas import Canvas
from illustration.geometry import Box, Point
from illustration.palette import darker, lighter

_COSINE = math.cos(math.radians(30))


@dataclass(frozen=True, slots=True)
class View:
    """Where the floor's origin lies on the page and how many pixels a unit is long.

    The floor's x runs down to the right, its y down to the left, z straight up.
    """

    origin: Point
    unit: float

    def at(self, x: float, y: float, z: float = 0) -> Point:
        """Return the page position of a place in space."""
        return (
            self.origin[0] + (x - y) * _COSINE * self.unit,
            self.origin[1] + ((x + y) * 0.5 - z) * self.unit,
        )

    def floor(self, points: Sequence[Point], z: float = 0) -> list[Point]:
        """Return an outline lying flat at height `z`."""
        return [self.at(x, y, z) for x, y in points]


@dataclass(frozen=True, slots=True)
class Block:
    """A box: its corner farthest from the viewer, its extent along x, y and z."""

    corner: tuple[float, float, float]
    extent: tuple[float, float, float]


def draw_block(canvas: Canvas, view: View, block: Block, colour: str) -> None:
    """Paint the top, the left and the right face, the light coming from the upper left."""
    (x, y, z), (dx, dy, dz) = block.corner, block.extent
    left = [
        view.at(x, y + dy, z + dz),
        view.at(x + dx, y + dy, z + dz),
        view.at(x + dx, y + dy, z),
        view.at(x, y + dy, z),
    ]
    right = [
        view.at(x + dx, y, z + dz),
        view.at(x + dx, y + dy, z + dz),
        view.at(x + dx, y + dy, z),
        view.at(x + dx, y, z),
    ]
    top = view.floor([(x, y), (x + dx, y), (x + dx, y + dy), (x, y + dy)], z + dz)
    canvas.polygon(left, canvas.linear(left[0], left[2], colour, darker(colour, 0.18)))
    canvas.polygon(
        right, canvas.linear(right[0], right[2], darker(colour, 0.3), darker(colour, 0.48))
    )
    canvas.polygon(top, canvas.linear(top[0], top[2], lighter(colour, 0.42), lighter(colour, 0.22)))


def on_left(view: View, block: Block, spot: Point) -> Point:
    """Return a place on the left face, as shares of its width and of its height from the top."""
    (x, y, z), (dx, dy, dz) = block.corner, block.extent
    return view.at(x + dx * spot[0], y + dy, z + dz * (1 - spot[1]))


def on_right(view: View, block: Block, spot: Point) -> Point:
    """Return a place on the right face, as shares of its width and of its height from the top."""
    (x, y, z), (dx, dy, dz) = block.corner, block.extent
    return view.at(x + dx, y + dy * (1 - spot[0]), z + dz * (1 - spot[1]))


Face = Callable[[View, Block, Point], Point]


def quad(face: Face, view: View, block: Block, area: Box) -> list[Point]:
    """Return a rectangle on a face, `area` being its left, top, right and bottom shares."""
    left, top, right, bottom = area
    spots = ((left, top), (right, top), (right, bottom), (left, bottom))
    return [face(view, block, spot) for spot in spots]


def draw_slab(
    canvas: Canvas, view: View, outline: Sequence[Point], look: tuple[float, float, str]
) -> None:
    """Draw a plate of any outline; `look` is the height of its top, its thickness and its colour.

    The outline runs clockwise on the page. Only edges that face the viewer get a wall.
    """
    top, thickness, colour = look
    walls = []
    for start, end in zip(outline, [*outline[1:], outline[0]], strict=True):
        along = (end[0] - start[0], end[1] - start[1])
        normal = (along[1], -along[0])
        length = math.hypot(*normal) or 1
        towards = (normal[0] + normal[1]) / length
        if towards > 0:
            walls.append((start[0] + start[1] + end[0] + end[1], start, end, normal[0] / length))
    for _, start, end, east in sorted(walls):
        face = [
            view.at(*start, top),
            view.at(*end, top),
            view.at(*end, top - thickness),
            view.at(*start, top - thickness),
        ]
        shade = darker(colour, 0.2 + 0.3 * max(0.0, east))
        canvas.polygon(face, shade, stroke=shade, stroke_width=1)
    flat = view.floor(outline, top)
    xs = [x for x, _ in flat]
    canvas.polygon(
        flat, canvas.horizontal(min(xs), max(xs), lighter(colour, 0.4), lighter(colour, 0.16))
    )
