"""What is known of a picture file: how large it is, how it lies, and which of its bytes show it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blobs import Blob, FileRange
from deckgen.records import Struct, field

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

    from deckgen.geometry import Size

FORMATS: Final = {
    "PNG": ("png", "image/png"),
    "JPEG": ("jpeg", "image/jpeg"),
    "GIF": ("gif", "image/gif"),
    "BMP": ("bmp", "image/bmp"),
    "TIFF": ("tiff", "image/tiff"),
}
"""Each format that PowerPoint shows everywhere: extension and media type."""

DAMAGED: Final = "is damaged"
CUT_OFF: Final = "is cut off: copy or download it again"
MOST_PARTS: Final = 500_000
"""How many chunks, segments or blocks of a picture are looked at."""


class BadPictureError(ValueError):
    """A file is no picture that a slide can hold; the message says why, after its name."""


class TooManyPixelsError(BadPictureError):
    """A picture has more pixels than the limit to them."""


def check_pixels(width: int, height: int, most: int) -> None:
    """Raise `TooManyPixelsError` for a picture of a size that has more pixels than the most."""
    if width * height > most:
        raise TooManyPixelsError(f"has {width} x {height} pixels, more than {most:,}")


class Turn(Struct, frozen=True):
    """How a stored picture becomes upright: mirrored left to right, then turned clockwise."""

    quarters: int = 0
    mirrored: bool = False

    @property
    def lies(self) -> bool:
        """Whether width and height change places."""
        return self.quarters % 2 == 1


UPRIGHT: Final = Turn()
ORIENTATIONS: Final = {
    2: Turn(0, mirrored=True),
    3: Turn(2),
    4: Turn(2, mirrored=True),
    5: Turn(3, mirrored=True),
    6: Turn(1),
    7: Turn(1, mirrored=True),
    8: Turn(3),
}
"""Turns by the values of the orientation tag (TIFF 6.0, page 36; Exif 2.32, 4.6.4)."""


class PictureFile(Struct, frozen=True):
    """A picture as it goes into the file.

    `shown` holds the bytes that show it, less what is told of it beside: places, cameras, authors,
    comments, small copies. `whole` holds all bytes of the file. Neither is decoded or held in
    memory. `size` is that of the upright picture, at 96 pixels to the inch; `turn` is what makes
    the stored one upright, which slide programs do not do by themselves.
    """

    shown: Blob
    whole: Blob
    extension: str
    media_type: str
    size: Size
    turn: Turn = UPRIGHT
    vector: Blob | None = None
    """The drawing of which this is a picture, for programs that show it (SVG)."""


class Scan(Struct, frozen=True):
    """What was found in a picture file: format, stored size in pixels, and what shows it.

    That is in pieces: bytes, and stretches of the file from a start to a stop.
    """

    format: str
    width: int
    height: int
    pieces: tuple[bytes | tuple[int, int], ...]
    turn: Turn = UPRIGHT

    def blob(self, file: Callable[[], BinaryIO]) -> Blob:
        """Return the pieces as bytes of a file."""
        return Blob(
            tuple(
                piece if isinstance(piece, bytes) else FileRange(file, *piece)
                for piece in self.pieces
            )
        )


class Kept(Struct):
    """Collects what is kept of a file; stretches that meet become one."""

    pieces: list[bytes | tuple[int, int]] = field(default_factory=list)
    parts: int = 0

    def keep(self, start: int, stop: int) -> None:
        """Keep a stretch of the file."""
        last = self.pieces[-1] if self.pieces else b""
        if isinstance(last, tuple) and last[1] == start:
            self.pieces[-1] = (last[0], stop)
        elif start < stop:
            self.pieces.append((start, stop))

    def add(self, data: bytes) -> None:
        """Add bytes that are not in the file."""
        self.pieces.append(data)

    def count(self) -> None:
        """Count a part of the file that is looked at; too many are no picture."""
        self.parts += 1
        if self.parts > MOST_PARTS:
            raise BadPictureError(DAMAGED)
