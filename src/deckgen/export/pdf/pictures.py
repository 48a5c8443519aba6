"""Pictures -> image objects of a PDF file: JPEG as it is, PNG where it can be, the rest decoded."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

from deckgen.limits import DEFAULT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image as Decoded

    from deckgen.draw.model import ImageMark
    from deckgen.export.pdf.objects import File, Object

_DOTS: Final = 400
"""The dots to the inch at which drawings are made into pictures."""
_LONG_SIDE: Final = 4_000
"""The most pixels that such a picture has on a side."""
_POINTS_PER_INCH: Final = 72
_SPACES: Final = {1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK"}
_FRAMES: Final = frozenset((0xC0, 0xC1, 0xC2))
"""Headers of JPEG frames that PDF readers decode: baseline, extended and progressive."""
_ADOBE: Final = 0xEE
_GRAY, _RGB, _PALETTE = 0, 2, 3
"""Kinds of PNG without transparency in the pixels."""
_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"


def image_object(file: File, mark: ImageMark) -> Object | None:
    """Add a picture to a file and return it; None for one that no decoder takes.

    Raises `OSError` where its file is no longer there.
    """
    data = mark.content.read()
    if mark.media == "image/jpeg":
        made = _jpeg(file, data)
    elif mark.media == "image/png":
        made = _png(file, data)
    elif mark.media == "image/svg+xml":
        return _decoded(file, _raster(data, mark))
    else:
        made = None
    return made or _decoded(file, data)


def _jpeg(file: File, data: bytes) -> Object | None:
    """Return a JPEG whose frame PDF readers decode, with its bytes as they are."""
    found, inverted = None, False
    for marker, start, stop in _segments(data):
        if marker in _FRAMES:
            found = struct.unpack_from(">BHHB", data, start)
        elif marker == _ADOBE and data[start : start + 5] == b"Adobe" and stop - start >= 12:
            inverted = True
    if found is None or found[0] != 8 or found[3] not in _SPACES:
        return None
    _, height, width, parts = found
    entries: dict[str, object] = {}
    if inverted and parts == 4:  # Photoshop writes the ink that is left out
        entries["Decode"] = "[1 0 1 0 1 0 1 0]"
    return file.add_stream(
        data,
        Type="/XObject",
        Subtype="/Image",
        Width=width,
        Height=height,
        ColorSpace=_SPACES[parts],
        BitsPerComponent=8,
        Filter="/DCTDecode",
        **entries,
    )


def _segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield the marker of each segment before the pixels, and where its content is."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], struct.unpack_from(">H", data, at + 2)[0]
        if marker == 0xFF:
            at += 1
            continue
        if marker == 0xDA or length < 2 or at + 2 + length > len(data):
            return
        yield marker, at + 4, at + 2 + length
        at += 2 + length


def _png(file: File, data: bytes) -> Object | None:
    """Return a PNG that has nothing which PDF lacks, its compressed rows as they are."""
    chunks = list(_chunks(data))
    if not chunks or chunks[0][0] != b"IHDR" or len(chunks[0][1]) != 13:
        return None
    width, height, depth, kind, *_, interlaced = struct.unpack(">IIBBBBB", chunks[0][1])
    tags = {tag for tag, _ in chunks}
    if kind not in {_GRAY, _RGB, _PALETTE} or interlaced or b"tRNS" in tags:
        return None
    rows = b"".join(content for tag, content in chunks if tag == b"IDAT")
    space, colors = ("/DeviceRGB", 3) if kind == _RGB else ("/DeviceGray", 1)
    if kind == _PALETTE:
        palette = next((content for tag, content in chunks if tag == b"PLTE"), b"")
        if not palette or len(palette) % 3:
            return None
        space = f"[/Indexed /DeviceRGB {len(palette) // 3 - 1} <{palette.hex()}>]"
    return file.add_stream(
        rows,
        Type="/XObject",
        Subtype="/Image",
        Width=width,
        Height=height,
        ColorSpace=space,
        BitsPerComponent=depth,
        Filter="/FlateDecode",
        DecodeParms=f"<</Predictor 15/Colors {colors}/BitsPerComponent {depth}/Columns {width}>>",
    )


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_SIGNATURE)
    while data.startswith(_SIGNATURE) and at + 12 <= len(data):
        length, tag = struct.unpack_from(">I4s", data, at)
        if at + 12 + length > len(data):
            return
        yield tag, data[at + 8 : at + 8 + length]
        at += 12 + length


def _raster(data: bytes, mark: ImageMark) -> bytes:
    """Return the PNG of a drawing, so large that its dots are not seen."""
    from deckgen.pictures.svg import rasterized

    _, _, across, down = mark.part
    width, height = mark.box[2] / across, mark.box[3] / down
    scale = min(_DOTS / _POINTS_PER_INCH, _LONG_SIDE / max(width, height))
    size = max(1, round(width * scale)), max(1, round(height * scale))
    # one that has a picture beside it is somebody's, and may hold text
    fonts = mark.plain is not None
    return rasterized(data.decode("utf-8", "replace"), *size, fonts=fonts)


def _decoded(file: File, data: bytes) -> Object | None:
    """Return a picture pixel by pixel, with what shows through it apart."""
    import warnings
    from io import BytesIO

    from PIL import Image

    try:
        with (
            warnings.catch_warnings(action="ignore"),
            Image.open(BytesIO(data)) as picture,
        ):
            if picture.width * picture.height > DEFAULT.pixels:
                return None
            return _of_pixels(file, picture.convert("RGBA"))
    except Exception:  # noqa: BLE001 - decoders raise anything on damaged files
        return None


def _of_pixels(file: File, picture: Decoded) -> Object:
    covers = picture.getchannel("A")
    entries: dict[str, object] = {}
    if covers.getextrema() != (255, 255):
        mask = file.add_packed(covers.tobytes(), **_head(picture), ColorSpace="/DeviceGray")
        entries["SMask"] = mask.reference
    pixels = picture.convert("RGB").tobytes()
    return file.add_packed(pixels, **_head(picture), ColorSpace="/DeviceRGB", **entries)


def _head(picture: Decoded) -> dict[str, object]:
    return {
        "Type": "/XObject",
        "Subtype": "/Image",
        "Width": picture.width,
        "Height": picture.height,
        "BitsPerComponent": 8,
    }
