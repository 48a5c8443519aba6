"""A picture's bytes -> what its colours are, or the picture made smaller: looking at pixels."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final

from deckgen.colors import Color
from deckgen.limits import LOOKED_AT_PHOTOGRAPH

if TYPE_CHECKING:
    from PIL.Image import Image as Decoded

    from deckgen.pictures.model import PictureFile

BLACK: Final = Color("000000")
WHITE: Final = Color("FFFFFF")
_LOOKED_AT: Final = (96, 64)
"""How closely it is looked for text that stands on it, but not for the grain of a photograph."""
_TAIL: Final = 0.01
"""The share of the points of a picture at either end whose colours do not count."""


def tones(file: PictureFile) -> tuple[Color, Color]:
    """Return the darkest and the palest colour of a picture; black and white if it is not known."""
    import warnings

    from PIL import Image

    try:
        with (
            warnings.catch_warnings(action="ignore"),
            Image.open(BytesIO(file.shown.read())) as picture,
        ):
            if picture.width * picture.height > LOOKED_AT_PHOTOGRAPH:
                return BLACK, WHITE
            picture.draft("RGB", (_LOOKED_AT[0] * 2, _LOOKED_AT[1] * 2))
            return _extremes(picture.convert("RGBA").resize(_LOOKED_AT, Image.Resampling.BOX))
    except Exception:  # noqa: BLE001 - decoders raise anything on damaged files
        return BLACK, WHITE


def _extremes(picture: Decoded) -> tuple[Color, Color]:
    if picture.getchannel("A").getextrema() != (255, 255):
        return BLACK, WHITE
    points = picture.convert("RGB").tobytes().hex().upper()
    found = sorted(
        (Color(points[at : at + 6]) for at in range(0, len(points), 6)),
        key=lambda color: color.luminance,
    )
    spare = int(len(found) * _TAIL)
    return found[spare], found[-1 - spare]
