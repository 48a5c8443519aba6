"""A graph -> the ways in which it may be set."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blocks.diagrams.composed import Composed, composed
from deckgen.blocks.diagrams.drawn import GraphDrawing
from deckgen.blocks.diagrams.fitting import CLOSENESS
from deckgen.blocks.diagrams.grown import WAYS, grown
from deckgen.blocks.diagrams.pen import DiagramPen
from deckgen.blocks.diagrams.sizes import Lettering
from deckgen.blocks.kit import Graph, Struct, replace
from deckgen.diagrams.folding import LEAST
from deckgen.diagrams.layers import Footprint
from deckgen.diagrams.model import Direction, GraphForm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from deckgen.blocks.kit import Centipoints, Context, DiagramStep, Item, Point, Span

_PADDED: Final = 1.4
"""How much more of the space around words is kept than of that between things."""
_ROWS: Final = (2, 3)
"""Into so many rows or columns one is folded that would be small."""
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
) -> Iterator[Callable[[Centipoints], GraphPlan]]:
    """Yield the ways to set a graph, the usual one first.

    One that would be small is set closer, then leads the other way, and is then folded into several
    rows, if it is larger so. A tree that would be small is first grown in the other way.
    """

    def in_layers(shown: Graph, closeness: float, rows: int) -> Callable[[Centipoints], GraphPlan]:
        def at(size: Centipoints) -> GraphPlan:
            lettering = Lettering(context, size, span, min(1.0, closeness * _PADDED))
            found = composed(shown, lettering, room, closeness, rows)
            return GraphPlan(shown, found, lettering, span)

        return at

    def as_tree(way: int, closeness: float) -> Callable[[Centipoints], GraphPlan]:
        def at(size: Centipoints) -> GraphPlan:
            lettering = Lettering(context, size, span, min(1.0, closeness * _PADDED))
            return GraphPlan(graph, grown(graph, lettering, closeness, way), lettering, span)

        return at

    if graph.form is GraphForm.LAYERS:
        for rows, closeness, shown in _in_layers(graph):
            yield in_layers(shown, closeness, rows)
    else:
        for closeness in CLOSENESS:
            for way in range(WAYS):
                yield as_tree(way, closeness)


def _in_layers(graph: Graph) -> Iterator[tuple[int, float, Graph]]:
    """Yield in how many rows, and how close, a graph is set, as it leads or the other way."""
    both = (graph, _turned(graph))
    for shown in both:
        for closeness in CLOSENESS:
            yield 1, closeness, shown
    for rows in _ROWS if len(graph.nodes) >= LEAST else ():
        for shown in both:
            for closeness in CLOSENESS[:-1]:
                yield rows, closeness, shown


def _turned(graph: Graph) -> Graph:
    """Return a graph that leads the other way, and so in its groups."""
    groups = tuple(
        replace(group, direction=_TURNED[group.direction]) if group.direction else group
        for group in graph.groups
    )
    return replace(graph, direction=_TURNED[graph.direction], groups=groups)
