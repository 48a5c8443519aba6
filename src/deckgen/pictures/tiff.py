"""A TIFF file -> its head, and a new file of its first picture alone (TIFF 6.0).

A TIFF file is a web of offsets in which anything may stand anywhere. So the first picture is put
together anew: the tags that say how it looks, and its strips or tiles, copied as they are.
"""

from __future__ import annotations

from struct import Struct as Layout
from typing import TYPE_CHECKING, Final

from deckgen.pictures.exif import ENTRY, SIZES, Order, Tag, order_of
from deckgen.pictures.model import CUT_OFF, DAMAGED, MOST_PARTS, BadPictureError, Scan

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import BinaryIO

_WIDTH, _HEIGHT, _COMPRESSION = 256, 257, 259
_PARTS: Final = {273: 279, 324: 325}
"""The tags that say where strips or tiles stand, with those that say how long they are."""
_SHOWING: Final = frozenset(
    (
        *(256, 257, 258, 259, 262, 263, 266, 277, 278, 280, 281, 282, 283, 284, 290, 291, 292, 293),
        *(296, 301, 317, 318, 319, 320, 321, 322, 323, 332, 334, 336, 338, 339, 340, 341, 347),
        *(529, 530, 531, 532, 34675),
    )
)
"""Tags that say how the picture looks: sizes, samples, compression and colours."""
_OLD_JPEG: Final = 6
_SHORT, _LONG = 3, 4
_HEAD: Final = 8
_MOST_BYTES: Final = 16 << 20
"""How many bytes all values may take: colour profiles and lists of strips."""


def scan_tiff(file: BinaryIO, size: int) -> Scan:
    """Return what a TIFF file of so many bytes holds. Raises `BadPictureError` if it is damaged."""
    return _Reader(file, size).scan()


class _Reader:
    """The first directory of a file."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        self.file = file
        self.size = size
        self.left = _MOST_BYTES
        head = self.at(0, _HEAD)
        order = order_of(head)
        assert order is not None
        self.order: Order = order
        start = order.long(head, 4)
        count = order.short(self.at(start, 2))
        self.tags = {tag.tag: tag for tag in order.tags(self.at(start + 2, count * ENTRY))}

    def scan(self) -> Scan:
        """Return the size of the first picture, and a file that holds it alone."""
        if self.number(_COMPRESSION, 1) == _OLD_JPEG:
            raise BadPictureError("is a TIFF picture of an outdated kind: save it as PNG")
        offsets = next((tag for tag in _PARTS if tag in self.tags), None)
        if offsets is None:
            raise BadPictureError(DAMAGED)
        parts = self.parts(offsets, _PARTS[offsets])
        kept = [tag for tag in self.tags.values() if tag.tag in _SHOWING and tag.size]
        values = {tag.tag: self.value(tag) for tag in kept}
        kinds = {tag.tag: tag.type for tag in kept}
        kinds |= {offsets: _LONG, _PARTS[offsets]: _LONG}
        values[_PARTS[offsets]] = self.longs([stop - start for start, stop in parts])
        values[offsets] = self.longs([0] * len(parts))
        position = len(self.written(values, kinds))
        starts = []
        for start, stop in parts:
            starts.append(position)
            position += stop - start
        values[offsets] = self.longs(starts)
        turn = self.order.turn(iter(self.tags.values()))
        pieces: tuple[bytes | tuple[int, int], ...] = (self.written(values, kinds), *parts)
        return Scan("TIFF", self.number(_WIDTH, 0), self.number(_HEIGHT, 0), pieces, turn)

    def at(self, start: int, length: int) -> bytes:
        """Return bytes of the file, which there must be."""
        self.left -= length
        if self.left < 0:
            raise BadPictureError(DAMAGED)
        self.file.seek(start)
        data = self.file.read(length)
        if len(data) < length:
            raise BadPictureError(CUT_OFF)
        return data

    def value(self, tag: Tag) -> bytes:
        """Return the bytes of a tag's values."""
        if tag.size <= len(tag.field):
            return tag.field[: tag.size]
        return self.at(self.order.long(tag.field), tag.size)

    def numbers(self, name: int) -> Sequence[int]:
        """Return the whole numbers of a tag, none where it is absent or of another type."""
        tag = self.tags.get(name)
        if tag is None or tag.type not in {_SHORT, _LONG}:
            return ()
        form = f"{self.order.mark}{tag.count}{'H' if tag.type == _SHORT else 'L'}"
        return Layout(form).unpack(self.value(tag))

    def number(self, name: int, default: int) -> int:
        """Return the first number of a tag."""
        return next(iter(self.numbers(name)), default)

    def longs(self, numbers: Sequence[int]) -> bytes:
        """Return numbers of 4 bytes each."""
        return Layout(f"{self.order.mark}{len(numbers)}L").pack(*numbers)

    def parts(self, offsets: int, lengths: int) -> list[tuple[int, int]]:
        """Return where strips or tiles start and stop; together they are no more than the file."""
        starts, sizes = self.numbers(offsets), self.numbers(lengths)
        if not 0 < len(starts) == len(sizes) <= MOST_PARTS or sum(sizes) > self.size:
            raise BadPictureError(DAMAGED)
        parts = [(start, start + size) for start, size in zip(starts, sizes, strict=True)]
        if any(stop > self.size for _, stop in parts):
            raise BadPictureError(CUT_OFF)
        return parts

    def written(self, values: dict[int, bytes], kinds: dict[int, int]) -> bytes:
        """Return a file of one directory and its values, up to where the picture's data starts."""
        mark = self.order.mark
        start = _HEAD + 2 + len(values) * ENTRY + 4
        entries, behind = [], b""
        for tag in sorted(values):
            value, kind = values[tag], kinds[tag]
            field = value.ljust(4, b"\0")
            if len(value) > 4:
                field = Layout(f"{mark}L").pack(start + len(behind))
                behind += value + b"\0" * (len(value) % 2)
            number = len(value) // SIZES[kind]
            entries.append(Layout(f"{mark}HHL4s").pack(tag, kind, number, field))
        magic = b"II*\0" if mark == "<" else b"MM\0*"
        head = magic + Layout(f"{mark}L").pack(_HEAD)
        count = Layout(f"{mark}H").pack(len(entries))
        return b"".join((head, count, *entries, b"\0\0\0\0", behind))
