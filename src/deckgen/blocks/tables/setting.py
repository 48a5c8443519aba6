"""A table as it was written -> its rows at a width, in the size that suits them."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import (
    SINGLE,
    ZERO,
    Align,
    Anchor,
    BodyProperties,
    Cell,
    Centipoints,
    Emu,
    Insets,
    Marker,
    Row,
    SetParagraph,
    Spacing,
    Struct,
    bisected,
    fitting_links,
    measure_paragraphs,
    place_runs,
    pt,
    replace,
    stack,
)
from deckgen.blocks.tables.columns import (
    CellLine,
    Extent,
    extent,
    fits_firmly,
    fits_words,
    widened,
    widest_word,
    widths,
)
from deckgen.blocks.tables.galley import Lack, TableGalley
from deckgen.blocks.tables.grid import Grid, grid_of
from deckgen.blocks.tables.look import legible_runs
from deckgen.blocks.tables.numerals import are_numbers
from deckgen.blocks.tables.tones import toned_fill, toned_runs
from deckgen.geometry import distribute

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from deckgen.blocks.kit import Color, Context, LevelStyle, Run, Stack
    from deckgen.blocks.table import Table
    from deckgen.blocks.tables.grid import Spot

SHARE: Final = 0.8
"""The size of a table's text as a share of that of the text around it."""
SMALLEST: Final = 6 / 7
"""The least size of a table's text as a share of that of a body: 12 pt where that is 14."""
STEP: Final = 100
"""How much smaller a table is tried that does not fit, in hundredths of a point."""
SIDE: Final = pt(7)
ABOVE: Final = pt(4)
"""The space beside, and above and below, the text of cells."""
WIDE: Final = 0.4
TIGHT: Final = 0.36
"""The space beside the text, at the least and where there is little room, in em.

Both make a gutter of more than 0.7 em.
"""
APART: Final = 0.3
"""The space above a further paragraph of a cell, in em."""
DEEPER: Final = 1.2
"""How much further in the text of a level is than that of the level above it, in em."""
ROOMY: Final = 2.0
"""The space between the texts of columns where there is more than enough room, in em."""
SMALL: Final = 0.45
"""The share of its place's height up to which a small table is made larger."""
LARGER: Final = ((1.0, 2.0), (1.0, 1.5), (0.9, 1.5))
"""Its sizes, as shares of the text around it, and the space above and below, as usual ones."""

_LISTED: Final = (Marker.BULLET, Marker.NUMBER)
_ALIGNS: Final = {"left": Align.LEFT, "center": Align.CENTER, "right": Align.RIGHT}


def least_size(context: Context) -> Centipoints:
    """Return the least size of a table's text."""
    return Centipoints(round(context.floor * SMALLEST / STEP) * STEP)


def builder(table: Table, context: Context) -> Builder:
    """Return a table in the size that tables have beside text of the context's."""
    text, grid = context.text, grid_of(table.rows)
    size = min(text.size, max(least_size(context), text.size.scaled(SHARE)))
    style = replace(text.flush(size), align=Align.LEFT)
    return Builder(table, grid, alignments(table, grid), style, context).in_size(size)


def alignments(table: Table, grid: Grid) -> tuple[Align, ...]:
    """Return how each column of a table is aligned: as written, else numbers to the right."""
    return tuple(_alignment(table, grid, column) for column in range(grid.columns))


def _alignment(table: Table, grid: Grid, column: int) -> Align:
    written = table.align[column] if column < len(table.align) else "auto"
    if written != "auto":
        return _ALIGNS[written]
    heads = header_rows(table, grid)
    spots = (s for s in grid.spots if s.column == column and s.columns == 1 and s.row >= heads)
    numbers = are_numbers(spot.cell.text.text for spot in spots)
    return Align.RIGHT if column and numbers else Align.LEFT


def header_rows(table: Table, grid: Grid) -> int:
    """Return how many rows name the columns: as many as the cells of the first one span."""
    if not table.header:
        return 0
    return max((spot.rows for spot in grid.spots if spot.row == 0), default=0)


class Builder(Struct, frozen=True, dict=True):
    """A table in one size, and what it takes to set it."""

    table: Table
    grid: Grid
    aligns: tuple[Align, ...]
    style: LevelStyle
    context: Context
    side: Emu = SIDE
    above: Emu = ABOVE

    @property
    def count(self) -> int:
        """The number of columns."""
        return self.grid.columns

    @cached_property
    def heads(self) -> int:
        """The number of rows that name the columns."""
        return header_rows(self.table, self.grid)

    def galley(self, width: Emu) -> TableGalley:
        """Return the rows at a width."""
        extents, room = self.extents(), self.room(width)
        most = self.style.size.emu * ROOMY - self.side * 2
        if len(self.table.widths) == self.count:
            shares = distribute(room, list(self.table.widths))
        else:
            shares = widths(extents, room, max(ZERO, most))
        columns = tuple(wide + self.side * 2 + pt(1) for wide in shares)
        fits = not self.table.widths and fits_words(extents, room)
        lack = None if fits else self.lack(columns)
        rows = self.rows(columns)
        return TableGalley(self.table, rows, columns, self.style, self.context, lack, self.heads)

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
        extents = [extent(self.cells(column), em, typesetter) for column in range(self.count)]
        for spot in self.grid.spots:
            if spot.columns > 1:
                own = extent(self.texts(spot), em, typesetter)
                inner = (self.side * 2 + pt(1)) * (spot.columns - 1)
                covered = slice(spot.column, spot.column + spot.columns)
                extents[covered] = widened(extents[covered], own, inner)
        return tuple(extents)

    def cells(self, column: int) -> Iterator[CellLine]:
        """Return the texts of the cells that are in one column, at the style's size."""
        spots = (s for s in self.grid.spots if s.column == column and s.columns == 1)
        return (stretch for spot in spots for stretch in self.texts(spot))

    def texts(self, spot: Spot) -> Iterator[CellLine]:
        """Yield the text of each paragraph of a cell, at the style's size."""
        style, em = self.style_of(spot), self.style.size.emu
        for paragraph in spot.cell.text.paragraphs:
            runs = place_runs(paragraph.runs, style, self.context.language)
            level = paragraph.level + (paragraph.marker in _LISTED)
            yield CellLine(runs, em * DEEPER * level)

    def fitted(self, width: Emu) -> TableGalley:
        """Return the table in the largest size at which nothing short is broken and it is whole.

        Where no readable size does both, a table may continue on a further page; where its short
        texts do not stand in one line each at any, only words are kept whole. A small table is
        made larger.
        """
        builder = self.unbroken(width)
        galley = builder.galley(width)
        smallest = builder.in_size(min(builder.style.size, least_size(self.context)))
        rows = len(self.table.rows) * (smallest.style.leading + ABOVE * 2)
        height = self.context.height
        grows = builder.style == self.style and len(self.context.steps) > 1
        if grows and galley.height <= height * SMALL:
            return self.larger(width) or galley
        if galley.height <= height or rows > height:
            return galley
        whole = bisected(builder.sizes(), lambda tried: tried.galley(width).height <= height)
        return galley if whole is None else whole.galley(width)

    def larger(self, width: Emu) -> TableGalley | None:
        """Return a small table in the size of the text around it, with higher rows, if it fits."""
        text = self.context.text.size
        for share, above in LARGER:
            size = max(self.style.size, text.scaled(share))
            tried = replace(self.in_size(size), above=ABOVE * above)
            if sum(one.max_content for one in tried.extents()) <= tried.room(width):
                galley = tried.galley(width)
                if galley.height <= self.context.height * SMALL:
                    return galley
        return None

    def unbroken(self, width: Emu) -> Builder:
        """Return the table in the largest size at which nothing short is broken, else no word.

        Where no size serves, cells are padded less.
        """
        for fits, is_tight in ((fits_firmly, False), (fits_firmly, True), (fits_words, True)):
            tried = [size.tight() if is_tight else size for size in self.sizes()]
            found = bisected(tried, partial(_passes, fits=fits, width=width))
            if found is not None:
                return found
        return tried[-1]

    def tight(self) -> Builder:
        """Return the table with as little space between columns as tells them apart."""
        return replace(self, side=min(self.side, self.style.size.emu * TIGHT))

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
        style = replace(self.style, size=size, line_spacing=leading)
        return replace(self, style=style, side=max(SIDE, size.emu * WIDE))

    def style_of(self, spot: Spot) -> LevelStyle:
        """Return the style of a cell; one that names several columns stands in their middle."""
        is_header = spot.row < self.heads
        align = self.aligns[spot.column]
        if spot.columns > 1:
            align = Align.CENTER if is_header else Align.LEFT
        is_bold = is_header or self.table.rows[spot.row].is_total
        return replace(self.style, bold=self.style.bold or is_bold, align=align)

    def rows(self, columns: tuple[Emu, ...]) -> tuple[Row, ...]:
        """Return the rows, each as high as its highest cell."""
        stacks = {(spot.row, spot.column): self.stacked(spot, columns) for spot in self.grid.spots}
        heights = [self.style.leading] * len(self.table.rows)
        for spot in sorted(self.grid.spots, key=lambda spot: spot.rows):
            last = spot.row + spot.rows - 1
            within = sum(heights[spot.row : last]) + self.above * 2 * (spot.rows - 1)
            needed = stacks[spot.row, spot.column].height - within
            heights[last] = max(heights[last], Emu(needed))
        return tuple(
            Row(height + self.above * 2, self.placed(number, stacks))
            for number, height in enumerate(heights)
        )

    def placed(self, row: int, stacks: dict[tuple[int, int], Stack]) -> tuple[Cell, ...]:
        """Return the cells of a row; they start at its top where one has several lines."""
        spots = {spot for spot in self.grid.places[row] if spot is not None and spot.rows == 1}
        several = any(_is_deep(stacks[spot.row, spot.column]) for spot in spots)
        anchor = Anchor.TOP if several else Anchor.MIDDLE
        body = BodyProperties(Insets(self.side, self.above, self.side, self.above), anchor)
        cells: list[Cell] = []
        for column, spot in enumerate(self.grid.places[row]):
            empty = Cell((), body, fill=self.fill(row), span=self.table.rows[row].span)
            if spot is None:
                cells.append(empty)
                continue
            is_first = (spot.row, spot.column) == (row, column)
            text = stacks[spot.row, spot.column].paragraphs if is_first else ()
            cell = replace(
                empty,
                paragraphs=text,
                fill=toned_fill(spot, self.table, self.context) or empty.fill,
                span=spot.cell.span,
                across=spot.columns,
                down=spot.rows,
                joins_left=spot.column < column,
                joins_above=spot.row < row,
            )
            cells.append(cell)
        return tuple(cells)

    def fill(self, row: int) -> Color | None:
        """Return the fill of a further row of the header, which table styles know nothing of."""
        colors = self.context.theme.table
        return None if colors is None or not 0 < row < self.heads else colors.header_fill

    def stacked(self, spot: Spot, columns: tuple[Emu, ...]) -> Stack:
        """Return the measured text of a cell."""
        covered = columns[spot.column : spot.column + spot.columns]
        width, style, em = (
            Emu(sum(covered)) - self.side * 2,
            self.style_of(spot),
            self.style.size.emu,
        )
        levels = tuple(replace(style, margin_left=em * DEEPER * level) for level in range(9))
        context = self.context.with_levels(levels)
        measured = measure_paragraphs(spot.cell.text.paragraphs, width, context)
        return stack(
            [
                self.shown(paragraph, written.runs, spot, width)
                for paragraph, written in zip(measured, spot.cell.text.paragraphs, strict=True)
            ]
        )

    def shown(
        self, paragraph: SetParagraph, written: tuple[Run, ...], spot: Spot, width: Emu
    ) -> SetParagraph:
        """Return a paragraph in colours that are read in its cell, apart from the one above it."""
        style = replace(paragraph.style, space_before=Spacing(exact=self.style.size.emu * APART))
        runs = place_runs(written, style, self.context.language)
        is_header = spot.row < self.heads
        runs = legible_runs(runs, style, self.context, header=is_header, row=spot.row)
        runs = toned_runs(runs, spot, self.table, self.context)
        runs = fitting_links(runs, style, width, self.context)
        return replace(paragraph, runs=runs, style=style)


def _is_deep(stacked: Stack) -> bool:
    """Tell whether a text has several lines."""
    return sum(len(paragraph.lines) for paragraph in stacked.paragraphs) > 1


def _passes(tried: Builder, *, fits: Callable[[Sequence[Extent], Emu], bool], width: Emu) -> bool:
    return fits(tried.extents(), tried.room(width))
