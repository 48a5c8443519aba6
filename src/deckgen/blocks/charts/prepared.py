"""A chart and the table of its data -> categories and series, or what is mistaken about them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, cast

from deckgen.blocks.charts.model import ChartData, ChartSeries, Drawn
from deckgen.blocks.charts.multiples import aligned
from deckgen.blocks.charts.paired import PAIRED, with_columns
from deckgen.blocks.kit import Struct, codes, replace
from deckgen.data.model import DataCell, DataTable, Moment
from deckgen.data.numerals import date
from deckgen.spec.datasets import in_numbers, index_of, report_no_number, report_unused
from deckgen.spec.ordering import ordered, sorted_by

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.blocks.chart import Chart
    from deckgen.blocks.charts.declared import SeriesSpec
    from deckgen.blocks.kit import Binding, Word

MOST_CATEGORIES: Final = 60
MOST_SERIES: Final = 8
MOST_SLICES: Final = 7
"""How much of each one chart shows so that it can be read."""
_SPREADS: Final = frozenset(("histogram", "box"))
"""The types that show how the values of a column are spread."""
_OF_ONE: Final = _SPREADS | {"pie", "doughnut", "waterfall", "funnel"}
"""The types that show one column; boxes may stand for several."""


class _Keys(Struct, frozen=True):
    """The columns of categories, of groups and of sizes; -1 where there is none."""

    x: int
    by: int
    size: int
    x_name: str = ""


class _Column(Struct, frozen=True):
    """A column that is a series: which, and what is written about it."""

    index: int
    name: str
    spec: SeriesSpec | None = None
    errors: int | None = None


def prepared(chart: Chart, data: DataTable, binding: Binding) -> tuple[ChartData, ...] | None:
    """Return the data of a chart, one for each facet, or None where something is mistaken."""
    if chart.type in PAIRED:
        completed = with_columns(chart, data, binding, MOST_SERIES)
        if completed is None:
            return None
        chart = completed
    x = _x_of(chart, data, binding)
    facets = _index(chart.facets, data, binding)
    by = _index(chart.by, data, binding)
    size = _index(chart.size, data, binding)
    if x is None or facets is None or by is None or size is None:
        return None
    keys = _Keys(x, by, size, data.names[x] if x >= 0 else "")
    columns = _columns(chart, data, {x, facets, by, size}, binding)
    if columns is None:
        return None
    columns = _shown(chart, columns, binding, are_apart=chart.type == "box" and x < 0)
    numeric = {n for one in columns for n in (one.index, one.errors) if n is not None}
    data = in_numbers(data, numeric | ({x, size} if chart.type in PAIRED else set()))
    if not _are_numbers(columns, data, binding):
        return None
    given = ordered(data, chart.sort, chart.first, binding)
    if given is None:
        return None
    if chart.data is not None and chart.data.records is not None:
        used = {x, facets, by, size, *sorted_by(chart.sort, data)}
        for column in columns[: 1 if by >= 0 else None]:
            used |= {column.index, *(() if column.errors is None else (column.errors,))}
        key = "`by:`" if chart.type in PAIRED else "one of `y:`"
        report_unused(data, used, "chart", binding, f"name it as {key}, or leave it out")
    parts = _parts(given, facets)
    made = [(name, _data(chart, rows, keys, columns, binding)) for name, rows in parts]
    found = [replace(one, facet=name) for name, one in made if one is not None]
    return aligned(found, chart.type) if len(found) == len(made) else None


def _index(word: object, data: DataTable, binding: Binding) -> int | None:
    """Return which column a key names, -1 where it is not written."""
    from deckgen.blocks.kit import Word

    return index_of(word.text, word.span, data, binding) if isinstance(word, Word) else -1


def _x_of(chart: Chart, data: DataTable, binding: Binding) -> int | None:
    """Return the column of categories: the one named, else the first that holds no numbers."""
    if chart.x is not None:
        return index_of(chart.x.text, chart.x.span, data, binding)
    taken = {word.text for word in (chart.facets, chart.by) if word is not None}
    taken |= {word.text for word in chart.y} | {one.key.text for one in chart.series}
    free = [n for n, name in enumerate(data.names) if name not in taken]
    if chart.type == "histogram":
        return -1
    words = [n for n in free if any(isinstance(cell.value, str) for cell in data.column(n))]
    if chart.type == "box" and (not words or len(chart.y or chart.series) > 1):
        return -1  # each column is a box
    return (words or free or [0])[0]


def _columns(
    chart: Chart, data: DataTable, others: set[int], binding: Binding
) -> list[_Column] | None:
    """Return the columns that are series: those named, else all others that hold numbers."""
    if chart.series:
        found: list[_Column] = []
        for spec in chart.series:
            index = index_of(spec.key.text, spec.key.span, data, binding)
            errors = _index(spec.error, data, binding)
            if index is None or errors is None:
                return None
            name = spec.title.text if spec.title else spec.key.text
            found.append(_Column(index, name, spec, errors if errors >= 0 else None))
        return found
    named = chart.y or ((chart.x,) if chart.type == "histogram" and chart.x else ())
    if named:
        indexes = [index_of(word.text, word.span, data, binding) for word in named]
        if None in indexes:
            return None
        return [_Column(n, data.names[n]) for n in indexes if n is not None]
    numeric = [
        _Column(number, name)
        for number, name in enumerate(data.names)
        if number not in others and _has_numbers(data.column(number))
    ]
    wrong = [cell for cell in data.column(len(data.names) - 1) if isinstance(cell.value, str)]
    if not numeric and chart.values is not None and wrong:
        report_no_number(wrong[0], binding, wrong[1:])
        return None
    if not numeric:
        message = "the data have no column of numbers to draw"
        hint = "name one: `y: revenue`"
        binding.sink.report(codes.BAD_DATA, chart.span.first_line, message, hints=[hint])
        return None
    return numeric[:1] if chart.by is not None else numeric


def _shown(
    chart: Chart, columns: list[_Column], binding: Binding, *, are_apart: bool
) -> list[_Column]:
    """Return the columns that a type of chart shows; those that it has no place for are told."""
    if are_apart or chart.type not in _OF_ONE or len(columns) == 1:
        return columns
    first, *others = columns
    left_out = ", ".join(f"`{one.name}`" for one in others)
    message = f"charts of the type `{chart.type}` show one column, here `{first.name}`"
    hints = [
        f"use another type or a chart of its own for {left_out}, or name one: `y: {first.name}`"
    ]
    binding.sink.report(codes.CROWDED_CHART, chart.span.first_line, message, hints=hints)
    return [first]


def _has_numbers(cells: Sequence[DataCell]) -> bool:
    return any(isinstance(cell.value, float) for cell in cells)


def _are_numbers(columns: list[_Column], data: DataTable, binding: Binding) -> bool:
    """Tell whether series hold numbers alone, or report the first cell that holds none."""
    for column in columns:
        cells = [data.column(n) for n in (column.index, column.errors) if n is not None]
        wrong = [cell for each in cells for cell in each if isinstance(cell.value, str | Moment)]
        if wrong:
            report_no_number(wrong[0], binding, wrong[1:])
            return False
    return True


def _parts(data: DataTable, facets: int) -> list[tuple[str, list[tuple[DataCell, ...]]]]:
    """Return the rows of each facet, in the order in which they come up."""
    if facets < 0:
        return [("", list(data.rows))]
    parts: dict[str, list[tuple[DataCell, ...]]] = {}
    for row in data.rows:
        parts.setdefault(row[facets].text, []).append(row)
    return list(parts.items())


def _data(
    chart: Chart,
    rows: list[tuple[DataCell, ...]],
    keys: _Keys,
    columns: list[_Column],
    binding: Binding,
) -> ChartData | None:
    if chart.type in PAIRED:
        return _points(chart, rows, keys, columns, binding)
    if chart.type not in _SPREADS:
        return _over_categories(chart, rows, keys, columns)
    from deckgen.blocks.charts.distributions import box_plot, histogram

    numbers = [_number(row[columns[0].index]) for row in rows]
    if chart.type == "histogram":
        return histogram([n for n in numbers if n is not None], chart.bins, columns[0].name)
    if keys.x < 0:
        return box_plot([(one.name, _number(row[one.index])) for one in columns for row in rows])
    groups = [row[keys.x].text for row in rows]
    return box_plot(list(zip(groups, numbers, strict=True)), columns[0].name)


def _over_categories(
    chart: Chart,
    rows: list[tuple[DataCell, ...]],
    keys: _Keys,
    columns: list[_Column],
) -> ChartData:
    """Return series over categories; rows of one category are apart where there is a `by`."""
    x, by = keys.x, keys.by
    names = list(dict.fromkeys(row[x].text for row in rows)) if by >= 0 else []
    moments = _moments([row[x] for row in rows])
    if by >= 0:
        groups = dict.fromkeys(row[by].text for row in rows)
        place = {name: number for number, name in enumerate(names)}
        series = []
        for group in groups:
            values: list[float | None] = [None] * len(names)
            for row in rows:
                if row[by].text == group:
                    values[place[row[x].text]] = _number(row[columns[0].index])
            series.append(ChartSeries(group, tuple(values), _drawn(chart, None)))
        seen = dict(zip([row[x].text for row in rows], moments, strict=True)) if moments else {}
        return ChartData(tuple(names), tuple(series), tuple(seen[name] for name in names if seen))
    series = [_series(chart, column, rows) for column in columns]
    return ChartData(tuple(row[x].text for row in rows), tuple(series), moments)


def _series(chart: Chart, column: _Column, rows: list[tuple[DataCell, ...]]) -> ChartSeries:
    spec = column.spec
    return ChartSeries(
        column.name,
        tuple(_number(row[column.index]) for row in rows),
        _drawn(chart, spec),
        _code(column, rows),
        spec is not None and spec.axis == "right",
        _errors(column, rows),
    )


def _errors(column: _Column, rows: list[tuple[DataCell, ...]]) -> tuple[tuple[float, float], ...]:
    """Return how far values may be off below and above, of a series that says it."""
    if column.errors is None:
        return ()
    off = [_number(row[column.errors]) or 0.0 for row in rows]
    return tuple((one, one) for one in off)


def _code(column: _Column, rows: list[tuple[DataCell, ...]]) -> str:
    """Return the format code of a series: its own, else that of its first cell that has one."""
    spec = column.spec
    code = spec.format.code if spec and spec.format else ""
    if not code:
        code = next((row[column.index].format for row in rows if row[column.index].format), "")
    if (
        not code
        and rows
        and all(
            row[column.index].text.rstrip().endswith(("%", "％")) or row[column.index].is_missing
            for row in rows
        )
    ):
        code = "0.0%" if any("." in row[column.index].text for row in rows) else "0%"
    return "" if code == "General" else code


def called(chart: Chart) -> Chart:
    """Return a chart whose series are highlighted and labelled by what they are called.

    One that has a title may be named by its key, too.
    """
    titles = {one.key.text: one.title.text for one in chart.series if one.title is not None}
    if not titles:
        return chart

    def titled(words: tuple[Word, ...]) -> tuple[Word, ...]:
        return tuple(replace(word, text=titles.get(word.text, word.text)) for word in words)

    labels = chart.labels and replace(chart.labels, words=titled(chart.labels.words))
    return replace(chart, highlight=titled(chart.highlight), labels=labels)


def _drawn(chart: Chart, spec: SeriesSpec | None) -> Drawn:
    if spec is not None and spec.draw is not None:
        return spec.draw
    usual = {"combo": "column", "waterfall": "column", "funnel": "bar"}
    return cast("Drawn", usual.get(chart.type, chart.type))


def _points(
    chart: Chart,
    rows: list[tuple[DataCell, ...]],
    keys: _Keys,
    columns: list[_Column],
    binding: Binding,
) -> ChartData | None:
    """Return points by two numbers each, in groups where there is a `by`."""
    x, by, size = keys.x, keys.by, keys.size
    for index in (x, *([size] if size >= 0 else [])):
        wrong = [row[index] for row in rows if isinstance(row[index].value, str | Moment)]
        if wrong:
            report_no_number(wrong[0], binding, wrong[1:])
            return None
    series: list[ChartSeries] = []
    for column in columns:
        groups = dict.fromkeys(row[by].text for row in rows) if by >= 0 else {column.name: None}
        for group in groups:
            own = [row if by < 0 or row[by].text == group else None for row in rows]
            series.append(
                ChartSeries(
                    group,
                    _numbers(own, column.index),
                    "bubble" if chart.type == "bubble" else "scatter",
                    _code(column, rows),
                    errors=_errors(column, rows),
                    xs=_numbers(rows, x),
                    sizes=_numbers(own, size) if chart.type == "bubble" and size >= 0 else (),
                )
            )
    return ChartData((), tuple(series), x=keys.x_name, y=" / ".join(c.name for c in columns))


def _numbers(rows: Sequence[tuple[DataCell, ...] | None], column: int) -> tuple[float | None, ...]:
    """Return the numbers of a column, None for rows that are left out."""
    return tuple(None if row is None else _number(row[column]) for row in rows)


def _number(cell: DataCell) -> float | None:
    return float(cell.value) if isinstance(cell.value, float | bool) else None


def _moments(cells: Sequence[DataCell]) -> tuple[Moment, ...]:
    """Return the dates of a column all of whose cells are dates, in order, else none."""
    found: list[Moment] = []
    for cell in cells:
        moment = cell.value if isinstance(cell.value, Moment) else date(cell.text)
        if moment is None:
            return ()
        found.append(moment)
    rising = all(one < other for one, other in pairwise(found))
    return tuple(found) if rising and len(found) > 1 else ()
