"""Points by two numbers each -> plots, axes and texts in a box."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blocks.charts.draft import KINDS, ChartDraft
from deckgen.blocks.charts.framing import APART, BESIDE_TEXT, DIGITS
from deckgen.blocks.charts.heading import heading
from deckgen.blocks.charts.meter import box_at
from deckgen.blocks.charts.over_categories import LOWEST, NARROWEST, ChartSetting, is_clear
from deckgen.blocks.charts.scale import coarser, scale_of
from deckgen.blocks.charts.values import PointSpot, code_of, labels_of
from deckgen.blocks.kit import replace
from deckgen.charts import ChartContent, ChartText, Plot, Series, Tint, ValueAxis

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deckgen.blocks.charts.scale import AxisScale
    from deckgen.blocks.kit import Rect
    from deckgen.charts import PointLabel

SEEN_THROUGH: Final = 70
"""How much bubbles cover of what is behind them, in percent."""
LARGEST: Final = 0.125
"""The radius of the largest bubble, as a share of the shorter side of the plot."""
BELOW_NUMBERS: Final = 0.7
BELOW: Final = 0.9
"""How far the name of an axis stands below its numbers, and the end of the chart below both."""
WIDTH: Final = 0.85
"""The share of a chart's width that is surely left for the numbers below the plot."""
MARGIN: Final = 0.06
"""How much of an axis is left free beside bubbles, as a share of its length."""


def points(draft: ChartDraft) -> ChartSetting:
    """Return a scatter or a bubble chart."""
    series = draft.data.series
    above = heading(draft, legend=len(series) > 1)
    across, scale = scales_of(draft)
    high = (draft.box.bottom - above.bottom - draft.meter.line * 4) / (draft.meter.em * DIGITS)
    scale = coarser(scale, lambda tried: len(tried.ticks) * APART <= high)
    across = coarser(across, lambda tried: _have_room(draft, tried))
    upwards = _axis(scale)  # its numbers keep clear of those of the other where both start
    axes = (replace(upwards, code=f'{upwards.code}"\u2002"'), replace(_axis(across), ruled=False))
    meter, box = draft.meter, draft.box
    ticks = tuple(draft.text(tick, axes[0].code) for tick in scale.ticks)
    left = box.x + meter.widest(ticks) + meter.em * BESIDE_TEXT
    left = max(left, box.x + meter.width(draft.text(across.low, axes[1].code)) // 2)
    last = meter.width(draft.text(across.high, axes[1].code)) / 2
    top, foot = above.bottom + meter.line / 2, meter.line * 2 + meter.em * BELOW
    plot = box_at(left, top, box.right - left - last, box.bottom - foot - top)
    texts = list(above.texts)
    for tick, text in zip(scale.ticks, ticks, strict=True):
        y = plot.bottom - plot.height * scale.share(tick) - meter.em * DIGITS / 2
        wide = meter.width(text)
        at = box_at(plot.x - meter.em * 0.5 - wide, y, wide, meter.em * DIGITS)
        texts.append(ChartText(at, (text,), meter.size, "value"))
    for tick in across.ticks:
        text = draft.text(tick, axes[1].code)
        wide = meter.width(text)
        x = plot.x + plot.width * across.share(tick) - wide / 2
        at = box_at(x, plot.bottom + meter.em * DIGITS / 2, wide, meter.line)
        texts.append(ChartText(at, (text,), meter.size, "value"))
    named = meter.width(draft.data.x)
    x = max(box.x, min(plot.x + (plot.width - named) / 2, box.right - named))
    at = box_at(x, plot.bottom + meter.line + meter.em * BELOW_NUMBERS, named, meter.line)
    texts.append(ChartText(at, (draft.data.x,), meter.size, "unit"))
    across_axis = replace(axes[1], title=draft.data.x, title_box=at)
    taken = [text.box for text in texts if text.role in {"value", "unit", "legend"}]
    tints = [draft.tint(number, one) for number, one in enumerate(series)]
    found = labels_of(draft, _spots(draft, plot, across, scale), taken, tints, ())
    content = ChartContent(
        plot=plot,
        plots=(_drawn(draft, found.labels),),
        look=draft.look,
        left=axes[0],
        across=across_axis,
        title=above.title,
        title_box=above.title_box,
        legend=above.legend,
        texts=(*texts, *found.texts),
    )
    roomy = plot.width >= meter.em * NARROWEST and plot.height >= meter.em * LOWEST
    fits = above.fits and roomy and _have_room(draft, across) and is_clear(draft, content.texts)
    return ChartSetting(content, fits, found.left_out)


def _spots(draft: ChartDraft, plot: Rect, across: AxisScale, scale: AxisScale) -> list[PointSpot]:
    """Return where points are drawn that have both of their numbers; of bubbles, their tops."""
    found: list[PointSpot] = []
    most = max((s for one in draft.data.series for s in one.sizes if s), default=0.0)
    largest = min(plot.width, plot.height) * LARGEST
    for number, one in enumerate(draft.data.series):
        for point, (x, y) in enumerate(zip(one.xs, one.values, strict=True)):
            if x is None or y is None:
                continue
            size = (one.sizes[point] or 0.0) if one.sizes else most
            radius = largest * max(0.0, size / most) ** 0.5 if most else 0.0
            at = plot.bottom - plot.height * scale.share(y) - radius
            found.append(PointSpot(number, point, plot.x + plot.width * across.share(x), at))
    return found


def _have_room(draft: ChartDraft, across: AxisScale) -> bool:
    """Tell whether the numbers below the plot stand apart, on what is surely left of the width."""
    code = _axis(across).code
    wide = draft.meter.widest(tuple(draft.text(tick, code) for tick in across.ticks))
    return (wide + draft.meter.em) * (len(across.ticks) - 1) <= draft.box.width * WIDTH - wide


def scales_of(draft: ChartDraft) -> tuple[AxisScale, AxisScale]:
    """Return the axis from left to right, and the one upwards."""
    if draft.shared is not None and draft.shared.across is not None:
        return draft.shared.across, draft.shared.left
    series = draft.data.series
    xs = [x for one in series for x in one.xs if x is not None]
    ys = [
        end
        for one in series
        for n, y in enumerate(one.values)
        if y is not None
        for end in (y, *((y - one.errors[n][0], y + one.errors[n][1]) if one.errors else ()))
    ]
    if draft.chart.type == "bubble":
        xs, ys = _widened(xs), _widened(ys)
    return scale_of(xs, from_zero=False), scale_of(ys, from_zero=False)


def _drawn(draft: ChartDraft, labels: Mapping[int, tuple[PointLabel, ...]]) -> Plot:
    kind = KINDS[draft.chart.type]
    made: list[Series] = []
    for number, one in enumerate(draft.data.series):
        tint = draft.tint(number, one)
        if tint is not None and draft.chart.type == "bubble":
            tint = Tint(tint.color, tint.share, tint.plus, SEEN_THROUGH)
        made.append(
            Series(
                name=one.name,
                values=one.values,
                tint=tint,
                xs=one.xs,
                sizes=one.sizes or ((1.0,) * len(one.values) if kind.value == "bubble" else ()),
                marked=True,
                lined=False,
                errors=one.errors,
                code=code_of(draft, one),
                labels=labels.get(number, ()),
            )
        )
    return Plot(kind, tuple(made))


def _axis(scale: AxisScale) -> ValueAxis:
    decimals = scale.decimals
    code = "#,##0" + ("." + "0" * decimals if decimals else "")
    return ValueAxis(scale.low, scale.high, scale.step, code)


def _widened(values: list[float]) -> list[float]:
    """Return numbers with some beyond them, so that bubbles do not leave the plot."""
    if not values:
        return values
    spare = (max(values) - min(values)) * MARGIN or abs(values[0]) * MARGIN
    return [*values, min(values) - spare, max(values) + spare]
