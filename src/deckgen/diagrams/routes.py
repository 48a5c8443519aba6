"""Nodes in their places and edges -> the way of each edge: across and along, around all boxes.

A way has at most five parts, which is what the elbow connectors of DrawingML can have (ECMA-376-1,
20.1.10.56, `bentConnector5`), so that there are few kinds of ways from one site to another. All are
tried, on lines beside and between the boxes, and the cheapest is taken: length costs little, a bend
more, crossing another way more than that, and what runs upon another way or through a box is none.
"""

from __future__ import annotations

from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from deckgen.diagrams.courses import (
    BOTTOM,
    LEFT,
    RIGHT,
    TOP,
    Point,
    Site,
    Way,
    heading_of,
    least_bends,
    lines,
    sites,
    ways,
)
from deckgen.diagrams.model import Direction, Head

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deckgen.diagrams.layers import NodeBox
    from deckgen.diagrams.model import Edge

_CLEAR: Final = 0.9
"""How near to a box a way may come."""
_LENGTH: Final = 0.2
_BEND: Final = 4.0
_FEW: Final = 2
"""Each bend beyond so many costs twice: the eye loses such ways."""
_CROSSING: Final = 6.0
_ASIDE: Final = 3.0
"""What it costs that words have room only where other edges may join theirs."""
_CRAMPED: Final = 12.0
"""What it costs that words have no room on their way."""
_OFF_FLOW: Final = 5.0
"""What it costs to start or end at a side where edges are not led; in margins, as are the others.
"""
_SHARED: Final = 2.0
"""What it costs to use a site that another edge leads to where this one leads away, or so."""
_MISTAKEN: Final = 24.0
"""What it costs to meet a site at which another edge has a head that would be read for both: more
than to leave at any other side and to cross a way or two."""
_SAYING: Final = frozenset((Head.TRIANGLE, Head.DIAMOND, Head.OPEN_DIAMOND))
"""Heads that say what an edge means, as UML has them: one that is joined there seems to say it."""
_KINDS: Final = (frozenset((0, 1, 2)), frozenset((3, 4)))
"""The bends of ways that are tried together."""
_INEXACT: Final = 1.000001
"""What sums of lengths may be off, as a factor."""
_Parts = tuple[list[tuple[float, float, float]], list[tuple[float, float, float]]]
"""Parts of ways that run across, and those that run along: on which line, from where to where."""
_BESIDE_WORDS: Final = 0.3
"""How far words keep from boxes beside their way, in margins."""
_LOOP: Final = 1.5
"""How far a way leads around a corner of its own node, in margins."""
_ALONG: Final = (0.5, 0.3, 0.7)
"""Where on a part of a way its words may stand, as shares of it."""
_FLOW: Final = {
    Direction.DOWN: (BOTTOM, TOP),
    Direction.UP: (TOP, BOTTOM),
    Direction.RIGHT: (RIGHT, LEFT),
    Direction.LEFT: (LEFT, RIGHT),
}
"""The sites at which edges leave and arrive that lead where the graph does."""


class Router:
    """Finds ways one after the other; each keeps clear of those before it."""

    def __init__(
        self,
        spots: Mapping[str, NodeBox],
        margin: float,
        direction: Direction,
        within: Mapping[str, NodeBox] | None = None,
    ) -> None:
        """Take the boxes that ways keep clear of, and those of groups, which they may cross."""
        self._spots = spots
        self._ends = {**(within or {}), **spots}
        self._margin = margin
        self._direction = direction
        self._flow = _FLOW[direction]
        self._grid = self._lines = (
            lines(((s.x, s.right) for s in self._ends.values()), margin),
            lines(((s.y, s.bottom) for s in self._ends.values()), margin),
        )
        self._near: dict[tuple[int, float], list[tuple[float, float, str]]] = {}
        self._taken: list[tuple[Point, Point, str, str]] = []
        self._others: _Parts = ([], [])
        self._used: dict[tuple[str, int], set[tuple[str, Head]]] = {}
        self._words: tuple[float, float] | None = None
        self._words_first = False

    def way(
        self,
        edge: Edge,
        words: tuple[float, float] | None = None,
        *,
        first: bool = False,
        direction: Direction | None = None,
    ) -> Way | None:
        """Return the way of an edge, None where there is none with so few bends.

        Its `words`, so wide and high, are to have room on it: on its `first` part, or on its last.
        It leads in a `direction`, that of the graph unless told.
        """
        if edge.source == edge.target:
            return self._loop(edge)
        self._words, self._words_first = words, first
        self._others = _strangers(self._taken, edge)
        self._flow = _FLOW[direction or self._direction]
        self._lines = self._grid if words is None else self._with_lines_for(words)
        pairs = [
            (self._site_cost(edge, start, stop), start, stop)
            for start in sites(self._ends[edge.source])
            for stop in sites(self._ends[edge.target])
        ]
        best: tuple[float, Way] | None = None
        for base, start, stop in sorted(pairs, key=itemgetter(0)):
            limit = best[0] if best is not None else float("inf")
            if base >= limit:
                break
            if base + self._least(start, stop) >= limit:
                continue
            found = self._cheapest(edge, start, stop, limit - base)
            if found is not None:
                best = found[0] + base, Way(found[1], start.index, stop.index)
        if best is None:
            return None
        self._take(edge, best[1])
        return best[1]

    def _with_lines_for(self, words: tuple[float, float]) -> tuple[list[float], list[float]]:
        """Return the lines of the grid, and more that are as far from boxes as words need it."""
        wide, high = (size / 2 + self._margin * _BESIDE_WORDS for size in words)
        xs = {x for s in self._spots.values() for x in (s.x - wide, s.right + wide)}
        ys = {y for s in self._spots.values() for y in (s.y - high, s.bottom + high)}
        return sorted({*self._grid[0], *xs}), sorted({*self._grid[1], *ys})

    def _site_cost(self, edge: Edge, start: Site, stop: Site) -> float:
        cost = 0.0
        for name, site, flow, (role, head) in (
            (edge.source, start, self._flow[0], ("out", edge.tail)),
            (edge.target, stop, self._flow[1], ("in", edge.head)),
        ):
            used = self._used.get((name, site.index), set())
            cost += _OFF_FLOW * (site.index != flow)
            cost += _SHARED * any(other != role for other, _ in used)
            cost += _MISTAKEN * any(_SAYING & {head, other} for _, other in used if other != head)
        return cost * self._margin

    def _take(self, edge: Edge, way: Way) -> None:
        for a, b in pairwise(way.points):
            self._taken.append((a, b, edge.source, edge.target))
        self._used.setdefault((edge.source, way.start), set()).add(("out", edge.tail))
        self._used.setdefault((edge.target, way.stop), set()).add(("in", edge.head))

    def _loop(self, edge: Edge) -> Way:
        """Return the way of an edge that leads back to its own node: around its upper right."""
        spot = self._ends[edge.source]
        top, _, _, right = sites(spot)
        x, y = spot.right + self._margin * _LOOP, spot.y - self._margin * _LOOP
        points = (right.point, (x, right.point[1]), (x, y), (top.point[0], y), top.point)
        way = Way(points, right.index, top.index)
        self._take(edge, way)
        return way

    def _cheapest(
        self, edge: Edge, start: Site, stop: Site, limit: float
    ) -> tuple[float, tuple[Point, ...]] | None:
        """Return the cheapest way between two sites and its cost, if it is below a limit.

        Those with few bends come first: there are few, and what they cost limits the others.
        """
        best = None
        for bends in _KINDS:
            for cost, points in self._priced(start, stop, bends, limit):
                if cost >= limit:
                    break
                more = self._hindered(edge, points, cost, limit)
                if more is not None and cost + more < limit:
                    limit = cost + more
                    best = limit, points
        return best

    def _priced(
        self, start: Site, stop: Site, bends: frozenset[int], limit: float
    ) -> list[tuple[float, tuple[Point, ...]]]:
        """Return the ways with so many bends that cost less than a limit, the cheapest first."""
        longest = tuple(  # what is longer costs more, whatever it meets
            (limit - self._price(0.0, number)) / _LENGTH * _INEXACT if number in bends else -1.0
            for number in range(5)
        )
        found = ways(start, stop, self._lines, self._margin, longest)
        return sorted((cost, way) for way in found if (cost := self._length(way)) < limit)

    def _length(self, points: tuple[Point, ...]) -> float:
        """Return what the length and the bends of a way cost."""
        length, (x, y) = 0.0, points[0]
        for other_x, other_y in points:
            length += abs(x - other_x) + abs(y - other_y)
            x, y = other_x, other_y
        return self._price(length, len(points) - 2)

    def _price(self, length: float, bends: int) -> float:
        return length * _LENGTH + (bends + max(0, bends - _FEW)) * _BEND * self._margin

    def _least(self, start: Site, stop: Site) -> float:
        """Return what the shortest way between two sites would cost, if nothing was in its way."""
        (ax, ay), (bx, by) = start.point, stop.point
        return self._price(abs(ax - bx) + abs(ay - by), least_bends(start, stop))

    def _hindered(
        self, edge: Edge, points: tuple[Point, ...], base: float, limit: float
    ) -> float | None:
        """Return what a way costs for those that it crosses; None where it is no way at all.

        One that costs `base` without that is none where all is not below the limit.
        """
        parts = [*pairwise(points)]
        for number, (a, b) in enumerate(parts):
            own = {edge.source, heading_of(edge.source)} if number == 0 else set[str]()
            own |= {edge.target, heading_of(edge.target)} if number == len(parts) - 1 else set()
            if not self._is_clear(a, b, own):
                return None
        cost = self._cramped(points) * self._margin
        if base + cost >= limit:
            return None
        near, crossing = self._margin * 0.5, _CROSSING * self._margin
        for a, b in parts:
            axis = 0 if a[1] == b[1] else 1
            line, one, other = a[1 - axis], a[axis], b[axis]
            low, high = (one, other) if one < other else (other, one)
            for beside, first, last in self._others[axis]:
                if -near < line - beside < near and low < last and first < high:
                    return None  # it would run along another
            for across, first, last in self._others[1 - axis]:
                if low < across < high and first < line < last:
                    cost += crossing
            if base + cost >= limit:
                return None
        return cost

    def _cramped(self, points: tuple[Point, ...]) -> float:
        """Return what it costs if the words of an edge have no place on its way, or not the best.

        The best is where an edge is alone: at its start where others end as it does, else its end.
        """
        if self._words is None:
            return 0.0
        parts = [*pairwise(points)]
        best = 0 if self._words_first else len(parts) - 1
        if self._holds_words(*parts[best]):
            return 0.0
        others = (part for number, part in enumerate(parts) if number != best)
        return _ASIDE if any(self._holds_words(*part) for part in others) else _CRAMPED

    def _holds_words(self, start: Point, end: Point) -> bool:
        """Tell whether the words of an edge have a place on a part of its way."""
        assert self._words is not None
        (wide, high), (ax, ay), (bx, by) = self._words, start, end
        if abs(ax - bx) + abs(ay - by) < (wide if ay == by else high) + self._margin:
            return False
        for share in _ALONG:
            left = ax + (bx - ax) * share - wide / 2
            top = ay + (by - ay) * share - high / 2
            if not any(
                spot.x < left + wide
                and left < spot.right
                and spot.y < top + high
                and top < spot.bottom
                for spot in self._spots.values()
            ):
                return True
        return False

    def _is_clear(self, a: Point, b: Point, own: set[str]) -> bool:
        """Tell whether a part of a way comes near no box but those that it starts or ends at."""
        axis = 1 if a[0] == b[0] else 0
        low, high = (a[axis], b[axis]) if a[axis] < b[axis] else (b[axis], a[axis])
        for first, last, name in self._boxes_near(1 - axis, a[1 - axis]):
            if name not in own and high > first and low < last:
                return False
        return True

    def _boxes_near(self, axis: int, line: float) -> list[tuple[float, float, str]]:
        """Return where along a line boxes are that it comes near."""
        known = self._near.get((axis, line))
        if known is None:
            near, known = self._margin * _CLEAR, []
            for name, spot in self._spots.items():
                across = (spot.x, spot.right), (spot.y, spot.bottom)
                if across[axis][0] - near < line < across[axis][1] + near:
                    low, high = across[1 - axis]
                    known.append((low - near, high + near, name))
            self._near[axis, line] = known
        return known


def _strangers(taken: Sequence[tuple[Point, Point, str, str]], edge: Edge) -> _Parts:
    """Return the parts of ways that an edge may neither join nor cross for nothing."""
    found: _Parts = ([], [])
    for a, b, source, target in taken:
        if source != edge.source and target != edge.target:
            axis = 0 if a[1] == b[1] else 1
            one, other = a[axis], b[axis]
            found[axis].append((a[1 - axis], min(one, other), max(one, other)))
    return found
