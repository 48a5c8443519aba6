"""Rows of cells, some of which span several columns or rows -> the place of each in a grid."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from deckgen.blocks.kit import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.blocks.tables.cells import TableCell, TableRow


class Spot(Struct, frozen=True):
    """The place of a cell: its first row and column, and how many of each it takes."""

    cell: TableCell
    row: int
    column: int
    rows: int
    columns: int


class Grid(Struct, frozen=True, dict=True):
    """The spots of a table by row and column; None where no cell is written.

    A cell stands at each of the places that it covers.
    """

    columns: int
    places: tuple[tuple[Spot | None, ...], ...]

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """The cells that are written, row by row."""
        return tuple(
            spot
            for number, row in enumerate(self.places)
            for column, spot in enumerate(row)
            if spot is not None and (spot.row, spot.column) == (number, column)
        )


def grid_of(rows: Sequence[TableRow]) -> Grid:
    """Return the grid of a table. A cell ends where another, or the table, is in its way."""
    taken: list[dict[int, Spot]] = [{} for _ in rows]
    for number, row in enumerate(rows):
        column = 0
        for cell in row.cells:
            while column in taken[number]:
                column += 1
            spot = _spot(cell, number, column, taken)
            for below in range(number, number + spot.rows):
                taken[below] |= dict.fromkeys(range(column, column + spot.columns), spot)
            column += spot.columns
    count = max((column + 1 for row in taken for column in row), default=0)
    return Grid(count, tuple(tuple(row.get(n) for n in range(count)) for row in taken))


def _spot(cell: TableCell, row: int, column: int, taken: list[dict[int, Spot]]) -> Spot:
    wide = next((n for n in range(1, cell.columns) if column + n in taken[row]), cell.columns)
    high = min(cell.rows, len(taken) - row)
    return Spot(cell, row, column, high, wide)
