"""Blocks in a frame (a panel, a title above them), which goes on with them on further pages."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from deckgen.blocks.kit import ZERO, Piece, Place, Struct, replace

if TYPE_CHECKING:
    from deckgen.blocks.kit import Diagnostic, Emu, Item, Rect, StackGalley


class Frame(Protocol):
    """What stands around blocks on each page."""

    @property
    def down(self) -> Emu:
        """What it takes from the height of each page."""
        ...

    @property
    def within(self) -> int:
        """What a page break in it costs beside what it costs the blocks."""
        ...

    def inner(self, box: Rect) -> Rect:
        """Return the part of a box in which the blocks stand."""
        ...

    def items(self, box: Rect, inside: tuple[Item, ...]) -> tuple[Item, ...]:
        """Return the frame in its box, and what stands in it."""
        ...


class FramedGalley(Struct, frozen=True, dict=True):
    """Blocks in a frame. `gap` is the space above it."""

    inside: StackGalley
    frame: Frame
    gap: Emu
    fills_slot: bool = False

    @property
    def cuts_words(self) -> bool:
        """Whether a word is too wide for its line."""
        return self.inside.cuts_words

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What there is to say of the blocks."""
        return self.inside.diagnostics

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The pieces of the blocks; the first on each page has the frame's height as well."""
        down, within = self.frame.down, self.frame.within
        first, *rest = self.inside.pieces or (Piece(ZERO),)
        least = None if first.least is None else first.least + down
        head = replace(first, height=first.height + down, least=least, gap=self.gap)
        further = (
            replace(piece, repeated=piece.repeated + down, penalty=piece.penalty + within)
            for piece in rest
        )
        return (head, *further)

    def place(self, start: int, stop: int, place: Place) -> tuple[Item, ...]:
        """Return the frame and what stands in it."""
        inner = Place(self.frame.inner(place.box), side=place.side)
        stop = min(stop, len(self.inside.pieces))
        return self.frame.items(place.box, self.inside.place(start, stop, inner))
