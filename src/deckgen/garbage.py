"""Work whose values live to its end, so that looking for cycles among them would be in vain."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep Python from looking for cycles, which would take a fifth of the time of a build."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@contextmanager
def kept_apart() -> Iterator[None]:
    """Keep Python from looking for cycles, but for those that the work itself leaves behind.

    What is left then is not looked through again: it would take as long as the work does each time,
    in which nothing else of the process goes on. What is no longer used is freed as ever.
    """
    with uncollected():
        yield
    gc.collect(0)
    gc.freeze()
