"""The name of a preset shape, a size and adjust values -> its outlines.

After the definitions of presetShapeDefinitions.xml, which comes with ECMA-376-1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.draw.figures.arrows import ARROWS
from deckgen.draw.figures.corners import CORNERS, box
from deckgen.draw.figures.flowcharts import FLOWCHARTS
from deckgen.draw.figures.form import Contour, ShapeSize, leftward, shifted
from deckgen.draw.figures.pencil import tame
from deckgen.draw.figures.polygons import POLYGONS
from deckgen.draw.figures.rounds import ROUNDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deckgen.draw.figures.form import Contours, Maker
    from deckgen.draw.model import Segment
    from deckgen.geometry import Rect
    from deckgen.presets import Geometry

__all__ = ["PRESETS", "Contour", "placed_figures", "preset_figures", "preset_outline"]

PRESETS: Final[dict[str, Maker]] = {
    **CORNERS,
    **POLYGONS,
    **ROUNDS,
    **ARROWS,
    **FLOWCHARTS,
    "rightBracket": leftward(ROUNDS["leftBracket"]),
    "rightBrace": leftward(ROUNDS["leftBrace"]),
}
"""What makes each preset shape, by the name in `a:prstGeom@prst`."""

_ROUND: Final = ("ellipse", "circle", "gear", "cloud", "funnel", "oval")
"""What is in the names of shapes that are more like an ellipse than like a box."""


def preset_figures(
    name: str, width: float, height: float, adjusts: Mapping[str, float]
) -> Contours:
    """Return the outlines of a preset shape in a box at the origin, bottom to top.

    Lengths are points. Adjust values are those of the file, by their names in the standard. A shape
    that is not known is a box or an ellipse, whatever it is more like.
    """
    form = ShapeSize(max(0.0, tame(width)), max(0.0, tame(height)), adjusts)
    make = PRESETS.get(name)
    if make is None:
        is_round = any(word in name.lower() for word in _ROUND)
        make = PRESETS["ellipse"] if is_round else box
    return make(form)


def placed_figures(geometry: Geometry, place: Rect, adjust: float | None = None) -> Contours:
    """Return the outlines of a shape of our own where it stands, in points.

    `adjust` is the share of its shorter side that its corners or its point take.
    """
    adjusts = {} if adjust is None else {"adj": adjust * 100_000}
    found = preset_figures(geometry.value, place.width.points, place.height.points, adjusts)
    return shifted(found, (place.x.points, place.y.points))


def preset_outline(
    geometry: Geometry, place: Rect, adjust: float | None = None
) -> tuple[Segment, ...]:
    """Return the outline that a shape of our own is filled in, in points."""
    figures = placed_figures(geometry, place, adjust)
    return tuple(segment for f in figures if f.filled for segment in f.segments)
