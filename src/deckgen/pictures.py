"""Bytes of a picture file -> a `PictureFile`: its format, its size and what identifies it."""

from __future__ import annotations

import hashlib
import io
from typing import Final

from deckgen.geometry import Size
from deckgen.records import Struct
from deckgen.units import px

MAX_PIXELS: Final = 100_000_000
FORMATS: Final = {
    "PNG": ("png", "image/png"),
    "JPEG": ("jpeg", "image/jpeg"),
    "GIF": ("gif", "image/gif"),
    "BMP": ("bmp", "image/bmp"),
    "TIFF": ("tiff", "image/tiff"),
}
"""Pillow's name of each format that PowerPoint shows everywhere: extension and media type."""


class PictureFile(Struct, frozen=True):
    """A picture as it goes into the file, byte for byte.

    `size` is its natural size at 96 pixels to the inch, upright as its Exif orientation says.
    """

    data: bytes
    extension: str
    media_type: str
    size: Size
    digest: str


class BadPictureError(ValueError):
    """A file is no picture that a slide can hold; the message says why."""


def read_picture(data: bytes) -> PictureFile:
    """Read the head of a picture file. Raise `BadPictureError` where it cannot be used.

    Only the header is decoded, so a picture that would unpack to gigabytes costs nothing.
    """
    from PIL import Image, UnidentifiedImageError  # imported when a deck has pictures

    try:
        with Image.open(io.BytesIO(data), formats=tuple(FORMATS)) as image:
            width, height = image.size
            orientation = image.getexif().get(0x0112, 1) if image.format == "JPEG" else 1
            name = image.format or ""
    except UnidentifiedImageError:
        raise BadPictureError("is not a PNG, JPEG, GIF, BMP or TIFF picture") from None
    except Image.DecompressionBombError:
        raise BadPictureError("has too many pixels") from None
    except Exception as error:  # noqa: BLE001 - decoders raise anything on damaged files
        raise BadPictureError(f"is damaged ({error})") from None
    if width * height > MAX_PIXELS:
        raise BadPictureError(f"has {width} x {height} pixels, more than {MAX_PIXELS:,}")
    if orientation in {5, 6, 7, 8}:
        width, height = height, width
    extension, media_type = FORMATS[name]
    digest = hashlib.sha256(data).hexdigest()
    return PictureFile(data, extension, media_type, Size(px(width), px(height)), digest)
