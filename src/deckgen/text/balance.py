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
_LINE: Final = 0.3
"""The share of the width from which it is a line all the same, as in a narrow place."""
_RUNT_COST: Final = 2.0
_RUNT_BADNESS: Final = 0.5
"""How bad such a line is: worse than to set the title smaller, better than to cut a word."""
_DIP: Final = 0.7
"""The share of the lines' mean width below which a line between others is a dent in them."""
_DIP_COST: Final = 0.05
_PARTED: Final = 0.3
"""How bad it is to break what the author wrote on one line, if there are others."""
_PHRASE: Final = 0.05
"""What a break costs at the most where a phrase ends for sure."""
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
    settings: Sequence[tuple[Measured, Breaker]],
    lines: Sequence[Line],
    width: int,
    more: int,
    language: str,
) -> Balanced | None:
    """Return as many lines as those given, or more, each within the width.

    What stands between hard breaks is balanced by itself, and what breaks worst gets the lines that
    are more. Among all breaks that hold under every profile, and those where phrases end under any,
    those are taken whose lines differ least from each other in width, with a cost for a break
    inside a phrase and for a last line of one to three characters. There may be no such breaks, as
    where there is no width.
    """
    if width <= 0:
        return None
    edges = [(measured.starts, _edges(measured)) for measured, _ in settings]
    parts = [_Part(settings, edges, part, width, language) for part in _parts(settings, lines)]
    found = [part.best(len(part.lines)) for part in parts]
    if more:
        worst = max(range(len(parts)), key=lambda index: _badness(found[index]))
        found[worst] = parts[worst].best(len(parts[worst].lines) + more)
    made: list[Line] = []
    badness = 0.0
    for each in found:
        if each is None:
            return None
        made += each.lines
        parted = len(parts) > 1 and len(each.lines) > 1
        badness = max(badness, each.badness, _PARTED if parted else 0.0)
    return Balanced(tuple(made), badness)


def _badness(found: Balanced | None) -> float:
    return math.inf if found is None else found.badness


def _parts(
    settings: Sequence[tuple[Measured, Breaker]], lines: Sequence[Line]
) -> Iterator[list[Line]]:
    """Yield the lines between hard breaks."""
    text = settings[0][0].paragraph.text
    part: list[Line] = []
    for each in lines:
        part.append(each)
        if text[each.stop - 1 : each.stop] == "\n":
            yield part
            part = []
    if part:
        yield part


class _Part:
    """A part of a title, from one hard break to the next, whose breaks are sought."""

    def __init__(
        self,
        settings: Sequence[tuple[Measured, Breaker]],
        edges: list[tuple[Sequence[float], list[float]]],
        lines: list[Line],
        width: int,
        language: str,
    ) -> None:
        self.lines: Final = lines
        self._measured: Final = settings[0][0]
        self._start, self._stop = lines[0].start, lines[-1].stop
        self._text: Final = self._measured.paragraph.text[self._start : self._stop]
        self._breakers: Final = [breaker for _, breaker in settings]
        self._edges: Final = edges
        self._width: Final = width
        self._breaks: Final = list(self._costs(language))

    def best(self, count: int) -> Balanced | None:
        """Return the cheapest way to make a number of lines."""
        if count == 1:
            return Balanced((self.lines[0],), 0.0)
        stops = self._best(count, sum(int(each.width) for each in self.lines) / count)
        if stops is None:
            return None
        starts = (self._start, *stops)
        made = tuple(line(self._measured, a, b) for a, b in zip(starts, stops, strict=False))
        return Balanced(made, self._badness(stops))

    def _best(self, count: int, target: float) -> tuple[int, ...] | None:
        """Return where the lines stop that differ least from a width."""
        reached: dict[int, _Way] = {self._start: (0.0, ())}
        for least in self._least_stops(count):
            further: dict[int, _Way] = {}
            for start, (paid, stops) in reached.items():
                for stop, price in self._lines_from(start, target):
                    offer = paid + price, (stops, stop)
                    if stop >= least and (stop not in further or offer < further[stop]):
                        further[stop] = offer
            reached = further
        found = reached.get(self._stop)
        return None if found is None else _unlinked(found[1])

    def _badness(self, stops: tuple[int, ...]) -> float:
        """Return what the worst break between lines costs, and a little for the others."""
        costs = dict(self._breaks)
        paid = [costs[stop] for stop in stops[:-1]]
        if self._is_runt(stops[-2]):
            paid.append(_RUNT_BADNESS)
        return max(0.0, max(paid) * (1 - _OTHERS) + sum(paid) * _OTHERS)

    def _is_runt(self, start: int) -> bool:
        is_short = len(self._text[start - self._start :].strip()) <= _RUNT
        return is_short and self._widest(start, self._stop) < self._width * _LINE

    def _least_stops(self, count: int) -> list[int]:
        """Return for each line where it must stop at least, for the rest to fit after it."""
        least = [self._stop]
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
        return max([edges[stop] - starts[start] for starts, edges in self._edges])

    def _costs(self, language: str) -> Iterator[tuple[int, float]]:
        """Yield each position where a line may stop, and what it costs to stop there.

        The breaks are written as such. So the end of a phrase is one though a program would not
        break there itself, as LibreOffice does not between a Japanese comma and Latin letters.
        """
        costs = break_costs(self._text, language)
        inner = slice(self._start + 1, self._stop)
        allowed = zip(*(breaker.allowed[inner] for breaker in self._breakers), strict=True)
        for place, votes in enumerate(allowed, start=1):
            if all(votes) or (any(votes) and costs[place] <= _PHRASE):
                yield self._start + place, costs[place]
        yield self._stop, 0.0

    def _lines_from(self, start: int, target: float) -> Iterator[tuple[int, float]]:
        """Yield where a line that starts here may stop, and its cost."""
        first = bisect_right(self._breaks, (start, math.inf))
        for index in range(first, len(self._breaks)):
            stop, cost = self._breaks[index]
            widest = self._widest(start, stop)
            if widest > self._width:
                return
            price = cost + ((widest - target) / self._width) ** 2
            if stop == self._stop and self._is_runt(start):
                price += _RUNT_COST
            if self._start < start and stop < self._stop and widest < target * _DIP:
                price += _DIP_COST
            yield stop, price


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
