"""A JPEG in inks, as presses print -> one in colours of light, for programs that know no inks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.limits import DEFAULT
from deckgen.pictures.decoded import decoded

if TYPE_CHECKING:
    from PIL.Image import Image as Decoded

_INKS: Final = 4
_FRAMES: Final = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""The markers that start a frame (ISO/IEC 10918-1, table B.1)."""
_SCAN: Final = 0xDA
_LAYERS_AT: Final = 9
"""Where a frame says how many colours there are, counted from its marker (B.2.2)."""


def of_light(jpeg: bytes) -> bytes | None:
    """Return a picture that is in four inks as a PNG in red, green and blue.

    None for one in other colours, and for one that has too many pixels or cannot be decoded.
    """
    if _layers(jpeg) != _INKS:
        return None
    return decoded(jpeg, _mixed, ("JPEG",), DEFAULT.pixels)


def _mixed(picture: Decoded) -> bytes:
    from deckgen.pictures.converted import encoded

    mixed = picture.convert("RGB")
    mixed.info.pop("icc_profile", None)  # it tells of the inks
    return encoded(mixed, exact=True)[0]


def _layers(jpeg: bytes) -> int:
    """Return how many colours each pixel has, 0 where the file does not say."""
    at = 2
    while at + _LAYERS_AT < len(jpeg) and jpeg[at] == 0xFF and jpeg[at + 1] != _SCAN:
        if jpeg[at + 1] in _FRAMES:
            return jpeg[at + _LAYERS_AT]
        filler = jpeg[at + 1] == 0xFF
        at += 1 if filler else 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    return 0
