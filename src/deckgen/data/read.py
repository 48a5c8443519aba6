"""The bytes of a file of data -> its `DataTable`, by the end of its name and by what it holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from deckgen.data import delimited
from deckgen.data.model import BadDataError, DataCell, DataTable, ShortRow
from deckgen.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from deckgen.data.excel import Guess, Selection
    from deckgen.data.model import Mistakes
    from deckgen.limits import Limits

    Cells = tuple[DataCell, ...]

_DELIMITERS: Final = {"tsv": "\t", "tab": "\t"}
_BOOKS: Final = ("xlsx", "xlsm", "xltx", "xltm")
_OTHERS: Final = {
    "xls": "save it as .xlsx or .csv",
    "ods": "save it as .xlsx or .csv",
    "numbers": "export it as .xlsx or .csv",
    "parquet": "export it as .csv",
}
_JAPANESE: Final = "[\u3000-\u30ff\u4e00-\u9fff\uff01-\uff9f]{2}"


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
    source = Source(name, _decoded(data))
    if ending in {"json", "jsonl", "ndjson"}:
        from deckgen.data import documents

        records = documents.rows_of(source, lines=ending != "json", mistakes=mistakes)
        return table_of(records, source, limits, mistakes)
    lines = delimited.rows_of(source, _DELIMITERS.get(ending))
    return table_of(lines, source, limits, mistakes)


def _decoded(data: bytes) -> str:
    """Return the text of a file: UTF-8, UTF-16 with a mark, else what Windows writes.

    Excel writes CSV in the code page of the machine. Bytes that give Japanese in a row in CP932 are
    that, others CP1252.
    """
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return data.decode("utf-16", "replace")
    if b"\0" in data[:1024]:
        raise BadDataError("the file is no text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("cp932")
    except UnicodeDecodeError:
        text = ""
    return text if re.search(_JAPANESE, text) else data.decode("cp1252", "replace")


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
            kept.append(row)
    if not kept:
        raise BadDataError("the file holds no rows")
    columns = _trimmed(kept[0])
    if not columns:
        raise BadDataError("the first row names no columns")
    head, *below = kept
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
            hint = "text that holds a comma has to be quoted" if len(head) == len(columns) else ""
            yield number, BadDataError(message, said[len(columns)].span, [hint] if hint else [])


def _trimmed(row: Cells) -> Cells:
    """Return a row without the empty cells at its end."""
    stop = max((number for number, cell in enumerate(row, 1) if cell.text.strip()), default=0)
    return row[:stop]


def _as_wide(row: Cells, columns: Cells) -> Cells:
    """Return a row with a cell for each column."""
    last = row[-1].span.source.span(row[-1].span.stop, row[-1].span.stop)
    missing = DataCell(None, "", last)
    return (*row[: len(columns)], *(missing,) * (len(columns) - len(row)))
