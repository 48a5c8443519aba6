"""A world -> the same, which notes what it was asked, to tell later whether the answers hold."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from deckgen.limits import DEFAULT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import BinaryIO

    from deckgen.world import World

    Question = tuple[Callable[..., object], tuple[Path, ...]]


class Witness:
    """A world that notes what it is asked until it is closed."""

    def __init__(self, world: World) -> None:
        self._world: Final = world
        self._heard: dict[Question, object] = {}
        self._is_closed = False

    def close(self) -> None:
        """Note nothing any more."""
        self._is_closed = True

    def holds(self) -> bool:
        """Tell whether all that was asked would be answered alike now."""
        return all(ask(*paths) == answer for (ask, paths), answer in self._heard.items())

    def answers(self) -> tuple[object, ...]:
        """Return what all that was asked would be answered now."""
        return tuple(ask(*paths) for ask, paths in self._heard)

    @property
    def is_confined(self) -> bool:
        """Whether only the files of one folder are read."""
        return self._world.is_confined

    def read(self, path: Path, limit: int = DEFAULT.template_size) -> bytes:
        """Return the bytes of a plain file."""
        self._note(self._state, path)
        return self._world.read(path, limit)

    def open(self, path: Path) -> BinaryIO:
        """Return a plain file, open for reading."""
        self._note(self._state, path)
        return self._world.open(path)

    def exists(self, path: Path) -> bool:
        """Tell whether something stands at the path."""
        self._note(self._world.exists, path)
        return self._world.exists(path)

    def siblings(self, path: Path) -> tuple[str, ...]:
        """Return the names in the folder of a path."""
        self._note(self._world.siblings, path)
        return self._world.siblings(path)

    def is_within(self, path: Path, folder: Path) -> bool:
        """Tell whether a path leads to somewhere in a folder."""
        self._note(self._world.is_within, path, folder)
        return self._world.is_within(path, folder)

    def _note(self, ask: Callable[..., object], *paths: Path) -> None:
        if not self._is_closed and (ask, paths) not in self._heard:
            self._heard[ask, paths] = ask(*paths)

    def _state(self, path: Path) -> object:
        """Return what changes whenever a file does.

        That is the file's number, size and times as the system has them, as other builders do it
        (ninja, git), and the bytes where it is no file of the system's.
        """
        try:
            with self._world.open(path) as file:
                try:
                    status = os.fstat(file.fileno())
                except OSError:
                    return file.read()
        except OSError as error:
            return type(error)
        times = status.st_mtime_ns, status.st_ctime_ns
        return status.st_dev, status.st_ino, status.st_size, *times
