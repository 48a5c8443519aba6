"""Runs of a text and a part of it -> where that part is written.

Runs of a paragraph all have its place, so each is looked for behind the one before it: first as it
is, and where entities, escapes and ends of lines stand in it, word by word.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from deckgen.patterns import lazy
from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckgen.content import Run
    from deckgen.source import Span

_WORD: Final = lazy(r"[!-~]{2,}|[^\s!-~]{2,}")
"""What is looked for by itself: words of Latin letters, and those of other scripts around them."""
_FIRST: Final = 4
"""How many words of a run tell where it starts; blanks before the first tell it from addresses."""
_FAR: Final = 1_000
"""How many characters behind the last one that was found the next may stand: an address, say."""


class _Anchor(Struct, frozen=True):
    """A place in the text of runs, and where in the text of their span it is written."""

    shown: int
    written: int


class WrittenRuns:
    """The runs of a text, and where what they say is written."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self._runs: Final = runs
        self._starts: Final = [0, *accumulate(len(run.text) for run in runs)]
        self._anchors: list[_Anchor] | None = None

    def at(self, start: int, stop: int) -> list[Run]:
        """Return the runs that a part of the text covers."""
        first = bisect_right(self._starts, start, 0, len(self._runs)) - 1
        last = bisect_right(self._starts, stop - 1, first, len(self._runs))
        return [run for run in self._runs[first:last] if run.text]

    def place(self, start: int, stop: int) -> Span:
        """Return where a part of the text is written, the place of its run if that is not known."""
        number = bisect_right(self._starts, start, 0, len(self._runs)) - 1
        run = self._runs[number]
        text = run.text[start - self._starts[number] : stop - self._starts[number]]
        offset = self._offset(start, run, text)
        if offset < 0:
            return run.span
        begin = run.span.start + offset
        return run.span.source.span(begin, min(begin + len(text), run.span.stop))

    def _offset(self, start: int, run: Run, text: str) -> int:
        """Return where in the text of a run's span a part is written, -1 if it is not found."""
        if self._anchors is None:
            self._anchors = [*self._found()]
        before = bisect_right(self._anchors, start, key=lambda anchor: anchor.shown) - 1
        anchor = self._anchors[before]
        written, guess = run.span.text, anchor.written + start - anchor.shown
        if written.startswith(text, guess):
            return guess
        return _find(written, text, anchor.written)

    def _found(self) -> Iterator[_Anchor]:
        """Yield the places of runs and words that are found, each behind those before it."""
        span, reached = None, 0
        for run, start in zip(self._runs, self._starts, strict=False):
            if run.span != span:
                span, written, reached = run.span, run.span.text, 0
            yield _Anchor(start, reached)
            whole = _find(written, run.text, reached)
            if whole >= 0:
                yield _Anchor(start, whole)
                reached = whole + len(run.text)
                continue
            first = _start_of(run.text).search(written, reached, reached + _FAR)
            reached = reached if first is None else first.start()
            for word in _WORD.finditer(run.text):
                at = _find(written, word[0], reached)
                if at >= 0:
                    yield _Anchor(start + word.start(), at)
                    reached = at + len(word[0])


def _start_of(text: str) -> re.Pattern[str]:
    """Return what finds the first words of a run, whose lines may end between them."""
    return re.compile(r"\s+".join(map(re.escape, text.split(" ", _FIRST)[:_FIRST])))


def _find(written: str, part: str, start: int) -> int:
    return written.find(part, start, start + len(part) + _FAR)
