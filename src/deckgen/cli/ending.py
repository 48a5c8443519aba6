"""Ctrl-C and the signals that end a program -> a quiet end at once, with nothing left half done.

A handler that raised would be at the mercy of whatever code it happens to interrupt, and some code
swallows what is raised in it. So the process ends in the handler, after the few things that are
then to be done.
"""

from __future__ import annotations

import os
import signal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

DEEDS: list[Callable[[], None]] = []
"""What is done before the end: taking back what is written or drawn."""

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")


def end_quietly_on_signals() -> None:
    """Let signals end this process with 128 and their number, but those the caller has ignored."""
    for name in _SIGNALS:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _end)


def _end(number: int, _frame: FrameType | None) -> None:
    try:
        for deed in DEEDS:
            deed()
    finally:  # whatever becomes of them: what is interrupted may be in the middle of the same
        os._exit(128 + number)
