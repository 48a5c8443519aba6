"""Data that stand in a deck as the text of a file: lines of CSV, or a table of Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.data.model import BadDataError, DataCell
from deckgen.data.numerals import value_of
from deckgen.data.read import table_of
from deckgen.markdown.unrendered_lines import cells_of, is_rule
from deckgen.records import replace
from deckgen.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.data.model import DataTable
    from deckgen.limits import Limits
    from deckgen.passage import Passage
    from deckgen.source import Span
    from deckgen.spec.nodes import Scalar


def written_data(node: Scalar, limits: Limits) -> DataTable:
    """Return the table that a text of several lines is; its first row names the columns.

    Raises `BadDataError`.
    """
    passage = node.passage
    rows = _piped(passage) if _is_piped(passage.text) else _delimited(passage)
    table = table_of(rows, node.span.source, limits)
    if table.short:
        short = table.short[0]
        message = f"the row has {short.cells} cells, but the first one has {len(table.columns)}"
        raise BadDataError(message, short.span)
    return replace(table, span=node.span)


def _is_piped(text: str) -> bool:
    """Tell whether lines are a table of Markdown: by a bar before the first, or a rule below it."""
    lines = text.strip().split("\n")
    return lines[0].startswith("|") or ("|" in lines[0] and is_rule(lines[1]))


def _delimited(passage: Passage) -> Iterator[tuple[DataCell, ...]]:
    from deckgen.data.delimited import rows_of

    try:
        for row in rows_of(Source("", passage.text)):
            yield tuple(replace(cell, span=_place(cell.span, passage)) for cell in row)
    except BadDataError as error:
        span = None if error.span is None else _place(error.span, passage)
        raise BadDataError(str(error), span, error.hints) from None


def _piped(passage: Passage) -> Iterator[tuple[DataCell, ...]]:
    for number, line in enumerate(passage.text.split("\n")):
        if line.strip() and not is_rule(line):
            span = passage.lines(number, number + 1)
            cells = cells_of(line)
            yield tuple(DataCell(value_of(cell), cell, passage.find(cell, span)) for cell in cells)


def _place(span: Span, passage: Passage) -> Span:
    """Return where in the deck a stretch of its own text stands."""
    line = span.source.line_of(span.start)
    if line >= len(passage.starts):
        return passage.span
    start = passage.starts[line] + span.start - span.source.line_start(line)
    return passage.span.source.span(start, start + max(1, span.stop - span.start))
