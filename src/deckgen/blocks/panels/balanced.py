"""A number of equal things -> how many may stand in a row."""

from __future__ import annotations

from math import ceil


def balanced_counts(things: int, most: int) -> list[int]:
    """Return how many things a row may have so that rows are balanced, most first."""
    counts = {ceil(things / rows) for rows in range(1, things + 1)}
    return sorted((count for count in counts if count <= most), reverse=True)


def even_counts(things: int, most: int) -> list[int]:
    """Return those of them with which the last row is about as long as the others."""
    return [across for across in balanced_counts(things, most) if _is_even(things, across)]


def _is_even(things: int, across: int) -> bool:
    last = things % across or across
    return last == across or (across > 2 and last * 2 >= across)
