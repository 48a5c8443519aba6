"""Triangles, polygons, stars and signs of straight lines."""

from __future__ import annotations

from math import cos, pi, sin, sqrt
from typing import TYPE_CHECKING, Final

from deckgen.draw.figures.form import Contours, Maker, ShapeSize, plain, polygon
from deckgen.draw.figures.pencil import Pencil
from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.draw.figures.pencil import XY

_WIDER: Final = 1.05146
_HIGHER: Final = 1.10557
"""How much larger than its box the ellipse around a pentagon is that fills the box."""


class _Ring(Struct, frozen=True):
    """An ellipse about a shape's middle, so much wider and higher than the box."""

    wide: float = 1.0
    high: float = 1.0

    def point(self, form: ShapeSize, turn: float, share: float = 1.0) -> XY:
        """Return a point at a share of the way out; turns start at the top, clockwise."""
        x, y = form.centre
        angle = turn * 2 * pi - pi / 2
        return (
            x + x * self.wide * share * cos(angle),
            y * self.high + y * self.high * share * sin(angle),
        )


def _regular(count: int, ring: _Ring, first: float = 0.0) -> Maker:
    """Return the maker of a polygon with corners all around, the first so many turns on."""
    return lambda form: polygon(ring.point(form, first + at / count) for at in range(count))


def _star(count: int, share: float, ring: _Ring) -> Maker:
    def points(form: ShapeSize) -> Iterator[XY]:
        inner = 2 * form.share("adj", share, 0.5)
        for at in range(count):
            yield ring.point(form, at / count)
            yield ring.point(form, (at + 0.5) / count, inner)

    return lambda form: polygon(points(form))


def _centred(count: int, wide: float) -> Maker:
    """Return the maker of a star whose middle stays that of its box."""
    return _star(count, _STARS[count], _Ring(wide=wide))


_STARS: Final = {4: 0.125, 6: 0.28868, 8: 0.375, 10: 0.42533, 12: 0.375, 16: 0.375}
_STARS_MANY: Final = (24, 32)


def _triangle(form: ShapeSize) -> Contours:
    top = form.width * form.share("adj", 0.5)
    return polygon([(0, form.height), (top, 0), (form.width, form.height)])


def _right_triangle(form: ShapeSize) -> Contours:
    return polygon([(0, form.height), (0, 0), (form.width, form.height)])


def _diamond(form: ShapeSize) -> Contours:
    x, y = form.centre
    return polygon([(0, y), (x, 0), (form.width, y), (x, form.height)])


def _parallelogram(form: ShapeSize) -> Contours:
    width, height = form.width, form.height
    lean = form.short * form.share("adj", 0.25, form.reach(width))
    return polygon([(0, height), (lean, 0), (width, 0), (width - lean, height)])


def _trapezoid(form: ShapeSize) -> Contours:
    width, height = form.width, form.height
    lean = form.short * form.share("adj", 0.25, form.reach(width) / 2)
    return polygon([(0, height), (lean, 0), (width - lean, 0), (width, height)])


def _hexagon(form: ShapeSize) -> Contours:
    width, (_, y) = form.width, form.centre
    lean = form.short * form.share("adj", 0.25, form.reach(width) / 2)
    up = y * form.share("vf", 1.1547, 2.0) * sin(pi / 3)
    return polygon(
        [
            *((0, y), (lean, y - up), (width - lean, y - up)),
            *((width, y), (width - lean, y + up), (lean, y + up)),
        ]
    )


def _dodecagon(form: ShapeSize) -> Contours:
    near, far = 2894 / 21600, 7906 / 21600
    corners = [(0.0, far), (near, near), (far, 0.0)]
    across = corners + [(1 - x, y) for x, y in reversed(corners)]
    around = across + [(x, 1 - y) for x, y in reversed(across)]
    return polygon((form.width * x, form.height * y) for x, y in around)


def _bolt(form: ShapeSize) -> Contours:
    grid = (
        *((8472, 0), (12860, 6080), (11050, 6797), (16577, 12007), (14767, 12877)),
        *((21600, 21600), (10012, 14915), (12222, 13987), (5022, 9705), (7602, 8382), (0, 3890)),
    )
    return polygon((form.width * x / 21600, form.height * y / 21600) for x, y in grid)


def _bar(form: ShapeSize) -> Contours:
    (x, y), half = form.centre, form.height * form.share("adj1", 0.2352) / 2
    wide = form.width * 0.73490
    return plain(Pencil().box(x - wide / 2, y - half, wide, half * 2))


def _plus_sign(form: ShapeSize) -> Contours:
    (x, y), half = form.centre, form.short * form.share("adj1", 0.2352, 0.7349) / 2
    out, up = form.width * 0.36745, form.height * 0.36745
    return polygon(
        [
            *((x - out, y - half), (x - half, y - half), (x - half, y - up), (x + half, y - up)),
            *((x + half, y - half), (x + out, y - half), (x + out, y + half), (x + half, y + half)),
            *((x + half, y + up), (x - half, y + up), (x - half, y + half), (x - out, y + half)),
        ]
    )


def _times(form: ShapeSize) -> Contours:
    """Return a cross that lies along the box's diagonals."""
    (x, y), thick = form.centre, form.short * form.share("adj1", 0.2352, 0.51965) / 2
    long = sqrt(form.width**2 + form.height**2)
    if not (form.width and form.height):
        return polygon([(0.0, 0.0)])
    across, down = form.width / long, form.height / long
    reach = long * 0.51965 / 2
    along = [(across, down), (-across, down), (-across, -down), (across, -down)]
    arms: list[XY] = []
    for at, (dx, dy) in enumerate(along):
        nx, ny = -dy * thick, dx * thick
        tip = (x + dx * reach, y + dy * reach)
        arms += [(tip[0] - nx, tip[1] - ny), (tip[0] + nx, tip[1] + ny)]
        notch = thick / (across if at % 2 == 0 else down)
        arms.append(((x, y + notch), (x - notch, y), (x, y - notch), (x + notch, y))[at])
    return polygon(arms)


def _equal(form: ShapeSize) -> Contours:
    (x, y), wide = form.centre, form.width * 0.7349
    bar = form.height * form.share("adj1", 0.2352, 0.36745)
    gap = form.height * form.share("adj2", 0.1176) / 2
    upper = Pencil().box(x - wide / 2, y - gap - bar, wide, bar)
    return plain(upper.box(x - wide / 2, y + gap, wide, bar))


def _divide(form: ShapeSize) -> Contours:
    (x, y), wide = form.centre, form.width * 0.7349
    bar = form.height * form.share("adj1", 0.2352, 0.3675)
    gap = form.height * form.share("adj2", 0.0588)
    dot = min(form.height * form.share("adj3", 0.1176), form.width * 0.3675)
    pencil = Pencil().box(x - wide / 2, y - bar / 2, wide, bar)
    for middle in (y - bar / 2 - gap - dot, y + bar / 2 + gap + dot):
        pencil.ellipse(x - dot, middle - dot, dot * 2, dot * 2)
    return plain(pencil)


_PENTAGON, _HEPTAGON = _Ring(_WIDER, _HIGHER), _Ring(1.02572, 1.05210)

POLYGONS: Final[dict[str, Maker]] = {
    "triangle": _triangle,
    "flowChartExtract": _triangle,
    "rtTriangle": _right_triangle,
    "diamond": _diamond,
    "flowChartDecision": _diamond,
    "parallelogram": _parallelogram,
    "trapezoid": _trapezoid,
    "pentagon": _regular(5, _PENTAGON),
    "hexagon": _hexagon,
    "heptagon": _regular(7, _HEPTAGON),
    "decagon": lambda form: polygon(
        (
            form.width / 2 * (1 + cos(at * pi / 5)),
            form.height / 2 * (1 + _WIDER * sin(at * pi / 5)),
        )
        for at in range(10)
    ),
    "dodecagon": _dodecagon,
    "star4": _centred(4, 1.0),
    "star5": _star(5, 0.19098, _PENTAGON),
    "star6": _centred(6, 1.15470),
    "star7": _star(7, 0.34601, _HEPTAGON),
    "star8": _centred(8, 1.0),
    "star10": _centred(10, _WIDER),
    "star12": _centred(12, 1.0),
    "star16": _centred(16, 1.0),
    **{f"star{count}": _star(count, 0.375, _Ring()) for count in _STARS_MANY},
    "lightningBolt": _bolt,
    "mathMinus": _bar,
    "mathPlus": _plus_sign,
    "mathMultiply": _times,
    "mathEqual": _equal,
    "mathDivide": _divide,
}
"""Polygons, stars and signs by the names that files give them."""
