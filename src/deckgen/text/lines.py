"""A measured paragraph and a width -> its lines."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from deckgen.text.characters import PROPERTIES
from deckgen.text.model import Line
from deckgen.units import Centipoints, Emu

if TYPE_CHECKING:
    from deckgen.text.kinsoku import Breaker
    from deckgen.text.measure import Measured

SLACK: Final = 180
"""Half a hundredth of a millimetre: LibreOffice compares widths rounded to that unit."""


def fill(measured: Measured, breaker: Breaker, width: int, first: int) -> tuple[Line, ...]:
    """Return lines no wider than the width (the first: `first`), each as full as may be."""
    text = measured.paragraph.text
    start, length = 0, len(text)
    if (
        text
        and measured.ends[-1] <= first - SLACK * len(measured.paragraph.stretches)
        and ("\n" not in text)
    ):
        return (line(measured, 0, length),)
    lines: list[Line] = []
    room = first
    while start < length:
        stop = _stop(measured, breaker, start, room)
        lines.append(line(measured, start, stop))
        start, room = stop, width
    if not text or text.endswith("\n"):
        lines.append(Line(length, length, Emu(0), _size(measured, length - 1, length)))
    return tuple(lines)


def line(measured: Measured, start: int, stop: int) -> Line:
    """Return the line that holds a range of the text."""
    seen = len(measured.paragraph.text[start:stop].rstrip())
    width = measured.ends[start + seen - 1] - measured.starts[start] if seen else 0.0
    return Line(start, stop, Emu(round(width)), _size(measured, start, stop))


def _stop(measured: Measured, breaker: Breaker, start: int, room: int) -> int:
    text = measured.paragraph.text
    hard = text.find("\n", start) + 1 or len(text)
    full = _full(measured, start, hard, room)
    if full >= hard:
        return hard
    if text[full] == "\n":
        return full + 1
    stop = breaker.stop(full)
    return stop if stop > start else _cut(text, start, full)


def _full(measured: Measured, start: int, hard: int, room: int) -> int:
    """Return the first character that does not fit, as far as the hard break."""
    limit = measured.starts[start] + room + SLACK
    full = bisect_right(measured.ends, limit, start, hard)
    if not measured.grid:
        return full
    near = SLACK * (len(measured.paragraph.stretches) + 1)
    if full > start and measured.ends[full - 1] > limit - near:
        full -= _on_grid(measured, start, full) > room + SLACK
    if full < hard and measured.ends[full] < limit + near:
        full += _on_grid(measured, start, full + 1) <= room + SLACK
    return full


def _on_grid(measured: Measured, start: int, stop: int) -> float:
    """Return the width of a range whose stretches are each rounded to the grid."""
    starts, ends, grid = measured.starts, measured.ends, measured.grid
    width, begin = 0.0, 0
    for stretch in measured.paragraph.stretches:
        end = begin + len(stretch.text)
        first, last = max(begin, start), min(end, stop)
        if first < last:
            width += int((ends[last - 1] - starts[first]) / grid + 0.5) * grid
            width += starts[first] - ends[first - 1] if begin > start else 0.0
        begin = end
    return width


def _cut(text: str, start: int, full: int) -> int:
    """Return where to cut a word wider than the line: between clusters, after one at least."""
    stop = max(full, start + 1)
    while stop > start + 1 and _continues(text, stop):
        stop -= 1
    while stop < len(text) and (_continues(text, stop) or text[stop] in " \n"):
        stop += 1
    return stop


def _continues(text: str, index: int) -> bool:
    return PROPERTIES[text[index]].extends or text[index - 1] == "\u200d"


def _size(measured: Measured, start: int, stop: int) -> Centipoints:
    sizes = measured.paragraph.sizes
    if len(sizes) == 1:
        return Centipoints(sizes[0][1])
    largest, begin = 0, 0
    for end, size in sizes:
        if end > start and begin < stop:
            largest = max(largest, size)
        begin = end
    return Centipoints(largest or sizes[-1][1] if sizes else 0)
