"""What there is to say of a chart as a whole, and what its composed kinds are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blocks.charts.composed import funnel, unlike_totals, waterfall
from deckgen.blocks.charts.model import ChartSeries
from deckgen.blocks.charts.paired import PAIRED
from deckgen.blocks.charts.phrases import phrases
from deckgen.blocks.charts.prepared import MOST_CATEGORIES, MOST_SERIES, MOST_SLICES
from deckgen.blocks.kit import codes, replace

if TYPE_CHECKING:
    from deckgen.blocks.chart import Chart
    from deckgen.blocks.charts.model import ChartData
    from deckgen.blocks.kit import Sink, Word

_TARGETS: Final = frozenset(
    ("column", "bar", "line", "area", "combo", "histogram", "waterfall", "box")
)

_SHARES: Final = frozenset(("pie", "doughnut", "funnel"))
"""The types that show parts of a whole."""


def remark(chart: Chart, sink: Sink) -> None:
    """Report what is too much for one chart, with what serves, and names that are not there."""
    span = chart.span.first_line
    for data in chart.drawn:
        count, hint = _excess(chart, data)
        if hint:
            sink.report(codes.CROWDED_CHART, span, f"the chart has {count}", hints=[hint])
            break
    _check_signs(chart, sink)
    if chart.targets and chart.type not in _TARGETS:
        message = f"charts of the type `{chart.type}` have no targets"
        hint = "use `type: column`, `bar` or `line`, or say it in the title"
        sink.report(codes.INVALID_VALUE, chart.targets[0].span, message, hints=[hint])
    if chart.type == "radar" and chart.labels is not None and chart.labels.kind != "none":
        message = "charts of the type `radar` tell no values at their points"
        hint = "use `type: column` or `line`, or show the data as a table"
        sink.report(codes.INVALID_VALUE, span, message, hints=[hint])
    categories = {name for data in chart.drawn for name in data.categories}
    series = {series.name for data in chart.drawn for series in data.series}
    column = {data.y for data in chart.drawn}
    if chart.type == "box":  # the column whose quarters its series are
        series |= column
    split = column if chart.type in PAIRED else set()  # whose points another one may tell apart
    for words, more in ((chart.highlight, set()), (chart.choice.words, split)):
        for word in words:
            _check(word, ("series", "category"), categories | series | more, sink)
    for word in chart.totals:
        _check(word, ("category",), categories, sink)
    if chart.type == "waterfall":
        _check_totals(chart, sink)


def _check_signs(chart: Chart, sink: Sink) -> None:
    """Report numbers below zero where a type of chart cannot show any."""
    span = chart.span.first_line
    if chart.type in _SHARES and any(_numbers_below_zero(data) for data in chart.drawn):
        message = f"a chart of the type `{chart.type}` cannot show values below zero"
        hint = "use `type: column`, or `type: waterfall`"
        sink.report(codes.BAD_DATA, span, message, hints=[hint])
    if any(size < 0 for data in chart.drawn for one in data.series for size in one.sizes if size):
        hint = "leave the cell empty, or use `type: scatter`"
        sink.report(codes.BAD_DATA, span, "no bubble has a size below zero", hints=[hint])


def _check(word: Word, kinds: tuple[str, ...], known: set[str], sink: Sink) -> None:
    """Report a name that is not in the data."""
    if word.text in known:
        return
    near = None if _unnamed(known) else sink.guesses.closest(word.text, known)
    hint = f"did you mean `{near}`?" if near else f"name a {' or a '.join(kinds)} of the data"
    if _unnamed(known):
        hint = f"write names with their values: `values: {{{word.text}: …}}`"
    message = f"the chart has no {' and no '.join(kinds)} `{word.text}`"
    sink.report(codes.UNKNOWN_COLUMN, word.span, message, hints=[hint])


def _unnamed(known: set[str]) -> bool:
    """Tell whether the values of a chart have no names but their numbers."""
    return "value" in known and all(one == "value" or one.isdecimal() for one in known)


def _check_totals(chart: Chart, sink: Sink) -> None:
    """Report totals whose values are not the sum of what comes before them."""
    for data in chart.drawn:
        for name, value, level in unlike_totals(data, [word.text for word in chart.totals]):
            span = next(word.span for word in chart.totals if word.text == name)
            message = f"the total `{name}` is {value:g}, but what comes before it makes {level:g}"
            hint = "correct the values, or leave that of the total empty: `~`"
            sink.report(codes.UNEQUAL_TOTAL, span, message, hints=[hint])


def _numbers_below_zero(data: ChartData) -> bool:
    values = (value for series in data.series for value in series.values)
    return any(value is not None and value < 0 for value in values)


def _excess(chart: Chart, data: ChartData) -> tuple[str, str]:
    """Return what is too much, and what would serve; nothing where all can be read."""
    categories, series = len(data.categories), len(data.series)
    if chart.type in {"pie", "doughnut"} and categories > MOST_SLICES:
        return f"{categories} slices", "use `type: bar`, or join the smallest into one"
    if series > MOST_SERIES:
        return f"{series} series", "use `facets`, or `highlight` a few of them"
    if categories > MOST_CATEGORIES and not data.moments:
        return f"{categories} categories", "show the first, a histogram, or a table"
    return "", ""


def _level(at: float, chart: Chart) -> float:
    """Return where a target stands: of shares of a whole, 60 is as much as 60%."""
    return at / 100 if chart.stack == "percent" and abs(at) > 1 else at


def composed(chart: Chart, language: str) -> Chart:
    """Return a chart of which the kinds that are composed are ordinary ones, with its targets."""
    totals = tuple(word.text for word in chart.totals)
    drawn: list[ChartData] = []
    for data in chart.drawn:
        made = data
        if chart.type == "waterfall":
            made = waterfall(data, totals, phrases(language).steps)
        elif chart.type == "funnel":
            made = funnel(data)
        if chart.type in _TARGETS and chart.type != "bar":  # across bars no series can run
            count = len(made.categories)
            lines = tuple(
                ChartSeries(
                    target.label.text if target.label else "",
                    (_level(target.at, chart),) * count,
                    "line",
                    is_target=True,
                    labelled=False,
                )
                for target in chart.targets
            )
            made = replace(made, series=(*made.series, *lines))
        drawn.append(made)
    targets = tuple(replace(one, at=_level(one.at, chart)) for one in chart.targets)
    return replace(chart, drawn=tuple(drawn), targets=targets)
