"""A chart whose names hold formulas, `$x^2$` -> the same with these in letters and signs, `x²`.

Names in a chart and in its workbook are text alone. What refers to them is told alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.blocks.kit import replace
from deckgen.formulas.worded import worded

if TYPE_CHECKING:
    from deckgen.blocks.chart import Chart
    from deckgen.blocks.charts.model import ChartData, ChartSeries
    from deckgen.blocks.kit import Word


def in_words(chart: Chart) -> Chart:
    """Return a chart without formulas in its names."""
    return replace(
        chart,
        drawn=tuple(map(_data, chart.drawn)),
        highlight=tuple(map(_word, chart.highlight)),
        totals=tuple(map(_word, chart.totals)),
        labels=chart.labels and replace(chart.labels, words=tuple(map(_word, chart.labels.words))),
        unit=chart.unit and _word(chart.unit),
    )


def _word(word: Word) -> Word:
    return replace(word, text=worded(word.text))


def _data(data: ChartData) -> ChartData:
    return replace(
        data,
        categories=tuple(map(worded, data.categories)),
        series=tuple(map(_series, data.series)),
        facet=worded(data.facet),
        x=worded(data.x),
        y=worded(data.y),
    )


def _series(series: ChartSeries) -> ChartSeries:
    return replace(series, name=worded(series.name))
