"""A key -> bytes that an earlier run of this user has kept, in a folder that may be deleted.

What is found there is believed no more than any other input: a file counts that this user has
written, of a size that is bounded, with the digest of its content and its key. All else, and all
that the system refuses, is as if nothing were there.
"""

from __future__ import annotations

import os
import stat
import sys
from importlib import import_module
from importlib.machinery import PathFinder
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from deckgen.atomic import write_atomically
from deckgen.confined import READING
from deckgen.limits import MEBIBYTE
from deckgen.records import Struct
from deckgen.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from hashlib import blake2b
    from typing import BinaryIO

VARIABLE: Final = "DECKGEN_CACHE"
"""Names another folder, or says that nothing is kept: `off`."""
_OFF: Final = "off"
_LARGEST: Final = 8 * MEBIBYTE
"""The bytes of a file that is kept, or read."""
_MOST_BYTES: Final = 64 * MEBIBYTE
_MOST_FILES: Final = 256
_HEAD: Final = 32
"""The bytes of the digest that a file begins with."""
_END: Final = ".kept"
_OTHERS: Final = stat.S_IWGRP | stat.S_IWOTH
_NO_LINKS: Final = getattr(os, "O_NOFOLLOW", 0)


_CODE: Final = ("", "opc", "pictures", "stages", "template")
"""The folders of the package on whose code it depends what is kept."""
_LIBRARIES: Final = ("lxml", "PIL", "msgspec")


class Cache(Struct, frozen=True):
    """A folder of what runs have kept. It is bounded: what was not asked for the longest goes."""

    folder: Path

    def get(self, key: bytes) -> bytes | None:
        """Return what was kept under a key, None where that is not to be had."""
        try:
            if not _is_safe(os.lstat(self.folder)):
                return None
            with os.fdopen(os.open(self._path(key), READING | _NO_LINKS), "rb") as file:
                return _content(key, _read(file))
        except (OSError, ValueError):
            return None

    def put(self, key: bytes, content: bytes) -> None:
        """Keep something under a key, where that is possible."""
        if len(content) > _LARGEST - _HEAD:
            return
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path = self._path(key)
            if _is_safe(os.lstat(self.folder)) and not path.is_symlink():
                write_atomically(path, digest(key, content) + content, lasting=False)
                self._bound()
        except (OSError, ValueError):
            return

    def _path(self, key: bytes) -> Path:
        return self.folder / f"{digest(key).hex()}{_END}"

    def _bound(self) -> None:
        """Remove what was not asked for the longest, as far as there is too much."""
        room, number = _MOST_BYTES, _MOST_FILES
        for _, size, name in sorted(self._kept(), reverse=True):
            room, number = room - size, number - 1
            if room < 0 or number < 0:
                (self.folder / name).unlink(missing_ok=True)

    def _kept(self) -> Iterator[tuple[int, int, str]]:
        """Yield when each file was asked for, its size and its name."""
        with os.scandir(self.folder) as entries:
            for entry in entries:
                if entry.name.endswith(_END):
                    status = entry.stat(follow_symlinks=False)
                    yield status.st_mtime_ns, status.st_size, entry.name


def cache_of_user(environment: Mapping[str, str]) -> Cache | None:
    """Return the cache of the user whose environment it is, None where there shall be none."""
    told = environment.get(VARIABLE)
    folder = Path(told) if told else _usual(environment) / "deckgen"
    return Cache(folder) if told != _OFF and (told or folder.is_absolute()) else None


def _usual(environment: Mapping[str, str]) -> Path:
    """Return where programs keep such things on this system, a relative path where nobody says."""
    home = Path(environment.get("HOME", ""))
    if sys.platform == "win32":
        return Path(environment.get("LOCALAPPDATA", ""))
    if sys.platform == "darwin":
        return home / "Library" / "Caches"
    named = Path(environment.get("XDG_CACHE_HOME", ""))
    return named if named.is_absolute() else home / ".cache"  # as the XDG specification has it


def digest(*parts: bytes) -> bytes:
    """Return the BLAKE2b of some bytes, and of how long each of them are."""
    lengths = b"".join(len(part).to_bytes(8, "big") for part in parts)
    hashed = _blake2b()(lengths, digest_size=_HEAD)
    for part in parts:
        hashed.update(part)
    return hashed.digest()


def maker() -> bytes:
    """Return what tells the code that makes what is kept from any other. Raises `OSError`.

    As Python tells by the size and the time of a file whether what it has compiled is of it, so do
    we, for the files of this package as for those libraries: what changes while one develops is
    never taken for what it was, and all files need not be read.
    """
    here = Path(__file__).parent
    told = [f"{sys.implementation.cache_tag} {__version__}"]
    for folder in _CODE:
        with os.scandir(here / folder) as entries:
            files = sorted((e.name, e.stat()) for e in entries if e.name.endswith(".py"))
        told += (_told(f"{folder}/{name}", status) for name, status in files)
    for library in _LIBRARIES:
        found = PathFinder.find_spec(library)
        if found is not None and found.origin is not None:
            told.append(_told(found.origin, Path(found.origin).stat()))
    return "\n".join(told).encode()


def _told(name: str, status: os.stat_result) -> str:
    return f"{name} {status.st_size} {status.st_mtime_ns}"


def _blake2b() -> type[blake2b]:
    """Return Python's own, as `hashlib` loads OpenSSL, which takes longer than all that is hashed.

    Of the hashes that every Python has it takes the least time, a third of SHA-256's.
    """
    try:
        return cast("type[blake2b]", import_module("_blake2").blake2b)
    except ImportError:  # another Python than CPython
        from hashlib import blake2b

        return blake2b


def _is_safe(status: os.stat_result) -> bool:
    """Tell whether nobody but this user writes into a folder, or into a file."""
    is_plain = stat.S_ISDIR(status.st_mode) or stat.S_ISREG(status.st_mode)
    if sys.platform == "win32":  # which has neither owners nor permissions of this kind
        return is_plain
    return is_plain and status.st_uid == os.getuid() and not status.st_mode & _OTHERS


def _read(file: BinaryIO) -> bytes:
    """Return what a file of ours holds, nothing for another and for one that is too large."""
    status = os.fstat(file.fileno())
    if not _is_safe(status) or status.st_size > _LARGEST:
        return b""
    if os.utime in os.supports_fd:
        os.utime(file.fileno())  # for what was asked for is kept longer
    return file.read(_LARGEST)


def _content(key: bytes, data: bytes) -> bytes | None:
    """Return what is kept in a file, None where it is not all of what was kept under the key."""
    content = data[_HEAD:]
    return content if digest(key, content) == data[:_HEAD] else None
