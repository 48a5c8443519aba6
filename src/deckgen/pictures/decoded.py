"""The bytes of a picture -> what is made of its pixels; decoders raise anything on damaged ones."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final, TypeVar

from deckgen.limits import LOOKED_AT_PHOTOGRAPH, LOOKED_AT_PIXELS

if TYPE_CHECKING:
    from collections.abc import Callable

    from PIL.Image import Image as Decoded
    from PIL.Image import Resampling

_Made = TypeVar("_Made")
_FORMATS: Final = ("PNG", "JPEG", "GIF", "BMP", "TIFF")
"""The kinds that templates hold, and programs show."""


def decoded(
    data: bytes,
    use: Callable[[Decoded], _Made | None],
    formats: tuple[str, ...] = _FORMATS,
    most: float = LOOKED_AT_PIXELS,
) -> _Made | None:
    """Return what `use` makes of a picture of `most` pixels; None where it cannot be decoded.

    What decoders warn of is for those who made the picture, and says nothing to those who make the
    deck.
    """
    import warnings

    from PIL import Image

    try:
        with (
            warnings.catch_warnings(action="ignore"),
            Image.open(BytesIO(data), formats=formats) as picture,
        ):
            return use(picture) if picture.width * picture.height <= most else None
    except Exception:  # noqa: BLE001 - decoders raise anything on damaged files
        return None


def smaller(
    picture: Decoded, wide: float, high: float, worth: float, by: Resampling
) -> Decoded | None:
    """Return a picture in RGB or RGBA that covers a width and height in pixels.

    None where that is more than the share of its sides that is `worth` the loss.
    """
    share = max(wide / picture.width, high / picture.height)
    if share > worth:
        return None
    size = (max(1, round(picture.width * share)), max(1, round(picture.height * share)))
    picture.draft("RGB", size)
    mode = "RGBA" if picture.has_transparency_data else "RGB"
    return shallow(picture).convert(mode).resize(size, by)


def shallow(picture: Decoded) -> Decoded:
    """Return a picture whose greys have 8 bits, of which the decoder would cut off the upper."""
    if not picture.mode.startswith("I"):
        return picture
    return picture.convert("I").point(lambda value: value / 256).convert("L")


def shrunk(
    data: bytes,
    size: tuple[int, int],
    drafted: tuple[int, int],
    cut: tuple[float, float, float, float] | None = None,
) -> Decoded | None:
    """Return a picture in RGBA at a width and height; None for a kind or size that is not read.

    Of a JPEG as few pixels are decoded as make it as large as `drafted`, so that it may have more:
    cameras make 24 million. A progressive one is kept whole while that is done, and may not. It is
    what is left where shares of its sides are `cut` off at the left, top, right and bottom.
    """

    def made(picture: Decoded) -> Decoded | None:
        from PIL.Image import Resampling

        left, top, right, bottom = cut or (0.0, 0.0, 0.0, 0.0)
        wide, high = 1 - left - right, 1 - top - bottom
        held = picture.width * picture.height
        picture.draft("RGB", (round(drafted[0] / wide), round(drafted[1] / high)))
        across, down = picture.size
        if (held if "progressive" in picture.info else across * down) > LOOKED_AT_PIXELS:
            return None
        rest = (across * left, down * top, across * (1 - right), down * (1 - bottom))
        return shallow(picture).convert("RGBA").resize(size, Resampling.BOX, box=rest)

    return decoded(data, made, most=LOOKED_AT_PHOTOGRAPH)
