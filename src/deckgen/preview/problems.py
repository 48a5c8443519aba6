"""Diagnostics -> what the page shows of them, each beside the slide that it concerns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.preview.places import line_of
from deckgen.preview.show import Problem, common_ends
from deckgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.diagnostics import Diagnostic
    from deckgen.preview.editors import Editor
    from deckgen.preview.places import SlideOrigin
    from deckgen.source import Source, Span

_MOST: Final = 200
"""So many problems are shown; who has more sees the others when these are mended."""
_LINES: Final = 3
"""Lines of the source that are shown of a problem."""


def problems_of(
    diagnostics: Sequence[Diagnostic], origins: Sequence[SlideOrigin], editor: Editor
) -> tuple[Problem, ...]:
    """Return what there is to say, errors first, beside slides whose places are given.

    Those may be of an older version of the file: then a line is where it was before the edit.
    """
    ranked = sorted(diagnostics, key=lambda item: not item.is_error)
    beside = _Beside(origins)
    return tuple(_problem(item, beside, editor) for item in ranked[:_MOST])


def _problem(item: Diagnostic, beside: _Beside, editor: Editor) -> Problem:
    told = Problem(
        item.code.slug,
        item.severity.value,
        item.message,
        item.hints,
        explanation=item.code.explanation,
    )
    return told if item.span is None else _placed(told, item.span, beside, editor)


def _placed(told: Problem, span: Span, beside: _Beside, editor: Editor) -> Problem:
    place = span.settled
    source = place.source
    line, column = source.position(place.start)
    last = min(source.position(max(place.start, place.stop - 1))[0], line + _LINES - 1)
    stop = column + (place.stop - place.start if last == line else len(line_of(source, line)))
    return replace(
        told,
        file=source.name,
        line=line,
        column=column,
        marked=(column, max(stop, column + 1)),
        lines=tuple(line_of(source, number) for number in range(line, last + 1)),
        slide=beside.slide(source, line),
        address=editor.address(source.name, line, column),
    )


class _Beside:
    """Slides by the lines of the files in which they are written."""

    def __init__(self, origins: Sequence[SlideOrigin]) -> None:
        self._starts: dict[str, list[tuple[int, int]]] = {}
        self._sources: dict[str, Source] = {}
        self._edits: dict[int, tuple[int, int, int]] = {}
        for at, origin in enumerate(origins):
            name = origin.source.name
            self._sources.setdefault(name, origin.source)
            line = origin.source.position(origin.start)[0]
            self._starts.setdefault(name, []).append((line, at))

    def slide(self, source: Source, line: int) -> int | None:
        """Return the index of the slide at a line, None where there is none above it."""
        before = self._sources.get(source.name)
        if before is None:
            return None
        if before is not source:
            line = self._earlier(before, source, line)
        above = [(start, at) for start, at in self._starts[source.name] if start <= line]
        top = max((start for start, _ in above), default=None)
        return next((at for start, at in above if start == top), None)

    def _earlier(self, before: Source, source: Source, line: int) -> int:
        """Return which line of a file a line was before the edit, which is taken for one place."""
        if id(source) not in self._edits:
            old, new = before.text.split("\n"), source.text.split("\n")
            self._edits[id(source)] = *common_ends(old, new), len(old) - len(new)
        head, tail, fewer = self._edits[id(source)]
        if line <= head:
            return line
        if line > source.line_count - tail:
            return line + fewer
        return min(line, before.line_count - tail)
