"""A picture and how many pixels of it can show -> a smaller one, decoded once.

Like what is converted, its bytes depend on the version of the library that makes them.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, Final

from deckgen.blobs import Blob
from deckgen.pictures.decoded import decoded, smaller
from deckgen.pictures.model import FORMATS, PictureFile
from deckgen.records import replace

if TYPE_CHECKING:
    from PIL.Image import Image as Decoded

_KINDS: Final = {"jpeg": "JPEG", "png": "PNG"}
_WORTH: Final = 0.8
"""The share of the pixels of each side above which a smaller picture is not worth its loss."""


def reduced(file: PictureFile, wide: int, high: int) -> PictureFile:
    """Return a picture with no more pixels than show, as wide and high as it is stored.

    One that has few enough, is drawn, moves, or cannot be decoded is returned as it is. What is
    made of a JPEG is one, and what is made of a PNG has lost nothing but pixels.
    """
    kind = _KINDS.get(file.extension)
    if kind is None or file.vector is not None:
        return file

    def made(picture: Decoded) -> tuple[bytes, str] | None:
        from PIL.Image import Resampling

        from deckgen.pictures.converted import encoded

        if getattr(picture, "n_frames", 1) > 1:
            return None
        small = smaller(picture, wide, high, _WORTH, Resampling.LANCZOS)
        if small is None:
            return None
        small.info["icc_profile"] = picture.info.get("icc_profile")
        return encoded(small, exact=kind == "PNG")

    try:
        whole = file.shown.read()
    except OSError:  # who writes the picture tells that it is gone
        return file
    found = decoded(whole, made, (kind,), most=inf)  # it is within bounds, as it was read
    if found is None or len(found[0]) >= len(whole):
        return file
    data, stored = found
    blob = Blob((data,))
    extension, media_type = FORMATS[stored]
    return replace(file, shown=blob, whole=blob, extension=extension, media_type=media_type)
