"""Pieces and a height -> the ranges of pieces that stand on each page, at the least bad breaks.

As TeX breaks paragraphs into lines: over all ways to break, the one is taken whose pages are the
fewest, and among these the one with the least sum of penalties and of squared emptiness.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.layout.flow.galley import FORBIDDEN, Piece
from deckgen.records import Struct
from deckgen.units import ZERO, Emu

if TYPE_CHECKING:
    from collections.abc import Sequence

PAGE_COST: Final = 100_000.0
"""What a further page costs: more than any badness of the breaks that could avoid it."""
EMPTINESS: Final = 400.0
"""What an empty page would cost; a page that is half empty costs a quarter of it."""
EQUAL: Final = 1e-6
"""Ways to break that differ by less are equal; then the earlier page is the fuller one."""
LONE_PIECE: Final = 150.0
"""What a page with a single line costs."""


class Range(Struct, frozen=True):
    """The pieces of a page: from `start` up to, and not including, `stop`."""

    start: int
    stop: int


class TooHigh(Struct, frozen=True):
    """A piece that no page can hold: which, how high it is at the least, and how high a page."""

    piece: int
    needed: Emu
    available: Emu


def extent(pieces: Sequence[Piece], start: int, stop: int) -> Emu:
    """Return the height of a range of pieces on a page of its own, at their natural heights."""
    return _height(pieces, start, stop, least=False)


def least_extent(pieces: Sequence[Piece], start: int, stop: int) -> Emu:
    """Return the least height of a range of pieces on a page of its own."""
    return _height(pieces, start, stop, least=True)


def _height(pieces: Sequence[Piece], start: int, stop: int, *, least: bool) -> Emu:
    # whole numbers, whose sums are cheaper than those of lengths
    parts = [int(piece.minimum if least else piece.height) for piece in pieces[start:stop]]
    gaps = [int(piece.gap) for piece in pieces[start + 1 : stop]]
    repeated = _repeated(pieces[start], start) if start < stop else ZERO
    return repeated + sum(parts) + sum(gaps)


def _repeated(piece: Piece, start: int) -> Emu:
    return piece.repeated if start else ZERO


def fits(pieces: Sequence[Piece], available: Emu) -> bool:
    """Tell whether all pieces stand on one page."""
    return least_extent(pieces, 0, len(pieces)) <= available


def paginate(pieces: Sequence[Piece], available: Emu) -> tuple[Range, ...] | TooHigh:
    """Return the ranges of pieces for pages of a height, or the piece that is too high for one.

    Costs time in proportion to the pieces times those that a page holds.
    """
    best = _Best(len(pieces))
    # whole numbers, whose sums are cheaper than those of lengths
    sizes = [(int(each.height), int(each.minimum), int(each.gap)) for each in pieces]
    for start in range(len(pieces)):
        if best.cost[start] is None:
            continue
        reached = _extend(pieces, sizes, start, int(available), best)
        if reached == start:
            needed = pieces[start].minimum + _repeated(pieces[start], start)
            return TooHigh(start, needed, available)
    if best.cost[len(pieces)] is None and pieces:
        return _blocked(pieces, available, best)
    return best.ranges()


class _Best:
    """The least cost of pages up to each piece, and where the last of them starts."""

    def __init__(self, count: int) -> None:
        self.cost: list[float | None] = [0.0, *[None] * count]
        self.start = [0] * (count + 1)

    def offer(self, start: int, stop: int, cost: float) -> None:
        total = (self.cost[start] or 0.0) + cost
        known = self.cost[stop]
        if known is None or total <= known + EQUAL:
            self.cost[stop], self.start[stop] = total, start

    def ranges(self) -> tuple[Range, ...]:
        found, stop = [], len(self.cost) - 1
        while stop > 0:
            found.append(Range(self.start[stop], stop))
            stop = self.start[stop]
        return tuple(reversed(found))


def _extend(
    pieces: Sequence[Piece],
    sizes: Sequence[tuple[int, int, int]],
    start: int,
    available: int,
    best: _Best,
) -> int:
    """Offer all pages that start at a piece; return where the fullest of them stops.

    `sizes` are the heights of pieces, their least heights, and the gaps before them.
    """
    height = least = int(_repeated(pieces[start], start))
    stop = start
    for stop in range(start + 1, len(pieces) + 1):
        natural, minimum, before = sizes[stop - 1]
        gap = before if stop - 1 > start else 0
        height, least = height + natural + gap, least + minimum + gap
        if least > available:
            return stop - 1
        penalty = pieces[stop].penalty if stop < len(pieces) else 0
        if penalty < FORBIDDEN:
            best.offer(start, stop, _badness(height, available, stop - start) + penalty)
    return stop


def _badness(height: int, available: int, count: int) -> float:
    empty = max(0.0, 1 - height / available) if available > 0 else 1.0
    lone = LONE_PIECE if count == 1 and empty > 0.5 else 0.0
    return PAGE_COST + EMPTINESS * empty * empty + lone


def _blocked(pieces: Sequence[Piece], available: Emu, best: _Best) -> tuple[Range, ...] | TooHigh:
    """Find pages where forbidden breaks leave no way: such a break is then the lesser evil."""
    loosened = [
        Piece(p.height, p.gap, p.least, min(p.penalty, FORBIDDEN - 1), p.repeated) for p in pieces
    ]
    if all(old == new for old, new in zip(pieces, loosened, strict=True)):
        last = max(index for index, cost in enumerate(best.cost) if cost is not None)
        return TooHigh(last, pieces[last].minimum, available)
    return paginate(loosened, available)
