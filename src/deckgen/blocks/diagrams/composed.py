"""A graph at a size of text -> where its nodes, groups, edges and labels are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blocks.diagrams.labels import AROUND_LABEL, Led, counted, labelled, named_first, parted
from deckgen.blocks.diagrams.notes import beside, inner, noted, room_with
from deckgen.blocks.diagrams.sizes import evened
from deckgen.blocks.kit import Struct, field, replace
from deckgen.diagrams.arranged import Arrangement, Margins, arranged
from deckgen.diagrams.courses import heading_of
from deckgen.diagrams.layers import Footprint, NodeBox, NodeSpacing, around
from deckgen.diagrams.model import EdgeLine, Head
from deckgen.diagrams.routes import Router

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deckgen.blocks.diagrams.sizes import Lettering, Words
    from deckgen.diagrams.model import Graph

_BESIDE: Final = 1.6
_BETWEEN: Final = 2.6
"""The space between nodes of a layer, and between layers, in em."""
_MARKED: Final = frozenset((Head.TRIANGLE, Head.DIAMOND, Head.OPEN_DIAMOND, Head.CROSS))
_AROUND_NAMED: Final = 2.0
"""The space that an edge with words has before and behind them, in em."""
_MARGIN: Final = 0.7
"""The space between ways and boxes, and between ways, in em."""
_WIDER: Final = (1.35, 1.8)
"""How much more space there is where a label has no place, as shares of the usual."""
_BETWEEN_WORDS: Final = 0.8
"""The space between words that stand one below the other on edges across, in em."""
_BESIDE_WORDS: Final = 1.3
"""How much more space nodes have beside one another where edges between layers have words."""
_COUNT: Final = (1.2, 1.6)
_HEAD: Final = 0.7
"""The space that a count takes on an edge down and on one across, and a head of its own, in em."""
_WITHIN: Final = (1.0, 0.6)


class Composed(Struct, frozen=True):
    """A whole diagram; all is told from the left upper corner of `bounds`."""

    nodes: Mapping[str, NodeBox]
    groups: Mapping[str, NodeBox]
    edges: tuple[Led, ...]
    bounds: NodeBox
    is_whole: bool
    """Whether each edge has its way, and each label its place."""
    notes: Mapping[str, tuple[tuple[Words, NodeBox], ...]] = field(default_factory=dict)


class Manner(Struct, frozen=True):
    """How a graph is set: with which share of the usual space between things, in how many rows.

    So many edges lead `across` from row to row at the most. Where it is `even`, nodes that are much
    alike are as large as one another.
    """

    closeness: float = 1.0
    rows: int = 1
    across: int = 1
    even: bool = False


def composed(graph: Graph, lettering: Lettering, room: Footprint, manner: Manner) -> Composed:
    """Return a graph set at a size of text, with more space where a label has no place at first.

    Where the nodes alone have no room, edges are not led: that takes long, and is of no use.
    """
    found = _composed(graph, lettering, room, manner)
    for wider in _WIDER:
        if found.is_whole:
            break
        wide = replace(manner, closeness=manner.closeness * wider)
        found = _composed(graph, lettering, room, wide)
    return found


def _composed(graph: Graph, lettering: Lettering, room: Footprint, manner: Manner) -> Composed:
    em = float(lettering.em)
    words = {id(edge): lettering.label(edge.label) for edge in graph.edges if edge.label}
    sizes = {node.id: lettering.node(node) for node in graph.nodes}
    sizes = evened(sizes, graph.nodes) if manner.even else sizes
    notes = {node.id: noted(node, lettering) for node in graph.nodes if node.notes}
    roomy = sizes | {name: room_with(sizes[name], each, graph, em) for name, each in notes.items()}
    headings = {
        group.id: Footprint(float(said.width), float(said.height))
        for group in graph.groups
        for said in (lettering.heading(group.label),)
    }
    placed = arranged(
        graph,
        roomy,
        headings,
        replace(
            _spacing(graph, manner.closeness, words, em), rows=manner.rows, across=manner.across
        ),
        Margins(em * _WITHIN[0], em * _WITHIN[1]),
    )
    placed = replace(placed, nodes={**placed.nodes, **inner(placed, sizes, notes)})
    said_of = {name: tuple(beside(placed.nodes[name], notes[name], graph, em)) for name in notes}
    bounds = _bounds(placed, (), said_of)
    if bounds.width > room.width or bounds.height > room.height:
        return Composed(placed.nodes, placed.groups, (), bounds, is_whole=True, notes=said_of)
    ends = {**placed.groups, **placed.nodes}
    names = {
        heading_of(name): NodeBox(spot.x, spot.y, headings[name].width + em, headings[name].height)
        for name, spot in placed.groups.items()
    }
    note_boxes = {
        f"note {number} of {name}": spot
        for name, found in said_of.items()
        for number, (_, spot) in enumerate(found)
    }
    boxes = {**placed.nodes, **names, **note_boxes}
    router = Router(boxes, em * _MARGIN, graph.direction, within=placed.groups)
    drawn = [edge for edge in graph.edges if edge.line is not EdgeLine.HIDDEN]
    shown = [edge for edge in drawn if edge.source in ends and edge.target in ends]
    said = {key: (float(each.width), float(each.height)) for key, each in words.items()}
    first = named_first(shown)
    ways = [
        (
            e,
            router.way(
                e, said.get(id(e)), first=id(e) in first, direction=placed.direction_of(e, graph)
            ),
        )
        for e in shown
    ]
    led = tuple(
        labelled([(e, w) for e, w in ways if w is not None], words, boxes, placed.groups, em)
    )
    led = tuple(parted(tuple(counted(led, boxes, lettering, em)), boxes))
    whole = all(way is not None for _, way in ways) and all(each.is_clear for each in led)
    bounds = _bounds(placed, led, said_of)
    return Composed(placed.nodes, placed.groups, led, bounds, whole, said_of)


def _spacing(graph: Graph, wider: float, words: Mapping[int, Words], em: float) -> NodeSpacing:
    """Return the space between nodes, with room for words between the layers that edges join."""
    upright, beside = graph.direction.is_upright, em * wider * _BESIDE
    if words:
        least = max(float(each.height) for each in words.values()) + em * _BETWEEN_WORDS
        beside = beside * _BESIDE_WORDS if upright else max(beside, least)
    named: dict[tuple[str, str], float] = {}
    for edge in graph.edges:
        said = words.get(id(edge))
        counts = sum(map(bool, edge.counts))
        marks = (edge.head in _MARKED) + (edge.tail in _MARKED)
        if said is not None or counts or marks:
            wide = em * _COUNT[not upright] * counts + em * _HEAD * marks
            if said is not None:
                wide += float(said.height if upright else said.width)
            room = wide + em * wider * _AROUND_NAMED
            pair = (edge.source, edge.target)
            named[pair] = max(room, em * wider * _BETWEEN, named.get(pair, 0.0))
    sizes = {
        edge.label: Footprint(float(said.width) + em, float(said.height) + em * AROUND_LABEL)
        for edge in graph.edges
        for said in (words.get(id(edge)),)
        if said is not None
    }
    return NodeSpacing(beside, em * wider * _BETWEEN, named, sizes)


def _bounds(
    placed: Arrangement,
    led: Sequence[Led],
    notes: Mapping[str, Sequence[tuple[Words, NodeBox]]],
) -> NodeBox:
    """Return the smallest box around everything."""
    spots = [*placed.nodes.values(), *placed.groups.values()]
    spots += [spot for found in notes.values() for _, spot in found]
    spots += [spot for each in led for _, spot in each.counts]
    spots += [each.label for each in led if each.label is not None]
    spots += [NodeBox(x, y, 0.0, 0.0) for each in led for x, y in each.way.points]
    return around(spots)
