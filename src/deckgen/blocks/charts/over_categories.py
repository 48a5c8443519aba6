"""Columns, bars, lines and areas over categories -> plots, axes and texts in a box."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from deckgen.blocks.charts.draft import KINDS, ChartDraft
from deckgen.blocks.charts.framing import (
    Axes,
    PlotFrame,
    axes_of,
    centers_of,
    right_scale,
    tick_texts,
    tick_width,
)
from deckgen.blocks.charts.heading import heading
from deckgen.blocks.charts.meter import box_at, meet
from deckgen.blocks.charts.named import texts_below, texts_beside
from deckgen.blocks.charts.values import Labelled, PointSpot, code_of, is_chosen, labels_of
from deckgen.blocks.kit import Emu, Rect, Struct
from deckgen.charts import (
    ChartContent,
    ChartText,
    LabelPosition,
    Plot,
    PointLabel,
    Series,
    Shown,
)

if TYPE_CHECKING:
    from deckgen.blocks.charts.model import ChartSeries
    from deckgen.blocks.charts.scale import AxisScale
    from deckgen.charts import Tint

GAP: Final = 60
"""The space between columns, in percent of one."""
NARROWEST: Final = 5.0
LOWEST: Final = 4.0
"""How narrow and how low a plot may be, in em of its labels."""
MOST_NAMED: Final = 0.35
"""The share of a chart's width that the names of lines may take at its right."""


class ChartSetting(Struct, frozen=True):
    """A chart that was set, whether all of it can be read, and how many labels were left out."""

    content: ChartContent
    fits: bool
    left_out: int = 0


def over_categories(draft: ChartDraft, *, labelled: bool) -> ChartSetting:
    """Return a chart over categories. With `labelled` its values are told, and no axis of them."""
    lies = any(series.drawn == "bar" for series in draft.data.series)
    named = _names_at_ends(draft)
    has_legend = _needs_legend(draft, named)
    above = heading(draft, legend=has_legend)
    scale, right = draft.scale(), right_scale(draft)
    axes = axes_of(draft, scale, right, shown=not labelled)
    plot, names = PlotFrame(draft, above, axes, scale, named, lies, labelled).plot()
    centers = centers_of(draft, names, plot, lies=lies)
    tints = [draft.tint(number, one) for number, one in enumerate(draft.data.series)]
    texts = [*above.texts, *tick_texts(draft, axes, plot, lies=lies)]
    texts += texts_beside(draft, names, plot) if lies else texts_below(draft, names, plot, centers)
    spots = _spots(draft, plot, centers, (scale, right), lies=lies)
    taken = [text.box for text in texts if text.role in {"category", "value"}]
    ends = _end_labels(draft, named, spots, plot, axes)
    taken += [text.box for _, _, text in ends]
    last = {(number, label.point) for number, label, _ in ends}
    others = [spot for spot in spots if (spot.series, spot.point) not in last]
    found = labels_of(draft, others, taken, tints, lies=lies)
    texts += [*found.texts, *(text for _, _, text in ends)]
    plots = _plots(draft, tints, found, ends)
    content = ChartContent(
        plot=plot,
        plots=plots,
        look=draft.look,
        categories=names.axis,
        left=axes[0],
        right=axes[1],
        title=above.title,
        title_box=above.title_box,
        legend=above.legend,
        hidden=_hidden(plots),
        texts=tuple(texts),
    )
    roomy = plot.width >= draft.meter.em * NARROWEST and plot.height >= draft.meter.em * LOWEST
    return ChartSetting(content, names.fits and above.fits and roomy, found.left_out)


def _needs_legend(draft: ChartDraft, named: dict[int, Emu]) -> bool:
    if draft.chart.type in {"waterfall", "funnel", "box"}:
        return False
    own = [n for n, one in enumerate(draft.data.series) if not (one.is_unseen or one.is_target)]
    return len(own) > 1 and not all(number in named for number in own)


def _names_at_ends(draft: ChartDraft) -> dict[int, Emu]:
    """Return the widths of the names that stand beside last points: of targets, and of lines alone.

    Lines whose ends are near to one another have a legend instead.
    """
    series, meter = draft.data.series, draft.meter
    targets = [n for n, one in enumerate(series) if one.is_target and one.name]
    lines = [n for n, one in enumerate(series) if one.drawn == "line" and not one.is_target]
    others = any(one.drawn != "line" and not one.is_unseen for one in series)
    for named in ([*lines, *targets] if len(lines) > 1 and not others else targets, targets):
        widths = {n: meter.width(_said_at_end(draft, n), bold=True) for n in named}
        high = draft.box.height * 0.7
        shares = {n: draft.scale(right=series[n].is_right).share(_last(series[n])) for n in widths}
        ends = sorted(share * high for share in shares.values())
        apart = all(b - a >= meter.line for a, b in pairwise(ends))
        if apart and max(widths.values(), default=Emu(0)) <= draft.box.width * MOST_NAMED:
            return widths
    return {}


def _said_at_end(draft: ChartDraft, number: int) -> str:
    """Return what stands beside the last point of a series: its name, and its value if chosen."""
    series = draft.data.series[number]
    known = [n for n, value in enumerate(series.values) if value is not None]
    if not known or not is_chosen(draft, series, known[-1]):
        return series.name
    return f"{series.name} {draft.text(_last(series), code_of(draft, series))}"


def _last(series: ChartSeries) -> float:
    return next((value for value in reversed(series.values) if value is not None), 0.0)


def _spots(
    draft: ChartDraft,
    plot: Rect,
    centers: tuple[float, ...],
    scales: tuple[AxisScale, AxisScale | None],
    *,
    lies: bool,
) -> list[PointSpot]:
    """Return where each point is drawn: side by side, or one on the other."""
    series = draft.data.series
    beside = [n for n, s in enumerate(series) if s.drawn in {"column", "bar"}]
    count = 1 if draft.is_stacked else max(1, len(beside))
    band = (plot.height if lies else plot.width) / max(1, len(centers))
    wide = band / (count + GAP / 100)
    found: list[PointSpot] = []
    levels: dict[tuple[int, bool], float] = {}
    totals = _totals(draft)
    for number, one in enumerate(series):
        scale = scales[1] if one.is_right and scales[1] is not None else scales[0]
        stands = number in beside or (one.drawn == "area" and draft.is_stacked)
        for point, value in enumerate(one.values):
            if value is None:
                continue
            amount = value / totals[point] if draft.stack == "percent" and stands else value
            is_negative = value < 0
            start = 0.0
            if stands and draft.is_stacked:
                start = levels.get((point, is_negative), 0.0)
                levels[point, is_negative] = start + amount
            shift = 0.0 if number not in beside or draft.is_stacked else beside.index(number)
            shift = (shift - (count - 1) / 2) * wide if number in beside else 0.0
            shift = 0.0 if draft.is_stacked else shift
            end, length = scale.share(start + amount), abs(amount) / (scale.high - scale.low)
            at = centers[point] + shift
            x, y = (
                (plot.x + plot.width * end, at) if lies else (at, plot.bottom - plot.height * end)
            )
            length *= plot.width if lies else plot.height
            found.append(PointSpot(number, point, float(x), float(y), length, wide, is_negative))
    return found


def _totals(draft: ChartDraft) -> list[float]:
    columns = [s for s in draft.data.series if s.drawn in {"column", "bar", "area"}]
    count = len(draft.data.categories)
    sums = [
        sum(abs(s.values[n] or 0.0) for s in columns if n < len(s.values)) for n in range(count)
    ]
    return [total or 1.0 for total in sums]


def _end_labels(
    draft: ChartDraft, named: dict[int, Emu], spots: list[PointSpot], plot: Rect, axes: Axes
) -> list[tuple[int, PointLabel, ChartText]]:
    """Return the names of lines beside their last points, behind the numbers of an axis there."""
    meter, found = draft.meter, list[tuple[int, PointLabel, ChartText]]()
    behind = tick_width(draft, axes[1], right_scale(draft))
    for number, wide in named.items():
        own = [spot for spot in spots if spot.series == number]
        if not own:
            continue
        spot = own[-1]
        one, said = draft.data.series[number], _said_at_end(draft, number)
        color, is_bold = draft.context.text.color, not one.is_target
        is_outside = one.is_target or behind > 0
        edge = max(0.0, plot.right - spot.x) + behind if is_outside else 0.0
        shows: tuple[Shown, ...] = ("series",) if said == one.name else ("series", "value")
        label = PointLabel(
            spot.point, LabelPosition.RIGHT, color, shows, is_bold, edge / draft.box.width
        )
        box = box_at(spot.x + edge + meter.em * 0.4, spot.y - meter.line / 2, wide, meter.line)
        found.append((number, label, ChartText(box, (said,), meter.size, "legend")))
    return found


def _plots(
    draft: ChartDraft,
    tints: list[Tint | None],
    found: Labelled,
    ends: list[tuple[int, PointLabel, ChartText]],
) -> tuple[Plot, ...]:
    """Return the series by what they are drawn as and which axis they are measured by.

    Those at the right come last, as in any legend, whose entries are counted from left to right.
    """
    groups: dict[tuple[str, bool], list[Series]] = {}
    at_end = {number: label for number, label, _ in ends}
    for number, one in enumerate(draft.data.series):
        labels = list(found.labels.get(number, ()))
        if number in at_end:
            labels.append(at_end[number])
        made = Series(
            name=one.name,
            values=one.values,
            tint=tints[number],
            code=code_of(draft, one),
            points=draft.points(one),
            labels=tuple(labels),
            errors=one.errors,
            dashed=one.is_target,
            marked=one.drawn == "line" and not one.is_target and _is_marked(one),
        )
        groups.setdefault((one.drawn, one.is_right), []).append(made)
    return tuple(
        Plot(
            KINDS[drawn],
            tuple(series),
            draft.stack if drawn in {"column", "bar", "area"} else "none",  # type: ignore[arg-type]
            gap=4 if draft.chart.type == "histogram" else GAP,
            is_right=is_right,
        )
        for (drawn, is_right), series in sorted(groups.items(), key=_is_right)
    )


def _is_right(group: tuple[tuple[str, bool], list[Series]]) -> bool:
    return group[0][1]


def _is_marked(series: ChartSeries) -> bool:
    """Tell whether points are marked: few, or with a gap beside them."""
    known = [value is not None for value in series.values]
    lone = any(
        here and not (known[n - 1] if n else False) and not (known[n + 1 : n + 2] or [False])[0]
        for n, here in enumerate(known)
    )
    return len(known) <= 12 or lone


def _hidden(plots: tuple[Plot, ...]) -> tuple[int, ...]:
    ordered = [series for plot in plots for series in plot.series]
    return tuple(n for n, one in enumerate(ordered) if one.tint is None or one.dashed)


def overlapping(texts: tuple[ChartText, ...]) -> list[tuple[ChartText, ChartText]]:
    """Return the pairs of texts that stand over one another."""
    return [
        (one, other)
        for number, one in enumerate(texts)
        for other in texts[number + 1 :]
        if meet(one.box, other.box)
    ]
