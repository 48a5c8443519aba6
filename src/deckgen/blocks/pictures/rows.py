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


class PictureRoom(Struct, frozen=True):
    """A width and a height for pictures, and the gap between them."""

    width: Emu
    height: Emu
    gap: Emu


class Cells(Struct, frozen=True):
    """A cell for each picture, from the upper left corner of all, and the height below each."""

    boxes: tuple[Rect, ...]
    below: tuple[Emu, ...]
    beside: Emu = ZERO
    """How much wider than its cell a caption may be on either side: as far as the column is."""

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
    def narrowest(self) -> Emu:
        """The width of the narrowest cell."""
        return min((box.width for box in self.boxes), default=ZERO)


def in_rows(
    aspects: Sequence[float], columns: int, place: PictureRoom, below: Below
) -> Cells | None:
    """Return cells of the pictures' own shapes, so that those in a row have the same height.

    All rows are as wide as the place, or narrower alike where it is not high enough. A row of few
    pictures is not much higher than the others. Where captions take all the room, there is no way.
    """
    rows = [
        range(start, min(start + columns, len(aspects)))
        for start in range(0, len(aspects), columns)
    ]
    heights = [
        (place.width - place.gap * (len(row) - 1)) * (1 / sum(aspects[i] for i in row))
        for row in rows
    ]
    limit = min(heights) * _TALLEST
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
    for row, height, caption in zip(rows, heights, captions, strict=True):
        widths = [height * aspects[i] for i in row]
        left = (place.width - sum(widths) - place.gap * (len(row) - 1)) // 2
        for width in widths:
            boxes.append(Rect(left, top, width, height))
            below.append(caption)
            left += width + place.gap
        top += height + caption + place.gap
    return Cells(tuple(boxes), tuple(below))


def in_grid(count: int, columns: int, shape: Shape, place: PictureRoom, below: Below) -> Cells:
    """Return equal cells, the last row in the middle; their shape is asked for by the room."""
    columns = min(columns, count)
    rows = ceil(count / columns)
    wide = max(Emu(1), (place.width - place.gap * (columns - 1)) // columns)
    # as wide as the column: in a narrower cell a caption is higher, which makes the cell narrower
    caption = max(below(i, wide) for i in range(count))
    high = max(Emu(1), (place.height - place.gap * (rows - 1)) // rows - caption)
    aspect = shape(wide / high)
    height = max(Emu(1), min(high, wide * (1 / aspect)))
    width = max(Emu(1), min(wide, height * aspect))
    pitch = wide if caption else width
    beside = (pitch - width) // 2
    boxes = []
    for index in range(count):
        number, column = divmod(index, columns)
        in_row = min(columns, count - number * columns)
        left = (place.width - pitch * in_row - place.gap * (in_row - 1)) // 2
        x, y = left + (pitch + place.gap) * column, (height + caption + place.gap) * number
        boxes.append(Rect(x + beside, y, width, height))
    return Cells(tuple(boxes), (caption,) * count, beside)
