"""The ways of edges and their words -> where these stand, clear of boxes and of one another."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import Struct, replace
from deckgen.diagrams.courses import heading_of
from deckgen.diagrams.layers import Footprint, NodeBox

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from deckgen.blocks.diagrams.sizes import Lettering, Words
    from deckgen.diagrams.courses import Point, Way
    from deckgen.diagrams.model import Edge

AROUND_LABEL: Final = 0.35
"""The space around the words of an edge, in em."""
_ASIDE: Final = 0.6
"""What it costs that words stand on another part of their way than where it is alone."""
_BESIDE_WAY: Final = 6.0
"""What it costs that words stand beside their way, rather than on it."""
_BESIDE_WORDS: Final = 0.75
"""How far from a way a count stands, in em, where words stand on the way."""
_WITH_TWO_BENDS: Final = 4
_OFF: Final = 0.55
"""How far beside its way the middle of a label stands there, as a share of its size."""
_FILLED: Final = 0.8
_TIGHT: Final = 3
"""Words cost that take more than a share of their part of the way, so much for each further one."""
_OFF_NODE: Final = 0.3
_FARTHER: Final = (1, 3, 6, 9)
"""The space between a count and the end of its way, in em, and how many times as much is tried."""
_OFF_WAY: Final = 0.4
"""The space between a count and a way across, as a share of that."""
JOINTS: Final = (0.5, 0.15, 0.85, 0.06, 0.94)
"""Where on a part of a way two connectors of one that is parted may meet, as shares of it."""
_STEPS: Final = 8
"""In so many places on each part of a way a label is tried."""


class Led(Struct, frozen=True):
    """An edge with its way and, where it has words, these and where they stand."""

    edge: Edge
    way: Way
    words: Words | None = None
    label: NodeBox | None = None
    is_clear: bool = True
    """Whether the words stand on nothing but their way."""
    counts: tuple[tuple[Words, NodeBox], ...] = ()
    """How many there are at its ends, and where that stands."""
    is_parted: bool = False
    """Whether its connector is two, as it may not turn elsewhere than its way does."""


def labelled(
    ways: Sequence[tuple[Edge, Way]],
    words: Mapping[int, Words],
    boxes: Mapping[str, NodeBox],
    groups: Mapping[str, NodeBox],
    em: float,
) -> Iterator[Led]:
    """Yield edges with the places of their labels, each clear of boxes and other labels."""
    taken = [*boxes.values()]
    first = named_first([edge for edge, _ in ways])
    gap = em * AROUND_LABEL
    for edge, way in ways:
        said = words.get(id(edge))
        if said is None:
            yield Led(edge, way)
            continue
        others = [other for _, other in ways if other is not way]
        size = Footprint(float(said.width) + gap, float(said.height))
        best = 0 if id(edge) in first else len(way.points) - 2
        spots = sorted(
            _places(way, size, best), key=lambda pair: pair[0] + _lines_under(pair[1], others)
        )
        free = next(
            (
                spot
                for _, spot in spots
                if not any(_meets(spot, other) for other in taken)
                and not any(
                    _meets(spot, group) and not _holds(group, spot) for group in groups.values()
                )
            ),
            None,
        )
        if free is not None:
            taken.append(_around(free, gap))
        yield Led(edge, way, said, free or spots[0][1], is_clear=free is not None)


def _places(way: Way, size: Footprint, best: int) -> Iterator[tuple[float, NodeBox]]:
    """Yield places for a label: on the middles of long parts of a way first, then beside it."""
    for number, ((ax, ay), (bx, by)) in enumerate(pairwise(way.points)):
        length = abs(ax - bx) + abs(ay - by)
        flat = ay == by
        need = size.width if flat else size.height
        for step in range(1, _STEPS):
            share = step / _STEPS
            x, y = ax + (bx - ax) * share, ay + (by - ay) * share
            cost = abs(share - 0.5) * 2 + max(0.0, need / max(length, 1.0) - _FILLED) * _TIGHT
            cost += _ASIDE * (number != best)
            for side in (0.0, -_OFF, _OFF):
                left = x - size.width / 2 + (0.0 if flat else size.width * side)
                top = y - size.height / 2 + (size.height * side if flat else 0.0)
                off = _BESIDE_WAY * (side != 0)
                yield cost + off, NodeBox(left, top, size.width, size.height)


def _lines_under(spot: NodeBox, ways: Sequence[Way]) -> float:
    """Return how many other ways a label would stand on, which costs more than a place aside."""
    return 4.0 * sum(
        any(_meets(spot, _part(a, b)) for a, b in pairwise(way.points)) for way in ways
    )


def named_first(edges: Sequence[Edge]) -> frozenset[int]:
    """Return the edges whose words stand at their start: others end as they do, none starts so."""
    sources = Counter(edge.source for edge in edges)
    targets = Counter(edge.target for edge in edges)
    return frozenset(
        id(edge) for edge in edges if sources[edge.source] == 1 and targets[edge.target] > 1
    )


def counted(
    led: Sequence[Led], boxes: Mapping[str, NodeBox], lettering: Lettering, em: float
) -> Iterator[Led]:
    """Yield edges with how many there are at their ends, which stands beside their ways.

    Where ways start or end as one, what is said of all of them stands there once.
    """
    solid = [*boxes.values(), *(each.label for each in led if each.label is not None)]
    lines = [_part(a, b) for each in led for a, b in pairwise(each.way.points)]
    told: set[tuple[tuple[float, float], str]] = set()
    for each in led:
        found: list[tuple[Words, NodeBox]] = []
        ends = (each.way.points[:2], each.way.points[-1:-3:-1])
        for count, (end, before) in zip(each.edge.counts, ends, strict=True):
            if count and (end, count) not in told:
                words = lettering.words(count)
                spot = _beside_end(end, before, words, em, (solid, lines))
                solid.append(spot)
                told.add((end, count))
                found.append((words, spot))
        yield replace(each, counts=tuple(found)) if found else each


def _beside_end(
    end: tuple[float, float],
    before: tuple[float, float],
    words: Words,
    em: float,
    taken: tuple[Sequence[NodeBox], Sequence[NodeBox]],
) -> NodeBox:
    """Return where a count stands: beside the end of a way, at the side that is free.

    It may stand on a line rather than on words or nodes.
    """
    solid, lines = taken
    spots = list(_spots_beside(end, before, words, em))
    clear = [s for s in spots if not any(_meets(s, other) for other in solid)]
    free = (s for s in clear if not any(_meets(s, line) for line in lines))
    return next(free, (clear or spots)[0])


def _spots_beside(
    end: tuple[float, float], before: tuple[float, float], words: Words, em: float
) -> Iterator[NodeBox]:
    """Yield places at both sides of a way, the nearest first; the last ones clear its words."""
    wide, high, gap = float(words.width), float(words.height), em * _OFF_NODE
    (x, y), (u, v) = end, before
    is_upright = x == u
    for beside in (gap if is_upright else gap * _OFF_WAY, em * _BESIDE_WORDS):
        for away in (gap * times for times in _FARTHER):
            if is_upright:
                top = y + away if v > y else y - away - high
                yield NodeBox(x + beside, top, wide, high)
                yield NodeBox(x - beside - wide, top, wide, high)
            else:
                left = x + away if u > x else x - away - wide
                yield NodeBox(left, y - beside - high, wide, high)
                yield NodeBox(left, y + beside, wide, high)


def _around(spot: NodeBox, gap: float) -> NodeBox:
    return NodeBox(spot.x - gap, spot.y - gap / 2, spot.width + 2 * gap, spot.height + gap)


def _part(a: tuple[float, float], b: tuple[float, float]) -> NodeBox:
    return NodeBox(min(a[0], b[0]), min(a[1], b[1]), abs(a[0] - b[0]), abs(a[1] - b[1]))


def _meets(one: NodeBox, other: NodeBox) -> bool:
    return (
        one.x < other.right
        and other.x < one.right
        and one.y < other.bottom
        and other.y < one.bottom
    )


def _holds(one: NodeBox, other: NodeBox) -> bool:
    return (
        one.x <= other.x
        and other.right <= one.right
        and one.y <= other.y
        and other.bottom <= one.bottom
    )


def parted(led: Sequence[Led], boxes: Mapping[str, NodeBox]) -> Iterator[Led]:
    """Yield edges, and tell of those that would be in the way if they turned half way.

    LibreOffice 7.4 turns connectors there that have two bends, wherever they are told to. Words of
    an edge that is parted are not clear where they leave no place for that.
    """
    for each in led:
        points = _turning_half_way(each.way.points)
        own = {each.edge.source, each.edge.target}
        own |= {heading_of(name) for name in own}
        others = [box for name, box in boxes.items() if name not in own]
        others += [other.label for other in led if other.label is not None]
        parts = [_part(a, b) for a, b in pairwise(points)]
        crossed = any(_meets(part, box) for part in parts[1:-1] for box in others)
        several = crossed or len(each.way.points) > _WITH_TWO_BENDS
        clear = each.is_clear and not (several and _covers_joints(each))
        yield replace(each, is_parted=crossed, is_clear=clear) if several else each


def _covers_joints(led: Led) -> bool:
    """Tell whether the words of an edge stand wherever it may be parted between two bends."""
    if led.label is None:
        return False
    for (ax, ay), (bx, by) in pairwise(led.way.points[1:-1]):
        spots = [(ax + (bx - ax) * share, ay + (by - ay) * share) for share in JOINTS]
        if all(_meets(_part(spot, spot), led.label) for spot in spots):
            return True
    return False


def _turning_half_way(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """Return the points of a way with two bends, had it these half way; nothing for others."""
    if len(points) != _WITH_TWO_BENDS:
        return ()
    (x, y), (turn, _), _, (u, v) = points
    if points[1][1] == y:
        middle = (x + u) / 2
        return () if middle == turn else ((x, y), (middle, y), (middle, v), (u, v))
    middle = (y + v) / 2
    return () if middle == points[1][1] else ((x, y), (x, middle), (u, middle), (u, v))
