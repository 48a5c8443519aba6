"""A picture and how many pixels of it can show -> a smaller one, decoded once.

Like what is converted, its bytes depend on the version of the library that makes them.
"""

from __future__ import annotations

from io import BytesIO
from typing import Final

from deckgen.blobs import Blob
from deckgen.pictures.model import FORMATS, PictureFile
from deckgen.records import replace

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
    from PIL import Image

    from deckgen.pictures.converted import encoded

    try:
        with Image.open(BytesIO(file.shown.read()), formats=(kind,)) as picture:
            share = max(wide / picture.width, high / picture.height)
            if share > _WORTH or getattr(picture, "n_frames", 1) > 1:
                return file
            size = (max(1, round(picture.width * share)), max(1, round(picture.height * share)))
            if kind == "JPEG":
                picture.draft("RGB", size)
            mode = "RGBA" if picture.has_transparency_data else "RGB"
            small = picture.convert(mode).resize(size, Image.Resampling.LANCZOS)
            small.info["icc_profile"] = picture.info.get("icc_profile")
            data, stored = encoded(small, exact=kind == "PNG")
    except Exception:  # noqa: BLE001 - decoders raise anything on damaged files
        return file
    if len(data) >= file.shown.size:
        return file
    blob = Blob((data,))
    extension, media_type = FORMATS[stored]
    return replace(file, shown=blob, whole=blob, extension=extension, media_type=media_type)
