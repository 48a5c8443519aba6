"""The one door to the machine: files are read and written here and nowhere else."""

from __future__ import annotations

import errno
import io
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol

from deckgen.atomic import write_atomically
from deckgen.confined import READING, open_within
from deckgen.limits import DEFAULT, sized

if TYPE_CHECKING:
    from deckgen.blobs import Blob


class NotAPlainFileError(OSError):
    """A path leads to a folder, device, pipe or socket."""


class TooLargeError(OSError):
    """A file is larger than the limit with which it was read."""


class SourceFileError(OSError):
    """A file is not replaced, because what would replace it is made from it; says its name."""


class World(Protocol):
    """What a build may ask of its surroundings. All errors are `OSError`."""

    @property
    def is_confined(self) -> bool:
        """Whether only the files of one folder are read, wherever names lead."""
        ...

    def read(self, path: Path, limit: int = DEFAULT.template_size) -> bytes:
        """Return the bytes of a plain file, at most `limit` of them, else raise."""
        ...

    def open(self, path: Path) -> BinaryIO:
        """Return a plain file, open for reading from any place in it, else raise."""
        ...

    def exists(self, path: Path) -> bool:
        """Tell whether something stands at the path."""
        ...

    def siblings(self, path: Path) -> tuple[str, ...]:
        """Return the names in the folder of a path, for hints; none where it cannot be listed."""
        ...

    def is_within(self, path: Path, folder: Path) -> bool:
        """Tell whether a path leads to somewhere in a folder, links followed."""
        ...


class DiskWorld:
    """The files of this machine: all that the user can read, or those in a folder and below it.

    It knows what was read through it, and replaces none of that.
    """

    __slots__ = ("_read", "_root")

    def __init__(self, root: Path | None = None) -> None:
        """Confine reading to a folder, if there is one. Raises `OSError` where it is none."""
        self._root = None if root is None else _folder(root)
        self._read: dict[tuple[int, int], str] = {}

    def anew(self) -> DiskWorld:
        """Return the same files, of which nothing is known to be read yet."""
        other = DiskWorld()
        other._root = self._root  # it was looked at when we were made
        return other

    @property
    def is_confined(self) -> bool:
        """Whether only the files of one folder are read."""
        return self._root is not None

    @property
    def root(self) -> Path | None:
        """The folder to which reading is confined."""
        return self._root

    def read(self, path: Path, limit: int = DEFAULT.template_size) -> bytes:
        """Return the bytes of a plain file."""
        with self.open(path) as file:
            if os.fstat(file.fileno()).st_size > limit:
                raise TooLargeError(f"it is larger than {sized(limit)}")
            return file.read(limit + 1)[:limit]

    def open(self, path: Path) -> BinaryIO:
        """Return a plain file; never blocks on a pipe or opens a device for more than a look."""
        file = os.fdopen(self._open(path), "rb")
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            file.close()
            raise NotAPlainFileError("it is not a plain file")
        self.note(status, str(path))
        return file

    def _open(self, path: Path) -> int:
        """Return the descriptor of what a path leads to, open for reading."""
        try:
            if self._root is not None:
                return open_within(self._root, path)
            return os.open(path, READING)
        except ValueError:  # characters that the system has no way to write
            raise OSError(errno.EINVAL, "no file can have this name") from None

    def exists(self, path: Path) -> bool:
        """Tell whether something stands at the path."""
        try:
            return self._may_see(path) and path.exists()
        except (OSError, ValueError):
            return False

    def siblings(self, path: Path) -> tuple[str, ...]:
        """Return the names in the folder of a path."""
        try:
            seen = path.parent.iterdir() if self._may_see(path.parent) else ()
            return tuple(sorted(entry.name for entry in seen))
        except (OSError, ValueError):
            return ()

    def is_within(self, path: Path, folder: Path) -> bool:
        """Tell whether a path leads to somewhere in a folder, links followed."""
        try:
            return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))
        except (OSError, ValueError):
            return False

    def _may_see(self, path: Path) -> bool:
        return self._root is None or self.is_within(path, self._root)

    def note(self, status: os.stat_result, name: str) -> None:
        """Remember that a file was read: which it is, and what it is called.

        A file is known by its device and number, which are the same on every way to it: by links,
        by other capitals and other forms of letters where the system takes them for one.
        """
        if stat.S_ISREG(status.st_mode):
            self._read.setdefault((status.st_dev, status.st_ino), name)

    def check(self, status: os.stat_result) -> None:
        """Raise `SourceFileError` where a file is one that was read."""
        name = self._read.get((status.st_dev, status.st_ino))
        if name is not None:
            raise SourceFileError(name)

    def write(self, path: Path, data: bytes | Blob) -> None:
        """Write a file whole or not at all; raises `SourceFileError` for one that was read."""
        write_atomically(path, data, self.check)


class HeldFiles:
    """Reads files whose bytes are at hand."""

    __slots__ = ()

    def data(self, path: Path) -> bytes:
        """Return all bytes of a file. Raises `OSError`."""
        raise NotImplementedError

    def read(self, path: Path, limit: int = DEFAULT.template_size) -> bytes:
        """Return the bytes of a file, at most `limit` of them, else raise."""
        data = self.data(path)
        if len(data) > limit:
            raise TooLargeError(f"it is larger than {sized(limit)}")
        return data

    def open(self, path: Path) -> BinaryIO:
        """Return a file, open for reading from any place in it."""
        return io.BytesIO(self.data(path))


class MemoryWorld(HeldFiles):
    """Files that exist only in memory, for tests and for programs that hold a deck as text."""

    __slots__ = ("files",)
    is_confined = False

    def __init__(self, files: dict[str, bytes] | None = None) -> None:
        """Take the bytes of each file by the POSIX form of its path."""
        self.files = {} if files is None else files

    def data(self, path: Path) -> bytes:
        """Return the bytes that stand under the path's POSIX form."""
        try:
            return self.files[path.as_posix()]
        except KeyError:
            raise FileNotFoundError(f"{path} does not exist") from None

    def exists(self, path: Path) -> bool:
        """Tell whether a file stands under the path's POSIX form."""
        return path.as_posix() in self.files

    def siblings(self, path: Path) -> tuple[str, ...]:
        """Return the names of the files in the folder of a path."""
        folder = path.parent
        return tuple(sorted(Path(name).name for name in self.files if Path(name).parent == folder))

    def is_within(self, path: Path, folder: Path) -> bool:
        """Tell whether a path stands below a folder."""
        return _plain(path).is_relative_to(_plain(folder))


def _plain(path: Path) -> Path:
    return Path(os.path.normpath(path))


def _folder(root: Path) -> Path:
    """Return where a folder really is."""
    real = Path(os.path.realpath(root))
    if not real.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, "it is not a folder")
    return real
