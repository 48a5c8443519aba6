"""Commands -> what whole processes of them cost, start-up included: CPU time, time and memory."""

from __future__ import annotations

import os
import subprocess
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Cost(NamedTuple):
    """What a process took: seconds of CPU and of the clock, and its largest size in MB."""

    cpu: float
    wall: float
    peak: float


def cost(
    command: Sequence[str],
    environment: Mapping[str, str] | None = None,
    allowed: Sequence[int] = (0,),
) -> Cost:
    """Run a command that must end with an exit code that is allowed, and return what it cost."""
    start = time.monotonic()
    quiet = None if tuple(allowed) == (0,) else subprocess.DEVNULL
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=quiet)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    if os.waitstatus_to_exitcode(status) not in allowed:
        raise SystemExit(f"failed: {' '.join(command)}")
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)
