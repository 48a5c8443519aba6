"""A chart's series -> the workbook that opens when someone edits its data, and their places in it.

The one door to XlsxWriter, loaded where a deck has charts.
"""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.charts import ChartContent, Series

SHEET: Final = "Data"
_CREATED: Final = datetime(2000, 1, 1)


class DataColumn(Struct, frozen=True):
    """A column of the sheet: what stands above it, its cells, and their format code."""

    name: str
    cells: tuple[str | float | None, ...]
    code: str = ""


class DataSheet(Struct, frozen=True):
    """The columns of a sheet, and for each series of the chart which of them are its own."""

    columns: tuple[DataColumn, ...]
    places: tuple[Places, ...]


class Places(Struct, frozen=True):
    """Where a series is: its values, and its places across, sizes and errors where it has them."""

    values: int
    xs: int | None = None
    sizes: int | None = None
    below: int | None = None
    above: int | None = None


def sheet_of(chart: ChartContent) -> DataSheet:
    """Return the sheet of a chart: categories first, then the series, each with what is its own."""
    columns: list[DataColumn] = []
    axis = chart.categories
    if axis is not None:
        columns.append(
            DataColumn("", axis.serials or axis.labels, axis.code if axis.serials else "")
        )
    places = tuple(_place(series, columns) for plot in chart.plots for series in plot.series)
    return DataSheet(tuple(columns), places)


def _place(series: Series, columns: list[DataColumn]) -> Places:
    """Return the columns of a series, after adding them."""

    def add(name: str, cells: Sequence[float | None], code: str = "") -> int:
        columns.append(DataColumn(name, tuple(cells), code))
        return len(columns) - 1

    known = [n for n, column in enumerate(columns) if column.cells == series.xs and not column.name]
    xs = (known[0] if known else add("", series.xs)) if series.xs else None
    values = add(series.name, series.values, "" if series.code == "General" else series.code)
    sizes = add("", series.sizes) if series.sizes else None
    if not series.errors:
        return Places(values, xs, sizes)
    below = add("−", [low for low, _ in series.errors])
    above = add("+", [high for _, high in series.errors])
    return Places(values, xs, sizes, below, above)


def workbook(sheet: DataSheet) -> bytes:
    """Return the bytes of a workbook with a sheet; the same ones for the same sheet."""
    from xlsxwriter import Workbook

    buffer = BytesIO()
    book = Workbook(buffer, {"in_memory": True})
    book.set_properties({"created": _CREATED})
    page = book.add_worksheet(SHEET)
    for number, column in enumerate(sheet.columns):
        style: Any = book.add_format({"num_format": column.code}) if column.code else None
        page.write_string(0, number, column.name)
        for row, cell in enumerate(column.cells, start=1):
            if isinstance(cell, str):
                page.write_string(row, number, cell)
            elif cell is not None:
                page.write_number(row, number, cell, style)
    book.close()
    return buffer.getvalue()


def reference(column: int, rows: int) -> str:
    """Return the formula that names the cells of a column below its name."""
    letters = letters_of(column)
    return f"{SHEET}!${letters}$2:${letters}${rows + 1}"


def letters_of(column: int) -> str:
    """Return the letters of a column that is counted from 0."""
    letters, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
