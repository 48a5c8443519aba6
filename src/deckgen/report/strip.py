"""A source line -> the part of it that fits the terminal, and the cell of each of its columns."""

from __future__ import annotations

from itertools import accumulate
from typing import Final

from deckgen.records import Struct
from deckgen.report.cells import Glyph, glyphs

_CUT: Final = "..."
_SHARE_BEFORE_FOCUS: Final = 4


class Strip(Struct, frozen=True):
    """What is shown of a line, with the cell at which each of its code points stands."""

    text: str
    first_column: int
    edges: tuple[int, ...]

    def cell(self, column: int) -> int:
        """Return the cell of a column, both counted from 0; the nearest one if it is cut off."""
        index = column - self.first_column
        if index < 0:
            return 0
        return self.edges[min(index, len(self.edges) - 1)]


def strip(line: str, focus: tuple[int, int], width: int) -> Strip:
    """Return what of a line fits into `width` cells, the columns of the focus among it."""
    # A line of many megabytes must not be measured whole to show a hundred cells of it.
    first = max(0, focus[0] - 2 * width)
    near = line[first : focus[0] + 3 * width]
    shown = glyphs(near)
    edges = _edges(shown)
    if near == line and edges[-1] <= width:
        return Strip(_join(shown), 0, tuple(edges))
    left = _left_edge(edges, (focus[0] - first, focus[1] - first), width)
    start = 0 if first == 0 and left == 0 else _index_at(edges, left + len(_CUT))
    ends = first + len(near) == len(line) and edges[-1] <= left + width
    stop = len(shown) if ends else _index_at(edges, left + width - len(_CUT) + 1) - 1
    return _cut_out(shown[start:stop], first + start, (first + start > 0, not ends))


def _left_edge(edges: list[int], focus: tuple[int, int], width: int) -> int:
    """Return the first cell to show: all of the focus if it fits, else its beginning."""
    start = edges[min(focus[0], len(edges) - 1)]
    stop = edges[min(focus[1], len(edges) - 1)]
    if stop + len(_CUT) <= width:
        return 0
    last_useful = max(0, edges[-1] - width)
    return min(max(0, start - width // _SHARE_BEFORE_FOCUS), last_useful)


def _cut_out(shown: tuple[Glyph, ...], first_column: int, cut: tuple[bool, bool]) -> Strip:
    before, after = (_CUT if side else "" for side in cut)
    edges = tuple(edge + len(before) for edge in _edges(shown))
    return Strip(before + _join(shown) + after, first_column, edges)


def _edges(shown: tuple[Glyph, ...]) -> list[int]:
    return list(accumulate((glyph.width for glyph in shown), initial=0))


def _index_at(edges: list[int], cell: int) -> int:
    """Return the first code point that starts at a cell or after it."""
    return next((index for index, edge in enumerate(edges) if edge >= cell), len(edges))


def _join(shown: tuple[Glyph, ...]) -> str:
    return "".join(glyph.shown for glyph in shown)
