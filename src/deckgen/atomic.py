"""Bytes -> a file: at any moment either the old one or the whole new one stands at its place.

The bytes go to a file beside it that then takes its place. Whoever writes such a file holds a lock
on it as long as it lives, so what a killed process has left can be told from what another is just
writing: the next write into the folder removes it. Windows has no such locks, but does not let a
file be removed that is open.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Final

if sys.platform != "win32":
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from deckgen.blobs import Blob

_PREFIX: Final = ".deckgen-"
_MOST_ATTEMPTS: Final = 10_000
_MOST_LINES: Final = 1 << 28
"""The bytes that are read of a file to which lines are added."""
_NUMBERS: Final = count()
_UNFINISHED: Final[dict[str, bool]] = {}
"""The files that this process is writing, and whether it surely was the one to make them."""

_BINARY: Final = getattr(os, "O_BINARY", 0)
_NO_LINKS: Final = getattr(os, "O_NOFOLLOW", 0)


class _SweptAwayError(OSError):
    """Another process took an unfinished file for an abandoned one, in a moment without a lock."""


def write_atomically(
    path: Path,
    data: bytes | Blob,
    check: Callable[[os.stat_result], None] | None = None,
    *,
    lasting: bool = True,
) -> None:
    """Write a file so that nobody ever sees a part of it, not even if this process is killed.

    A link stays a link, and an existing file keeps its permissions. `check` may refuse to replace
    it, by raising an `OSError`. Raises `OSError`, and leaves an existing file alone, where writing
    fails. One that need not be `lasting` may be lost, or be empty, where the machine itself stops
    in the next moments: to wait for the disk can take longer than all else.
    """
    target, status = _target(path)
    if status is not None and check is not None:
        check(status)
    _sweep(target.parent)
    for _ in range(_MOST_ATTEMPTS):
        try:
            _write(target, data, status, lasting=lasting)
        except _SweptAwayError:
            continue
        return
    raise _SweptAwayError(errno.EAGAIN, "other programs remove what is written here")


def abandon() -> None:
    """Remove what this process has not finished, for one that is to end within this moment."""
    for name, made in tuple(_UNFINISHED.items()):
        if made:
            _remove(name)
        else:
            _remove_if_abandoned(name)


class AppendedFile:
    """A file to which lines are added, each with one write, so that a kill costs no line before.

    Raises `OSError` where it is not to be had.
    """

    def __init__(self, path: Path) -> None:
        """Open a file, or make it; a line that was not written to its end is closed."""
        flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | _BINARY | _NO_LINKS
        self._path: Final = path
        self._descriptor: Final = os.open(path, flags, 0o666)
        with os.fdopen(os.dup(self._descriptor), "rb") as file:
            self._found: Final = file.read(_MOST_LINES)
        if self._found and not self._found.endswith(b"\n"):
            self.append(b"\n")

    def lines(self) -> list[bytes]:
        """Return the lines that it had when it was opened."""
        return self._found.splitlines()

    def append(self, line: bytes) -> None:
        """Add a line, which ends in a line feed."""
        os.write(self._descriptor, line)

    def close(self) -> None:
        """Let go of the file."""
        os.close(self._descriptor)

    def remove(self) -> None:
        """Remove the file."""
        _remove(str(self._path))


def _target(path: Path) -> tuple[Path, os.stat_result | None]:
    """Return the file to which a path leads, and what is known of it, None where there is none."""
    try:
        target = Path(os.path.realpath(path))
    except ValueError as error:
        raise OSError(errno.EINVAL, str(error)) from None
    try:
        return target, target.stat()
    except FileNotFoundError:
        return target, None


def _write(
    target: Path, data: bytes | Blob, status: os.stat_result | None, *, lasting: bool
) -> None:
    name, descriptor = _new_file_beside(target)
    try:
        with os.fdopen(descriptor, "wb") as file:
            if status is not None:
                Path(name).chmod(stat.S_IMODE(status.st_mode))
            file.writelines((data,) if isinstance(data, bytes) else data.chunks())
            file.flush()
            if lasting:
                os.fsync(descriptor)
            if sys.platform != "win32":
                _move(name, target)  # while it is locked
        if sys.platform == "win32":
            _move(name, target)
    except BaseException:
        _remove(name)
        raise
    finally:
        _UNFINISHED.pop(name, None)


def _move(name: str, target: Path) -> None:
    try:
        os.replace(name, target)  # noqa: PTH105 - the name is at hand as text
    except FileNotFoundError:
        if target.parent.is_dir():
            raise _SweptAwayError(errno.EAGAIN, "the new file is gone") from None
        raise


def _new_file_beside(path: Path) -> tuple[str, int]:
    """Return a file that nobody else has made, open and locked, with the permissions of new files.

    Other processes may write here at the same time, also some that have our process number in a
    container of theirs: the system decides who is the first to make a name.
    """
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY
    for _ in range(_MOST_ATTEMPTS):
        name = str(path.with_name(f"{_PREFIX}{os.getpid()}-{next(_NUMBERS)}"))
        _UNFINISHED[name] = False
        try:
            descriptor = os.open(name, flags, 0o666)
            _UNFINISHED[name] = True
        except FileExistsError:
            del _UNFINISHED[name]
            continue
        except BaseException:
            del _UNFINISHED[name]
            raise
        if _lock(descriptor):
            return name, descriptor
        del _UNFINISHED[name]
        os.close(descriptor)
    raise FileExistsError(errno.EEXIST, "the folder is full of unfinished files")


def _lock(descriptor: int) -> bool:
    """Lock a file; tell whether it is still there. Where the system has no locks, none are set."""
    if sys.platform == "win32":
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
    except OSError:  # some network file systems; nobody will get a lock to sweep there, either
        return True
    return os.fstat(descriptor).st_nlink > 0


def _sweep(folder: Path) -> None:
    """Remove the unfinished files of processes that are no more; those of others are left."""
    for name in tuple(_unfinished_in(folder)):
        _remove_if_abandoned(name)


def _unfinished_in(folder: Path) -> Iterator[str]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                pid, dash, number = entry.name.removeprefix(_PREFIX).partition("-")
                if entry.name.startswith(_PREFIX) and dash and (pid + number).isdecimal():
                    yield entry.path
    except OSError:  # writing will tell
        return


def _remove_if_abandoned(name: str) -> None:
    """Remove a file that no living process has locked."""
    if sys.platform == "win32":
        _remove(name)
        return
    try:
        descriptor = os.open(name, os.O_RDWR | _NO_LINKS | os.O_NONBLOCK)
    except OSError:
        return
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        opened = os.fstat(descriptor)
        if stat.S_ISREG(opened.st_mode) and os.path.samestat(opened, os.lstat(name)):
            _remove(name)  # who has locked the file of this name is the only one who may
    except OSError:
        return
    finally:
        os.close(descriptor)


def _remove(name: str) -> None:
    try:
        os.unlink(name)  # noqa: PTH108 - the name is at hand as text
    except OSError:
        return
