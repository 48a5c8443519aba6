"""A BMP file -> its head. It holds nothing but the picture, its size and its colours.

The headers are those of the Windows GDI (BITMAPFILEHEADER, BITMAPCOREHEADER, BITMAPINFOHEADER).
"""

from __future__ import annotations

from struct import Struct as Layout
from typing import TYPE_CHECKING, Final

from deckgen.pictures.model import CUT_OFF, DAMAGED, BadPictureError, Scan

if TYPE_CHECKING:
    from typing import BinaryIO

SIGNATURE: Final = b"BM"
_HEAD: Final = Layout("<2sL4xLL")
_CORE: Final = Layout("<HHHH")
_INFO: Final = Layout("<llHHL")
_CORE_SIZE, _LEAST_SIZE, _MOST_SIZE = 12, 16, 124
_PLAIN: Final = (0, 3)
"""Compressions of pixels that each have their place: none, and none with masks."""
_LINKED: Final = b"KNIL"
_SPACE_AT: Final = 56
"""Where a header of the fifth kind says what its colours mean: here, by the path of a file."""


def scan_bmp(file: BinaryIO, size: int) -> Scan:
    """Return what a BMP file of so many bytes holds. Raises `BadPictureError` if it is damaged."""
    file.seek(0)
    head = file.read(_HEAD.size + _MOST_SIZE)
    if len(head) < _HEAD.size + _INFO.size:
        raise BadPictureError(CUT_OFF)
    _, _, pixels_at, header = _HEAD.unpack_from(head)
    if header == _CORE_SIZE:
        (width, height, _, depth), compression = _CORE.unpack_from(head, _HEAD.size), 0
    elif _LEAST_SIZE <= header <= _MOST_SIZE:
        width, height, _, depth, compression = _INFO.unpack_from(head, _HEAD.size)
    else:
        raise BadPictureError(DAMAGED)
    if head[_HEAD.size - 4 + _SPACE_AT :][:4] == _LINKED and header == _MOST_SIZE:
        raise BadPictureError("names a file on the machine that it was made on: save it as PNG")
    height = abs(height)
    stop = size
    if compression in _PLAIN:
        stop = pixels_at + (width * depth + 31) // 32 * 4 * height
        if stop > size:
            raise BadPictureError(CUT_OFF)
    return Scan("BMP", width, height, ((0, stop),))
