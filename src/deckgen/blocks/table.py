"""A native table: columns as wide as their content asks, rows that never grow when opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from deckgen.blocks.tables.setting import builder
from deckgen.layout.flow.galley import Block, Context, Galley
from deckgen.layout.flow.galleys import nothing
from deckgen.markdown.model import PipeTable
from deckgen.records import Struct
from deckgen.source import Span
from deckgen.spec.keys import Key
from deckgen.spec.kinds import Inline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.content import Run
    from deckgen.spec.bind import Binding
    from deckgen.units import Emu

Alignment = Literal["auto", "left", "center", "right"]


class TableRow(Struct, frozen=True, kw_only=True):
    """A row: a list of cells."""

    SHORTHAND: ClassVar[str] = "cells"

    span: Span
    cells: Annotated[tuple[Inline, ...], Key("The cells of the row, from left to right.")]


class Table(Block, frozen=True, kw_only=True):
    """A table. The first row is its header unless `header: false` says otherwise.

    ```yaml
    - table:
        align: [left, right]
        rows:
          - [Project, Reviews]
          - [Nova, 1204]
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
            TableRow(span=piece.span, cells=tuple(Inline(cell, piece.span) for cell in row))
            for row in piece.rows
        )
        names: dict[str, Alignment] = {"left": "left", "center": "center", "right": "right"}
        align = tuple(names.get(word, "auto") for word in piece.alignments)
        return cls(span=piece.span, rows=rows, align=align)

    def texts(self) -> Iterator[tuple[Run, ...]]:
        """Return the runs of each cell, row by row."""
        return (cell.runs for row in self.rows for cell in row.cells)

    def measure(self, width: Emu, context: Context) -> Galley:
        """Return the table, row by row; the header is repeated on further pages."""
        if not any(row.cells for row in self.rows):
            return nothing()
        return builder(self, context).fitted(width)
