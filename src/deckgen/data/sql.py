"""A query in SQL -> the table that it gives, in the process of the caller.

The one door to duckdb, an extra, which reads Parquet, CSV, JSON and databases where a query names
them. It is loaded where rows are asked for in SQL.
"""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from deckgen.data.model import BadDataError, DataCell, Moment, Value
from deckgen.data.numerals import finite
from deckgen.data.read import table_of
from deckgen.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.data.model import DataTable
    from deckgen.limits import Limits
    from deckgen.source import Span

_ROUND: Final = 1_000
"""So many rows are fetched at a time."""
MISSING: Final = "SQL and Parquet need the extra `sql`"
INSTALL: Final = "`pip install deckgen-pptx[sql]`"


def query_table(query: str, limits: Limits) -> DataTable:
    """Return what a query gives; its columns are named as it names them. Raises `BadDataError`."""
    source = Source("<query>", query)
    return table_of(_rows(query, source.span(0, len(query))), source, limits)


def parquet_table(path: str, limits: Limits) -> DataTable:
    """Return all of a Parquet file. Raises `BadDataError`."""
    quoted = path.replace("'", "''")
    return query_table(f"SELECT * FROM read_parquet('{quoted}')", limits)  # noqa: S608 - quoted


def _rows(query: str, span: Span) -> Iterator[tuple[DataCell, ...]]:
    try:
        import duckdb
    except ImportError:
        raise BadDataError(MISSING, hints=[INSTALL]) from None
    try:
        with duckdb.connect() as connection:
            if not connection.extract_statements(query):
                raise BadDataError("the query is empty", span)
            found = connection.execute(query)
            columns = found.description or ()
            yield tuple(DataCell(str(name), str(name), span) for name, *_ in columns)
            while rows := found.fetchmany(_ROUND):
                yield from (tuple(_cell(value, span) for value in row) for row in rows)
    except duckdb.Error as error:
        first = (str(error).strip().splitlines() or ["it fails"])[0]
        raise BadDataError(f"the query cannot be answered: {first}", span) from None


def _cell(found: Any, span: Span) -> DataCell:  # noqa: ANN401 - whatever a column may hold
    """Return the cell of a value; one that is neither number, date nor truth is its text."""
    value: Value = found if isinstance(found, str | bool) else None
    text = "" if found is None else str(found)
    if isinstance(found, bool):
        text = "true" if found else "false"
    elif isinstance(found, int | float | Decimal):
        value = finite(float(found))
        value = text if value is None else value
    elif isinstance(found, datetime):
        clock = found.time().replace(microsecond=0)
        value = Moment(found.toordinal(), clock.hour * 3600 + clock.minute * 60 + clock.second)
        text = found.date().isoformat() if clock == time() else f"{found.date()} {clock}"
    elif isinstance(found, date):
        value = Moment(found.toordinal())
        text = found.isoformat()
    elif found is not None:
        value = text
    return DataCell(value, text, span)
