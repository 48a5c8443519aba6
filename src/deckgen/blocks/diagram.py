"""A diagram that is drawn: a graph, a sequence, a schedule; a pie is a chart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from deckgen.blocks.chart import Chart
from deckgen.blocks.kit import (
    FAILED,
    Block,
    Context,
    Diagram,
    DrawnFence,
    Emu,
    Failed,
    Galley,
    Graph,
    Key,
    Piece,
    Place,
    Point,
    Struct,
    codes,
    diagnose,
    mermaid,
    replace,
)

if TYPE_CHECKING:
    from deckgen.blocks.diagrams.fitting import DiagramFit
    from deckgen.blocks.diagrams.setting import DiagramTitle
    from deckgen.blocks.kit import Binding, Diagnostic, Item


class DiagramBlock(Block, frozen=True, kw_only=True):
    """A diagram, as native shapes with connectors that follow them.

    ```yaml
    - diagram:
        nodes: {client: Client, gateway: Gateway, store: {label: Store, shape: store}}
        edges: [client -> gateway: HTTPS, gateway -> store]
        groups: {Cloud: [gateway, store]}
    - diagram:
        org:
          Aiko Sato, head of research:
            Jan Weber, physics: [Optics, Materials]
            Mia Rossi, biology: [Cells]
    - diagram: |
        sequenceDiagram
          Client->>Gateway: order
          Gateway-->>Client: receipt
    ```

    In Markdown, Mermaid stands in a fence of the language `mermaid`; [Diagrams](diagrams.md) lists
    what of it holds. A pie becomes a chart that can be edited.
    """

    KEY: ClassVar[str] = "diagram"
    PIECE: ClassVar[type | None] = DrawnFence
    VALUE: ClassVar[str] = "graph"

    graph: Annotated[
        Diagram,
        Key(
            "Mermaid; a mapping of `nodes`, `edges`, `groups` and `direction`; or one of `org`."
            " Mappings, also of `mermaid`, may have a `title`, an `alt` and `build`."
        ),
    ]
    chart: Chart | None = None
    """What a pie becomes."""

    @classmethod
    def of(cls, piece: DrawnFence, binding: Binding) -> DiagramBlock | Failed:
        """Return the block that a fence of Mermaid becomes."""
        graph = mermaid(piece.passage, piece.span, binding)
        return FAILED if graph is None else cls(span=piece.span, graph=graph).completed(binding)

    def completed(self, binding: Binding) -> DiagramBlock | Failed:
        """Return the block with the chart that a pie becomes."""
        if isinstance(self.graph.content, Graph):
            return self
        from deckgen.blocks.diagrams.pies import pie_chart

        chart = pie_chart(self.graph, self.span, binding)
        return FAILED if isinstance(chart, Failed) else replace(self, chart=chart)

    @property
    def build(self) -> bool:
        """Whether the diagram appears step by step."""
        return self.graph.build

    def parts(self, *, asked: bool) -> tuple[object, ...]:
        """Return what a build shows one after the other: what each statement tells first."""
        return self.graph.steps if self.chart is None else self.chart.parts(asked=asked)

    @property
    def is_pictorial(self) -> bool:
        """Whether the block is something to look at, which may stand beside text."""
        return True

    def measure(self, width: Emu, context: Context) -> Galley:
        """Return the diagram at the largest size of words at which it has room."""
        if self.chart is not None:
            return self.chart.measure(width, context)
        from deckgen.blocks.diagrams.setting import diagram_fit, in_parts, title_of

        title = title_of(self.graph, width, context)
        fit = diagram_fit(self.graph, width, context, title)
        if fit.share < 1.0 and not context.held:
            parts = in_parts(self.graph, width, context, title)
            if parts:
                return DiagramGalley(parts, title, context)
        return DiagramGalley(((self.graph, fit),), title, context, self._told(fit))

    def _told(self, fit: DiagramFit) -> tuple[Diagnostic, ...]:
        """Return what is to be said of a diagram that has too little room."""
        if fit.share >= 1.0 and fit.plan.is_whole:
            return ()
        message = f"the diagram would be read at {fit.points:.1f}pt only: it needs more room"
        if fit.share >= 1.0:
            message = "not all words of the diagram have a place on it"
        hints = ["give it a slide of its own, shorten its words, or part it in two"]
        return (diagnose(codes.TEXT_OVERFLOW, self.graph.span, message, hints=hints),)


class DiagramGalley(Struct, frozen=True):
    """A diagram that is set: whole, or in parts that stand on a page each."""

    parts: tuple[tuple[Diagram, DiagramFit], ...]
    title: DiagramTitle
    context: Context
    diagnostics: tuple[Diagnostic, ...] = ()
    fills_slot: ClassVar[bool] = False
    cuts_words: ClassVar[bool] = False

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """A piece for each part; one of several takes all of its page."""
        if len(self.parts) > 1:
            return (Piece(self.context.height, self.context.gap),) * len(self.parts)
        height = self._height(self.parts[0][1])
        return (Piece(height, self.context.gap, least=height),)

    def _height(self, fit: DiagramFit) -> Emu:
        return min(Emu(round(fit.plan.size.height)) + self.title.room, self.context.height)

    def place(self, start: int, stop: int, place: Place) -> tuple[Item, ...]:
        """Return the items of some parts: a whole one in the middle, others below the title."""
        from deckgen.blocks.diagrams.setting import draw

        box, alone = place.box, len(self.parts) == 1
        items: list[Item] = []
        for diagram, fit in self.parts[start:stop]:
            spare = box.width - Emu(round(fit.plan.size.width))
            top = place.top(self._height(fit)) if alone else box.y
            at = Point(box.x + spare // 2, top)
            items += draw(diagram, fit, self.title, at, box, self.context)
        return tuple(items)
