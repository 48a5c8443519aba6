"""A world -> the same, which tells whether what the last build has asked of it still holds."""

from __future__ import annotations

from threading import Event
from time import thread_time
from typing import TYPE_CHECKING, Final

from deckgen.limits import DEFAULT
from deckgen.spec.witness import Witness

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

    from deckgen.world import DiskWorld

PERIOD: Final = 0.03
"""Seconds between two looks at the files."""
_SHARE: Final = 20
"""Looks take one in so many parts of a processor at the most, however many files there are."""
_STILL: Final = 0.015
"""Seconds for which files must be left alone to be taken as saved: editors write in steps."""
_PATIENCE: Final = 20
"""So often it is waited for that; then files that go on changing are read as they are."""


class WatchedWorld:
    """The files of this machine, and what a build asked of them.

    Each build sees the disk through a new `DiskWorld`, which forgets what was read before: the
    number of a file that was replaced may be that of the result.
    """

    def __init__(self, disk: DiskWorld) -> None:
        self.disk = disk
        self._witness = Witness(disk)

    def begin(self) -> None:
        """Forget what was asked before: a build begins."""
        self.disk = self.disk.anew()
        self._witness = Witness(self.disk)

    def end(self) -> None:
        """Note nothing more: the build is done, and what is read from here on is read by others."""
        self._witness.close()

    def holds(self) -> bool:
        """Tell whether all that the build has asked would be answered alike now."""
        return self._witness.holds()

    def answers(self) -> tuple[object, ...]:
        """Return what all that the build has asked would be answered now."""
        return self._witness.answers()

    @property
    def is_confined(self) -> bool:
        """Whether only the files of one folder are read."""
        return self.disk.is_confined

    def read(self, path: Path, limit: int = DEFAULT.template_size) -> bytes:
        """Return the bytes of a plain file."""
        return self._witness.read(path, limit)

    def open(self, path: Path) -> BinaryIO:
        """Return a plain file, open for reading."""
        return self._witness.open(path)

    def exists(self, path: Path) -> bool:
        """Tell whether something stands at the path."""
        return self._witness.exists(path)

    def siblings(self, path: Path) -> tuple[str, ...]:
        """Return the names in the folder of a path."""
        return self._witness.siblings(path)

    def is_within(self, path: Path, folder: Path) -> bool:
        """Tell whether a path leads to somewhere in a folder."""
        return self._witness.is_within(path, folder)


def wait_for_change(world: WatchedWorld, stopped: Event) -> bool:
    """Return when something that the last build read has changed and is left alone again.

    False where `stopped` is set before.
    """
    wait = PERIOD
    while not stopped.wait(wait):
        start = thread_time()
        if not world.holds():
            return _settled(world, stopped)
        wait = max(PERIOD, _SHARE * (thread_time() - start))
    return False


def _settled(world: WatchedWorld, stopped: Event) -> bool:
    """Wait until files are left alone, though not for ever; tell whether to go on."""
    for _ in range(_PATIENCE):
        before = world.answers()
        if stopped.wait(_STILL):
            return False
        if world.answers() == before:
            break
    return True
