"""The space of a chart below its heading -> the plot between its axes, and the texts of these."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final

from deckgen.blocks.charts.dated import dates_below
from deckgen.blocks.charts.draft import SharedAxes
from deckgen.blocks.charts.heading import below_axis
from deckgen.blocks.charts.meter import box_at
from deckgen.blocks.charts.named import CategoryNames, below, beside
from deckgen.blocks.charts.scale import STEPS, coarser
from deckgen.blocks.charts.targets import rows_above
from deckgen.blocks.charts.values import code_of
from deckgen.blocks.kit import Emu, Rect, Struct, replace
from deckgen.charts import CategoryAxis, ChartText, ValueAxis

if TYPE_CHECKING:
    from deckgen.blocks.charts.draft import ChartDraft
    from deckgen.blocks.charts.heading import ChartHeading
    from deckgen.blocks.charts.scale import AxisScale

DIGITS: Final = 0.9
"""The height of numbers beside an axis, in em: none of them reaches up or down as letters do."""
APART: Final = 1.3
"""How far apart they are upwards, in their height."""
TRIES: Final = 3
MOST_BELOW: Final = 0.4
"""The share of a plot that values of bars below zero take beside them, at the most."""

BESIDE_TEXT: Final = 0.6
"""The space that numbers, values and names take beside a plot besides their width, in em."""
BELOW_PLOT: Final = 0.3
"""The space between a plot and the numbers below it, in em."""
_HEAD: Final = 1.3
_BARE_HEAD: Final = 0.5
"""The space above a plot in which values are told, and above one in which none are, in lines."""
_BELOW_HEADING: Final = 0.2
"""The space above bars that lie, in em."""
_FOOT: Final = (0.9, 0.2)
_BELOW_NUMBERS: Final = 0.4
"""The space below these with numbers there and without, in lines, and that below numbers, in em."""
_ENDS: Final = 0.4
"""The least space at the right of these, in em."""

Axes = tuple[ValueAxis, ValueAxis | None]


class PlotFrame(Struct, frozen=True):
    """What the plot of a chart depends on. `named` are the widths of names at its right.

    Where it is `labelled` values are told at their points, and no axis tells them.
    """

    draft: ChartDraft
    above: ChartHeading
    axes: Axes
    scale: AxisScale
    named: dict[int, Emu]
    labelled: bool

    def plot(self) -> tuple[Rect, CategoryNames]:
        """Return the box between the axes, and the names of the categories beside it."""
        return self._lying() if self.draft.lies else self._standing()

    @property
    def _tells_values(self) -> bool:
        """Whether values stand at the ends of bars or at points."""
        return self.labelled or self.draft.chart.choice.kind != "none"

    def _lying(self) -> tuple[Rect, CategoryNames]:
        """Return the same of bars that lie: names at their left, and numbers below them."""
        draft, box, meter = self.draft, self.draft.box, self.draft.meter
        foot = meter.line * _FOOT[self.labelled]
        foot += Emu(0) if self.labelled else meter.em * _BELOW_NUMBERS
        rows = 1 if any(target.label for target in draft.chart.targets) else 0
        top = self.above.bottom + meter.em * _BELOW_HEADING + meter.line * rows
        names = beside(draft, Emu(box.bottom - top - foot))
        ends = meter.em * _ENDS
        if self._tells_values and not draft.is_stacked:
            ends = max(ends, self._past(box.width - names.room))
        if not self.labelled:
            last = draft.text(self.scale.high, self.axes[0].code)
            ends = max(ends, meter.width(last) // 2)
        left = box.x + names.room
        plot = box_at(left, top, box.right - left - ends, box.bottom - top - foot)
        more = meter.line * (rows_above(draft, plot, self.scale) - rows)
        return box_at(left, top + more, plot.width, plot.height - more), names

    def _past(self, width: Emu) -> Emu:
        """Return how far values behind the ends of bars reach beyond a plot so wide."""
        draft, meter = self.draft, self.draft.meter
        values = [v for s in draft.seen for v in (s.said or s.values) if v is not None]
        texts = tuple(draft.text(value, code_of(draft, draft.seen[0])) for value in values)
        share = max((self.scale.share(max(0.0, value)) for value in values), default=1.0)
        past = meter.widest(texts) + meter.em * BESIDE_TEXT
        return Emu(int(past - (1 - share) * width))

    def _standing(self) -> tuple[Rect, CategoryNames]:
        """Return the same of what stands: names below it, and numbers at its sides."""
        draft, box, meter = self.draft, self.draft.box, self.draft.meter
        left = box.x + tick_width(draft, self.axes[0], self.scale)
        right = box.right - tick_width(draft, self.axes[1], right_scale(draft))
        if self.named:
            right -= max(self.named.values()) + meter.em * BESIDE_TEXT
        top = self.above.bottom + meter.line * (_HEAD if self._tells_values else _BARE_HEAD)
        is_raised = draft.chart.type == "waterfall"
        if draft.is_stacked and not self.axes[0].shown and not is_raised:
            top = self.above.bottom + meter.em * BELOW_PLOT
        if is_edged(draft):
            count = len(draft.data.categories)
            widest = min(meter.widest(draft.data.categories), (right - left) / count)
            left, right = max(left, box.x + widest / 2), min(right, box.right - widest / 2)
        names = below(draft, Emu(int(right - left)))
        foot = names.room + title_room(draft)
        plot = box_at(left, top, right - left, box.bottom - foot - top)
        return (_with_dates_inside(draft, names, plot) if names.axis.serials else plot), names


def _with_dates_inside(draft: ChartDraft, names: CategoryNames, plot: Rect) -> Rect:
    """Return a plot so narrow that dates at its edges do not leave the chart."""
    for _ in range(TRIES):  # what moves one edge moves dates near the other, but less
        centers = centers_of(draft, names, plot)
        told = dates_below(draft, names.axis, plot.bottom, centers)
        left = max([0, *(draft.box.x - text.box.x for text in told)])
        right = max([0, *(text.box.right - draft.box.right for text in told)])
        plot = box_at(plot.x + left, plot.y, plot.width - left - right, plot.height)
    return plot


def is_edged(draft: ChartDraft) -> bool:
    """Tell whether the first and the last category stand at the edges: below areas alone."""
    return len(draft.data.categories) > 1 and all(
        one.drawn == "area" or one.is_target for one in draft.data.series
    )


def title_room(draft: ChartDraft) -> Emu:
    """Return how much room the title of the categories takes below their names."""
    return draft.meter.line + draft.meter.em * BELOW_PLOT if below_axis(draft) else Emu(0)


def with_title(
    draft: ChartDraft, axis: CategoryAxis, plot: Rect
) -> tuple[CategoryAxis, tuple[ChartText, ...]]:
    """Return an axis of categories with its title where it is drawn: what a histogram counts."""
    title = below_axis(draft)
    is_ruled = draft.chart.type != "funnel"
    axis = replace(axis, edged=is_edged(draft), ruled=is_ruled)
    if not title:
        return axis, ()
    wide, meter = draft.meter.width(title), draft.meter
    x = plot.x + (plot.width - wide) / 2
    box = box_at(x, draft.box.bottom - meter.line, wide, meter.line)
    text = ChartText(box, (title,), meter.size, "unit")
    return replace(axis, title=title, title_box=box), (text,)


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
    right_code = draft.tick_code(right, own)
    return left, ValueAxis(right.low, right.high, right.step, right_code, ruled=False)


class FramedPlot(Struct, frozen=True):
    """A plot whose axes have as many numbers as there is room for; the draft knows these axes."""

    draft: ChartDraft
    axes: Axes
    plot: Rect
    names: CategoryNames


def framed_by(
    draft: ChartDraft, above: ChartHeading, named: dict[int, Emu], *, labelled: bool
) -> FramedPlot:
    """Return the plot below a heading, and its axes in fewer steps where their numbers are near."""
    lies = draft.lies
    for _ in range(STEPS):
        scale, right = draft.scale(), right_scale(draft)
        axes = axes_of(draft, scale, right, shown=not labelled)
        plot, names = PlotFrame(draft, above, axes, scale, named, labelled).plot()
        found = FramedPlot(draft, axes, plot, names)
        across = draft.meter.widest(tuple(draft.text(tick, axes[0].code) for tick in scale.ticks))
        each = across + draft.meter.em if lies else draft.meter.em * DIGITS * APART
        most = (plot.width if lies else plot.height) / each
        if (labelled and right is None) or draft.chart.stack == "percent":
            wider = _with_room_below_zero(draft, scale, plot) if labelled and lies else scale
            if wider == scale or draft.shared is not None:
                return found
            draft = replace(draft, shared=SharedAxes(wider))
            continue
        fewer = SharedAxes(
            _in_steps(scale, most), None if right is None else _in_steps(right, most)
        )
        if fewer == SharedAxes(scale, right):
            return found
        draft = replace(draft, shared=fewer)
    return found


def _with_room_below_zero(draft: ChartDraft, scale: AxisScale, plot: Rect) -> AxisScale:
    """Return an axis so long that values of bars below zero stand apart from the names there."""
    if draft.is_stacked:
        return scale
    low, fraction = scale.low, scale.step / 4
    for one in draft.seen:
        for value in (value for value in one.values if value is not None and value < 0):
            past = draft.meter.width(draft.text(value, code_of(draft, one))) + draft.meter.em
            share = min(MOST_BELOW, past / plot.width)
            low = min(low, (value - share * scale.high) / (1 - share))
    return replace(scale, low=scale.low - fraction * ceil((scale.low - low) / fraction - 1e-9))


def _in_steps(scale: AxisScale, most: float) -> AxisScale:
    return coarser(scale, lambda tried: len(tried.ticks) - 1 <= most)


def tick_width(draft: ChartDraft, axis: ValueAxis | None, scale: AxisScale | None) -> Emu:
    """Return how much room the numbers of an axis take beside a plot."""
    if axis is None or not axis.shown or scale is None:
        return Emu(0)
    texts = tuple(draft.text(tick, axis.code) for tick in scale.ticks)
    return draft.meter.widest(texts) + draft.meter.em * BESIDE_TEXT


def centers_of(draft: ChartDraft, names: CategoryNames, plot: Rect) -> tuple[float, ...]:
    """Return where the middle of each category is, from left to right or from top to bottom."""
    start, length = (plot.y, plot.height) if draft.lies else (plot.x, plot.width)
    axis = replace(names.axis, edged=is_edged(draft))
    return tuple(start + share * length for share in axis.shares)


def tick_texts(draft: ChartDraft, axes: Axes, plot: Rect) -> list[ChartText]:
    """Return where the numbers of the axes stand."""
    meter, lies, found = draft.meter, draft.lies, list[ChartText]()
    for axis, scale in zip(axes, (draft.scale(), right_scale(draft)), strict=True):
        if axis is None or scale is None or not axis.shown:
            continue
        for tick in scale.ticks:
            text, share = draft.text(tick, axis.code), scale.share(tick)
            wide = meter.width(text)
            if lies:
                x, y = plot.x + plot.width * share - wide / 2, plot.bottom + meter.em * BELOW_PLOT
            else:
                y = plot.bottom - plot.height * share - meter.em * DIGITS / 2
                x = plot.x - meter.em * 0.5 - wide if axis is axes[0] else plot.right + meter.em / 2
            high = meter.line if lies else meter.em * DIGITS
            found.append(ChartText(box_at(x, y, wide, high), (text,), meter.size, "value"))
    return found
