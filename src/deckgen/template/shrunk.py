"""The bytes of a picture -> the picture made small, to be looked at: the door to its decoders."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final

from deckgen.limits import LOOKED_AT_PIXELS

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

_FORMATS: Final = ("PNG", "JPEG", "GIF", "BMP", "TIFF")


def shrunk(data: bytes, size: tuple[int, int], drafted: tuple[int, int]) -> Picture | None:
    """Return a picture in RGBA at a width and height; None for a kind or size that is not read.

    Of a JPEG as few pixels are decoded as make it as large as `drafted`. What decoders warn of is
    for those who made the picture, and says nothing to those who make the deck.
    """
    import warnings

    from PIL import Image

    try:
        with (
            warnings.catch_warnings(action="ignore"),
            Image.open(BytesIO(data), formats=_FORMATS) as picture,
        ):
            if picture.width * picture.height > LOOKED_AT_PIXELS:
                return None
            picture.draft("RGB", drafted)
            deep = picture.mode.startswith("I")
            shown = picture.convert("I").point(lambda v: v / 256).convert("L") if deep else picture
            return shown.convert("RGBA").resize(size, Image.Resampling.BOX)
    except Exception:  # noqa: BLE001 - decoders raise anything on damaged files
        return None
