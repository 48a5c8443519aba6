"""Numbers -> how many are in each range, or the quarters they fall into, as ordinary plots."""

from __future__ import annotations

from itertools import pairwise
from math import ceil, floor
from typing import TYPE_CHECKING, Final

from deckgen.blocks.charts.composed import above, below
from deckgen.blocks.charts.model import ChartData, ChartSeries
from deckgen.blocks.charts.scale import nice_step
from deckgen.data.formats import plain_number

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_BINS: Final = 40


def histogram(numbers: Sequence[float], bins: int | None, name: str) -> ChartData:
    """Return how many numbers are in each range; ranges end at round numbers.

    Without a wish their width follows Freedman and Diaconis (1981): twice the distance of the
    quartiles by the cube root of the count.
    """
    ordered = sorted(numbers)
    if not ordered:
        return ChartData((), (ChartSeries(name, (), "column"),), x=name)
    spread = ordered[-1] - ordered[0]
    wish = spread / bins if bins else _freedman_diaconis(ordered)
    width = nice_step(max(wish, spread / _MOST_BINS) or 1.0)
    first = floor(ordered[0] / width)
    count = max(1, min(_MOST_BINS + 1, floor(ordered[-1] / width) - first + 1))
    if count > 1 and ordered[-1] == (first + count - 1) * width:
        count -= 1  # the largest number belongs to the last range, whose end it is
    counts = [0.0] * count
    for number in ordered:
        counts[min(count - 1, max(0, floor(number / width) - first))] += 1
    edges = [plain_number((first + place) * width) for place in range(count + 1)]
    labels = tuple(f"{low}–{high}" for low, high in pairwise(edges))
    return ChartData(labels, (ChartSeries(name, tuple(counts), "column", code="0"),), x=name)


def _freedman_diaconis(ordered: Sequence[float]) -> float:
    between = quantile(ordered, 0.75) - quantile(ordered, 0.25)
    width = 2 * between / len(ordered) ** (1 / 3)
    return float(width or (ordered[-1] - ordered[0]) / max(1, ceil(len(ordered) ** 0.5)))


def quantile(ordered: Sequence[float], share: float) -> float:
    """Return a quantile of ordered numbers, between two where it falls there (Hyndman's 7)."""
    place = (len(ordered) - 1) * share
    below = floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def box_plot(rows: Sequence[tuple[str, float | None]], name: str = "") -> ChartData:
    """Return the quarters of the numbers of each group: boxes, and whiskers to the outermost.

    Boxes are stacked columns, parted at the median, on what is not seen; what of them is below
    zero hangs from it. Whiskers are the errors of lines that are not seen.
    """
    groups: dict[str, list[float]] = {}
    for group, number in rows:
        if number is not None:
            groups.setdefault(group, []).append(number)
    ordered = [sorted(numbers) for numbers in groups.values()]
    lows, firsts, medians, thirds, highs = (
        tuple(quantile(numbers, share) for numbers in ordered) for share in (0, 0.25, 0.5, 0.75, 1)
    )
    lower, upper = (
        tuple(zip(firsts, medians, strict=True)),
        tuple(zip(medians, thirds, strict=True)),
    )
    base = tuple(max(q1, 0.0) or min(q3, 0.0) for q1, q3 in zip(firsts, thirds, strict=True))
    made = [ChartSeries("", base, "column", is_unseen=True)]
    for title, parts, is_above in (
        ("Q1–Q2", lower, True),
        ("Q2–Q3", upper, True),
        ("Q2–Q3", upper, False),
        ("Q1–Q2", lower, False),
    ):
        values = tuple(_part(*part, is_above=is_above) for part in parts)
        if any(value is not None for value in values):
            made.append(ChartSeries(title, values, "column", tone="box", labelled=False))
    down = tuple((q1 - low, 0.0) for q1, low in zip(firsts, lows, strict=True))
    up = tuple((0.0, high - q3) for high, q3 in zip(highs, thirds, strict=True))
    made.append(ChartSeries("Q1", firsts, "line", is_unseen=True, errors=down))
    made.append(ChartSeries("Q3", thirds, "line", is_unseen=True, errors=up))
    return ChartData(tuple(groups), tuple(made), y=name)


def _part(start: float, stop: float, *, is_above: bool) -> float | None:
    """Return how much of a part stands above zero, or hangs below it; None where nothing does."""
    if is_above:
        return above(start, stop) or (0.0 if start == stop >= 0 else None)
    return below(start, stop) or None
