"""Points, sizes and boxes on a slide, in EMU, from the top left corner."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.records import Struct
from deckgen.units import ZERO, Emu


class Size(Struct, frozen=True):
    """A width and a height."""

    width: Emu
    height: Emu

    @property
    def aspect(self) -> float:
        """Width over height."""
        return self.width / self.height

    @property
    def area(self) -> int:
        """The area in square EMU."""
        return int(self.width) * int(self.height)


class Insets(Struct, frozen=True):
    """Distances from the four sides of a box."""

    left: Emu = ZERO
    top: Emu = ZERO
    right: Emu = ZERO
    bottom: Emu = ZERO


class Rect(Struct, frozen=True):
    """A box: its top left corner and its size."""

    x: Emu
    y: Emu
    width: Emu
    height: Emu

    @property
    def right(self) -> Emu:
        """The x of the right side."""
        return self.x + self.width

    @property
    def bottom(self) -> Emu:
        """The y of the lower side."""
        return self.y + self.height

    @property
    def size(self) -> Size:
        """The size of the box."""
        return Size(self.width, self.height)

    @property
    def area(self) -> int:
        """The area in square EMU; nothing for an empty or inverted box."""
        return max(0, int(self.width)) * max(0, int(self.height))

    def inset(self, by: Insets) -> Rect:
        """Return the box less the insets, never of a negative size."""
        return Rect(
            self.x + by.left,
            self.y + by.top,
            max(ZERO, self.width - by.left - by.right),
            max(ZERO, self.height - by.top - by.bottom),
        )

    def intersection(self, other: Rect) -> Rect:
        """Return what both boxes cover; its sides are at least zero."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        return Rect(
            x,
            y,
            max(ZERO, min(self.right, other.right) - x),
            max(ZERO, min(self.bottom, other.bottom) - y),
        )

    def union(self, other: Rect) -> Rect:
        """Return the smallest box that holds both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Rect(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)

    def contains(self, other: Rect) -> bool:
        """Tell whether the other box lies within this one, edges included."""
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def columns(self, weights: Sequence[float], gap: Emu) -> tuple[Rect, ...]:
        """Return columns side by side, as wide as the weights say, with a gap between each two."""
        widths = distribute(max(ZERO, self.width - gap * (len(weights) - 1)), weights)
        columns, x = [], self.x
        for width in widths:
            columns.append(Rect(x, self.y, width, self.height))
            x += width + gap
        return tuple(columns)

    def rows(self, weights: Sequence[float], gap: Emu) -> tuple[Rect, ...]:
        """Return rows, top to bottom, as high as the weights say, with a gap between each two."""
        heights = distribute(max(ZERO, self.height - gap * (len(weights) - 1)), weights)
        rows, y = [], self.y
        for height in heights:
            rows.append(Rect(self.x, y, self.width, height))
            y += height + gap
        return tuple(rows)


def distribute(total: Emu, weights: Sequence[float]) -> tuple[Emu, ...]:
    """Share a length out in proportion to the weights; the shares sum to it exactly.

    Each share ends at the rounded sum of the weights so far, so none is off by more than one EMU.
    """
    whole = sum(weights)
    if whole <= 0:
        weights, whole = [1.0] * len(weights), float(len(weights))
    shares, reached, running = [], ZERO, 0.0
    for weight in weights:
        running += weight
        end = total * (running / whole)
        shares.append(end - reached)
        reached = end
    return tuple(shares)


def fit_within(content: Size, box: Rect) -> Rect:
    """Return the largest box of the content's aspect within a box, centred."""
    scale = min(box.width / content.width, box.height / content.height)
    width, height = min(box.width, content.width * scale), min(box.height, content.height * scale)
    return Rect(box.x + (box.width - width) // 2, box.y + (box.height - height) // 2, width, height)
