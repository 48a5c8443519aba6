"""A pattern of two colours -> a small picture of it that fills a box."""

from __future__ import annotations

from collections.abc import Callable
from struct import pack
from typing import TYPE_CHECKING, Final
from zlib import compress, crc32

from deckgen.blobs import Blob
from deckgen.draw.model import ImageMark

if TYPE_CHECKING:
    from deckgen.template.scenery.model import PatternFill, SceneColor

_DOTS_PER_POINT: Final = 96 / 72
_MOST: Final = 2_000
"""How many dots a side has at most; a pattern on a larger box is coarser."""
_Dots = Callable[[int, int], bool]
"""Tells of a dot by its place whether it is of the front colour."""
_GRID: Final = 8
_BAYER: Final = (
    (0, 32, 8, 40, 2, 34, 10, 42),
    (48, 16, 56, 24, 50, 18, 58, 26),
    (12, 44, 4, 36, 14, 46, 6, 38),
    (60, 28, 52, 20, 62, 30, 54, 22),
    (3, 35, 11, 43, 1, 33, 9, 41),
    (51, 19, 59, 27, 49, 17, 57, 25),
    (15, 47, 7, 39, 13, 45, 5, 37),
    (63, 31, 55, 23, 61, 29, 53, 21),
)
"""The order in which the dots of a grid fill up evenly."""


def _rising(every: int, wide: int) -> _Dots:
    return lambda x, y: (x + y) % every < wide


def _falling(every: int, wide: int) -> _Dots:
    return lambda x, y: (x - y) % every < wide


def _upright(every: int, wide: int) -> _Dots:
    return lambda x, _: x % every < wide


def _level(every: int, wide: int) -> _Dots:
    return lambda _, y: y % every < wide


def _either(one: _Dots, other: _Dots) -> _Dots:
    return lambda x, y: one(x, y) or other(x, y)


def _percent(share: int) -> _Dots:
    return lambda x, y: _BAYER[y % _GRID][x % _GRID] * 100 < share * 64


_PATTERNS: Final[dict[str, _Dots]] = {
    "horz": _level(8, 1),
    "vert": _upright(8, 1),
    "ltHorz": _level(4, 1),
    "ltVert": _upright(4, 1),
    "dkHorz": _level(4, 2),
    "dkVert": _upright(4, 2),
    "narHorz": _level(2, 1),
    "narVert": _upright(2, 1),
    "upDiag": _rising(8, 1),
    "dnDiag": _falling(8, 1),
    "ltUpDiag": _rising(4, 1),
    "ltDnDiag": _falling(4, 1),
    "dkUpDiag": _rising(4, 2),
    "dkDnDiag": _falling(4, 2),
    "wdUpDiag": _rising(8, 3),
    "wdDnDiag": _falling(8, 3),
    "dashHorz": lambda x, y: y % 4 == 0 and (x + y) % 8 < 4,
    "dashVert": lambda x, y: x % 4 == 0 and (x + y) % 8 < 4,
    "dashUpDiag": lambda x, y: (x + y) % 4 == 0 and y % 8 < 4,
    "dashDnDiag": lambda x, y: (x - y) % 4 == 0 and y % 8 < 4,
    "cross": _either(_level(8, 1), _upright(8, 1)),
    "smGrid": _either(_level(4, 1), _upright(4, 1)),
    "lgGrid": _either(_level(8, 1), _upright(8, 1)),
    "dotGrid": lambda x, y: (x % 8 == 0 and y % 2 == 0) or (y % 8 == 0 and x % 2 == 0),
    "diagCross": _either(_rising(8, 1), _falling(8, 1)),
    "openDmnd": _either(_rising(8, 1), _falling(8, 1)),
    "dotDmnd": lambda x, y: x % 2 == 0 and ((x + y) % 8 == 0 or (x - y) % 8 == 0),
    "solidDmnd": lambda x, y: abs(x % 8 - 4) + abs(y % 8 - 4) < 4,
    "trellis": lambda x, y: y % 2 == 0 or (x + y) % 4 < 2,
    "smCheck": lambda x, y: (x // 2 + y // 2) % 2 == 0,
    "lgCheck": lambda x, y: (x // 4 + y // 4) % 2 == 0,
    "horzBrick": lambda x, y: y % 4 == 0 or (x + y // 4 * 4) % 8 == 0,
    "diagBrick": lambda x, y: (x + y) % 8 == 0 or ((x - y) % 8 == 0 and y % 8 < 4),
    "zigZag": lambda x, y: (y + abs(x % 8 - 4)) % 4 == 0,
    "wave": lambda x, y: (y + abs(x % 8 - 4) // 2) % 4 == 0,
    "weave": lambda x, y: (x + y) % 4 == 0 or (x - y) % 8 < 2,
    "plaid": lambda x, y: (_BAYER[y % 8][x % 8] < 32) if y % 8 < 4 else x % 8 < 4,
    "sphere": lambda x, y: (x % 8 - 3.5) ** 2 + (y % 8 - 3.5) ** 2 < 10,
    "shingle": lambda x, y: (x + y) % 8 == 0 or (y % 4 == 0 and x % 8 < 4),
    "divot": lambda x, y: (x % 8, y % 8) in {(3, 1), (4, 2), (3, 3), (0, 5), (7, 6), (0, 7)},
    "smConfetti": _percent(12),
    "lgConfetti": _percent(30),
}
"""Whether a dot is of the front colour, by the names of patterns (20.1.10.51)."""


def pattern_image(fill: PatternFill, box: tuple[float, float, float, float]) -> ImageMark:
    """Return the picture of a pattern over a box, a dot being a pixel at 96 to the inch."""
    wide, high = (max(1, min(_MOST, round(side * _DOTS_PER_POINT))) for side in box[2:])
    is_front = _PATTERNS.get(fill.name) or _percent(_share(fill.name))
    pattern = [
        bytes((sum(is_front(x, y) << (_GRID - 1 - x) for x in range(_GRID)),)) for y in range(_GRID)
    ]
    data = b"".join(b"\0" + pattern[y % _GRID] * -(-wide // _GRID) for y in range(high))
    return ImageMark(box, Blob((_png(data, wide, high, fill.back, fill.front),)), "image/png")


def _share(name: str) -> int:
    """Return the percentage in a name such as `pct25`; half for one that is not known."""
    digits = name.removeprefix("pct")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 4 else 50


def _png(rows: bytes, wide: int, high: int, *colors: SceneColor) -> bytes:
    """Return a PNG of rows of dots, each a bit that picks one of two colours."""
    palette = b"".join(bytes.fromhex(color.rgb) for color in colors)
    alphas = bytes(round(color.alpha * 255) for color in colors)
    header = pack(">IIBBBBB", wide, high, 1, 3, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"PLTE", palette)]
    if set(alphas) != {255}:
        chunks.append((b"tRNS", alphas))
    made = b"\x89PNG\r\n\x1a\n"
    for kind, data in (*chunks, (b"IDAT", compress(rows, 9)), (b"IEND", b"")):
        made += pack(">I", len(data)) + kind + data + pack(">I", crc32(kind + data))
    return made
