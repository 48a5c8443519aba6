"""Shapes and groups of a template's sheets -> the marks that are seen of them."""

from __future__ import annotations

from math import cos, radians, sin
from typing import TYPE_CHECKING, Final

from deckgen.colors import Color
from deckgen.draw.figures import Contour, preset_figures
from deckgen.draw.figures.custom import custom_contours
from deckgen.draw.figures.form import shaded, shifted
from deckgen.draw.figures.pencil import stretched
from deckgen.draw.fills import Fills
from deckgen.draw.model import (
    UNMOVED,
    DrawnGroup,
    Gradient,
    PathMark,
    Pen,
    Solid,
    Stop,
    StructureType,
)
from deckgen.draw.scene_text import SceneType, draw_text, in_matrix
from deckgen.draw.strokes import line_marks, pen_of
from deckgen.limits import DRAWN_MARKS
from deckgen.template.scenery.model import (
    CustomForm,
    PresetForm,
    SceneColor,
    SceneGroup,
    ShownPlace,
)
from deckgen.units import EMU_PER_POINT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from deckgen.draw.fills import Sheet
    from deckgen.draw.model import Matrix, Node, Paint
    from deckgen.template.scenery.model import SceneNode, SceneShape, Shadow

_SOFT: Final = 5
"""How many outlines, one around another, make up the soft edge of a shadow."""
_TITLES: Final = frozenset({"title", "ctrTitle"})
_UPSIDE_DOWN: Final = 180.0


class Scene:
    """Draws the nodes of one sheet, as many as the limit allows."""

    def __init__(self, fills: Fills, typed: SceneType, *, content: bool = False) -> None:
        self._fills: Final = fills
        self._type: Final = typed
        self._content: Final = content
        self._left = DRAWN_MARKS

    def draw(self, nodes: Iterable[SceneNode]) -> tuple[Node, ...]:
        """Return what is seen of nodes on the slide, bottom to top."""
        return tuple(drawn for node in nodes for drawn in self._node(node))

    def behind_text(self, shape: SceneShape) -> tuple[Node, ...]:
        """Return what is seen of a shape but its text."""
        return in_matrix(tuple(self._body(shape)), turning(shape.place))

    def _node(self, node: SceneNode) -> Iterator[Node]:
        if self._left <= 0:
            return
        if isinstance(node, SceneGroup):
            yield from in_matrix(self.draw(node.children), turning(node.place))
            return
        body = self.behind_text(node)
        if body:
            is_told = self._content and bool(node.alt)
            use = StructureType.FIGURE if is_told else StructureType.ARTIFACT
            yield DrawnGroup(body, use=use, alt=node.alt if is_told else "", name=node.name)
        if node.text is not None:
            yield from self._text(node)

    def _text(self, shape: SceneShape) -> Iterator[Node]:
        """Yield the text of a shape, which is turned with it but never mirrored."""
        text, place = shape.text, shape.place
        if text is None:
            return
        is_title = self._content and shape.use in _TITLES
        nodes, matrix = draw_text(text, shape.form, place.box, self._type, title=is_title)
        angle = place.angle + text.angle + (_UPSIDE_DOWN if place.flipped else 0.0)
        turned = turning(ShownPlace(place.box, angle % 360))
        yield from in_matrix(in_matrix(nodes, matrix), turned)

    def _body(self, shape: SceneShape) -> Iterator[Node]:
        """Yield shadow, fill and line of a shape as it is before it is turned."""
        place = shape.place.box
        box = (place.x.points, place.y.points, place.width.points, place.height.points)
        contours = contours_of(shape, box)
        self._left -= sum(len(contour.segments) for contour in contours)
        if self._left <= 0:
            return
        if shape.shadow is not None and (shape.fill is not None or shape.line is not None):
            yield from _shadow(shape, contours, shape.shadow)
        for contour in contours:
            if contour.filled and shape.fill is not None and contour.segments:
                yield from self._filled(shape, contour, box)
        for contour in contours:
            if contour.drawn and shape.line is not None and contour.segments:
                line = shape.line
                paint = self._fills.paint(line.fill, box) or _plain(line.fill)
                yield from line_marks(contour.segments, line, pen_of(line, paint))

    def _filled(self, shape: SceneShape, contour: Contour, box: Sheet) -> Iterator[Node]:
        fill = shape.fill
        paint = self._fills.paint(fill, box, shape.place.angle)
        if paint is not None:
            tinted = _shaded(paint, contour.shade) if contour.shade else paint
            even_odd = isinstance(shape.form, CustomForm)
            yield PathMark(contour.segments, fill=tinted, even_odd=even_odd)
            return
        if fill is None:
            return
        marks = self._fills.marks(fill, box)
        if is_box(shape) and self._fills.covers(fill):
            yield from marks
        elif marks:
            yield DrawnGroup(marks, clip=contour.segments)


def contours_of(shape: SceneShape, box: Sheet) -> tuple[Contour, ...]:
    """Return the outlines of a shape in a box, before it is turned."""
    x, y, width, height = box
    if isinstance(shape.form, PresetForm):
        found = preset_figures(shape.form.name, width, height, dict(shape.form.adjusts))
    else:
        found = custom_contours(shape.form, width, height)
    return shifted(found, (x, y))


def turning(place: ShownPlace) -> Matrix:
    """Return the map that mirrors what lies in a place, and turns it, about its middle."""
    if not (place.angle or place.mirrored or place.flipped):
        return UNMOVED
    box = place.box
    x, y = (box.x + box.width / 2) / EMU_PER_POINT, (box.y + box.height / 2) / EMU_PER_POINT
    cosine, sine = cos(radians(place.angle)), sin(radians(place.angle))
    across, down = -1.0 if place.mirrored else 1.0, -1.0 if place.flipped else 1.0
    a, b, c, d = cosine * across, sine * across, -sine * down, cosine * down
    return a, b, c, d, x - a * x - c * y, y - b * x - d * y


def is_box(shape: SceneShape) -> bool:
    """Tell whether a shape fills its box."""
    return isinstance(shape.form, PresetForm) and shape.form.name == "rect"


def _plain(fill: object) -> Solid:
    """Return the colour of a line whose fill no pen draws."""
    front = getattr(fill, "front", None)
    return Solid(front.rgb, front.alpha) if isinstance(front, SceneColor) else Solid("808080")


def _shaded(paint: Paint, by: float) -> Paint:
    """Return a paint with a share of white, or of black where that is below zero."""
    if isinstance(paint, Gradient):
        stops = tuple(Stop(stop.at, _mixed(stop.color, by)) for stop in paint.stops)
        return Gradient(paint.start, paint.stop, stops, paint.radius)
    return _mixed(paint, by)


def _mixed(color: Solid, by: float) -> Solid:
    return Solid(shaded(Color(color.rgb), by).rgb, color.alpha)


def _shadow(shape: SceneShape, contours: tuple[Contour, ...], shadow: Shadow) -> Iterator[Node]:
    """Yield outlines of a shadow, which lies as far off however its shape is turned."""
    turned = radians(-shape.place.angle)
    x, y = shadow.x / EMU_PER_POINT, shadow.y / EMU_PER_POINT
    x, y = x * cos(turned) - y * sin(turned), x * sin(turned) + y * cos(turned)
    x, y = -x if shape.place.mirrored else x, -y if shape.place.flipped else y
    blur = shadow.blur.points
    steps = _SOFT if blur > 1 else 1
    # so that all outlines together cover what the shadow does
    alpha = 1 - (1 - min(0.999, shadow.tone.alpha)) ** (1 / steps)
    color = Solid(shadow.tone.rgb, alpha)
    for contour in contours:
        if shape.fill is not None and contour.filled and contour.segments:
            moved = stretched(contour.segments, (1.0, 1.0), (x, y))
            for step in range(steps):
                width = blur * (1 - (step + 0.5) / steps)
                pen = Pen(color, width, round_joins=True) if steps > 1 else None
                yield PathMark(moved, fill=color, pen=pen)
        elif shape.line is not None and contour.drawn and contour.segments:
            moved = stretched(contour.segments, (1.0, 1.0), (x, y))
            wide = max(0.5, shape.line.width.points)
            yield PathMark(moved, pen=Pen(Solid(shadow.tone.rgb, shadow.tone.alpha), wide))
