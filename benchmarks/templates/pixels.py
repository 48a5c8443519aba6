"""Lines of text and a page's pixels -> whether they are read, and whether a rule crosses them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from benchmarks.templates.drawn import RESOLUTION
from deckgen.colors import Color, contrast

if TYPE_CHECKING:
    from PIL import Image

    from benchmarks.templates.drawn import Line

Extrema = tuple[tuple[int, int], ...]
"""The least and greatest value of each channel."""

CORE: Final = (0.35, 0.75)
"""The part of a line's height that its small letters take, whatever its font."""
_LETTERS: Final = 0.01
"""The share of a line's pixels that are of the letters' own colour, at the least."""
_STRIP: Final = (0.3, 1.3)
"""Where a rule that crosses a line is looked for on both sides of it, in heights of the line."""
_SEEN: Final = 24
"""How much a channel of two colours differs that are told apart."""


def read_contrast(line: Line, pixels: Image.Image) -> float:
    """Return the contrast of the letters of a line with what is most of all behind them."""
    colors = _crop(pixels, line.left, line.top, line.right, line.bottom)
    if not colors:
        return 21.0
    total = sum(count for count, _ in colors)
    behind = Color(max(colors)[1])
    found = 0
    ratios = sorted(((contrast(Color(rgb), behind), count) for count, rgb in colors), reverse=True)
    for ratio, count in ratios:
        found += count
        if found >= total * _LETTERS:
            return ratio
    return 1.0


def is_ruled(line: Line, pixels: Image.Image) -> bool:
    """Tell whether a thin line runs through the small letters, and on at both sides."""
    near, far = (line.height * each for each in _STRIP)
    top, bottom = (line.top + line.height * each for each in CORE)
    sides = ((line.left - far, line.left - near), (line.right + near, line.right + far))
    return all(_has_rule(pixels, left, top, right, bottom) for left, right in sides)


def _has_rule(pixels: Image.Image, left: float, top: float, right: float, bottom: float) -> bool:
    """Tell whether some rows of pixels have one colour, and those above and below another."""
    box = _box(left, top, right, bottom)
    if box[0] < 0 or box[2] > pixels.width or box[2] - box[0] < 3 or box[3] - box[1] < 3:
        return False
    area = pixels.crop(box)
    rows = [
        cast("Extrema", area.crop((0, y, area.width, y + 1)).getextrema())
        for y in range(area.height)
    ]
    plain = [tuple(low for low, _ in row) if _is_plain(row) else None for row in rows]
    first, last = plain[0], plain[-1]
    if first is None or last is None or _differ(first, last):
        return False
    return any(row is not None and _differ(row, first) for row in plain)


def _is_plain(row: Extrema) -> bool:
    return all(high - low < _SEEN for low, high in row)


def _differ(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) > _SEEN


def _crop(
    pixels: Image.Image, left: float, top: float, right: float, bottom: float
) -> list[tuple[int, str]]:
    """Return the colours in a part of a page, with how many pixels each has."""
    box = _box(left, top, right, bottom)
    inside = (max(0, box[0]), max(0, box[1]), min(pixels.width, box[2]), min(pixels.height, box[3]))
    if inside[0] >= inside[2] or inside[1] >= inside[3]:
        return []
    area = pixels.crop(inside)
    counted = cast("list[tuple[int, bytes]]", area.getcolors(area.width * area.height) or [])
    return [(count, bytes(rgb).hex()) for count, rgb in counted]


def _box(left: float, top: float, right: float, bottom: float) -> tuple[int, int, int, int]:
    scale = RESOLUTION / 72
    return round(left * scale), round(top * scale), round(right * scale), round(bottom * scale)
