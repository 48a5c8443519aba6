"""A gradient and the box that it fills -> the colours that show, by the cells of a grid over it.

Colours run along a line at any angle, around a middle out to the farthest corner, or in boxes from
a middle to the sides (ECMA-376-1, 20.1.8.41, 20.1.8.46); they may let through what is below.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import product
from math import atan2, cos, hypot, radians, sin
from typing import TYPE_CHECKING, Final

from deckgen.colors import Color, mix
from deckgen.geometry import Rect
from deckgen.opc.xml import Element, child, children, flag, integer, share
from deckgen.records import Struct, replace
from deckgen.template.paint import Paint, Tones, veiled
from deckgen.units import ZERO

if TYPE_CHECKING:
    from collections.abc import Sequence

_STEPS: Final = 16
"""The cells along a gradient that runs straight across or down."""
_GRID: Final = (16, 12)
"""The cells across and down of any other."""
_DEGREE: Final = 60_000
_STRAIGHT: Final = 1e-6
_EDGES: Final = ("l", "t", "r", "b")

_NOWHERE: Final = Rect(ZERO, ZERO, ZERO, ZERO)

_MOST_STOPS: Final = 64
"""With more stops than that all colours may be anywhere."""

Tone = Callable[[Element], tuple[Color, float]]
"""Tells the colour of an element and how much it covers, from 0 to 1."""
Stop = tuple[float, Color, float]
"""A colour of a gradient: how far along it is, from 0 to 1, and how much it covers."""
Point = tuple[float, float]
"""A place in a box, as shares of its width and height."""


class _Way(Struct, frozen=True):
    """How colours run: how far along them a point is, from 0 to 1, and the point that is first.

    The farther a point is from the first one, the farther along it is.
    """

    position: Callable[[Point], float]
    first: Point
    grid: tuple[int, int] = _GRID

    def span(self, column: int, row: int) -> tuple[float, float]:
        """Return how far along the nearest and the farthest point of a cell are."""
        across, down = self.grid
        sides = (column / across, (column + 1) / across), (row / down, (row + 1) / down)
        corners = [self.position(corner) for corner in product(*sides)]
        near = tuple(
            min(max(at, low), high) for at, (low, high) in zip(self.first, sides, strict=True)
        )
        return min(*corners, self.position((near[0], near[1]))), max(corners)


class _Course(Struct, frozen=True):
    """What makes a way, and of what: the same makes the same."""

    makes: Callable[..., _Way]
    given: tuple[float, ...]

    @property
    def way(self) -> _Way:
        """The way itself."""
        return self.makes(*self.given)


def painted(fill: Element, box: Rect, tone: Tone, *, anywhere: bool = False) -> Paint:
    """Return what a gradient paints in a box.

    Each of its colours may be `anywhere` if that is enough to know, or if it runs otherwise.
    """
    stops = sorted(
        (
            (min(1.0, max(0.0, share(stop, "pos") or 0.0)), *tone(color))
            for stop in children(fill, "a:gsLst", "a:gs")
            for color in stop
        ),
        key=lambda stop: stop[0],
    )
    if not stops:
        return Paint(box)
    course = None if anywhere else _course(fill, box)
    if course is None or len(stops) > _MOST_STOPS:
        return veiled(box, ([stop[1:] for stop in stops],))
    return replace(_shown(course, tuple(stops)), box=box)


@lru_cache(maxsize=64)
def _shown(course: _Course, stops: tuple[Stop, ...]) -> Paint:
    """Return what a gradient paints, in no box: layouts repeat those of a template."""
    way = course.way
    columns, rows = way.grid
    places = ((column, row) for row in range(rows) for column in range(columns))
    return veiled(_NOWHERE, [_between(*way.span(*place), stops) for place in places], columns)


def _course(fill: Element, box: Rect) -> _Course | None:
    around, line, tile = (child(fill, f"a:{name}") for name in ("path", "lin", "tileRect"))
    if tile is not None and tile.attrib:
        return None
    if around is not None:
        middle = child(around, "a:fillToRect")
        edges = [(0.0 if middle is None else share(middle, edge)) or 0.0 for edge in _EDGES]
        if around.get("path") == "circle":
            return _Course(_around, (*edges, *_sides(box)))
        return _Course(_in_boxes, tuple(edges))
    if line is None:
        return None
    angle = radians((integer(line, "ang") or 0) / _DEGREE)
    return _Course(_scaled if flag(line, "scaled") else _along, (angle, *_sides(box)))


def _sides(box: Rect) -> tuple[float, float]:
    return float(max(1, box.width)), float(max(1, box.height))


def _scaled(angle: float, wide: float, high: float) -> _Way:
    """Return the way along an angle of a square that is as wide and high as a box."""
    return _along(atan2(sin(angle) * high, cos(angle) * wide), wide, high)


def _along(angle: float, wide: float, high: float) -> _Way:
    """Return the way along an angle, from corner to corner of a box."""
    dx, dy = wide * cos(angle), high * sin(angle)
    if abs(dx) < _STRAIGHT * wide or abs(dy) < _STRAIGHT * high:
        across = abs(dx) > abs(dy)
        dx, dy = (dx, 0.0) if across else (0.0, dy)
        grid = (_STEPS, 1) if across else (1, _STEPS)
    else:
        grid = _GRID
    whole = abs(dx) + abs(dy)
    first = (0.0 if dx >= 0 else 1.0, 0.0 if dy >= 0 else 1.0)
    return _Way(lambda at: ((at[0] - 0.5) * dx + (at[1] - 0.5) * dy) / whole + 0.5, first, grid)


def _around(*edges_and_sides: float) -> _Way:
    """Return the way from a middle out to the farthest corner of a box."""
    left, top, right, bottom, wide, high = edges_and_sides
    x, y = (left + 1 - right) / 2, (top + 1 - bottom) / 2

    def away(at: Point) -> float:
        return hypot((at[0] - x) * wide, (at[1] - y) * high)

    far = max(away(corner) for corner in product((0.0, 1.0), (0.0, 1.0)))
    return _Way(lambda at: away(at) / far, (x, y))


def _in_boxes(*edges: float) -> _Way:
    """Return the way from a middle, which may be a box, to the sides of a box."""

    def inward(at: Point) -> float:
        places = (at[0], at[1], 1 - at[0], 1 - at[1])
        return min([1.0, *(p / edge for p, edge in zip(places, edges, strict=True) if edge > 0)])

    left, top, right, bottom = (max(0.0, edge) for edge in edges)
    x = left / (left + right) if left + right else 0.5
    y = top / (top + bottom) if top + bottom else 0.5
    return _Way(lambda at: 1 - max(0.0, inward(at)), (x, y))


def _between(start: float, stop: float, stops: Sequence[Stop]) -> Tones:
    """Return the colours that come between two places along a gradient, these included."""
    passed = [(color, cover) for at, color, cover in stops if start < at < stop]
    return [_at(start, stops), *passed, _at(stop, stops)]


def _at(position: float, stops: Sequence[Stop]) -> tuple[Color, float]:
    before = next((stop for stop in reversed(stops) if stop[0] <= position), stops[0])
    after = next((stop for stop in stops if stop[0] > position), before)
    way = after[0] - before[0]
    if way <= 0:
        return before[1:]
    part = (position - before[0]) / way
    return mix(before[1], after[1], part), before[2] + (after[2] - before[2]) * part
