"""The line of a shape -> the pen that draws it, and what stands at its ends."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING, Final

from deckgen.draw.figures.pencil import Pencil
from deckgen.draw.model import ClosePath, CurveTo, LineTo, MoveTo, PathMark, Pen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.draw.figures.pencil import XY
    from deckgen.draw.model import Paint, Segment
    from deckgen.template.scenery.model import LineEnd, SceneLine

_LEAST: Final = 2.0
"""Lines below this width have the ends of such lines, in points."""
_HAIR: Final = 0.5
"""How wide a line is drawn that has no width: the thinnest that programs show."""
_LESS: Final = {"triangle": 0.9, "stealth": 0.6, "diamond": 0.0, "oval": 0.0, "arrow": 0.0}
"""How much of its end's length a line stops short, so that it does not blunt the point."""


def pen_of(line: SceneLine, paint: Paint) -> Pen:
    """Return the pen of a line."""
    width = max(_HAIR, line.width.points)
    dashes = tuple(length * width for length in line.dashes)
    return Pen(paint, width, dashes, line.round_caps, line.round_joins)


def line_marks(segments: tuple[Segment, ...], line: SceneLine, pen: Pen) -> Iterator[PathMark]:
    """Yield an outline drawn with a pen, with what an open one ends in."""
    is_open = not any(isinstance(segment, ClosePath) for segment in segments)
    if not is_open or len(segments) < 2 or (line.head is None and line.tail is None):
        yield PathMark(segments, pen=pen)
        return
    heads: list[PathMark] = []
    drawn = segments
    for end, turned in ((line.head, False), (line.tail, True)):
        if end is None:
            continue
        tip, before = _tip(segments, last=turned)
        heads.append(_head(end, tip, before, pen))
        cut = _size(end, pen)[0] * _LESS.get(end.kind, 0.0)
        drawn = _shortened(drawn, tip, before, cut, last=turned)
    yield PathMark(drawn, pen=pen)
    yield from heads


def _tip(segments: tuple[Segment, ...], *, last: bool) -> tuple[XY, XY]:
    """Return an end of an outline, and a point on the way to it from which it is seen to come."""
    points = [point for segment in segments for point in _points(segment)]
    if last:
        points.reverse()
    tip = points[0]
    return tip, next((point for point in points if _far(point, tip) > 1e-6), tip)


def _points(segment: Segment) -> tuple[XY, ...]:
    match segment:
        case MoveTo(x, y) | LineTo(x, y):
            return ((x, y),)
        case CurveTo(x1, y1, x2, y2, x, y):
            return (x1, y1), (x2, y2), (x, y)
        case ClosePath():
            return ()


def _far(one: XY, other: XY) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])


def _size(end: LineEnd, pen: Pen) -> tuple[float, float]:
    """Return how long an end is, and half of how wide."""
    unit = max(pen.width, _LEAST)
    return end.length * unit, end.width * unit / 2


def _shortened(
    segments: tuple[Segment, ...], tip: XY, before: XY, cut: float, *, last: bool
) -> tuple[Segment, ...]:
    """Return an outline that stops so far short, within what stands at its end."""
    far = _far(tip, before)
    cut = min(cut, far * 0.9)
    if not cut:
        return segments
    x = tip[0] + (before[0] - tip[0]) * cut / far
    y = tip[1] + (before[1] - tip[1]) * cut / far
    if not last:
        return (MoveTo(x, y), *segments[1:])
    final = segments[-1]
    if isinstance(final, CurveTo):
        return (*segments[:-1], CurveTo(final.x1, final.y1, final.x2, final.y2, x, y))
    return (*segments[:-1], LineTo(x, y))


def _head(end: LineEnd, tip: XY, before: XY, pen: Pen) -> PathMark:
    """Return what stands at an end, which points away from the line."""
    long, half = _size(end, pen)
    far = _far(tip, before) or 1.0
    dx, dy = (tip[0] - before[0]) / far, (tip[1] - before[1]) / far

    def at(back: float, side: float) -> XY:
        return tip[0] - dx * back - dy * side, tip[1] - dy * back + dx * side

    pencil = Pencil()
    match end.kind:
        case "arrow":
            pencil.move(*at(long, half)).lines(tip, at(long, -half))
            return PathMark(pencil.drawn, pen=Pen(pen.paint, pen.width))
        case "stealth":
            pencil.polygon([tip, at(long, half), at(long * 0.6, 0), at(long, -half)])
        case "diamond":
            pencil.polygon([at(-long / 2, 0), at(0, half), at(long / 2, 0), at(0, -half)])
        case "oval":
            pencil.ellipse(tip[0] - half, tip[1] - half, half * 2, half * 2)
        case _:
            pencil.polygon([tip, at(long, half), at(long, -half)])
    return PathMark(pencil.drawn, fill=pen.paint)
