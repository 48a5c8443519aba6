"""A picture's bytes -> the same in other colours, or in a format that browsers show."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final

from deckgen.limits import LOOKED_AT_PIXELS
from deckgen.records import Struct

if TYPE_CHECKING:
    from PIL.Image import Image as Decoded

_FORMATS: Final = ("PNG", "JPEG", "GIF", "BMP", "TIFF")
_DPI: Final = 96.0
_MOST_DPI: Final = 2_400.0
_WORTH: Final = 0.7
"""The share of its pixels across up to which a picture is made smaller before it is drawn."""


class Recoloring(Struct, frozen=True):
    """What is done to the colours of a picture before it shows; shares from -1 to 1.

    `duotone` are the colours that black and white become. What is paler than the `threshold`
    becomes white, all else black.
    """

    duotone: tuple[str, str] | None = None
    brightness: float = 0.0
    contrast: float = 0.0
    grey: bool = False
    threshold: float | None = None


PLAIN: Final = Recoloring()


def recolored(data: bytes, recoloring: Recoloring) -> bytes | None:
    """Return a picture in other colours as a PNG; None for a kind or size that is not read."""
    import warnings

    from PIL import Image

    try:
        with (
            warnings.catch_warnings(action="ignore"),
            Image.open(BytesIO(data), formats=_FORMATS) as picture,
        ):
            if picture.width * picture.height > LOOKED_AT_PIXELS:
                return None
            made = BytesIO()
            _changed(picture.convert("RGBA"), recoloring).save(made, "PNG")
            return made.getvalue()
    except Exception:  # noqa: BLE001 - decoders raise anything on damaged files
        return None


def smoothed(data: bytes, wide: float, high: float) -> bytes | None:
    """Return a PNG of a picture with as many pixels as show, each the mean of those it stands for.

    None for one that has not many more, or that is not read: what draws it will do.
    """
    import warnings

    from PIL import Image

    try:
        with (
            warnings.catch_warnings(action="ignore"),
            Image.open(BytesIO(data), formats=_FORMATS) as picture,
        ):
            share = max(wide / picture.width, high / picture.height)
            if share > _WORTH or picture.width * picture.height > LOOKED_AT_PIXELS:
                return None
            size = (max(1, round(picture.width * share)), max(1, round(picture.height * share)))
            picture.draft("RGB", size)
            mode = "RGBA" if picture.has_transparency_data else "RGB"
            made = BytesIO()
            small = picture.convert(mode).resize(size, Image.Resampling.BOX)
            small.save(made, "PNG", compress_level=1)
            return made.getvalue()
    except Exception:  # noqa: BLE001 - decoders raise anything on damaged files
        return None


def natural_size(data: bytes) -> tuple[float, float] | None:
    """Return how wide and high a picture is by itself, in points; None if it is not read."""
    import warnings

    from PIL import Image

    try:
        with (
            warnings.catch_warnings(action="ignore"),
            Image.open(BytesIO(data), formats=_FORMATS) as picture,
        ):
            given = picture.info.get("dpi") or (_DPI, _DPI)
            across, down = (float(d) if 1 < float(d) < _MOST_DPI else _DPI for d in given)
            return picture.width * 72 / across, picture.height * 72 / down
    except Exception:  # noqa: BLE001 - decoders raise anything on damaged files
        return None


def _changed(picture: Decoded, recoloring: Recoloring) -> Decoded:
    from PIL import Image, ImageOps

    alpha = picture.getchannel("A")
    shown = picture.convert("RGB")
    if recoloring.grey or recoloring.duotone or recoloring.threshold is not None:
        light = shown.convert("L")
        if recoloring.threshold is not None:
            least = recoloring.threshold * 255
            light = light.point(lambda value: 255 if value >= least else 0)
        shown = light.convert("RGB")
        if recoloring.duotone is not None:
            dark, pale = (f"#{rgb}" for rgb in recoloring.duotone)
            shown = ImageOps.colorize(light, dark, pale)
    if recoloring.brightness or recoloring.contrast:
        shown = shown.point(_lighter(recoloring.brightness, recoloring.contrast) * 3)
    shown.putalpha(alpha)
    return Image.merge("RGBA", shown.split())


def _lighter(brightness: float, contrast: float) -> list[int]:
    """Return what each value of a channel becomes: apart from the middle, then shifted."""
    slope = 1 + contrast if contrast <= 0 else 1 / max(0.01, 1 - contrast)
    values = ((value / 255 - 0.5) * slope + 0.5 + brightness for value in range(256))
    return [round(min(1.0, max(0.0, value)) * 255) for value in values]
