"""Shapes, strokes, connectors and freeforms -> their outlines and lines."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING, Final, assert_never

from deckgen.draw.figures import placed_figures
from deckgen.draw.figures.form import shaded
from deckgen.draw.model import PathMark, Pen, Solid
from deckgen.draw.outlines import ellipse, polygon, polyline
from deckgen.drawn import Connector, Dash, Freeform, Shape, Stroke, Tip

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckgen.colors import Color
    from deckgen.draw.outlines import XY
    from deckgen.drawn import Drawn, Outline
    from deckgen.geometry import Point, Rect
    from deckgen.presets import Geometry

_DASHES: Final[dict[Dash, tuple[float, ...]]] = {
    Dash.SOLID: (),
    Dash.DASHED: (4.0, 3.0),
    Dash.DOTTED: (1.0, 1.0),
}
"""Marks and gaps in widths of the line (`a:prstDash`, 20.1.10.48)."""
_TIP: Final = 3.0
"""How long and wide a tip is, in widths of its line: what `med` means to PowerPoint."""
_LEAST_TIP: Final = 2.0
"""Lines below this width have the tips of such lines, in points."""


def draw_shape(item: Drawn) -> tuple[PathMark, ...]:
    """Return the marks of what is drawn rather than written."""
    match item:
        case Shape():
            return tuple(shape_marks(item.geometry, item.box, item.adjust, item.fill, item.outline))
        case Stroke():
            box = item.box
            ends = ((box.x.points, box.y.points), (box.right.points, box.bottom.points))
            return (PathMark(polyline(ends), pen=pen(item.outline)),)
        case Connector():
            return tuple(_connector(item))
        case Freeform():
            return (_freeform(item),)
        case _:
            assert_never(item)


def pen(outline: Outline) -> Pen:
    """Return the pen that draws an outline."""
    width = outline.width.points
    dashes = tuple(length * width for length in _DASHES[outline.dash])
    return Pen(Solid(outline.color.rgb), width, dashes)


def shape_marks(
    geometry: Geometry,
    box: Rect,
    adjust: float | None,
    fill: Color | None,
    outline: Outline | None,
) -> Iterator[PathMark]:
    """Yield the marks of a preset shape, none where it has neither fill nor outline."""
    if fill is None and outline is None:
        return
    for part in placed_figures(geometry, box, adjust):
        painted = None
        if fill is not None and part.filled:
            painted = Solid(shaded(fill, part.shade).rgb)
        drawn = pen(outline) if outline is not None and part.drawn else None
        if painted is not None or drawn is not None:
            yield PathMark(part.segments, fill=painted, pen=drawn)


def _freeform(item: Freeform) -> PathMark:
    box, (across, down) = item.box, item.grid
    wide, high = box.width.points / across, box.height.points / down
    left, top = box.x.points, box.y.points
    segments = [
        segment
        for outline in item.outlines
        for segment in polygon((left + x * wide, top + y * high) for x, y in outline)
    ]
    return PathMark(tuple(segments), fill=Solid(item.fill.rgb), even_odd=True)


def course(item: Connector) -> tuple[XY, ...]:
    """Return the points of a connector, from its start to its end."""
    start, end = item.start.point, item.end.point
    first, last = _xy(start), _xy(end)
    if item.corners:
        return (first, *map(_xy, item.corners), last)
    if not item.bent or start.x == end.x or start.y == end.y:
        return first, last
    upright = item.start.side.is_upright
    if upright is not item.end.side.is_upright:
        return first, (first[0], last[1]) if upright else (last[0], first[1]), last
    if upright:
        y = first[1] + (last[1] - first[1]) * item.turn
        return first, (first[0], y), (last[0], y), last
    x = first[0] + (last[0] - first[0]) * item.turn
    return first, (x, first[1]), (x, last[1]), last


def _xy(point: Point) -> XY:
    return point.x.points, point.y.points


def _connector(item: Connector) -> Iterator[PathMark]:
    points = [*course(item)]
    line = pen(item.outline)
    long = _TIP * max(line.width, _LEAST_TIP)
    tips = [*_tip(item.head, points[-1], points[-2], line, long)]
    tips += _tip(item.tail, points[0], points[1], line, long)
    if item.head in _SOLID:
        points[-1] = _short_of(points[-1], points[-2], long / 2)
    if item.tail in _SOLID:
        points[0] = _short_of(points[0], points[1], long / 2)
    round_line = Pen(line.paint, line.width, line.dashes, round_joins=True)
    yield PathMark(polyline(points), pen=round_line)
    yield from tips


_SOLID: Final = (Tip.ARROW, Tip.DIAMOND, Tip.DOT)


def _short_of(end: XY, before: XY, by: float) -> XY:
    """Return a point before an end, so that the line does not show beside its tip."""
    away = hypot(end[0] - before[0], end[1] - before[1])
    if away <= by:
        return before
    share = by / away
    return end[0] + (before[0] - end[0]) * share, end[1] + (before[1] - end[1]) * share


def _tip(tip: Tip, end: XY, before: XY, line: Pen, long: float) -> Sequence[PathMark]:
    """Return what a line ends in; the point of a diamond and a dot is their middle."""
    away = hypot(end[0] - before[0], end[1] - before[1])
    if tip is Tip.NONE or not away:
        return ()
    across, down = (end[0] - before[0]) / away, (end[1] - before[1]) / away
    half = long / 2

    def at(along: float, aside: float) -> XY:
        return end[0] + across * along - down * aside, end[1] + down * along + across * aside

    match tip:
        case Tip.ARROW:
            corners = (end, at(-long, half), at(-long, -half))
            return (PathMark(polygon(corners), fill=line.paint),)
        case Tip.OPEN:
            bent = polyline((at(-long, half), end, at(-long, -half)))
            return (PathMark(bent, pen=Pen(line.paint, line.width, round_caps=True)),)
        case Tip.DIAMOND:
            corners4 = (at(half, 0), at(0, half), at(-half, 0), at(0, -half))
            return (PathMark(polygon(corners4), fill=line.paint),)
        case Tip.DOT:
            dot = ellipse(end[0] - half, end[1] - half, long, long)
            return (PathMark(dot, fill=line.paint),)
        case _:
            assert_never(tip)
