"""A native table: columns as wide as their content asks, rows that never grow when opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Final, Literal

from deckgen.colors import mix
from deckgen.content import Paragraph, Run
from deckgen.geometry import Insets, Rect
from deckgen.layout.flow import FORBIDDEN, Context, Galley, Piece, Place
from deckgen.layout.galleys import nothing
from deckgen.layout.numerals import are_numbers
from deckgen.layout.paragraphs import Measured, measure_runs, stack
from deckgen.layout.runs import place_runs
from deckgen.layout.table_columns import Extent, extent, fits_firmly, fits_words, widths
from deckgen.layout.table_look import legible_runs
from deckgen.markdown.model import PipeTable
from deckgen.pages import Cell, Outline, Row
from deckgen.pages import Table as PlacedTable
from deckgen.records import Struct, replace
from deckgen.source import Span
from deckgen.spec.keys import Key
from deckgen.spec.kinds import Inline
from deckgen.template.model import (
    SINGLE,
    Align,
    Anchor,
    BodyProperties,
    LevelStyle,
    Spacing,
)
from deckgen.units import ZERO, Centipoints, Emu, pt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.pages import Item
    from deckgen.spec.bind import Binding

SHARE: Final = 0.8
"""The size of a table's text as a share of that of the text around it."""
SMALLEST: Final = 6 / 7
"""The least size of a table's text as a share of that of a body: 12 pt where that is 14."""
STEP: Final = 100
"""How much smaller a table is tried that does not fit, in hundredths of a point."""
SIDE: Final = pt(7)
ABOVE: Final = pt(4)
RULE: Final = pt(0.75)
PADDING: Final = SIDE * 2 + pt(1)
"""What a column takes beside its text: a point more, for renderers that round widths."""

LONE_ROW: Final = 150
"""A page break that leaves a single row of a table on one of its sides."""

_BODY: Final = BodyProperties(Insets(SIDE, ABOVE, SIDE, ABOVE), Anchor.MIDDLE)
_ALIGNS: Final = {"left": Align.LEFT, "center": Align.CENTER, "right": Align.RIGHT}

Alignment = Literal["auto", "left", "center", "right"]


class TableRow(Struct, frozen=True, kw_only=True):
    """A row: a list of cells."""

    SHORTHAND: ClassVar[str] = "cells"

    span: Span
    cells: Annotated[tuple[Inline, ...], Key("The cells of the row, from left to right.")]


class Table(Struct, frozen=True, kw_only=True):
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
    PICTORIAL: ClassVar[bool] = False
    SHORTHAND: ClassVar[str] = "rows"

    span: Span
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
        text = context.text
        size = min(text.size, max(least_size(context), text.size.scaled(SHARE)))
        style = replace(text.flush(size), align=Align.LEFT)
        return _Builder(self, style, context).in_size(size).fitted(width)


def least_size(context: Context) -> Centipoints:
    """Return the least size of a table's text."""
    return Centipoints(round(context.floor * SMALLEST / STEP) * STEP)


class _Builder(Struct, frozen=True):
    table: Table
    style: LevelStyle
    context: Context

    @property
    def count(self) -> int:
        """The number of columns: that of the longest row."""
        return max((len(row.cells) for row in self.table.rows), default=0)

    def galley(self, width: Emu) -> _TableGalley:
        room = width - PADDING * self.count
        extents = self.extents()
        columns = tuple(wide + PADDING for wide in widths(extents, room))
        rows = tuple(self.row(number, columns) for number in range(len(self.table.rows)))
        return _TableGalley(self.table, rows, columns, self.style, self.context)

    def extents(self) -> tuple[Extent, ...]:
        return tuple(self.extent(column) for column in range(self.count))

    def extent(self, column: int) -> Extent:
        """Return what a column asks for at the style's size."""
        cells = (
            place_runs(self.runs(row, column), self.style_of(row, column), self.context.language)
            for row in range(len(self.table.rows))
        )
        return extent(cells, self.style.size.emu, self.context.typesetter)

    def fitted(self, width: Emu) -> _TableGalley:
        """Return the table in the largest size at which nothing short is broken and it is whole.

        Where no readable size does both, a table may continue on a further page; where its short
        texts do not stand in one line each at any, only words are kept whole.
        """
        builder = self.unbroken(width)
        galley = builder.galley(width)
        smallest = builder.in_size(min(builder.style.size, least_size(self.context)))
        rows = len(self.table.rows) * (smallest.style.pitch + ABOVE * 2)
        if galley.height <= self.context.height or rows > self.context.height:
            return galley
        smaller = (other.galley(width) for other in builder.sizes())
        return next((one for one in smaller if one.height <= self.context.height), galley)

    def unbroken(self, width: Emu) -> _Builder:
        """Return the table in the largest size at which nothing short is broken, else no word."""
        room = width - PADDING * self.count
        sizes = list(self.sizes())
        for fits in (fits_firmly, fits_words):
            for builder in sizes:
                if fits(builder.extents(), room):
                    return builder
        return sizes[-1]

    def sizes(self) -> Iterator[_Builder]:
        """Return the table in this size and the smaller ones that may be tried."""
        largest = self.style.size
        for size in range(largest, min(least_size(self.context), largest) - 1, -STEP):
            yield self.in_size(Centipoints(size))

    def in_size(self, size: Centipoints) -> _Builder:
        """Return the table in another size.

        Renderers set single-spaced lines of tables by the height of the font, which differs between
        fonts, so the pitch is given exactly (docs/analysis/line-height.md).
        """
        pitch = Spacing(exact=SINGLE.of(size))
        return replace(self, style=replace(self.style, size=size, line_spacing=pitch))

    def style_of(self, row: int, column: int) -> LevelStyle:
        bold = self.style.bold or self.is_header(row)
        return replace(self.style, bold=bold, align=_ALIGNS[self.alignment(column)])

    def alignment(self, column: int) -> Alignment:
        """Return how a column is aligned: as written, else numbers to the right."""
        written = self.table.align[column] if column < len(self.table.align) else "auto"
        if written != "auto" or column == 0:
            return "left" if written == "auto" else written
        rows = range(1 if self.table.header else 0, len(self.table.rows))
        cells = ("".join(run.text for run in self.runs(row, column)) for row in rows)
        return "right" if are_numbers(cells) else "left"

    def is_header(self, row: int) -> bool:
        return self.table.header and row == 0

    def runs(self, row: int, column: int) -> tuple[Run, ...]:
        cells = self.table.rows[row].cells
        return cells[column].runs if column < len(cells) else ()

    def row(self, number: int, columns: tuple[Emu, ...]) -> Row:
        cells = tuple(self.cell(number, column, wide) for column, wide in enumerate(columns))
        heights = [stack((cell,)).height for cell in cells]
        height = max(heights, default=self.style.pitch) + ABOVE * 2
        span = self.table.rows[number].span
        placed = tuple(Cell(stack((cell,)).paragraphs, _BODY, span=span) for cell in cells)
        return Row(height, placed)

    def cell(self, row: int, column: int, width: Emu) -> Measured:
        style, runs = self.style_of(row, column), self.runs(row, column)
        placed = place_runs(runs, style, self.context.language)
        placed = legible_runs(placed, style, self.context, header=self.is_header(row))
        paragraph = Paragraph(runs, self.table.rows[row].span)
        return measure_runs(placed, style, width - SIDE * 2, self.context, of=paragraph)


class _TableGalley(Struct, frozen=True):
    table: Table
    rows: tuple[Row, ...]
    columns: tuple[Emu, ...]
    style: LevelStyle
    context: Context
    fills_slot: bool = False

    @property
    def head(self) -> int:
        """The number of rows that are repeated."""
        return 1 if self.table.header and len(self.rows) > 1 else 0

    @property
    def height(self) -> Emu:
        """The height of all rows."""
        return Emu(sum(row.height for row in self.rows))

    @property
    def pieces(self) -> tuple[Piece, ...]:
        repeated = self.rows[0].height if self.head else ZERO
        return tuple(
            Piece(
                height=row.height,
                gap=self.context.gap if number == 0 else ZERO,
                penalty=self.penalty(number),
                repeated=repeated if number > 0 else ZERO,
            )
            for number, row in enumerate(self.rows)
        )

    def penalty(self, row: int) -> int:
        """Return how bad a page break before a row is: no row should be alone on its page."""
        if self.head and row == 1:
            return FORBIDDEN
        alone = row in {self.head + 1, len(self.rows) - 1} and row > 0
        return LONE_ROW if alone else 0

    def place(self, start: int, stop: int, place: Place) -> tuple[Item, ...]:
        rows = self.rows[start:stop]
        if start > 0 and self.head:
            rows = (self.rows[0], *rows)
        height = Emu(sum(row.height for row in rows))
        box = Rect(place.box.x, place.box.y, place.box.width, height)
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
