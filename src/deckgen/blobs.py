"""Bytes that stay in their files until they are written, so that pictures pass through unread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from zlib import crc32

from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

_CHUNK: Final = 1 << 18
"""How many bytes are held at a time."""


class ChangedFileError(OSError):
    """A file is no longer what it was when it was looked at."""

    def __init__(self) -> None:
        super().__init__("a picture changed while it was read")


class FileRange(Struct, frozen=True):
    """Part of a file: how the file is opened, and where the part starts and stops."""

    file: Callable[[], BinaryIO]
    start: int
    stop: int

    @property
    def size(self) -> int:
        """How many bytes there are."""
        return self.stop - self.start

    def chunks(self) -> Iterator[bytes]:
        """Yield the bytes. Raises `ChangedFileError` where the file has become shorter."""
        left = self.size
        with self.file() as file:
            file.seek(self.start)
            while left:
                data = file.read(min(left, _CHUNK))
                if not data:
                    raise ChangedFileError
                left -= len(data)
                yield data


class Blob(Struct, frozen=True):
    """Bytes put together of some that are at hand and some that stand in files.

    `checksum` is the CRC-32 that they must have, where it is known.
    """

    pieces: tuple[bytes | FileRange | Blob, ...]
    checksum: int | None = None

    @property
    def size(self) -> int:
        """How many bytes there are."""
        return sum(len(p) if isinstance(p, bytes) else p.size for p in self.pieces)

    def chunks(self) -> Iterator[bytes]:
        """Yield the bytes, few at a time.

        Raises `OSError` where a file can no longer be read, `ChangedFileError` where the bytes are
        not those that they were.
        """
        checksum = 0
        for piece in self.pieces:
            for data in (piece,) if isinstance(piece, bytes) else piece.chunks():
                if self.checksum is not None:
                    checksum = crc32(data, checksum)
                yield data
        if self.checksum not in {None, checksum}:
            raise ChangedFileError

    def checked(self) -> Blob:
        """Return the same bytes with their checksum, for which they are read unless it is known."""
        if self.checksum is not None:
            return self
        checksum = 0
        for data in self.chunks():
            checksum = crc32(data, checksum)
        return Blob(self.pieces, checksum)

    def digest(self) -> bytes:
        """Return what tells the bytes from any others."""
        from hashlib import sha256

        state = sha256()
        for data in self.chunks():
            state.update(data)
        return state.digest()

    def read(self) -> bytes:
        """Return all bytes."""
        return b"".join(self.chunks())
