"""A text -> the QR code of it (ISO/IEC 18004), as outlines of what is dark."""

from __future__ import annotations

from itertools import groupby
from typing import Final

QUIET: Final = 4
"""The width of the quiet zone around a code, in modules (ISO/IEC 18004, 6.3.8)."""
LONGEST: Final = 1_200
"""How many bytes a code may hold; from a screen finer ones are not read across a room."""

Corners = tuple[tuple[int, int], ...]


def dark_outlines(text: str) -> tuple[int, tuple[Corners, ...]]:
    """Return how many modules a code has across, and a rectangle for each run of dark ones.

    Codes have error correction of level M, or more where that costs no space.
    """
    from segno import make_qr

    rows = make_qr(text, error="m").matrix
    outlines = (
        _rectangle(start, stop, y) for y, row in enumerate(rows) for start, stop in _runs(row)
    )
    return len(rows), tuple(outlines)


def _runs(row: bytearray) -> list[tuple[int, int]]:
    found, x = [], 0
    for dark, modules in groupby(row):
        stop = x + len(list(modules))
        if dark:
            found.append((x, stop))
        x = stop
    return found


def _rectangle(start: int, stop: int, y: int) -> Corners:
    return (start, y), (stop, y), (stop, y + 1), (start, y + 1)
