"""Steps of a long build -> a line on the terminal that shows how far it is."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Final

from deckgen.cli.ending import DEEDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TextIO

_PATIENCE: Final = 1.0
"""Seconds that a build may take before it is worth a line."""

_PERIOD: Final = 0.1
_BAR: Final = 24
_STAGE: Final = 12


@contextmanager
def progress(*, shown: bool) -> Iterator[Callable[[str, int, int], None] | None]:
    """Give the function that draws the line, or None; the line is gone when the block ends."""
    if not shown:
        yield None
        return
    meter = Meter(sys.stderr)
    try:
        yield meter.step
    finally:
        meter.erase()


class Meter:
    """A line that is drawn over itself, from one second after its making on."""

    def __init__(self, stream: TextIO, clock: Callable[[], float] = monotonic) -> None:
        """Draw to a stream, by a clock that counts seconds."""
        self.stream = stream
        self.clock = clock
        self._next = clock() + _PATIENCE
        self._drawn = 0

    def step(self, stage: str, done: int, total: int) -> None:
        """Show that so many steps of a stage are done."""
        now = self.clock()
        if now < self._next:
            return
        self._next = now + _PERIOD
        line = f"{stage[:_STAGE]:<{_STAGE}} {_bar(done, total)} {done}/{total}"
        if not self._drawn:
            DEEDS.append(self.erase)
        self.stream.write("\r" + line.ljust(self._drawn))
        self.stream.flush()
        self._drawn = len(line)

    def erase(self) -> None:
        """Leave the terminal as if nothing had been drawn."""
        if self._drawn:
            self.stream.write("\r" + " " * self._drawn + "\r")
            self.stream.flush()
            self._drawn = 0


def _bar(done: int, total: int) -> str:
    full = _BAR * min(done, total) // max(total, 1)
    return f"[{'#' * full}{'.' * (_BAR - full)}]"
