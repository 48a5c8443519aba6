"""A chart -> its marks: bars, lines, slices, axes and texts, as its plots say."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final

from deckgen.charts import PlotKind
from deckgen.draw.chart_circles import leaders, radar, slices, web
from deckgen.draw.chart_marks import LINE, dashed, disc, field_of, over_categories, share_of
from deckgen.draw.chart_texts import ChartWriter, solid
from deckgen.draw.figures.pencil import Pencil
from deckgen.draw.model import DrawnGroup, PathMark, Pen
from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from deckgen.charts import ChartContent, ChartFrame, ChartText, Plot, PointLabel, Series, Tint
    from deckgen.draw.chart_marks import PlotField, PointMarks
    from deckgen.draw.faces import Faces
    from deckgen.draw.model import Node

_ROUND: Final = frozenset((PlotKind.PIE, PlotKind.DOUGHNUT))
_LINES: Final = frozenset((PlotKind.LINE, PlotKind.RADAR, PlotKind.SCATTER))
_MOST_RULES: Final = 200
_KEY: Final = 0.55
"""How wide and high the key of an entry of a legend is, in em."""
_KEY_LINE: Final = 1.8
"""How long a key is that shows a line."""


def draw_chart(
    frame: ChartFrame, faces: Faces, shown: Mapping[int, int] | None = None
) -> DrawnGroup:
    """Return the marks of a chart; what it shows, where it is written and its words are around.

    `shown` tells the steps at which its series, or its categories, come in, by their numbers.
    """
    content = frame.content
    writer, field = ChartWriter(content.look, faces), field_of(content)
    back = tuple(_behind(content, field))
    parts: dict[int, list[Node]] = {}
    steps = shown or {}
    for drawn in _drawn(content, field):
        for point, mark in drawn.marks:
            parts.setdefault(_step(frame, steps, drawn.series, point), []).append(mark)
    rules = tuple(_rules(content, field))
    labels = _labels(content)
    texts: list[Node] = []
    for text in content.texts:
        if text.role == "legend" and text.of is None:
            texts += _legend(text, content, writer)
            continue
        turned = text.role == "category" and _is_turned(content)
        label = None if text.of is None else labels.get(text.of)
        marks = writer.text(text, label, turned=turned)
        if text.of is None:
            texts += marks
        else:
            parts.setdefault(_step(frame, steps, *text.of), []).extend(marks)
    groups = (DrawnGroup(tuple(parts[step]), shown=step) for step in sorted(parts))
    return DrawnGroup((*back, *groups, *rules, *texts))


def _step(frame: ChartFrame, steps: Mapping[int, int], series: int, point: int | None) -> int:
    """Return the step at which a part of a chart comes in, 0 where it is there from the start."""
    if frame.built_by == "category":
        if point is None:
            return max(steps.values(), default=0)  # a line is whole with its last point
        return steps.get(point, 0)
    return steps.get(series, 0) if frame.built_by == "series" else 0


def _drawn(content: ChartContent, field: PlotField) -> Iterator[PointMarks]:
    """Yield what is drawn of all series; areas lie below columns, and these below lines."""
    first = 0
    numbered: list[tuple[Plot, int]] = []
    for plot in content.plots:
        numbered.append((plot, first))
        first += len(plot.series)
    for plot, number in sorted(numbered, key=lambda each: (each[0].is_right, _layer(each[0]))):
        if plot.kind in _ROUND:
            yield from slices(plot, field, number)
        elif plot.kind is PlotKind.RADAR:
            yield from radar(plot, field, number)
        else:
            yield from over_categories(plot, field, number)


def _layer(plot: Plot) -> int:
    order = (PlotKind.AREA, PlotKind.COLUMN, PlotKind.BAR, PlotKind.LINE)
    return order.index(plot.kind) if plot.kind in order else len(order)


def _labels(content: ChartContent) -> dict[tuple[int, int], PointLabel]:
    """Return the labels by the numbers of their series, through all plots, and of their points."""
    series = [series for plot in content.plots for series in plot.series]
    return {
        (number, label.point): label for number, one in enumerate(series) for label in one.labels
    }


def _is_turned(content: ChartContent) -> bool:
    return content.categories is not None and content.categories.turned


def _behind(content: ChartContent, field: PlotField) -> Iterator[Node]:
    """Yield the rules across a plot, and the line of its categories."""
    kinds = {plot.kind for plot in content.plots}
    if PlotKind.RADAR in kinds:
        yield from web(content, field)
        return
    axis = content.left
    if axis is None or kinds & _ROUND:
        return
    pen = Pen(solid(content.look.rule), content.look.line.points, round_caps=True)
    if axis.ruled and axis.step > 0:
        steps = min(_MOST_RULES, round((axis.high - axis.low) / axis.step))
        for step in range(steps + 1):
            yield _across(field, share_of(axis, axis.low + axis.step * step), pen)
    categories = content.categories
    if categories is not None and categories.ruled:
        # it stands where the axis of numbers is at zero, or at the end that is nearest
        yield _across(field, min(1.0, max(0.0, share_of(axis, 0.0))), pen)


def _across(field: PlotField, share: float, pen: Pen) -> PathMark:
    """Return a line across the plot at a share of the axis of numbers."""
    if field.lies:
        x = field.x + field.width * share
        ends = (x, field.y), (x, field.y + field.height)
    else:
        y = field.y + field.height * (1 - share)
        ends = (field.x, y), (field.x + field.width, y)
    return PathMark(Pencil().move(*ends[0]).lines(ends[1]).drawn, pen=pen)


def _rules(content: ChartContent, field: PlotField) -> Iterator[Node]:
    """Yield what lies over a plot: targets across bars, and the lines to labels of slices."""
    for rule in content.rules:
        pencil = Pencil().move(rule.x.points, rule.top.points)
        pencil.lines((rule.x.points, rule.bottom.points))
        yield PathMark(pencil.drawn, pen=dashed(rule.tint))
    for plot in content.plots:
        if plot.kind is PlotKind.PIE:
            yield from leaders(plot, field, content.texts)


def _legend(text: ChartText, content: ChartContent, writer: ChartWriter) -> Iterator[Node]:
    """Yield the entries of a legend, row by row, each behind its key.

    They stand in the order of the plots, which need not be that in which the series are written.
    """
    em, box, keys = text.size.points, text.box, _keys(content, text.lines)
    is_beside = any(plot.kind in _ROUND for plot in content.plots)
    rows = len(keys) if is_beside else max(1, round(box.height.points / (em * 1.5)))
    columns = max(1, ceil(len(keys) / rows))
    spare = 0.0 if is_beside else em
    wide, high = (box.width.points - spare) / columns, box.height.points / rows
    for number, key in enumerate(keys):
        x = box.x.points + spare / 2 + wide * (number % columns)
        y = box.y.points + high * (number // columns + 0.5)
        long = em * (_KEY_LINE if key.line else _KEY)
        yield from _key(key, (x, y), em)
        yield from writer.entry(key.name, x + long + em * 0.4, y, em)


class _Entry(Struct, frozen=True):
    """An entry of a legend: its name, its colour, and the series of one that shows a line."""

    name: str
    tint: Tint
    line: Series | None = None


def _keys(content: ChartContent, slices: tuple[str, ...]) -> list[_Entry]:
    """Return the entries of a legend; `slices` names those of a round plot."""
    first = content.plots[0]
    if first.kind in _ROUND:
        tints = [tint for _, tint in sorted(first.series[0].points, key=lambda p: p[0])]
        return [_Entry(name, tint) for name, tint in zip(slices, tints, strict=False)]
    drawn = ((plot, series) for plot in content.plots for series in plot.series)
    return [
        _Entry(series.name, series.tint, series if plot.kind in _LINES else None)
        for number, (plot, series) in enumerate(drawn)
        if number not in content.hidden and series.tint is not None
    ]


def _key(key: _Entry, place: tuple[float, float], em: float) -> Iterator[PathMark]:
    (x, y), series = place, key.line
    color = solid(key.tint)
    if series is None:
        side = em * _KEY
        yield PathMark(Pencil().box(x, y - side / 2, side, side).drawn, fill=color)
        return
    long = em * _KEY_LINE
    if series.lined:
        line = Pencil().move(x, y).lines((x + long, y))
        yield PathMark(line.drawn, pen=Pen(color, LINE, round_caps=True))
    if series.marked:
        yield disc((x + long / 2, y), 3.5, color)
