"""Runs as they are written -> the text that is measured and drawn of them.

The file keeps what the author wrote and says `cap`, so that text can be searched, copied and set
otherwise again. What is measured is what shows: `ß` is as wide as `SS`, and small capitals are
capitals of a smaller size.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Final

from deckgen.content import Baseline
from deckgen.records import Struct, replace
from deckgen.styles import Caps
from deckgen.text.model import Box, Font, StyledText
from deckgen.units import Centipoints

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from deckgen.formulas.extent import FormulaExtent
    from deckgen.formulas.model import Formula
    from deckgen.placed_text import PlacedRun
    from deckgen.styles import LevelStyle
    from deckgen.text.model import Line

SCRIPT_SIZE: Final = 2 / 3
"""The size of super- and subscripts as a share of the text's: what PowerPoint and LibreOffice show.
"""
SMALL: Final = 0.8
"""The size of small capitals as a share of the text's: what PowerPoint and LibreOffice show."""


@lru_cache(maxsize=256)
def font_of(style: LevelStyle) -> Font:
    """Return the font of a level's text."""
    kerned = style.kerning is not None and style.kerning <= style.size
    return Font(
        style.latin,
        style.east_asian,
        style.complex_script,
        style.size,
        style.bold,
        style.italic,
        kerned,
        int(style.tracking),
    )


class Shown(Struct, frozen=True):
    """What shows of a paragraph, and for each of its characters the place of the written one.

    `places` is None where both have the same length. `least` is the size of text in small capitals:
    lines are as high as it asks, though all their letters may be smaller.
    """

    texts: tuple[StyledText, ...]
    places: tuple[int, ...] | None = None
    least: Centipoints = Centipoints(0)

    def written(self, lines: Sequence[Line]) -> tuple[Line, ...]:
        """Return lines of what shows as lines of what is written."""
        if self.places is None and not self.least:
            return tuple(lines)
        return tuple(self._written(line) for line in lines)

    def _written(self, line: Line) -> Line:
        size = max(line.size, self.least)
        if self.places is None:
            return replace(line, size=size)
        return replace(line, size=size, start=self.places[line.start], stop=self.places[line.stop])


def shown_of(runs: Iterable[PlacedRun]) -> Shown:
    """Return what shows of runs, and the way from its lines to lines of what is written."""
    written = tuple(runs)
    texts = tuple([_text_of(run) for run in written])
    if not [run for run in written if run.caps is not Caps.NONE]:
        return Shown(texts)
    return shown([*zip(texts, (run.caps for run in written), strict=True)])


def _text_of(run: PlacedRun) -> StyledText:
    return StyledText(
        run.text,
        run.font if run.baseline is Baseline.NORMAL else _script(run.font),
        run.link is not None,
        None if run.formula is None else box_of(run.formula, run.font),
    )


def _script(font: Font) -> Font:
    """Return the font that a super- or subscript is shown in."""
    return replace(font, size=Centipoints(round(font.size * SCRIPT_SIZE)))


def extent_of(formula: Formula) -> FormulaExtent:
    """Return the room that a formula takes, in em."""
    from deckgen.formulas.extent import extent  # only decks with formulas need what is behind it

    return extent(formula.mathml)


def box_of(formula: Formula, font: Font) -> Box:
    """Return the room that a formula takes in text of a font."""
    room = extent_of(formula)
    return Box(room.width_at(font.size.emu), Centipoints(round(font.size * room.line)))


def shown(runs: Sequence[tuple[StyledText, Caps]]) -> Shown:
    """Return what shows of runs, each with how it is set in capitals."""
    texts = tuple(part for run in runs for part in _capitals(*run))
    small = [text.font.size for text, caps in runs if caps is Caps.SMALL]
    return Shown(texts, _places(runs), max(small, default=Centipoints(0)))


def _places(runs: Sequence[tuple[StyledText, Caps]]) -> tuple[int, ...] | None:
    """Return where the written character is for each that shows, and the end; None if in place."""
    places: list[int] = []
    position = 0
    for written, caps in runs:
        for character in written.text:
            wide = 1 if caps is Caps.NONE else len(character.upper())
            places += [position] * wide
            position += 1
    return None if len(places) == position else (*places, position)


def _capitals(written: StyledText, caps: Caps) -> Iterator[StyledText]:
    """Yield a run as it shows, small capitals apart from letters that are capitals already."""
    match caps:
        case Caps.NONE:
            yield written
        case Caps.ALL:
            yield replace(written, text=_raised(written.text))
        case Caps.SMALL:
            font = replace(written.font, size=Centipoints(round(written.font.size * SMALL)))
            for lower, letters in groupby(written.text, _is_lower):
                part = replace(written, text=_raised("".join(letters)))
                yield replace(part, font=font) if lower else part


def _raised(text: str) -> str:
    """Return text in capitals, letter by letter."""
    return "".join([character.upper() for character in text])


def _is_lower(character: str) -> bool:
    return character != character.upper()
