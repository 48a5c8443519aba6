"""A title's measured text and its line count -> lines of like widths that end at phrases."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from deckgen.text.characters import EAST_ASIAN, PROPERTIES
from deckgen.text.lines import line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from deckgen.text.kinsoku import Breaker
    from deckgen.text.measure import Measured
    from deckgen.text.model import Line

_ORPHAN: Final = 3
"""A last line of this many characters or fewer reads as a slip."""
_WITHIN_PHRASE: Final = 1.0
_ORPHAN_COST: Final = 2.0


def balanced(
    paragraphs: Sequence[tuple[Measured, Breaker]], lines: Sequence[Line], width: int
) -> tuple[Line, ...]:
    """Return as many lines as given, each within the width under every profile.

    Among all such breaks the one is taken whose lines differ least from each other in width, with
    a cost for a break inside a phrase and for a last line of one to three characters. Where no such
    breaks exist, the lines are returned as they are.
    """
    measured = paragraphs[0][0]
    text = measured.paragraph.text
    allowed = [
        i for i in range(1, len(text)) if all(breaker.allowed[i] for _, breaker in paragraphs)
    ]
    stops = (*allowed, len(text))
    phrases = _phrase_starts(text)
    hard = {i + 1 for i, character in enumerate(text) if character == "\n"}
    target = sum(int(found.width) for found in lines) / len(lines)

    def cost(start: int, stop: int) -> float | None:
        if any(start < i < stop for i in hard):
            return None
        here = max(int(line(m, start, stop).width) for m, _ in paragraphs)
        if here > width:
            return None
        price = ((here - target) / width) ** 2
        if stop < len(text) and stop not in phrases and stop not in hard:
            price += _WITHIN_PHRASE
        if stop == len(text) and len(text[start:stop].strip()) <= _ORPHAN:
            price += _ORPHAN_COST
        return price

    best = _best(stops, len(lines), cost)
    if best is None:
        return tuple(lines)
    return tuple(line(measured, a, b) for a, b in zip((0, *best), best, strict=False))


def _best(
    stops: tuple[int, ...], count: int, cost: Callable[[int, int], float | None]
) -> tuple[int, ...] | None:
    """Return the stops of the cheapest way to make `count` lines."""

    @cache
    def cheapest(start: int, left: int) -> tuple[float, tuple[int, ...]] | None:
        options = []
        ends = stops[-1:] if left == 1 else stops[:-1]
        for stop in ends:
            price = cost(start, stop) if stop > start else None
            if price is None:
                continue
            rest = (0.0, ()) if left == 1 else cheapest(stop, left - 1)
            if rest is not None:
                options.append((price + rest[0], (stop, *rest[1])))
        return min(options, default=None)

    found = cheapest(0, count)
    return None if found is None else found[1]


def _phrase_starts(text: str) -> frozenset[int]:
    """Return where phrases begin: after spaces, and in Japanese where budoux finds them."""
    starts = {i for i in range(1, len(text)) if text[i - 1].isspace() and not text[i].isspace()}
    if any(PROPERTIES[character].script == EAST_ASIAN for character in text):
        position = 0
        for phrase in _parser()(text):
            position += len(phrase)
            starts.add(position)
    return frozenset(starts)


@cache
def _parser() -> Callable[[str], list[str]]:
    import budoux

    return budoux.load_default_japanese_parser().parse
