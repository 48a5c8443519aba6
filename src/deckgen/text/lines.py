"""A measured paragraph and a width -> the ranges of its lines."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from deckgen.text.characters import PROPERTIES
from deckgen.text.model import Line
from deckgen.units import Centipoints, Emu

if TYPE_CHECKING:
    from deckgen.text.measure import Measured
    from deckgen.text.model import Profile

_SLACK = 0.5
"""Half an EMU, so that text as wide as the line fits whatever the rounding."""


def fill(
    measured: Measured, allowed: bytearray, profile: Profile, width: int, first: int
) -> tuple[Line, ...]:
    """Return lines no wider than the width (the first: `first`), each as full as may be."""
    lines: list[Line] = []
    start, length = 0, len(measured.text)
    room = first
    while start < length:
        stop = _stop(measured, allowed, profile, start, room)
        lines.append(line(measured, start, stop))
        start, room = stop, width
    if not measured.text or measured.text.endswith("\n"):
        lines.append(Line(length, length, Emu(0), _size(measured, length - 1, length)))
    return tuple(lines)


def line(measured: Measured, start: int, stop: int) -> Line:
    """Return the line that holds a range of the text."""
    seen = len(measured.text[start:stop].rstrip())
    width = measured.ends[start + seen - 1] - measured.starts[start] if seen else 0.0
    return Line(start, stop, Emu(round(width)), _size(measured, start, stop))


def _stop(measured: Measured, allowed: bytearray, profile: Profile, start: int, room: int) -> int:
    text = measured.text
    hard = text.find("\n", start) + 1 or len(text)
    limit = measured.starts[start] + room + _SLACK
    fit = bisect_right(measured.ends, limit, start, hard)
    if fit >= hard:
        return hard
    if text[fit] == "\n":
        return fit + 1
    if text[fit] in profile.hanging and _ends_line(text, allowed, fit + 1):
        return fit + 1
    for stop in range(fit, start, -1):
        if allowed[stop]:
            return stop
    return _cut(text, start, fit)


def _ends_line(text: str, allowed: bytearray, stop: int) -> bool:
    return stop >= len(text) or bool(allowed[stop]) or text[stop] == "\n"


def _cut(text: str, start: int, fit: int) -> int:
    """Return where to cut a word wider than the line: between clusters, after one at least."""
    stop = max(fit, start + 1)
    while stop > start + 1 and _continues(text, stop):
        stop -= 1
    while stop < len(text) and (_continues(text, stop) or text[stop] in " \n"):
        stop += 1
    return stop


def _continues(text: str, index: int) -> bool:
    return PROPERTIES[text[index]].extends or text[index - 1] == "\u200d"


def _size(measured: Measured, start: int, stop: int) -> Centipoints:
    largest, begin = 0, 0
    for end, size in measured.sizes:
        if end > start and begin < stop:
            largest = max(largest, size)
        begin = end
    return Centipoints(largest or measured.sizes[-1][1] if measured.sizes else 0)
