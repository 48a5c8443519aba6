"""A table of data and what is written about it -> the rows of cells that it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import Binding, Count, Inline, Paragraph, Run, Span, Struct, codes, replace
from deckgen.blocks.tables.cells import Amount, CellText, TableCell, TableRow
from deckgen.blocks.tables.declared import TableColumn, ToneRule
from deckgen.data.model import DataCell, DataTable, Moment
from deckgen.labels import plain_label
from deckgen.markdown import parse_inline
from deckgen.passage import Passage
from deckgen.spec.datasets import in_numbers, index_of, report_no_number, report_unused
from deckgen.spec.kinds import Word
from deckgen.spec.ordering import ordered, sorted_by

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from deckgen.blocks.table import Table
    from deckgen.expressions import Value as Operand

_TOTALS: Final[dict[str, Callable[[Sequence[float]], float]]] = {
    "sum": sum,
    "mean": lambda values: sum(values) / len(values),
    "count": len,
    "min": min,
    "max": max,
}


class Chosen(Struct, frozen=True):
    """A column that is shown: which it is in the data, and what is written about it."""

    index: int
    column: TableColumn
    rules: tuple[ToneRule, ...] = ()


def expanded(table: Table, data: DataTable, binding: Binding) -> tuple[TableRow, ...] | None:
    """Return the rows that a table of data shows, or None where something is mistaken."""
    chosen = _chosen(table, data, binding)
    data = in_numbers(data, {one.index for one in chosen if _is_number(one)})
    rules = table.tones.rules if table.tones else ()
    known = [
        index_of(name, place, data, binding)
        for rule in (*rules, *(rule for one in chosen for rule in one.rules))
        for name, place in rule.columns
    ]
    given = ordered(data, table.sort, table.first, binding)
    if given is None or len(chosen) < len(table.columns) or None in known:
        return None
    rows = given.rows
    is_written = table.data is not None and table.data.records is not None
    if is_written and table.columns:
        _check_names(chosen, {*known, *sorted_by(table.sort, data)}, data, binding)
    typed = {one.index: _typed(one, rows, binding, is_written=is_written) for one in chosen}
    if any(cells is None for cells in typed.values()):
        return None
    cells = {index: column for index, column in typed.items() if column is not None}
    body = [
        _row(rows[number], [(one, cells[one.index][number]) for one in chosen], data, rules)
        for number in range(len(rows))
    ]
    for place, one in enumerate(chosen):
        if one.column.merge:
            body = _merged(body, place)
    head = TableRow(span=table.span, cells=tuple(_header(one, data) for one in chosen))
    total = _total_row(table, chosen, cells)
    if total is None and table.total is not None:
        numeric = [
            name
            for name, cell in zip(data.names, rows[0] if rows else (), strict=False)
            if isinstance(cell.value, float)
        ]
        message = f"nothing is counted up in the row of totals, `{table.total.text}`"
        key = numeric[0] if numeric else "revenue"
        hint = f"say what and how: `columns: [{{key: {key}, total: sum}}]`"
        binding.sink.report(codes.INVALID_VALUE, table.total.span, message, hints=[hint])
    return (head, *body, *((total,) if total else ()))


def _check_names(
    chosen: tuple[Chosen, ...], used: set[int | None], data: DataTable, binding: Binding
) -> None:
    """Report columns in records of the deck that are not shown, and names that are misspelt."""
    told: set[int] = set()
    shown = {one.index: data.names[one.index] for one in chosen}
    for number, column in enumerate(data.columns):
        said = [row for row in data.rows if row[number].text]
        if number in shown or not said or len(said) == len(data.rows):
            continue
        lacking = [name for at, name in shown.items() if not any(row[at].text for row in said)]
        near = binding.sink.guesses.closest(column.text, lacking)
        if near:
            told.add(number)
            message = f"no column shows `{column.text}`"
            hints = [f"did you mean `{near}`?"]
            binding.sink.report(codes.UNKNOWN_COLUMN, column.span, message, hints=hints)
    hint = "name it below `columns:`, or leave it out"
    report_unused(data, {*shown, *told, *used}, "table", binding, hint)


def headed(table: Table, binding: Binding) -> tuple[TableRow, ...] | None:
    """Return the rows of a table below the names of its columns, if these are told.

    What means something for data alone is reported, and so are rows beside data; None then.
    """
    if table.data is not None:
        message = "`rows` stand beside `data`"
        hint = "write one of them: rows of data come from `data` alone"
        binding.sink.report(codes.INVALID_VALUE, table.span.first_line, message, hints=[hint])
        return None
    plain = [TableColumn(span=c.span, key=c.key, title=c.title, unit=c.unit) for c in table.columns]
    told = [replace(c, align="auto") for c in table.columns]
    if table.idle or told != plain:
        key = table.idle[0] if table.idle else "columns"
        message = f"`{key}` is for data, and the table has `rows`"
        hint = "write `data:` instead of `rows:`; the first row then names the columns"
        binding.sink.report(codes.INVALID_VALUE, table.span.first_line, message, hints=[hint])
        return None
    if not plain:
        return table.rows
    names = tuple(DataCell(c.key.text, c.key.text, c.key.span) for c in plain)
    data = DataTable(names, (), table.span)
    cells = tuple(_header(Chosen(at, c), data) for at, c in enumerate(plain))
    first = [cell.text.text for cell in table.rows[0].cells] if table.rows else []
    below = table.rows[1:] if first == [name.text for name in names] else table.rows
    return (TableRow(span=table.span, cells=cells), *below)


def _chosen(table: Table, data: DataTable, binding: Binding) -> tuple[Chosen, ...]:
    """Return the columns that are shown, which are all where none are named."""
    if not table.columns:
        spans = [column.span for column in data.columns]
        keys = [TableColumn(span=s, key=Word(n, s)) for s, n in zip(spans, data.names, strict=True)]
        return tuple(Chosen(number, key) for number, key in enumerate(keys))
    found: list[Chosen] = []
    for column in table.columns:
        index = index_of(column.key.text, column.key.span, data, binding)
        if index is not None:
            found.append(Chosen(index, column, column.tones.rules if column.tones else ()))
    return tuple(found)


def _typed(
    one: Chosen, rows: Sequence[tuple[DataCell, ...]], binding: Binding, *, is_written: bool
) -> list[CellText] | None:
    """Return the texts of a column's cells, or None where they are no numbers but have to be.

    Cells that are written in the deck are Markdown, those of files are text.
    """
    cells = [row[one.index] for row in rows]
    wrong = [cell for cell in cells if isinstance(cell.value, str)] if _is_number(one) else []
    if wrong:
        report_no_number(wrong[0], binding, wrong[1:])
        return None
    texts = [_text(cell, one) for cell in cells]
    if not is_written:
        return texts
    return [
        _written(cell, binding) if isinstance(cell.value, str) and text.amount is None else text
        for cell, text in zip(cells, texts, strict=True)
    ]


def _is_number(one: Chosen) -> bool:
    """Tell whether a column has to hold numbers: it is written as such, or counted up."""
    code, total = one.column.format, one.column.total
    return (code is not None and code.read.is_numeric) or total not in {None, "count"}


def _written(cell: DataCell, binding: Binding) -> CellText:
    return CellText.of(parse_inline(Passage(cell.text, cell.span), binding.reading), cell.span)


def _text(cell: DataCell, one: Chosen) -> CellText:
    """Return what a cell says: its value in the column's format, else as the data show it."""
    from deckgen.data.numerals import date

    value = cell.value
    code = one.column.format.code if one.column.format else cell.format
    if one.column.format and one.column.format.read.is_date and isinstance(value, str):
        value = date(value) or value
    amount = None
    if code and not isinstance(value, str) and value is not None:
        amount = Amount(value, code)
    elif cell.format or (isinstance(value, Moment) and value is not None):
        amount = Amount(value, cell.format) if value is not None else None
    text = amount.text("en") if amount is not None else cell.text
    runs = (Run(text, cell.span),) if text else ()
    paragraphs = (Paragraph(runs, cell.span),) if runs else ()
    return CellText(paragraphs, cell.span, amount)


def _row(
    row: tuple[DataCell, ...],
    texts: Sequence[tuple[Chosen, CellText]],
    data: DataTable,
    rules: tuple[ToneRule, ...],
) -> TableRow:
    names = {name: _operand(cell) for name, cell in zip(data.names, row, strict=True)}
    met = [rule for rule in rules if rule.holds(names)]
    whole = next((rule.tone for rule in met if rule.whole_row), None)
    cells: list[TableCell] = []
    for one, text in texts:
        name = data.names[one.index]
        own = next((rule.tone for rule in one.rules if rule.holds(names)), None)
        named = (rule.tone for rule in met if not rule.whole_row and name in rule.names)
        tone = own or next(named, None)
        cells.append(TableCell(span=text.span, text=text, tone=tone))
    span = row[0].span if row else data.span
    return TableRow(span=span, cells=tuple(cells), tone=whole)


def _operand(cell: DataCell) -> Operand:
    value = cell.value
    return cell.text if isinstance(value, Moment) else value


def _header(one: Chosen, data: DataTable) -> TableCell:
    """Return what stands above a column, with its unit in brackets."""
    named = data.columns[one.index]
    title = one.column.title or Inline.plain(plain_label(named.text), named.span)
    runs = title.runs
    unit = one.column.unit
    if unit is not None:
        is_wide = any("\u3000" <= letter <= "\uffee" for letter in title.text + unit.text)
        shown = f"（{unit.text}）" if is_wide else f" ({unit.text})"
        runs = (*runs, Run(shown, unit.span))
    paragraphs = (Paragraph(runs, title.span),) if runs else ()
    return TableCell(span=title.span, text=CellText(paragraphs, title.span))


def _merged(rows: list[TableRow], place: int) -> list[TableRow]:
    """Return rows in which equal cells of a column that follow each other are one."""
    texts = [row.cells[place].text.text for row in rows]
    merged: list[TableRow] = []
    for number, row in enumerate(rows):
        cells = list(row.cells)
        if number and texts[number] == texts[number - 1]:
            cells[place] = TableCell(span=row.span, text=cells[place].text, rows=Count(0))
        else:
            same = next(
                (n for n in range(number + 1, len(rows)) if texts[n] != texts[number]), len(rows)
            )
            old = cells[place]
            cells[place] = TableCell(
                span=old.span, text=old.text, tone=old.tone, rows=Count(same - number)
            )
        merged.append(TableRow(span=row.span, cells=tuple(cells), tone=row.tone))
    return [
        TableRow(span=row.span, cells=tuple(c for c in row.cells if c.rows), tone=row.tone)
        for row in merged
    ]


def _total_row(
    table: Table, chosen: Sequence[Chosen], cells: dict[int, list[CellText]]
) -> TableRow | None:
    """Return the last row, with what is counted up; its first cell is named when it is set."""
    if not any(one.column.total for one in chosen):
        return None
    found: list[TableCell] = []
    for number, one in enumerate(chosen):
        total, span = one.column.total, one.column.span
        text = CellText((), span)
        if total is not None:
            text = _total(total, one, cells[one.index], span)
        elif number == 0 and table.total is not None:
            text = CellText((Paragraph(table.total.runs, table.total.span),), table.total.span)
        if number == 0 and not text.paragraphs:
            text = replace(text, names_total=True)
        found.append(TableCell(span=span, text=text))
    return TableRow(span=table.span, cells=tuple(found), is_total=True)


def _total(total: str, one: Chosen, texts: list[CellText], span: Span) -> CellText:
    """Return a total in the format of its column, with as many decimals as its values have."""
    said = [text for text in texts if text.paragraphs]
    values = [_number_of(text) for text in said]
    numbers = [value for value in values if value is not None]
    if not numbers and total != "count":
        return CellText((), span)
    value = float(len(said)) if total == "count" else _TOTALS[total](numbers)
    code = one.column.format.code if one.column.format else _code_like(said, mean=total == "mean")
    amount = Amount(value, "0" if total == "count" else code)
    return CellText((Paragraph((Run(amount.text("en"), span),), span),), span, amount)


def _number_of(text: CellText) -> float | None:
    from deckgen.data.numerals import value_of

    value = text.amount.value if text.amount is not None else value_of(text.text)
    return float(value) if isinstance(value, float | int) else None


def _code_like(texts: Sequence[CellText], *, mean: bool) -> str:
    """Return the format code that numbers look as if they had."""
    amounts = [text.amount.code for text in texts if text.amount is not None]
    if amounts:
        return amounts[0]
    written = [text.text for text in texts]
    decimals = max((len(one.partition(".")[2].rstrip("%％ ")) for one in written), default=0)
    decimals = max(decimals, 1) if mean else decimals
    grouped = "#,##0" if any("," in one for one in written) else "0"
    percent = "%" if written and all(one.rstrip().endswith(("%", "％")) for one in written) else ""
    return grouped + ("." + "0" * decimals if decimals else "") + percent


def transposed(rows: tuple[TableRow, ...]) -> tuple[TableRow, ...]:
    """Return the rows of a table as its columns; cells that span stay where they begin."""
    wide = max((len(row.cells) for row in rows), default=0)
    return tuple(
        TableRow(
            span=rows[0].span,
            cells=tuple(row.cells[column] for row in rows if column < len(row.cells)),
        )
        for column in range(wide)
    )
