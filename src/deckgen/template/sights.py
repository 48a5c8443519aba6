"""A picture behind a whole slide -> its surfaces and the things in it, as if they were drawn.

Designers paint bars, rules and logos into the picture of a background. Text has to keep to them as
to shapes: surfaces are what it stands on, things are what it keeps clear of. Neighbouring points
that are alike belong to one surface, so that gradients are one; small surfaces are things.
"""

from __future__ import annotations

from itertools import chain, groupby, pairwise
from typing import TYPE_CHECKING, Final

from deckgen.colors import Color, contrast
from deckgen.geometry import Rect, largest_free
from deckgen.records import Struct
from deckgen.units import Emu

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PIL.Image import Image as Picture

_ALIKE: Final = 10
"""By how much each channel of neighbouring points of a surface differs at most, of 255."""
_SURFACE: Final = 0.03
"""The share of the slide from which what is alike is a surface."""
_PLAIN: Final = 0.5
"""The share of the slide that surfaces cover, else it is a photograph in which all is a thing."""
_STRAIGHT: Final = 0.85
"""The share of its box that a bar covers; rounded corners and what stands on it take the rest."""
_SEEN: Final = 1.2
"""The contrast with what is around it from which a thing is seen; watermarks have less."""
_SPECK: Final = 3
"""How many points in each direction are too few for a thing."""
_DENSE: Final = 0.4
"""The share of its box that a thing covers, else it is told by several boxes."""
_DIVISIONS: Final = 3
"""How often the box of a thing is divided in two."""
_MOST: Final = 12
"""How many boxes tell where things are; what takes more is a pattern."""
_GROUPS: Final = 8
"""How many things there are apart from one another; more of them are a pattern."""
_FREE: Final = 0.3
"""The share of the slide that things leave free in one piece, else text lies on them anyway."""

Point = tuple[int, int, int]
Spots = frozenset[tuple[int, int]]


class Sight(Struct, frozen=True):
    """The box of a surface in a picture, and its colour; that of a thing, which has none."""

    box: Rect
    color: Color | None = None


def sights_of(picture: Picture, slide: Rect) -> tuple[Sight, ...]:
    """Return the surfaces and things in a picture in RGB that fills a slide.

    There are none where the picture is one surface, or a photograph or pattern. Surfaces come
    first; a surface with crooked edges is a thing itself unless it is the ground.
    """
    width, height = picture.size
    points = list(zip(*[iter(picture.tobytes())] * 3, strict=True))
    large = [area for area in _areas(points, width) if len(area) >= len(points) * _SURFACE]
    if sum(map(len, large)) < len(points) * _PLAIN:
        return ()
    surfaces = [_Surface(area, _box_of(area, width), _mean(points, area)) for area in large]
    ground = max(surfaces, key=lambda surface: len(surface.area))
    bars = [surface for surface in surfaces if surface.is_bar(ground)]
    grounds = {
        at: surface.color
        for surface in surfaces
        if surface is ground or surface in bars or not _is_seen(surface.color, ground.color)
        for at in surface.area
    }
    scale = Scale(slide, width, height)
    things = [*map(scale.box, _things(points, width, grounds))]
    if len(things) > _MOST or largest_free(slide, things).area < slide.area * _FREE:
        return ()
    seen = bars if len(bars) > 1 else ()
    return (*(Sight(scale.box(bar.box), bar.color) for bar in seen), *map(Sight, things))


class _Surface(Struct, frozen=True, eq=False):
    """The numbers of connected points that are alike, the box around them and their colour."""

    area: list[int]
    box: Rect
    color: Color

    def is_bar(self, ground: _Surface) -> bool:
        """Tell whether the surface has straight edges, and another colour unless it is parted."""
        differs = _is_seen(self.color, ground.color) or _are_one(self.color, ground.color)
        return differs and len(self.area) >= _extent(self.box) * _STRAIGHT


class Scale(Struct, frozen=True):
    """How the points of a picture lie on the box that it fills."""

    whole: Rect
    width: int
    height: int

    def box(self, points: Rect) -> Rect:
        """Return the part of the box that a box of points takes."""
        whole = self.whole
        left, right = (whole.width * x // self.width for x in (points.x, points.right))
        top, bottom = (whole.height * y // self.height for y in (points.y, points.bottom))
        return Rect(whole.x + left, whole.y + top, right - left, bottom - top)


def _areas(points: list[Point], width: int) -> list[list[int]]:
    """Return the numbers of points that are connected by steps between points that are alike."""
    joined = _Joined([])
    above: list[_Run] = []
    runs: list[_Run] = []
    for start in range(0, len(points), width):
        row = list(_runs(points[start : start + width], start, len(runs)))
        for run in row:
            joined.leads.append(run.number)
        for one, other in chain(pairwise(row), _touching(above, row, width)):
            if _are_alike(one.point, other.point):
                joined.join(one.number, other.number)
        runs += row
        above = row
    found: dict[int, list[int]] = {}
    for run in runs:
        found.setdefault(joined.lead(run.number), []).extend(range(run.start, run.stop))
    return list(found.values())


class _Run(Struct, frozen=True):
    """Points of one colour in a row, from the number of the first to that after the last."""

    number: int
    start: int
    stop: int
    point: Point


class _Joined(Struct):
    """Which runs are connected: each leads to another one, and at last to the first of them."""

    leads: list[int]

    def lead(self, at: int) -> int:
        """Return the first of the runs with which one is connected."""
        leads = self.leads
        while leads[at] != at:
            leads[at] = leads[leads[at]]
            at = leads[at]
        return at

    def join(self, one: int, other: int) -> None:
        """Note that two runs are connected."""
        first, second = self.lead(one), self.lead(other)
        self.leads[max(first, second)] = min(first, second)


def _runs(row: list[Point], start: int, number: int) -> Iterator[_Run]:
    for point, same in groupby(row):
        stop = start + len(list(same))
        yield _Run(number, start, stop, point)
        start, number = stop, number + 1


def _touching(above: list[_Run], row: list[_Run], width: int) -> Iterator[tuple[_Run, _Run]]:
    """Yield the runs of a row with those of the row above which they touch."""
    upper, lower = 0, 0
    while upper < len(above) and lower < len(row):
        one, other = above[upper], row[lower]
        yield one, other
        ends, end = one.stop + width, other.stop
        upper += ends <= end
        lower += end <= ends


def _are_alike(one: Point, other: Point) -> bool:
    return one == other or (
        abs(one[0] - other[0]) <= _ALIKE
        and abs(one[1] - other[1]) <= _ALIKE
        and abs(one[2] - other[2]) <= _ALIKE
    )


def _mean(points: list[Point], area: Iterable[int]) -> Color:
    channels = list(zip(*(points[at] for at in area), strict=True))
    return _color(tuple(round(sum(channel) / len(channel)) for channel in channels))


def _color(point: tuple[int, ...]) -> Color:
    return Color("".join(f"{channel:02X}" for channel in point))


def _is_seen(one: Color, other: Color) -> bool:
    return contrast(one, other) >= _SEEN


def _are_one(one: Color, other: Color) -> bool:
    """Tell whether two surfaces are of one colour: something between them parts them then."""
    return all(
        abs(int(one.rgb[at : at + 2], 16) - int(other.rgb[at : at + 2], 16)) <= _ALIKE
        for at in (0, 2, 4)
    )


def _box_of(area: Iterable[int], width: int) -> Rect:
    return _around((at % width, at // width) for at in area)


def _around(spots: Iterable[tuple[int, int]]) -> Rect:
    """Return the box of some points, each of which is as wide and high as one."""
    across, down = zip(*spots, strict=True)
    left, top = min(across), min(down)
    return Rect(Emu(left), Emu(top), Emu(max(across) + 1 - left), Emu(max(down) + 1 - top))


def _extent(box: Rect) -> int:
    return box.width * box.height


def _things(points: list[Point], width: int, grounds: dict[int, Color]) -> Iterator[Rect]:
    """Yield the boxes of the points that belong to no ground and stand out from those beside."""
    marks = frozenset((at % width, at // width) for at in range(len(points)) if at not in grounds)
    for thing in _groups(marks):
        around = {
            grounds[next_to]
            for x, y in thing
            for next_to in (y * width + x - 1, y * width + x + 1, (y - 1) * width + x)
            if next_to in grounds
        }
        colors = {points[y * width + x] for x, y in thing}
        extremes = min(colors, key=sum), max(colors, key=sum)
        if any(_is_seen(_color(one), beside) for one in extremes for beside in around):
            yield from tight(thing)


def _groups(marks: Spots) -> list[Spots]:
    """Return the groups of points that are large enough to be things; none of a pattern's."""
    boxed = ((group, _around(group)) for group in _connected(marks))
    groups = [group for group, box in boxed if max(box.width, box.height) >= _SPECK]
    return groups if len(groups) <= _GROUPS else []


def _connected(marks: Spots) -> Iterator[Spots]:
    """Yield the groups of points of which each is at most one point away from another."""
    left = set(marks)
    for start in sorted(marks):
        if start not in left:
            continue
        left.discard(start)
        group, waiting = [start], [start]
        while waiting:
            x, y = waiting.pop()
            near = ((x + dx, y + dy) for dx in (-2, -1, 0, 1, 2) for dy in (-2, -1, 0, 1, 2))
            found = [spot for spot in near if spot in left]
            left.difference_update(found)
            group += found
            waiting += found
        yield frozenset(group)


def tight(spots: Spots, divisions: int = _DIVISIONS, dense: float = _DENSE) -> Iterator[Rect]:
    """Yield boxes around points: one, or those of its halves where it is mostly empty.

    It is divided as often as `divisions`, unless points cover the share `dense` of it.
    """
    box = _around(spots)
    if not divisions or len(spots) >= _extent(box) * dense or min(box.width, box.height) < _SPECK:
        yield box
        return
    axis = 0 if box.width >= box.height else 1
    middle = (box.x + box.width // 2, box.y + box.height // 2)[axis]
    before = frozenset(spot for spot in spots if spot[axis] < middle)
    for half in (before, spots - before):
        if half:
            yield from tight(half, divisions - 1, dense)
