"""A chart whose names hold formulas and emphasis, `$x^2$` -> the same in letters and signs, `x²`.

Names in a chart and in its workbook are text alone. What refers to them is told alike, and links
in them are told of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.blocks.kit import replace
from deckgen.labels import addresses_in, plain_label
from deckgen.spec.complaints import report_lost

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.blocks.chart import Chart
    from deckgen.blocks.charts.model import ChartData, ChartSeries
    from deckgen.blocks.kit import Binding, Span, Word


def in_words(chart: Chart, binding: Binding) -> Chart:
    """Return a chart without formulas and marks in its names, or links, which are reported."""
    for address, span in _links(chart):
        report_lost(address, "names in a chart are text alone", span, binding.sink)
    return replace(
        chart,
        drawn=tuple(map(_data, chart.drawn)),
        highlight=tuple(map(_word, chart.highlight)),
        totals=tuple(map(_word, chart.totals)),
        labels=chart.labels and replace(chart.labels, words=tuple(map(_word, chart.labels.words))),
        unit=chart.unit and _word(chart.unit),
    )


def _word(word: Word) -> Word:
    return replace(word, text=plain_label(word.text))


def _data(data: ChartData) -> ChartData:
    return replace(
        data,
        categories=tuple(map(plain_label, data.categories)),
        series=tuple(map(_series, data.series)),
        facet=plain_label(data.facet),
        x=plain_label(data.x),
        y=plain_label(data.y),
    )


def _series(series: ChartSeries) -> ChartSeries:
    return replace(series, name=plain_label(series.name))


def _links(chart: Chart) -> Iterator[tuple[str, Span]]:
    """Yield where names of a chart lead, each once, and where that is written."""
    named = (one.title for one in chart.series if one.title is not None)
    lines = (target.label for target in chart.targets if target.label is not None)
    for line in (*named, *lines):
        yield from ((run.link.target, run.span) for run in line.runs if run.link is not None)
    names = (
        name
        for data in chart.drawn
        for name in (*data.categories, *(one.name for one in data.series), data.facet)
    )
    for address in dict.fromkeys(address for name in names for address in addresses_in(name)):
        yield address, chart.span.first_line
