"""A picture in a format that PowerPoint lacks -> one that it has: decoded once, when it is read.

Unlike the five formats that are copied these cost what decoding them does. What their files tell
beside what they show stays behind. The bytes depend on the version of the library that makes them.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final

from deckgen.blobs import Blob
from deckgen.geometry import Size
from deckgen.pictures.model import FORMATS, BadPictureError, PictureFile, check_pixels
from deckgen.units import px

if TYPE_CHECKING:
    from PIL.Image import Image as Decoded

LONG_SIDE: Final = 2000
"""Pixels of the longer side of what is drawn from a drawing: 150 to the inch on a wide slide."""
QUALITY: Final = 90
"""Of JPEG, where no difference is seen."""

_BOXED: Final = {
    **dict.fromkeys((b"avif", b"avis"), "AVIF"),
    **dict.fromkeys((b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"), "HEIF"),
}
"""Formats by the brand that the first box of their files names (ISO/IEC 14496-12, 4.3)."""
_LOSSLESS: Final = b"VP8L"


def other_format(head: bytes) -> str | None:
    """Return the format whose files begin so, None for one that is not known."""
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP"
    if head[4:8] == b"ftyp":
        return _BOXED.get(head[8:12])
    if head.startswith(b"%PDF-"):
        return "PDF"
    return "SVG" if head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<" else None


def converted(kind: str, data: bytes, most_pixels: int, page: int) -> PictureFile:
    """Return the picture of a file of another format; of a document, that of a page.

    Raises `BadPictureError` where it cannot be used.
    """
    if kind == "SVG":
        from deckgen.pictures.svg import drawn

        drawing, shown = drawn(data)
        return made(shown, "PNG", size_of(shown), drawing)
    if kind == "PDF":
        from deckgen.pictures.pdf import rendered

        shown = rendered(data, page)
        return made(shown, "PNG", size_of(shown))
    shown, stored, size = _reencoded(kind, data, most_pixels)
    return made(shown, stored, size)


def made(
    shown: bytes, kind: str, size: tuple[int, int], drawing: bytes | None = None
) -> PictureFile:
    """Return the picture of bytes that were made here."""
    blob = Blob((shown,))
    vector = None if drawing is None else Blob((drawing,))
    return PictureFile(blob, blob, *FORMATS[kind], Size(px(size[0]), px(size[1])), vector=vector)


def size_of(png: bytes) -> tuple[int, int]:
    """Return the width and height of a PNG, from its first chunk."""
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")


def _reencoded(kind: str, data: bytes, most_pixels: int) -> tuple[bytes, str, tuple[int, int]]:
    """Return a photograph as a JPEG, what is see-through or was stored without loss as a PNG."""
    import warnings

    from PIL import Image, ImageOps

    _check_decoder(kind)
    try:
        with (
            warnings.catch_warnings(action="ignore"),
            Image.open(BytesIO(data), formats=(kind,)) as picture,
        ):
            check_pixels(picture.width, picture.height, most_pixels)
            upright = ImageOps.exif_transpose(picture)
            exact = upright.has_transparency_data or data[12:16] == _LOSSLESS
            return *encoded(upright, exact=exact), upright.size
    except BadPictureError:
        raise
    except Exception:  # noqa: BLE001 - decoders raise anything on damaged files
        raise BadPictureError("is damaged") from None


def encoded(picture: Decoded, *, exact: bool) -> tuple[bytes, str]:
    """Return a picture without its metadata as a PNG where it must be exact, else as a JPEG."""
    out = BytesIO()
    profile = picture.info.get("icc_profile")
    if exact:
        mode = "RGBA" if picture.has_transparency_data else "RGB"
        picture.convert(mode).save(out, "PNG", icc_profile=profile)
        return out.getvalue(), "PNG"
    picture.convert("RGB").save(
        out, "JPEG", quality=QUALITY, subsampling=0, optimize=True, icc_profile=profile
    )
    return out.getvalue(), "JPEG"


def _check_decoder(kind: str) -> None:
    """Raise `BadPictureError` where a format cannot be decoded here."""
    from PIL import Image

    Image.init()
    if kind == "HEIF" and kind not in Image.OPEN:
        try:
            from pillow_heif import register_heif_opener
        except ImportError:
            hint = "install `deckgen-pptx[heif]`, or save it as JPEG"
            raise BadPictureError(f"is a HEIF picture, which is not read here: {hint}") from None
        register_heif_opener()
    if kind not in Image.OPEN:
        raise BadPictureError(f"is of a format that Pillow does not read here: {kind}")
