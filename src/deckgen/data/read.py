"""The bytes of a file of data -> its `DataTable`, by the end of its name and by what it holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from deckgen.data import delimited
from deckgen.data.encodings import decoded
from deckgen.data.model import BadDataError, DataCell, DataTable, ShortRow
from deckgen.records import replace
from deckgen.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from deckgen.data.excel import Guess, Selection
    from deckgen.data.model import Mistakes
    from deckgen.limits import Limits
    from deckgen.source import Span

    Cells = tuple[DataCell, ...]

_DELIMITERS: Final = {"tsv": "\t", "tab": "\t"}
_BOOKS: Final = ("xlsx", "xlsm", "xltx", "xltm")
_END_OF_FILE: Final = "\x1a"
"""What programs for CP/M and DOS end a file with."""
_LINE_ENDS: Final = "\r\n|[\r\x0b\x0c\x85\u2028\u2029]"
_UNSHOWN: Final = "[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]"
"""What files of PowerPoint have no place for, or what shows nothing, as in decks."""
_OTHERS: Final = {
    "xls": "save it as .xlsx or .csv",
    "ods": "save it as .xlsx or .csv",
    "numbers": "export it as .xlsx or .csv",
    "parquet": "export it as .csv",
}


def read_data(
    data: bytes, name: str, selection: Selection, limits: Limits, guesses: Guess
) -> DataTable:
    """Return the table that a file holds; its first row has the names of the columns.

    Raises `BadDataError`.
    """
    mistakes: Mistakes | None = {} if selection.apart else None
    ending = name.rpartition(".")[2].lower()
    if ending in _OTHERS:
        raise BadDataError(f".{ending} files are not read", hints=[_OTHERS[ending]])
    if ending in _BOOKS or data[:4] == b"PK\x03\x04":
        from deckgen.data.excel import rows_of

        source, rows = rows_of(data, name, selection, limits, guesses)
        return table_of(rows, source, limits, mistakes)
    source = Source(name, decoded(data, name).rstrip(_END_OF_FILE))
    if ending in {"json", "jsonl", "ndjson"}:
        from deckgen.data import documents

        records = documents.rows_of(source, lines=ending != "json", mistakes=mistakes)
        return table_of(records, source, limits, mistakes)
    lines = delimited.rows_of(source, _DELIMITERS.get(ending))
    return table_of(lines, source, limits, mistakes)


def table_of(
    rows: Iterable[Cells],
    source: Source,
    limits: Limits,
    mistakes: Mistakes | None = None,
) -> DataTable:
    """Return rows as a table; the first one names the columns.

    Raises `BadDataError`, unless there is a place for `mistakes` in single rows.
    """
    kept: list[Cells] = []
    taken = 0
    for row in rows:
        taken += len(row)
        if taken > limits.data_cells:
            message = f"it holds more than {limits.data_cells:,} cells"
            raise BadDataError(message, limit="data-cells")
        if any(cell.text.strip() for cell in row):
            kept.append(_cleaned(row, mistakes if kept else None))
    if not kept:
        raise BadDataError("the file holds no rows")
    columns = _trimmed(kept[0])
    if not columns:
        raise BadDataError("the first row names no columns")
    head, *below = kept
    _refuse_title(columns, below)
    wrong = dict(_mistaken(below, columns, head, {} if mistakes is None else mistakes))
    if wrong and mistakes is None:
        raise next(iter(wrong.values()))
    short = tuple(
        ShortRow(len(row), row[0].span.to(row[-1].span)) for row in below if len(row) < len(columns)
    )
    body = tuple(_as_wide(row, columns) for row in below)
    return DataTable(columns, body, source.span(0, 0), short, wrong)


def _mistaken(
    rows: Sequence[Cells], columns: Cells, head: Cells, known: Mistakes
) -> Iterator[tuple[int, BadDataError]]:
    """Yield what is wrong with rows, by their index: what is known of them, or a cell too many."""
    for number, row in enumerate(rows):
        said = _trimmed(row)
        if row[0].span in known:
            yield number, known[row[0].span]
        elif len(said) > len(columns):
            named = f"{len(columns)} column{'s' * (len(columns) > 1)}"
            message = f"the row has {len(said)} cells, but the first one names {named}"
            has_comma = len(head) == len(columns) and "," in _between(said[len(columns) - 1 :])
            hints = ["text that holds a comma has to be quoted"] if has_comma else []
            yield number, BadDataError(message, said[len(columns)].span, hints)


def _between(cells: Cells) -> str:
    """Return what parts the first two of some cells."""
    source, first, second = cells[0].span.source, cells[0].span.stop, cells[1].span.start
    return source.text[first:second]


def _refuse_title(columns: Cells, rows: Sequence[Cells]) -> None:
    """Raise where a title stands where the names of the columns are expected."""
    wide = [row for row in rows if len(_trimmed(row)) > len(columns)]
    if len(columns) > 1 or len(wide) < max(2, len(rows)):
        return
    line = wide[0][0].span.source.line_of(wide[0][0].span.start) + 1
    count = len(_trimmed(wide[0]))
    message = f"the first row names one column, but the rows below have {count} cells"
    hints = (
        f"if the names stand in row {line}, delete what is above them",
        "or name the cells of a workbook as `Sheet1!A3:F20`",
    )
    raise BadDataError(message, columns[0].span, hints)


def _cleaned(row: Cells, mistakes: Mistakes | None) -> Cells:
    """Return a row whose cells hold nothing that text cannot.

    What ends lines elsewhere is a line feed. Raises `BadDataError` for other control characters,
    unless there is a place for mistakes.
    """
    if all(cell.text.isprintable() for cell in row):
        return row
    cells = tuple(_with_line_feeds(cell) for cell in row)
    for cell in cells:
        found = re.search(_UNSHOWN, cell.text)
        if found is None:
            continue
        at = cell.span.text.find(found[0])
        span = _part(cell.span, at)
        message = f"character U+{ord(found[0]):04X} is not allowed"
        error = BadDataError(message, span, ["delete the character"])
        if mistakes is None:
            raise error
        mistakes.setdefault(cells[0].span, error)
    return cells


def _part(span: Span, at: int) -> Span:
    """Return where a character of a cell stands; the cell where it is written as an escape."""
    return span if at < 0 else span.source.span(span.start + at, span.start + at + 1)


def _with_line_feeds(cell: DataCell) -> DataCell:
    text = re.sub(_LINE_ENDS, "\n", cell.text)
    return replace(cell, text=text, value=text if isinstance(cell.value, str) else cell.value)


def _trimmed(row: Cells) -> Cells:
    """Return a row without the empty cells at its end."""
    stop = max((number for number, cell in enumerate(row, 1) if cell.text.strip()), default=0)
    return row[:stop]


def _as_wide(row: Cells, columns: Cells) -> Cells:
    """Return a row with a cell for each column."""
    last = row[-1].span.source.span(row[-1].span.stop, row[-1].span.stop)
    missing = DataCell(None, "", last)
    return (*row[: len(columns)], *(missing,) * (len(columns) - len(row)))
