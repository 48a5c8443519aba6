"""Pies, doughnuts and radars -> slices, rings, webs and lines around a middle."""

from __future__ import annotations

from math import cos, hypot, pi, sin
from typing import TYPE_CHECKING, Final

from deckgen.charts import PlotKind
from deckgen.draw.chart_marks import LINE, PointMarks, disc, share_of
from deckgen.draw.chart_texts import solid
from deckgen.draw.figures.pencil import Pencil
from deckgen.draw.model import PathMark, Pen, Solid

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.charts import ChartContent, ChartText, Plot, Series
    from deckgen.draw.chart_marks import PlotField
    from deckgen.draw.figures.pencil import XY
    from deckgen.draw.model import Node

_EDGE: Final = 1.5
"""The width of the lines between slices, in points."""
_MARK: Final = 3.5
_LEAST_LEADER: Final = 4.0
"""How long a line to a label is at the least, in points."""


def _circle(field: PlotField) -> tuple[XY, float]:
    """Return the middle and the radius of the largest circle in a plot."""
    middle = (field.x + field.width / 2, field.y + field.height / 2)
    return middle, min(field.width, field.height) / 2


def angles_of(series: Series) -> list[tuple[float, float]]:
    """Return where each slice starts and ends, in radians from the top, clockwise."""
    values = [max(0.0, value or 0.0) for value in series.values]
    total, at, found = sum(values) or 1.0, 0.0, []
    for value in values:
        end = at + value / total * 2 * pi
        found.append((at, end))
        at = end
    return found


def slices(plot: Plot, field: PlotField, first: int) -> Iterator[PointMarks]:
    """Yield the slices of a pie, or of the rings of a doughnut, the innermost first."""
    (x, y), radius = _circle(field)
    hole = radius * plot.hole / 100 if plot.kind is PlotKind.DOUGHNUT else 0.0
    thick = (radius - hole) / max(1, len(plot.series))
    pen = Pen(Solid(field.content.look.edge.rgb), _EDGE, round_joins=True)
    for number, series in enumerate(plot.series):
        inner, tints = hole + thick * number, dict(series.points)
        marks: list[tuple[int | None, Node]] = []
        for point, (start, end) in enumerate(angles_of(series)):
            tint = tints.get(point, series.tint)
            if end > start and tint is not None:
                outline = _slice((x, y), (inner, inner + thick), start, end)
                marks.append((point, PathMark(outline.drawn, fill=solid(tint), pen=pen)))
        yield PointMarks(first + number, tuple(marks))


def _slice(middle: XY, radii: tuple[float, float], start: float, end: float) -> Pencil:
    """Return the outline of a slice between two radii."""
    (x, y), (inner, outer) = middle, radii
    first, sweep = start - pi / 2, end - start
    if sweep >= 2 * pi - 1e-9:
        pencil = Pencil().ellipse(x - outer, y - outer, outer * 2, outer * 2)
        if inner:
            pencil.move(x - inner, y).quarter(inner, inner, 2, -4).close()
        return pencil
    pencil = Pencil().move(x + outer * cos(first), y + outer * sin(first))
    pencil.arc(outer, outer, first, sweep)
    if not inner:
        return pencil.lines((x, y)).close()
    last = first + sweep
    pencil.lines((x + inner * cos(last), y + inner * sin(last)))
    return pencil.arc(inner, inner, last, -sweep).close()


def leaders(plot: Plot, field: PlotField, texts: tuple[ChartText, ...]) -> Iterator[PathMark]:
    """Yield the lines that tie labels of a pie to their slices, where they were moved."""
    series = plot.series[0]
    moved = {label.point for label in series.labels if label.shift or label.drop}
    if plot.kind is not PlotKind.PIE or not moved:
        return
    (x, y), radius = _circle(field)
    angles, look = angles_of(series), field.content.look
    pen = Pen(solid(look.rule), look.line.points)
    for text in texts:
        if text.of is None or text.of[1] not in moved:
            continue
        start, end = angles[text.of[1]]
        angle = (start + end) / 2
        rim = (x + radius * sin(angle), y - radius * cos(angle))
        box = text.box
        near = box.x.points if rim[0] < box.x.points else box.right.points
        to = (near, (box.y.points + box.bottom.points) / 2)
        if hypot(to[0] - rim[0], to[1] - rim[1]) > _LEAST_LEADER:
            yield PathMark(Pencil().move(*rim).lines(to).drawn, pen=pen)


def web(content: ChartContent, field: PlotField) -> Iterator[PathMark]:
    """Yield the rings of a radar."""
    axis, count = content.left, _spokes(content)
    if axis is None or not axis.ruled or count < 1:
        return
    pen = Pen(solid(content.look.rule), content.look.line.points)
    steps = round((axis.high - axis.low) / axis.step) if axis.step > 0 else 0
    for step in range(1, min(100, steps) + 1):
        ring = [_spoke(field, number / count, step / steps) for number in range(count)]
        yield PathMark(Pencil().polygon(ring).drawn, pen=pen)


def radar(plot: Plot, field: PlotField, first: int) -> Iterator[PointMarks]:
    """Yield the lines of a radar around its middle."""
    axis, count = field.axis(plot), max(1, _spokes(field.content))
    for number, series in enumerate(plot.series):
        if series.tint is None:
            yield PointMarks(first + number, ())
            continue
        points = [
            _spoke(field, n / count, min(1.0, max(0.0, share_of(axis, value or 0.0))))
            for n, value in enumerate(series.values)
        ]
        color = solid(series.tint)
        pen = Pen(color, LINE, round_caps=True, round_joins=True)
        marks: list[tuple[int | None, Node]] = []
        if points:
            marks.append((None, PathMark(Pencil().polygon(points).drawn, pen=pen)))
        if series.marked:
            marks += [(n, disc(point, _MARK, color)) for n, point in enumerate(points)]
        yield PointMarks(first + number, tuple(marks))


def _spokes(content: ChartContent) -> int:
    return 0 if content.categories is None else len(content.categories.labels)


def _spoke(field: PlotField, turn: float, share: float) -> XY:
    (x, y), radius = _circle(field)
    angle = turn * 2 * pi
    return x + sin(angle) * radius * share, y - cos(angle) * radius * share
