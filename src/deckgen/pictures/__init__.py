"""A picture file -> a `PictureFile`: its format, its size, how it lies, and which bytes show it.

Nothing is decoded, and no more is held in memory than a block, however large a file is: the bytes
that are kept are copied when the deck is written. So a picture costs what reading its file does,
and what it looks like is not changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.blobs import Blob, FileRange
from deckgen.geometry import Size
from deckgen.limits import DEFAULT
from deckgen.pictures.exif import order_of
from deckgen.pictures.model import FORMATS, BadPictureError, PictureFile, Scan, TooManyPixelsError
from deckgen.units import px

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

_PNG, _JPEG, _GIF, _BMP = b"\x89PNG\r\n\x1a\n", b"\xff\xd8", b"GIF8", b"BM"
_LONGEST_SIGNATURE = 8


def read_picture(
    open_file: Callable[[], BinaryIO], size: int, most_pixels: int = DEFAULT.pixels
) -> PictureFile:
    """Return what is known of a picture file of so many bytes.

    Raises `BadPictureError` where it cannot be used, `OSError` where the file cannot be read. The
    file is opened again when its bytes are asked for.
    """
    with open_file() as file:
        scan = _scan(file, size)
    width, height = scan.width, scan.height
    if width < 1 or height < 1:
        raise BadPictureError("has no pixels")
    if width * height > most_pixels:
        raise TooManyPixelsError(f"has {width} x {height} pixels, more than {most_pixels:,}")
    if scan.turn.lies:
        width, height = height, width
    return PictureFile(
        scan.blob(open_file),
        Blob((FileRange(open_file, 0, size),)),
        *FORMATS[scan.format],
        Size(px(width), px(height)),
        scan.turn,
    )


def _scan(file: BinaryIO, size: int) -> Scan:
    """Return what is found in a file; the reader of a format is loaded when there is one."""
    head = file.read(_LONGEST_SIGNATURE)
    if head == _PNG:
        from deckgen.pictures.png import scan_png

        return scan_png(file, size)
    if head.startswith(_JPEG):
        from deckgen.pictures.jpeg import scan_jpeg

        return scan_jpeg(file, size)
    if head.startswith(_GIF):
        from deckgen.pictures.gif import scan_gif

        return scan_gif(file, size)
    if head.startswith(_BMP):
        from deckgen.pictures.bmp import scan_bmp

        return scan_bmp(file, size)
    if order_of(head) is not None:
        from deckgen.pictures.tiff import scan_tiff

        return scan_tiff(file, size)
    raise BadPictureError("is not a PNG, JPEG, GIF, BMP or TIFF picture")
