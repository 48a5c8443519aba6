"""Waterfalls and funnels -> ordinary stacked plots, which every program draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.blocks.charts.model import ChartData, ChartSeries
from deckgen.blocks.kit import replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.blocks.charts.model import Drawn


def waterfall(data: ChartData, totals: Sequence[str], words: tuple[str, str, str]) -> ChartData:
    """Return changes as bars that start where the one before ends, and totals that start at zero.

    A bar that crosses zero has a part on either side of it. `words` are what a rise, a fall and a
    total are called; where no category is named as a total, one follows the last change.
    """
    series = data.series[0]
    categories, changes = list(data.categories), list(series.values)
    marks = [name in totals for name in categories]
    if not any(marks):
        categories.append(words[2])
        changes.append(None)
        marks.append(True)
    level, bars = 0.0, list[tuple[float, float]]()
    for is_total, change in zip(marks, changes, strict=True):
        after = level if is_total else level + (change or 0.0)
        bars.append((0.0 if is_total else level, after))
        level = after
    kinds = [
        2 if is_total else int(stop < start)
        for is_total, (start, stop) in zip(marks, bars, strict=True)
    ]
    kinds[0] = 2  # what the first change starts from
    base = tuple(_base(start, stop) for start, stop in bars)
    parts = [ChartSeries("", base, "column", is_unseen=True, labelled=False)]
    code = series.code
    for kind, tone in ((0, "rise"), (1, "fall"), (2, "total")):
        own = [bar if k == kind else None for bar, k in zip(bars, kinds, strict=True)]
        if not any(own):
            continue
        said = tuple(None if bar is None else bar[1] - (0 if kind == 2 else bar[0]) for bar in own)
        above = tuple(None if bar is None else _above(*bar) for bar in own)
        below = tuple(None if bar is None else _below(*bar) for bar in own)
        made = ChartSeries(words[kind], above, "column", code=code, tone=tone, said=said)  # type: ignore[arg-type]
        has_below = any(below)
        if any(above) or not has_below:
            parts.append(made)
        if has_below:
            parts.append(replace(made, values=below, labelled=not any(above), said=said))
    return ChartData(tuple(categories), tuple(parts), facet=data.facet)


def _base(start: float, stop: float) -> float:
    """Return what a bar stands on, or hangs from."""
    if start >= 0 and stop >= 0:
        return min(start, stop)
    return max(start, stop) if start <= 0 and stop <= 0 else 0.0


def _above(start: float, stop: float) -> float:
    return max(start, stop, 0.0) - max(min(start, stop), 0.0)


def _below(start: float, stop: float) -> float:
    return min(start, stop, 0.0) - min(max(start, stop), 0.0)


def funnel(data: ChartData) -> ChartData:
    """Return bars that stand in the middle, each on half of what it lacks to the longest."""
    series = data.series[0]
    values = [value or 0.0 for value in series.values]
    most = max(values, default=0.0)
    drawn: Drawn = "bar"
    base = tuple((most - value) / 2 for value in values)
    unseen = ChartSeries("", base, drawn, is_unseen=True, labelled=False)
    return replace(data, series=(unseen, replace(series, drawn=drawn, tone="pale")))
