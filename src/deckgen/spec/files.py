"""The files that a deck names: found beside the deck, read once, told of when absent."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import TYPE_CHECKING

from deckgen import codes
from deckgen.pictures import BadPictureError, PictureFile, read_picture
from deckgen.records import Struct, field

if TYPE_CHECKING:
    from deckgen.diagnostics import Sink
    from deckgen.source import Span
    from deckgen.world import World


class Files(Struct, frozen=True):
    """Reads what a deck names, relative to the deck's folder."""

    world: World
    base: Path
    sink: Sink
    _pictures: dict[Path, PictureFile | None] = field(default_factory=dict)

    def locate(self, name: str) -> Path:
        """Return the path that a deck means by a name; either kind of slash separates folders."""
        return self.base / Path(name.replace("\\", "/")).expanduser()

    def read(self, name: str, span: Span | None) -> bytes | None:
        """Return the bytes of a file, or None where it cannot be read, which is reported."""
        path = self.locate(name)
        try:
            return self.world.read(path)
        except FileNotFoundError:
            from difflib import get_close_matches

            near = get_close_matches(path.name, self.world.siblings(path), n=1, cutoff=0.6)
            hints = [f"did you mean `{(Path(name).parent / near[0]).as_posix()}`?"] if near else []
            self.sink.report(codes.FILE_NOT_FOUND, span, f"no file `{name}`", hints=hints)
        except (OSError, ValueError) as error:
            message = f"cannot read `{name}`: {reason(error)}"
            self.sink.report(codes.FILE_UNREADABLE, span, message)
        return None

    def picture(self, name: str, span: Span) -> PictureFile | None:
        """Return a picture, or None where it is absent or no picture, which is reported."""
        path = self.locate(name)
        if self._pictures.get(path) is None:
            self._pictures[path] = self._read_picture(name, span)
        return self._pictures[path]

    def _read_picture(self, name: str, span: Span) -> PictureFile | None:
        if "://" in name:
            hint = "download the picture and name the file, so that the deck builds anywhere"
            message = f"`{name}` is not a file"
            self.sink.report(codes.FILE_NOT_FOUND, span, message, hints=[hint])
            return None
        data = self.read(name, span)
        if data is None:
            return None
        try:
            return read_picture(data)
        except BadPictureError as error:
            self.sink.report(codes.BAD_PICTURE, span, f"`{name}` {error}")
            return None


def reason(error: Exception) -> str:
    """Return why a file could not be read or written, without the path that the message names."""
    if isinstance(error, OSError) and error.errno is not None:
        return {
            errno.EISDIR: "it is a folder",
            errno.EACCES: "access is denied",
            errno.ENAMETOOLONG: "the name is too long",
        }.get(error.errno, error.strerror or str(error))
    return str(error)
