"""The shares of a pie -> a chart that has them as its data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.blocks.chart import Chart
from deckgen.blocks.charts.declared import LabelChoice, NamedValues
from deckgen.blocks.kit import Inline
from deckgen.data.model import DataCell, DataTable
from deckgen.diagrams.shares import Shares

if TYPE_CHECKING:
    from deckgen.blocks.kit import Binding, Diagram, Failed, Span


def pie_chart(diagram: Diagram, span: Span, binding: Binding) -> Chart | Failed | None:
    """Return the chart of a pie, or what is wrong with it, which is reported; None for others."""
    shares = diagram.content
    if not isinstance(shares, Shares):
        return None
    heads = tuple(DataCell(name, name, span.first_line) for name in ("name", "value"))
    rows = tuple(
        (DataCell(share.name, share.name, step.span), DataCell(share.value, "", step.span))
        for share, step in zip(shares.shares, diagram.steps, strict=True)
    )
    title = Inline.plain(diagram.title, span.first_line) if diagram.title else None
    chart = Chart(
        span=span,
        type="pie",
        values=NamedValues(DataTable(heads, rows, span)),
        title=title,
        labels=LabelChoice("all") if shares.told else None,
        alt=diagram.alt or None,
        build=diagram.build,
    )
    return chart.completed(binding)
