"""A table and the language that it is shown in -> the table with its amounts as said there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import Paragraph, Run, replace

if TYPE_CHECKING:
    from deckgen.blocks.table import Table
    from deckgen.blocks.tables.cells import TableCell, TableRow

_TOTAL: Final = {
    "ja": "合計",
    "zh": "合计",
    "ko": "합계",
    "de": "Summe",
    "fr": "Total",
    "es": "Total",
    "it": "Totale",
    "pt": "Total",
    "nl": "Totaal",
    "sv": "Summa",
    "pl": "Razem",
    "ru": "Итого",
}


def in_language(table: Table, language: str) -> Table:
    """Return a table with its numbers, dates and its row of totals as a language has them."""
    rows = tuple(_row(row, language) for row in table.rows)
    same = all(one is other for one, other in zip(rows, table.rows, strict=True))
    return table if same else replace(table, rows=rows)


def _row(row: TableRow, language: str) -> TableRow:
    cells = tuple(_cell(cell, language) for cell in row.cells)
    same = all(one is other for one, other in zip(cells, row.cells, strict=True))
    return row if same else replace(row, cells=cells)


def _cell(cell: TableCell, language: str) -> TableCell:
    text = cell.text.in_language(language)
    if text.names_total:
        label = Run(_TOTAL.get(language.partition("-")[0].lower(), "Total"), cell.span)
        text = replace(text, paragraphs=(Paragraph((label,), cell.span),))
    return cell if text is cell.text else replace(cell, text=text)
