"""What master and layout draw -> the background's colour and the boxes text should not cover."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from deckgen.colors import Color
from deckgen.geometry import Insets, Rect, Size
from deckgen.opc.package import Part
from deckgen.opc.xml import Element, child, integer, local_name, qn, share
from deckgen.records import Struct, replace
from deckgen.template.background import Painter
from deckgen.template.mixer import BackgroundFill
from deckgen.template.model import Panel
from deckgen.template.paint import Paint, plain
from deckgen.template.palette import fill_of
from deckgen.template.shapes import TemplateShape
from deckgen.units import ZERO, Emu

_FULL: Final = 0.75
"""The share of the slide from which a shape is its background."""

_ALPHA: Final = (qn("a:alpha"), qn("a:alphaModFix"))
_STOP: Final = qn("a:gs")
_FAINT: Final = 0.3
"""How opaque a line is at the most that text may cross: it is read as part of the ground."""
_STROKE: Final = 0.01
"""How thick an area is at the most that is a stroke, as a share of the slide's side."""
_WIDER: Final = 0.15
"""How much of its width text that does not wrap may take beside its box, at either end: what shows
it may lack its font, and have a wider one.
"""
_LINE_WIDTH: Final = Emu(9_525)
_MOST_ITEMS: Final = 200
_LOGO: Final = 0.2
"""The shares of the slide's sides up to which a shape is not looked at more closely."""
_GEOMETRY: Final = (qn("a:prstGeom"), qn("a:custGeom"))
_SPARSE: Final = frozenset({"custom", "rtTriangle", "triangle", "line", "straightConnector1"})
"""Forms that may leave most of their box empty; `custom` are those that the file tells."""


class Sheet(Struct, frozen=True):
    """A master or a layout: its root element, its part and its shapes."""

    element: Element
    part: Part
    shapes: tuple[TemplateShape, ...]


class Drawn(Struct, frozen=True):
    """A shape that shows, what of its box lies on the slide, and the part that draws it.

    What is seen in the picture of a background has no shape, but is a `panel` already. What
    `is_ground` takes up most of the slide, so that everything stands on it.
    """

    box: Rect
    area: int
    shape: TemplateShape | None
    part: Part
    is_ground: bool = False
    panel: Panel | None = None

    def carries(self, box: Rect, least: float) -> bool:
        """Tell whether at least an area of a box lies on this."""
        return self.area >= least and self.box.intersection(box).area >= least


class Drawing(Struct, frozen=True):
    """The colour behind everything, None where it is not known, and what is drawn on it.

    `paint` tells all the colours that the background has.
    """

    background: Color | None = None
    items: tuple[Drawn, ...] = ()
    paint: Paint | None = None


def read_drawing(sheet: Sheet, painter: Painter, slide_size: Size, below: Drawing) -> Drawing:
    """Return what a sheet draws on top of what is drawn below it."""
    slide = Rect(ZERO, ZERO, slide_size.width, slide_size.height)
    ground = painter.ground(sheet.element, sheet.part)
    own = None if ground is None else painter.background(ground)
    color, paint, items = own or below.background, below.paint, list(below.items)
    if ground is not None and own is not None:
        paint = painter.mixer.ground(ground, slide)
        seen = _seen(ground, sheet, painter, paint)
        color = _ground(seen) or color
        items = [*seen, *(item for item in items if item.shape is not None)]
    for item in _drawn(sheet, slide, painter):
        shape = item.shape
        if shape is not None and item.area >= slide.area * _FULL:
            painted = replace(painter, below=color).shape(shape, item.part)
            color = painted or color
            if painted and item.area == slide.area and _is_opaque(shape, item.part, painter):
                paint = painter.mixer.shape(shape, item.part, slide)
                fill = shape.part("p:blipFill")
                picture = None if fill is None else BackgroundFill(fill, sheet.part)
                items = _seen(picture, sheet, painter, paint)
                color = _ground(items) or color
                continue
            item = replace(item, is_ground=True)
        if len(items) < _MOST_ITEMS:
            items.append(item)
    return Drawing(color, tuple(items), paint)


def _seen(
    ground: BackgroundFill | None, sheet: Sheet, painter: Painter, paint: Paint | None
) -> list[Drawn]:
    """Return what is in the picture of a background as if it were drawn, in the paint's colours."""
    if paint is None:
        return []
    slide = paint.box
    return [
        Drawn(
            sight.box,
            sight.box.area,
            None,
            sheet.part,
            is_ground=sight.box.area >= slide.area * _FULL,
            panel=Panel(sight.box, sight.color, paint, behind=True),
        )
        for sight in painter.mixer.seen(ground, slide)
    ]


def _ground(items: list[Drawn]) -> Color | None:
    """Return the colour of the surface that takes up most of a picture, None if none does."""
    grounds = (item.panel for item in items if item.is_ground)
    return next((panel.color for panel in grounds if panel is not None), None)


def _drawn(sheet: Sheet, slide: Rect, painter: Painter) -> Iterator[Drawn]:
    """Yield the shapes that show on the slide, in parts where they leave most of a box empty."""
    for shape in sheet.shapes:
        if shape.placeholder is not None:
            continue
        box = shape.drawn
        if box is None or not _paints(shape) or _is_shimmer(shape, box, slide):
            continue
        whole = _running_out(_thickened(box, shape), shape)
        for seen, color in _parts(shape, sheet.part, whole, painter, slide):
            on_slide = slide.intersection(seen)
            if on_slide.area > 0:
                panel = None if color is None else Panel(on_slide, color, plain(on_slide, color))
                yield Drawn(on_slide, on_slide.area, shape, sheet.part, panel=panel)


def _parts(
    shape: TemplateShape, part: Part, box: Rect, painter: Painter, slide: Rect
) -> Iterator[tuple[Rect, Color | None]]:
    """Yield where a shape shows, and the colours of what is plain in a picture.

    Of what is no larger than a logo all of the box is taken.
    """
    small = box.width < slide.width * _LOGO or box.height < slide.height * _LOGO
    shown = painter.shown(shape, part, box) if shape.kind == "pic" and not small else None
    if shown is not None:
        yield from ((sight.box, sight.color) for sight in shown)
    elif small or shape.kind == "pic" or shape.text or not _SPARSE.intersection(_forms(shape)):
        yield box, None
    else:
        from deckgen.template.silhouettes import boxes_of_shape

        yield from ((seen, None) for seen in boxes_of_shape(shape, box))


def _forms(shape: TemplateShape) -> Iterator[str]:
    """Yield how the geometry of a shape is told, and the name of a standard's form."""
    for step in () if shape.properties is None else shape.properties:
        if step.tag in _GEOMETRY:
            yield step.get("prst", "custom")


def _paints(shape: TemplateShape) -> bool:
    """Tell whether a shape shows: it has text, a fill, a line, or is a picture or a chart.

    A line that is hardly more than a shimmer, as of a pattern behind everything, does not count.
    """
    if shape.kind != "sp" or shape.part("p:style") is not None:
        return True
    properties = shape.properties
    line = child(properties, "a:ln")
    outlined = is_visible(line) and not _is_faint(line)
    return is_visible(properties) or outlined or bool(shape.text)


def _is_shimmer(shape: TemplateShape, box: Rect, slide: Rect) -> bool:
    """Tell whether a shape is a faint stroke, drawn as an area and not as a line."""
    thin = min(box.width / slide.width, box.height / slide.height) <= _STROKE
    return thin and shape.kind == "sp" and not shape.text and _is_faint(shape.properties)


def _is_faint(properties: Element | None) -> bool:
    """Tell whether most of what is below a line or an area shows through all of its fill."""
    fill = fill_of(properties)
    if fill is None:
        return False
    stops = list(fill.iter(_STOP)) or [fill]
    shares = ([share(step, "val") for step in stop.iter(*_ALPHA)] for stop in stops)
    return all(any(given is not None and given <= _FAINT for given in each) for each in shares)


def _is_opaque(shape: TemplateShape, part: Part, painter: Painter) -> bool:
    """Tell whether a shape that covers the slide hides what is below it."""
    if shape.kind == "pic" and not painter.hides(shape, part):
        return False
    fill = shape.part("p:blipFill") if shape.kind == "pic" else fill_of(shape.properties)
    if fill is None:
        return True
    shares = [share(step, "val") or share(step, "amt") for step in fill.iter(*_ALPHA)]
    return all(given is None or given >= 1 for given in shares)


def is_visible(properties: Element | None) -> bool:
    """Tell whether properties such as `p:spPr` or `a:ln` have a fill that shows."""
    fill = fill_of(properties)
    return fill is not None and local_name(fill) != "noFill"


def _running_out(box: Rect, shape: TemplateShape) -> Rect:
    """Return the box of a shape, and what its words may take beside it that do not wrap in it."""
    properties = child(shape.text_body, "a:bodyPr")
    if properties is None or properties.get("wrap") != "none" or not shape.text:
        return box
    more = box.width * _WIDER
    return box.outset(Insets(more, ZERO, more, ZERO))


def _thickened(box: Rect, shape: TemplateShape) -> Rect:
    """Return the box of a shape, a line's being as thick as the line."""
    if box.width > 0 and box.height > 0:
        return box
    line = child(shape.properties, "a:ln")
    width = (None if line is None else integer(line, "w")) or _LINE_WIDTH
    half = Emu(min(max(1, width), 20_116_800) // 2)
    return Rect(
        box.x if box.width > 0 else box.x - half,
        box.y if box.height > 0 else box.y - half,
        max(box.width, half * 2),
        max(box.height, half * 2),
    )
