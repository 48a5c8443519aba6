"""The files of this machine, with those that an editor has open as they are in the editor."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from deckgen.limits import DEFAULT, sized
from deckgen.world import DiskWorld, TooLargeError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deckgen.world import World


def plain(path: Path | str) -> str:
    """Return the one name under which an editor's file is known: absolute, without `..`."""
    return os.path.normpath(Path(path).absolute())


def size_of(path: Path, world: World) -> int | None:
    """Return how many bytes a plain file has, None where there is none."""
    try:
        with world.open(path) as file:
            return file.seek(0, io.SEEK_END)
    except OSError:
        return None


def is_there(path: Path, world: World) -> bool:
    """Tell whether something stands at a path."""
    return world.exists(path)


class OpenWorld:
    """A world in which some files hold other bytes than on disk; those need not be there."""

    is_confined = False

    def __init__(self, disk: World | None = None) -> None:
        self._disk: Final = disk or DiskWorld()
        self._open: dict[str, bytes] = {}

    def show(self, files: Mapping[str, bytes]) -> None:
        """Take the bytes of the files that are open, by their plain names."""
        self._open = dict(files)

    def read(self, path: Path, limit: int = DEFAULT.template_size) -> bytes:
        """Return the bytes of a plain file, at most `limit` of them."""
        data = self._open.get(plain(path))
        if data is None:
            return self._disk.read(path, limit)
        if len(data) > limit:
            raise TooLargeError(f"it is larger than {sized(limit)}")
        return data

    def open(self, path: Path) -> BinaryIO:
        """Return a plain file, open for reading."""
        data = self._open.get(plain(path))
        return self._disk.open(path) if data is None else io.BytesIO(data)

    def exists(self, path: Path) -> bool:
        """Tell whether something stands at the path."""
        return plain(path) in self._open or self._disk.exists(path)

    def siblings(self, path: Path) -> tuple[str, ...]:
        """Return the names in the folder of a path."""
        folder = Path(plain(path.parent))
        opened = (Path(name).name for name in self._open if Path(name).parent == folder)
        return tuple(sorted({*self._disk.siblings(path), *opened}))

    def is_within(self, path: Path, folder: Path) -> bool:
        """Tell whether a path leads to somewhere in a folder."""
        return self._disk.is_within(path, folder)
