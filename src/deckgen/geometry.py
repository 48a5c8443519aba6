"""Points, sizes and boxes on a slide, in EMU, from the top left corner."""

from collections.abc import Iterable, Sequence
from typing import Final

from deckgen.records import Struct
from deckgen.units import ZERO, Emu

_MOST_OBSTACLES: Final = 24
"""How many boxes are reckoned with in the search for a free one."""


class Point(Struct, frozen=True):
    """A point on a slide."""

    x: Emu
    y: Emu


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


_NO_INSETS: Final = Insets()


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

    def inset(self, by: Insets) -> "Rect":
        """Return the box less the insets, never of a negative size."""
        if by == _NO_INSETS and self.width >= 0 and self.height >= 0:
            return self
        return Rect(
            self.x + by.left,
            self.y + by.top,
            max(ZERO, self.width - by.left - by.right),
            max(ZERO, self.height - by.top - by.bottom),
        )

    def outset(self, by: Insets) -> "Rect":
        """Return the box of which this is what the insets leave."""
        return Rect(
            self.x - by.left,
            self.y - by.top,
            self.width + by.left + by.right,
            self.height + by.top + by.bottom,
        )

    def overlaps(self, other: "Rect") -> bool:
        """Tell whether both boxes cover something; those whose edges touch do not."""
        return max(self.x, other.x) < min(self.right, other.right) and (
            max(self.y, other.y) < min(self.bottom, other.bottom)
        )

    def intersection(self, other: "Rect") -> "Rect":
        """Return what both boxes cover; its sides are at least zero."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        return Rect(
            x,
            y,
            max(ZERO, min(self.right, other.right) - x),
            max(ZERO, min(self.bottom, other.bottom) - y),
        )

    def union(self, other: "Rect") -> "Rect":
        """Return the smallest box that holds both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Rect(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)

    def contains(self, other: "Rect") -> bool:
        """Tell whether the other box lies within this one, edges included."""
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def columns(self, weights: Sequence[float], gap: Emu) -> "tuple[Rect, ...]":
        """Return columns side by side, as wide as the weights say, with a gap between each two."""
        widths = distribute(max(ZERO, self.width - gap * (len(weights) - 1)), weights)
        columns, x = [], self.x
        for width in widths:
            columns.append(Rect(x, self.y, width, self.height))
            x += width + gap
        return tuple(columns)

    def rows(self, weights: Sequence[float], gap: Emu) -> "tuple[Rect, ...]":
        """Return rows, top to bottom, as high as the weights say, with a gap between each two."""
        heights = distribute(max(ZERO, self.height - gap * (len(weights) - 1)), weights)
        rows, y = [], self.y
        for height in heights:
            rows.append(Rect(self.x, y, self.width, height))
            y += height + gap
        return tuple(rows)


class Crop(Struct, frozen=True):
    """The shares of a picture's width and height, from 0 to 1, that are cut off its sides."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0

    @classmethod
    def covering(cls, picture: Size, box: Size, x: float = 0.5, y: float = 0.5) -> "Crop":
        """Return what to cut off a picture that fills a box.

        The point at shares of its width and height, `x` and `y`, is as central as it can be.
        """
        ratio = picture.aspect / box.aspect
        left = min(ratio, 1 / ratio)
        lost = 1 - left
        before = min(max(0.0, (x if ratio > 1 else y) - left / 2), lost)
        if ratio > 1:
            return cls(left=before, right=lost - before)
        return cls(top=before, bottom=lost - before)


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


def largest_free(area: Rect, obstacles: Iterable[Rect]) -> Rect:
    """Return the largest part of an area that meets no obstacle, all of it where none is in it.

    Tries all pairs of upper and lower edges, and between them the widest gap.
    """
    met = [box for box in obstacles if area.overlaps(box)][:_MOST_OBSTACLES]
    if not met:
        return area
    tops = sorted({area.y, *(box.bottom for box in met if box.bottom < area.bottom)})
    bottoms = sorted({area.bottom, *(box.y for box in met if box.y > area.y)})
    candidates = (
        widest_gap(Rect(area.x, top, area.width, bottom - top), met)
        for top in tops
        for bottom in bottoms
        if bottom > top
    )
    return max(candidates, key=lambda box: box.area, default=area)


def widest_gap(band: Rect, obstacles: Sequence[Rect]) -> Rect:
    """Return the widest part of a band that meets no obstacle; it may be empty."""
    best, left = Rect(band.x, band.y, ZERO, band.height), band.x
    met = sorted((b for b in obstacles if band.overlaps(b)), key=lambda box: box.x)
    for box in met:
        if box.x - left > best.width:
            best = Rect(left, band.y, box.x - left, band.height)
        left = max(left, box.right)
    if band.right - left > best.width:
        best = Rect(left, band.y, band.right - left, band.height)
    return best
