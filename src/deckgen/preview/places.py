"""Spans of slides and items -> lines of files, as they stand in the version that is shown.

A slide that has not changed is taken from the build before, with the places of its items. So these
are counted from the slide's own place, which is told anew with each build.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from deckgen.preview.show import SlideView
    from deckgen.source import Source, Span

_AROUND: Final = 2
"""Lines that are shown above and below those of an item."""
_MOST: Final = 40
"""Lines of an item that are shown at the most."""
_WIDEST: Final = 400
"""Characters of a line that are shown."""


class SlideOrigin(Struct, frozen=True):
    """Where a slide is written: a file as it was read, and the stretch of it."""

    source: Source
    start: int
    stop: int


class ItemPlace(Struct, frozen=True):
    """Where an item is written: in a file of its own, or counted from the start of its slide."""

    start: int
    stop: int
    source: Source | None = None


class SourceLines(Struct, frozen=True):
    """Lines of a file around a place, for the page.

    The place is from `line` and `column` to the line `last`; `first` is the number of the first of
    the `lines`. All count from 1.
    """

    file: str
    line: int
    column: int
    last: int
    first: int
    lines: tuple[str, ...]


def origin_of(span: Span) -> SlideOrigin:
    """Return where a slide is written now."""
    place = span.settled
    return SlideOrigin(place.source, place.start, place.stop)


def item_places(spans: Iterable[Span], slide: Span) -> tuple[ItemPlace, ...]:
    """Return where the items of a slide are written."""
    whole = slide.settled
    return tuple(_item_place(span.settled, whole) for span in spans)


def _item_place(span: Span, slide: Span) -> ItemPlace:
    if span.source is slide.source:
        return ItemPlace(span.start - slide.start, span.stop - slide.start)
    return ItemPlace(span.start, span.stop, span.source)


def source_lines(origin: SlideOrigin, item: ItemPlace | None = None) -> SourceLines:
    """Return the lines of a slide, or of one of its items with a few around them."""
    source, start, stop = origin.source, origin.start, origin.stop
    around = 0
    if item is not None:
        around = _AROUND
        base = origin.start if item.source is None else 0
        source = item.source or source
        start, stop = base + item.start, base + item.stop
    line, column = source.position(start)
    last = max(line, source.position(max(start, stop - 1))[0])
    first = max(1, line - around)
    end = min(source.line_count, min(last, line + _MOST) + around)
    lines = tuple(line_of(source, number) for number in range(first, end + 1))
    return SourceLines(source.name, line, column, last, first, lines)


def line_of(source: Source, number: int) -> str:
    """Return a line by its number, counted from 1, cut where it is very long."""
    text = source.line_text(number - 1)
    return text if len(text) <= _WIDEST else f"{text[:_WIDEST]}…"


def slide_at(
    file: str, line: int, origins: Sequence[SlideOrigin], slides: Sequence[SlideView]
) -> int | None:
    """Return the index of the page that shows what stands at a line of a file, None if none does.

    A line between two slides belongs to the one above. Of the pages of a slide it is the one with
    an item of that line.
    """
    wanted, real = os.path.realpath(file), _RealNames()
    here = [at for at, origin in enumerate(origins) if real.of(origin.source.name) == wanted]
    above = [at for at in here if _lines(origins[at])[0] <= line]
    if not above:
        return here[0] if here else None
    start = max(origins[at].start for at in above)
    pages = [at for at in above if origins[at].start == start]
    return min(pages, key=lambda at: _nearness(line, origins[at], slides[at]))


class _RealNames:
    """Where names really lead, each looked up once."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def of(self, name: str) -> str:
        if name not in self._known:
            self._known[name] = os.path.realpath(name)
        return self._known[name]


def _lines(origin: SlideOrigin) -> tuple[int, int]:
    stop = max(origin.start, origin.stop - 1)
    return origin.source.position(origin.start)[0], origin.source.position(stop)[0]


def _nearness(line: int, origin: SlideOrigin, slide: SlideView) -> int:
    """Return how long the shortest item of a page is that has a line, much where none has it."""
    lengths = [
        item.stop - item.start
        for item in slide.items
        if item.source is None and _has(line, item, origin)
    ]
    return min(lengths, default=_FAR)


def _has(line: int, item: ItemPlace, origin: SlideOrigin) -> bool:
    start = origin.start
    first, last = _lines(SlideOrigin(origin.source, start + item.start, start + item.stop))
    return first <= line <= last


_FAR: Final = 1 << 30
