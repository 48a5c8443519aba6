"""A piece of work -> whether it grows with its input alone, and leaves nothing behind."""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING, Final, TypeVar
from unittest.mock import patch

if TYPE_CHECKING:
    from collections.abc import Callable

TIMES: Final = 4
BOUND: Final = 9.0
"""Work in proportion to the input takes 4 times as long for it, with the square of it 16 times."""
_RUNS: Final = 5
_LESS: Final = 16
"""By how much the input is smaller with which everything is loaded."""

_PERIOD: Final = 120
"""How often work is done while memos fill and are emptied at least once, each at its own pace."""
_LEFT: Final = 0.5
"""Objects that each time may leave behind: whatever keeps something leaves one at least."""

Input = TypeVar("Input")


def assert_linear(work: Callable[[Input], object], make: Callable[[int], Input], size: int) -> None:
    """Check that work does not grow with the square of its input.

    Processor times of the same process are set beside each other, the least of a few runs, so that
    neither the machine nor what else runs on it counts. The size has to be such that the work takes
    some milliseconds. What is loaded, or remembered for all inputs, is no part of it.
    """
    small, large = make(size), make(size * TIMES)
    work(make(max(1, size // _LESS)))
    gc.freeze()  # looking through all there is already would take longer than the work
    base = growth = float("inf")
    for _ in range(_RUNS):
        base = min(base, _time(work, small))
        growth = min(growth, _time(work, large))
        if growth < base * BOUND:
            return
    raise AssertionError(f"{TIMES} times the input takes {growth / base:.1f} times as long")


def assert_level(work: Callable[[int], object]) -> None:
    """Check that work, which is told how often it has been done, leaves nothing behind each time.

    Bounded memos fill and are emptied, so that what is held goes up and down like a saw: its
    highest tooth is set beside that of as many later times. What else lives in the process does not
    count, since no share of all objects is looked at. Work freezes nothing here:
    what is frozen takes a second to count, where many tests have been loaded.
    """
    gc.collect()
    gc.freeze()
    with patch("gc.freeze", lambda: None):
        peaks = _peaks(work)
    _, before, after = peaks
    assert after - before < _PERIOD * _LEFT, f"{peaks} objects at most in {_PERIOD} times each"


def _peaks(work: Callable[[int], object]) -> list[int]:
    """Return the most objects that there are behind the work in each of three periods."""
    peaks = []
    for period in range(3):  # the first one fills what is kept for good
        peak = 0
        for time_of in range(period * _PERIOD, (period + 1) * _PERIOD):
            work(time_of)
            gc.collect()
            peak = max(peak, len(gc.get_objects()))
        peaks.append(peak)
    return peaks


def _time(work: Callable[[Input], object], given: Input) -> float:
    gc.collect()
    gc.disable()
    try:
        started = time.process_time()
        work(given)
        return time.process_time() - started
    finally:
        gc.enable()
