"""A table as it was written -> what of it is the same in all sizes: grid, alignment, texts."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import Align, Struct, replace
from deckgen.blocks.tables.grid import Grid, grid_of
from deckgen.blocks.tables.numerals import are_marks, are_numbers
from deckgen.blocks.tables.texts import TableTexts
from deckgen.blocks.tables.wording import in_language

if TYPE_CHECKING:
    from deckgen.blocks.table import Table
    from deckgen.blocks.tables.grid import Spot

_ALIGNS: Final = {"left": Align.LEFT, "center": Align.CENTER, "right": Align.RIGHT}


class PreparedTable(Struct, frozen=True, dict=True):
    """A table in one language, its grid, and how many of its rows name the columns."""

    table: Table
    grid: Grid
    heads: int

    @cached_property
    def aligns(self) -> tuple[Align, ...]:
        """How each column is aligned: as written, else numbers right and marks in the middle."""
        return tuple(self._align(column) for column in range(self.grid.columns))

    def _align(self, column: int) -> Align:
        table = self.table
        written = table.align[column] if column < len(table.align) else "auto"
        if written != "auto":
            return _ALIGNS[written]
        texts = texts_of(self.grid, column, self.heads)
        if not column:
            return Align.LEFT
        if are_numbers(texts):
            return Align.RIGHT
        return Align.CENTER if are_marks(texts) else Align.LEFT

    @cached_property
    def texts(self) -> TableTexts:
        """What the cells say."""
        bold = frozenset(filter(self.is_bold, range(len(self.table.rows))))
        return TableTexts(self.grid, bold, self.heads)

    def is_bold(self, row: int) -> bool:
        """Tell whether a row is in bold type: those that name columns, and those of totals."""
        return row < self.heads or self.table.rows[row].is_total

    def style_align(self, spot: Spot) -> Align:
        """Return how a cell is aligned; one that names several columns stands in their middle."""
        if spot.columns == 1:
            return self.aligns[spot.column]
        return Align.CENTER if spot.row < self.heads else Align.LEFT


def prepared(table: Table, language: str) -> PreparedTable | None:
    """Return a table as a language has it; None for one without cells.

    A header that says nothing is how Markdown writes that there is none.
    """
    table = in_language(table, language)
    if table.header and table.rows and table.rows[0].is_empty:
        table = replace(table, rows=table.rows[1:], header=False)
    if not any(row.cells for row in table.rows):
        return None
    grid = grid_of(table.rows)
    return PreparedTable(table, grid, heads_of(grid) if table.header else 0)


def heads_of(grid: Grid) -> int:
    """Return how many rows name the columns: as many as the cells of the first one span.

    Where that names several columns at once, the next row may say what each of these is: it then
    has words over numbers.
    """
    first = [spot for spot in grid.spots if spot.row == 0]
    heads = max((spot.rows for spot in first), default=0)
    covered = {
        column
        for spot in first
        if spot.columns > 1
        for column in range(spot.column, spot.column + spot.columns)
    }
    next_row = [spot for spot in grid.spots if spot.row == heads == 1]
    names = all(spot.columns == spot.rows == 1 for spot in next_row) and any(
        are_numbers(texts_of(grid, column, heads + 1)) for column in covered
    )
    said = [spot.cell.text.text for spot in next_row]
    words = any(text.strip() for text in said) and not any(are_numbers((text,)) for text in said)
    return heads + 1 if names and words else heads


def texts_of(grid: Grid, column: int, first: int) -> list[str]:
    """Return what the cells say that are in one column alone, from a row on."""
    return [
        spot.cell.text.text
        for spot in grid.spots
        if spot.column == column and spot.columns == 1 and spot.row >= first
    ]
