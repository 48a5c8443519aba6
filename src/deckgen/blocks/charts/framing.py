"""The space of a chart below its heading -> the plot between its axes, and the texts of these."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.blocks.charts.meter import box_at
from deckgen.blocks.charts.named import CategoryNames, below, beside
from deckgen.blocks.charts.values import code_of
from deckgen.blocks.kit import Emu, Rect, Struct
from deckgen.charts import ChartText, ValueAxis

if TYPE_CHECKING:
    from deckgen.blocks.charts.draft import ChartDraft
    from deckgen.blocks.charts.heading import ChartHeading
    from deckgen.blocks.charts.scale import AxisScale

Axes = tuple[ValueAxis, ValueAxis | None]


class PlotFrame(Struct, frozen=True):
    """What the plot of a chart depends on. `named` are the widths of names at its right.

    Where it is `labelled` values are told at their points, and no axis tells them. Bars `lie`.
    """

    draft: ChartDraft
    above: ChartHeading
    axes: Axes
    scale: AxisScale
    named: dict[int, Emu]
    lies: bool
    labelled: bool

    def plot(self) -> tuple[Rect, CategoryNames]:
        """Return the box between the axes, and the names of the categories beside it."""
        box, meter = self.draft.box, self.draft.meter
        head = meter.line * (1.15 if self.labelled or _has_labels(self.draft) else 0.5)
        if self.lies:
            foot = meter.line * (0.9 if not self.labelled else 0.2) + (
                meter.em * 0.4 if not self.labelled else 0
            )
            top = self.above.bottom + meter.em * 0.2
            names = beside(self.draft, Emu(box.bottom - top - foot))
            ends = meter.em * 0.4
            if self.labelled or _has_labels(self.draft):
                values = [v for s in self.draft.seen for v in (s.said or s.values) if v is not None]
                texts = tuple(
                    self.draft.text(v, code_of(self.draft, self.draft.seen[0])) for v in values
                )
                share = max((self.scale.share(max(0.0, v)) for v in values), default=1.0)
                past = meter.widest(texts) + meter.em * 0.6
                free = (1 - share) * (box.width - names.room)
                ends = (
                    max(meter.em * 0.4, Emu(int(past - free)))
                    if not self.draft.is_stacked
                    else ends
                )
            else:
                last = self.draft.text(self.scale.high, self.axes[0].code)
                ends = max(ends, meter.width(last) // 2)
            left = box.x + names.room
            return box_at(left, top, box.right - left - ends, box.bottom - top - foot), names
        left = box.x + tick_width(self.draft, self.axes[0], self.scale)
        right = box.right - tick_width(self.draft, self.axes[1], right_scale(self.draft))
        if self.named:
            right -= max(self.named.values()) + meter.em * 0.6
        top = self.above.bottom + head
        if self.draft.is_stacked and not self.axes[0].shown:
            top = self.above.bottom + meter.em * 0.3
        names = below(self.draft, Emu(right - left))
        return box_at(left, top, right - left, box.bottom - names.room - top), names


def right_scale(draft: ChartDraft) -> AxisScale | None:
    """Return the scale of the series that are measured at the right, if any is."""
    return draft.scale(right=True) if any(s.is_right for s in draft.data.series) else None


def axes_of(draft: ChartDraft, scale: AxisScale, right: AxisScale | None, *, shown: bool) -> Axes:
    """Return the axis at the left, and the one at the right if there is any."""
    first = next((s for s in draft.seen if not s.is_right), None)
    code = draft.tick_code(scale, first)
    left = ValueAxis(scale.low, scale.high, scale.step, code, shown=shown, ruled=shown)
    if right is None:
        return left, None
    own = next((s for s in draft.seen if s.is_right), None)
    right_code = own.code if own is not None and own.code else draft.tick_code(right, None)
    return left, ValueAxis(right.low, right.high, right.step, right_code, ruled=False)


def tick_width(draft: ChartDraft, axis: ValueAxis | None, scale: AxisScale | None) -> Emu:
    """Return how much room the numbers of an axis take beside a plot."""
    if axis is None or not axis.shown or scale is None:
        return Emu(0)
    texts = tuple(draft.text(tick, axis.code) for tick in scale.ticks)
    return draft.meter.widest(texts) + draft.meter.em * 0.6


def _has_labels(draft: ChartDraft) -> bool:
    return draft.chart.choice.kind != "none"


def centers_of(
    draft: ChartDraft, names: CategoryNames, plot: Rect, *, lies: bool
) -> tuple[float, ...]:
    """Return where the middle of each category is, from left to right or from top to bottom."""
    count = max(1, len(draft.data.categories))
    start, length = (plot.y, plot.height) if lies else (plot.x, plot.width)
    serials = names.axis.serials
    if serials:
        unit = {"days": 1.0, "months": 30.4, "years": 365.25}[names.axis.base]
        pad = unit / 2
        span = serials[-1] - serials[0] + 2 * pad
        return tuple(start + (s - serials[0] + pad) / span * length for s in serials)
    return tuple(start + length * (n + 0.5) / count for n in range(count))


def tick_texts(
    draft: ChartDraft, axes: tuple[ValueAxis, ValueAxis | None], plot: Rect, *, lies: bool
) -> list[ChartText]:
    """Return where the numbers of the axes stand."""
    meter, found = draft.meter, list[ChartText]()
    for axis, scale in zip(axes, (draft.scale(), right_scale(draft)), strict=True):
        if axis is None or scale is None or not axis.shown:
            continue
        for tick in scale.ticks:
            text, share = draft.text(tick, axis.code), scale.share(tick)
            wide = meter.width(text)
            if lies:
                x, y = plot.x + plot.width * share - wide / 2, plot.bottom + meter.em * 0.3
            else:
                y = plot.bottom - plot.height * share - meter.line / 2
                x = plot.x - meter.em * 0.5 - wide if axis is axes[0] else plot.right + meter.em / 2
            found.append(ChartText(box_at(x, y, wide, meter.line), (text,), meter.size, "value"))
    return found
