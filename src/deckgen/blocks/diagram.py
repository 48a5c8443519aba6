"""A graph that is drawn: boxes, what leads from one to another, and what belongs together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from deckgen.blocks.kit import (
    FAILED,
    Block,
    Context,
    Diagram,
    DrawnFence,
    Emu,
    Galley,
    Graph,
    Key,
    Piece,
    Place,
    Point,
    WholeGalley,
    codes,
    diagnose,
    mermaid,
)

if TYPE_CHECKING:
    from deckgen.blocks.diagrams.fitting import GraphFit
    from deckgen.blocks.kit import Binding, Diagnostic, Failed, Item


class DiagramBlock(Block, frozen=True, kw_only=True):
    """A diagram of boxes and arrows, as native shapes with connectors that follow them.

    ```yaml
    - diagram:
        nodes: {client: Client, gateway: Gateway, store: {label: Store, shape: store}}
        edges: [client -> gateway: HTTPS, gateway -> store]
        groups: {Cloud: [gateway, store]}
    ```
    """

    KEY: ClassVar[str] = "diagram"
    PIECE: ClassVar[type | None] = DrawnFence
    VALUE: ClassVar[str] = "graph"

    graph: Annotated[
        Diagram,
        Key("Mermaid, or a mapping of `nodes`, `edges`, `groups`, `direction` and `alt`."),
    ]

    @classmethod
    def of(cls, piece: DrawnFence, binding: Binding) -> DiagramBlock | Failed:
        """Return the block that a fence of Mermaid becomes."""
        graph = mermaid(piece.passage, piece.span, binding)
        return FAILED if graph is None else cls(span=piece.span, graph=Diagram(graph, piece.span))

    @property
    def is_pictorial(self) -> bool:
        """Whether the block is something to look at, which may stand beside text."""
        return True

    def measure(self, width: Emu, context: Context) -> Galley:
        """Return the diagram at the largest size of words at which it has room."""
        from deckgen.blocks.diagrams.drawn import GraphDrawing  # few decks need it
        from deckgen.blocks.diagrams.fitting import fitted

        fit = fitted(self.graph.graph, width, context, self.span)
        bounds = fit.plan.bounds
        height = min(Emu(round(bounds.height)), context.height)

        def draw(place: Place) -> tuple[Item, ...]:
            spare = place.box.width - Emu(round(bounds.width))
            at = Point(place.box.x + spare // 2, place.top(height))
            alt = self.graph.alt or said(fit.graph)
            drawing = GraphDrawing(fit.graph, fit.plan, fit.lettering, at, alt, self.span)
            return (drawing.group(),)

        told = self._told(fit)
        return WholeGalley(Piece(height, context.gap, least=height), draw, diagnostics=told)

    def _told(self, fit: GraphFit) -> tuple[Diagnostic, ...]:
        """Return what is to be said of a diagram that has too little room."""
        if fit.share >= 1.0:
            return ()
        message = f"the diagram would be read at {fit.points:.1f}pt only: it needs more room"
        hints = ["give it a slide of its own, shorten its words, or part it in two"]
        return (diagnose(codes.TEXT_OVERFLOW, self.graph.span, message, hints=hints),)


def said(graph: Graph) -> str:
    """Return what a graph says, edge by edge."""
    names = {node.id: " ".join(node.label.split()) or node.outline.value for node in graph.nodes}
    names |= {group.id: group.label for group in graph.groups}
    edges = []
    for edge in graph.edges:
        words = f" ({' '.join(edge.label.split())})" if edge.label else ""
        edges.append(f"{names.get(edge.source, '')} → {names.get(edge.target, '')}{words}")
    return "; ".join(edges or [*names.values()])
