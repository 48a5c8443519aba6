"""The rows of a table that was set -> pieces for pages, and the table of any range of them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import (
    FORBIDDEN,
    ZERO,
    Diagnostic,
    Emu,
    Outline,
    Piece,
    Rect,
    Struct,
    codes,
    diagnose,
    mix,
    pt,
    replace,
    show,
)
from deckgen.pages import TableFrame as PlacedTable

if TYPE_CHECKING:
    from deckgen.blocks.kit import Context, Item, LevelStyle, Place
    from deckgen.blocks.table import Table
    from deckgen.blocks.tables.rows import SetRows

RULE: Final = pt(0.75)
LONE_ROW: Final = 150
"""A page break that leaves a single row of a table on one of its sides."""
FEW: Final = 24
"""The most rows of a table whose columns are measured to be shared out better: about a page."""
WITHIN_CELL: Final = 300
"""A page break between rows that a cell spans."""


class Lack(Struct, frozen=True):
    """The width that the words of a column need, and the one that there is."""

    needed: Emu
    available: Emu


class TableGalley(Struct, frozen=True, dict=True):
    """The rows of a table that was set."""

    table: Table
    rows: SetRows
    columns: tuple[Emu, ...]
    style: LevelStyle
    context: Context
    lack: Lack | None
    heads: int = 0
    """The number of rows that name the columns."""
    fills_slot: bool = False

    @property
    def cuts_words(self) -> bool:
        """Whether a column is narrower than its words."""
        return self.lack is not None

    @property
    def head(self) -> int:
        """The number of rows that are repeated."""
        return self.heads if len(self.rows) > self.heads else 0

    @property
    def height(self) -> Emu:
        """The height of all rows."""
        return Emu(sum(map(int, self.rows.heights)))

    def tightened(self) -> TableGalley:
        """Return the table with widths of columns from which it is lower, if there are any.

        Tables of many rows stay as they are: they would have to be set once more.
        """
        if self.table.widths or self.lack is not None or len(self.rows) > FEW:
            return self
        rows = self.rows.tightened()
        if rows is None or sum(map(int, rows.heights)) >= self.height:
            return self
        return replace(self, rows=rows, columns=rows.columns)

    def pages(self, height: Emu) -> int:
        """Return how many pages of a height the rows take at the least, with what is repeated."""
        heights = [*map(int, self.rows.heights)]
        head = sum(heights[: self.head])
        pages, used = 1, head
        for high in heights[self.head :]:
            if used + high > height and used > head:
                pages, used = pages + 1, head
            used += high
        return pages

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The rows."""
        heights = self.rows.heights
        repeated = Emu(sum(map(int, heights[: self.head])))
        return tuple(
            Piece(
                height=height,
                gap=self.context.gap if number == 0 else ZERO,
                penalty=self.penalty(number),
                repeated=repeated if number >= self.head else ZERO,
            )
            for number, height in enumerate(heights)
        )

    def penalty(self, row: int) -> int:
        """Return how bad a page break before a row is: no row should be alone on its page.

        Cells that span rows are better not divided; where they are, both parts say the same.
        """
        if 0 < row <= self.head or (row and self.table.rows[row].is_total):
            return FORBIDDEN
        if self.rows.joins_above(row):
            return WITHIN_CELL
        alone = row in {self.head + 1, len(self.rows) - 1} and row > 0
        return LONE_ROW if alone else 0

    def place(self, start: int, stop: int, place: Place) -> tuple[Item, ...]:
        """Return the table of a range of rows, below its header."""
        rows = self.rows.part(start, stop)
        if start > 0 and self.head:
            rows = (*self.rows.part(0, self.head), *rows)
        height = Emu(sum(row.height for row in rows))
        box = Rect(place.box.x, place.box.y, Emu(sum(self.columns)), height)
        rule = Outline(mix(self.context.background, self.context.text.color, 0.25), RULE)
        return (
            PlacedTable(
                box=box,
                columns=self.columns,
                rows=rows,
                levels=(self.style,) * len(self.context.levels),
                header=self.table.header,
                rule=rule,
                name="Table",
                alt=self.table.alt,
                span=self.table.span,
            ),
        )

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The report of a column that is too narrow for its words."""
        if self.lack is None:
            return ()
        message = (
            f"a column of the table needs {show(self.lack.needed)} for its longest word at the "
            f"smallest readable size, but is {show(self.lack.available)} wide"
        )
        hints = [f"shorten the words, or leave out some of the {len(self.columns)} columns"]
        return (diagnose(codes.TEXT_OVERFLOW, self.table.span, message, hints=hints),)
