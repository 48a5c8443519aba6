"""The files that a deck names: found beside the deck, read once, told of when absent."""

from __future__ import annotations

import errno
from functools import partial
from os import SEEK_END
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from deckgen import codes
from deckgen.confined import OutsideRootError
from deckgen.data.model import BadDataError
from deckgen.limits import DEFAULT, Limits, how_to_raise, sized
from deckgen.pictures.model import BadPictureError, PictureFile, TooManyPixelsError
from deckgen.records import Struct, field
from deckgen.spec.nodes import shorten
from deckgen.world import TooLargeError

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

    from deckgen.codes import DiagnosticCode
    from deckgen.diagnostics import Sink
    from deckgen.pictures.recordings import Recording
    from deckgen.source import Span
    from deckgen.world import World

Made = TypeVar("Made")

_LONGEST_NAME: Final = 200
"""Characters of a path that are shown; more would bury the words around it."""


class _Failure(Struct, frozen=True):
    """Why a name leads to nothing of use, as it is told wherever the name stands."""

    code: DiagnosticCode
    message: str
    hints: tuple[str, ...] = ()


class _Folder(Struct, frozen=True):
    """The names in a folder: as they are, and by their letters with and without capitals."""

    names: tuple[str, ...]
    composed: dict[str, str]
    folded: dict[str, str]

    @classmethod
    def of(cls, names: tuple[str, ...]) -> _Folder:
        """Return the folder of some names."""
        composed = {_composed(name): name for name in names}
        return cls(names, composed, {key.casefold(): name for key, name in composed.items()})


_EMPTY: Final = _Failure(codes.INVALID_VALUE, "expected the path of a file, found an empty text")


class _Taken(Struct):
    """How many bytes the pictures so far have, each of them, and how many cells the data."""

    size: int = 0
    cells: int = 0
    pictures: dict[tuple[Path, int], int] = field(default_factory=dict)


class Files(Struct, frozen=True):
    """Reads what a deck names, relative to the deck's folder.

    What is not there is guessed at, and what is wrong in files is quoted, where they are in that
    folder, or where reading is confined: a deck shall show nothing of files elsewhere that happen
    to be readable. `trusted` names come from who runs the command.
    """

    world: World
    base: Path
    sink: Sink
    limits: Limits = DEFAULT
    trusted: bool = False
    _pictures: dict[tuple[Path, int], PictureFile] = field(default_factory=dict)
    _failures: dict[tuple[Path, int], _Failure] = field(default_factory=dict)
    _folders: dict[Path, _Folder] = field(default_factory=dict)
    _taken: _Taken = field(default_factory=_Taken)

    def locate(self, name: str, span: Span | None = None) -> Path:
        """Return the path that a deck means by a name; either kind of slash separates folders.

        It is relative to the folder of the file in which the name stands, at a span.
        """
        path = _path(name)
        origin = span.source.origin if span else None
        folder = origin.folder if origin else self.base
        try:
            return folder / path.expanduser()
        except RuntimeError:  # a home that is not known, in which nothing can be found
            return folder / path

    def may_tell_of(self, path: Path) -> bool:
        """Tell whether what stands at a path may be told to the author of the deck."""
        world = self.world
        return self.trusted or world.is_confined or world.is_within(path, self.base)

    def read(self, name: str, span: Span | None, limit: str) -> bytes | None:
        """Return the bytes of a file, or None where it cannot be read, which is reported.

        `limit` is the name of the limit to its size.
        """
        path = self.locate(name, span)
        found = self._failures.get((path, 1)) or self._read(name, path, limit)
        if isinstance(found, _Failure):
            self._report(path, found, span)
            return None
        return found

    def alone(self, world: World, sink: Sink) -> Files:
        """Return files that know nothing of what was read before, in a world that may note more."""
        return Files(world, self.base, sink, self.limits, self.trusted)

    def take(self, other: Files) -> None:
        """Count what was read through other files."""
        taken, more = self._taken, other._taken
        taken.size += sum(n for key, n in more.pictures.items() if key not in taken.pictures)
        taken.pictures.update(more.pictures)
        taken.cells += more.cells

    @property
    def is_full(self) -> bool:
        """Whether more was read than the deck may hold."""
        most = self.limits
        return self._taken.size > most.pictures or self._taken.cells > most.data_cells

    def take_cells(self, count: int) -> None:
        """Count cells of data; raises `BadDataError` where the deck's data hold too many."""
        self._taken.cells += count
        if self._taken.cells > self.limits.data_cells:
            message = (
                f"with it, the data of the deck hold more than {self.limits.data_cells:,} cells"
            )
            raise BadDataError(message, limit="data-cells")

    def picture(self, name: str, span: Span, page: int = 1) -> PictureFile | None:
        """Return a picture, or None where it is absent or no picture, which is reported.

        Of a document it is a page.
        """
        path = self.locate(name, span)
        found = self._pictures.get((path, page)) or self._failures.get((path, page))
        found = found or self._read_picture(name, path, page)
        if isinstance(found, _Failure):
            self._report(path, found, span, page)
            return None
        self._pictures[path, page] = found
        return found

    def recording(self, name: str, span: Span) -> Recording | None:
        """Return a video or sound, or None where it is absent or none, which is reported."""
        path = self.locate(name, span)
        found: Recording | _Failure | None = self._failures.get((path, 1))
        found = found or self._attempt(name, path, self._looked_at, "pictures")
        if isinstance(found, _Failure):
            self._report(path, found, span)
            return None
        return found

    def _looked_at(self, path: Path) -> Recording:
        from deckgen.pictures.recordings import read_recording

        open_file = partial(self.world.open, path)
        return read_recording(open_file, self._take(open_file))

    def _take(self, open_file: Callable[[], BinaryIO]) -> int:
        """Return how many bytes a file has, within what all pictures and recordings may have."""
        with open_file() as file:
            size = file.seek(0, SEEK_END)
        if self._taken.size + size > self.limits.pictures:
            most = sized(self.limits.pictures)
            raise TooLargeError(f"with it, the pictures of the deck hold more than {most}")
        self._taken.size += size
        return size

    def _report(self, path: Path, failure: _Failure, span: Span | None, page: int = 1) -> None:
        self._failures[path, page] = failure
        self.sink.report(failure.code, span, failure.message, hints=failure.hints)

    def _read(self, name: str, path: Path, limit: str) -> bytes | _Failure:
        if not name.strip():
            return _EMPTY
        most = self.limits.of(limit)
        return self._attempt(name, path, lambda path: self.world.read(path, most), limit)

    def _attempt(
        self, name: str, path: Path, use: Callable[[Path], Made], limit: str
    ) -> Made | _Failure:
        """Return what is made of the file of a name, or why there is nothing to make it of."""
        if self.world.is_confined and not self.trusted and _is_absolute(name):
            return _outside(name)
        try:
            return self._as_spelt(path, use)
        except OutsideRootError:
            return _outside(name)
        except FileNotFoundError:
            return _Failure(
                codes.FILE_NOT_FOUND, f"no file `{shown(name)}`", self._guesses(name, path)
            )
        except TooLargeError as error:
            message = f"cannot read `{shown(name)}`: {error}"
            return _Failure(codes.FILE_UNREADABLE, message, (how_to_raise(limit),))
        except BadPictureError as error:
            hints = (how_to_raise("pixels"),) if isinstance(error, TooManyPixelsError) else ()
            return _Failure(codes.BAD_PICTURE, f"`{shown(name)}` {error}", hints)
        except OSError as error:
            message = f"cannot read `{shown(name)}`: {reason(error)}"
            return _Failure(codes.FILE_UNREADABLE, message)

    def _as_spelt(self, path: Path, use: Callable[[Path], Made]) -> Made:
        """Return what is made of a file, whichever way its accents are put together in names.

        macOS writes them as marks of their own (NFD), other systems as parts of their letters.
        """
        try:
            return use(path)
        except FileNotFoundError:
            spelt = None if str(path).isascii() else self._spelt(path)
            if spelt is None or spelt == path:
                raise
            return use(spelt)

    def _spelt(self, path: Path) -> Path | None:
        """Return a path with the names that its files and folders have, if it is there."""
        if path == self.base or path.parent == path:
            return path
        folder: Path | None = path.parent
        if not self._beside(path).names:
            folder = self._spelt(path.parent)
        if folder is None:
            return None
        name = self._beside(folder / path.name).composed.get(_composed(path.name))
        return None if name is None else folder / name

    def _beside(self, path: Path) -> _Folder:
        """Return the names in the folder of a path."""
        if path.parent not in self._folders:
            self._folders[path.parent] = _Folder.of(self.world.siblings(path))
        return self._folders[path.parent]

    def _guesses(self, name: str, path: Path) -> tuple[str, ...]:
        """Return a hint at a file of the folder that has nearly the name, if there is one."""
        if not self.may_tell_of(path.parent):
            return ()
        folder = self._beside(path)
        same = folder.folded.get(_composed(path.name).casefold())
        if same is not None:
            return (f"the file is called `{shown(same)}`, and capitals matter",)
        near = self.sink.guesses.closest(path.name, folder.names)
        if near is None:
            return ()
        return (f"did you mean `{shown(_path(name).with_name(near).as_posix())}`?",)

    def _read_picture(self, name: str, path: Path, page: int) -> PictureFile | _Failure:
        if "://" in name:
            hint = "download the picture and name the file, so that the deck builds anywhere"
            return _Failure(codes.FILE_NOT_FOUND, f"`{shown(name)}` is not a file", (hint,))
        if not name.strip():
            return _EMPTY
        return self._attempt(name, path, lambda path: self._scanned(path, page), "pictures")

    def _scanned(self, path: Path, page: int) -> PictureFile:
        """Return what is known of a picture file, within what all of them may have."""
        from deckgen.pictures import read_picture

        open_file = partial(self.world.open, path)
        size = self._take(open_file)
        found = read_picture(open_file, size, self.limits.pixels, page)
        self._taken.pictures[path, page] = size
        return found


def _composed(name: str) -> str:
    """Return a name whose accents are parts of their letters (NFC)."""
    if name.isascii():
        return name
    from unicodedata import normalize

    return normalize("NFC", name)


def _is_absolute(name: str) -> bool:
    return _path(name).is_absolute() or name.startswith("~")


def _outside(name: str) -> _Failure:
    hint = "copy it into that folder, and name it by a path that is relative to the deck"
    message = f"`{shown(name)}` leads out of the folder that may be read, and is left alone"
    return _Failure(codes.OUTSIDE_ROOT, message, (hint,))


def _path(name: str) -> Path:
    return Path(name.replace("\\", "/"))


def shown(name: str) -> str:
    """Return a path as messages show it: as it is written, but cut where it is very long."""
    return name if len(name) <= _LONGEST_NAME else shorten(name, _LONGEST_NAME)


def reason(error: Exception) -> str:
    """Return why a file could not be read or written, without the path that the message names."""
    if isinstance(error, OSError) and error.errno is not None:
        return {
            errno.EISDIR: "it is a folder",
            errno.EACCES: "access is denied",
            errno.EBADF: "it is closed",
            errno.ENOSPC: "the disk is full",
            errno.ELOOP: "its links lead in a circle",
            errno.ENAMETOOLONG: "the name is too long",
        }.get(error.errno, error.strerror or str(error))
    return str(error)
