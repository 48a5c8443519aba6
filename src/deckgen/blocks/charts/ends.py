"""Lines and targets -> their names beside their last points, none of which stands over another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blocks.charts.framing import Axes, right_scale, tick_width
from deckgen.blocks.charts.meter import box_at
from deckgen.blocks.charts.named import APART
from deckgen.blocks.charts.spreading import spread
from deckgen.blocks.charts.values import PointSpot, code_of, is_chosen
from deckgen.blocks.kit import Emu, Rect, Struct
from deckgen.charts import ChartText, LabelPosition, PointLabel, Shown

if TYPE_CHECKING:
    from deckgen.blocks.charts.draft import ChartDraft
    from deckgen.blocks.charts.model import ChartSeries

MOST_NAMED: Final = 0.35
"""The share of a chart's width that the names of lines may take at its right."""
FARTHEST: Final = 1.5
"""How far a name may stand from the end of its line, in lines of text."""
PLOT: Final = 0.7
"""About the share of a chart's height that its plot has."""


class EndLabel(Struct, frozen=True):
    """The name of a series at its last point."""

    series: int
    label: PointLabel
    text: ChartText


def names_at_ends(draft: ChartDraft) -> dict[int, Emu]:
    """Return the widths of the names that stand beside last points: of targets, and of lines alone.

    Lines whose names would stand far from their ends have a legend instead.
    """
    series, meter = draft.data.series, draft.meter
    targets = [n for n, one in enumerate(series) if one.is_target and one.name]
    lines = [
        n
        for n, one in enumerate(series)
        if one.drawn == "line" and not (one.is_target or one.is_unseen) and _has_values(one)
    ]
    others = any(one.drawn != "line" and not one.is_unseen for one in series)
    for named in ([*lines, *targets] if len(lines) > 1 and not others else targets, targets):
        widths = {n: meter.width(_said_at_end(draft, n), bold=True) for n in named}
        high = draft.box.height * PLOT
        ends = [
            draft.scale(right=series[n].is_right).share(last_of(series[n])) * high for n in widths
        ]
        moved = zip(ends, spread(ends, meter.line, 0.0, high), strict=True)
        near = all(abs(end - place) <= meter.line * FARTHEST for end, place in moved)
        if near and max(widths.values(), default=Emu(0)) <= draft.box.width * MOST_NAMED:
            return widths
    return {}


def end_labels(
    draft: ChartDraft, named: dict[int, Emu], spots: list[PointSpot], plot: Rect, axes: Axes
) -> tuple[EndLabel, ...]:
    """Return the names of lines beside their last points, behind the numbers of an axis there."""
    meter = draft.meter
    behind = tick_width(draft, axes[1], right_scale(draft))
    last = {spot.series: spot for spot in spots if spot.series in named}
    ends = [spot.y for spot in last.values()]
    lowest = plot.bottom - max(0.0, meter.line / 2 - meter.em * APART)  # clear of the names below
    found: list[EndLabel] = []
    for spot, y in zip(last.values(), spread(ends, meter.line, plot.y, lowest), strict=True):
        one, said = draft.data.series[spot.series], _said_at_end(draft, spot.series)
        is_outside = one.is_target or behind > 0
        edge = max(0.0, plot.right - spot.x) + behind if is_outside else 0.0
        shows: tuple[Shown, ...] = ("series",) if said == one.name else ("series", "value")
        strong = not one.is_target and not (
            draft.highlights_series and one.name not in draft.chart.highlighted
        )
        label = PointLabel(
            spot.point,
            LabelPosition.RIGHT,
            draft.context.text.color,
            shows,
            bold=strong,
            shift=edge / draft.box.width,
            drop=(y - spot.y) / draft.box.height,
            joint=" ",
        )
        left = spot.x + edge + meter.em * 0.4
        box = box_at(left, y - meter.line / 2, named[spot.series], meter.line)
        text = ChartText(box, (said,), meter.size, "legend", (spot.series, spot.point))
        found.append(EndLabel(spot.series, label, text))
    return tuple(found)


def _said_at_end(draft: ChartDraft, number: int) -> str:
    """Return what stands beside the last point of a series: its name, and its value if chosen."""
    series = draft.data.series[number]
    known = [n for n, value in enumerate(series.values) if value is not None]
    if not known or not is_chosen(draft, series, known[-1]):
        return series.name
    return f"{series.name} {draft.text(last_of(series), code_of(draft, series))}"


def last_of(series: ChartSeries) -> float:
    """Return the last value of a series."""
    return next((value for value in reversed(series.values) if value is not None), 0.0)


def _has_values(series: ChartSeries) -> bool:
    return any(value is not None for value in series.values)
