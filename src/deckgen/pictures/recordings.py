"""A file of video or sound -> its kind, the shape of its picture, and its bytes, which stay."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

from deckgen.blobs import Blob, FileRange
from deckgen.geometry import Size
from deckgen.pictures.model import DAMAGED, BadPictureError, PictureFile
from deckgen.records import Struct
from deckgen.units import px

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

_SIGNATURE: Final = 16
_BOX: Final = struct.Struct(">I4s")
_MOST_BOXES: Final = 10_000
"""How many boxes of a file are looked at."""
_FIXED: Final = 1 << 16
"""Fixed-point numbers of 16.16 bits (ISO/IEC 14496-12, 8.3.2)."""
_BRANDS: Final = {b"qt  ": ("mov", "video/quicktime"), b"M4A ": ("m4a", "audio/mp4")}
_TRACK_HEADERS: Final = {0: 76, 1: 88}
"""Where width and height begin in a track's header, by its version; a matrix is before them."""
_MATRIX: Final = 36
_WIDE, _ICON = (1280, 720), (200, 200)
_INSTEAD: Final = "convert it to MP4 (H.264 and AAC)"


class Recording(Struct, frozen=True):
    """A file of video or sound as it goes into the deck, and what is shown until it plays."""

    content: Blob
    extension: str
    media_type: str
    still: PictureFile

    @property
    def is_video(self) -> bool:
        """Whether there is something to see."""
        return self.media_type.startswith("video/")


def read_recording(open_file: Callable[[], BinaryIO], size: int) -> Recording:
    """Return what is known of a file of so many bytes.

    Raises `BadPictureError` where PowerPoint does not play it, `OSError` where it cannot be read.
    """
    with open_file() as file:
        head = file.read(_SIGNATURE)
        extension, media_type = _format(head)
        shown = _WIDE
        if media_type.startswith("video/"):
            shown = _shape(file, size)
        elif extension == "m4a":
            _shape(file, size)
    still = _placeholder(Size(px(shown[0]), px(shown[1])), media_type)
    return Recording(Blob((FileRange(open_file, 0, size),)), extension, media_type, still)


def _format(head: bytes) -> tuple[str, str]:
    """Return extension and media type of what PowerPoint plays, by the first bytes."""
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], ("mp4", "video/mp4"))
    if head[4:8] in {b"moov", b"mdat", b"wide", b"free"}:
        return "mov", "video/quicktime"
    if head[:3] == b"ID3" or (head[:1] == b"\xff" and head[1:2] >= b"\xe0"):
        return "mp3", "audio/mpeg"
    if head[:4] == b"RIFF" and head[8:12] == b"WAVE":
        return "wav", "audio/x-wav"
    if head[:4] == b"\x1aE\xdf\xa3":
        raise BadPictureError(f"is WebM or Matroska, which PowerPoint does not play: {_INSTEAD}")
    raise BadPictureError(f"is of no kind of video or sound that PowerPoint plays: {_INSTEAD}")


def _shape(file: BinaryIO, size: int) -> tuple[int, int]:
    """Return width and height of the first track that shows something, of what is upright."""
    budget = [_MOST_BOXES]
    movie = next((span for kind, span in _boxes(file, 0, size, budget) if kind == b"moov"), None)
    if movie is None:
        raise BadPictureError(DAMAGED)
    for kind, track in _boxes(file, *movie, budget):
        if kind != b"trak":
            continue
        for inner, (start, stop) in _boxes(file, *track, budget):
            if inner == b"tkhd":
                file.seek(start)
                found = _sides(file.read(min(stop - start, 128)))
                if found is not None:
                    return found
    return _WIDE


def _sides(header: bytes) -> tuple[int, int] | None:
    at = _TRACK_HEADERS.get(header[0]) if header else None
    if at is None or len(header) < at + 8:
        return None
    width, height = (number // _FIXED for number in struct.unpack_from(">II", header, at))
    (across,) = struct.unpack_from(">i", header, at - _MATRIX)
    if not (0 < width < _FIXED and 0 < height < _FIXED):
        return None
    return (height, width) if across == 0 else (width, height)


def _boxes(
    file: BinaryIO, start: int, stop: int, budget: list[int]
) -> Iterator[tuple[bytes, tuple[int, int]]]:
    """Yield the boxes in a stretch of a file: their kind, and where their content is."""
    while start + _BOX.size <= stop:
        budget[0] -= 1
        if budget[0] < 0:
            raise BadPictureError(DAMAGED)
        file.seek(start)
        head = file.read(_BOX.size + 8)
        if len(head) < _BOX.size:
            raise BadPictureError(DAMAGED)
        length, kind = _BOX.unpack_from(head)
        content = start + _BOX.size
        if length == 1 and len(head) == _BOX.size + 8:
            length, content = int.from_bytes(head[_BOX.size :], "big"), content + 8
        end = stop if length == 0 else start + length
        if end < content or end > stop:
            raise BadPictureError(DAMAGED)
        yield kind, (content, end)
        start = end


def _placeholder(size: Size, media_type: str) -> PictureFile:
    """Return the drawing that stands for a recording without a poster: a sign to play it."""
    from deckgen.pictures.converted import made, size_of
    from deckgen.pictures.svg import drawn

    video = media_type.startswith("video/")
    width, height = (size.width / px(1), size.height / px(1)) if video else _ICON
    scale = min(width, height) / 100
    sign = _PLAY if video else _SPEAKER
    x, y = width / 2 - scale * 50, height / 2 - scale * 50
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {int(width)} {int(height)}">'
        f'<rect width="{int(width)}" height="{int(height)}" fill="#262B33"/>'
        f'<g transform="translate({x:.0f} {y:.0f}) scale({scale:.4f})">{sign}</g></svg>'
    )
    _, png = drawn(svg.encode())
    return made(png, "PNG", size_of(png))


_PLAY: Final = (
    '<circle cx="50" cy="50" r="17" fill="none" stroke="#FFFFFF" stroke-width="2"/>'
    '<path d="M45.5 42.5 L57.5 50 L45.5 57.5 Z" fill="#FFFFFF"/>'
)
_SPEAKER: Final = (
    '<path d="M26 42 h10 l14 -12 v40 l-14 -12 h-10 z" fill="#FFFFFF"/>'
    '<path d="M58 40 a14 14 0 0 1 0 20 M65 33 a24 24 0 0 1 0 34" fill="none" stroke="#FFFFFF"'
    ' stroke-width="4" stroke-linecap="round"/>'
)
