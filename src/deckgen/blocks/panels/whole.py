"""Columns with pictures that make room -> one thing that stays whole on a page."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from deckgen.blocks.kit import Align, Emu, ParallelGalley, Piece, Place, Rect, extent, least_extent

if TYPE_CHECKING:
    from deckgen.blocks.kit import Item


class SideGalley(ParallelGalley, frozen=True, dict=True):
    """Columns of which each shrinks by what it can to the height that there is."""

    @property
    def height(self) -> Emu:
        """The height of the highest column."""
        pieces = (column.galley.pieces for column in self.columns)
        return max(extent(each, 0, len(each)) for each in pieces)

    @property
    def least(self) -> Emu:
        """How low all columns may become."""
        pieces = (column.galley.pieces for column in self.columns)
        return max(least_extent(each, 0, len(each)) for each in pieces)

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The one piece."""
        return (Piece(self.height, self.gap, least=min(self.height, self.least)),)

    def place(self, start: int, stop: int, place: Place) -> tuple[Item, ...]:
        """Return the items of each column, from left to right."""
        items: list[Item] = []
        for column in self.columns if start < stop else ():
            pieces = column.galley.pieces
            height = min(place.box.height, extent(pieces, 0, len(pieces)))
            box = Rect(place.box.x + column.x, place.box.y, column.width, height)
            items += column.galley.place(0, len(pieces), Place(box, side=Align.LEFT))
        return tuple(items)
