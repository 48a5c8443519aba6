"""Runs of a paragraph -> the pieces of its lines, each in one face, where they stand.

Text is measured as layout measured it, by the renderer that the faces are for. Lengths are EMU,
from the start of a line.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING
from unicodedata import category

from deckgen.draw.lines import measured
from deckgen.records import Struct, replace
from deckgen.shown_text import shown_of
from deckgen.text.characters import COMPLEX
from deckgen.units import EMU_PER_CENTIPOINT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckgen.draw.faces import Faces
    from deckgen.draw.model import FontFace
    from deckgen.placed_text import PlacedRun
    from deckgen.text.model import Font


class TextPiece(Struct, frozen=True):
    """A part of a line in one face: its run, what shows of that, and from where to where."""

    run: PlacedRun
    text: str
    face: FontFace
    font: Font
    x: float
    width: float


class TypesetRuns:
    """Runs of a paragraph, measured; lines of them are told in letters as they are written."""

    def __init__(self, runs: Sequence[PlacedRun], faces: Faces) -> None:
        self._runs = runs
        self._faces = faces
        self._shown = shown_of(runs)
        self._text = "".join(part.text for part in self._shown.texts)
        self._measured = measured(self._shown.texts, faces)
        self._stops = [*accumulate(len(run.text) for run in runs)]

    def pieces(
        self, start: int, stop: int, fill: float | None = None, tab: float | None = None
    ) -> Iterator[TextPiece]:
        """Yield the pieces of a line; spaces are widened so that it fills a width, if told.

        What follows a tab ends at `tab`, if that is told.
        """
        first, last = self._place(start), self._place(stop)
        last = first + len(self._text[first:last].rstrip())
        if first == last:
            return
        origin = self._measured.starts[first]
        gap = 0.0
        spaces = self._text.count(" ", first, last)
        if fill is not None and spaces:
            gap = (fill - (self._measured.ends[last - 1] - origin)) / spaces
        moved = 0.0
        for begin, end in self._parts(first, last, apart=gap > 0):
            if self._text[begin] == "\t":
                moved = moved if tab is None else tab - (self._measured.ends[last - 1] - origin)
                continue
            for piece in self._drawn(begin, end):
                yield replace(piece, x=piece.x - origin + moved)
            moved += gap * self._text.count(" ", begin, end)

    def width(self, start: int, stop: int) -> float:
        """Return the width of a line without the blanks at its end."""
        first, last = self._place(start), self._place(stop)
        last = first + len(self._text[first:last].rstrip())
        if first >= last:
            return 0.0
        width = self._measured.ends[last - 1] - self._measured.starts[first]
        goes_on = last < len(self._text) and self._text[last] == " "
        if self._faces.profile.tracks_last or goes_on:
            return width
        paragraph = self._measured.paragraph
        tracking = paragraph.stretches[bisect_right(paragraph.stops, last - 1)].font.tracking
        return width - tracking * EMU_PER_CENTIPOINT

    def _place(self, written: int) -> int:
        """Return where a letter that is written shows."""
        places = self._shown.places
        return written if places is None else bisect_left(places, written)

    def _run(self, shown: int) -> int:
        """Return the index of the run that a letter that shows belongs to."""
        places = self._shown.places
        return bisect_right(self._stops, shown if places is None else places[shown])

    def _parts(self, first: int, last: int, *, apart: bool) -> Iterator[tuple[int, int]]:
        """Yield the parts of a line that are of one run and one group of scripts."""
        stops = self._measured.paragraph.stops
        begin = first
        while begin < last:
            end = min(stops[bisect_right(stops, begin)], last)
            run, tab = self._run(begin), self._text[begin] == "\t"
            for index in range(begin + 1, end):
                parted = apart and self._text[index - 1] == " "
                if parted or tab or self._text[index] == "\t" or self._run(index) != run:
                    end = index
                    break
            yield begin, end
            begin = end

    def _drawn(self, begin: int, end: int) -> Iterator[TextPiece]:
        """Yield the pieces of a part, each in a face that has its letters."""
        paragraph = self._measured.paragraph
        stretch = paragraph.stretches[bisect_right(paragraph.stops, begin)]
        run, text = self._runs[self._run(begin)], self._text[begin:end]
        starts, ends = self._measured.starts, self._measured.ends
        if stretch.box is not None:
            face = self._faces.face(stretch.font, stretch.script, run.language)
            yield TextPiece(
                run, text, face, stretch.font, starts[begin], ends[end - 1] - starts[begin]
            )
            return
        for start, stop, face in self._faces.pieces(
            text, stretch.font, stretch.script, run.language
        ):
            left, right = starts[begin + start], ends[begin + stop - 1]
            right -= stretch.font.tracking * EMU_PER_CENTIPOINT  # which stands behind the last
            wide = right - left
            if stretch.script == COMPLEX:  # whose letters are joined, so that none are spread
                own = self._faces.width(text[start:stop], face)
                wide = wide if own is None else min(wide, own * stretch.font.size.emu)
            if _is_opening(text[start:stop]):
                own = self._faces.width(text[start:stop], face)
                full = wide if own is None else own * stretch.font.size.emu
                left, wide = left - max(0.0, full - wide), max(full, wide)
            yield TextPiece(run, text[start:stop], face, stretch.font, left, wide)


def _is_opening(text: str) -> bool:
    """Tell whether a text is an East Asian bracket that opens, whose ink is at its right.

    Proportional fonts set it narrower than those that stand in for them: it ends where theirs does.
    """
    return len(text) == 1 and text > "\u2fff" and category(text) == "Ps"
