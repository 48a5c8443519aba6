"""The tags of an Exif block or a TIFF file, read where they stand (TIFF 6.0, section 2)."""

from __future__ import annotations

from struct import Struct as Layout
from typing import TYPE_CHECKING, Final

from deckgen.pictures.model import ORIENTATIONS, UPRIGHT, Turn
from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

ORIENTATION: Final = 0x0112
SIZES: Final = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8}
"""The bytes of a value by its type (section 2, types)."""
ENTRY: Final = 12
_HEAD: Final = 8


class Tag(Struct, frozen=True):
    """An entry of a directory: its tag, the type and number of its values, and its last 4 bytes.

    Those hold the values where they fit, else say where they stand.
    """

    tag: int
    type: int
    count: int
    field: bytes

    @property
    def size(self) -> int:
        """The bytes that the values take, 0 for a type that is not known."""
        return SIZES.get(self.type, 0) * self.count


class Order(Struct, frozen=True):
    """The byte order of a file: `<` or `>`."""

    mark: str

    def short(self, data: bytes, at: int = 0) -> int:
        """Return the number in 2 bytes."""
        return int(Layout(f"{self.mark}H").unpack_from(data, at)[0])

    def long(self, data: bytes, at: int = 0) -> int:
        """Return the number in 4 bytes."""
        return int(Layout(f"{self.mark}L").unpack_from(data, at)[0])

    def tags(self, data: bytes) -> Iterator[Tag]:
        """Yield the whole entries in the bytes of a directory, its count left out."""
        for at in range(0, len(data) - ENTRY + 1, ENTRY):
            head = self.short(data, at), self.short(data, at + 2), self.long(data, at + 4)
            yield Tag(*head, data[at + 8 : at + ENTRY])

    def turn(self, tags: Iterator[Tag]) -> Turn:
        """Return what makes a picture upright that has these tags."""
        for tag in tags:
            if tag.tag == ORIENTATION and tag.type == 3 and tag.count == 1:
                return ORIENTATIONS.get(self.short(tag.field), UPRIGHT)
        return UPRIGHT


def order_of(head: bytes) -> Order | None:
    """Return the byte order that the first bytes of a TIFF file say, None where it is none."""
    return {b"II*\0": Order("<"), b"MM\0*": Order(">")}.get(head[:4])


def turn_of(block: bytes) -> Turn:
    """Return what makes a picture upright that has this Exif block; nothing where it is damaged."""
    order = order_of(block)
    if order is None or len(block) < _HEAD:
        return UPRIGHT
    start = order.long(block, 4)
    if start + 2 > len(block):
        return UPRIGHT
    return order.turn(order.tags(block[start + 2 : start + 2 + order.short(block, start) * ENTRY]))
