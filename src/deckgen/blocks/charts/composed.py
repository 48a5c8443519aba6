"""Waterfalls and funnels -> ordinary stacked plots, which every program draws."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from deckgen.blocks.charts.model import ChartData, ChartSeries
from deckgen.blocks.kit import replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.blocks.charts.model import Drawn

OFF: Final = 0.005
"""How far a total may be off the sum, as a share of the larger: numbers are rounded."""


def waterfall(data: ChartData, totals: Sequence[str], words: tuple[str, str, str]) -> ChartData:
    """Return changes as bars that start where the one before ends, and totals that start at zero.

    A total is what is written of it, else the sum of what comes before. A bar that crosses zero
    has a part on either side of it. `words` are what a rise, a fall and a total are called; where
    no category is named as a total, one follows the last change.
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
        after = _after(level, change, is_total=is_total)
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
    tones: tuple[Literal["rise", "fall", "total"], ...] = ("rise", "fall", "total")
    for kind, tone in enumerate(tones):
        own = [bar if k == kind else None for bar, k in zip(bars, kinds, strict=True)]
        if not any(own):
            continue
        for side in (above, below):
            is_here = [
                bar is not None and (max(bar) > 0 or bar == (0.0, 0.0)) == (side is above)
                for bar in own
            ]
            values = tuple(
                None if bar is None else side(*bar) or (0.0 if here else None)
                for bar, here in zip(own, is_here, strict=True)
            )
            if all(value is None for value in values):
                continue
            said = tuple(
                bar[1] - (0 if kind == 2 else bar[0]) if bar is not None and here else None
                for bar, here in zip(own, is_here, strict=True)
            )
            parts.append(
                ChartSeries(words[kind], values, "column", code=code, tone=tone, said=said)
            )
    return ChartData(tuple(categories), tuple(parts), facet=data.facet)


def _after(level: float, change: float | None, *, is_total: bool) -> float:
    if is_total:
        return level if change is None else change
    return level + (change or 0.0)


def unlike_totals(data: ChartData, totals: Sequence[str]) -> list[tuple[str, float, float]]:
    """Return the totals that are not the sum of what comes before them: name, value and sum."""
    found, level = list[tuple[str, float, float]](), 0.0
    values = data.series[0].values if data.series else ()
    for number, (name, change) in enumerate(zip(data.categories, values, strict=True)):
        is_total = name in totals
        after = _after(level, change, is_total=is_total)
        if is_total and number and abs(after - level) > OFF * max(abs(after), abs(level)):
            found.append((name, after, level))
        level = after
    return found


def _base(start: float, stop: float) -> float:
    """Return what a bar stands on, or hangs from."""
    if start >= 0 and stop >= 0:
        return min(start, stop)
    return max(start, stop) if start <= 0 and stop <= 0 else 0.0


def above(start: float, stop: float) -> float:
    """Return how much of what reaches from one value to another is above zero."""
    return max(start, stop, 0.0) - max(min(start, stop), 0.0)


def below(start: float, stop: float) -> float:
    """Return how much of it is below zero, as a negative number."""
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
