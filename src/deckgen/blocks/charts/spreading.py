"""Places where labels would meet -> places that are apart, as near to these as can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def spread(wanted: Sequence[float], apart: float, low: float, high: float) -> tuple[float, ...]:
    """Return places at least so far apart, in the order of those wanted, from `low` to `high`.

    The squares of the distances to the wanted ones sum up to the least (isotonic regression, by
    pooling neighbours that violate the order). Where there is no room, what is lowest leaves it.
    """
    order = sorted(range(len(wanted)), key=lambda n: (wanted[n], n))
    pools: list[list[float]] = []  # the sum and the count of neighbours that move together
    for turn, number in enumerate(order):
        pools.append([wanted[number] - turn * apart, 1.0])
        while len(pools) > 1 and pools[-2][0] / pools[-2][1] > pools[-1][0] / pools[-1][1]:
            total, count = pools.pop()
            pools[-1][0] += total
            pools[-1][1] += count
    last = high - apart * (len(order) - 1)
    found = [0.0] * len(order)
    turn = 0
    for total, count in pools:
        start = max(low, min(last, total / count))
        for _ in range(int(count)):
            found[order[turn]] = start + turn * apart
            turn += 1
    return tuple(found)
