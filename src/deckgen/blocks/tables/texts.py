"""The texts of a table's cells -> how wide they are in any size, measured as seldom as may be.

A long table is set in several sizes. A text that was measured in one of them is known in the others
but for what renderers round, so that only those are measured again that may be the widest of their
column, or may not stand in one line.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from deckgen.blocks.kit import (
    Caps,
    Centipoints,
    Emu,
    Marker,
    Run,
    Struct,
    place_runs,
    replace,
    styled,
)
from deckgen.blocks.tables.numerals import unbroken
from deckgen.content import Baseline
from deckgen.source import Source
from deckgen.text.model import StyledText

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from deckgen.blocks.kit import LevelStyle
    from deckgen.blocks.tables.cells import TableCell
    from deckgen.blocks.tables.grid import Grid, Spot
    from deckgen.text.model import Font
    from deckgen.text.typesetter import Typesetter

_EM_ROUNDED: Final = 1_000
_ROUNDED: Final = 1_200
"""What renderers round at the most, in EMU: an em, to 1/600 inch of hundredths of a millimetre, and
an advance and the gap before it (`deckgen.text.setting`)."""
_AT_AN_EDGE: Final = 400
"""What a stretch of a line may lack of a place in which it stands for sure, in EMU."""
_NOWHERE: Final = Source("", "").span(0, 0)


class Saying(NamedTuple):
    """A plain text: all that its width depends on, besides its font and size."""

    text: str
    strong: bool
    emphasis: bool
    code: bool
    bold: bool


Bounded = tuple[int, int, Saying]
"""A text, and between what its width lies."""


class ColumnTexts(Struct, frozen=True):
    """What the cells of one column say: plain texts and their words, each once, and other cells.

    A number is one word with its unit. `heads` are the texts that name the column, which are among
    the `lines`, too.
    """

    lines: tuple[Saying, ...]
    words: tuple[Saying, ...]
    others: tuple[Spot, ...]
    heads: frozenset[Saying]


class TableTexts(Struct, frozen=True, dict=True):
    """The texts of a grid of cells; `bold` tells which rows are, `heads` how many name columns."""

    grid: Grid
    bold: frozenset[int]
    heads: int

    @cached_property
    def sayings(self) -> dict[int, Saying]:
        """The plain texts of cells, by what identifies the cell as long as the grid lives."""
        found = {}
        for spot in self.grid.spots:
            saying = _saying(spot.cell, bold=spot.row in self.bold)
            if saying is not None:
                found[id(spot.cell)] = saying
        return found

    @cached_property
    def columns(self) -> tuple[ColumnTexts, ...]:
        """The texts of each column, of cells that are in it alone."""
        spots: list[list[Spot]] = [[] for _ in range(self.grid.columns)]
        for spot in self.grid.spots:
            if spot.columns == 1:
                spots[spot.column].append(spot)
        return tuple(map(self._column, spots))

    def _column(self, spots: Sequence[Spot]) -> ColumnTexts:
        lines: dict[Saying, None] = {}
        heads = set[Saying]()
        others = []
        for spot in spots:
            saying = self.sayings.get(id(spot.cell))
            if saying is None:
                others.append(spot)
            else:
                lines[saying] = None
                if spot.row < self.heads:
                    heads.add(saying)
        words: dict[Saying, None] = {}
        for line in lines:
            for word in unbroken(line.text):
                words[line if word == line.text else line._replace(text=word)] = None
        return ColumnTexts(tuple(lines), tuple(words), tuple(others), frozenset(heads))

    @cached_property
    def known(self) -> Widths:
        """The widths that were measured so far."""
        return Widths()


def _saying(cell: TableCell, *, bold: bool) -> Saying | None:
    """Return the plain text that a cell is, None for one that is more than that."""
    if len(cell.text.paragraphs) != 1:
        return None
    paragraph = cell.text.paragraphs[0]
    if paragraph.marker is not Marker.NONE or paragraph.level or paragraph.indented:
        return None
    if len(paragraph.runs) != 1 or paragraph.hang:
        return None
    run = paragraph.runs[0]
    is_more = run.link or run.formula or run.sign or run.page_of
    if is_more or run.baseline is not Baseline.NORMAL:
        return None
    # what is printable has no breaks, tabs or spaces but the common one
    if not run.text or not run.text.isprintable() or run.text.strip() != run.text:
        return None
    return Saying(run.text, run.strong, run.emphasis, run.code, bold)


class Widths:
    """The widths of plain texts in the fonts and sizes in which they were measured."""

    def __init__(self) -> None:
        self._typesetter: Typesetter | None = None
        self._known: dict[Font, dict[str, tuple[Centipoints, int]]] = {}

    def of(self, font: Font, typesetter: Typesetter) -> dict[str, tuple[Centipoints, int]]:
        """Return what is known of a font, by text: a size, and the width in it."""
        if self._typesetter is not typesetter:  # another may know other fonts
            self._typesetter, self._known = typesetter, {}
        return self._known.setdefault(replace(font, size=Centipoints(0)), {})


class Ruler:
    """Measures the plain texts of a table in one style."""

    def __init__(self, style: LevelStyle, typesetter: Typesetter, known: Widths) -> None:
        self._style: Final = style
        self._typesetter: Final = typesetter
        self._known: Final = known
        self._fonts: Final[dict[tuple[bool, bool, bool, bool], Font]] = {}
        self._scales: Final = style.caps is Caps.NONE and not style.tracking
        self._found: Final[dict[Saying, tuple[int, int]]] = {}

    def width(self, saying: Saying) -> int:
        """Return how wide a text is in one line."""
        least, most = self.bounds(saying)
        if least != most:
            most = int(self._measured(saying))
            self._found[saying] = most, most
        return most

    def bounds(self, saying: Saying) -> tuple[int, int]:
        """Return what a text is at the least and at the most wide in one line."""
        found = self._found.get(saying)
        if found is None:
            found = self._found[saying] = self._bounded(saying)
        return found

    def _bounded(self, saying: Saying) -> tuple[int, int]:
        if not self._scales:
            wide = int(self._measured(saying))
            return wide, wide
        font = self._font(saying)
        known = self._known.of(font, self._typesetter)
        measured = known.get(saying.text)
        if measured is None:
            wide = int(self._measured(saying))
            known[saying.text] = font.size, wide
            return wide, wide
        size, wide = measured
        return _scaled(wide, size, font.size, len(saying.text))

    def fits(self, saying: Saying, room: int) -> bool:
        """Tell whether a text surely stands in one line of a width, whoever breaks it."""
        room -= _AT_AN_EDGE * len(saying.text)
        least, most = self.bounds(saying)
        return most <= room or (least <= room and self.width(saying) <= room)

    def widest(self, sayings: Iterable[Saying]) -> list[Bounded]:
        """Return texts with their bounds, those first that may be the widest."""
        found = [(*self.bounds(saying), saying) for saying in sayings]
        found.sort(key=_most, reverse=True)
        return found

    def most(self, sayings: list[Bounded], limit: int | None = None) -> Emu:
        """Return the width of the widest text, of those up to a limit if there is one."""
        found = 0
        for least, most, saying in sayings:
            if most <= found:
                break
            if limit is None or least <= limit:
                wide = most if least == most else self.width(saying)
                if limit is None or wide <= limit:
                    found = max(found, wide)
        return Emu(found)

    def _measured(self, saying: Saying) -> Emu:
        if self._scales:
            return self._typesetter.width((StyledText(saying.text, self._font(saying)),))
        return self._typesetter.width(styled(place_runs((_run(saying),), self._styled(saying), "")))

    def _font(self, saying: Saying) -> Font:
        kind = saying[1:]
        found = self._fonts.get(kind)
        if found is None:
            (run,) = place_runs((_run(saying),), self._styled(saying), "")
            found = self._fonts[kind] = run.font
        return found

    def _styled(self, saying: Saying) -> LevelStyle:
        return replace(self._style, bold=self._style.bold or saying.bold)


def _most(bounded: Bounded) -> int:
    return bounded[1]


def _run(saying: Saying) -> Run:
    return Run(
        saying.text,
        _NOWHERE,
        strong=saying.strong,
        emphasis=saying.emphasis,
        code=saying.code,
    )


def _scaled(wide: int, size: Centipoints, wanted: Centipoints, letters: int) -> tuple[int, int]:
    """Return between what the width of a text lies in a size that was measured in another."""
    share = wanted / size
    natural = wide * share
    drift = natural * _EM_ROUNDED * (1 / size.emu + 1 / wanted.emu)
    drift += letters * _ROUNDED * (share + 1)
    return int(natural - drift), int(natural + drift) + 1
