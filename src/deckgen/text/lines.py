"""A measured paragraph and a width -> its lines."""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter
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
    room, hard = first, 0
    while start < length:
        if start >= hard:
            hard = text.find("\n", start) + 1 or length
        stop = _stop(measured, breaker, start, hard, room)
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


def _stop(measured: Measured, breaker: Breaker, start: int, hard: int, room: int) -> int:
    text = measured.paragraph.text
    full = _full(measured, start, hard, room)
    link = breaker.link_at(start, full)
    if link is not None and link[0] <= start:
        # letters of a link may reach as far as the edge itself, those of text not quite
        reached = _full(measured, start, link[1], room + measured.grid)
        return min(link[1], _cluster(text, start, reached))
    if link is not None:
        # the space before a link belongs to what stands there, and has to fit with it
        fits = measured.starts[link[0]] - measured.starts[start] <= room + SLACK
        return link[0] if fits else breaker.stop(start, link[0])
    if full >= hard:
        return hard
    if text[full] == "\n":
        return full + 1
    stop = breaker.stop(start, full)
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
    stops = measured.paragraph.stops
    width, first, index = 0.0, start, bisect_right(stops, start)
    while first < stop:
        last = min(stops[index], stop)
        width += int((ends[last - 1] - starts[first]) / grid + 0.5) * grid
        width += starts[first] - ends[first - 1] if first > start else 0.0
        first, index = last, index + 1
    return width


def _cut(text: str, start: int, full: int) -> int:
    """Return where to cut a word wider than the line: between clusters, after one at least."""
    stop = _cluster(text, start, full)
    while stop < len(text) and text[stop] in " \n":  # a mark behind them begins the next line
        stop += 1
    return stop


def _cluster(text: str, start: int, full: int) -> int:
    """Return the last place up to `full` that is between clusters, after one at least."""
    stop = min(max(full, start + 1), len(text))
    while start + 1 < stop < len(text) and _continues(text, stop):
        stop -= 1
    while stop < len(text) and _continues(text, stop):
        stop += 1
    return stop


def _continues(text: str, index: int) -> bool:
    return PROPERTIES[text[index]].extends or text[index - 1] == "\u200d"


def _size(measured: Measured, start: int, stop: int) -> Centipoints:
    sizes = measured.sizes
    if len(sizes) == 1:
        return Centipoints(sizes[0][1])
    index = bisect_right(sizes, start, key=_stop_of)
    largest, begin = 0, sizes[index - 1][0] if index else 0
    while index < len(sizes) and begin < stop:
        begin, size = sizes[index]
        largest, index = max(largest, size), index + 1
    return Centipoints(largest or sizes[-1][1] if sizes else 0)


_stop_of: Final = itemgetter(0)
