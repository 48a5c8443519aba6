"""Points by two numbers each -> plots, axes and texts in a box."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blocks.charts.draft import KINDS, ChartDraft
from deckgen.blocks.charts.heading import heading
from deckgen.blocks.charts.meter import box_at
from deckgen.blocks.charts.over_categories import LOWEST, NARROWEST, ChartSetting
from deckgen.blocks.charts.scale import scale_of
from deckgen.blocks.kit import replace
from deckgen.charts import ChartContent, ChartText, Plot, Series, Tint, ValueAxis

if TYPE_CHECKING:
    from deckgen.blocks.charts.scale import AxisScale

SEEN_THROUGH: Final = 70
"""How much bubbles cover of what is behind them, in percent."""
MARGIN: Final = 0.06
"""How much of an axis is left free beside bubbles, as a share of its length."""


def points(draft: ChartDraft) -> ChartSetting:
    """Return a scatter or a bubble chart."""
    series = draft.data.series
    above = heading(draft, legend=len(series) > 1)
    xs = [x for one in series for x in one.xs if x is not None]
    ys = [y for one in series for y in one.values if y is not None]
    if draft.chart.type == "bubble":
        xs, ys = _widened(xs), _widened(ys)
    across, scale = scale_of(xs, from_zero=False), scale_of(ys, from_zero=False)
    axes = (_axis(scale), replace(_axis(across), ruled=False))
    meter, box = draft.meter, draft.box
    ticks = tuple(draft.text(tick, axes[0].code) for tick in scale.ticks)
    left = box.x + meter.widest(ticks) + meter.em * 0.6
    last = meter.width(draft.text(across.high, axes[1].code)) / 2
    top, foot = above.bottom + meter.line / 2, meter.line * 2 + meter.em * 0.9
    plot = box_at(left, top, box.right - left - last, box.bottom - foot - top)
    texts = list(above.texts)
    for tick, text in zip(scale.ticks, ticks, strict=True):
        y = plot.bottom - plot.height * scale.share(tick) - meter.line / 2
        wide = meter.width(text)
        at = box_at(plot.x - meter.em * 0.5 - wide, y, wide, meter.line)
        texts.append(ChartText(at, (text,), meter.size, "value"))
    for tick in across.ticks:
        text = draft.text(tick, axes[1].code)
        wide = meter.width(text)
        x = plot.x + plot.width * across.share(tick) - wide / 2
        at = box_at(x, plot.bottom + meter.em * 0.4, wide, meter.line)
        texts.append(ChartText(at, (text,), meter.size, "value"))
    named = meter.width(draft.data.x)
    x = plot.x + (plot.width - named) / 2
    at = box_at(x, plot.bottom + meter.line + meter.em * 0.7, named, meter.line)
    texts.append(ChartText(at, (draft.data.x,), meter.size, "unit"))
    across_axis = replace(axes[1], title=draft.data.x, title_box=at)
    content = ChartContent(
        plot=plot,
        plots=(_drawn(draft),),
        look=draft.look,
        left=axes[0],
        across=across_axis,
        title=above.title,
        title_box=above.title_box,
        legend=above.legend,
        texts=tuple(texts),
    )
    roomy = plot.width >= meter.em * NARROWEST and plot.height >= meter.em * LOWEST
    return ChartSetting(content, above.fits and roomy)


def _drawn(draft: ChartDraft) -> Plot:
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
