"""Preset shapes: where text stands in them, and where connectors meet them.

After presetShapeDefinitions.xml, which comes with ECMA-376-1.
"""

from __future__ import annotations

from enum import Enum
from typing import Final, assert_never

from deckgen.geometry import Insets, Point, Rect
from deckgen.units import ZERO, Emu


class Side(Enum):
    """A side of a shape, in whose middle connectors meet it."""

    TOP = "top"
    LEFT = "left"
    BOTTOM = "bottom"
    RIGHT = "right"

    @property
    def is_upright(self) -> bool:
        """Whether what leaves the shape there goes up or down."""
        return self in {Side.TOP, Side.BOTTOM}


class Geometry(Enum):
    """Preset shapes; values as in `a:prstGeom@prst`."""

    RECTANGLE = "rect"
    ROUNDED = "roundRect"
    ELLIPSE = "ellipse"
    CHEVRON = "chevron"
    ARROW = "homePlate"
    DIAMOND = "diamond"
    TRIANGLE = "triangle"
    CAN = "can"
    DISK = "flowChartMagneticDisk"
    HEXAGON = "flowChartPreparation"
    TERMINATOR = "flowChartTerminator"
    DOCUMENT = "flowChartDocument"
    SUBROUTINE = "flowChartPredefinedProcess"
    DATA = "flowChartInputOutput"
    TRAPEZOID = "trapezoid"
    MANUAL = "flowChartManualOperation"
    CROSS = "mathMultiply"

    def site(self, side: Side) -> int:
        """Return the index of the connection site in the middle of a side."""
        return _SITES.get(self, _USUAL)[side]


_USUAL: Final = {Side.TOP: 0, Side.LEFT: 1, Side.BOTTOM: 2, Side.RIGHT: 3}
_SITES: Final = {
    Geometry.ELLIPSE: {Side.TOP: 0, Side.LEFT: 2, Side.BOTTOM: 4, Side.RIGHT: 6},
    Geometry.TRIANGLE: {Side.TOP: 0, Side.LEFT: 1, Side.BOTTOM: 3, Side.RIGHT: 5},
    Geometry.CAN: {Side.TOP: 1, Side.LEFT: 2, Side.BOTTOM: 3, Side.RIGHT: 4},
    Geometry.DISK: {Side.TOP: 1, Side.LEFT: 2, Side.BOTTOM: 3, Side.RIGHT: 4},
}
_ADJUSTED: Final = {
    Geometry.ROUNDED: 1 / 6,
    Geometry.CHEVRON: 0.5,
    Geometry.ARROW: 0.5,
    Geometry.CAN: 0.25,
}
"""The share of a shape's shorter side that its corners, points or lids take, unless told."""
_CORNER: Final = 1 - 0.5**0.5
"""How far a square in a round corner stays off its sides, as a share of the radius."""

_NOTHING: Final = (0.0, 0.0, 0.0, 0.0)
_KEPT_OFF: Final = {
    Geometry.ELLIPSE: (_CORNER / 2,) * 4,
    Geometry.DIAMOND: (0.25,) * 4,
    Geometry.TRIANGLE: (0.25, 0.5, 0.25, 0.0),
    Geometry.DISK: (0.0, 1 / 3, 0.0, 1 / 6),
    Geometry.HEXAGON: (0.2, 0.0, 0.2, 0.0),
    Geometry.TERMINATOR: (1018 / 21600, 3163 / 21600, 1018 / 21600, 3163 / 21600),
    Geometry.DOCUMENT: (0.0, 0.0, 0.0, 1 - 17322 / 21600),
    Geometry.SUBROUTINE: (0.125, 0.0, 0.125, 0.0),
    Geometry.DATA: (0.2, 0.0, 0.2, 0.0),
    Geometry.TRAPEZOID: (0.2, 0.0, 0.2, 0.0),
    Geometry.MANUAL: (0.2, 0.0, 0.2, 0.0),
}
"""The shares of width and height that text keeps off: left, top, right, bottom."""
_KEPT_OFF_BY_TAKEN: Final = {
    Geometry.ROUNDED: (_CORNER,) * 4,
    Geometry.CHEVRON: (1.0, 0.0, 1.0, 0.0),
    Geometry.ARROW: (0.0, 0.0, 0.5, 0.0),
    Geometry.CAN: (0.0, 1.0, 0.0, 0.5),
}
"""The same as shares of what corners, points or lids take."""


def text_insets(geometry: Geometry, box: Rect, adjust: float | None = None) -> Insets:
    """Return how far from the sides of its box the text of a shape keeps, insets aside."""
    if geometry is Geometry.RECTANGLE:
        return Insets()
    width, height = box.width, box.height
    taken = min(width, height) * _adjusted(geometry, adjust)
    left, top, right, bottom = _KEPT_OFF.get(geometry, _NOTHING)
    by_left, by_top, by_right, by_bottom = _KEPT_OFF_BY_TAKEN.get(geometry, _NOTHING)
    return Insets(
        width * left + taken * by_left,
        height * top + taken * by_top,
        width * right + taken * by_right,
        height * bottom + taken * by_bottom,
    )


def site_at(geometry: Geometry, box: Rect, side: Side, adjust: float | None = None) -> Point:
    """Return where a connector meets a side of a shape."""
    taken = min(box.width, box.height) * _adjusted(geometry, adjust)
    middle, centre = box.y + box.height // 2, box.x + box.width // 2
    match side:
        case Side.LEFT:
            return Point(box.x + _indented(geometry, box, taken), middle)
        case Side.RIGHT:
            right = box.width * 0.25 if geometry is Geometry.TRIANGLE else ZERO
            return Point(box.right - right, middle)
        case Side.TOP | Side.BOTTOM:
            x = centre
            if geometry is Geometry.CHEVRON:
                x = box.right - taken
            elif geometry is Geometry.ARROW:
                x = box.x + (box.width - taken) // 2
            if side is Side.TOP:
                return Point(x, box.y)
            short = box.height * (1 - 20172 / 21600) if geometry is Geometry.DOCUMENT else ZERO
            return Point(x, box.bottom - short)
        case _:
            assert_never(side)


def _indented(geometry: Geometry, box: Rect, taken: Emu) -> Emu:
    """Return how far from the left side of its box a shape begins in its middle."""
    if geometry is Geometry.CHEVRON:
        return taken
    return box.width * 0.25 if geometry is Geometry.TRIANGLE else ZERO


def _adjusted(geometry: Geometry, adjust: float | None) -> float:
    return _ADJUSTED.get(geometry, 0.0) if adjust is None else adjust
