"""A title's measured text and its line count -> lines of like widths that end at phrases."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from deckgen.records import Struct
from deckgen.text.lines import line
from deckgen.text.phrases import break_costs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckgen.text.kinsoku import Breaker
    from deckgen.text.measure import Measured
    from deckgen.text.model import Line

_RUNT: Final = 3
"""A last line of this many characters or fewer reads as a slip."""
_RUNT_COST: Final = 2.0
_OTHERS: Final = 0.1
"""How much breaks count beside the worst one where ways to set a title are compared."""


_Way = tuple[float, tuple[Any, ...]]
"""What some lines cost, and where they stop: all but the last of them linked, and the last.

They compare as flat tuples would, but no way copies the one that it goes on from.
"""


class Balanced(Struct, frozen=True):
    """Lines of a title, and what its worst break costs: 1 where a word is cut."""

    lines: tuple[Line, ...]
    badness: float


def balanced(
    settings: Sequence[tuple[Measured, Breaker]], lines: Sequence[Line], width: int, count: int
) -> Balanced | None:
    """Return a number of lines, no fewer than those given, each within the width.

    Among all breaks that hold under every profile, those are taken whose lines differ least from
    each other in width, with a cost for a break inside a phrase and for a last line of one to three
    characters. There may be no such breaks.
    """
    title = _Title(settings, sum(int(each.width) for each in lines) / count, width)
    stops = title.best(count)
    if stops is None:
        return None
    starts = (0, *stops)
    made = tuple(line(settings[0][0], a, b) for a, b in zip(starts, stops, strict=False))
    return Balanced(made, title.badness(stops))


class _Title:
    """A title whose breaks are sought."""

    def __init__(
        self, settings: Sequence[tuple[Measured, Breaker]], target: float, width: int
    ) -> None:
        self._text: Final = settings[0][0].paragraph.text
        self._breakers: Final = [breaker for _, breaker in settings]
        self._edges: Final = [(measured.starts, _edges(measured)) for measured, _ in settings]
        self._target: Final = target
        self._width: Final = width
        self._breaks: Final = list(self._costs())

    def best(self, count: int) -> tuple[int, ...] | None:
        """Return where the lines of the cheapest way to make `count` of them stop."""
        reached: dict[int, _Way] = {0: (0.0, ())}
        for least in self._least_stops(count):
            further: dict[int, _Way] = {}
            for start, (paid, stops) in reached.items():
                for stop, price in self._lines_from(start):
                    offer = paid + price, (stops, stop)
                    if stop >= least and (stop not in further or offer < further[stop]):
                        further[stop] = offer
            reached = further
        found = reached.get(len(self._text))
        return None if found is None else _unlinked(found[1])

    def badness(self, stops: tuple[int, ...]) -> float:
        """Return what the worst break between lines costs, and a little for the others."""
        costs = dict(self._breaks)
        paid = [costs[stop] for stop in stops[:-1]]
        return max(paid, default=0.0) * (1 - _OTHERS) + sum(paid) * _OTHERS

    def _least_stops(self, count: int) -> list[int]:
        """Return for each line where it must stop at least, for the rest to fit after it."""
        least = [len(self._text)]
        for _ in range(count - 1):
            fits = partial(self._fits, rest=least[-1])
            least.append(self._breaks[bisect_left(self._breaks, True, key=fits)][0])
        return least[::-1]

    def _fits(self, each: tuple[int, float], rest: int) -> bool:
        """Tell whether one line holds all from a break to the rest."""
        return self._widest(each[0], rest) <= self._width

    def _widest(self, start: int, stop: int) -> float:
        if start >= stop:
            return 0.0
        return max(edges[stop] - starts[start] for starts, edges in self._edges)

    def _costs(self) -> Iterator[tuple[int, float]]:
        """Yield each position where a line may stop, and what it costs to stop there."""
        text = self._text
        costs = break_costs(text)
        for stop in range(1, len(text)):
            if text[stop - 1] == "\n":
                yield stop, 0.0
            elif all(breaker.allowed[stop] for breaker in self._breakers):
                yield stop, costs[stop]
        yield len(text), 0.0

    def _lines_from(self, start: int) -> Iterator[tuple[int, float]]:
        """Yield where a line that starts here may stop, and its cost."""
        first = bisect_right(self._breaks, (start, math.inf))
        for index in range(first, len(self._breaks)):
            stop, cost = self._breaks[index]
            widest = self._widest(start, stop)
            if widest > self._width:
                return
            price = cost + ((widest - self._target) / self._width) ** 2
            if stop == len(self._text) and len(self._text[start:].strip()) <= _RUNT:
                price += _RUNT_COST
            yield stop, price
            if self._text[stop - 1] == "\n":
                return


def _unlinked(stops: tuple[Any, ...]) -> tuple[int, ...]:
    found: list[int] = []
    while stops:
        stops, last = stops
        found.append(last)
    return tuple(reversed(found))


def _edges(measured: Measured) -> list[float]:
    """Return, for each position, the right edge of the last character before it but spaces."""
    edges, edge = [0.0], 0.0
    for character, end in zip(measured.paragraph.text, measured.ends, strict=True):
        edge = edge if character.isspace() else end
        edges.append(edge)
    return edges
