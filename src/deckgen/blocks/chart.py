"""A native chart: its data in a workbook, its texts measured, its colours the theme's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Final, Literal

from deckgen.blocks.charts.declared import (
    ChartTarget,
    ChartType,
    LabelChoice,
    NamedValues,
    SeriesSpec,
)
from deckgen.blocks.charts.model import ChartData
from deckgen.blocks.kit import (
    FAILED,
    Block,
    Built,
    Context,
    Count,
    Emu,
    Failed,
    FormatCode,
    FromData,
    Galley,
    Inline,
    Key,
    OfRange,
    OfSheet,
    Paragraph,
    Piece,
    Place,
    Run,
    WholeGalley,
    Word,
    part_name,
    pt,
    replace,
)

if TYPE_CHECKING:
    from deckgen.blocks.kit import Binding, Item, Sink

LEAST_HEIGHT: Final = pt(150)
"""How low a chart may become where space is short."""
MOST_TOLD: Final = 16
"""So many values are told at their points unless it is said otherwise."""


class Chart(Block, frozen=True, kw_only=True):
    """A chart that PowerPoint can edit, with its data in a workbook.

    ```yaml
    - chart:
        type: column
        title: Revenue doubled in the east
        data: [{quarter: Q1, East: 12, West: 14}, {quarter: Q2, East: 24, West: 15}]
        x: quarter
        y: [East, West]
        unit: M€
        highlight: East
    - chart: {type: pie, values: {Japan: 52, Europe: 31, America: 17}}
    ```

    In Markdown the same keys stand in a fence of the language `chart`.
    """

    KEY: ClassVar[str] = "chart"
    FENCE: ClassVar[str] = "chart"
    SHORTHAND: ClassVar[str] = "data"
    EITHER: ClassVar[tuple[str, ...]] = ("data", "values")

    type: Annotated[ChartType, Key("What values are drawn as.")] = "column"
    data: FromData = None
    sheet: OfSheet = None
    range: OfRange = None
    values: Annotated[
        NamedValues | None, Key("Values by their names, instead of data: `{Japan: 52}`.")
    ] = None
    x: Annotated[
        Word | None, Key("The column of categories, dates, or numbers from left to right.")
    ] = None
    y: Annotated[
        tuple[Word, ...], Key("The columns of numbers; all others that hold some if absent.")
    ] = ()
    series: Annotated[
        tuple[SeriesSpec, ...], Key("The columns of numbers, with what is to say of each.")
    ] = ()
    by: Annotated[
        Word | None, Key("The column by which rows of one column of numbers are series apart.")
    ] = None
    size: Annotated[Word | None, Key("The column of sizes of bubbles.")] = None
    facets: Annotated[
        Word | None, Key("The column by which the chart becomes several, with the same axes.")
    ] = None
    sort: Annotated[
        tuple[Word, ...], Key("The columns by which rows are sorted; `-revenue`: most first.")
    ] = ()
    first: Annotated[Count | None, Key("How many rows are drawn, from the first on.")] = None
    stack: Annotated[
        Literal["none", "stacked", "percent"],
        Key("Whether series stand beside or on one another, or are shares of a whole."),
    ] = "none"
    unit: Annotated[Word | None, Key("What is counted: stands above the chart.")] = None
    format: Annotated[
        FormatCode | None,
        Key("How values look, as a format code of Excel: `#,##0`, `0.0%`."),
    ] = None
    title: Annotated[Inline | None, Key("What the chart says.")] = None
    highlight: Annotated[
        tuple[Word, ...], Key("Series or categories that stand out; others become grey.")
    ] = ()
    labels: Annotated[
        LabelChoice | None,
        Key(
            "Whose values are told: `none`, `all`, `ends`, or a list of categories and series."
            " If absent, few values are told instead of an axis."
        ),
    ] = None
    targets: Annotated[tuple[ChartTarget, ...], Key("Lines at values that are aimed at.")] = ()
    totals: Annotated[
        tuple[Word, ...],
        Key("Which bars of a waterfall are totals; one at its end if absent."),
    ] = ()
    bins: Annotated[Count | None, Key("About how many ranges a histogram has.")] = None
    alt: Annotated[
        str | None, Key("What the chart shows, for those who cannot see it. Told from the data.")
    ] = None
    source: Annotated[
        Inline | None, Key("Where it comes from: a line at the foot of the slide.")
    ] = None
    build: Built = False
    drawn: tuple[ChartData, ...] = ()

    def completed(self, binding: Binding) -> Chart | Failed:
        """Return the chart with the series that its data give, or report what is mistaken."""
        from deckgen.blocks.charts.prepared import called, prepared
        from deckgen.blocks.charts.worded import in_words

        if self.data is not None:
            found = self.data.read(binding, self.sheet, self.range)
        else:
            found = self.values.table if self.values is not None else FAILED
        drawn = None if isinstance(found, Failed) else prepared(self, found, binding)
        if drawn is None:
            return FAILED
        chart = replace(called(self), drawn=drawn, data=None, values=None)
        return in_words(chart, binding)

    def remark(self, sink: Sink) -> None:
        """Report more than can be read in one chart, and what stands out but is not there."""
        from deckgen.blocks.charts.remarks import remark

        remark(self, sink)

    @property
    def is_pictorial(self) -> bool:
        """Whether the block is something to look at: it is."""
        return True

    @property
    def highlighted(self) -> tuple[str, ...]:
        """The series and categories that stand out."""
        return tuple(word.text for word in self.highlight)

    @property
    def choice(self) -> LabelChoice:
        """Whose values are told; nobody's if nothing is said."""
        return self.labels or LabelChoice("none")

    def labelled_by(self, kind: Literal["none", "all"]) -> Chart:
        """Return the chart with all of its values told, or none."""
        return replace(self, labels=LabelChoice(kind))

    def tells_values(self, data: ChartData) -> bool:
        """Tell whether values suit being told at their points instead of by an axis."""
        if self.type in {"histogram", "box"} or self.stack == "percent":
            return False
        seen = [one for one in data.series if not (one.is_unseen or one.is_target)]
        few = len(data.categories) * (1 if self.stack == "stacked" else len(seen)) <= MOST_TOLD
        plain = all(one.drawn in {"column", "bar"} and not one.errors for one in seen)
        return self.type in {"waterfall", "funnel"} or (few and plain)

    @property
    def built_by(self) -> Literal["", "series", "category"]:
        """What appears one by one where it is built: series, or the categories of one."""
        if not self.build or not self.drawn:
            return ""
        if self.type in {"waterfall", "funnel", "box", "histogram", "pie", "doughnut"}:
            return "category"
        if len(self.drawn[0].series) > 1:
            return "series"
        return "category" if self.drawn[0].categories else ""

    def parts(self, *, asked: bool) -> tuple[Paragraph, ...]:
        """Return the series or the categories, by their turn; none in the build of a slide."""
        if not asked or not self.built_by:
            return ()
        most = max(
            len(data.series) if self.built_by == "series" else len(data.categories)
            for data in self.drawn
        )
        most += self.type == "waterfall" and not self.totals  # the total that follows
        names = (part_name(turn) for turn in range(most))
        return tuple(Paragraph((Run(name, self.span),), self.span) for name in names)

    def in_language(self, language: str) -> Chart:
        """Return the chart with what it is composed of, named in a language."""
        from deckgen.blocks.charts.remarks import composed

        return composed(self, language)

    def measure(self, width: Emu, context: Context) -> Galley:
        """Return the chart, which may shrink to make room for text."""
        from deckgen.blocks.charts.placing import diagnostics, draw
        from deckgen.blocks.charts.setting import preferred_height

        if not any(data.series and any(one.values for one in data.series) for data in self.drawn):
            return WholeGalley(Piece(pt(0)), lambda _: ())
        chart = self.in_language(context.language)
        height = preferred_height(chart, width, context)
        least = min(height, LEAST_HEIGHT)
        piece = Piece(height, context.gap, least=least)

        def draw_in(place: Place) -> tuple[Item, ...]:
            return draw(chart, place, context)

        return WholeGalley(piece, draw_in, diagnostics=diagnostics(chart, width, height, context))
