"""Bytes of a picture file -> a `PictureFile`: its format and its size."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING, Final

from deckgen.geometry import Size
from deckgen.picture_heads import plain_head
from deckgen.records import Struct
from deckgen.units import px

if TYPE_CHECKING:
    from PIL import Image

MAX_PIXELS: Final = 100_000_000
_ORIENTATION: Final = 0x0112
"""The Exif tag that says how the camera was held (Exif 2.32, 4.6.4)."""
_QUALITY: Final = 95
_PHOTOGRAPHS: Final = "MPO"
"""Pillow's name of a JPEG file behind whose picture there are further ones, as phones write it."""
FORMATS: Final = {
    "PNG": ("png", "image/png"),
    "JPEG": ("jpeg", "image/jpeg"),
    "GIF": ("gif", "image/gif"),
    "BMP": ("bmp", "image/bmp"),
    "TIFF": ("tiff", "image/tiff"),
}
"""Pillow's name of each format that PowerPoint shows everywhere: extension and media type."""


class PictureFile(Struct, frozen=True):
    """A picture as it goes into the file.

    `size` is its natural size at 96 pixels to the inch. The bytes are those that were read, but for
    photographs that were taken with the camera turned, which are turned upright.
    """

    data: bytes
    extension: str
    media_type: str
    size: Size


class BadPictureError(ValueError):
    """A file is no picture that a slide can hold; the message says why."""


def read_picture(data: bytes) -> PictureFile:
    """Read the head of a picture file. Raise `BadPictureError` where it cannot be used.

    Only the header is decoded, so a picture that would unpack to gigabytes costs nothing.
    """
    head = plain_head(data)
    if head is None:
        return _read_with_pillow(data)
    _check_size(head.width, head.height)
    return _picture_file(data, head.format, head.width, head.height)


def _picture_file(data: bytes, name: str, width: int, height: int) -> PictureFile:
    extension, media_type = FORMATS[name]
    return PictureFile(data, extension, media_type, Size(px(width), px(height)))


def _read_with_pillow(data: bytes) -> PictureFile:
    from PIL import Image, UnidentifiedImageError

    try:
        with (
            warnings.catch_warnings(action="ignore"),  # what is too large is our own decision
            Image.open(io.BytesIO(data), formats=tuple(FORMATS)) as image,
        ):
            name, (width, height) = image.format or "", image.size
            if name == _PHOTOGRAPHS:
                name = "JPEG"
            _check_size(width, height)
            if name == "JPEG" and image.getexif().get(_ORIENTATION, 1) != 1:
                data, (width, height) = _upright(image)
    except UnidentifiedImageError:
        raise BadPictureError("is not a PNG, JPEG, GIF, BMP or TIFF picture") from None
    except Image.DecompressionBombError:
        raise BadPictureError("has too many pixels") from None
    except BadPictureError:
        raise
    except Exception as error:  # noqa: BLE001 - decoders raise anything on damaged files
        raise BadPictureError(f"is damaged ({error})") from None
    return _picture_file(data, name, width, height)


def _check_size(width: int, height: int) -> None:
    if width < 1 or height < 1:
        raise BadPictureError("has no pixels")
    if width * height > MAX_PIXELS:
        raise BadPictureError(f"has {width} x {height} pixels, more than {MAX_PIXELS:,}")


def _upright(image: Image.Image) -> tuple[bytes, tuple[int, int]]:
    """Return a photograph turned as its Exif orientation asks, which slide programs do not do."""
    from PIL import ImageOps

    upright = ImageOps.exif_transpose(image)
    file = io.BytesIO()
    upright.save(file, "JPEG", quality=_QUALITY, icc_profile=image.info.get("icc_profile"))
    return file.getvalue(), upright.size
