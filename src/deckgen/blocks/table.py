"""A native table: columns as wide as their content asks, rows that never grow when opened."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Annotated, ClassVar

from deckgen.blocks.kit import (
    FAILED,
    Block,
    Built,
    Context,
    Count,
    Failed,
    FromData,
    Galley,
    Inline,
    Key,
    OfRange,
    OfSheet,
    PipeCell,
    PipeTable,
    Proportion,
    Span,
    Word,
    are_records,
    codes,
    is_data,
    nothing,
    replace,
)
from deckgen.blocks.tables.cells import CellText, TableCell, TableRow
from deckgen.blocks.tables.declared import Alignment, TableColumn, ToneRules

if TYPE_CHECKING:
    from deckgen.blocks.kit import Binding, Emu, Sink, Written
    from deckgen.blocks.tables.prepared import PreparedTable


class Table(Block, frozen=True, kw_only=True, dict=True):
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

    Its rows may come from a file of data: CSV, TSV, JSON, JSON Lines, Excel.

    ```yaml
    - table:
        data: sales.csv
        columns:
          - {key: region, title: Region}
          - {key: revenue, title: Revenue, format: "#,##0", unit: M€, total: sum}
        tones: {revenue < 0: bad}
        sort: [-revenue]
    ```
    """

    KEY: ClassVar[str] = "table"
    PIECE: ClassVar[type | None] = PipeTable
    SHORTHAND: ClassVar[str] = "rows"
    SHORT_ALSO: ClassVar[tuple[str, ...]] = ("data",)
    ROW_KEYS: ClassVar[frozenset[str]] = frozenset(("cells", "tone"))
    EITHER: ClassVar[tuple[str, ...]] = ("rows", "data")

    rows: Annotated[tuple[TableRow, ...], Key("The rows, each a list of cells.")] = ()
    data: FromData = None
    sheet: OfSheet = None
    range: OfRange = None
    columns: Annotated[
        tuple[TableColumn, ...], Key("Which columns of the data are shown; all if absent.")
    ] = ()
    widths: Annotated[
        tuple[Proportion, ...], Key("How wide the columns are, as shares of the whole width.")
    ] = ()
    tones: Annotated[
        ToneRules | None,
        Key(
            "Tones of cells by conditions on columns of the data: `revenue < 0: bad`. With"
            " `{when: …, tone: …, row: true}` the whole row has it.",
            also=("rules", "tone"),
        ),
    ] = None
    sort: Annotated[
        tuple[Word, ...], Key("The columns by which rows are sorted; `-revenue`: most first.")
    ] = ()
    first: Annotated[Count | None, Key("How many rows are shown, from the first on.")] = None
    total: Annotated[Inline | None, Key("What the row of totals is called.")] = None
    transpose: Annotated[bool, Key("Whether rows are shown as columns.", also=("transposed",))] = (
        False
    )
    header: Annotated[bool, Key("Whether the first row names the columns.")] = True
    align: Annotated[
        tuple[Alignment, ...],
        Key("How each column is aligned; `auto` sets numbers right, marks in the middle."),
    ] = ()
    alt: Annotated[str, Key("What the table shows, for those who cannot see it.")] = ""
    source: Annotated[
        Inline | None, Key("Where it comes from: a line at the foot of the slide.")
    ] = None
    build: Built = False

    @classmethod
    def short_for(cls, node: Written) -> str:
        """Return the key that what is written stands for: rows, or data as a file has them."""
        return "data" if is_data(node) or are_records(node, cls.ROW_KEYS) else cls.SHORTHAND

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

    def completed(self, binding: Binding) -> Table | Failed:
        """Return the table with the rows that its data give, or report what is mistaken."""
        rows: tuple[TableRow, ...] | None = self.rows
        if self.data is None and not self.transpose and not self.columns and not self.idle:
            return self
        from deckgen.blocks.tables.expanded import expanded, headed, transposed

        if self.data is None or self.rows:
            rows = headed(self, binding)
        else:
            found = self.data.read(binding, self.sheet, self.range)
            rows = None if isinstance(found, Failed) else expanded(self, found, binding)
        if rows is None:
            return FAILED
        rows = transposed(rows) if self.transpose else rows
        return replace(self, rows=rows, data=None, columns=(), tones=None, align=self.aligns)

    @property
    def idle(self) -> tuple[str, ...]:
        """The keys that are written, but mean something for data alone."""
        names = ("sheet", "range", "tones", "sort", "first", "total")
        return tuple(name for name in names if getattr(self, name))

    @property
    def aligns(self) -> tuple[Alignment, ...]:
        """How each column is aligned, as the table or the column says."""
        if self.align or not self.columns or self.transpose:
            return self.align
        return tuple(column.align for column in self.columns)

    def remark(self, sink: Sink) -> None:
        """Report cells that have no column in the first row; they are shown."""
        from deckgen.blocks.tables.grid import grid_of

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

    def parts(self, *, asked: bool) -> tuple[TableRow, ...]:
        """Return the rows below the header; it stays whole in the build of a slide."""
        return self.rows[1:] if asked and self.header else self.rows if asked else ()

    @property
    def takes_what_is_left(self) -> bool:
        """Whether it is set by how much room others leave: it is, as it may have more air."""
        return True

    def measure(self, width: Emu, context: Context) -> Galley:
        """Return the table, row by row; the header is repeated on further pages."""
        from deckgen.blocks.tables.setting import builder

        prepared = self._in(context.language)
        if prepared is None:
            return nothing()
        return builder(prepared, context).fitted(width).tightened()

    def _in(self, language: str) -> PreparedTable | None:
        """Return the table in a language, which is prepared once for all sizes that are tried."""
        from deckgen.blocks.tables.prepared import prepared

        known = self._prepared
        if language not in known:
            known[language] = prepared(self, language)
        return known[language]

    @cached_property
    def _prepared(self) -> dict[str, PreparedTable | None]:
        return {}


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
