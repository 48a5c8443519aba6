"""A table as it was written -> its rows at a width, in the size that suits them."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import (
    SINGLE,
    ZERO,
    Align,
    Centipoints,
    Emu,
    Marker,
    Spacing,
    Struct,
    bisected,
    place_runs,
    pt,
    replace,
)
from deckgen.blocks.tables.columns import (
    KEPT,
    SHORT,
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
from deckgen.blocks.tables.rows import DEEPER, RowSetting, SetRows
from deckgen.blocks.tables.texts import Ruler
from deckgen.geometry import distribute

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from deckgen.blocks.kit import Context, LevelStyle
    from deckgen.blocks.table import Table
    from deckgen.blocks.tables.grid import Grid, Spot
    from deckgen.blocks.tables.prepared import PreparedTable
    from deckgen.blocks.tables.texts import ColumnTexts

SHARE: Final = 0.8
"""The size of a table's text as a share of that of the text around it."""
SMALLEST: Final = 6 / 7
"""The least size of a table's text as a share of that of a body: 12 pt where that is 14."""
WHOLE: Final = 9 / 14
"""The same where a word would be cut otherwise: 9 pt where bodies have 14."""
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
AIRY: Final = 8
"""The part of a column's share of room to spare that goes to each side of its text.

So a number at the right of its column stands clear of a word at the left of the next one.
"""
AIRIEST: Final = 0.75
"""The most of that, in em."""
ROOMY: Final = 2.0
"""The space between the texts of columns where there is more than enough room, in em."""
SMALL: Final = 0.45
"""The share of its place's height up to which a small table is made larger."""
LARGER: Final = ((1.0, 2.0), (1.0, 1.5), (0.9, 1.5))
"""Its sizes, as shares of the text around it, and the space above and below, as usual ones."""
DEEPEST: Final = 0.72
"""The share of its place's height that a table may take when it has more air than usual."""
CLOSE: Final = 0.5
"""The space above and below the text of a table that would take more pages, as a usual one."""
MANY: Final = 100
"""From so many rows on a table has its usual space: it takes many pages in any case."""
AIRS: Final = (2.0, 1.5, 1.0)
"""The space above and below the text of a table that has height to spare, as usual ones."""

_LISTED: Final = (Marker.BULLET, Marker.NUMBER)


def least_size(context: Context, share: float = SMALLEST) -> Centipoints:
    """Return the least size of a table's text, at a share of that of a body."""
    return Centipoints(round(context.floor * share / STEP) * STEP)


def builder(prepared: PreparedTable, context: Context) -> Builder:
    """Return a table in the size that tables have beside text of the context's."""
    text = context.text
    size = min(text.size, max(least_size(context), text.size.scaled(SHARE)))
    style = replace(text.flush(size), align=Align.LEFT)
    return Builder(prepared, style, context).in_size(size)


class Builder(Struct, frozen=True, dict=True):
    """A table in one size, and what it takes to set it."""

    prepared: PreparedTable
    style: LevelStyle
    context: Context
    side: Emu = SIDE
    above: Emu = ABOVE
    breaks_heads: bool = False
    """Whether what names a column may take a further line, though it is short."""

    @property
    def count(self) -> int:
        """The number of columns."""
        return self.grid.columns

    @property
    def table(self) -> Table:
        """The table as its language has it."""
        return self.prepared.table

    @property
    def grid(self) -> Grid:
        """The places of its cells."""
        return self.prepared.grid

    def galley(self, width: Emu) -> TableGalley:
        """Return the rows at a width; where there is room to spare, cells are padded more."""
        extents = self.extents
        spare = self.room(width) - sum(one.max_content for one in extents)
        if spare > 0 and not self.table.widths:
            more = min(spare // (self.count * AIRY), self.style.size.emu * AIRIEST)
            return replace(self, side=self.side + more).at(width, extents)
        return self.at(width, extents)

    def at(self, width: Emu, extents: Sequence[Extent]) -> TableGalley:
        """Return the rows at a width whose columns ask for so much."""
        room = self.room(width)
        most = self.style.size.emu * ROOMY - self.side * 2
        if len(self.table.widths) == self.count:
            shares = distribute(room, list(self.table.widths))
        else:
            kept = self.style.size.emu * KEPT
            shares = widths(extents, room, max(ZERO, most), kept)
        columns = tuple(wide + self.side * 2 + pt(1) for wide in shares)
        fits = not self.table.widths and fits_words(extents, room)
        lack = None if fits else self.lack(columns)
        setting = RowSetting(
            self.prepared, self.style, self.context, self.ruler, self.side, self.above
        )
        rows = SetRows(setting, columns)
        heads = self.prepared.heads
        return TableGalley(self.table, rows, columns, self.style, self.context, lack, heads)

    def lack(self, columns: Sequence[Emu]) -> Lack | None:
        """Return what the column lacks that is most too narrow for its words, if any is."""
        em, typesetter = self.style.size.emu, self.context.typesetter
        lacks = (
            Lack(widest_word(self.cells(column), em, typesetter), wide - self.side * 2)
            for column, wide in enumerate(columns)
        )
        most = max(lacks, key=lambda lack: lack.needed - lack.available, default=None)
        return most if most is not None and most.needed > most.available else None

    @cached_property
    def ruler(self) -> Ruler:
        """What measures the plain texts of the table in this size."""
        return Ruler(self.style, self.context.typesetter, self.prepared.texts.known)

    @cached_property
    def extents(self) -> tuple[Extent, ...]:
        """What each column asks for at the style's size."""
        em, typesetter = self.style.size.emu, self.context.typesetter
        extents = [*map(self.extent, self.prepared.texts.columns)]
        for spot in self.grid.spots:
            if spot.columns > 1:
                own = extent(self.lines(spot), em, typesetter)
                inner = (self.side * 2 + pt(1)) * (spot.columns - 1)
                covered = slice(spot.column, spot.column + spot.columns)
                extents[covered] = widened(extents[covered], own, inner)
        return tuple(extents)

    def extent(self, column: ColumnTexts) -> Extent:
        """Return what the texts ask for of the cells that are in one column."""
        em, ruler = self.style.size.emu, self.ruler
        others = (line for spot in column.others for line in self.lines(spot))
        more = extent(others, em, self.context.typesetter)
        lines = ruler.widest(column.lines)
        least = max(more.min_content, ruler.most(ruler.widest(column.words)))
        short = [one for one in lines if not (self.breaks_heads and one[2] in column.heads)]
        firm = max(more.firm, ruler.most(short, em * SHORT))
        return Extent(least, max(least, firm), max(more.max_content, ruler.most(lines)))

    def cells(self, column: int) -> Iterator[CellLine]:
        """Return the texts of the cells that are in one column, at the style's size."""
        spots = (s for s in self.grid.spots if s.column == column and s.columns == 1)
        return (stretch for spot in spots for stretch in self.lines(spot))

    def lines(self, spot: Spot) -> Iterator[CellLine]:
        """Yield the text of each paragraph of a cell, at the style's size."""
        is_bold = self.style.bold or self.prepared.is_bold(spot.row)
        style, em = replace(self.style, bold=is_bold), self.style.size.emu
        for paragraph in spot.cell.text.paragraphs:
            runs = place_runs(paragraph.runs, style, self.context.language)
            level = paragraph.level + (paragraph.marker in _LISTED)
            yield CellLine(runs, em * DEEPER * level)

    def fitted(self, width: Emu) -> TableGalley:
        """Return the table in the largest size at which nothing short is broken and it is whole.

        Where no readable size does both, rows are closer if that keeps the table whole, or saves a
        page on which it continues; where its short texts do not stand in one line each at any,
        only words are kept whole. A small table is made larger, and one that leaves much of its
        place empty has higher rows.
        """
        builder = self.unbroken(width)
        galley = builder.galley(width)
        height = self.context.height
        if len(self.context.steps) > 1 and galley.height <= height * SMALL:
            grown = self.larger(width) if builder.style == self.style else None
            return grown or self.with_heads_broken(width, builder).airier(width) or galley
        if galley.height <= height:
            return (builder.airier(width) if len(self.context.steps) > 1 else None) or galley
        closer = replace(builder, above=ABOVE * CLOSE)
        for tried in (builder, closer):
            whole = tried.whole(width)
            if whole is not None:
                return whole
        dense = closer.galley(width) if len(self.table.rows) <= MANY else galley
        return dense if dense.pages(height) < galley.pages(height) else galley

    def whole(self, width: Emu) -> TableGalley | None:
        """Return the table in this size, or the largest smaller one, in which a page holds it."""
        smallest = self.in_size(min(self.style.size, least_size(self.context)))
        height = self.context.height
        if len(self.table.rows) * (smallest.style.leading + self.above * 2) > height:
            return None
        found = bisected(self.sizes(), lambda tried: tried.galley(width).height <= height)
        return None if found is None else found.galley(width)

    def larger(self, width: Emu) -> TableGalley | None:
        """Return a small table in the size of the text around it, with higher rows, if it fits."""
        text = self.context.text.size
        for share, above in LARGER:
            size = max(self.style.size, text.scaled(share))
            tried = replace(self.in_size(size), above=ABOVE * above)
            if sum(one.max_content for one in tried.extents) <= tried.room(width):
                galley = tried.galley(width)
                if galley.height <= self.context.height * SMALL:
                    return galley
        return None

    def with_heads_broken(self, width: Emu, builder: Builder) -> Builder:
        """Return a small table that has no width for larger type in the size that it gets.

        What names its columns takes a further line where that lets the type be larger.
        """
        heads = replace(self, breaks_heads=True).firm(width)
        return builder if heads is None or heads.style.size <= builder.style.size else heads

    def airier(self, width: Emu) -> TableGalley | None:
        """Return the table with as much air above and below its text as its place has to spare."""
        limit = self.context.height * DEEPEST
        if self.context.left is not None:
            limit = min(limit, self.context.left)
        for above in AIRS:
            galley = replace(self, above=ABOVE * above).galley(width)
            if galley.height <= limit:
                return galley
        return None

    def firm(self, width: Emu) -> Builder | None:
        """Return the table in the largest size at which nothing short is broken."""
        return bisected(self.sizes(), partial(_passes, fits=fits_firmly, width=width))

    def unbroken(self, width: Emu) -> Builder:
        """Return the table in the largest size at which nothing short is broken, else no word.

        Where no size serves, cells are padded less; at last words are kept whole at sizes that
        are not for more than that.
        """
        tries = (
            (fits_firmly, False, SMALLEST),
            (fits_firmly, True, SMALLEST),
            (fits_words, True, SMALLEST),
            (fits_words, True, WHOLE),
        )
        for fits, is_tight, share in tries:
            tried = [size.tight() if is_tight else size for size in self.sizes(share)]
            found = bisected(tried, partial(_passes, fits=fits, width=width))
            if found is not None:
                return found
        return self.sizes()[-1].tight()

    def tight(self) -> Builder:
        """Return the table with as little space between columns as tells them apart."""
        return replace(self, side=min(self.side, self.style.size.emu * TIGHT))

    def room(self, width: Emu) -> Emu:
        """Return what a width leaves for text: a point less, for renderers that round widths."""
        return width - (self.side * 2 + pt(1)) * self.count

    def sizes(self, share: float = SMALLEST) -> tuple[Builder, ...]:
        """Return the table in this size and the smaller ones that may be tried."""
        top = self.style.size
        sizes = range(top, min(least_size(self.context, share), top) - 1, -STEP)
        return tuple(self.in_size(Centipoints(size)) for size in sizes)

    def in_size(self, size: Centipoints) -> Builder:
        """Return the table in another size.

        Renderers set single-spaced lines of tables by the height of the font, which differs between
        fonts, so the leading is given exactly (docs/analysis/line-height.md).
        """
        leading = Spacing(exact=SINGLE.of(size))
        style = replace(self.style, size=size, line_spacing=leading)
        return replace(self, style=style, side=max(SIDE, size.emu * WIDE))


def _passes(tried: Builder, *, fits: Callable[[Sequence[Extent], Emu], bool], width: Emu) -> bool:
    return fits(tried.extents, tried.room(width))
