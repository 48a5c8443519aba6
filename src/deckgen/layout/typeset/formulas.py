"""Formulas within text -> the boxes that they take in its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blobs import Blob
from deckgen.content import Run
from deckgen.geometry import Rect, Size
from deckgen.pages import Picture
from deckgen.pictures.model import FORMATS, PictureFile
from deckgen.units import pt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.formulas.model import Formula
    from deckgen.placed_text import PlacedRun
    from deckgen.source import Span
    from deckgen.styles import LevelStyle
    from deckgen.text.model import Line
    from deckgen.units import Emu


_DOTS: Final = 300 / 72
"""Dots to the point: what a page that is printed shows."""


def formula_run(formula: Formula, span: Span) -> Run:
    """Return the run that a formula is in a paragraph of its own."""
    from deckgen.formulas.linear import linear

    return Run(linear(formula), span, formula=formula)


def picture_of(
    formula: Formula, style: LevelStyle, box: Rect, height: Emu, span: Span
) -> Picture | None:
    """Return a picture of a formula in the middle of a box; None where it cannot be drawn."""
    from deckgen.formulas.draw import drawing
    from deckgen.pictures.svg import rasterized

    drawn = drawing(formula.mathml, style.size.points, style.color.rgb)
    if drawn is None:
        return None
    wide, high = (max(1, round(side / pt(1) * _DOTS)) for side in (drawn.width, drawn.height))
    data = Blob((rasterized(drawn.svg, wide, high),))
    size = Size(drawn.width, drawn.height)
    file = PictureFile(data, data, *FORMATS["PNG"], size)
    x = box.x + (box.width - size.width) // 2
    place = Rect(x, box.y + (height - size.height) // 2, size.width, size.height)
    return Picture(place, file, formula_run(formula, span).text, "Equation", span=span)


def cuts_formulas(runs: Sequence[PlacedRun], lines: Sequence[Line]) -> bool:
    """Tell whether a line ends within a formula, which no line does that can hold it."""
    stops = {line.stop for line in lines[:-1]}
    position = 0
    for run in runs:
        end = position + len(run.text)
        if run.formula is not None and any(position < stop < end for stop in stops):
            return True
        position = end
    return False
