"""A graph and the room for it -> at which size it is set, how close, and which way it leads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blocks.diagrams.composed import Composed, composed
from deckgen.blocks.diagrams.sizes import Lettering
from deckgen.blocks.kit import Centipoints, Emu, Graph, Struct, replace
from deckgen.diagrams.layers import Footprint
from deckgen.diagrams.model import Direction

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.blocks.kit import Context, Span

SMALLEST: Final = Centipoints(1000)
"""The least size of words in a diagram, which is what can be read on a screen."""
_EASY: Final = Centipoints(1300)
"""A size at which nobody asks for a larger one."""
_LARGEST: Final = 1.2
"""The largest size as a share of that of text."""
_STEP: Final = 50
"""The step of sizes that are tried, in hundredths of a point."""
_CLOSENESS: Final = (1.0, 0.7, 0.48)
"""The shares of the usual space that a diagram has, one after the other, while it would be small.
"""
_PADDED: Final = 1.4
"""How much more of the space around words is kept."""
_TURNED: Final = {
    Direction.DOWN: Direction.RIGHT,
    Direction.UP: Direction.LEFT,
    Direction.RIGHT: Direction.DOWN,
    Direction.LEFT: Direction.UP,
}


class GraphFit(Struct, frozen=True):
    """A diagram that is set; `share` is how much of what it needs there is, 1 where it fits."""

    graph: Graph
    plan: Composed
    lettering: Lettering
    share: float

    @property
    def points(self) -> float:
        """The size at which words would be read if all were made to fit."""
        return self.lettering.size.points * self.share


def fitted(graph: Graph, width: Emu, context: Context, span: Span) -> GraphFit:
    """Return a diagram at the largest size at which it has room.

    One that would be small is set closer, and then leads the other way, if it is larger so.
    """
    best: GraphFit | None = None
    for found in _tries(graph, width, context, span):
        if best is None or found.points > best.points * 1.15:
            best = found
        if best.points >= _EASY.points:
            break
    assert best is not None
    return best


def _tries(graph: Graph, width: Emu, context: Context, span: Span) -> Iterator[GraphFit]:
    turned = replace(graph, direction=_TURNED[graph.direction])
    for each in (graph, turned):
        for closeness in _CLOSENESS:
            yield _largest(each, width, context, span, closeness)


def _largest(graph: Graph, width: Emu, context: Context, span: Span, closeness: float) -> GraphFit:
    size = max(SMALLEST, context.text.size.scaled(_LARGEST))
    room = Footprint(float(width), float(context.height))
    while True:
        lettering = Lettering(context, size, span, min(1.0, closeness * _PADDED))
        plan = composed(graph, lettering, room, closeness)
        share = min(width / plan.bounds.width, context.height / plan.bounds.height, 1.0)
        if share >= 1.0 or size <= SMALLEST:
            return GraphFit(graph, plan, lettering, share)
        fitting = int(size * share / _STEP) * _STEP
        size = max(SMALLEST, Centipoints(min(fitting, size - _STEP)))
