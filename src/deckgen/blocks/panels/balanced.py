"""A number of equal things -> how many may stand in a row."""

from __future__ import annotations

from math import ceil


def balanced_counts(things: int, most: int) -> list[int]:
    """Return how many things a row may have so that rows are balanced, most first."""
    counts = {ceil(things / rows) for rows in range(1, things + 1)}
    return sorted((count for count in counts if count <= most), reverse=True)
