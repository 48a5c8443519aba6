"""Columns, bars, lines and areas over categories -> plots, axes and texts in a box."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Final

from deckgen.blocks.charts.draft import KINDS, ChartDraft
from deckgen.blocks.charts.ends import EndLabel, end_labels, names_at_ends
from deckgen.blocks.charts.framing import (
    centers_of,
    framed_by,
    right_scale,
    tick_texts,
    with_title,
)
from deckgen.blocks.charts.heading import heading
from deckgen.blocks.charts.meter import meet
from deckgen.blocks.charts.named import texts_below, texts_beside
from deckgen.blocks.charts.targets import across, target_rules
from deckgen.blocks.charts.values import Labelled, PointSpot, code_of, labels_of
from deckgen.blocks.kit import Emu, Insets, Rect, Struct, pt, replace
from deckgen.charts import ChartContent, ChartText, Plot, Series
from deckgen.text.phrases import break_costs

if TYPE_CHECKING:
    from deckgen.blocks.charts.model import ChartSeries
    from deckgen.blocks.charts.scale import AxisScale
    from deckgen.charts import Tint

GAP: Final = 60
GAP_OF_STEPS: Final = 30
"""The space between columns, and between those of a waterfall, in percent of one."""
TORN: Final = 0.4
"""What it costs at the least to end a line of a name where it looks torn: within a word."""
NARROWEST: Final = 5.0
LOWEST: Final = 4.0
"""How narrow and how low a plot may be, in em of its labels."""
WIDEST: Final = pt(96)
THICKEST: Final = pt(40)
"""How wide columns and how thick lying bars become where there are few."""
ROUNDING: Final = Insets(pt(1), pt(1), pt(1), pt(1))
"""How far a text may reach over the edge of a chart before it is said to leave it."""
MOST_GAP: Final = 500
"""The most that a file can say (21.2.3.14)."""


class ChartSetting(Struct, frozen=True):
    """A chart that was set, whether all of it can be read, and how many labels were left out."""

    content: ChartContent
    fits: bool
    left_out: int = 0

    @property
    def is_round(self) -> bool:
        """Whether it is a pie or a ring, without axes."""
        return self.content.left is None and self.content.across is None

    @property
    def is_laborious(self) -> bool:
        """Whether names stand upwards or are torn, or are in a legend: smaller text is better."""
        is_turned = self.content.categories is not None and self.content.categories.turned
        in_legend = self.is_round and self.content.legend is not None
        return is_turned or in_legend or any(map(self._is_torn, self.content.texts))

    def _is_torn(self, text: ChartText) -> bool:
        """Tell whether lines of a name end within a word, in a script that has no spaces."""
        if text.role != "category" or len(text.lines) < 2 or self.content.categories is None:
            return False
        name = "".join(text.lines)
        if name.isascii() or "\n".join(text.lines) not in self.content.categories.labels:
            return False
        costs = break_costs(name, self.content.look.language)
        return any(costs[end] >= TORN for end in accumulate(map(len, text.lines[:-1])))


def over_categories(draft: ChartDraft, *, labelled: bool) -> ChartSetting:
    """Return a chart over categories. With `labelled` its values are told, and no axis of them."""
    lies = draft.lies
    named = names_at_ends(draft)
    above = heading(draft, legend=_needs_legend(draft, named))
    framed = framed_by(draft, above, named, labelled=labelled)
    draft, plot, names, axes = framed.draft, framed.plot, framed.names, framed.axes
    scale, right = draft.scale(), right_scale(draft)
    gap = _gap(draft, plot)
    rules = target_rules(draft, plot, scale)
    centers = centers_of(draft, names, plot)
    tints = [draft.tint(number, one) for number, one in enumerate(draft.data.series)]
    texts = [*above.texts, *tick_texts(draft, axes, plot)]
    texts += texts_beside(draft, names, plot) if lies else texts_below(draft, names, plot, centers)
    texts += [rule.label for rule in rules if rule.label is not None]
    spots = _spots(draft, plot, centers, (scale, right), gap)
    taken = [text.box for text in texts if text.role in {"category", "value", "label"}]
    ends = end_labels(draft, named, spots, plot, axes)
    taken += [end.text.box for end in ends]
    last = {(end.series, end.label.point) for end in ends}
    others = [spot for spot in spots if (spot.series, spot.point) not in last]
    found = labels_of(draft, others, taken, tints, across(draft, plot))
    texts += [*found.texts, *(end.text for end in ends)]
    plots, ranks = _plots(draft, tints, found, ends, gap), _ranks(draft)
    texts = [_ranked(text, ranks) for text in texts]
    categories, title = with_title(draft, names.axis, plot)
    content = ChartContent(
        plot=plot,
        plots=plots,
        look=draft.look,
        categories=categories,
        left=axes[0],
        right=axes[1],
        title=above.title,
        title_box=above.title_box,
        legend=above.legend,
        hidden=_hidden(plots),
        texts=(*texts, *title),
        rules=rules,
    )
    roomy = plot.width >= draft.meter.em * NARROWEST and plot.height >= draft.meter.em * LOWEST
    fits = names.fits and above.fits and roomy and is_clear(draft, content.texts)
    return ChartSetting(content, fits, found.left_out)


def _gap(draft: ChartDraft, plot: Rect) -> int:
    """Return the space between columns, in percent of one: more where they would be very wide."""
    if draft.chart.type == "histogram":
        return 4
    beside = sum(one.drawn in {"column", "bar"} for one in draft.data.series)
    count = 1 if draft.is_stacked else max(1, beside)
    band = (plot.height if draft.lies else plot.width) / max(1, len(draft.data.categories))
    usual = GAP_OF_STEPS if draft.chart.type == "waterfall" else GAP
    widest = THICKEST if draft.lies else WIDEST
    return max(usual, min(MOST_GAP, round((band / widest - count) * 100)))


def _needs_legend(draft: ChartDraft, named: dict[int, Emu]) -> bool:
    if draft.chart.type in {"waterfall", "funnel", "box"}:
        return False
    own = [n for n, one in enumerate(draft.data.series) if not (one.is_unseen or one.is_target)]
    return len(own) > 1 and not all(number in named for number in own)


def _spots(
    draft: ChartDraft,
    plot: Rect,
    centers: tuple[float, ...],
    scales: tuple[AxisScale, AxisScale | None],
    gap: int,
) -> list[PointSpot]:
    """Return where each point is drawn: side by side, or one on the other."""
    series, lies = draft.data.series, draft.lies
    beside = [n for n, s in enumerate(series) if s.drawn in {"column", "bar"}]
    count = 1 if draft.is_stacked else max(1, len(beside))
    band = (plot.height if lies else plot.width) / max(1, len(centers))
    wide = band / (count + gap / 100)
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


def _plots(
    draft: ChartDraft,
    tints: list[Tint | None],
    found: Labelled,
    ends: tuple[EndLabel, ...],
    gap: int,
) -> tuple[Plot, ...]:
    """Return the series by what they are drawn as and which axis they are measured by.

    Those at the right come last, as in any legend, whose entries are counted from left to right.
    """
    groups: dict[tuple[str, bool], list[Series]] = {}
    at_end = {end.series: end.label for end in ends}
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
            outline=draft.tints[0] if one.tone == "box" else None,
            dashed=one.is_target,
            marked=one.drawn == "line" and not one.is_target and _is_marked(one),
        )
        groups.setdefault((one.drawn, one.is_right), []).append(made)
    return tuple(
        Plot(
            KINDS[drawn],
            tuple(series),
            draft.stack if drawn in {"column", "bar", "area"} else "none",  # type: ignore[arg-type]
            gap=gap,
            is_right=is_right,
        )
        for (drawn, is_right), series in sorted(groups.items(), key=_is_right)
    )


def _ranks(draft: ChartDraft) -> dict[int, int]:
    """Return the number that each series has through all plots, by the one it has in the data."""
    groups: dict[tuple[str, bool], list[int]] = {}
    for number, one in enumerate(draft.data.series):
        groups.setdefault((one.drawn, one.is_right), []).append(number)
    ordered = [n for _, numbers in sorted(groups.items(), key=_is_right) for n in numbers]
    return {number: rank for rank, number in enumerate(ordered)}


def _ranked(text: ChartText, ranks: dict[int, int]) -> ChartText:
    return text if text.of is None else replace(text, of=(ranks[text.of[0]], text.of[1]))


def _is_right(group: tuple[tuple[str, bool], object]) -> bool:
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


def is_clear(draft: ChartDraft, texts: tuple[ChartText, ...]) -> bool:
    """Tell whether the texts around a plot stay in the chart and meet none, as labels do."""
    around = tuple(text for text in texts if text.role != "label")
    box = draft.box.outset(ROUNDING)
    return all(box.contains(text.box) for text in around) and not overlapping(around)


def overlapping(texts: tuple[ChartText, ...]) -> list[tuple[ChartText, ChartText]]:
    """Return the pairs of texts that stand over one another."""
    return [
        (one, other)
        for number, one in enumerate(texts)
        for other in texts[number + 1 :]
        if meet(one.box, other.box)
    ]
