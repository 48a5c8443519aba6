"""Galleys side by side -> one galley, whose columns continue together on further pages.

A page may end wherever none of the columns forbids it. What of a column reaches over such a place
goes to the next page as a whole, where all columns start at the top again.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from deckgen.geometry import Rect
from deckgen.layout.flow.galley import Galley, Piece, Place
from deckgen.layout.flow.paginate import extent
from deckgen.records import Struct
from deckgen.units import ZERO, Emu

if TYPE_CHECKING:
    from deckgen.diagnostics import Diagnostic
    from deckgen.pages import Item


class Column(Struct, frozen=True, dict=True):
    """A galley, and where it stands in the width of all."""

    galley: Galley
    x: Emu
    width: Emu

    @cached_property
    def bottoms(self) -> tuple[Emu, ...]:
        """How far down each piece reaches where nothing is divided."""
        pieces = self.galley.pieces
        return tuple(extent(pieces, 0, stop) for stop in range(1, len(pieces) + 1))

    def above(self, y: Emu) -> int:
        """Return how many pieces end no lower than a height."""
        return bisect_right(self.bottoms, y)

    def carried(self, y: Emu) -> Emu:
        """Return how much of the next piece lies above a height, and so moves to the next page."""
        done = self.above(y)
        pieces = self.galley.pieces
        if done == len(pieces):
            return ZERO
        return max(ZERO, y - (self.bottoms[done] - pieces[done].height))

    def free(self, y: Emu) -> Emu | None:
        """Return how far below a height the next piece starts; None where none follows."""
        done = self.above(y)
        pieces = self.galley.pieces
        if done == len(pieces):
            return None
        return max(ZERO, self.bottoms[done] - pieces[done].height - y)


class ParallelGalley(Struct, frozen=True, dict=True):
    """Columns that start at one height on each page. `gap` is the space above them."""

    columns: tuple[Column, ...]
    gap: Emu
    fills_slot: bool = False

    @property
    def cuts_words(self) -> bool:
        """Whether a word is too wide for its column."""
        return any(column.galley.cuts_words for column in self.columns)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What there is to say of all columns."""
        return tuple(chain.from_iterable(column.galley.diagnostics for column in self.columns))

    @cached_property
    def heights(self) -> tuple[Emu, ...]:
        """The heights at which a page may end: wherever a piece of a column does."""
        return (ZERO, *sorted({bottom for column in self.columns for bottom in column.bottoms}))

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """What lies between two such heights; a break costs what it costs the worst column."""
        return tuple(self._piece(top, bottom) for top, bottom in pairwise(self.heights))

    def _piece(self, top: Emu, bottom: Emu) -> Piece:
        if top == 0:
            return Piece(bottom, self.gap)
        gap = min(free for column in self.columns if (free := column.free(top)) is not None)
        return Piece(
            height=bottom - top - gap,
            gap=gap,
            penalty=max(self._penalty(column, top) for column in self.columns),
            repeated=max(self._repeated(column, top) for column in self.columns),
        )

    def _repeated(self, column: Column, y: Emu) -> Emu:
        """Return what a column repeats, and carries over, on a page that starts at a height."""
        pieces, done = column.galley.pieces, column.above(y)
        again = pieces[done].repeated if done < len(pieces) else ZERO
        return again + column.carried(y)

    def _penalty(self, column: Column, y: Emu) -> int:
        """Return how bad a page break at a height is for a column; for one that has ended, not."""
        pieces, done = column.galley.pieces, column.above(y)
        return pieces[done].penalty if 0 < done < len(pieces) else 0

    def place(self, start: int, stop: int, place: Place) -> tuple[Item, ...]:
        """Return the items of each column between two heights, from left to right."""
        top, bottom = self.heights[start], self.heights[stop]
        items: list[Item] = []
        for column in self.columns:
            first, last = column.above(top), column.above(bottom)
            if first < last:
                height = extent(column.galley.pieces, first, last)
                box = Rect(place.box.x + column.x, place.box.y, column.width, height)
                items += column.galley.place(first, last, Place(box))
        return tuple(items)
