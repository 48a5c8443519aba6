"""Pies and doughnuts, and the axes of radars -> plots and texts in a box."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING, Final

from deckgen.blocks.charts.draft import KINDS, ChartDraft
from deckgen.blocks.charts.heading import KEY, heading
from deckgen.blocks.charts.meter import box_at, meet
from deckgen.blocks.charts.over_categories import ChartSetting
from deckgen.blocks.charts.palette import grey, pale, shown_rgb
from deckgen.blocks.kit import Insets, Rect, legible
from deckgen.charts import (
    CategoryAxis,
    ChartContent,
    ChartText,
    LabelPosition,
    Plot,
    PointLabel,
    Series,
    Shown,
    Tint,
    ValueAxis,
)

if TYPE_CHECKING:
    from deckgen.blocks.charts.model import ChartSeries

HOLE: Final = 58
CLEAR: Final = 0.5
"""How far apart labels around a circle are, in em: programs place them by rules of their own."""
SMALL: Final = 0.04
"""The share of a circle below which a slice bears no label inside of it."""
LEGEND: Final = 1.5
"""The height of an entry of a legend beside a circle, in em."""


def slices(draft: ChartDraft) -> ChartSetting:
    """Return a pie or a doughnut: labels beside its slices where they have room, else a legend."""
    above = heading(draft, legend=False)
    series = draft.data.series[0]
    around = None if draft.chart.type == "doughnut" else _labels_around(draft, above.bottom, series)
    labels = around[1] if around else _labels_inside(draft, series)
    texts = list(above.texts)
    legend = None
    if around:
        plot = around[0]
        texts += around[2]
        fits = True
    else:
        plot, legend = _beside_legend(draft, above.bottom)
        names = draft.data.categories
        texts.append(ChartText(legend, names, draft.size, "legend"))
        fits = plot.width >= draft.meter.em * 4 and legend.bottom <= draft.box.bottom
    made = Series(
        name=series.name,
        values=series.values,
        tint=draft.tints[0],
        code=draft.code(series),
        points=_tints(draft),
        labels=labels,
    )
    hole = HOLE if draft.chart.type == "doughnut" else 0
    content = ChartContent(
        plot=plot,
        plots=(Plot(KINDS[draft.chart.type], (made,), hole=hole),),
        look=draft.look,
        categories=CategoryAxis(draft.data.categories),
        title=above.title,
        title_box=above.title_box,
        legend=legend,
        texts=tuple(texts),
    )
    return ChartSetting(content, fits)


def _tints(draft: ChartDraft) -> tuple[tuple[int, Tint], ...]:
    """Return the colours of slices; where one stands out, the others are grey."""
    shown, tints = draft.chart.highlighted, draft.tints
    found: list[tuple[int, Tint]] = []
    for number, name in enumerate(draft.data.categories):
        tint = tints[number % len(tints)]
        if number >= len(tints):
            tint = pale(tint)
        if shown:
            tint = draft.striking if name in shown else grey(draft.context)
        found.append((number, tint))
    return tuple(found)


def _shares(series: ChartSeries) -> list[float]:
    values = [max(0.0, value or 0.0) for value in series.values]
    total = sum(values) or 1.0
    return [value / total for value in values]


def _is_counted(draft: ChartDraft) -> bool:
    """Whether labels tell values rather than shares: where a unit or a format is written."""
    return draft.chart.unit is not None or draft.chart.format is not None


def _labels_around(
    draft: ChartDraft, top: int, series: ChartSeries
) -> tuple[Rect, tuple[PointLabel, ...], list[ChartText]] | None:
    """Return the circle with a label beside each slice, or None where labels would meet."""
    meter, box = draft.meter, draft.box
    names = draft.data.categories
    second = [_amount(draft, series, n) for n in range(len(names))]
    wide = [
        max(meter.width(name), meter.width(amount))
        for name, amount in zip(names, second, strict=True)
    ]
    high = meter.line * 2
    most = max(wide, default=0)
    height, width = box.bottom - top, box.width
    side = min(height - 2 * high - meter.em, width - 2 * most - meter.em)
    if side < meter.em * 5:
        return None
    plot = box_at(box.x + (width - side) / 2, top + (height - side) / 2, side, side)
    texts, labels, angle = list[ChartText](), list[PointLabel](), 0.0
    chosen = draft.chart.choice.kind != "none"
    for number, share in enumerate(_shares(series)):
        middle = (angle + share / 2) * 2 * pi
        angle += share
        if not share or not chosen:
            continue
        reach = side / 2 + meter.em * 0.4
        x = plot.x + side / 2 + sin(middle) * (reach + wide[number] / 2)
        y = plot.y + side / 2 - cos(middle) * (reach + high / 2)
        at = box_at(x - wide[number] / 2, y - high / 2, wide[number], high)
        lines = (names[number], second[number])
        texts.append(ChartText(at, lines, meter.size, "label"))
        counted = _is_counted(draft)
        shows: tuple[Shown, ...] = ("category", "value" if counted else "percent")
        color = draft.context.text.color
        labels.append(PointLabel(number, LabelPosition.OUTSIDE, color, shows))
    apart = Insets(meter.em * CLEAR, meter.em * CLEAR, meter.em * CLEAR, meter.em * CLEAR)
    clear = not any(
        meet(one.box.outset(apart), other.box)
        for number, one in enumerate(texts)
        for other in texts[number + 1 :]
    )
    return (plot, tuple(labels), texts) if clear and chosen else None


def _amount(draft: ChartDraft, series: ChartSeries, number: int) -> str:
    if _is_counted(draft):
        return draft.text(series.values[number] or 0.0, draft.code(series))
    return f"{_shares(series)[number]:.0%}"


def _labels_inside(draft: ChartDraft, series: ChartSeries) -> tuple[PointLabel, ...]:
    if draft.chart.choice.kind == "none":
        return ()
    found: list[PointLabel] = []
    shows: tuple[Shown, ...] = ("value" if _is_counted(draft) else "percent",)
    tints = dict(_tints(draft))
    theme = draft.context.theme
    for number, share in enumerate(_shares(series)):
        if share >= SMALL:
            shown = shown_rgb(tints[number], draft.context.background)
            color = legible(draft.context.text.color, (shown,), theme.offered)
            found.append(PointLabel(number, LabelPosition.CENTER, color, shows))
    return tuple(found)


def _beside_legend(draft: ChartDraft, top: int) -> tuple[Rect, Rect]:
    """Return the circle at the left, and the legend at its right."""
    meter, box = draft.meter, draft.box
    names = draft.data.categories
    wide = meter.widest(names) + meter.em * KEY
    high = meter.em * LEGEND * len(names)
    side = max(1, min(box.bottom - top, box.width - wide - meter.em * 1.5))
    left = box.x + max(0.0, (box.width - side - wide - meter.em * 1.5) / 2)
    plot = box_at(left, top + (box.bottom - top - side) / 2, side, side)
    middle = plot.y + side / 2
    legend = box_at(plot.right + meter.em * 1.5, max(top, middle - high / 2), wide, high)
    return plot, legend


def radar(draft: ChartDraft) -> ChartSetting:
    """Return series on axes that start at one point."""
    series = draft.data.series
    above = heading(draft, legend=len(series) > 1)
    scale, meter, box = draft.scale(from_zero=True), draft.meter, draft.box
    names = draft.data.categories
    wide, high = meter.widest(names), meter.line
    height = box.bottom - above.bottom
    side = max(1, min(height - high * 2.4, box.width - 2 * wide - meter.em))
    plot = box_at(box.x + (box.width - side) / 2, above.bottom + (height - side) / 2, side, side)
    texts = list(above.texts)
    for number, name in enumerate(names):
        angle = number / max(1, len(names)) * 2 * pi
        own = meter.width(name)
        x = plot.x + side / 2 + sin(angle) * (side / 2 + meter.em * 0.3 + own / 2)
        y = plot.y + side / 2 - cos(angle) * (side / 2 + meter.em * 0.3 + high / 2)
        at = box_at(x - own / 2, y - high / 2, own, high)
        texts.append(ChartText(at, (name,), meter.size, "category"))
    plots = tuple(
        Series(
            name=one.name,
            values=one.values,
            tint=draft.tint(number, one),
            code=draft.code(one),
            marked=True,
        )
        for number, one in enumerate(series)
    )
    code = draft.tick_code(scale, series[0] if series else None)
    content = ChartContent(
        plot=plot,
        plots=(Plot(KINDS["radar"], plots),),
        look=draft.look,
        categories=CategoryAxis(names),
        left=ValueAxis(scale.low, scale.high, scale.step, code, shown=False),
        title=above.title,
        title_box=above.title_box,
        legend=above.legend,
        texts=tuple(texts),
    )
    return ChartSetting(content, above.fits and side >= meter.em * 5)
