"""A graph that is a tree, at a size of text -> where its nodes are, and how its edges lead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blocks.diagrams.composed import Composed
from deckgen.blocks.diagrams.labels import Led
from deckgen.diagrams.layers import NodeSpacing, around
from deckgen.diagrams.model import Direction, GraphForm
from deckgen.diagrams.trees import below, beside_root, branches, tidy

if TYPE_CHECKING:
    from deckgen.blocks.diagrams.sizes import Lettering
    from deckgen.diagrams.model import Graph

_BESIDE: Final = {GraphForm.MIND_MAP: 0.7, GraphForm.CHART: 1.3}
_BETWEEN: Final = {GraphForm.MIND_MAP: 2.4, GraphForm.CHART: 2.2}
"""The space between nodes beside one another, and between a node and what hangs on it, in em."""
WAYS: Final = 2
"""In so many ways a tree is grown: wide, and with less room on one side."""


def grown(graph: Graph, lettering: Lettering, closeness: float, way: int) -> Composed:
    """Return a tree in one of its ways.

    A mind map has branches on both sides, or all on the right; a chart has all nodes beside one
    another, or leaves below one another.
    """
    em = float(lettering.em)
    sizes = {node.id: lettering.node(node) for node in graph.nodes}
    spacing = NodeSpacing(
        em * _BESIDE[graph.form] * closeness, em * _BETWEEN[graph.form] * closeness
    )
    root, children = graph.nodes[0].id, below([(e.source, e.target) for e in graph.edges])
    if graph.form is GraphForm.CHART:
        tree = tidy(root, children, sizes, spacing, graph.direction, hanging=way == 1)
    elif way == 1 or len(children.get(root, ())) <= 2:
        tree = tidy(root, children, sizes, spacing, Direction.RIGHT)
    else:
        right, left = branches(root, children)
        one = tidy(root, {**children, root: right}, sizes, spacing, Direction.RIGHT)
        other = tidy(root, {**children, root: left}, sizes, spacing, Direction.LEFT)
        tree = beside_root(one, other, root)
    led = tuple(Led(edge, tree.ways[edge.target]) for edge in graph.edges)
    return Composed(tree.nodes, {}, led, around(tree.nodes.values()), is_whole=True)
