"""The one door to the machine: files are read and written here and nowhere else."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import Protocol

from deckgen.limits import DEFAULT, sized

_MOST_ATTEMPTS = 10_000


class NotAPlainFileError(OSError):
    """A path leads to a folder, device, pipe or socket."""


class TooLargeError(OSError):
    """A file is larger than the limit with which it was read."""


class World(Protocol):
    """What a build may ask of its surroundings. All errors are `OSError`."""

    def read(self, path: Path, limit: int = DEFAULT.template_size) -> bytes:
        """Return the bytes of a plain file, at most `limit` of them, else raise."""
        ...

    def exists(self, path: Path) -> bool:
        """Tell whether something stands at the path."""
        ...

    def siblings(self, path: Path) -> tuple[str, ...]:
        """Return the names in the folder of a path, for hints; none where it cannot be listed."""
        ...


class DiskWorld:
    """The files of this machine."""

    __slots__ = ()

    def read(self, path: Path, limit: int = DEFAULT.template_size) -> bytes:
        """Return the bytes of a plain file; never blocks on a pipe or reads a device."""
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        try:
            descriptor = os.open(path, flags)
        except ValueError as error:  # characters that the system has no way to write
            raise OSError(errno.EINVAL, str(error)) from None
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise NotAPlainFileError("it is not a plain file")
            if status.st_size > limit:
                raise TooLargeError(f"it is larger than {sized(limit)}")
            return file.read(limit + 1)[:limit]

    def exists(self, path: Path) -> bool:
        """Tell whether something stands at the path."""
        try:
            return path.exists()
        except (OSError, ValueError):
            return False

    def siblings(self, path: Path) -> tuple[str, ...]:
        """Return the names in the folder of a path."""
        try:
            return tuple(sorted(entry.name for entry in path.parent.iterdir()))
        except (OSError, ValueError):
            return ()


class MemoryWorld:
    """Files that exist only in memory, for tests and for programs that hold a deck as text."""

    __slots__ = ("files",)

    def __init__(self, files: dict[str, bytes] | None = None) -> None:
        """Take the bytes of each file by the POSIX form of its path."""
        self.files = {} if files is None else files

    def read(self, path: Path, limit: int = DEFAULT.template_size) -> bytes:
        """Return the bytes that stand under the path's POSIX form."""
        try:
            data = self.files[path.as_posix()]
        except KeyError:
            raise FileNotFoundError(f"{path} does not exist") from None
        if len(data) > limit:
            raise TooLargeError(f"it is larger than {sized(limit)}")
        return data

    def exists(self, path: Path) -> bool:
        """Tell whether a file stands under the path's POSIX form."""
        return path.as_posix() in self.files

    def siblings(self, path: Path) -> tuple[str, ...]:
        """Return the names of the files in the folder of a path."""
        folder = path.parent
        return tuple(sorted(Path(name).name for name in self.files if Path(name).parent == folder))


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file so that at any moment either the old or the whole new one stands there.

    The bytes go to a new file beside it, which then takes its place; permissions of an existing
    file are kept. Raises `OSError`, and leaves an existing file alone, where that fails.
    """
    target, mode = _target(path)
    temporary, descriptor = _new_file_beside(target)
    try:
        with os.fdopen(descriptor, "wb") as file:
            if mode is not None:
                temporary.chmod(mode)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _target(path: Path) -> tuple[Path, int | None]:
    """Return the file to which a path leads, and its permissions, None where there is none yet."""
    try:
        target = Path(os.path.realpath(path))
    except ValueError as error:
        raise OSError(errno.EINVAL, str(error)) from None
    try:
        return target, stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        return target, None


def _new_file_beside(path: Path) -> tuple[Path, int]:
    """Return a file that nobody else has made, open, with the permissions that new files get.

    Other processes may write here at the same time, also some that have our process number in a
    container of theirs: the system decides who is the first to make a name.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    for number in range(_MOST_ATTEMPTS):
        temporary = path.with_name(f".deckgen-{os.getpid()}-{number}")
        try:
            return temporary, os.open(temporary, flags, 0o666)
        except FileExistsError:
            continue
    raise FileExistsError(errno.EEXIST, "the folder is full of unfinished files")
