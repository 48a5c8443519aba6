"""A JPEG file -> its head, and the segments that show the picture (ISO/IEC 10918-1, annex B).

Segments that tell of the picture are left out: Exif, XMP, IPTC, comments, makers' own; and so are
the small copies in them and the further pictures that phones put behind the first.
"""

from __future__ import annotations

import re
from struct import Struct as Layout
from typing import TYPE_CHECKING, Final

from deckgen.pictures.exif import turn_of
from deckgen.pictures.model import CUT_OFF, DAMAGED, UPRIGHT, BadPictureError, Kept, Scan, Turn
from deckgen.records import Struct

if TYPE_CHECKING:
    from typing import BinaryIO

SIGNATURE: Final = b"\xff\xd8"
_END: Final = b"\xff\xd9"
_FRAME: Final = Layout(">BHHB")
_FRAMES: Final = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""The markers that start a frame (table B.1)."""
_EOI, _SCAN, _JFIF, _EXIF, _PROFILE, _ADOBE = 0xD9, 0xDA, 0xE0, 0xE1, 0xE2, 0xEE
_HEAD: Final = 4
"""The bytes of a marker and the length that follows."""
_SHOWING: Final = _FRAMES | {0xC4, 0xCC, 0xDA, 0xDB, 0xDC, 0xDD, 0xDE, 0xDF}
_WITHOUT_LENGTH: Final = frozenset({0x01, *range(0xD0, 0xD9)})
_THUMBNAIL: Final = 14
"""Where the small copy starts in a JFIF segment, behind its size (ISO/IEC 10918-5, 10.1)."""
_IN_CODE: Final = re.compile(rb"\xff(?=[^\x00\xff\xd0-\xd7])", re.DOTALL)
"""A marker in coded data (B.1.1.5)."""
_MARKER: Final = re.compile(rb"\xff(?=[^\x00\xff])", re.DOTALL)
_BLOCK: Final = 1 << 18
_BYTES_A_PIXEL: Final = 16
_SLACK: Final = 1 << 20
"""Coded data of a picture takes less than this, however noisy it is."""


class _Segment(Struct, frozen=True):
    """A marker, where it starts, how long all is, and the content after marker and length."""

    marker: int
    start: int
    length: int
    content: bytes

    @property
    def stop(self) -> int:
        """Where the segment stops."""
        return self.start + self.length


def scan_jpeg(file: BinaryIO, size: int) -> Scan:
    """Return what a JPEG file of so many bytes holds. Raises `BadPictureError` if it is damaged."""
    reader = _Reader(file, size)
    reader.read()
    return Scan("JPEG", reader.width, reader.height, tuple(reader.kept.pieces), reader.turn)


class _Reader:
    """Reads segment by segment, and collects what shows the picture."""

    turn: Turn = UPRIGHT

    def __init__(self, file: BinaryIO, size: int) -> None:
        self.file = file
        self.size = size
        self.kept = Kept()
        self.width = self.height = 0

    def read(self) -> None:
        """Read up to the end of the picture; one without an end, as some cameras write, gets it."""
        self.kept.keep(0, len(SIGNATURE))
        position, has_scan = len(SIGNATURE), False
        while (segment := self.segment(position)) is not None:
            self.take(segment)
            position = segment.stop
            if segment.marker == _SCAN:
                position, has_scan = self.coded(position), True
        if not has_scan:
            raise BadPictureError(CUT_OFF)
        self.kept.add(_END)

    def segment(self, position: int) -> _Segment | None:
        """Return the segment that starts somewhere, None where the picture ends."""
        position = self.marker(position)
        self.file.seek(position)
        head = self.file.read(_HEAD)
        if len(head) < 2 or head[1] == _EOI:
            return None
        if head[1] in _WITHOUT_LENGTH:
            return _Segment(head[1], position, 2, b"")
        length = int.from_bytes(head[2:], "big")
        content = self.file.read(length - 2) if len(head) == _HEAD and length >= 2 else b""
        if len(head) < _HEAD or length < 2 or len(content) < length - 2:
            raise BadPictureError(CUT_OFF)
        return _Segment(head[1], position, _HEAD + len(content), content)

    def marker(self, position: int) -> int:
        """Return where the next marker is: fill bytes (B.1.1.2) and stray ones come before some."""
        while position < self.size:
            self.kept.count()
            self.file.seek(position)
            block = self.file.read(_BLOCK)
            found = _MARKER.search(block)
            if found is not None:
                return position + found.start()
            position += max(1, len(block) - 1)
        return position

    def take(self, segment: _Segment) -> None:
        """Keep a segment, or what of it shows the picture."""
        marker, content = segment.marker, segment.content
        if marker in _FRAMES:
            self.frame(content)
        if marker == _SCAN and not self.width:
            raise BadPictureError(DAMAGED)
        if marker == _EXIF and content.startswith(b"Exif\0") and self.turn == UPRIGHT:
            self.turn = turn_of(content[6:])
        if marker == _JFIF and content.startswith(b"JFIF\0") and len(content) > _THUMBNAIL:
            self.kept.keep(segment.start, segment.start + 2)
            self.kept.add((_THUMBNAIL + 2).to_bytes(2, "big"))
            self.kept.add(content[: _THUMBNAIL - 2] + b"\0\0")
        elif (
            marker in _SHOWING
            or (marker == _JFIF and content.startswith(b"JFIF\0"))
            or (marker == _ADOBE and content.startswith(b"Adobe"))
            or (marker == _PROFILE and content.startswith(b"ICC_PROFILE\0"))
        ):
            self.kept.keep(segment.start, segment.stop)

    def frame(self, content: bytes) -> None:
        """Take the size of the picture from the first frame."""
        if self.width or len(content) < _FRAME.size:
            return
        depth, self.height, self.width, layers = _FRAME.unpack_from(content)
        if depth != 8 or layers not in {1, 3, 4}:
            raise BadPictureError("is a JPEG picture of a kind that PowerPoint does not show")

    def coded(self, start: int) -> int:
        """Keep coded data; return where it stops, which is at a marker or the end of the file."""
        most = self.width * self.height * _BYTES_A_PIXEL + _SLACK
        position = start
        while position < self.size:
            if position - start > most:
                raise BadPictureError(DAMAGED)
            self.file.seek(position)
            block = self.file.read(_BLOCK)
            found = _IN_CODE.search(block)
            if found is not None:
                position += found.start()
                break
            # A marker may stand across the end of a block.
            is_last = len(block) < _BLOCK
            position += len(block) - (block.endswith(b"\xff") and not is_last)
        self.kept.keep(start, position)
        return position
