"""The shares of a pie -> a chart that has them as its data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.blocks.chart import Chart
from deckgen.blocks.charts.declared import LabelChoice, NamedValues
from deckgen.blocks.kit import Inline
from deckgen.data.model import DataCell, DataTable

if TYPE_CHECKING:
    from deckgen.blocks.kit import Binding, Diagram, Failed, Span
    from deckgen.diagrams.shares import Shares


def pie_chart(shares: Shares, diagram: Diagram, span: Span, binding: Binding) -> Chart | Failed:
    """Return the chart of a pie, or what is wrong with it, which is reported."""
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
    )
    return chart.completed(binding)
