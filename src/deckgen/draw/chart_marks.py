"""Series over categories, or at two numbers each -> what is drawn of them between the axes."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, Final

from deckgen.charts import PlotKind
from deckgen.draw.chart_texts import solid
from deckgen.draw.figures.pencil import Pencil
from deckgen.draw.model import DrawnGroup, PathMark, Pen, Solid
from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.charts import ChartContent, Plot, Series, Tint, ValueAxis
    from deckgen.draw.figures.pencil import XY
    from deckgen.draw.model import Node

LINE: Final = 2.25
"""The width of lines, in points."""
THIN: Final = 1.5
"""That of targets, and of what is around boxes."""
_DASHES: Final = (4.0, 3.0)
_MARK: Final = 7.0
"""The size of markers, in points."""
_CAP: Final = 3.0
"""How far the ends of error bars reach to each side, in points."""
_LARGEST_BUBBLE: Final = 0.25 * 0.6
"""The share of the shorter side of a plot that the largest bubble is wide."""


class PointMarks(Struct, frozen=True):
    """What is drawn of a series: marks, and the point of each, None for those of the whole."""

    series: int
    marks: tuple[tuple[int | None, Node], ...]


class PlotField(Struct, frozen=True):
    """The box between the axes of a chart, in points, and where values and categories stand."""

    x: float
    y: float
    width: float
    height: float
    content: ChartContent

    @property
    def lies(self) -> bool:
        """Whether values run from left to right."""
        return any(plot.kind is PlotKind.BAR for plot in self.content.plots)

    def axis(self, plot: Plot) -> ValueAxis:
        """Return the axis by which the values of a plot are measured."""
        content = self.content
        axis = content.right if plot.is_right and content.right is not None else content.left
        assert axis is not None
        return axis

    def at(self, axis: ValueAxis, value: float) -> float:
        """Return where a value stands on its axis, within the plot."""
        share = min(1.0, max(0.0, share_of(axis, value)))
        return self.x + self.width * share if self.lies else self.y + self.height * (1 - share)

    @property
    def centres(self) -> tuple[float, ...]:
        """Where the middle of each category is, in the order of categories."""
        axis = self.content.categories
        if axis is None:
            return ()
        start, length = (self.y, self.height) if self.lies else (self.x, self.width)
        shares = axis.shares
        if self.lies and not axis.reversed:
            shares = tuple(1 - share for share in shares)
        return tuple(start + length * share for share in shares)

    @property
    def band(self) -> float:
        """How much room a category has."""
        axis = self.content.categories
        count = 1 if axis is None else max(1, len(axis.labels))
        return (self.height if self.lies else self.width) / count

    def point(self, along: float, value: float) -> XY:
        """Return a point that is told by its place among categories and by its value's."""
        return (value, along) if self.lies else (along, value)


def field_of(content: ChartContent) -> PlotField:
    """Return the field of a chart."""
    box = content.plot
    return PlotField(box.x.points, box.y.points, box.width.points, box.height.points, content)


def share_of(axis: ValueAxis, value: float) -> float:
    """Return where a value is on an axis, as a share of it."""
    span = axis.high - axis.low
    return (value - axis.low) / span if span else 0.0


def over_categories(plot: Plot, field: PlotField, first: int) -> Iterator[PointMarks]:
    """Yield what is drawn of the series of a plot, whose numbers start somewhere."""
    for number, series in enumerate(plot.series):
        match plot.kind:
            case PlotKind.COLUMN | PlotKind.BAR:
                marks = tuple(_columns(plot, number, field))
            case PlotKind.AREA:
                marks = tuple(_area(plot, number, field))
            case PlotKind.BUBBLE:
                marks = tuple(_bubbles(plot, series, field))
            case PlotKind.SCATTER:
                marks = tuple(_scattered(series, field))
            case _:
                marks = tuple(_line(plot, series, field))
        errors = tuple(_errors(plot, number, field))
        yield PointMarks(first + number, (*marks, *errors))


def _starts(plot: Plot, number: int) -> list[tuple[float, float]]:
    """Return where each value of a series starts and ends on its axis."""
    count = max(len(series.values) for series in plot.series)
    totals = [
        sum(abs(s.values[n] or 0.0) for s in plot.series if n < len(s.values)) or 1.0
        for n in range(count)
    ]
    found = []
    for point, value in enumerate(plot.series[number].values):
        scale = totals[point] if plot.stack == "percent" else 1.0
        amount, start = (value or 0.0) / scale, 0.0
        if plot.stack != "none":
            below = (s.values[point] or 0.0 for s in plot.series[:number] if point < len(s.values))
            start = sum(v for v in below if (v < 0) == (amount < 0)) / scale
        found.append((start, start + amount))
    return found


def _width(plot: Plot, band: float) -> tuple[float, float]:
    """Return how wide a column is, and how far apart those of a category start."""
    count = len(plot.series) if plot.stack == "none" else 1
    overlap = plot.overlap / 100 if plot.stack == "none" else 1.0
    wide = band / (count - (count - 1) * overlap + plot.gap / 100)
    return wide, wide * (1 - overlap)


def _columns(plot: Plot, number: int, field: PlotField) -> Iterator[tuple[int | None, Node]]:
    series, axis = plot.series[number], field.axis(plot)
    wide, step = _width(plot, field.band)
    count = len(plot.series) if plot.stack == "none" else 1
    shift = -(wide + step * (count - 1)) / 2 + (step * number if plot.stack == "none" else 0.0)
    tints = dict(series.points)
    pen = None if series.outline is None else Pen(solid(series.outline), THIN)
    for point, (start, end) in enumerate(_starts(plot, number)):
        tint = tints.get(point, series.tint)
        if series.values[point] is None or point >= len(field.centres):
            continue
        if tint is None and pen is None:
            continue
        near = field.centres[point] + shift
        one, other = sorted((field.at(axis, start), field.at(axis, end)))
        corner = field.point(near, one)
        size = field.point(wide, other - one)
        outline = Pencil().box(*corner, *size).drawn
        yield point, PathMark(outline, fill=None if tint is None else solid(tint), pen=pen)


def _points(plot: Plot, series: Series, field: PlotField) -> list[XY | None]:
    """Return where the points of a line are; None where there is no value."""
    axis, centres = field.axis(plot), field.centres
    return [
        None if value is None else field.point(centres[n], field.at(axis, value))
        for n, value in enumerate(series.values[: len(centres)])
    ]


def _line(plot: Plot, series: Series, field: PlotField) -> Iterator[tuple[int | None, Node]]:
    points = _points(plot, series, field)
    if series.tint is None:
        return
    if series.dashed:
        known = [point for point in points if point is not None]
        if known:
            yield None, _target(series.tint, known, field)
        return
    if series.lined:
        yield from ((None, mark) for mark in polylines(points, series.tint))
    yield from _markers(series, points)


def polylines(points: list[XY | None], tint: Tint) -> Iterator[PathMark]:
    """Yield lines through points, parted where one is missing."""
    pen = Pen(solid(tint), LINE, round_caps=True, round_joins=True)
    run: list[XY] = []
    for point in (*points, None):
        if point is not None:
            run.append(point)
            continue
        if len(run) > 1:
            yield PathMark(Pencil().move(*run[0]).lines(*run[1:]).drawn, pen=pen)
        run = []


def _markers(series: Series, points: list[XY | None]) -> Iterator[tuple[int | None, Node]]:
    tints = dict(series.points)
    if not series.marked:
        return
    for number, point in enumerate(points):
        tint = tints.get(number, series.tint)
        if point is not None and tint is not None:
            yield number, disc(point, _MARK / 2, solid(tint))


def disc(middle: XY, radius: float, color: Solid) -> PathMark:
    """Return a filled circle."""
    x, y = middle
    return PathMark(
        Pencil().ellipse(x - radius, y - radius, 2 * radius, 2 * radius).drawn, fill=color
    )


def _target(tint: Tint, points: list[XY], field: PlotField) -> PathMark:
    """Return the dashed line of a trend, from edge to edge of the plot."""
    (x0, y0), (x1, y1) = points[0], points[-1]
    slope = (y1 - y0) / (x1 - x0) if x1 != x0 else 0.0
    ends = [(x, y0 + slope * (x - x0)) for x in (field.x, field.x + field.width)]
    return PathMark(Pencil().move(*ends[0]).lines(ends[1]).drawn, pen=dashed(tint))


def dashed(tint: Tint) -> Pen:
    """Return the pen of targets."""
    return Pen(solid(tint), THIN, tuple(length * THIN for length in _DASHES), round_caps=True)


def _area(plot: Plot, number: int, field: PlotField) -> Iterator[tuple[int | None, Node]]:
    series, axis, centres = plot.series[number], field.axis(plot), field.centres
    if series.tint is None or not centres:
        return
    spans = _starts(plot, number)[: len(centres)]
    upper = [field.point(centres[n], field.at(axis, end)) for n, (_, end) in enumerate(spans)]
    lower = [field.point(centres[n], field.at(axis, start)) for n, (start, _) in enumerate(spans)]
    outline = Pencil().polygon([*upper, *reversed(lower)]).drawn
    yield None, PathMark(outline, fill=solid(series.tint))


def _places(series: Series, field: PlotField) -> list[XY | None]:
    """Return where points of two numbers are."""
    across, left = field.content.across, field.content.left
    assert across is not None
    assert left is not None
    return [
        None
        if x is None or y is None
        else (
            field.x + field.width * share_of(across, x),
            field.y + field.height * (1 - share_of(left, y)),
        )
        for x, y in zip(series.xs, series.values, strict=False)
    ]


def _scattered(series: Series, field: PlotField) -> Iterator[tuple[int | None, Node]]:
    places = _places(series, field)
    if series.tint is not None and series.lined:
        yield from ((None, mark) for mark in polylines(places, series.tint))
    yield from _markers(series, places)


def _bubbles(plot: Plot, series: Series, field: PlotField) -> Iterator[tuple[int | None, Node]]:
    largest = max((size or 0.0 for one in plot.series for size in one.sizes), default=0.0)
    widest = min(field.width, field.height) * _LARGEST_BUBBLE
    if series.tint is None or largest <= 0:
        return
    frame = Pencil().box(field.x, field.y, field.width, field.height).drawn
    for number, (place, size) in enumerate(zip(_places(series, field), series.sizes, strict=False)):
        if place is not None and size is not None and size > 0:
            mark = disc(place, widest / 2 * sqrt(size / largest), solid(series.tint))
            yield number, DrawnGroup((mark,), clip=frame)


def _errors(plot: Plot, number: int, field: PlotField) -> Iterator[tuple[int | None, Node]]:
    series, content = plot.series[number], field.content
    if not series.errors:
        return
    pen = Pen(Solid(content.look.color.rgb), content.look.line.points * 1.5, round_caps=True)
    _, step = _width(plot, field.band)
    count = len(plot.series) if plot.stack == "none" else 1
    is_bar = plot.kind in {PlotKind.COLUMN, PlotKind.BAR}
    shift = step * (number - (count - 1) / 2) if is_bar and plot.stack == "none" else 0.0
    ends = _starts(plot, number)
    axis = field.axis(plot)
    places = _places(series, field) if plot.kind is PlotKind.SCATTER else []
    for point, (below, above) in enumerate(series.errors[: len(ends)]):
        if series.values[point] is None or not (below or above):
            continue
        end = ends[point][1]
        place = places[point] if places else None
        if places and place is None:
            continue
        along = field.centres[point] + shift if place is None else place[0]
        reach = (field.at(axis, end - below), field.at(axis, end + above))
        yield point, _error(field, along, reach, pen)


def _error(field: PlotField, along: float, ends: tuple[float, float], pen: Pen) -> PathMark:
    pencil = Pencil().move(*field.point(along, ends[0])).lines(field.point(along, ends[1]))
    for end in ends:
        pencil.move(*field.point(along - _CAP, end)).lines(field.point(along + _CAP, end))
    return PathMark(pencil.drawn, pen=pen)
