"""Data as it was read: a table of cells, each with its value, its text and its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.records import Struct, field
from deckgen.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Moment(Struct, frozen=True, order=True):
    """A date and a time of day, as the day and second of it.

    `day` counts from 1 January 1 as day 1 (the proleptic Gregorian ordinal). One that has `no_day`
    was written as a year and month alone.
    """

    day: int
    second: int = 0
    no_day: bool = False


Value = float | bool | str | Moment | None
"""What a cell holds; None for nothing."""


class DataCell(Struct, frozen=True):
    """A cell: what it holds, what it says, where it stands, and its format code in Excel."""

    value: Value
    text: str
    span: Span
    format: str = ""

    @property
    def is_missing(self) -> bool:
        """Whether the cell says nothing, or that there is nothing."""
        return self.value is None


class ShortRow(Struct, frozen=True):
    """A row that has fewer cells than there are columns: how many, and where it stands."""

    cells: int
    span: Span


Mistakes = dict[Span, "BadDataError"]
"""What is wrong with rows, by the place of the first cell of each."""


class DataTable(Struct, frozen=True):
    """Columns, each with its name, and rows of one cell for each column.

    `short` are the rows that were filled up with empty cells. `mistakes` tells what is wrong with
    single rows, by their index, where it was asked for the others nevertheless.
    """

    columns: tuple[DataCell, ...]
    rows: tuple[tuple[DataCell, ...], ...]
    span: Span
    short: tuple[ShortRow, ...] = ()
    mistakes: Mapping[int, BadDataError] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.text for column in self.columns)

    def column(self, index: int) -> tuple[DataCell, ...]:
        """Return the cells of one column."""
        return tuple(row[index] for row in self.rows)


class BadDataError(ValueError):
    """A file holds no data that can be read; says why, at which place of it, and what to do.

    Where that is a limit that can be raised, `limit` is its name on the command line. `concerns` is
    `sheet` or `range` where that is what leads nowhere.
    """

    def __init__(
        self,
        message: str,
        span: Span | None = None,
        hints: Iterable[str] = (),
        *,
        limit: str = "",
        concerns: str = "",
    ) -> None:
        super().__init__(message)
        self.concerns = concerns
        self.span = span
        self.hints = tuple(hints)
        self.limit = limit
