"""Named bytes -> a zip file: the same input gives the same bytes, and nothing is compressed twice.

A writer of our own, because slides are many and small: the standard one spends more time on its
bookkeeping than on such entries, and takes nothing that is compressed already. The format is that
of PKWARE's APPNOTE 6.3, as far as ECMA-376-2 (annex C) allows it to be used.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from typing import Final

from deckgen.blobs import Blob
from deckgen.records import Struct

LEVEL: Final = 6

_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")
_END64: Final = struct.Struct("<4sQ2H2L4Q")
_LOCATOR64: Final = struct.Struct("<4sLQL")
_STORED: Final = 0
_DEFLATED: Final = 8
_VERSION: Final = 20
_VERSION64: Final = 45
_UTF8_NAME: Final = 0x800
_MIDNIGHT: Final = 0
_1980_01_01: Final = 0x21
"""The earliest date that a zip can hold, as a fixed one."""
_MOST_ENTRIES: Final = 0xFFFF
_LOOKAHEAD: Final = 262
"""The bytes of its window in which zlib looks for nothing (`MIN_LOOKAHEAD`)."""
_LARGE: Final = 8 << 20
"""The size up to which a blob is held in memory to be compressed."""


class ZipItem(Struct, frozen=True):
    """A file for a zip. `packed` is its deflate stream where it is known already.

    Where there is a `blob`, that is the file, and `data` is empty.
    """

    name: str
    data: bytes
    compress: bool = True
    packed: bytes | None = None
    blob: Blob | None = None


def zipped(items: Iterable[ZipItem], packer: Packer | None = None) -> Blob:
    """Return a zip file of the items, in their order, all dated 1980-01-01.

    An item that does not get smaller is stored, and so is a large blob, which stays in its file.
    Raises `struct.error` beyond 4 GiB, `OSError` where a blob cannot be read.
    """
    packer = packer or Packer()
    content: list[bytes | Blob] = []
    directory: list[bytes] = []
    offset = 0
    for item in items:
        name, (crc, method, size, packed) = item.name.encode(), packer.pack(item)
        flags = 0 if item.name.isascii() else _UTF8_NAME
        length = len(packed) if isinstance(packed, bytes) else size
        head = (_VERSION, flags, method, _MIDNIGHT, _1980_01_01, crc, length, size)
        local = _LOCAL.pack(b"PK\x03\x04", *head, len(name), 0)
        content += (local, name, packed)
        directory.append(
            _CENTRAL.pack(b"PK\x01\x02", _VERSION, *head, len(name), 0, 0, 0, 0, 0, offset) + name
        )
        offset += len(local) + len(name) + length
    end = _end(len(directory), sum(map(len, directory)), offset)
    return Blob((*content, *directory, end))


class Packer:
    """Compresses items, those with equal bytes once: many slides have equal relationships."""

    def __init__(self, before: Packer | None = None) -> None:
        """Take what another packer has compressed, so that it is not compressed again."""
        self.known: dict[bytes, tuple[int, int, int, bytes]] = {}
        self._before = {} if before is None else before.known

    def pack(self, item: ZipItem) -> tuple[int, int, int, bytes | Blob]:
        """Return an item's checksum, compression method, size and bytes."""
        data = item.data
        if item.blob is not None:
            if not item.compress or item.blob.size > _LARGE:
                blob = item.blob.checked()
                return blob.checksum or 0, _STORED, blob.size, blob
            data = item.blob.read()
        if item.packed is not None:
            return zlib.crc32(data), _DEFLATED, len(data), item.packed
        if not item.compress:
            return zlib.crc32(data), _STORED, len(data), data
        known = self.known.get(data)
        if known is None:
            known = self.known[data] = self._before.get(data) or _deflate(data)
        return known


def deflated(data: bytes) -> bytes | None:
    """Return the deflate stream of a file; None for one that does not get smaller."""
    _, method, _, packed = _deflate(data)
    return packed if method == _DEFLATED else None


def _deflate(data: bytes) -> tuple[int, int, int, bytes]:
    compressor = zlib.compressobj(LEVEL, zlib.DEFLATED, -_window(len(data)))
    packed = compressor.compress(data) + compressor.flush()
    if len(packed) >= len(data):
        return zlib.crc32(data), _STORED, len(data), data
    return zlib.crc32(data), _DEFLATED, len(data), packed


def _window(size: int) -> int:
    """Return how far back zlib looks in data of a size, as a power of two: as far as there is any.

    It finds the same as with its largest window, which takes longer to lay out than to compress a
    slide in.
    """
    return min(zlib.MAX_WBITS, (size + _LOOKAHEAD).bit_length())


def _end(count: int, size: int, offset: int) -> bytes:
    """Return the end of the directory, with its 64-bit form where there are too many entries."""
    if count <= _MOST_ENTRIES:
        return _END.pack(b"PK\x05\x06", 0, 0, count, count, size, offset, 0)
    wide = (_VERSION64, _VERSION64, 0, 0, count, count, size, offset)
    return b"".join(
        (
            _END64.pack(b"PK\x06\x06", _END64.size - 12, *wide),
            _LOCATOR64.pack(b"PK\x06\x07", 0, offset + size, 1),
            _END.pack(b"PK\x05\x06", 0, 0, _MOST_ENTRIES, _MOST_ENTRIES, size, offset, 0),
        )
    )
