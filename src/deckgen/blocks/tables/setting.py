"""A table as it was written -> its rows at a width, in the largest size that suits them."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from deckgen import codes
from deckgen.blocks.tables.columns import (
    Extent,
    extent,
    fits_firmly,
    fits_words,
    widest_word,
    widths,
)
from deckgen.blocks.tables.look import legible_runs
from deckgen.blocks.tables.numerals import are_numbers
from deckgen.colors import mix
from deckgen.content import Paragraph, plain
from deckgen.diagnostics import Diagnostic, diagnose
from deckgen.geometry import Insets, Rect
from deckgen.layout.flow.galley import FORBIDDEN, Piece
from deckgen.layout.typeset.fitting import bisected
from deckgen.layout.typeset.paragraphs import SetParagraph, measure_runs, stack
from deckgen.layout.typeset.runs import place_runs
from deckgen.pages import Cell, Outline, Row
from deckgen.pages import TableFrame as PlacedTable
from deckgen.records import Struct, replace
from deckgen.styles import SINGLE, Align, Anchor, BodyProperties, Spacing
from deckgen.units import ZERO, Centipoints, Emu, pt, show

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from deckgen.blocks.table import Table
    from deckgen.content import Run
    from deckgen.layout.flow.galley import Context, Place
    from deckgen.pages import Item
    from deckgen.placed_text import PlacedRun
    from deckgen.styles import LevelStyle

SHARE: Final = 0.8
"""The size of a table's text as a share of that of the text around it."""
SMALLEST: Final = 6 / 7
"""The least size of a table's text as a share of that of a body: 12 pt where that is 14."""
STEP: Final = 100
"""How much smaller a table is tried that does not fit, in hundredths of a point."""
SIDE: Final = pt(7)
ABOVE: Final = pt(4)
RULE: Final = pt(0.75)
TIGHT: Final = pt(3)
"""The space beside the text of cells: as a rule, and where there is little room."""
LONE_ROW: Final = 150
"""A page break that leaves a single row of a table on one of its sides."""

_ALIGNS: Final = {"left": Align.LEFT, "center": Align.CENTER, "right": Align.RIGHT}


def least_size(context: Context) -> Centipoints:
    """Return the least size of a table's text."""
    return Centipoints(round(context.floor * SMALLEST / STEP) * STEP)


def builder(table: Table, context: Context) -> Builder:
    """Return a table in the size that tables have beside text of the context's."""
    text = context.text
    size = min(text.size, max(least_size(context), text.size.scaled(SHARE)))
    style = replace(text.flush(size), align=Align.LEFT)
    return Builder(table, alignments(table), style, context).in_size(size)


def alignments(table: Table) -> tuple[Align, ...]:
    """Return how each column of a table is aligned: as written, else numbers to the right."""
    count = max((len(row.cells) for row in table.rows), default=0)
    return tuple(_alignment(table, column) for column in range(count))


def _alignment(table: Table, column: int) -> Align:
    written = table.align[column] if column < len(table.align) else "auto"
    if written != "auto":
        return _ALIGNS[written]
    rows = table.rows[1:] if table.header else table.rows
    cells = (plain(row.cells[column].runs) for row in rows if column < len(row.cells))
    return Align.RIGHT if column and are_numbers(cells) else Align.LEFT


class Builder(Struct, frozen=True):
    """A table in one size, and what it takes to set it."""

    table: Table
    aligns: tuple[Align, ...]
    style: LevelStyle
    context: Context
    side: Emu = SIDE

    @property
    def count(self) -> int:
        """The number of columns: that of the longest row."""
        return len(self.aligns)

    def galley(self, width: Emu) -> TableGalley:
        """Return the rows at a width."""
        extents, room = self.extents(), self.room(width)
        columns = tuple(wide + self.side * 2 + pt(1) for wide in widths(extents, room))
        rows = tuple(self.row(number, columns) for number in range(len(self.table.rows)))
        lack = None if fits_words(extents, room) else self.lack(columns)
        return TableGalley(self.table, rows, columns, self.style, self.context, lack)

    def lack(self, columns: Sequence[Emu]) -> Lack | None:
        """Return what the column lacks that is most too narrow for its words, if any is."""
        em, typesetter = self.style.size.emu, self.context.typesetter
        lacks = (
            Lack(widest_word(self.cells(column), em, typesetter), wide - self.side * 2)
            for column, wide in enumerate(columns)
        )
        most = max(lacks, key=lambda lack: lack.needed - lack.available, default=None)
        return most if most is not None and most.needed > most.available else None

    def extents(self) -> tuple[Extent, ...]:
        """Return what each column asks for at the style's size."""
        em, typesetter = self.style.size.emu, self.context.typesetter
        return tuple(extent(self.cells(column), em, typesetter) for column in range(self.count))

    def cells(self, column: int) -> Iterator[tuple[PlacedRun, ...]]:
        """Return the texts of a column at the style's size."""
        return (
            place_runs(self.runs(row, column), self.style_of(row, column), self.context.language)
            for row in range(len(self.table.rows))
        )

    def fitted(self, width: Emu) -> TableGalley:
        """Return the table in the largest size at which nothing short is broken and it is whole.

        Where no readable size does both, a table may continue on a further page; where its short
        texts do not stand in one line each at any, only words are kept whole.
        """
        builder = self.unbroken(width)
        galley = builder.galley(width)
        smallest = builder.in_size(min(builder.style.size, least_size(self.context)))
        rows = len(self.table.rows) * (smallest.style.leading + ABOVE * 2)
        if galley.height <= self.context.height or rows > self.context.height:
            return galley
        height = self.context.height
        whole = bisected(builder.sizes(), lambda tried: tried.galley(width).height <= height)
        return galley if whole is None else whole.galley(width)

    def unbroken(self, width: Emu) -> Builder:
        """Return the table in the largest size at which nothing short is broken, else no word.

        Where no size serves, cells are padded less.
        """
        tight = replace(self, side=TIGHT)
        for fits, builder in ((fits_firmly, self), (fits_firmly, tight), (fits_words, tight)):
            found = bisected(builder.sizes(), partial(_passes, fits=fits, width=width))
            if found is not None:
                return found
        return tight.sizes()[-1]

    def room(self, width: Emu) -> Emu:
        """Return what a width leaves for text: a point less, for renderers that round widths."""
        return width - (self.side * 2 + pt(1)) * self.count

    def sizes(self) -> tuple[Builder, ...]:
        """Return the table in this size and the smaller ones that may be tried."""
        top = self.style.size
        sizes = range(top, min(least_size(self.context), top) - 1, -STEP)
        return tuple(self.in_size(Centipoints(size)) for size in sizes)

    def in_size(self, size: Centipoints) -> Builder:
        """Return the table in another size.

        Renderers set single-spaced lines of tables by the height of the font, which differs between
        fonts, so the leading is given exactly (docs/analysis/line-height.md).
        """
        leading = Spacing(exact=SINGLE.of(size))
        return replace(self, style=replace(self.style, size=size, line_spacing=leading))

    def style_of(self, row: int, column: int) -> LevelStyle:
        """Return the style of a cell."""
        bold = self.style.bold or self.is_header(row)
        return replace(self.style, bold=bold, align=self.aligns[column])

    def is_header(self, row: int) -> bool:
        """Tell whether a row names the columns."""
        return self.table.header and row == 0

    def runs(self, row: int, column: int) -> tuple[Run, ...]:
        """Return the runs of a cell, none where its row is short."""
        cells = self.table.rows[row].cells
        return cells[column].runs if column < len(cells) else ()

    def row(self, number: int, columns: tuple[Emu, ...]) -> Row:
        """Return a row, as high as its highest cell."""
        cells = tuple(self.cell(number, column, wide) for column, wide in enumerate(columns))
        heights = [stack((cell,)).height for cell in cells]
        height = max(heights, default=self.style.leading) + ABOVE * 2
        span = self.table.rows[number].span
        body = BodyProperties(Insets(self.side, ABOVE, self.side, ABOVE), Anchor.MIDDLE)
        placed = tuple(Cell(stack((cell,)).paragraphs, body, span=span) for cell in cells)
        return Row(height, placed)

    def cell(self, row: int, column: int, width: Emu) -> SetParagraph:
        """Return the measured text of a cell."""
        style, runs = self.style_of(row, column), self.runs(row, column)
        placed = place_runs(runs, style, self.context.language)
        placed = legible_runs(placed, style, self.context, header=self.is_header(row))
        paragraph = Paragraph(runs, self.table.rows[row].span)
        return measure_runs(placed, style, width - self.side * 2, self.context, of=paragraph)


def _passes(tried: Builder, *, fits: Callable[[Sequence[Extent], Emu], bool], width: Emu) -> bool:
    return fits(tried.extents(), tried.room(width))


class Lack(Struct, frozen=True):
    """The width that the words of a column need, and the one that there is."""

    needed: Emu
    available: Emu


class TableGalley(Struct, frozen=True, dict=True):
    """The rows of a table that was set."""

    table: Table
    rows: tuple[Row, ...]
    columns: tuple[Emu, ...]
    style: LevelStyle
    context: Context
    lack: Lack | None
    fills_slot: bool = False

    @property
    def cuts_words(self) -> bool:
        """Whether a column is narrower than its words."""
        return self.lack is not None

    @property
    def head(self) -> int:
        """The number of rows that are repeated."""
        return 1 if self.table.header and len(self.rows) > 1 else 0

    @property
    def height(self) -> Emu:
        """The height of all rows."""
        return Emu(sum(row.height for row in self.rows))

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The rows."""
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
        """Return the table of a range of rows, below its header."""
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
