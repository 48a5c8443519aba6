"""Where a block's data come from -> the table that it names: a file, or records in the deck."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Final, Self

from deckgen import codes
from deckgen.data.model import BadDataError, DataCell, DataTable
from deckgen.data.numerals import value_of
from deckgen.limits import how_to_raise
from deckgen.records import Struct, replace
from deckgen.source import Span
from deckgen.spec.bind import FAILED, Binding, Failed, text_hint
from deckgen.spec.files import shown
from deckgen.spec.keys import Key
from deckgen.spec.kinds import Word
from deckgen.spec.nodes import Mapping, Node, Scalar, Sequence, Style, describe, shorten

if TYPE_CHECKING:
    from collections.abc import Container, Iterable
    from collections.abc import Sequence as Listing

    from deckgen.data.formats import NumberFormat

_SHORT: Final = "its other cells are empty: write the delimiter for each that is meant to be"
_RECORDS: Final = "write records, `- {quarter: Q1, sales: 10}`, or columns, `quarter: [Q1, Q2]`"
_NAMED: Final = "names with a value each are `values:` of a chart: `values: {East: 52, West: 31}`"
_ENDINGS: Final = (".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".xlsx", ".xlsm")
_DIGITS: Final = r"[\d０-９][\d０-９,，]*(?:[.．][\d０-９]+)?"
"""A number within other words."""
_FORMS: Final = "the path of a file, lines of CSV, or a list of records"


class DataSource(Struct, frozen=True):
    """The path of a file of data, or the records that stand in the deck."""

    span: Span
    path: str = ""
    records: DataTable | None = None

    @classmethod
    def bind(cls, node: Node, binding: Binding) -> Self | Failed:
        """Return the path that a scalar names, or the table that a list holds."""
        if isinstance(node, Scalar) and not node.is_null and "\n" not in node.text.strip():
            return cls(node.span, path=node.text.strip())
        if isinstance(node, Mapping) and not _are_columns(node):
            named = node.entries and all(isinstance(e.value, Scalar) for e in node.entries)
            hints = (_RECORDS, _NAMED) if named else (_RECORDS,)
            return binding.wrong_type(node, _FORMS, hints)
        if isinstance(node, Scalar) and not (is_data(node) or _is_column(node)):
            return binding.wrong_type(node, _FORMS, text_hint(node))
        if isinstance(node, Sequence) and not node.items:
            return binding.wrong_type(node, _FORMS, text_hint(node))
        try:
            if isinstance(node, Scalar):
                from deckgen.spec.written_data import written_data  # few decks hold such text

                return cls(node.span, records=written_data(node, binding.files.limits))
            found = _by_columns(node) if isinstance(node, Mapping) else _recorded(node)
            return cls(node.span, records=found)
        except BadDataError as error:
            binding.sink.report(codes.BAD_DATA, error.span, str(error), hints=error.hints)
            return FAILED

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        value = {"type": ["string", "number", "boolean", "null"]}
        record = {"type": "object", "additionalProperties": value}
        row = {"type": "array", "items": value}
        listed = {"type": "array", "items": {"anyOf": [record, row]}}
        columns = {"type": "object", "minProperties": 1, "additionalProperties": row}
        return {"anyOf": [{"type": "string"}, listed, columns]}

    def read(
        self, binding: Binding, sheet: Word | None = None, area: Word | None = None
    ) -> DataTable | Failed:
        """Return the table, of a sheet and a range of it, or report why there is none."""
        if self.records is not None:
            return self.records
        files = binding.files
        data = files.read(self.path, self.span, "data-size")
        if data is None:
            return FAILED
        from deckgen.data.excel import Selection
        from deckgen.data.read import read_data

        chosen = Selection(sheet.text if sheet else "", area.text if area else "")
        may_tell = files.may_tell_of(files.locate(self.path, self.span))
        try:
            table = read_data(data, self.path, chosen, files.limits, binding.sink.guesses)
            files.take_cells(len(table.columns) * (len(table.rows) + 1))
        except BadDataError as error:
            word = {"sheet": sheet, "range": area}.get(error.concerns)
            self._report(error, word.span if word else self.span, binding, may_tell=may_tell)
            return FAILED
        for row in table.short:
            message = f"the row has {row.cells} cells, but there are {len(table.columns)} columns"
            span = row.span if may_tell else self.span
            binding.sink.report(codes.UNEVEN_TABLE, span, message, hints=[_SHORT])
        return table if may_tell else self._unquoted(table)

    def _report(
        self, error: BadDataError, named: Span, binding: Binding, *, may_tell: bool
    ) -> None:
        span = error.span if may_tell and error.span is not None else named
        message = f"cannot read `{shown(self.path)}`: {error}" if span is self.span else str(error)
        hints = (*error.hints, *((how_to_raise(error.limit),) if error.limit else ()))
        binding.sink.report(codes.BAD_DATA, span, message, hints=hints)

    def _unquoted(self, table: DataTable) -> DataTable:
        """Return the table of a file that may not be quoted: its cells stand where it is named."""
        rows = tuple(tuple(replace(cell, span=self.span) for cell in row) for row in table.rows)
        columns = tuple(replace(cell, span=self.span) for cell in table.columns)
        return DataTable(columns, rows, self.span)


def is_data(node: Node) -> bool:
    """Tell whether a node is the name of a file of data, or the text of one: lines of cells."""
    if not isinstance(node, Scalar):
        return False
    text = node.text.strip()
    if "\n" not in text:
        return text.lower().endswith(_ENDINGS)
    return any(sign in text.partition("\n")[0] for sign in ",;\t|，")


def _is_column(node: Node) -> bool:
    """Tell whether a node is text of lines that are numbers below a name: CSV of one column."""
    if not isinstance(node, Scalar):
        return False
    name, *values = node.text.split("\n")
    told = [value_of(value.strip()) for value in values if value.strip()]
    return bool(name.strip()) and bool(told) and all(isinstance(one, int | float) for one in told)


def are_records(node: Node, keys: Container[str]) -> bool:
    """Tell whether a node is a list of records, none of which has one of the keys of a row."""
    return (
        isinstance(node, Sequence)
        and len(node.items) > 0
        and all(isinstance(item, Mapping) and item.entries for item in node.items)
        and not any(
            entry.key.text in keys
            for item in node.items
            if isinstance(item, Mapping)
            for entry in item.entries
        )
    )


def _are_columns(node: Mapping) -> bool:
    return bool(node.entries) and all(isinstance(e.value, Sequence) for e in node.entries)


def _by_columns(node: Mapping) -> DataTable:
    """Return the table of a mapping of the names of columns to their values."""
    names = tuple([DataCell(e.key.text, e.key.text, e.key.span) for e in node.entries])
    columns = [
        tuple(map(cell_of, entry.value.items))
        for entry in node.entries
        if isinstance(entry.value, Sequence)
    ]
    for name, column in zip(names, columns, strict=True):
        if len(column) != len(columns[0]):
            message = f"`{shorten(name.text)}` has {len(column)} values"
            message += f", but `{shorten(names[0].text)}` has {len(columns[0])}"
            raise BadDataError(message, column[-1].span if column else name.span)
    return DataTable(names, tuple(zip(*columns, strict=True)), node.span)


def _recorded(node: Sequence) -> DataTable:
    """Return the table of records, or of rows of which the first names the columns."""
    if all(isinstance(item, Sequence) for item in node.items):
        rows = [
            tuple(map(cell_of, item.items)) for item in node.items if isinstance(item, Sequence)
        ]
        for row in rows:
            if len(row) != len(rows[0]):
                message = f"the row has {len(row)} cells, but the first one has {len(rows[0])}"
                where = row[-1].span if row else node.span.first_line
                raise BadDataError(message, where)
        return DataTable(rows[0], tuple(rows[1:]), node.span)
    names: dict[str, DataCell] = {}
    records: list[dict[str, DataCell]] = []
    for item in node.items:
        if not isinstance(item, Mapping):
            message = f"expected a record, `region: East`, found {describe(item)}"
            raise BadDataError(message, item.span.first_line)
        for entry in item.entries:
            key = entry.key
            names.setdefault(key.text, DataCell(key.text, key.text, key.span))
        records.append({entry.key.text: cell_of(entry.value) for entry in item.entries})
    rows = [
        tuple(record.get(name) or DataCell(None, "", item.span.first_line) for name in names)
        for record, item in zip(records, node.items, strict=True)
    ]
    return DataTable(tuple(names.values()), tuple(rows), node.span)


def cell_of(node: Node) -> DataCell:
    """Return the cell that a scalar writes; text in quotation marks stays text.

    One with a comma may be a number none the less: it has to be quoted within brackets.
    """
    if not isinstance(node, Scalar):
        message = f"expected a number or text, found {describe(node)}"
        raise BadDataError(message, node.span.first_line, text_hint(node))
    if node.is_null:
        return DataCell(None, "", node.span)
    is_text = node.style is Style.QUOTED and "," not in node.text
    value = node.text if is_text else value_of(node.text)
    return DataCell(value, node.text, node.span)


FromData = Annotated[
    DataSource | None,
    Key(
        "The path of a file of data (CSV, TSV, JSON, JSON Lines, Excel), a list of records, the"
        " values of each column, or lines of CSV."
    ),
]
OfSheet = Annotated[
    Word | None, Key("The sheet of a workbook; the first that is not hidden if absent.")
]
OfRange = Annotated[Word | None, Key("The cells of the sheet: `B2:F20`, or a name for them.")]
"""The keys of a block that takes its data from a file."""


class FormatCode(Struct, frozen=True):
    """A format code as Excel has them: `#,##0`, `0.0%`, `yyyy-mm`; Python's forms are read, too."""

    code: str
    span: Span | None = None

    @classmethod
    def bind(cls, node: Node, binding: Binding) -> Self | Failed:
        """Return the code, or report a part of it that is not known."""
        if not isinstance(node, Scalar) or node.is_null:
            return binding.wrong_type(node, "a format code, such as `#,##0`", text_hint(node))
        from deckgen.data.formats import BadFormatError
        from deckgen.data.forms import form_of

        try:
            code = form_of(node.text).code
        except BadFormatError as error:
            message = f"`{shorten(node.text)}` is no format code: {error}"
            hint = "write a code as Excel has them: `#,##0`, `0.0%`, `yyyy-mm-dd`"
            binding.sink.report(codes.INVALID_VALUE, node.span, message, hints=[hint])
            return FAILED
        return cls(code, node.span)

    @classmethod
    def schema(cls) -> dict[str, object]:
        """Return the JSON Schema."""
        return {"type": "string", "examples": ["#,##0", "0.0%", "#,##0.00", "yyyy-mm-dd"]}

    @property
    def read(self) -> NumberFormat:
        """What the code says."""
        from deckgen.data.formats import number_format

        return number_format(self.code)


def index_of(name: str, span: Span, table: DataTable, binding: Binding) -> int | None:
    """Return which column has a name, or report that none has."""
    names = table.names
    if name in names:
        return names.index(name)
    folded = [" ".join(one.casefold().split()) for one in names]
    near = " ".join(name.casefold().split())
    if near in folded:
        guess: str | None = names[folded.index(near)]
    else:
        guess = binding.sink.guesses.closest(name, names)
    listed = _listed(names) if table.span.source is span.source or table.rows else ""
    hint = f"did you mean `{guess}`?" if guess else f"its columns are {listed}"
    binding.sink.report(
        codes.UNKNOWN_COLUMN, span, f"the data have no column `{shorten(name)}`", hints=[hint]
    )
    return None


def report_unused(
    data: DataTable, used: Container[int | None], what: str, binding: Binding, hint: str
) -> None:
    """Report columns of words in the deck that are not shown; numbers may be chosen from more."""
    for number, column in enumerate(data.columns):
        said = any(isinstance(cell.value, str) for cell in data.column(number))
        if number not in used and said:
            message = f"the {what} does not show the column `{shorten(column.text)}`"
            binding.sink.report(codes.UNSHOWN_COLUMN, column.span, message, hints=[hint])


def _listed(names: Listing[str]) -> str:
    most = 8
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(f"`{shorten(name)}`" for name in names[:most]) + more


def in_numbers(data: DataTable, columns: Container[int]) -> DataTable:
    """Return a table with numbers where cells of these columns only say some, in quotes."""
    if not any(
        isinstance(cell.value, str)
        for row in data.rows
        for number, cell in enumerate(row)
        if number in columns
    ):
        return data
    rows = tuple(
        tuple(
            replace(cell, value=value_of(cell.text))
            if number in columns and isinstance(cell.value, str)
            else cell
            for number, cell in enumerate(row)
        )
        for row in data.rows
    )
    return replace(data, rows=rows)


def report_no_number(cell: DataCell, binding: Binding, others: Iterable[DataCell] = ()) -> None:
    """Report a cell that should hold a number; further ones like it are counted, not told."""
    more = sum(1 for _ in others)
    also = f", and {more} more of the column" if more else ""
    message = f"expected a number, found `{shorten(cell.text)}`{also}"
    hint = "leave the cell empty, or write `-` or `n/a`, where there is no number"
    found = re.findall(_DIGITS, cell.text)
    if len(found) == 1:  # `約100`, `120件`
        hint = f"write the number alone, `{found[0]}`; `unit` says what is counted"
    binding.sink.report(codes.NOT_A_NUMBER, cell.span, message, hints=[hint])
