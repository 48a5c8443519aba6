"""A graph -> the ways in which it may be set."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Final

from deckgen.blocks.diagrams.composed import Composed, Manner, composed
from deckgen.blocks.diagrams.drawn import GraphDrawing
from deckgen.blocks.diagrams.fitting import CLOSENESS, DiagramWay
from deckgen.blocks.diagrams.grown import WAYS, grown
from deckgen.blocks.diagrams.pen import DiagramPen
from deckgen.blocks.diagrams.sizes import Lettering
from deckgen.blocks.kit import Graph, Struct, replace
from deckgen.diagrams.folding import LEAST, MOST_ACROSS
from deckgen.diagrams.layers import Footprint
from deckgen.diagrams.lining import lined
from deckgen.diagrams.model import Direction, GraphForm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from deckgen.blocks.kit import Centipoints, Context, DiagramStep, Item, Point, Span

_PADDED: Final = 1.4
"""How much more of the space around words is kept than of that between things."""
_ROWS: Final = (2, 3)
"""Into so many rows or columns one is folded that would be small."""
_MOST_EVEN: Final = 16
"""So many nodes may be alike in size; more of them have no room to spare."""
_TURNED: Final = {
    Direction.DOWN: Direction.RIGHT,
    Direction.UP: Direction.LEFT,
    Direction.RIGHT: Direction.DOWN,
    Direction.LEFT: Direction.UP,
}


class GraphPlan(Struct, frozen=True):
    """A graph that is set."""

    graph: Graph
    composed: Composed
    lettering: Lettering
    span: Span

    @property
    def size(self) -> Footprint:
        """How much room it takes."""
        bounds = self.composed.bounds
        return Footprint(bounds.width, bounds.height)

    @property
    def is_whole(self) -> bool:
        """Whether everything has its place."""
        return self.composed.is_whole

    def items(self, at: Point, steps: tuple[DiagramStep, ...]) -> tuple[Item, ...]:
        """Return everything: groups behind, then edges, their words, and nodes."""
        origin = (self.composed.bounds.x, self.composed.bounds.y)
        pen = DiagramPen(self.lettering, at, origin, self.span, steps)
        return tuple(GraphDrawing(self.graph, self.composed, pen).items())


def graph_settings(
    graph: Graph, room: Footprint, context: Context, span: Span
) -> Iterator[DiagramWay]:
    """Yield the ways to set a graph, the usual one first.

    One whose words would be smaller than text has what is in its groups in lines, is folded into
    several rows that an edge joins each, or is a tree grown in the other way, if it is larger so.
    One that would be small is then set closer, leads the other way, and is folded where several
    edges lead across.
    """

    def in_layers(shown: Graph, manner: Manner) -> Callable[[Centipoints], GraphPlan]:
        def at(size: Centipoints) -> GraphPlan:
            lettering = Lettering(context, size, span, min(1.0, manner.closeness * _PADDED))
            found = composed(shown, lettering, room, manner)
            return GraphPlan(shown, found, lettering, span)

        return at

    def as_tree(way: int, closeness: float) -> Callable[[Centipoints], GraphPlan]:
        def at(size: Centipoints) -> GraphPlan:
            lettering = Lettering(context, size, span, min(1.0, closeness * _PADDED))
            return GraphPlan(graph, grown(graph, lettering, closeness, way), lettering, span)

        return at

    if graph.form is GraphForm.LAYERS:
        for shown, manner in _in_layers(graph):
            free = (
                shown.direction is graph.direction
                and manner.closeness == CLOSENESS[0]
                and manner.across == 1
            )
            yield DiagramWay(in_layers(shown, manner), free)
    else:
        for closeness in CLOSENESS:
            for way in range(WAYS):
                yield DiagramWay(as_tree(way, closeness), free=closeness == CLOSENESS[0])


def _in_layers(graph: Graph) -> Iterator[tuple[Graph, Manner]]:
    """Yield the manners in which a graph is set, as it leads or the other way."""
    rows = _ROWS if len(graph.nodes) >= LEAST else ()
    evened = (True, False) if len(graph.nodes) <= _MOST_EVEN else (False,)
    in_lines = lined(graph)
    for even in evened:
        yield graph, Manner(even=even)
    if in_lines is not None:
        yield in_lines, Manner(even=evened[0])
    for folds, even in product(rows, evened):
        yield graph, Manner(rows=folds, even=even)
    turned = _turned(graph)
    shown = [(in_lines, evened[0])] if in_lines is not None else []
    for closeness, (each, even) in product(CLOSENESS[1:], (*shown, (graph, False))):
        yield each, Manner(closeness, even=even)
    shown = [(_turned(each), even) for each, even in shown]
    for closeness, (each, even) in product(CLOSENESS, ((turned, False), *shown)):
        yield each, Manner(closeness, even=even)
    for folds, each, closeness in product(rows, (graph, turned), CLOSENESS[:-1]):
        yield each, Manner(closeness, folds, MOST_ACROSS)


def _turned(graph: Graph) -> Graph:
    """Return a graph that leads the other way, and so in its groups."""
    groups = tuple(
        replace(group, direction=_TURNED[group.direction]) if group.direction else group
        for group in graph.groups
    )
    return replace(graph, direction=_TURNED[graph.direction], groups=groups)
