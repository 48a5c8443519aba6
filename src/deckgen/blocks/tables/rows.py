"""A table in one size, and the widths of its columns -> its rows, each set when it is asked for.

How high a row is can mostly be told from how wide its texts are, so that a table that is tried in
several sizes has its cells set in one.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import (
    ZERO,
    Anchor,
    BodyProperties,
    Cell,
    Emu,
    Insets,
    Row,
    SetParagraph,
    Spacing,
    Struct,
    fitting_links,
    measure_paragraphs,
    place_runs,
    pt,
    replace,
    stack,
)
from deckgen.blocks.tables.look import Ink, ink_of, inked
from deckgen.blocks.tables.tones import toned_fill, toned_runs
from deckgen.geometry import distribute
from deckgen.layout.typeset.runts import trimmed, without_runts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.blocks.kit import Align, Color, Context, LevelStyle, Run, Stack
    from deckgen.blocks.tables.grid import Spot
    from deckgen.blocks.tables.prepared import PreparedTable
    from deckgen.blocks.tables.texts import Ruler
    from deckgen.placed_text import PlacedParagraph

APART: Final = 0.3
"""The space above a further paragraph of a cell, in em."""
LOOSE: Final = pt(1)
"""What is left free beside the widest line of a column that gives up some of its width."""
DEEPER: Final = 1.2
"""How much further in the text of a level is than that of the level above it, in em."""


class RowSetting(Struct, frozen=True):
    """What the rows of a table are set with.

    `side` and `above` are the space beside the text of cells, and above and below it.
    """

    prepared: PreparedTable
    style: LevelStyle
    context: Context
    ruler: Ruler
    side: Emu
    above: Emu


class SetRows:
    """The rows of a table; what of them is set is remembered."""

    def __init__(self, setting: RowSetting, columns: tuple[Emu, ...]) -> None:
        """Take the widths of columns, with the space beside their text."""
        self._setting: Final = setting
        self._columns: Final = columns
        self._rooms: Final = tuple(int(each - setting.side * 2) for each in columns)
        self._table: Final = setting.prepared.table
        self._leading: Final = int(setting.style.leading)
        self._places: Final = setting.prepared.grid.places
        self._stacks: Final[dict[tuple[int, int], Stack]] = {}
        self._contexts: Final[dict[tuple[Align, bool], Context]] = {}
        self._inks: Final[dict[bool, Ink | None]] = {}

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self._table.rows)

    @property
    def columns(self) -> tuple[Emu, ...]:
        """The widths of columns, with the space beside their text."""
        return self._columns

    def tightened(self) -> SetRows | None:
        """Return the rows with columns that leave to others what none of their own lines takes.

        Those get it whose texts are broken, in proportion to how wide they would be in one line.
        There are none where no text is broken, or nothing is left.
        """
        taken, whole = [0] * len(self._columns), [0] * len(self._columns)
        for spot in self._setting.prepared.grid.spots:
            if spot.columns == 1:
                for paragraph in self._stack(spot).paragraphs:
                    widths = [paragraph.style.margin_left + line.width for line in paragraph.lines]
                    taken[spot.column] = max(taken[spot.column], *widths)
                    whole[spot.column] = max(whole[spot.column], sum(widths))
        rooms = [min(room, wide + LOOSE) for room, wide in zip(self._rooms, taken, strict=True)]
        spare = sum(self._rooms) - sum(rooms)
        lacking = [float(max(0, w - room)) for w, room in zip(whole, rooms, strict=True)]
        if spare <= 0 or not any(lacking):
            return None
        side = self._setting.side * 2
        more = distribute(Emu(spare), lacking)
        columns = [Emu(room + add) + side for room, add in zip(rooms, more, strict=True)]
        return SetRows(self._setting, tuple(columns))

    def part(self, start: int, stop: int) -> tuple[Row, ...]:
        """Return a range of rows, in which cells begin anew that began above, and end at its end.

        The words of such a cell stand in each part.
        """
        part = [list(self._cells(row)) for row in range(start, stop)]
        for column, cell in enumerate(part[0]):
            if cell.joins_above:
                part[0][column] = self._first_above(start, column)
        for number, cells in enumerate(part):
            for column, cell in enumerate(cells):
                if number + cell.down > len(part):
                    cells[column] = replace(cell, down=len(part) - number)
        heights = self.heights[start:stop]
        return tuple(Row(height, tuple(cells)) for height, cells in zip(heights, part, strict=True))

    def joins_above(self, row: int) -> bool:
        """Tell whether a cell of a row began above it."""
        return any(spot is not None and spot.row < row for spot in self._places[row])

    def _first_above(self, row: int, column: int) -> Cell:
        """Return the cell that reaches down to a place, as it is when it starts there."""
        spot = self._places[row][column]
        assert spot is not None
        cell = self._cells(spot.row)[column]
        return replace(cell, down=cell.down - (row - spot.row))

    @cached_property
    def heights(self) -> tuple[Emu, ...]:
        """How high each row is: as its highest cell."""
        setting = self._setting
        heights = [self._leading] * len(self)
        for spot in sorted(setting.prepared.grid.spots, key=_rows):
            last = spot.row + spot.rows - 1
            needed = self._height(spot)
            if spot.rows > 1:
                needed -= sum(heights[spot.row : last]) + setting.above * 2 * (spot.rows - 1)
            heights[last] = max(heights[last], needed)
        return tuple(Emu(height) + setting.above * 2 for height in heights)

    def _height(self, spot: Spot) -> int:
        """Return how high the text of a cell is."""
        setting = self._setting
        saying = setting.prepared.texts.sayings.get(id(spot.cell))
        if saying is not None and setting.ruler.fits(saying, self._room(spot)):
            return self._leading
        return int(self._stack(spot).height)

    def _room(self, spot: Spot) -> int:
        """Return the width of the text of a cell."""
        if spot.columns == 1:
            return self._rooms[spot.column]
        covered = self._columns[spot.column : spot.column + spot.columns]
        return int(sum(covered)) - self._setting.side * 2

    def _stack(self, spot: Spot) -> Stack:
        """Return the measured text of a cell."""
        found = self._stacks.get((spot.row, spot.column))
        if found is None:
            found = self._stacks[spot.row, spot.column] = self._stacked(spot)
        return found

    def _stacked(self, spot: Spot) -> Stack:
        return stack(self._set(spot))

    def _set(self, spot: Spot) -> tuple[SetParagraph, ...]:
        """Return the paragraphs of a cell."""
        width = Emu(self._room(spot))
        measured = measure_paragraphs(spot.cell.text.paragraphs, width, self._context(spot))
        return tuple(
            self._shown(paragraph, written.runs, spot, width)
            for paragraph, written in zip(measured, spot.cell.text.paragraphs, strict=True)
        )

    def _tidied(self, spot: Spot) -> tuple[tuple[PlacedParagraph, ...], Emu]:
        """Return the text of a cell as it is placed, and how much narrower for lines to end well.

        Heights are not asked again: it takes as many lines.
        """
        stacked = self._stack(spot)
        if not _is_deep(stacked):
            return stacked.paragraphs, ZERO
        width = Emu(self._room(spot))
        paragraphs, trim = without_runts(self._set(spot), width, self._context(spot))
        return (stack(paragraphs) if trim else stacked).paragraphs, trim

    def _context(self, spot: Spot) -> Context:
        """Return the context with the levels of a cell."""
        setting = self._setting
        key = setting.prepared.style_align(spot), setting.prepared.is_bold(spot.row)
        found = self._contexts.get(key)
        if found is None:
            style = replace(setting.style, bold=setting.style.bold or key[1], align=key[0])
            em = style.size.emu
            levels = tuple(replace(style, margin_left=em * DEEPER * level) for level in range(9))
            found = self._contexts[key] = setting.context.with_levels(levels)
        return found

    def _shown(
        self, paragraph: SetParagraph, written: tuple[Run, ...], spot: Spot, width: Emu
    ) -> SetParagraph:
        """Return a paragraph in colours that are read in its cell, apart from the one above it."""
        setting = self._setting
        apart = Spacing(exact=setting.style.size.emu * APART)
        style = replace(paragraph.style, space_before=apart)
        runs = place_runs(written, style, setting.context.language)
        is_header = spot.row < setting.prepared.heads
        runs = inked(
            runs, style, self._ink(style, header=is_header), below=is_header and spot.row > 0
        )
        runs = toned_runs(runs, spot, self._table, setting.context)
        runs = fitting_links(runs, style, width, setting.context)
        return replace(paragraph, runs=runs, style=style)

    def _ink(self, style: LevelStyle, *, header: bool) -> Ink | None:
        if header not in self._inks:
            self._inks[header] = ink_of(style, self._setting.context, header=header)
        return self._inks[header]

    def _cells(self, row: int) -> Sequence[Cell]:
        """Return the cells of a row; they start at its top where one has several lines."""
        setting, table = self._setting, self._table
        spots = {id(spot): spot for spot in self._places[row] if spot is not None}
        alone = (spot for spot in spots.values() if spot.rows == 1)
        anchor = Anchor.TOP if any(_is_deep(self._stack(spot)) for spot in alone) else Anchor.MIDDLE
        insets = Insets(setting.side, setting.above, setting.side, setting.above)
        body = BodyProperties(insets, anchor)
        empty = Cell((), body, fill=self._fill(row), span=table.rows[row].span)
        cells: list[Cell] = []
        for column, spot in enumerate(self._places[row]):
            if spot is None:
                cells.append(empty)
                continue
            is_first = (spot.row, spot.column) == (row, column)
            paragraphs, trim = self._tidied(spot) if is_first else ((), ZERO)
            cell = replace(
                empty,
                paragraphs=paragraphs,
                body=trimmed(body, trim),
                fill=toned_fill(spot, table, setting.context) or empty.fill,
                span=spot.cell.span,
                across=spot.columns,
                down=spot.rows,
                joins_left=spot.column < column,
                joins_above=spot.row < row,
            )
            cells.append(cell)
        return cells

    def _fill(self, row: int) -> Color | None:
        """Return the fill of a further row of the header, which table styles know nothing of."""
        colors = self._setting.context.theme.table
        is_further = 0 < row < self._setting.prepared.heads
        return None if colors is None or not is_further else colors.header_fill


def _is_deep(stacked: Stack) -> bool:
    """Tell whether a text has several lines."""
    return sum(len(paragraph.lines) for paragraph in stacked.paragraphs) > 1


def _rows(spot: Spot) -> int:
    return spot.rows
