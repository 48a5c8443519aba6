"""A title that is too long for a chart's own -> a text above the chart, as a caption is set."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blocks.charts.draft import ChartDraft
from deckgen.blocks.charts.heading import in_brackets, stands_above, tells_unit
from deckgen.blocks.charts.meter import sizes, title_size
from deckgen.blocks.kit import (
    NO_SPACE,
    ZERO,
    BodyProperties,
    Insets,
    Paragraph,
    Run,
    Struct,
    TextFrame,
    measure_paragraphs,
    replace,
    stack,
)

if TYPE_CHECKING:
    from deckgen.blocks.chart import Chart
    from deckgen.blocks.kit import Context, Inline, Rect


NO_INSETS: Final = Insets(ZERO, ZERO, ZERO, ZERO)


class TitledChart(Struct, frozen=True):
    """A chart, the box that is left for it, and the title above it where it does not hold it."""

    chart: Chart
    box: Rect
    title: TextFrame | None = None


def titled(chart: Chart, box: Rect, context: Context) -> TitledChart:
    """Return a chart below its title, if that is too long to stand in it.

    A title without words is left to it, which tells that they stand above.
    """
    size = sizes(context)[0]
    draft = ChartDraft(chart, chart.drawn[0], box, context, size)
    if chart.title is None or not stands_above(draft):
        return TitledChart(chart, box)
    style = replace(context.text.flush(title_size(context)), space_before=NO_SPACE)
    inner = context.with_levels((style,) * len(context.levels))
    paragraph = Paragraph(_said(chart.title, chart, draft), chart.title.span)
    set_title = stack(measure_paragraphs((paragraph,), box.width, inner))
    frame = TextFrame(
        box=replace(box, height=set_title.height),
        paragraphs=set_title.paragraphs,
        levels=inner.levels,
        height=set_title.height,
        name="Chart title",
        body=BodyProperties(NO_INSETS),
        span=chart.title.span,
    )
    used = set_title.height + size.emu * 0.4
    below = replace(box, y=box.y + used, height=box.height - used)
    return TitledChart(replace(chart, title=replace(chart.title, runs=())), below, frame)


def _said(title: Inline, chart: Chart, draft: ChartDraft) -> tuple[Run, ...]:
    """Return the words of a title, with what is counted behind them."""
    words = tuple([replace(run, strong=True) for run in title.runs])
    if chart.unit is None or not tells_unit(draft):
        return words
    return (*words, Run(in_brackets(chart.unit.text), chart.unit.span))
