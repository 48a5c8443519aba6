"""Processes that are to start -> the same, started, which Ctrl-C leaves to whoever starts them.

A terminal sends it to all of them at once, and one that is still loading what it needs would tell
of it with a traceback.
"""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext
    from multiprocessing.process import BaseProcess


def start(process: BaseProcess, context: BaseContext) -> None:
    """Start a process of a context with Ctrl-C held back, for good there and meanwhile here.

    What is held back is inherited, however processes are started. Windows knows no such thing.
    """
    mask = getattr(signal, "pthread_sigmask", None)
    if mask is None:
        process.start()
        return
    if context.get_start_method() != "fork":
        from multiprocessing import resource_tracker

        resource_tracker.ensure_running()  # it holds nothing back any more once it has started
    before = mask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        process.start()
    finally:
        mask(signal.SIG_SETMASK, before)
