"""A picture's bytes -> the same in other colours, or in a format that browsers show."""

from __future__ import annotations

from io import BytesIO
from math import inf
from typing import TYPE_CHECKING, Final

from deckgen.pictures.decoded import decoded, smaller
from deckgen.records import Struct

if TYPE_CHECKING:
    from PIL.Image import Image as Decoded

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

    def made(picture: Decoded) -> bytes:
        written = BytesIO()
        changed(picture.convert("RGBA"), recoloring).save(written, "PNG")
        return written.getvalue()

    return decoded(data, made)


def changed(picture: Decoded, recoloring: Recoloring) -> Decoded:
    """Return a picture in RGBA in other colours."""
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


def smoothed(data: bytes, wide: float, high: float) -> bytes | None:
    """Return a PNG of a picture with as many pixels as show, each the mean of those it stands for.

    None for one that has not many more, or that is not read: what draws it will do.
    """

    def made(picture: Decoded) -> bytes | None:
        from PIL.Image import Resampling

        small = smaller(picture, wide, high, _WORTH, Resampling.BOX)
        if small is None:
            return None
        written = BytesIO()
        small.save(written, "PNG", compress_level=1)
        return written.getvalue()

    return decoded(data, made)


def natural_size(data: bytes) -> tuple[float, float] | None:
    """Return how wide and high a picture is by itself, in points; None if it is not read."""

    def told(picture: Decoded) -> tuple[float, float]:
        given = picture.info.get("dpi") or (_DPI, _DPI)
        across, down = (float(d) if 1 < float(d) < _MOST_DPI else _DPI for d in given)
        return picture.width * 72 / across, picture.height * 72 / down

    return decoded(data, told, most=inf)  # its pixels are not decoded


def _lighter(brightness: float, contrast: float) -> list[int]:
    """Return what each value of a channel becomes: apart from the middle, then shifted."""
    slope = 1 + contrast if contrast <= 0 else 1 / max(0.01, 1 - contrast)
    values = ((value / 255 - 0.5) * slope + 0.5 + brightness for value in range(256))
    return [round(min(1.0, max(0.0, value)) * 255) for value in values]
