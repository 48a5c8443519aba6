"""A composed diagram and a place -> one group of shapes, connectors that are glued, and words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

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
    Point,
    Rect,
    Shape,
    Side,
    Struct,
    TextFrame,
    Tip,
    Tone,
    legible,
    mix,
    pt,
    replace,
    shade_read_on,
    text_insets,
)
from deckgen.blocks.panels.look import in_tone, panel_fill
from deckgen.diagrams.model import EdgeLine, Head, NodeOutline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.blocks.diagrams.composed import Composed, Led
    from deckgen.blocks.diagrams.sizes import Lettering, Words
    from deckgen.blocks.kit import Color, Context, Span
    from deckgen.diagrams.layers import NodeBox
    from deckgen.diagrams.model import Cluster, Graph, Node

_LINE: Final = pt(1.25)
_THICK: Final = pt(2.5)
_SIDES: Final = (Side.TOP, Side.LEFT, Side.BOTTOM, Side.RIGHT)
_TIPS: Final = {
    Head.NONE: Tip.NONE,
    Head.ARROW: Tip.ARROW,
    Head.CIRCLE: Tip.DOT,
    Head.CROSS: Tip.OPEN,
    Head.TRIANGLE: Tip.ARROW,
    Head.DIAMOND: Tip.DIAMOND,
    Head.OPEN_DIAMOND: Tip.DIAMOND,
}
_PADDING: Final = 0.42


class GraphDrawing(Struct, frozen=True):
    """Draws a diagram whose left upper corner stands at a point."""

    graph: Graph
    plan: Composed
    lettering: Lettering
    at: Point
    alt: str
    span: Span

    @property
    def context(self) -> Context:
        """The context that the diagram stands in."""
        return self.lettering.context

    def group(self) -> ItemGroup:
        """Return everything: groups behind, then edges, their words, and nodes."""
        items = (*self.panels(), *self.headings(), *self.edges(), *self.nodes())
        return ItemGroup(items, self.alt, "Diagram", self.span)

    def box(self, spot: NodeBox) -> Rect:
        """Return where on the page a box of the plan is."""
        x, y = spot.x - self.plan.bounds.x, spot.y - self.plan.bounds.y
        left, top = self.at.x + round(x), self.at.y + round(y)
        return Rect(Emu(left), Emu(top), Emu(round(spot.width)), Emu(round(spot.height)))

    def point(self, point: tuple[float, float]) -> Point:
        """Return where on the page a point of the plan is."""
        x, y = point[0] - self.plan.bounds.x, point[1] - self.plan.bounds.y
        return Point(Emu(self.at.x + round(x)), Emu(self.at.y + round(y)))

    def panels(self) -> Iterator[Shape]:
        """Yield groups, those around others first."""
        groups = {group.id: group for group in self.graph.groups}

        def depth(group: Cluster) -> int:
            return 0 if not group.within else 1 + depth(groups[group.within])

        for group in sorted(self.graph.groups, key=depth):
            box = self.box(self.plan.groups[group.id])
            ink = self.ink()
            fill = mix(self.context.background, ink, 0.05 + 0.03 * min(depth(group), 3))
            outline = Outline(mix(fill, ink, 0.25), pt(0.75))
            yield Shape(box, Geometry.RECTANGLE, fill, outline, f"{group.label} panel", self.span)

    def headings(self) -> Iterator[TextFrame]:
        """Yield the names of groups, each at the top of its own."""
        inset = Emu(round(self.lettering.em * HEADING))
        for group in self.graph.groups:
            if group.label:
                words = self.lettering.heading(group.label)
                box = self.box(self.plan.groups[group.id])
                place = Rect(box.x + inset, box.y + inset, words.width, words.height)
                yield self.frame(place, words, group.label, None, None, _IN)

    def ink(self) -> Color:
        """Return the colour of what is neither good nor bad."""
        return self.context.text.color

    def frame(  # noqa: PLR0913
        self,
        box: Rect,
        words: Words,
        name: str,
        fill: Color | None,
        outline: Outline | None,
        body: BodyProperties,
        geometry: Geometry = Geometry.RECTANGLE,
        behind: Color | None = None,
    ) -> TextFrame:
        """Return words in a shape, in a colour that is read on it."""
        behind = behind or fill or self.context.background
        color = legible(words.context.text.color, (behind,), self.context.theme.offered)
        levels = tuple(replace(level, color=color) for level in words.context.levels)
        paragraphs = tuple(
            replace(each, style=replace(each.style, color=color)) for each in words.text.paragraphs
        )
        return TextFrame(
            box=box,
            paragraphs=paragraphs,
            levels=levels,
            height=words.text.height,
            name=name.partition("\n")[0][:60] or "Node",
            body=body,
            fill=fill,
            outline=outline,
            span=self.span,
            geometry=geometry,
        )

    def edges(self) -> Iterator[Item]:
        """Yield connectors, and then their words, which stand on them."""
        for number, led in enumerate(self.plan.edges, 1):
            yield from self.connectors(led, number)
        for led in self.plan.edges:
            if led.words is not None and led.label is not None:
                body = BodyProperties(Insets(), anchor=Anchor.MIDDLE)
                box = self.box(led.label)
                yield self.frame(box, led.words, led.edge.label, self.behind(led), None, body)

    def behind(self, led: Led) -> Color:
        """Return the colour that an edge's words stand on: that of the group around both ends."""
        assert led.label is not None
        x, y = led.label.middle
        fill = self.context.background
        for panel in self.panels():
            at = self.point((x, y))
            inside = (
                panel.box.x <= at.x <= panel.box.right and panel.box.y <= at.y <= panel.box.bottom
            )
            fill = panel.fill if inside and panel.fill is not None else fill
        return fill

    def connectors(self, led: Led, number: int) -> Iterator[Item]:
        """Yield the connector of an edge, glued to the shapes at both ends.

        LibreOffice leads connectors its own way that have more than two bends, or turn beyond their
        ends. Those are two, which meet at a dot as wide as the line.
        """
        edge, way = led.edge, led.way
        background = self.context.background
        color = shade_read_on(mix(self.ink(), background, 0.25), background, 3.0)
        width = _THICK if edge.line is EdgeLine.THICK else _LINE
        dash = Dash.DASHED if edge.line is EdgeLine.DOTTED else Dash.SOLID
        outline = Outline(color, width, dash)
        start, end = self.joint(edge.source, way.start), self.joint(edge.target, way.stop)
        points = tuple(map(self.point, way.points))
        head, tail = _TIPS[edge.head], _TIPS[edge.tail]
        name = f"Edge {number}"

        plain = Connector(start, end, outline, name, head=head, tail=tail, span=self.span)
        if _is_led_alike(points):
            yield _turning(plain, points[1:-1])
            return
        half = len(points) // 2
        before, after = points[half - 1], points[half]
        label = self.box(led.label) if led.label is not None else None
        dot = _dot_between(before, after, width, label)
        yield Shape(dot, Geometry.RECTANGLE, color, None, f"{name} joint", self.span)
        into, out = _sides_between(before, after)
        yield _turning(replace(plain, end=Joint(dot, into), head=Tip.NONE), points[1:half])
        yield _turning(replace(plain, start=Joint(dot, out), tail=Tip.NONE), points[half:-1])

    def joint(self, name: str, side: int) -> Joint:
        """Return where a connector meets a node or a group."""
        spot = self.plan.nodes.get(name)
        if spot is None:
            return Joint(self.box(self.plan.groups[name]), _SIDES[side])
        node = next(node for node in self.graph.nodes if node.id == name)
        stored = node.outline is NodeOutline.STORE
        geometry = Geometry.RECTANGLE if stored else GEOMETRIES[node.outline]
        return Joint(self.box(spot), _SIDES[side], geometry)

    def nodes(self) -> Iterator[Item]:
        """Yield nodes in the order in which they are written."""
        for node in self.graph.nodes:
            yield from self.node(node, self.box(self.plan.nodes[node.id]))

    def node(self, node: Node, box: Rect) -> Iterator[Item]:
        """Yield the shape of a node, with its words."""
        background, geometry = self.context.background, GEOMETRIES[node.outline]
        tone = in_tone(Tone(node.tone) if node.tone else Tone.NEUTRAL, self.context)
        line = shade_read_on(tone, background, 3.0)
        if node.outline in (NodeOutline.START, NodeOutline.END, NodeOutline.BAR):
            fill = shade_read_on(self.ink(), background, 3.0)
            ring = (
                Outline(mix(fill, background, 0.5), pt(3))
                if node.outline is NodeOutline.END
                else None
            )
            yield Shape(box, geometry, fill, ring, node.label or "Node", self.span)
            return
        fill = panel_fill(tone, background)
        outline = Outline(line, _LINE)
        if node.outline is NodeOutline.PLAIN:
            yield self.frame(
                box, self.lettering.words(node.label or " "), node.label, None, None, _IN
            )
            return
        if node.parts:
            yield from self.compartments(node, box, fill, outline)
            return
        words = self.lettering.label_of(node)
        if node.outline is NodeOutline.STORE:
            # LibreOffice meets a disk elsewhere than at its sites, so its words are what is met
            disk = Shape(box, geometry, fill, outline, f"{node.id} disk", self.span)
            body = BodyProperties(text_insets(geometry, box), anchor=Anchor.MIDDLE)
            text = self.frame(box, words, node.label, None, None, body, behind=fill)
            yield ItemGroup((disk, text), "", node.id, self.span)
            return
        yield self.frame(box, words, node.label, fill, outline, _IN, geometry)

    def compartments(self, node: Node, box: Rect, fill: Color, outline: Outline) -> Iterator[Item]:
        """Yield a class: its outline, then its name and members, each in their own part of it."""
        yield Shape(box, Geometry.RECTANGLE, fill, outline, f"{node.id} outline", self.span)
        y, padding = box.y, Emu(round(self.lettering.em * _PADDING))
        texts = [self.lettering.words(node.label, bold=True)]
        texts += [self.lettering.members(part) for part in node.parts if part]
        for number, words in enumerate(texts):
            high = words.height + 2 * padding
            body = BodyProperties(Insets(padding, Emu(0), padding, Emu(0)), anchor=Anchor.MIDDLE)
            part = Rect(box.x, y, box.width, Emu(high))
            name = node.label if number == 0 else f"{node.id} members {number}"
            yield self.frame(part, words, name, None, outline, body)
            y = Emu(y + high)


def _dot_between(before: Point, after: Point, width: Emu, label: Rect | None) -> Rect:
    """Return a dot on a line, clear of the words that stand on it if it can be."""
    dots = []
    for share in (0.5, 0.15, 0.85):
        x = Emu(round(before.x + (after.x - before.x) * share) - width // 2)
        y = Emu(round(before.y + (after.y - before.y) * share) - width // 2)
        dots.append(Rect(x, y, width, width))
    clear = (dot for dot in dots if label is None or not dot.intersection(label).area)
    return next(clear, dots[0])


def _turning(connector: Connector, corners: tuple[Point, ...]) -> Connector:
    return replace(connector, bent=bool(corners), corners=corners)


def _sides_between(before: Point, after: Point) -> tuple[Side, Side]:
    """Return the sides at which a line comes into a dot and leaves it."""
    if before.x == after.x:
        return (Side.TOP, Side.BOTTOM) if after.y > before.y else (Side.BOTTOM, Side.TOP)
    return (Side.LEFT, Side.RIGHT) if after.x > before.x else (Side.RIGHT, Side.LEFT)


def _is_led_alike(points: tuple[Point, ...]) -> bool:
    """Tell whether all programs lead a connector alike that has these corners."""
    if len(points) != _WITH_TWO_BENDS:
        return len(points) < _WITH_TWO_BENDS
    start, corner, _, end = points
    if corner.y == start.y:
        return min(start.x, end.x) < corner.x < max(start.x, end.x)
    return min(start.y, end.y) < corner.y < max(start.y, end.y)


_WITH_TWO_BENDS: Final = 4
_IN: Final = BodyProperties(Insets(), anchor=Anchor.MIDDLE)
