"""A composed graph and a place -> its shapes, connectors that are glued, and words."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from deckgen.blocks.diagrams.pen import LINE, SEEN, Course, DiagramPen, WordGround
from deckgen.blocks.diagrams.sizes import GEOMETRIES, HEADING
from deckgen.blocks.kit import (
    Anchor,
    BodyProperties,
    Connector,
    Dash,
    Emu,
    Geometry,
    Insets,
    Item,
    ItemGroup,
    Joint,
    Outline,
    Rect,
    Shape,
    Side,
    Struct,
    TextFrame,
    Tip,
    Tone,
    mix,
    pt,
    replace,
    shade_read_on,
    text_insets,
)
from deckgen.blocks.panels.look import in_tone, panel_fill
from deckgen.diagrams.courses import BOTTOM, LEFT, RIGHT, TOP
from deckgen.diagrams.model import GraphForm, NodeOutline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.blocks.diagrams.composed import Composed
    from deckgen.blocks.diagrams.labels import Led
    from deckgen.blocks.diagrams.sizes import Lettering
    from deckgen.blocks.kit import Color, Context
    from deckgen.diagrams.layers import NodeBox
    from deckgen.diagrams.model import Cluster, Graph, Node

_SIDES: Final = {TOP: Side.TOP, LEFT: Side.LEFT, BOTTOM: Side.BOTTOM, RIGHT: Side.RIGHT}
_PADDING: Final = 0.42
_EDGE: Final = 0.25
"""How much of the ink the outline of a group has."""
_TINT: Final = 0.05
_DEEPER: Final = 0.03
_DEEPEST: Final = 3
"""How much of the ink a group has, and more of it in each group around it, up to so many."""
_NOTE: Final = 0.06
"""How much of the ink a note has."""
_THIN: Final = pt(0.75)
_BACKED: Final = frozenset(
    (NodeOutline.STORE, NodeOutline.SLANTED, NodeOutline.TRAPEZOID, NodeOutline.FLIPPED)
)
_SLANT: Final = 0.2
"""How far the sides of shapes that slant go across, as a share of their width."""


class GraphDrawing(Struct, frozen=True, dict=True):
    """Draws a graph, each thing where the statement is written that tells of it first."""

    graph: Graph
    plan: Composed
    pen: DiagramPen

    @property
    def lettering(self) -> Lettering:
        """What sets the words."""
        return self.pen.lettering

    @property
    def context(self) -> Context:
        """The context that the diagram stands in."""
        return self.lettering.context

    def items(self) -> Iterator[Item]:
        """Yield all: groups behind, then edges, their words, and nodes."""
        yield from self.panels()
        yield from self.headings()
        for number, led in enumerate(self.plan.edges, 1):
            yield from self.pen.at_step(led.edge.step).led(self.course(led, number))
        for led in self.plan.edges:
            yield from self.at_step(led.edge.step).words_of(led)
        for node in self.graph.nodes:
            box = self.pen.box(self.plan.nodes[node.id])
            yield from self.at_step(node.step).node(node, box)

    def at_step(self, number: int) -> GraphDrawing:
        """Return what draws what the statement of a number tells."""
        return replace(self, pen=self.pen.at_step(number))

    def panels(self) -> Iterator[Shape]:
        """Yield groups, those around others first."""
        groups = {group.id: group for group in self.graph.groups}

        def depth(group: Cluster) -> int:
            return 0 if not group.within else 1 + depth(groups[group.within])

        for group in sorted(self.graph.groups, key=depth):
            box = self.pen.box(self.plan.groups[group.id])
            fill = self.panel_color(depth(group))
            outline = Outline(mix(fill, self.pen.ink, _EDGE), _THIN)
            name = f"{group.label} panel".strip()
            yield Shape(box, Geometry.RECTANGLE, fill, outline, name, self.pen.span)

    def panel_color(self, depth: int) -> Color:
        """Return the colour of a group in so many others."""
        return mix(self.pen.background, self.pen.ink, _TINT + _DEEPER * min(depth, _DEEPEST))

    def headings(self) -> Iterator[TextFrame]:
        """Yield the names of groups, each at the top of its own."""
        inset = Emu(round(self.lettering.em * HEADING))
        for group in self.graph.groups:
            if group.label:
                words = self.lettering.heading(group.label)
                box = self.pen.box(self.plan.groups[group.id])
                place = Rect(box.x + inset, box.y + inset, words.width, words.height)
                yield self.pen.frame(place, words, group.label)

    @cached_property
    def labels(self) -> tuple[NodeBox, ...]:
        """Where words of edges stand."""
        return tuple(each.label for each in self.plan.edges if each.label is not None)

    def course(self, led: Led, number: int) -> Course:
        """Return how an edge leads."""
        edge, way = led.edge, led.way
        start, end = self.joint(edge.source, way.start), self.joint(edge.target, way.stop)
        return Course(
            way.points,
            start,
            end,
            f"Edge {number}",
            edge.line,
            edge.head,
            edge.tail,
            edge.tone,
            self.labels,
            led.is_parted,
        )

    def words_of(self, led: Led) -> Iterator[Item]:
        """Yield the words of an edge, which stand on it, and how many there are at its ends."""
        if led.words is not None and led.label is not None:
            box, fill = self.pen.box(led.label), self.behind(led.label.middle)
            yield self.pen.frame(box, led.words, led.edge.label, WordGround(fill))
        for words, spot in led.counts:
            yield self.pen.frame(self.pen.box(spot), words, "Count")

    def behind(self, middle: tuple[float, float]) -> Color:
        """Return the colour that an edge's words stand on: that of the group around them."""
        fill, at = self.pen.background, self.pen.point(middle)
        for panel in self.panels():
            inside = (
                panel.box.x <= at.x <= panel.box.right and panel.box.y <= at.y <= panel.box.bottom
            )
            fill = panel.fill if inside and panel.fill is not None else fill
        return fill

    def joint(self, name: str, site: int) -> Joint:
        """Return where a connector meets a node or a group."""
        spot = self.plan.nodes.get(name)
        if spot is None:
            return Joint(self.pen.box(self.plan.groups[name]), _SIDES[site])
        node = next(node for node in self.graph.nodes if node.id == name)
        box = self.pen.box(spot)
        if node.outline in _BACKED:
            return Joint(_met(node, box), _SIDES[site])
        return Joint(box, _SIDES[site], GEOMETRIES[node.outline])

    def node(self, node: Node, box: Rect) -> Iterator[Item]:
        """Yield the shape of a node, with its words, and the notes beside it."""
        yield from self.shape(node, box)
        for words, spot in self.plan.notes.get(node.id, ()):
            outline = Outline(self.pen.line_color("muted"), _THIN)
            fill = mix(self.pen.background, self.pen.ink, _NOTE)
            at = self.pen.box(spot)
            yield self.pen.frame(at, words, "Note", WordGround(fill, outline))
            yield self.tie(box, at)

    def tie(self, box: Rect, note: Rect) -> Connector:
        """Return the line from a node to its note."""
        across = note.x >= box.right or note.right <= box.x
        if across:
            sides = (Side.RIGHT, Side.LEFT) if box.x < note.x else (Side.LEFT, Side.RIGHT)
        else:
            sides = (Side.BOTTOM, Side.TOP) if box.y < note.y else (Side.TOP, Side.BOTTOM)
        outline = Outline(self.pen.line_color("muted"), _THIN, Dash.DASHED)
        start, end = Joint(box, sides[0]), Joint(note, sides[1])
        return Connector(start, end, outline, "Tie", head=Tip.NONE, span=self.pen.span)

    def shape(self, node: Node, box: Rect) -> Iterator[Item]:
        """Yield the shape of a node, with its words."""
        background, geometry = self.pen.background, GEOMETRIES[node.outline]
        tone = in_tone(Tone(node.tone) if node.tone else Tone.NEUTRAL, self.context)
        outline = Outline(shade_read_on(tone, background, SEEN), LINE)
        fill = panel_fill(tone, background)
        if (
            self.graph.form is not GraphForm.LAYERS
            and node is self.graph.nodes[0]
            and not node.tone
        ):
            fill = outline.color
        if node.outline in {NodeOutline.START, NodeOutline.END, NodeOutline.BAR}:
            yield self.dot(node, box)
        elif node.outline is NodeOutline.PLAIN:
            yield self.pen.frame(box, self.lettering.words(node.label or " "), node.label)
        elif node.parts:
            yield from self.compartments(node, box, fill, outline)
        elif node.outline in _BACKED:
            yield self.backed(node, box, fill, outline)
        else:
            words = self.lettering.label_of(node)
            ground = WordGround(fill, outline, geometry=geometry)
            yield self.pen.frame(box, words, node.label, ground, node.link)

    def backed(self, node: Node, box: Rect, fill: Color, outline: Outline) -> ItemGroup:
        """Return a node whose words are met by connectors, and its shape behind these.

        LibreOffice meets some shapes elsewhere than at their sites.
        """
        geometry, met = GEOMETRIES[node.outline], _met(node, box)
        slant = box.width * _SLANT / min(box.width, box.height)
        adjust = slant if geometry is Geometry.TRAPEZOID else None
        name = f"{node.id} outline"
        shape = Shape(box, geometry, fill, outline, name, self.pen.span, adjust)
        inside, off = text_insets(geometry, box), met.x - box.x
        insets = Insets(inside.left - off, inside.top, inside.right - off, inside.bottom)
        ground = WordGround(body=BodyProperties(insets, anchor=Anchor.MIDDLE), behind=fill)
        words = self.lettering.label_of(node)
        text = self.pen.frame(met, words, node.label, ground, node.link)
        return ItemGroup((shape, text), "", node.id, self.pen.span)

    def dot(self, node: Node, box: Rect) -> Shape:
        """Return where all starts or ends, or where ways part."""
        background, geometry = self.pen.background, GEOMETRIES[node.outline]
        fill, ring = shade_read_on(self.pen.ink, background, SEEN), None
        if node.outline is NodeOutline.END:
            ring = Outline(mix(fill, background, 0.5), pt(3))
        return Shape(box, geometry, fill, ring, node.label or "Node", self.pen.span)

    def compartments(self, node: Node, box: Rect, fill: Color, outline: Outline) -> Iterator[Item]:
        """Yield a class: its outline, then its name and members, each in their own part of it."""
        span = self.pen.span
        yield Shape(box, Geometry.RECTANGLE, fill, outline, f"{node.id} outline", span)
        y, padding = box.y, Emu(round(self.lettering.em * _PADDING))
        texts = [self.lettering.words(node.label, bold=True)]
        texts += [self.lettering.members(part) for part in node.parts if part]
        for number, words in enumerate(texts):
            high = words.height + 2 * padding
            body = BodyProperties(Insets(padding, Emu(0), padding, Emu(0)), anchor=Anchor.MIDDLE)
            part = Rect(box.x, y, box.width, Emu(high))
            name = node.label if number == 0 else f"{node.id} members {number}"
            link = node.link if number == 0 else ""
            ground = WordGround(outline=outline, body=body, behind=fill)
            yield self.pen.frame(part, words, name, ground, link)
            y = Emu(y + high)


def _met(node: Node, box: Rect) -> Rect:
    """Return the box that connectors meet of a node whose shape stands behind its words."""
    off = Emu(0) if node.outline is NodeOutline.STORE else box.width * (_SLANT / 2)
    return Rect(box.x + off, box.y, box.width - 2 * off, box.height)
