"""A native table: columns as wide as their content asks, rows that never grow when opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from deckgen.blocks.kit import (
    Block,
    Context,
    Count,
    Galley,
    Inline,
    Key,
    PipeCell,
    PipeTable,
    Span,
    codes,
    nothing,
    replace,
)
from deckgen.blocks.tables.cells import CellText, TableCell, TableRow
from deckgen.blocks.tables.grid import grid_of
from deckgen.blocks.tables.setting import builder

if TYPE_CHECKING:
    from deckgen.blocks.kit import Binding, Emu, Sink

Alignment = Literal["auto", "left", "center", "right"]


class Table(Block, frozen=True, kw_only=True):
    """A table. The first row is its header unless `header: false` says otherwise, or it is empty.

    ```yaml
    - table:
        align: [left, right]
        rows:
          - [Project, Reviews]
          - [Nova, 1204]
    ```

    A cell may hold paragraphs and lists, and span several columns (`span`) and rows (`rows`):

    ```yaml
    - table:
        - [Quarter, {text: Sales, span: 2}]
        - [{text: Q1, rows: 2}, North, 120]
        - [South, 80]
        - - Notes
          - text: |
              - The north opened in May
              - The south had a fair
            span: 2
    ```
    """

    KEY: ClassVar[str] = "table"
    PIECE: ClassVar[type | None] = PipeTable
    SHORTHAND: ClassVar[str] = "rows"

    rows: Annotated[tuple[TableRow, ...], Key("The rows, each a list of cells.")]
    header: Annotated[bool, Key("Whether the first row names the columns.")] = True
    align: Annotated[
        tuple[Alignment, ...], Key("How each column is aligned; `auto` sets numbers right.")
    ] = ()
    alt: Annotated[str, Key("What the table shows, for those who cannot see it.")] = ""
    source: Annotated[
        Inline | None, Key("Where it comes from: a line at the foot of the slide.")
    ] = None

    @classmethod
    def of(cls, piece: PipeTable, binding: Binding) -> Table:  # noqa: ARG003
        """Return the block that a pipe table becomes."""
        rows = tuple(
            TableRow(span=row[0].span if row else piece.span, cells=tuple(map(_cell, row)))
            for row in piece.rows
        )
        names: dict[str, Alignment] = {"left": "left", "center": "center", "right": "right"}
        align = tuple(names.get(word, "auto") for word in piece.alignments)
        return cls(span=piece.span, rows=rows, align=align)

    def remark(self, sink: Sink) -> None:
        """Report cells that have no column in the first row; they are shown."""
        grid = grid_of(self.rows)
        first = sum(spot is not None for spot in grid.places[0]) if grid.places else 0
        reported: set[int] = set()
        for spot in grid.spots:
            excess = spot.row > 0 and spot.column + spot.columns > first
            if excess and spot.row not in reported and not _is_told(spot.cell.span, sink):
                reported.add(spot.row)
                message = f"the row has more cells than the first one, which has {first}"
                hint = "add a cell to the first row; text that holds a comma has to be quoted"
                sink.report(codes.UNEVEN_TABLE, spot.cell.span, message, hints=[hint])

    def measure(self, width: Emu, context: Context) -> Galley:
        """Return the table, row by row; the header is repeated on further pages.

        A header that says nothing is how Markdown writes that there is none.
        """
        table = self
        if self.header and self.rows and self.rows[0].is_empty:
            table = replace(self, rows=self.rows[1:], header=False)
        if not any(row.cells for row in table.rows):
            return nothing()
        return builder(table, context).fitted(width)


def _is_told(cell: Span, sink: Sink) -> bool:
    """Tell whether it was reported that a cell is half a number."""
    return any(
        told.code is codes.DIVIDED_NUMBER
        and told.span is not None
        and told.span.start <= cell.start < told.span.stop
        for told in sink.sorted()
    )


def _cell(cell: PipeCell) -> TableCell:
    text = CellText.of(cell.runs, cell.span)
    return TableCell(span=cell.span, text=text, columns=Count(cell.columns))
