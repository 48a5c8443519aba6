"""The sites at two boxes -> all kinds of ways from one to the other, on the lines of a grid."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from deckgen.diagrams.layers import NodeBox

Point = tuple[float, float]

_TRACKS: Final = 3
"""So many lines run beside each box on each side."""
_NEARLY: Final = 0.99
"""Sums of lengths are not exact."""


TOP: Final = 0
LEFT: Final = 1
BOTTOM: Final = 2
RIGHT: Final = 3
"""The connection sites of a box, one on each side, in the order of `a:stCxn@idx`."""


class Site(Struct, frozen=True):
    """A connection site of a box, by its index."""

    index: int
    point: Point
    step: tuple[int, int]
    """Which way an edge leaves there."""


class Way(Struct, frozen=True):
    """The way of an edge from a site to another, by their indices: its corners, ends among them."""

    points: tuple[Point, ...]
    start: int
    stop: int


def heading_of(group: str) -> str:
    """Return the name of the box that holds the name of a group, past which its own edges lead."""
    return f"name of {group}"


def sites(spot: NodeBox) -> tuple[Site, ...]:
    """Return the connection sites of a box in their order."""
    x, y = spot.middle
    return (
        Site(TOP, (x, spot.y), (0, -1)),
        Site(LEFT, (spot.x, y), (-1, 0)),
        Site(BOTTOM, (x, spot.bottom), (0, 1)),
        Site(RIGHT, (spot.right, y), (1, 0)),
    )


def ways(
    start: Site,
    stop: Site,
    tracks: tuple[list[float], list[float]],
    margin: float,
    longest: tuple[float, ...] = (float("inf"),) * 5,
) -> Iterator[tuple[Point, ...]]:
    """Yield all kinds of ways from one site to another, each with its corners.

    Of those with so many bends none that is much longer than `longest` says is yielded.
    """
    if start.step[1] == 0:  # those that start across are those that start along, turned over
        turned = (_turned(start), _turned(stop))
        for points in ways(*turned, (tracks[1], tracks[0]), margin, longest):
            yield tuple((y, x) for x, y in points)
        return
    if stop.step[1] == 0:
        yield from _into_a_side(start, stop, tracks[0], margin, longest)
    else:
        yield from _into_an_end(start, stop, tracks, margin, longest)


def least_bends(start: Site, stop: Site) -> int:
    """Return how many bends all `ways` from one site to another have at the least."""
    axis = 1 if start.step[0] == 0 else 0
    ahead = (stop.point[axis] - start.point[axis]) * start.step[axis] > 0
    if stop.step[axis] == 0:
        inward = (start.point[1 - axis] - stop.point[1 - axis]) * stop.step[1 - axis] > 0
        return 1 if ahead and inward else 3
    aligned = start.point[1 - axis] == stop.point[1 - axis]
    if stop.step[axis] == start.step[axis]:
        return 4 if aligned else 2
    return 4 if not ahead else 2 * (not aligned)


def _into_a_side(
    start: Site, stop: Site, tracks: list[float], margin: float, longest: tuple[float, ...]
) -> Iterator[tuple[Point, ...]]:
    """Yield ways that start along and end across: with one bend or three."""
    (sx, sy), (tx, ty) = start.point, stop.point
    down, side = start.step[1], stop.step[0]
    straight = abs(sx - tx) + abs(sy - ty)
    if (ty - sy) * down > 0 and (sx - tx) * side > 0 and straight <= longest[1]:
        yield (start.point, (sx, ty), stop.point)
    if straight > longest[3]:
        return
    near = _tracks(tx, side, margin)
    xs = (*near, *(x for x in tracks if (x - near[-1]) * side > 0))
    for y in _tracks(sy, down, margin):
        along = abs(sy - y) + abs(y - ty)
        for x in xs:
            if along + abs(sx - x) + abs(x - tx) <= longest[3]:
                yield (start.point, (sx, y), (x, y), (x, ty), stop.point)


def _into_an_end(
    start: Site,
    stop: Site,
    tracks: tuple[list[float], list[float]],
    margin: float,
    longest: tuple[float, ...],
) -> Iterator[tuple[Point, ...]]:
    """Yield ways that start and end along: straight, with two bends or four."""
    (sx, sy), (tx, ty) = start.point, stop.point
    down, up = start.step[1], stop.step[1]
    straight = abs(sx - tx) + abs(sy - ty)
    if sx == tx:
        if (ty - sy) * down > 0 > up * down and straight <= longest[0]:
            yield (start.point, stop.point)
    elif straight <= longest[2]:
        for y in tracks[1]:
            if (y - sy) * down >= margin * _NEARLY and (y - ty) * up >= margin * _NEARLY:
                yield (start.point, (sx, y), (tx, y), stop.point)
    if straight <= longest[4]:
        yield from _around_both(start, stop, tracks[0], margin, longest[4])


def _around_both(
    start: Site, stop: Site, tracks: list[float], margin: float, longest: float
) -> Iterator[tuple[Point, ...]]:
    """Yield ways that start and end along with four bends."""
    (sx, sy), (tx, ty) = start.point, stop.point
    for first in _tracks(sy, start.step[1], margin):
        for last in _tracks(ty, stop.step[1], margin):
            room = longest - abs(sy - first) - abs(first - last) - abs(last - ty)
            if room < abs(sx - tx) or first == last:
                continue
            for x in tracks:
                if x not in (sx, tx) and abs(sx - x) + abs(x - tx) <= room:
                    yield (start.point, (sx, first), (x, first), (x, last), (tx, last), stop.point)


def _tracks(edge: float, step: int, margin: float) -> list[float]:
    """Return the lines beside an edge of a box, the nearest first."""
    return [edge + step * margin * track for track in range(1, _TRACKS + 1)]


def _turned(site: Site) -> Site:
    return Site(site.index, (site.point[1], site.point[0]), (site.step[1], site.step[0]))


def lines(spans: Iterable[tuple[float, float]], margin: float) -> list[float]:
    """Return the lines of the grid on one axis: beside each box, and through its middle."""
    found: set[float] = set()
    for low, high in spans:
        found.add((low + high) / 2)
        for track in range(1, _TRACKS + 1):
            found |= {low - margin * track, high + margin * track}
    kept: list[float] = []
    for line in sorted(found):
        if not kept or line - kept[-1] > margin * 0.2:
            kept.append(line)
    return kept
