"""The head of a plain PNG or JPEG file -> its format and size in pixels, without Pillow.

Most pictures of a deck are such files, and to import Pillow and its readers takes longer than to
set a dozen slides. What is at all unusual is left to Pillow, which also says what is wrong with it.
"""

from __future__ import annotations

from struct import Struct as Format
from typing import TYPE_CHECKING, Final
from zlib import crc32

from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_CHUNK: Final = Format(">I4s")
_IHDR: Final = Format(">IIBBBBB")
_CHECKSUM: Final = Format(">I")
_DEPTHS: Final = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
"""Bits a channel by colour type (PNG 3, table 11.1)."""
_HARMLESS: Final = frozenset(
    {b"PLTE", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD", b"pHYs", b"tIME", b"tEXt"}
)

_JPEG: Final = b"\xff\xd8"
_SEGMENT: Final = Format(">BBH")
_FRAME: Final = Format(">BHHB")
_FRAMES: Final = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""The markers that start a frame (ISO/IEC 10918-1, table B.1)."""
_SCAN: Final = 0xDA
_TABLES: Final = frozenset({0xC4, 0xCC, 0xDB, 0xDD, 0xFE, *range(0xE0, 0xF0)})
_NEEDS_PILLOW: Final = (b"Exif\0", b"MPF\0")
"""What may hold an orientation, or further pictures."""


class Head(Struct, frozen=True):
    """Pillow's name of a format, and a size in pixels."""

    format: str
    width: int
    height: int


def plain_head(data: bytes) -> Head | None:
    """Return the head of a picture that is as plain as they come, else None."""
    if data.startswith(_PNG):
        return _png(data)
    if data.startswith(_JPEG):
        return _jpeg(data)
    return None


def _png(data: bytes) -> Head | None:
    head: Head | None = None
    for kind, start, end in _chunks(data):
        if kind == b"IDAT":
            return head
        if _CHECKSUM.pack(crc32(data[start - 4 : end])) != data[end : end + 4]:
            return None
        if kind == b"IHDR" and end - start == _IHDR.size and head is None:
            width, height, depth, color, *_ = _IHDR.unpack_from(data, start)
            if depth not in _DEPTHS.get(color, ()):
                return None
            head = Head("PNG", width, height)
        elif kind not in _HARMLESS:
            return None
    return None


def _chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Return the kind of each chunk, and where its content starts and ends."""
    position = len(_PNG)
    while position + _CHUNK.size <= len(data):
        length, kind = _CHUNK.unpack_from(data, position)
        start = position + _CHUNK.size
        yield kind, start, start + length
        position = start + length + _CHECKSUM.size


def _jpeg(data: bytes) -> Head | None:
    head: Head | None = None
    for marker, start, end in _segments(data):
        if marker == _SCAN:
            return head
        if marker in _FRAMES and head is None and end - start >= _FRAME.size:
            depth, height, width, layers = _FRAME.unpack_from(data, start)
            if depth != 8 or layers not in {1, 3, 4}:
                return None
            head = Head("JPEG", width, height)
        elif marker not in _TABLES or data.startswith(_NEEDS_PILLOW, start):
            return None
    return None


def _segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Return the marker of each whole segment, and where its content starts and ends."""
    position = len(_JPEG)
    while position + _SEGMENT.size <= len(data):
        start_of_marker, marker, length = _SEGMENT.unpack_from(data, position)
        end = position + 2 + length
        if start_of_marker != 0xFF or length < 2 or end > len(data):
            return
        yield marker, position + _SEGMENT.size, end
        position = end
