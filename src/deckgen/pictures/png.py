"""A PNG file -> its head, and the chunks that show the picture (PNG 3, sections 5 and 11)."""

from __future__ import annotations

from struct import Struct as Layout
from typing import TYPE_CHECKING, Final
from zlib import crc32

from deckgen.pictures.exif import turn_of
from deckgen.pictures.model import CUT_OFF, DAMAGED, UPRIGHT, BadPictureError, Kept, Scan
from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_CHUNK: Final = Layout(">I4s")
_IHDR: Final = Layout(">IIBBBBB")
_CHECKSUM: Final = 4
_CHANNELS: Final = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_DEPTHS: Final = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
"""Channels, and bits of each, by colour type (table 11.1)."""
_SHOWING: Final = frozenset(
    (
        *(b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS"),
        *(b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"mDCV", b"cLLI", b"sBIT"),
        *(b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT"),
    )
)
"""Chunks that say how the picture looks. Others tell of it, or are some program's own."""
_EXPANSION: Final = 2
_SLACK: Final = 1 << 16
"""Compressed data is hardly larger than the pixels; no encoder comes near twice that."""
_BLOCK: Final = 1 << 18


class _Chunk(Struct, frozen=True):
    """The kind of a chunk, and where its content starts and stops."""

    kind: bytes
    start: int
    stop: int


def scan_png(file: BinaryIO, size: int) -> Scan:
    """Return what a PNG file of so many bytes holds. Raises `BadPictureError` if it is damaged."""
    kept = Kept()
    kept.keep(0, len(SIGNATURE))
    chunks = list(_chunks(file, size, kept))
    width, height, raw = _head(file, chunks[0])
    if sum(chunk.stop - chunk.start for chunk in chunks if chunk.kind == b"IDAT") > (
        raw * _EXPANSION + _SLACK
    ):
        raise BadPictureError(DAMAGED)
    turn = UPRIGHT
    for chunk in chunks:
        if chunk.kind not in _SHOWING:
            if chunk.kind == b"eXIf":
                turn = turn_of(_content(file, chunk))
            continue
        _check(file, chunk)
        kept.keep(chunk.start - _CHUNK.size, chunk.stop + _CHECKSUM)
    return Scan("PNG", width, height, tuple(kept.pieces), turn)


def _chunks(file: BinaryIO, size: int, kept: Kept) -> Iterator[_Chunk]:
    """Yield the chunks up to the last, which there must be; what follows it is no picture."""
    position, has_data = len(SIGNATURE), False
    while True:
        kept.count()
        file.seek(position)
        head = file.read(_CHUNK.size)
        if len(head) < _CHUNK.size:
            raise BadPictureError(CUT_OFF)
        length, kind = _CHUNK.unpack(head)
        start = position + _CHUNK.size
        position = start + length + _CHECKSUM
        is_critical = not kind[:1].islower()
        if not kind.isalpha() or (is_critical and kind not in _SHOWING):
            raise BadPictureError(DAMAGED)
        if position > size:
            raise BadPictureError(CUT_OFF)
        yield _Chunk(kind, start, start + length)
        has_data = has_data or kind == b"IDAT"
        if kind == b"IEND":
            break
    if not has_data:
        raise BadPictureError(DAMAGED)


def _head(file: BinaryIO, chunk: _Chunk) -> tuple[int, int, int]:
    """Return width and height, and the bytes that the pixels take."""
    content = _content(file, chunk)
    if chunk.kind != b"IHDR" or len(content) != _IHDR.size:
        raise BadPictureError(DAMAGED)
    width, height, depth, color, *_ = _IHDR.unpack(content)
    if depth not in _DEPTHS.get(color, ()):
        raise BadPictureError(DAMAGED)
    row = (width * depth * _CHANNELS[color] + 7) // 8
    return width, height, (row + 1) * height


def _content(file: BinaryIO, chunk: _Chunk) -> bytes:
    file.seek(chunk.start)
    return file.read(min(chunk.stop - chunk.start, _BLOCK))


def _check(file: BinaryIO, chunk: _Chunk) -> None:
    """Raise `BadPictureError` where a chunk is not what its checksum says."""
    file.seek(chunk.start)
    checksum, left = crc32(chunk.kind), chunk.stop - chunk.start
    while left:
        data = file.read(min(left, _BLOCK))
        if not data:
            raise BadPictureError(CUT_OFF)
        checksum = crc32(data, checksum)
        left -= len(data)
    if checksum.to_bytes(_CHECKSUM, "big") != file.read(_CHECKSUM):
        raise BadPictureError(DAMAGED)
