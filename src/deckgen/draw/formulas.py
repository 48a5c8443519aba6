"""A formula in a line -> what is seen of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.blobs import Blob
from deckgen.draw.model import DrawnGroup, ImageMark, StructureType
from deckgen.formulas.draw import drawing
from deckgen.units import EMU_PER_POINT

if TYPE_CHECKING:
    from deckgen.colors import Color
    from deckgen.placed_text import PlacedRun


def draw_formula(run: PlacedRun, middle: tuple[float, float], color: Color) -> DrawnGroup:
    """Return the formula of a run about the middle of its room on the baseline, told in EMU."""
    if run.formula is None:
        return DrawnGroup(())
    drawn = drawing(run.formula.mathml, run.font.size.points, color.rgb)
    if drawn is None:
        return DrawnGroup((), use=StructureType.FORMULA, alt=run.text)
    wide, high = drawn.width.points, drawn.height.points
    x, y = middle[0] / EMU_PER_POINT - wide / 2, middle[1] / EMU_PER_POINT - high * 0.75
    mark = ImageMark((x, y, wide, high), Blob((drawn.svg.encode(),)), "image/svg+xml")
    return DrawnGroup((mark,), use=StructureType.FORMULA, alt=run.text)
