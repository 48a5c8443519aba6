"""A picture file -> a `PictureFile`: its format, its size, how it lies, and which bytes show it.

Of the formats that PowerPoint shows (PNG, JPEG, GIF, BMP, TIFF) nothing is decoded, and no more is
held in memory than a block, however large a file is: the bytes that are kept are copied when the
deck is written. So a picture costs what reading its file does, and what it looks like is not
changed. Other formats are converted (`converted`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blobs import Blob, FileRange
from deckgen.geometry import Size
from deckgen.limits import DEFAULT, MEBIBYTE, sized
from deckgen.pictures.exif import order_of
from deckgen.pictures.model import FORMATS, BadPictureError, PictureFile, Scan, check_pixels
from deckgen.units import px

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

_PNG, _JPEG, _GIF, _BMP = b"\x89PNG\r\n\x1a\n", b"\xff\xd8", b"GIF8", b"BM"
_LONGEST_SIGNATURE = 64
_LARGEST_CONVERTED: Final = 256 * MEBIBYTE
"""How many bytes a file may have that is decoded."""


def read_picture(
    open_file: Callable[[], BinaryIO], size: int, most_pixels: int = DEFAULT.pixels, page: int = 1
) -> PictureFile:
    """Return what is known of a picture file of so many bytes; of a document, of a page of it.

    Raises `BadPictureError` where it cannot be used, `OSError` where the file cannot be read. The
    file is opened again when its bytes are asked for.
    """
    with open_file() as file:
        head = file.read(_LONGEST_SIGNATURE)
        scan = _scan(head, file, size)
        if scan is None:
            return _converted(head, file, size, most_pixels, page)
    width, height = scan.width, scan.height
    if width < 1 or height < 1:
        raise BadPictureError("has no pixels")
    check_pixels(width, height, most_pixels)
    if scan.turn.lies:
        width, height = height, width
    return PictureFile(
        scan.blob(open_file),
        Blob((FileRange(open_file, 0, size),)),
        *FORMATS[scan.format],
        Size(px(width), px(height)),
        scan.turn,
    )


def _converted(head: bytes, file: BinaryIO, size: int, most_pixels: int, page: int) -> PictureFile:
    """Return the picture of a file that is in none of the formats of PowerPoint."""
    from deckgen.pictures.converted import converted, other_format

    kind = other_format(head)
    if kind is None:
        from deckgen.pictures.unread import named

        raise BadPictureError(named(head))
    if size > _LARGEST_CONVERTED:
        raise BadPictureError(f"holds more than {sized(_LARGEST_CONVERTED)}")
    file.seek(0)
    return converted(kind, file.read(size), most_pixels, page)


def _scan(head: bytes, file: BinaryIO, size: int) -> Scan | None:
    """Return what is found in a file, None where it is of no format of PowerPoint.

    The reader of a format is loaded when there is one.
    """
    if head.startswith(_PNG):
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
    return None
