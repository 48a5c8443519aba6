"""A native table: columns as wide as their content asks, rows that never grow when opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Final, Literal

from deckgen.colors import mix
from deckgen.content import Paragraph, Run
from deckgen.geometry import Insets, Rect, distribute
from deckgen.layout.flow import FORBIDDEN, Context, Galley, Piece, Place
from deckgen.layout.galleys import nothing
from deckgen.layout.paragraphs import Measured, measure_runs, stack
from deckgen.layout.runs import place_runs, styled
from deckgen.letters import has_east_asian
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
SMALLEST: Final = Centipoints(1200)
SIDE: Final = pt(7)
ABOVE: Final = pt(4)
RULE: Final = pt(0.75)
NARROWEST: Final = 3.0
"""The least width of a column's text, in em, whatever its words."""

_BODY: Final = BodyProperties(Insets(SIDE, ABOVE, SIDE, ABOVE), Anchor.MIDDLE)
_ALIGNS: Final = {"left": Align.LEFT, "center": Align.CENTER, "right": Align.RIGHT}

Alignment = Literal["left", "center", "right"]


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
    align: Annotated[tuple[Alignment, ...], Key("How each column is aligned.")] = ()
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
        align = tuple(names.get(word, "left") for word in piece.alignments)
        return cls(span=piece.span, rows=rows, align=align)

    def texts(self) -> Iterator[tuple[Run, ...]]:
        """Return the runs of each cell, row by row."""
        return (cell.runs for row in self.rows for cell in row.cells)

    def measure(self, width: Emu, context: Context) -> Galley:
        """Return the table, row by row; the header is repeated on further pages."""
        if not any(row.cells for row in self.rows):
            return nothing()
        return _Builder(self, _style(context), context).galley(width)


def _style(context: Context) -> LevelStyle:
    text = context.text
    size = min(text.size, max(SMALLEST, text.size.scaled(SHARE)))
    # Renderers set single-spaced lines of tables by the height of the font, which differs between
    # fonts, so the pitch is given exactly (docs/analysis/line-height.md).
    pitch = Spacing(exact=SINGLE.of(size))
    return replace(text.flush(size), line_spacing=pitch, align=Align.LEFT)


class _Builder(Struct, frozen=True):
    table: Table
    style: LevelStyle
    context: Context

    @property
    def count(self) -> int:
        """The number of columns: that of the longest row."""
        return max((len(row.cells) for row in self.table.rows), default=0)

    def galley(self, width: Emu) -> _TableGalley:
        columns = self.columns(width)
        rows = tuple(self.row(number, columns) for number in range(len(self.table.rows)))
        return _TableGalley(self.table, rows, columns, self.style, self.context)

    def style_of(self, row: int, column: int) -> LevelStyle:
        align = self.table.align[column] if column < len(self.table.align) else "left"
        bold = self.style.bold or (self.table.header and row == 0)
        return replace(self.style, bold=bold, align=_ALIGNS[align])

    def runs(self, row: int, column: int) -> tuple[Run, ...]:
        cells = self.table.rows[row].cells
        return cells[column].runs if column < len(cells) else ()

    def columns(self, width: Emu) -> tuple[Emu, ...]:
        """Share the width out: to each column what its longest word needs, then what its text asks.

        No word is given more than an even share while others wait for room. A table whose text is
        short still spans the width, as tables in reports do.
        """
        least, natural = zip(*(self.extent(column) for column in range(self.count)), strict=True)
        if sum(natural) <= width:
            return distribute(width, [float(wide) for wide in natural])
        fair = width // self.count
        floors = [min(narrow, fair) for narrow in least]
        wishes = [float(wide - floor) for wide, floor in zip(natural, floors, strict=True)]
        shares = distribute(width - sum(floors), wishes)
        return tuple(floor + share for floor, share in zip(floors, shares, strict=True))

    def extent(self, column: int) -> tuple[Emu, Emu]:
        """Return the least and the natural width of a column, insets included."""
        least = natural = self.style.size.emu * NARROWEST
        for row in range(len(self.table.rows)):
            style = self.style_of(row, column)
            placed = place_runs(self.runs(row, column), style, self.context.language)
            natural = max(natural, self.context.typesetter.width(styled(placed)))
            for run in placed:
                for word in run.text.split():
                    if not has_east_asian(word):
                        part = replace(run, text=word)
                        wide = self.context.typesetter.width(styled([part]))
                        least = max(least, wide)
        padding = SIDE * 2 + pt(1)  # one point more, for renderers that round widths
        return least + padding, natural + padding

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
    def pieces(self) -> tuple[Piece, ...]:
        repeated = self.rows[0].height if self.head else ZERO
        return tuple(
            Piece(
                height=row.height,
                gap=self.context.gap if number == 0 else ZERO,
                penalty=FORBIDDEN if self.head and number == 1 else 0,
                repeated=repeated if number > 0 else ZERO,
            )
            for number, row in enumerate(self.rows)
        )

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
