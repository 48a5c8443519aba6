"""A graph at a size of text -> where its nodes, groups, edges and labels are."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import Struct
from deckgen.diagrams.arranged import Arrangement, Margins, arranged
from deckgen.diagrams.layers import Footprint, NodeBox, NodeSpacing
from deckgen.diagrams.model import EdgeLine
from deckgen.diagrams.routes import Router, Way, heading_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from deckgen.blocks.diagrams.sizes import Lettering, Words
    from deckgen.diagrams.model import Edge, Graph

_BESIDE: Final = 1.6
_BETWEEN: Final = 2.6
"""The space between nodes of a layer, and between layers, in em."""
_AROUND_NAMED: Final = 2.0
"""The space that an edge with words has before and behind them, in em."""
_MARGIN: Final = 0.7
"""The space between ways and boxes, and between ways, in em."""
_WITHIN: Final = (1.0, 0.6)
_AROUND_LABEL: Final = 0.35
_ASIDE: Final = 0.6
"""What it costs that words stand on another part of their way than where it is alone."""
_BESIDE_WAY: Final = 6.0
"""What it costs that words stand beside their way, rather than on it."""
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


class Composed(Struct, frozen=True):
    """A whole diagram; all is told from the left upper corner of `bounds`."""

    nodes: Mapping[str, NodeBox]
    groups: Mapping[str, NodeBox]
    edges: tuple[Led, ...]
    bounds: NodeBox
    is_whole: bool
    """Whether each edge has its way, and each label its place."""


def composed(
    graph: Graph, lettering: Lettering, room: Footprint, closeness: float = 1.0
) -> Composed:
    """Return a graph set at a size of text, with more space where a label has no place at first.

    `closeness` is the share of the usual space between things.

    Where the nodes alone have no room, edges are not led: that takes long, and is of no use.
    """
    found = _composed(graph, lettering, room, closeness)
    for wider in (1.35, 1.8):
        if found.is_whole:
            break
        found = _composed(graph, lettering, room, closeness * wider)
    return found


def _composed(graph: Graph, lettering: Lettering, room: Footprint, wider: float) -> Composed:
    em = float(lettering.em)
    words = {id(edge): lettering.label(edge.label) for edge in graph.edges if edge.label}
    sizes = {node.id: lettering.node(node) for node in graph.nodes}
    headings = {
        group.id: Footprint(float(said.width), float(said.height))
        for group in graph.groups
        for said in (lettering.heading(group.label),)
    }
    placed = arranged(
        graph,
        sizes,
        headings,
        _spacing(graph, wider, words, em),
        Margins(em * _WITHIN[0], em * _WITHIN[1]),
    )
    bounds = _bounds(placed, ())
    if bounds.width > room.width or bounds.height > room.height:
        return Composed(placed.nodes, placed.groups, (), bounds, is_whole=True)
    ends = {**placed.groups, **placed.nodes}
    names = {
        heading_of(name): NodeBox(spot.x, spot.y, headings[name].width + em, headings[name].height)
        for name, spot in placed.groups.items()
    }
    boxes = {**placed.nodes, **names}
    router = Router(boxes, em * _MARGIN, graph.direction, within=placed.groups)
    drawn = [edge for edge in graph.edges if edge.line is not EdgeLine.HIDDEN]
    shown = [edge for edge in drawn if edge.source in ends and edge.target in ends]
    said = {key: (float(each.width), float(each.height)) for key, each in words.items()}
    first = _named_first(shown)
    ways = [(e, router.way(e, said.get(id(e)), first=id(e) in first)) for e in shown]
    led = tuple(
        _labelled([(e, w) for e, w in ways if w is not None], words, placed, em, first)
    )
    whole = all(way is not None for _, way in ways) and all(
        each.is_clear for each in led
    )
    return Composed(placed.nodes, placed.groups, led, _bounds(placed, led), whole)


def _spacing(graph: Graph, wider: float, words: Mapping[int, Words], em: float) -> NodeSpacing:
    """Return the space between nodes, with room for words between the layers that edges join."""
    upright, beside = graph.direction.is_upright, em * wider * _BESIDE
    if words:
        least = max(float(each.height) for each in words.values()) + em * 0.8
        beside = beside * 1.3 if upright else max(beside, least)
    named: dict[tuple[str, str], float] = {}
    for edge in graph.edges:
        said = words.get(id(edge))
        if said is not None:
            room = float(said.height if upright else said.width) + em * wider * _AROUND_NAMED
            pair = (edge.source, edge.target)
            named[pair] = max(room, em * wider * _BETWEEN, named.get(pair, 0.0))
    sizes = {
        edge.label: Footprint(float(said.width) + em, float(said.height) + em * _AROUND_LABEL)
        for edge in graph.edges
        for said in (words.get(id(edge)),)
        if said is not None
    }
    return NodeSpacing(beside, em * wider * _BETWEEN, named, sizes)


def _labelled(
    ways: Sequence[tuple[Edge, Way]],
    words: Mapping[int, Words],
    placed: Arrangement,
    em: float,
    first: frozenset[int],
) -> Iterator[Led]:
    """Yield edges with the places of their labels, each clear of boxes and other labels."""
    taken = [*placed.nodes.values()]
    gap = em * _AROUND_LABEL
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
        groups = placed.groups.values()
        free = next(
            (
                spot
                for _, spot in spots
                if not any(_meets(spot, other) for other in taken)
                and not any(_meets(spot, group) and not _holds(group, spot) for group in groups)
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
            cost = abs(share - 0.5) * 2 + max(0.0, need / max(length, 1.0) - 0.8) * 3
            cost += _ASIDE * (number != best)
            for side in (0.0, -0.55, 0.55):
                left = x - size.width / 2 + (0.0 if flat else size.width * side)
                top = y - size.height / 2 + (size.height * side if flat else 0.0)
                off = _BESIDE_WAY * (side != 0)
                yield cost + off, NodeBox(left, top, size.width, size.height)


def _lines_under(spot: NodeBox, ways: Sequence[Way]) -> float:
    """Return how many other ways a label would stand on, which costs more than a place aside."""
    return 4.0 * sum(
        any(_meets(spot, _part(a, b)) for a, b in pairwise(way.points)) for way in ways
    )


def _named_first(edges: Sequence[Edge]) -> frozenset[int]:
    """Return the edges whose words stand at their start: others end as they do, none starts so."""
    sources = Counter(edge.source for edge in edges)
    targets = Counter(edge.target for edge in edges)
    return frozenset(
        id(edge) for edge in edges if sources[edge.source] == 1 and targets[edge.target] > 1
    )


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


def _bounds(placed: Arrangement, led: Sequence[Led]) -> NodeBox:
    """Return the smallest box around everything."""
    spots = [*placed.nodes.values(), *placed.groups.values()]
    spots += [each.label for each in led if each.label is not None]
    xs = [x for each in led for x, _ in each.way.points] + [
        e for s in spots for e in (s.x, s.right)
    ]
    ys = [y for each in led for _, y in each.way.points]
    ys += [e for s in spots for e in (s.y, s.bottom)]
    return NodeBox(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
