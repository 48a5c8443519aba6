"""What is painted in a box: the colours that show, by the cells of a grid over it."""

from collections.abc import Iterator, Sequence
from itertools import chain, product
from typing import Final

from deckgen.colors import Color, extremes, mix
from deckgen.geometry import Rect
from deckgen.records import Struct

COLUMNS: Final = 32
"""The cells across a picture."""

Tones = list[tuple[Color, float]]
"""Colours, and how much each covers, from 0 to 1."""


class Paint(Struct, frozen=True):
    """What is painted in a box: the darkest and the palest colour in each cell of a grid over it.

    The cells run from the top left, row by row; there are none where the colours are not known.
    Something that `hides` lets nothing below it show in its box. `covers` tells of what lets
    something through how much each cell covers, from 0 to 1, at the least and at the most. It does
    so in all of its box if it is `whole`.
    """

    box: Rect
    cells: tuple[tuple[Color, Color], ...] = ()
    columns: int = 1
    hides: bool = False
    covers: tuple[tuple[float, float], ...] = ()
    whole: bool = False

    def within(self, part: Rect) -> tuple[Color, ...]:
        """Return the extremes in the cells that a part of the box meets."""
        return tuple(color for at in self._met(part) for color in self.cells[at])

    def over(self, part: Rect, below: tuple[Color, ...]) -> tuple[Color, ...]:
        """Return what shows in a part of the box of what has some colours; none if not known."""
        if not self.covers or not below:
            return () if self.covers else self.within(part)
        ground = extremes(below)
        return tuple(
            color
            for at in self._met(part)
            for color in extremes(
                [
                    mix(under, over, cover)
                    for under, over, cover in product(ground, self.cells[at], self.covers[at])
                ]
            )
        )

    @property
    def fills(self) -> bool:
        """Whether nothing below it shows in its box as it is."""
        return self.hides or self.whole

    def flattened(self, *, whole: bool) -> "Paint":
        """Return a paint that may have each of its colours anywhere, all over its box or not."""
        if not self.cells:
            return Paint(self.box, hides=whole)
        cells = (extremes(list(chain(*self.cells))),)
        least, most = zip(*self.covers, strict=True) if self.covers else ((1.0,), (1.0,))
        covers = ((min(least), max(most)),) if self.covers else ()
        return Paint(self.box, cells, 1, whole and not covers, covers, whole)

    def _met(self, part: Rect) -> Iterator[int]:
        """Yield the places of the cells that a part of the box meets."""
        box, rows = self.box, len(self.cells) // self.columns
        if not rows:
            return
        first = int(max(0, part.x - box.x) * self.columns // box.width)
        last = int(max(0, part.right - box.x - 1) * self.columns // box.width)
        top = int(max(0, part.y - box.y) * rows // box.height)
        bottom = int(max(0, part.bottom - box.y - 1) * rows // box.height)
        for row in range(min(top, rows - 1), min(bottom, rows - 1) + 1):
            for column in range(min(first, self.columns - 1), min(last, self.columns - 1) + 1):
                yield row * self.columns + column


def veiled(box: Rect, cells: Sequence[Tones], columns: int = 1) -> Paint:
    """Return the paint of cells that have some colours, which may let something through."""
    colors = tuple(extremes([color for color, _ in cell]) for cell in cells)
    covers = tuple((min(c for _, c in cell), max(c for _, c in cell)) for cell in cells)
    if all(least >= 1 for least, _ in covers):
        return Paint(box, colors, columns, hides=True)
    return Paint(box, colors, columns, covers=covers, whole=True)


def plain(box: Rect, color: Color) -> Paint:
    """Return the paint of one colour."""
    return Paint(box, ((color, color),), hides=True)
