"""The shapes of pictures and a place -> a cell for each, in a grid or in rows of like widths."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import ZERO, Emu, Rect, Struct

if TYPE_CHECKING:
    from collections.abc import Sequence

Below = Callable[[int, Emu], Emu]
"""How high the caption of a picture is, given which picture and how wide it is."""

Shape = Callable[[float], float]
"""The shape that a cell has, given the one that would fill its room."""

_TRIES: Final = 12
_TALLEST: Final = 1.25
"""How much higher than the others a row of few pictures may be."""
_TALLEST_OF_BALANCED: Final = 2.0
"""The same for rows that are as alike as the shapes of their pictures allow."""


class PictureRoom(Struct, frozen=True):
    """A width and a height for pictures, the gap between, and the width of captions in one line."""

    width: Emu
    height: Emu
    gap: Emu
    caption_width: Emu = ZERO


class Cells(Struct, frozen=True):
    """A cell for each picture, from the upper left corner of all, and the height below each."""

    boxes: tuple[Rect, ...]
    below: tuple[Emu, ...]
    caption_width: Emu = ZERO
    """How wide captions may be, where that is wider than their cells."""

    @property
    def left(self) -> Emu:
        """Where the first column begins."""
        return min((box.x for box in self.boxes), default=ZERO)

    @property
    def width(self) -> Emu:
        """The width of all, captions included."""
        ends = (box.x + max(box.width, self.caption_width) for box in self.boxes)
        return max(ends, default=ZERO) - self.left

    @property
    def height(self) -> Emu:
        """The height of all, captions included."""
        ends = (box.bottom + below for box, below in zip(self.boxes, self.below, strict=True))
        return max(ends, default=ZERO)

    @property
    def rows(self) -> int:
        """The number of rows."""
        return len({box.y for box in self.boxes})

    @property
    def filled(self) -> float:
        """The share of places in a grid of so many rows and columns that have a picture.

        Rows that are as wide as each other have no holes, however many pictures each has.
        """
        ends: dict[Emu, Emu] = {}
        for box in self.boxes:
            ends[box.y] = max(box.right, ends.get(box.y, ZERO))
        widest = max(ends.values(), default=ZERO) - self.left
        return sum(end - self.left for end in ends.values()) / max(1, widest * len(ends))

    @property
    def narrowest(self) -> Emu:
        """The width of the narrowest cell."""
        return min((box.width for box in self.boxes), default=ZERO)


def in_rows(
    aspects: Sequence[float], columns: int, place: PictureRoom, below: Below
) -> Cells | None:
    """Return cells of the pictures' own shapes, so that those in a row have the same height.

    Each row has so many pictures but the last, which is not much higher than the others. All rows
    are as wide as the place, or narrower alike where it is not high enough. Where captions take all
    the room, there is no way.
    """
    rows = [
        range(start, min(start + columns, len(aspects)))
        for start in range(0, len(aspects), columns)
    ]
    return _justified(aspects, rows, _TALLEST, place, below)


def in_balanced_rows(
    aspects: Sequence[float], count: int, place: PictureRoom, below: Below
) -> Cells | None:
    """Return the same in so many rows at the most, with pictures shared out for like heights.

    There is no way where the shapes allow no heights that are alike, either.
    """
    total, before, rows = sum(aspects), 0.0, dict[int, list[int]]()
    for number, aspect in enumerate(aspects):
        middle = before + aspect / 2
        rows.setdefault(min(count - 1, int(middle / total * count)), []).append(number)
        before += aspect
    ranges = [range(row[0], row[-1] + 1) for row in rows.values()]
    widths = [sum(aspects[number] for number in row) for row in ranges]
    if max(widths) > min(widths) * _TALLEST_OF_BALANCED:
        return None
    return _justified(aspects, ranges, _TALLEST_OF_BALANCED, place, below)


def _justified(
    aspects: Sequence[float],
    rows: Sequence[range],
    tallest: float,
    place: PictureRoom,
    below: Below,
) -> Cells | None:
    heights = [
        (place.width - place.gap * (len(row) - 1)) * (1 / sum(aspects[i] for i in row))
        for row in rows
    ]
    limit = min(heights) * tallest
    heights = [min(height, limit) for height in heights]
    gaps, scale = place.gap * (len(rows) - 1), 1.0
    for _ in range(_TRIES):
        scaled = [height * scale for height in heights]
        captions = [
            max(below(i, height * aspects[i]) for i in row)
            for row, height in zip(rows, scaled, strict=True)
        ]
        left = place.height - gaps - sum(captions)
        if sum(scaled) <= left:
            return _placed(rows, scaled, captions, aspects, place)
        scale *= min(0.98, left / sum(scaled))
        if scale <= 0:
            return None
    return None


def _placed(
    rows: Sequence[range],
    heights: Sequence[Emu],
    captions: Sequence[Emu],
    aspects: Sequence[float],
    place: PictureRoom,
) -> Cells:
    boxes, below, top = [], [], ZERO
    wide = max(
        sum(height * aspects[i] for i in row) + place.gap * (len(row) - 1)
        for row, height in zip(rows, heights, strict=True)
    )
    for row, height, caption in zip(rows, heights, captions, strict=True):
        widths = [height * aspects[i] for i in row]
        left = (place.width - wide) // 2  # rows begin where the widest does
        for width in widths:
            boxes.append(Rect(left, top, width, height))
            below.append(caption)
            left += width + place.gap
        top += height + caption + place.gap
    return Cells(tuple(boxes), tuple(below))


def in_grid(count: int, columns: int, shape: Shape, place: PictureRoom, below: Below) -> Cells:
    """Return equal cells, whose shape is asked for by the room.

    Columns stand so far apart that captions are in one line, where there is room beside pictures.
    """
    columns = min(columns, count)
    rows = ceil(count / columns)
    wide = max(Emu(1), (place.width - place.gap * (columns - 1)) // columns)
    # not as narrow as the cell: there a caption is higher, which makes the cell narrower
    under = max(Emu(1), min(wide, place.caption_width))
    caption = max(below(i, under) for i in range(count))
    high = max(Emu(1), (place.height - place.gap * (rows - 1)) // rows - caption)
    aspect = shape(wide / high)
    height = max(Emu(1), min(high, wide * (1 / aspect)))
    width = max(Emu(1), min(wide, height * aspect))
    pitch = max(width, under) + place.gap
    left = (place.width - pitch * columns + place.gap) // 2
    boxes = []
    for index in range(count):
        number, column = divmod(index, columns)
        x, y = left + pitch * column, (height + caption + place.gap) * number
        boxes.append(Rect(x, y, width, height))
    return Cells(tuple(boxes), (caption,) * count, under)
