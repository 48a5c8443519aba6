"""A chart in its place -> the items of a page, and what there is to say where it has no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.blocks.charts.alt import alternative
from deckgen.blocks.charts.draft import ChartDraft
from deckgen.blocks.charts.setting import placed
from deckgen.blocks.charts.titled import titled
from deckgen.blocks.kit import ZERO, Rect, codes, diagnose, show
from deckgen.charts import ChartFrame

if TYPE_CHECKING:
    from deckgen.blocks.chart import Chart
    from deckgen.blocks.kit import Context, Diagnostic, Emu, Item, Place
    from deckgen.charts import ChartContent


def draw(chart: Chart, place: Place, context: Context) -> tuple[Item, ...]:
    """Return a chart, or small multiples, in a place."""
    held = titled(chart, place.box, context)
    items: list[Item] = [] if held.title is None else [held.title]
    for one in placed(held.chart, held.box, context):
        draft = ChartDraft(chart, one.data, one.box, context, one.setting.content.look.size)
        alt = chart.alt if chart.alt is not None else alternative(chart, draft)
        by, content = chart.built_by, one.setting.content
        count = len(one.data.categories)
        built = _seen(content) if by == "series" else tuple(range(count)) if by else ()
        items.append(ChartFrame(one.box, content, "Chart", alt, chart.span, by, built))
    return tuple(items)


def _seen(content: ChartContent) -> tuple[int, ...]:
    """Return the numbers of the series that are no targets, counted through all plots."""
    series = (series for plot in content.plots for series in plot.series)
    return tuple(n for n, one in enumerate(series) if one.tint is not None and not one.dashed)


def diagnostics(chart: Chart, width: Emu, height: Emu, context: Context) -> tuple[Diagnostic, ...]:
    """Return the report of a chart that cannot be read in its room, or whose labels would meet."""
    held = titled(chart, Rect(ZERO, ZERO, width, height), context)
    found = placed(held.chart, held.box, context)
    span = chart.span.first_line
    if not all(one.setting.fits for one in found):
        message = (
            f"the chart cannot be read in {show(width)} by {show(height)}: its names are too many, "
            "or too long"
        )
        hint = _what_would_serve(chart)
        return (diagnose(codes.TEXT_OVERFLOW, span, message, hints=[hint]),)
    left_out = sum(one.setting.left_out for one in found)
    if left_out:
        message = f"{left_out} labels of the chart would stand over others, and are left out"
        hint = "label fewer, `labels: ends`, or show the data as a table"
        return (diagnose(codes.CROWDED_CHART, span, message, hints=[hint]),)
    return ()


def _what_would_serve(chart: Chart) -> str:
    if chart.type in {"column", "combo", "waterfall"}:
        return "use `type: bar`, whose names stand beside its bars, or give it more room"
    return "shorten the names, show fewer, or give it more room"
