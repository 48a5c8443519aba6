"""Where rows are read from -> their table: a file of data, or a query in SQL."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from deckgen import codes
from deckgen.data.model import BadDataError
from deckgen.diagnostics import diagnose
from deckgen.limits import how_to_raise
from deckgen.spec.files import Files, shown
from deckgen.spec.given import DataRow, names_of

if TYPE_CHECKING:
    from deckgen.data.excel import Selection
    from deckgen.data.model import DataTable
    from deckgen.diagnostics import Diagnostic, Sink
    from deckgen.limits import Limits
    from deckgen.world import World

QUERY: Final = "sql:"
"""What a query starts with, where a file may be named."""
_PARQUET: Final = (".parquet", ".pq")


def read_rows(
    where: str, sheet: str, world: World, sink: Sink, limits: Limits
) -> tuple[DataRow, ...] | None:
    """Return the rows of a file, or of a query; None where there are none, which is reported."""
    try:
        table = _table(where, sheet, world, sink, limits)
    except BadDataError as error:
        sink.add((_told(error, where),))
        return None
    return None if table is None else _rows(table, where, sink)


def is_named_file(where: str) -> bool:
    """Tell whether rows are in a file that deckgen reads itself."""
    return not where.startswith(QUERY)


def _table(where: str, sheet: str, world: World, sink: Sink, limits: Limits) -> DataTable | None:
    if not is_named_file(where):
        from deckgen.data.sql import query_table

        return query_table(where.removeprefix(QUERY).strip(), limits)
    data = Files(world, Path(), sink, limits, trusted=True).read(where, None, "data-size")
    if data is None:
        return None
    if where.lower().endswith(_PARQUET):
        from deckgen.data.sql import parquet_table

        return parquet_table(where, limits)
    from deckgen.data.read import read_data

    return read_data(data, where, _selection(sheet), limits, sink.guesses)


def _selection(sheet: str) -> Selection:
    """Return which cells of a workbook are meant by the name of a sheet, or a range of one."""
    from deckgen.data.excel import Selection, is_range

    if is_range(sheet.rpartition("!")[2]) and "!" in sheet:
        return Selection(range=sheet, apart=True)
    return Selection(sheet, apart=True)


def _rows(table: DataTable, where: str, sink: Sink) -> tuple[DataRow, ...] | None:
    """Return the rows of a table, whose columns each have a name of their own."""
    names = names_of(table)
    seen: dict[str, str] = {}
    for name, column in zip(names, table.columns, strict=True):
        if name in seen:
            message = f"two columns are called `{shown(name)}`: `{seen[name]}` and `{column.text}`"
            sink.report(codes.BAD_DATA, column.span, message, hints=["rename one of them"])
            return None
        seen[name] = column.text
    if not table.rows:
        sink.report(codes.BAD_DATA, None, f"`{shown(where)}` holds no rows below the names")
        return None
    wrong = {number: _told(error, where) for number, error in table.mistakes.items()}
    return tuple(
        DataRow(names, table.columns, row, wrong.get(number))
        for number, row in enumerate(table.rows)
    )


def _told(error: BadDataError, where: str) -> Diagnostic:
    """Return what there is to say of data that cannot be read."""
    message = f"cannot read `{shown(where)}`: {error}" if error.span is None else str(error)
    hints = (*error.hints, *((how_to_raise(error.limit),) if error.limit else ()))
    return diagnose(codes.BAD_DATA, error.span, message, hints=hints)
