"""A text and the places in it: a source file and the spans that point into it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path


def _line_starts(text: str) -> tuple[int, ...]:
    starts, position = [0], text.find("\n")
    while position >= 0:
        starts.append(position + 1)
        position = text.find("\n", position + 1)
    return tuple(starts)


class Source:
    """A text that was read, under the name by which its reader knows it.

    Offsets are code points. Lines end at a line feed; a carriage return belongs to its line.
    `origin` is where a text comes from that another one names.
    """

    __slots__ = ("_starts", "name", "origin", "text")

    def __init__(self, name: str, text: str, origin: Origin | None = None) -> None:
        self.name = name
        self.text = text
        self.origin = origin
        self._starts = _line_starts(text)

    def __repr__(self) -> str:
        return f"Source({self.name!r})"

    @property
    def line_count(self) -> int:
        """The number of lines, the one after a final line feed included."""
        return len(self._starts)

    def line_of(self, offset: int) -> int:
        """Return the line of an offset, counted from 0."""
        return bisect_right(self._starts, offset) - 1

    def line_start(self, line: int) -> int:
        """Return the offset at which a line, counted from 0, begins."""
        return self._starts[line]

    def line_text(self, line: int) -> str:
        """Return the text of a line, counted from 0, without its end."""
        stop = self._starts[line + 1] if line + 1 < len(self._starts) else len(self.text)
        return self.text[self._starts[line] : stop].rstrip("\r\n")

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column of an offset, both counted from 1, columns in code points."""
        line = self.line_of(offset)
        return line + 1, offset - self._starts[line] + 1

    def span(self, start: int, stop: int) -> Span:
        """Return the span from start up to, and not including, stop."""
        return Span(self, start, stop)

    def in_whole(self, start: int, stop: int) -> Span:
        """Return the span of two offsets where the whole file has it."""
        return Span(self, start, stop)


class Excerpt(Source):
    """A part of a source that is read alone, so that its spans survive edits elsewhere.

    Spans in it are counted from its start. Where it stands is told when the whole is known, anew
    after each edit; until then it stands for itself.
    """

    __slots__ = ("_start", "_whole")

    def __init__(self, name: str, text: str) -> None:
        super().__init__(name, text)
        self._whole: Source | None = None
        self._start = 0

    def stand(self, whole: Source, start: int) -> None:
        """Take the source of which this is a part, and the offset at which it stands in it."""
        self._whole, self._start = whole, start

    def in_whole(self, start: int, stop: int) -> Span:
        """Return the span of two offsets where the whole file has it now."""
        if self._whole is None:
            return Span(self, start, stop)
        return self._whole.span(self._start + start, self._start + stop)


class Origin(Struct, frozen=True):
    """The file of a source that a deck takes in: its folder, and the place that names it.

    What a source says is not shown where it `is_hidden`; its mistakes are told at that place.
    """

    folder: Path
    at: Span | None = None
    is_hidden: bool = False


class Lent(Source):
    """A text that is read alone and was taken out of another source, where its places are told.

    `place` returns the span in that source of two offsets in this text.
    """

    __slots__ = ("_place",)

    def __init__(self, name: str, text: str, place: Callable[[int, int], Span]) -> None:
        super().__init__(name, text)
        self._place = place

    def in_whole(self, start: int, stop: int) -> Span:
        """Return the span of two offsets where the whole file has it."""
        return self._place(start, stop).settled


class Span(Struct, frozen=True):
    """A stretch of a source: code-point offsets, the end exclusive."""

    source: Source
    start: int
    stop: int

    @property
    def settled(self) -> Span:
        """The same place in the whole file, as it stands now."""
        return self.source.in_whole(self.start, self.stop)

    @property
    def line(self) -> int:
        """The line of the file at which the span starts, counted from 1."""
        place = self.settled
        return place.source.line_of(place.start) + 1

    @property
    def column(self) -> int:
        """The column at which the span starts, in code points counted from 1."""
        place = self.settled
        return place.source.position(place.start)[1]

    @property
    def first_line(self) -> Span:
        """The span without its further lines: where to point for what concerns all of it."""
        line = self.source.line_of(self.start)
        stop = self.source.line_start(line) + len(self.source.line_text(line))
        return Span(self.source, self.start, max(self.start, min(self.stop, stop)))

    @property
    def text(self) -> str:
        """What the span covers."""
        return self.source.text[self.start : self.stop]

    def to(self, other: Span) -> Span:
        """Return the span from the start of this one to the end of another in the same source.

        Where the other is in another source, as with lists that several files make up, it is this.
        """
        if other.source is not self.source:
            return self
        return Span(self.source, self.start, max(self.stop, other.stop))

    def __str__(self) -> str:
        return f"{self.source.name}:{self.line}:{self.column}"

    def __repr__(self) -> str:
        return f"<{self}+{self.stop - self.start}>"


class Stretches:
    """Many spans, in order, so that it is soon found whether one meets any of them."""

    __slots__ = ("_found",)

    def __init__(self, spans: Iterable[Span]) -> None:
        found: dict[Source, list[tuple[int, int]]] = {}
        for span in spans:
            if span.start == span.stop:  # it has no part in common with any
                continue
            found.setdefault(span.source, []).append((span.start, span.stop))
        self._found = {source: _joined(sorted(each)) for source, each in found.items()}

    def meet(self, span: Span) -> bool:
        """Tell whether a span has a part in common with any of them."""
        stretches = self._found.get(span.source, [])
        index = bisect_left(stretches, (span.stop, 0)) - 1
        return index >= 0 and stretches[index][1] > span.start


def _joined(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, stop in stretches:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(stop, joined[-1][1]))
        else:
            joined.append((start, stop))
    return joined
