"""Rows of layers -> the same with layers of several rows below one another, if that costs little.

Boxes that stand nearly below one another look like a slip; on one middle they look like a page.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from deckgen.diagrams.layers import NodeBox, around

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Parts = Sequence[Sequence[Sequence[str]]]
    """Rows of layers of names."""

_LONGER: Final = 1.18
"""How much longer the longest row may become for layers to stand below one another."""


def on_a_grid(parts: Parts, spots: Mapping[str, NodeBox], *, turns: bool) -> dict[str, NodeBox]:
    """Return where things stand along their rows; as they are where rows would be much longer.

    With `turns` each second row is told as the others are, but leads back from where one ended.
    """
    seats = _seats([len(part) for part in parts], turns=turns)
    whole = [[around([spots[name] for name in layer]) for layer in part] for part in parts]
    apart: dict[int, float] = {}
    for row, boxes in zip(seats, whole, strict=True):
        for (one, other), (a, b) in zip(pairwise(row), pairwise(boxes), strict=True):
            first, distance = min(one, other), b.middle[0] - a.middle[0]
            apart[first] = max(apart.get(first, 0.0), distance)
    middles = {min(map(min, seats)): 0.0}
    for seat in range(min(middles), max(map(max, seats))):
        middles[seat + 1] = middles[seat] + apart[seat]
    placed: dict[str, NodeBox] = {}
    for row, part, boxes in zip(seats, parts, whole, strict=True):
        back = -1.0 if row[-1] < row[0] else 1.0
        for seat, layer, box in zip(row, part, boxes, strict=True):
            across = middles[seat] * back - box.middle[0]
            placed |= {name: spots[name].moved(across, 0.0) for name in layer}
    longer = longest(parts, placed) > longest(parts, spots) * _LONGER
    return dict(spots) if longer else placed


def _seats(counts: Sequence[int], *, turns: bool) -> list[list[int]]:
    """Return in which column of the grid each layer of each row stands."""
    found: list[list[int]] = []
    at = 0
    for number, count in enumerate(counts):
        step = -1 if turns and number % 2 else 1
        found.append([at + step * each for each in range(count)])
        at = found[-1][-1] if turns else 0
    return found


def longest(parts: Parts, spots: Mapping[str, NodeBox]) -> float:
    """Return how long the longest row is."""
    return max(around([spots[n] for layer in part for n in layer]).width for part in parts)
