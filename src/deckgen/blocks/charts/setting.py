"""A chart, its data and a box -> what is placed: in the largest type in which nothing meets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blocks.charts.draft import ChartDraft, SharedAxes
from deckgen.blocks.charts.framing import right_scale
from deckgen.blocks.charts.meter import box_at, sizes
from deckgen.blocks.charts.over_categories import over_categories
from deckgen.blocks.charts.pointed import points, scales_of
from deckgen.blocks.charts.round import radar, slices
from deckgen.blocks.charts.scale import AxisScale, scale_of
from deckgen.blocks.kit import Struct, pt, replace

if TYPE_CHECKING:
    from deckgen.blocks.chart import Chart
    from deckgen.blocks.charts.model import ChartData
    from deckgen.blocks.charts.over_categories import ChartSetting
    from deckgen.blocks.kit import Centipoints, Context, Emu, Rect

BETWEEN: Final = pt(18)
"""The space between small multiples."""
LEAST_PLOT: Final = 0.45
"""The share of a chart's height that bars and lines have before its texts become smaller."""
USUAL: Final = 0.75
HIGH: Final = 1.1
"""How high a chart is best, and in a narrow column, as shares of its width."""
LOW: Final = pt(280)
"""The height up to which a chart may be higher than it is wide."""
ROW: Final = 1.6
HEAD: Final = 5.0
"""The height of a bar, and of what stands over and under all bars, in em of the least type."""
ASPECT: Final = 1.5
"""How much wider than high a small multiple is best."""
EMPTY: Final = 0.6
"""How bad an empty place among them is: as this much more or less of that."""


class PlacedChart(Struct, frozen=True):
    """A chart in its box."""

    box: Rect
    data: ChartData
    setting: ChartSetting


def placed(chart: Chart, box: Rect, context: Context) -> tuple[PlacedChart, ...]:
    """Return a chart in its box, or small multiples that share axes and size of text."""
    boxes = _boxes(len(chart.drawn), box)
    shared = _shared(chart, context, boxes)
    best: tuple[PlacedChart, ...] = ()
    least = (True, True, True, True)
    for size in sizes(context):
        tried = tuple(_tried(chart, boxes, context, size, shared))
        faults = (
            not all(one.setting.fits for one in tried),
            any(one.setting.left_out for one in tried),
            any(_is_squeezed(one) for one in tried),
            any(one.setting.is_laborious for one in tried),
        )
        if not any(faults):
            return tried
        if faults < least or (faults == least and (faults[0] or not best)):
            best, least = tried, faults
    return best


def _is_squeezed(one: PlacedChart) -> bool:
    """Tell whether texts leave a chart with axes too little of its height."""
    high = one.setting.content.plot.height
    return not one.setting.is_round and high < one.box.height * LEAST_PLOT


def _tried(
    chart: Chart, boxes: list[Rect], context: Context, size: Centipoints, shared: SharedAxes | None
) -> list[PlacedChart]:
    return [
        PlacedChart(
            one,
            data,
            setting(ChartDraft(chart, data, one, context, size, shared, keeps_legend=number > 0)),
        )
        for number, (one, data) in enumerate(zip(boxes, chart.drawn, strict=True))
    ]


def setting(draft: ChartDraft) -> ChartSetting:
    """Return a chart in one size; values are told at points if all have room, else by axes."""
    match draft.chart.type:
        case "pie" | "doughnut":
            told = draft.chart if draft.chart.labels else draft.chart.labelled_by("all")
            return slices(replace(draft, chart=told))
        case "radar":
            return radar(draft)
        case "scatter" | "bubble":
            return points(draft)
        case _:
            return _with_or_without_labels(draft)


def _with_or_without_labels(draft: ChartDraft) -> ChartSetting:
    choice = draft.chart.labels
    if choice is not None:
        bare = draft.chart.type == "funnel" or (choice.kind == "all" and not _keeps_axis(draft))
        return over_categories(draft, labelled=bare)
    if draft.chart.tells_values(draft.data):
        all_told = replace(draft, chart=draft.chart.labelled_by("all"))
        told = over_categories(all_told, labelled=not _keeps_axis(draft))
        if told.fits and not told.left_out:
            return told
    return over_categories(replace(draft, chart=draft.chart.labelled_by("none")), labelled=False)


def _keeps_axis(draft: ChartDraft) -> bool:
    """Tell whether values need an axis though they are told: lines, two axes, small multiples."""
    drawn = {series.drawn for series in draft.seen}
    return bool(drawn - {"column", "bar"}) or any(series.is_right for series in draft.seen)


def _boxes(count: int, box: Rect) -> list[Rect]:
    """Return the boxes of small multiples: in rows, of the shape that charts are read best in."""
    if count <= 1:
        return [box]

    def shape(columns: int) -> float:
        rows = -(-count // columns)
        wide = (box.width - BETWEEN * (columns - 1)) / columns
        high = (box.height - BETWEEN * (rows - 1)) / rows
        return abs(wide / max(1.0, high) - ASPECT) + EMPTY * (columns * rows - count)

    columns = min(range(1, count + 1), key=shape)
    rows = -(-count // columns)
    wide = (box.width - BETWEEN * (columns - 1)) / columns
    high = (box.height - BETWEEN * (rows - 1)) / rows
    return [
        box_at(
            box.x + (wide + BETWEEN) * (number % columns),
            box.y + (high + BETWEEN) * (number // columns),
            wide,
            high,
        )
        for number in range(count)
    ]


def _shared(chart: Chart, context: Context, boxes: list[Rect]) -> SharedAxes | None:
    """Return the axes that small multiples share."""
    if len(chart.drawn) < 2 or chart.type in {"pie", "doughnut"}:
        return None
    size = sizes(context)[0]
    drafts = [ChartDraft(chart, data, boxes[0], context, size) for data in chart.drawn]
    if chart.type in {"scatter", "bubble"}:
        pairs = [scales_of(draft) for draft in drafts]
        return SharedAxes(_joined([y for _, y in pairs]), across=_joined([x for x, _ in pairs]))
    right = [found for found in map(right_scale, drafts) if found is not None]
    return SharedAxes(
        _joined([draft.scale() for draft in drafts]), _joined(right) if right else None
    )


def _joined(scales: list[AxisScale]) -> AxisScale:
    """Return an axis that holds others."""
    ends = [end for scale in scales for end in (scale.low, scale.high)]
    return scale_of(ends, from_zero=all(scale.low <= 0 <= scale.high for scale in scales))


def preferred_height(chart: Chart, width: Emu, context: Context) -> Emu:
    """Return how high a chart is best in a width: three quarters of it, or what its bars ask.

    In a narrow column it is somewhat higher than wide.
    """
    least = sizes(context)[-1].emu
    bars = max(
        (len(d.categories) for d in chart.drawn if chart.type in {"bar", "funnel"}), default=0
    )
    usual = max(width * USUAL, min(width * HIGH, LOW))
    return min(context.height, max(usual, least * (bars * ROW + HEAD)))
