"""Work -> a process that does it, and a pipe to that process.

Where a process may be forked it is: what `multiprocessing` needs takes as long to load as five
slides take to lay out, in both processes. Elsewhere the processes are those of `multiprocessing`.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from typing import TypeAlias

    Pipe: TypeAlias = "Descriptors | Connection"

_LENGTH: Final = 8
"""The bytes before a message that tell how many it has."""
_THREADS: Final = Path("/proc/self/task")


def may_fork() -> bool:
    """Tell whether a copy of this process can go on: it has no threads, but the locks they hold.

    Only Linux tells of all threads, those of libraries included; on macOS nothing may be forked.
    """
    try:
        return sys.platform == "linux" and len([*_THREADS.iterdir()]) == 1
    except OSError:
        return False


class Descriptors:
    """One end of a pipe for messages, as those of `multiprocessing` are, of two descriptors."""

    def __init__(self, reading: int, writing: int) -> None:
        self._reading: Final = os.fdopen(reading, "rb")
        self._writing: Final = os.fdopen(writing, "wb")

    def send_bytes(self, message: bytes) -> None:
        """Send a message. Raises `OSError` where nobody is there to take it."""
        self._writing.write(len(message).to_bytes(_LENGTH, "little"))
        self._writing.write(message)
        self._writing.flush()

    def recv_bytes(self) -> bytes:
        """Return the next message. Raises `EOFError` where none will come."""
        return self._read(int.from_bytes(self._read(_LENGTH), "little"))

    def _read(self, length: int) -> bytes:
        found = self._reading.read(length)
        if len(found) < length:
            raise EOFError
        return found

    def close(self) -> None:
        """Let go of this end, and of what could not be sent."""
        self._reading.close()
        try:
            self._writing.close()
        except BrokenPipeError:
            return


class Forked:
    """A copy of this process that does some work and ends with it."""

    def __init__(self, work: Callable[[Descriptors], None]) -> None:
        """Fork. Raises `OSError` where the system has no room for another process."""
        (to_read, their_writing), (their_reading, to_write) = os.pipe(), os.pipe()
        self._number: Final = os.fork()
        if self._number == 0:
            try:
                os.close(to_read)
                os.close(to_write)
                work(Descriptors(their_reading, their_writing))
            finally:  # whatever happens: nothing that the caller does is to be done twice
                os._exit(0)
        os.close(their_reading)
        os.close(their_writing)
        self.pipe: Final = Descriptors(to_read, to_write)

    def stop(self) -> None:
        """End the process, whatever it does; what it would do on other signals is ours to do."""
        from signal import SIGKILL

        self.pipe.close()
        os.kill(self._number, SIGKILL)
        os.waitpid(self._number, 0)


class Started:
    """A process of `multiprocessing` that is sent a task and does some work on it."""

    def __init__(self, work: Callable[..., None], task: object) -> None:
        """Start it. Raises `OSError` as above, and what pickling a task may raise."""
        from multiprocessing import get_context

        from deckgen.interruption import start

        context = get_context()
        self.pipe, there = context.Pipe()
        self._process: Final = context.Process(target=work, args=(task, there), daemon=True)
        start(self._process, context)
        there.close()

    def stop(self) -> None:
        """End the process, whatever it does."""
        self.pipe.close()
        self._process.terminate()
        self._process.join()
