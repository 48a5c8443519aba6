"""A GIF file -> its head, and the blocks that show the picture (GIF89a, sections 17 to 27)."""

from __future__ import annotations

from struct import Struct as Layout
from typing import TYPE_CHECKING, Final

from deckgen.pictures.model import CUT_OFF, DAMAGED, BadPictureError, Kept, Scan

if TYPE_CHECKING:
    from typing import BinaryIO

SIGNATURES: Final = (b"GIF87a", b"GIF89a")
_SCREEN: Final = Layout("<HHBBB")
_PLACE: Final = 9
"""The bytes of an image descriptor, of which the last has the flags."""
_IMAGE, _EXTENSION, _TRAILER = b",", b"!", b";"
_CONTROL, _TEXT, _APPLICATION = b"\xf9", b"\x01", b"\xff"
_SHOWING: Final = (b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012")
"""Applications' blocks that say how the picture looks: how often it runs, and its colours."""


def scan_gif(file: BinaryIO, size: int) -> Scan:
    """Return what a GIF file of so many bytes holds. Raises `BadPictureError` if it is damaged."""
    return _Reader(file, size).scan()


class _Reader:
    """Reads block by block, and collects what shows the picture."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        self.file = file
        self.size = size
        self.kept = Kept()

    def scan(self) -> Scan:
        """Return what the file holds; one without an end gets it."""
        self.file.seek(len(SIGNATURES[0]))
        width, height, flags, *_ = _SCREEN.unpack(self.take(_SCREEN.size))
        self.take(_table(flags))
        self.kept.keep(0, self.file.tell())
        has_image = False
        while (mark := self.file.read(1)) not in {b"", _TRAILER}:
            self.kept.count()
            start = self.file.tell() - 1
            if mark == _IMAGE:
                self.take(_table(self.take(_PLACE)[-1]) + 1)
                self.blocks(is_cut=True)
                has_image = True
            elif mark != _EXTENSION:
                raise BadPictureError(DAMAGED)
            elif not self.extension():
                continue
            self.kept.keep(start, self.file.tell())
        if not has_image:
            raise BadPictureError(CUT_OFF)
        self.kept.add(_TRAILER)
        return Scan("GIF", width, height, tuple(self.kept.pieces))

    def extension(self) -> bool:
        """Read an extension; tell whether it shows anything."""
        label, first = self.take(1), self.block()
        if first:
            self.blocks()
        return label in {_CONTROL, _TEXT} or (label == _APPLICATION and first in _SHOWING)

    def block(self) -> bytes:
        """Return the content of a block."""
        return self.take(self.take(1)[0])

    def blocks(self, *, is_cut: bool = False) -> None:
        """Read blocks up to the one without content. Data that is cut off shows what there is."""
        while length := self.file.read(1):
            if length == b"\0":
                return
            self.kept.count()
            if self.file.seek(length[0], 1) > self.size:
                break
        if not is_cut:
            raise BadPictureError(CUT_OFF)
        self.file.seek(self.size)

    def take(self, count: int) -> bytes:
        """Return the next bytes, which there must be."""
        data = self.file.read(count)
        if len(data) < count:
            raise BadPictureError(CUT_OFF)
        return data


def _table(flags: int) -> int:
    """Return how many bytes a table of colours has, by the flags before it."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0
