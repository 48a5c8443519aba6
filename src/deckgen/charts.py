"""What a chart shows and how it looks: plots of series, axes and texts, all of it measured.

Positions are EMU from the slide's top left corner, like those of the items of a page.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Literal

from deckgen.records import Struct

if TYPE_CHECKING:
    from deckgen.colors import Color
    from deckgen.geometry import Rect
    from deckgen.source import Span
    from deckgen.units import Centipoints, Emu


class PlotKind(Enum):
    """What values are drawn as."""

    COLUMN = "column"
    BAR = "bar"
    LINE = "line"
    AREA = "area"
    PIE = "pie"
    DOUGHNUT = "doughnut"
    SCATTER = "scatter"
    BUBBLE = "bubble"
    RADAR = "radar"


class Tint(Struct, frozen=True):
    """A theme colour, made paler or darker so that it still follows the theme.

    `share` and `plus` are percent: of the colour's luminance that stays, and what is added to it
    (`a:lumMod`, `a:lumOff`). `alpha` is how much it covers. What is made paler is less saturated
    (`a:satMod`): a pure colour would glare.
    """

    color: Color
    share: int = 100
    plus: int = 0
    alpha: int = 100

    @property
    def saturation(self) -> int:
        """How much of its saturation the colour keeps, in percent."""
        return 50 if self.plus else 100


class LabelPosition(Enum):
    """Where a label stands by its point; values as in `c:dLblPos`."""

    OUTSIDE = "outEnd"
    INSIDE = "inEnd"
    CENTER = "ctr"
    ABOVE = "t"
    BELOW = "b"
    RIGHT = "r"
    LEFT = "l"


Shown = Literal["value", "series", "category", "percent"]
"""What of a point a label may say."""


class PointLabel(Struct, frozen=True):
    """The label of one point: what of it is said, where, and in which colour."""

    point: int
    position: LabelPosition
    color: Color
    shows: tuple[Shown, ...] = ("value",)
    bold: bool = False
    shift: float = 0.0
    """How much further right than usual it stands, as a share of the chart's width."""
    drop: float = 0.0
    """How much further down than usual it stands, as a share of the chart's height."""
    joint: str = "\n"
    """What stands between the parts of what it says."""
    text: str = ""
    """What it says instead: of a part of a step all of it, of a bubble its size."""


class Series(Struct, frozen=True):
    """Values by category, or at `xs`, where a missing one is a gap.

    Without a tint it is not seen: what others stand on. `points` have tints of their own. `errors`
    reach so far below and above each value. `code` is the format of its values.
    """

    name: str
    values: tuple[float | None, ...]
    tint: Tint | None
    code: str = "General"
    points: tuple[tuple[int, Tint], ...] = ()
    labels: tuple[PointLabel, ...] = ()
    errors: tuple[tuple[float, float], ...] = ()
    xs: tuple[float | None, ...] = ()
    sizes: tuple[float | None, ...] = ()
    outline: Tint | None = None
    dashed: bool = False
    marked: bool = False
    lined: bool = True


class Plot(Struct, frozen=True):
    """Series that are drawn alike, on the left axis or on the one at the right.

    `gap` and `overlap` are percent of the width of a column. `hole` is that of a doughnut.
    """

    kind: PlotKind
    series: tuple[Series, ...]
    stack: Literal["none", "stacked", "percent"] = "none"
    gap: int = 60
    overlap: int = 0
    hole: int = 0
    is_right: bool = False


class ValueAxis(Struct, frozen=True):
    """An axis of numbers, from `low` to `high` in steps."""

    low: float
    high: float
    step: float
    code: str
    shown: bool = True
    ruled: bool = True
    title: str = ""
    title_box: Rect | None = None


DateUnit = Literal["days", "months", "years"]


class CategoryAxis(Struct, frozen=True):
    """An axis of names, or of dates where there are `serials`.

    `every` tells which labels are shown, `turned` that they are set upwards. `low` says that labels
    stand at the foot of the plot, whatever is below zero. A reversed one starts at the top.
    """

    labels: tuple[str, ...]
    serials: tuple[float, ...] = ()
    code: str = "General"
    base: DateUnit = "days"
    every: int = 1
    told: DateUnit | None = None
    """What `every` counts where it is dates: that of `base`, or a longer one."""
    turned: bool = False
    reversed: bool = False
    ruled: bool = True
    edged: bool = False
    """Whether the first and the last stand at the edges of the plot, as areas do."""
    title: str = ""
    title_box: Rect | None = None
    steps: tuple[float, ...] = ()
    """How many days, months or years each date is after the first."""

    @property
    def shares(self) -> tuple[float, ...]:
        """Where the middle of each category is, as a share of the axis from its first one on.

        Dates are as far apart as their days, months or years, whichever they are told in.
        """
        pad = 0.0 if self.edged else 0.5
        if self.steps:
            span = self.steps[-1] + 2 * pad
            return tuple((step + pad) / span if span else 0.5 for step in self.steps)
        count = len(self.labels)
        span = count - 1 + 2 * pad
        return tuple((number + pad) / span if span else 0.5 for number in range(count))


class ChartRule(Struct, frozen=True):
    """A dashed line across the plot that no series can draw: of a target across bars.

    `x` is where it stands, from `top` to `bottom`; `label` says at its upper end what it is.
    """

    x: Emu
    top: Emu
    bottom: Emu
    tint: Tint
    label: ChartText | None = None


class ChartText(Struct, frozen=True):
    """A text of a chart where it is drawn: lines one below the other, in one style.

    That of a label is `of` a series, by its number through all plots, and of a point.
    """

    box: Rect
    lines: tuple[str, ...]
    size: Centipoints
    role: Literal["title", "unit", "category", "value", "label", "legend"]
    of: tuple[int, int] | None = None


class ChartTitle(Struct, frozen=True):
    """What stands above a chart: the lines of its title, then of what is counted."""

    lines: tuple[str, ...]
    size: Centipoints
    unit: str
    unit_size: Centipoints


class ChartLook(Struct, frozen=True):
    """Fonts and colours of a chart's texts and rules."""

    size: Centipoints
    latin: str
    east_asian: str
    color: Color
    rule: Tint
    language: str
    line: Emu
    edge: Color
    """What slices are parted by: the colour behind the chart."""


class ChartContent(Struct, frozen=True):
    """A chart that was set: `plot` is the box between its axes.

    `across` is the axis of numbers that runs from left to right where points have two.
    """

    plot: Rect
    plots: tuple[Plot, ...]
    look: ChartLook
    categories: CategoryAxis | None = None
    left: ValueAxis | None = None
    right: ValueAxis | None = None
    across: ValueAxis | None = None
    title: ChartTitle | None = None
    title_box: Rect | None = None
    legend: Rect | None = None
    hidden: tuple[int, ...] = ()
    """The series that the legend leaves out, by their number in the order of all plots."""
    texts: tuple[ChartText, ...] = ()
    rules: tuple[ChartRule, ...] = ()


class ChartFrame(Struct, frozen=True):
    """A native chart, with the workbook of its data."""

    box: Rect
    content: ChartContent
    name: str
    alt: str = ""
    span: Span | None = None
    built_by: Literal["", "series", "category"] = ""
    """What of it appears one by one: series, categories, or nothing."""
    built: tuple[int, ...] = ()
    """The numbers of these in the order in which they appear."""


def part_name(turn: int) -> str:
    """Return what the part of a chart is known by that appears at a turn, counted from 0."""
    return f"\x1f{turn}\x1f"
