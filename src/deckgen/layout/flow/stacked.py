"""Galleys one below the other -> the items of a range of their pieces in a box."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate, chain
from typing import TYPE_CHECKING

from deckgen.geometry import Rect
from deckgen.layout.flow.galley import Block, Galley, Piece, Place, Stepped
from deckgen.layout.flow.galleys import KEEP_WITH_LIST, TextGalley, joined, pieces_of
from deckgen.layout.flow.paginate import Range, extent, least_extent
from deckgen.records import Struct, replace
from deckgen.units import ZERO, Emu

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from deckgen.diagnostics import Diagnostic
    from deckgen.layout.flow.galley import Context
    from deckgen.pages import Item
    from deckgen.spec.blocks import BlockRecord


class Share(Struct, frozen=True):
    """What of a range belongs to one galley: which of its pieces, and how far they are down."""

    galley: Galley
    part: Range
    offset: int


class StackGalley(Struct, frozen=True, dict=True):
    """Galleys one below the other, which is what a body of blocks measures to."""

    galleys: tuple[Galley, ...]
    pieces: tuple[Piece, ...]
    fills_slot: bool = False

    @property
    def cuts_words(self) -> bool:
        """Whether a word of a text is too wide for its line."""
        return any(galley.cuts_words for galley in self.galleys)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What there is to say of all galleys."""
        return tuple(chain.from_iterable(galley.diagnostics for galley in self.galleys))

    @cached_property
    def stops(self) -> tuple[int, ...]:
        """Behind which piece each galley stops."""
        return tuple(accumulate(len(galley.pieces) for galley in self.galleys))

    @property
    def height(self) -> Emu:
        """The height of everything at its natural heights."""
        return extent(self.pieces, 0, len(self.pieces))

    @property
    def least(self) -> Emu:
        """The least height of everything."""
        return least_extent(self.pieces, 0, len(self.pieces))

    def shares(self, part: Range) -> Iterator[Share]:
        """Yield the galleys that a range of pieces belongs to."""
        for index in range(bisect_right(self.stops, part.start), len(self.galleys)):
            offset = self.stops[index - 1] if index else 0
            if offset >= part.stop:
                return
            start, stop = max(part.start, offset), min(part.stop, self.stops[index])
            if start < stop:
                yield Share(self.galleys[index], Range(start - offset, stop - offset), offset)

    def boxes(self, part: Range, box: Rect) -> Iterator[tuple[Share, Rect]]:
        """Yield the galleys of a range and the box of each, from the top of a box down.

        What can shrink does so evenly where the box is too low, some of it in steps.
        """
        shares, y = [*self.shares(part)], box.y
        heights = self._heights(part, box.height, shares)
        for share in shares:
            first, last = share.part.start + share.offset, share.part.stop + share.offset
            gap = self.pieces[first].gap if first > part.start else ZERO
            height = Emu(sum(map(int, heights[first - part.start : last - part.start])))
            # text first, as most are: what a protocol asks for takes long to look up
            if not isinstance(share.galley, TextGalley) and isinstance(share.galley, Stepped):
                height = min(height, share.galley.height_in(height))
            yield share, Rect(box.x, y + gap, box.width, height)
            y += gap + height

    def airy(self, part: Range, box: Rect, air: Emu) -> list[tuple[Share, Rect]]:
        """Return the galleys of a range and their boxes, some more space between them if they may.

        Each has up to so much `air` above it, and half as much where what is above leads to it.
        """
        found, down = [*self.boxes(part, box)], ZERO
        free = box.bottom - max((below.bottom for _, below in found), default=box.bottom)
        apart = min(max(ZERO, free) // max(1, len(found)), air)
        placed = found[:1]
        for share, below in found[1:]:
            is_led_to = self.pieces[share.part.start + share.offset].penalty >= KEEP_WITH_LIST
            down += apart // 2 if is_led_to else apart
            placed.append((share, replace(below, y=below.y + down)))
        return placed

    def place(self, start: int, stop: int, place: Place) -> tuple[Item, ...]:
        """Return the items of a range, one below the other."""
        boxes = self.boxes(Range(start, stop), place.box)
        return tuple(
            item
            for share, box in boxes
            for item in share.galley.place(
                share.part.start, share.part.stop, Place(box, side=place.side)
            )
        )

    def _heights(self, part: Range, available: Emu, shares: Sequence[Share]) -> list[Emu]:
        """Return the height of each piece with gaps within blocks."""
        pieces, shrunk = self.pieces, 0.0
        natural = extent(pieces, part.start, part.stop)
        if natural > available:
            give = natural - least_extent(pieces, part.start, part.stop)
            shrunk = min(1.0, (natural - available) / give) if give else 0.0
        starts = {share.part.start + share.offset for share in shares}
        heights = []
        for index in range(part.start, part.stop):
            piece = pieces[index]
            height = piece.height
            if shrunk:
                height -= (height - piece.minimum) * shrunk
            if index not in starts:
                height += piece.gap
            elif index == part.start and part.start > 0:
                height += piece.repeated
            heights.append(height)
        return heights


def stack_of(galleys: Sequence[Galley], width: Emu) -> StackGalley:
    """Return galleys of a width one below the other, text that follows text in one frame."""
    merged = joined(galleys)
    tidied = (g.tidied(width) if isinstance(g, TextGalley) else g for g in merged)
    return StackGalley(tuple(tidied), pieces_of(merged))


def measurable(record: BlockRecord) -> Block:
    """Return a block as what can be measured, which all are that are registered."""
    assert isinstance(record, Block), type(record)
    return record


def measure_blocks(blocks: Iterable[BlockRecord], width: Emu, context: Context) -> StackGalley:
    """Return the blocks that another one holds, one below the other at a width."""
    return stack_of([measurable(block).measure(width, context) for block in blocks], width)
