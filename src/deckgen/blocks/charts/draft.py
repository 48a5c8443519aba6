"""A chart at one size of text in a box: what its parts are made from, and how they count up."""

from __future__ import annotations

from functools import cached_property
from math import floor, log10
from typing import TYPE_CHECKING, Final

from deckgen.blocks.charts.meter import TITLE, TextMeter, title_size
from deckgen.blocks.charts.palette import grey, pale, palette, rule, seen_through, shown_rgb
from deckgen.blocks.charts.scale import AxisScale, scale_of
from deckgen.blocks.kit import Centipoints, Context, Rect, Struct, pt
from deckgen.charts import ChartLook, LabelPosition, PlotKind, Tint
from deckgen.colors import contrast
from deckgen.data.formats import number_format
from deckgen.legibility import hue_of

if TYPE_CHECKING:
    from deckgen.blocks.chart import Chart
    from deckgen.blocks.charts.model import ChartData, ChartSeries

STRIKING: Final = 1.6
"""The contrast of what stands out with the grey of what steps back."""
WHOLE: Final = 100
KINDS: Final = {kind.value: kind for kind in PlotKind}
STANDING: Final = frozenset(("column", "bar", "area"))
"""What is drawn from zero: it is as long as its value says."""
OTHER_STEPS: Final = (4, 6, 3)
"""How many steps are tried where those that are usual would be shown rounded."""
_OFF: Final = 1e-3
"""How far a number may be off, as a share of a step."""
_DECIMALS: Final = 2
_SMALLEST: Final = 12
"""How many decimals values have at the most, and how many those that would be none at that."""


class SharedAxes(Struct, frozen=True):
    """The axes that small multiples have in common: at the left, at the right, and below."""

    left: AxisScale
    right: AxisScale | None = None
    across: AxisScale | None = None


class ChartDraft(Struct, frozen=True, dict=True):
    """What a chart is set from. `shared` are the axes that small multiples have in common.

    The first of these shows the legend; `keeps_legend` tells that the others keep its room free.
    """

    chart: Chart
    data: ChartData
    box: Rect
    context: Context
    size: Centipoints
    shared: SharedAxes | None = None
    keeps_legend: bool = False

    @cached_property
    def meter(self) -> TextMeter:
        """What measures its texts."""
        return TextMeter(self.context, self.size, self.chart.span)

    @cached_property
    def title_meter(self) -> TextMeter:
        """What measures its title; those of small multiples become smaller with the other texts."""
        if self.data.facet:
            return self.meter.sized(TITLE)
        return TextMeter(self.context, title_size(self.context), self.chart.span)

    @cached_property
    def look(self) -> ChartLook:
        """How its texts look."""
        text = self.context.text
        return ChartLook(
            self.size,
            text.latin,
            text.east_asian,
            text.color,
            rule(self.context),
            self.context.language,
            pt(0.75),
            self.context.background,
        )

    @cached_property
    def tints(self) -> tuple[Tint, ...]:
        """The colours of its series."""
        return palette(self.context)

    def tint(self, number: int, series: ChartSeries) -> Tint | None:
        """Return the colour of a series: its turn, its tone, or grey beside one that stands out."""
        if series.is_unseen:
            return None
        if series.is_target:
            return Tint(self.context.text.color)
        tones = {"rise": 0, "fall": 1, "total": -1}
        if series.tone in {"pale", "box"}:
            return pale(self.tints[0])
        if series.tone:
            turn = tones[series.tone]
            return grey(self.context) if turn < 0 else self.tints[turn % len(self.tints)]
        if self.highlights_series and series.name not in self.chart.highlighted:
            others = [s.name for s in self.seen if s.name not in self.chart.highlighted]
            back = grey(self.context, others.index(series.name))
            return seen_through(back) if self.has_areas_over else back
        if self.highlights_series:
            return self.striking
        tint = self.tints[number % len(self.tints)]
        is_before_others = self.has_lines_over or self.has_areas_over
        return pale(tint) if series.drawn != "line" and is_before_others else tint

    @cached_property
    def has_lines_over(self) -> bool:
        """Whether lines run over columns or areas, which are paler for that."""
        drawn = {series.drawn for series in self.seen}
        return "line" in drawn and len(drawn) > 1

    @cached_property
    def has_areas_over(self) -> bool:
        """Whether areas hide one another, in an order that is not the same in all programs."""
        return not self.is_stacked and sum(series.drawn == "area" for series in self.seen) > 1

    @cached_property
    def striking(self) -> Tint:
        """The colour of what stands out: the first that is told from the grey of the others."""
        background = self.context.background
        back = shown_rgb(grey(self.context), background)
        strong = [tint for tint in self.tints if tint.alpha == WHOLE]
        told = (t for t in strong if hue_of(t.color) or contrast(t.color, back) >= STRIKING)
        return next(told, max(strong, key=lambda tint: contrast(tint.color, back)))

    @property
    def highlights_series(self) -> bool:
        """Whether what stands out is a series, and not a category."""
        names = {series.name for series in self.data.series}
        return bool(names.intersection(self.chart.highlighted))

    def points(self, series: ChartSeries) -> tuple[tuple[int, Tint], ...]:
        """Return the points of a series that step back where a category stands out."""
        shown = self.chart.highlighted
        if not shown or self.highlights_series or series.is_unseen or series.is_target:
            return ()
        if not set(self.data.categories).intersection(shown):
            return ()
        back = grey(self.context)
        names = enumerate(self.data.categories)
        return tuple((number, back) for number, name in names if name not in shown)

    @cached_property
    def seen(self) -> tuple[ChartSeries, ...]:
        """The series that are seen and are no targets."""
        return tuple(s for s in self.data.series if not (s.is_unseen or s.is_target))

    def code(self, series: ChartSeries) -> str:
        """Return the format code of a series: as written, else with the decimals that it has."""
        if self.chart.format is not None and not series.is_right:
            return self.chart.format.code
        if series.code:
            return series.code
        told = series.said or series.sizes or series.values
        values = [value for value in told if value is not None]
        texts = [f"{value:.10g}".partition(".")[2] for value in values]
        decimals = min(_DECIMALS, max((len(text) for text in texts), default=0))
        most = max((abs(value) for value in values), default=0.0)
        if 0 < most < 10.0**-_DECIMALS:  # two digits of the largest
            decimals = min(_SMALLEST, 1 - floor(log10(most)))
        return "#,##0" + ("." + "0" * decimals if decimals else "")

    def text(self, value: float, code: str) -> str:
        """Return a number as its code and the language show it."""
        return number_format(code).text(value, self.context.language)

    def tick_code(self, scale: AxisScale, series: ChartSeries | None) -> str:
        """Return the format code of an axis: that of its series, if it tells the steps exactly."""
        if self.chart.stack == "percent":
            return "0%"
        written = self._written(series)
        if written and (tells(written, scale) or "," in written.rstrip('"').split(";")[0][-2:]):
            return written
        is_percent = bool(written) and number_format(written).is_percent
        decimals = max(0, scale.decimals - 2) if is_percent else scale.decimals
        shown = "." + "0" * decimals if decimals else ""
        return f"0{shown}%" if is_percent else f"#,##0{shown}"

    def _written(self, series: ChartSeries | None) -> str:
        if self.chart.format is not None and not (series is not None and series.is_right):
            return self.chart.format.code
        return series.code if series is not None else ""

    def scale(self, *, right: bool = False, from_zero: bool | None = None) -> AxisScale:
        """Return the axis of the series that are measured by it."""
        shared = self.shared
        known = None if shared is None else shared.right if right else shared.left
        if known is not None:
            return known
        if self.chart.stack == "percent":
            return AxisScale(0.0, 1.0, 0.25)
        own = [series for series in self.data.series if series.is_right == right]
        values = _extents(own, stacked=self.is_stacked)
        if self.lies:
            values += [target.at for target in self.chart.targets]
        zero = right or any(s.drawn in STANDING for s in own if not s.is_target)
        zero = (zero and self.chart.type != "box") if from_zero is None else from_zero
        found = scale_of(values, from_zero=zero)
        code = self._written(next((s for s in self.seen if s.is_right == right), None))
        if not code or tells(code, found):
            return found
        others = (scale_of(values, from_zero=zero, steps=steps) for steps in OTHER_STEPS)
        return next((scale for scale in others if tells(code, scale)), found)

    @property
    def lies(self) -> bool:
        """Whether its bars lie: categories run from top to bottom, and values to the right."""
        return any(series.drawn == "bar" for series in self.data.series)

    @property
    def is_stacked(self) -> bool:
        """Whether columns, bars or areas stand on one another."""
        return self.chart.stack != "none" or self.chart.type in {"waterfall", "funnel", "box"}

    @property
    def stack(self) -> str:
        """How they do."""
        return "stacked" if self.chart.stack == "none" and self.is_stacked else self.chart.stack

    def position(self, series: ChartSeries) -> LabelPosition:
        """Return where labels of values stand: beside what tells how far they may be off."""
        if series.errors:
            stands = series.drawn in {"column", "bar", "area"}
            return LabelPosition.CENTER if stands else LabelPosition.RIGHT
        if series.drawn in {"line", "scatter", "bubble"}:
            return LabelPosition.ABOVE
        if series.drawn == "area":
            return LabelPosition.CENTER
        return LabelPosition.CENTER if self.is_stacked else LabelPosition.OUTSIDE


def tells(code: str, scale: AxisScale) -> bool:
    """Tell whether a format code shows the steps of an axis as they are, not rounded."""
    read = number_format(code)
    told = ((_parsed(read.text(tick)) or 0.0) - tick for tick in scale.ticks)
    return all(abs(off) < scale.step * _OFF for off in told)


def _parsed(text: str) -> float | None:
    from deckgen.data.numerals import number

    return number(text)


def _extents(series: list[ChartSeries], *, stacked: bool) -> list[float]:
    """Return what an axis holds: all values, and the ends of what stands on one another."""
    standing = [one for one in series if stacked and not (one.is_target or one.drawn == "line")]
    values = [
        value + reach
        for one in series
        if one not in standing
        for number, value in enumerate(one.values)
        if value is not None
        for reach in _reaches(one, number)
    ]
    ends: dict[tuple[int, bool], float] = {}
    for one in standing:
        for number, value in enumerate(one.values):
            side = (number, (value or 0.0) >= 0)
            ends[side] = ends.get(side, 0.0) + (value or 0.0)
            values += [ends[side] + reach for reach in _reaches(one, number)]
    return values


def _reaches(series: ChartSeries, number: int) -> tuple[float, ...]:
    if number < len(series.errors):
        low, high = series.errors[number]
        return (-low, high)
    return (0.0,)
