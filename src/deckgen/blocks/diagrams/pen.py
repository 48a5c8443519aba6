"""A plan and where it is drawn -> its frames, connectors and the marks at their ends."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from deckgen.blocks.diagrams.labels import JOINTS
from deckgen.blocks.kit import (
    Anchor,
    BodyProperties,
    Connector,
    Dash,
    Emu,
    Freeform,
    Geometry,
    Insets,
    Item,
    Joint,
    Link,
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
)
from deckgen.blocks.panels.look import in_tone
from deckgen.diagrams.model import EdgeLine, Head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.blocks.diagrams.sizes import Lettering, Words
    from deckgen.blocks.kit import Color, Context, DiagramStep, Span
    from deckgen.diagrams.layers import NodeBox

LINE: Final = pt(1.25)
THICK: Final = pt(2.5)
SEEN: Final = 3.0
"""The contrast of lines with what is behind them."""
PALE: Final = 0.25
"""How much of the background lines have."""
_TIPS: Final = {Head.ARROW: Tip.ARROW, Head.OPEN_ARROW: Tip.OPEN, Head.CIRCLE: Tip.DOT}
"""What PowerPoint can end a line in; other heads are shapes of their own that stand on its end."""
MARK: Final = 0.85
"""How long these are, in em."""
_INNER: Final = 3.4
"""How much narrower than an open triangle its inside is, in lines as wide as its outline."""
_ACROSS: Final = 0.9
"""How large a cross is, as a share of the length of other heads."""
_NARROW: Final = 0.62
"""How wide a diamond is, as a share of that."""
_GRID: Final = 100
_WITH_TWO_BENDS: Final = 4
_MIDDLE: Final = BodyProperties(Insets(), anchor=Anchor.MIDDLE)


class Course(Struct, frozen=True):
    """How something leads from one shape to another: points in a plan, and what it looks like.

    `words` are the boxes of words on which nothing of it stands where it is parted.
    """

    points: tuple[tuple[float, float], ...]
    start: Joint
    end: Joint
    name: str
    line: EdgeLine = EdgeLine.SOLID
    head: Head = Head.NONE
    tail: Head = Head.NONE
    tone: str = ""
    words: tuple[NodeBox, ...] = ()
    is_parted: bool = False


class WordGround(Struct, frozen=True):
    """The shape that words stand in, and where in it.

    `behind` is what is seen behind them where the shape has no fill of its own.
    """

    fill: Color | None = None
    outline: Outline | None = None
    body: BodyProperties = _MIDDLE
    geometry: Geometry = Geometry.RECTANGLE
    behind: Color | None = None


_NOTHING: Final = WordGround()


class DiagramPen(Struct, frozen=True):
    """Draws what a plan tells, whose left upper corner `origin` stands at a point of the page."""

    lettering: Lettering
    at: Point
    origin: tuple[float, float]
    span: Span
    steps: tuple[DiagramStep, ...] = ()

    def at_step(self, number: int) -> DiagramPen:
        """Return the pen for what the statement of a number tells."""
        if number >= len(self.steps):
            return self
        return replace(self, span=self.steps[number].span)

    @property
    def context(self) -> Context:
        """The context that the diagram stands in."""
        return self.lettering.context

    @property
    def em(self) -> float:
        """The size of words as a length."""
        return float(self.lettering.em)

    @property
    def background(self) -> Color:
        """The colour behind the diagram."""
        return self.context.background

    @property
    def ink(self) -> Color:
        """The colour of what is neither good nor bad."""
        return self.context.text.color

    def box(self, spot: NodeBox) -> Rect:
        """Return where on the page a box of the plan is."""
        corner, end = self.point((spot.x, spot.y)), self.point((spot.right, spot.bottom))
        return Rect(corner.x, corner.y, end.x - corner.x, end.y - corner.y)

    def point(self, point: tuple[float, float]) -> Point:
        """Return where on the page a point of the plan is."""
        x, y = point[0] - self.origin[0], point[1] - self.origin[1]
        return Point(Emu(self.at.x + round(x)), Emu(self.at.y + round(y)))

    def line_color(self, tone: str = "") -> Color:
        """Return the colour of lines: that of a tone, else the text's, a little paler."""
        background = self.background
        plain = mix(self.ink, background, PALE)
        color = in_tone(Tone(tone), self.context) if tone else plain
        return shade_read_on(color, background, SEEN)

    def frame(
        self, box: Rect, words: Words, name: str, ground: WordGround = _NOTHING, link: str = ""
    ) -> TextFrame:
        """Return words on a ground, in a colour that is read on it."""
        behind = ground.behind or ground.fill or self.background
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
            body=ground.body,
            fill=ground.fill,
            outline=ground.outline,
            span=self.span,
            geometry=ground.geometry,
            link=Link(link, self.span) if link else None,
        )

    def led(self, course: Course) -> Iterator[Item]:
        """Yield the connector of a course, glued to the shapes at both ends, and its marks.

        LibreOffice leads connectors its own way that have more than two bends, or turn beyond their
        ends. Those are several that turn once, and meet at dots as wide as the line.
        """
        color = self.line_color(course.tone)
        width = THICK if course.line is EdgeLine.THICK else LINE
        dash = Dash.DASHED if course.line is EdgeLine.DOTTED else Dash.SOLID
        outline = Outline(color, width, dash)
        points = tuple(map(self.point, course.points))
        head = _TIPS.get(course.head, Tip.NONE)
        tail = _TIPS.get(course.tail, Tip.NONE)
        name = course.name
        plain = Connector(
            course.start, course.end, outline, name, head=head, tail=tail, span=self.span
        )
        if _is_led_alike(points) and not course.is_parted:
            yield _turning(plain, points[1:-1])
        else:
            yield from self._in_parts(plain, points[1:-1], tuple(map(self.box, course.words)))
        yield from self._mark(course.head, points[-2], points[-1], outline, name)
        yield from self._mark(course.tail, points[1], points[0], outline, name)

    def _in_parts(
        self, plain: Connector, corners: tuple[Point, ...], words: tuple[Rect, ...]
    ) -> Iterator[Item]:
        """Yield connectors that turn once each, and the dots at which they meet."""
        start, width = plain.start, plain.outline.width
        for before, after in pairwise(corners):
            dot = _dot_between(before, after, width, words)
            color = plain.outline.color
            yield Shape(dot, Geometry.RECTANGLE, color, None, f"{plain.name} joint", self.span)
            into, out = _sides_between(before, after)
            tail = plain.tail if start is plain.start else Tip.NONE
            part = replace(plain, start=start, end=Joint(dot, into), head=Tip.NONE, tail=tail)
            yield _turning(part, (before,))
            start = Joint(dot, out)
        yield _turning(replace(plain, start=start, tail=Tip.NONE), corners[-1:])

    def _mark(
        self, head: Head, before: Point, end: Point, outline: Outline, name: str
    ) -> Iterator[Item]:
        """Yield what stands on the end of a line where PowerPoint has no such tip."""
        long = Emu(round(self.lettering.em * MARK))
        back = _step_back(before, end)
        background = self.background
        solid = replace(outline, dash=Dash.SOLID)
        if head in {Head.DIAMOND, Head.OPEN_DIAMOND}:
            wide = Emu(round(long * _NARROW))
            fill = outline.color if head is Head.DIAMOND else background
            box = _behind(end, back, long, wide)
            yield Shape(box, Geometry.DIAMOND, fill, solid, f"{name} mark line", self.span)
        elif head is Head.TRIANGLE:
            box = _behind(end, back, long, long)
            share = 1.0 - _INNER * outline.width / long
            for scale, fill in ((1.0, outline.color), (share, background)):
                outlines = (_triangle(back, scale),)
                yield Freeform(
                    box, (_GRID, _GRID), outlines, fill, "", f"{name} mark line", span=self.span
                )
        elif head is Head.CROSS:
            side = Emu(round(long * _ACROSS))
            box = _behind(end, back, side, side)
            moved = replace(box, x=box.x - back[0] * side // 8, y=box.y - back[1] * side // 8)
            yield Shape(moved, Geometry.CROSS, outline.color, None, f"{name} mark line", self.span)


def _step_back(before: Point, end: Point) -> tuple[int, int]:
    """Return the direction from the end of a line to where it comes from."""
    across, along = before.x - end.x, before.y - end.y
    if abs(across) >= abs(along):
        return (1 if across > 0 else -1), 0
    return 0, (1 if along > 0 else -1)


def _behind(end: Point, back: tuple[int, int], long: Emu, wide: Emu) -> Rect:
    """Return the box of a mark that ends where its line does."""
    if back[0]:
        x = end.x if back[0] > 0 else end.x - long
        return Rect(Emu(x), Emu(end.y - wide // 2), long, wide)
    y = end.y if back[1] > 0 else end.y - long
    return Rect(Emu(end.x - wide // 2), Emu(y), wide, long)


def _triangle(back: tuple[int, int], scale: float) -> tuple[tuple[int, int], ...]:
    """Return a triangle in a grid that points away from where its line comes from."""
    tip = ((1 - back[0]) / 2 if back[0] else 0.5, (1 - back[1]) / 2 if back[1] else 0.5)
    base = ((1 + back[0]) / 2 if back[0] else 0.5, (1 + back[1]) / 2 if back[1] else 0.5)
    side = (0.5 * abs(back[1]), 0.5 * abs(back[0]))
    corners = (tip, (base[0] + side[0], base[1] + side[1]), (base[0] - side[0], base[1] - side[1]))
    x, y = sum(c[0] for c in corners) / 3, sum(c[1] for c in corners) / 3
    return tuple(
        (round((x + (a - x) * scale) * _GRID), round((y + (b - y) * scale) * _GRID))
        for a, b in corners
    )


def _dot_between(before: Point, after: Point, width: Emu, words: tuple[Rect, ...]) -> Rect:
    """Return a dot on a line, clear of the words that stand on it if it can be."""
    dots = []
    for share in JOINTS:
        x = Emu(round(before.x + (after.x - before.x) * share) - width // 2)
        y = Emu(round(before.y + (after.y - before.y) * share) - width // 2)
        dots.append(Rect(x, y, width, width))
    clear = (dot for dot in dots if not any(dot.overlaps(box) for box in words))
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
