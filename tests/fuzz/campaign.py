"""Numbers of inputs -> findings: each input is built in a process of its own kind, and watched.

A finding is an exception, the death of the process, more than `MOST_SECONDS` of processor time, or
more than `MOST_MEMORY`. Time and memory are looked at again in a fresh process, so that neither a
busy machine nor what earlier inputs have left behind is taken for a fault.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
import time
import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tests.fuzz.inputs import Input
from tests.fuzz.oracle import build, signature

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import Connection

MOST_SECONDS: Final = 5.0
MOST_MEMORY: Final = 1 << 30
_LONGEST_WAIT: Final = 120.0
"""Seconds, by the clock, after which a process is taken to hang."""
_ADDRESSES: Final = 4 << 30
"""Bytes that a process may have before it is refused more, for the sake of the machine."""
_BATCH: Final = 2_000
"""Inputs after which a process makes room for a new one."""

SLOW, LARGE, DIED, HANGS = "slow", "large", "died", "hangs"


@dataclass(frozen=True, slots=True)
class Finding:
    """An input that shows a fault, by what it is known among others, and what there is to see."""

    input: Input
    signature: str
    details: str


def findings(inputs: Sequence[Input], told: Callable[[int], None]) -> Iterator[Finding]:
    """Build all inputs and yield what is found; `told` hears how many are done, now and then."""
    done = 0
    while done < len(inputs):
        for found in _in_process(inputs[done : done + _BATCH]):
            done += 1
            told(done)
            if found is not None:
                yield from _confirmed(found)


def _confirmed(found: Finding) -> Iterator[Finding]:
    if found.signature in {SLOW, LARGE}:
        yield from filter(None, _in_process([found.input]))
    else:
        yield found


def _in_process(inputs: Sequence[Input]) -> Iterator[Finding | None]:
    """Build inputs in a new process, and yield what is found with each, up to one that ends it."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.Process(target=_work, args=(inputs, theirs))
    process.start()
    theirs.close()
    try:
        for one in inputs:
            found = _answer(one, ours)
            yield found
            if found is not None and found.signature in {LARGE, DIED, HANGS}:
                return
    finally:
        process.kill()
        process.join()


def _answer(one: Input, pipe: Connection) -> Finding | None:
    if not pipe.poll(_LONGEST_WAIT):
        return Finding(one, HANGS, f"no answer for {_LONGEST_WAIT:.0f} s")
    try:
        said = pipe.recv()
    except EOFError:
        return Finding(one, DIED, "the process ended")
    return None if said is None else Finding(one, *said)


def _work(inputs: Sequence[Input], pipe: Connection) -> None:
    """Build inputs, and send for each of them None or what is wrong with it."""
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (_ADDRESSES, _ADDRESSES))
    for one in inputs:
        pipe.send(judge(one.files()))


def judge(files: dict[str, bytes]) -> tuple[str, str] | None:
    """Return the signature of the fault that an input shows, and details; None for no fault."""
    start = time.process_time()
    try:
        build(files)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what was looked for
        return signature(error), "".join(traceback.format_exception(error))
    seconds = time.process_time() - start
    if seconds > MOST_SECONDS:
        return SLOW, f"{seconds:.1f} s of processor time"
    if peak() > MOST_MEMORY:
        return LARGE, f"{peak() >> 20} MiB"
    return None


def peak() -> int:
    """Return the most memory, in bytes, that this process has ever had."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
