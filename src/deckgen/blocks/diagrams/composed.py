"""A graph at a size of text -> where its nodes, groups, edges and labels are."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import Struct
from deckgen.diagrams.arranged import Arrangement, Margins, arranged
from deckgen.diagrams.layers import Footprint, NodeBox, NodeSpacing
from deckgen.diagrams.model import EdgeLine
from deckgen.diagrams.routes import Router, Way

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from deckgen.blocks.diagrams.sizes import Lettering, Words
    from deckgen.diagrams.model import Edge, Graph

_BESIDE: Final = 1.6
_BETWEEN: Final = 3.0
"""The space between nodes of a layer, and between layers, in em."""
_MARGIN: Final = 0.7
"""The space between ways and boxes, and between ways, in em."""
_WITHIN: Final = (1.0, 0.6)
_AROUND_LABEL: Final = 0.35
_TIGHT: Final = 0.62
"""The share of these spaces that a diagram has that has too little room with them."""
_STEPS: Final = 8
"""In so many places on each part of a way a label is tried."""


class Led(Struct, frozen=True):
    """An edge with its way and, where it has words, these and where they stand."""

    edge: Edge
    way: Way
    words: Words | None = None
    label: NodeBox | None = None


class Composed(Struct, frozen=True):
    """A whole diagram; all is told from the left upper corner of `bounds`."""

    nodes: Mapping[str, NodeBox]
    groups: Mapping[str, NodeBox]
    edges: tuple[Led, ...]
    bounds: NodeBox
    is_whole: bool
    """Whether each edge has its way, and each label its place."""


def composed(
    graph: Graph, lettering: Lettering, room: Footprint, *, tight: bool = False
) -> Composed:
    """Return a graph set at a size of text, with more space where a label has no place at first.

    Where the nodes alone have no room, edges are not led: that takes long, and is of no use.
    """
    found = _composed(graph, lettering, room, _TIGHT if tight else 1.0)
    for wider in (1.35, 1.8):
        if found.is_whole:
            break
        found = _composed(graph, lettering, room, wider)
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
        _spacing(graph, em * wider, list(words.values()), em),
        Margins(em * _WITHIN[0], em * _WITHIN[1]),
    )
    if placed.size.width > room.width or placed.size.height > room.height:
        return Composed(placed.nodes, placed.groups, (), _bounds(placed, ()), is_whole=True)
    ends = {**placed.groups, **placed.nodes}
    names = {
        f"name of {name}": NodeBox(spot.x, spot.y, headings[name].width + em, headings[name].height)
        for name, spot in placed.groups.items()
    }
    boxes = {**placed.nodes, **names}
    router = Router(boxes, em * _MARGIN, graph.direction, within=placed.groups)
    drawn = [edge for edge in graph.edges if edge.line is not EdgeLine.HIDDEN]
    shown = [edge for edge in drawn if edge.source in ends and edge.target in ends]
    ways = [(edge, router.way(edge)) for edge in shown]
    led = tuple(_labelled([(e, w) for e, w in ways if w is not None], words, placed, em))
    whole = all(way is not None for _, way in ways) and all(
        each.words is None or each.label is not None for each in led
    )
    return Composed(placed.nodes, placed.groups, led, _bounds(placed, led), whole)


def _spacing(graph: Graph, em: float, labels: Sequence[Words], plain: float) -> NodeSpacing:
    """Return the space between nodes, with room for the labels between layers."""
    if not labels:
        return NodeSpacing(em * _BESIDE, em * _BETWEEN)
    if graph.direction.is_upright:
        room = max(float(words.height) for words in labels)
        beside = em * _BESIDE * 1.3
    else:
        room = max(float(words.width) for words in labels)
        beside = max(em * _BESIDE, max(float(words.height) for words in labels) + plain * 0.8)
    return NodeSpacing(beside, room + em * 2.0)


def _labelled(
    ways: Sequence[tuple[Edge, Way]], words: Mapping[int, Words], placed: Arrangement, em: float
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
        spots = sorted(_places(way, size), key=lambda pair: pair[0] + _lines_under(pair[1], others))
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
            taken.append(free)
        yield Led(edge, way, said, free)


def _places(way: Way, size: Footprint) -> Iterator[tuple[float, NodeBox]]:
    """Yield places for a label on a way: the middles of long parts first."""
    for (ax, ay), (bx, by) in pairwise(way.points):
        length = abs(ax - bx) + abs(ay - by)
        need = size.width if ay == by else size.height
        for step in range(1, _STEPS):
            share = step / _STEPS
            x, y = ax + (bx - ax) * share, ay + (by - ay) * share
            spot = NodeBox(x - size.width / 2, y - size.height / 2, size.width, size.height)
            yield abs(share - 0.5) * 2 + max(0.0, need / max(length, 1.0) - 0.8) * 3, spot


def _lines_under(spot: NodeBox, ways: Sequence[Way]) -> float:
    """Return how many other ways a label would stand on, which costs more than a place aside."""
    return 4.0 * sum(
        any(_meets(spot, _part(a, b)) for a, b in pairwise(way.points)) for way in ways
    )


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
