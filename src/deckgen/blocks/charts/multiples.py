"""The data of small multiples -> the same with the categories and series that all share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.blocks.charts.model import ChartData, ChartSeries
from deckgen.blocks.kit import replace
from deckgen.data.model import Moment

if TYPE_CHECKING:
    from collections.abc import Sequence

_APART = frozenset(("pie", "doughnut", "histogram", "waterfall", "funnel"))
"""The types whose categories are parts of one whole, and not the same ones in each."""


def aligned(found: Sequence[ChartData], kind: str) -> tuple[ChartData, ...]:
    """Return data that stand at the same places with the same colours: what one lacks is a gap."""
    if len(found) < 2 or kind in _APART:
        return tuple(found)
    names = tuple(dict.fromkeys(name for data in found for name in data.categories))
    moments: tuple[Moment, ...] = ()
    if all(data.moments for data in found):
        when = {n: m for d in found for n, m in zip(d.categories, d.moments, strict=True)}
        names = tuple(sorted(names, key=lambda name: when[name]))
        moments = tuple(when[name] for name in names)
    kinds = {one.name: one for data in found for one in reversed(data.series)}
    if kind == "box" or len(kinds) != len({one.name for data in found for one in data.series}):
        return tuple(found)
    order = tuple(dict.fromkeys(one.name for data in found for one in data.series))
    return tuple(_aligned(data, names, moments, [kinds[name] for name in order]) for data in found)


def _aligned(
    data: ChartData,
    names: tuple[str, ...],
    moments: tuple[Moment, ...],
    kinds: Sequence[ChartSeries],
) -> ChartData:
    own = {one.name: one for one in data.series}
    if not names:  # points by two numbers
        empty = [replace(kind, values=(), xs=(), sizes=(), errors=()) for kind in kinds]
        return replace(data, series=tuple(own.get(one.name, one) for one in empty))
    places = {name: number for number, name in enumerate(data.categories)}
    found = tuple(_over(own.get(kind.name), kind, names, places) for kind in kinds)
    return replace(data, categories=names, moments=moments, series=found)


def _over(
    series: ChartSeries | None, kind: ChartSeries, names: tuple[str, ...], places: dict[str, int]
) -> ChartSeries:
    """Return a series over other categories."""
    if series is None:
        return replace(kind, values=(None,) * len(names), errors=())
    at = [places.get(name) for name in names]
    values = tuple(None if place is None else series.values[place] for place in at)
    errors = tuple(
        (0.0, 0.0) if place is None else series.errors[place] for place in at if series.errors
    )
    return replace(series, values=values, errors=errors)
