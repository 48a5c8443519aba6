"""Boxes, lines and ellipses -> their outlines; lengths are points."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.draw.model import ClosePath, CurveTo, LineTo, MoveTo

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckgen.draw.model import Segment

Segments = tuple["Segment", ...]
XY = tuple[float, float]

_ROUND: Final = 0.5522847498
"""How far the handles of a curve reach along the sides of a quarter of a circle."""


def polygon(points: Iterable[XY]) -> Segments:
    """Return the closed outline through some points."""
    first, *rest = points
    return (MoveTo(*first), *(LineTo(*point) for point in rest), ClosePath())


def polyline(points: Iterable[XY]) -> Segments:
    """Return the open line through some points."""
    first, *rest = points
    return (MoveTo(*first), *(LineTo(*point) for point in rest))


def rectangle(x: float, y: float, width: float, height: float) -> Segments:
    """Return the outline of a box."""
    right, bottom = x + width, y + height
    return polygon(((x, y), (right, y), (right, bottom), (x, bottom)))


def rounded(x: float, y: float, width: float, height: float, radii: XY) -> Segments:
    """Return the outline of a box whose corners are quarters of ellipses with some radii."""
    rx, ry = radii
    right, bottom = x + width, y + height
    kx, ky = rx * (1 - _ROUND), ry * (1 - _ROUND)
    return (
        MoveTo(x + rx, y),
        LineTo(right - rx, y),
        CurveTo(right - kx, y, right, y + ky, right, y + ry),
        LineTo(right, bottom - ry),
        CurveTo(right, bottom - ky, right - kx, bottom, right - rx, bottom),
        LineTo(x + rx, bottom),
        CurveTo(x + kx, bottom, x, bottom - ky, x, bottom - ry),
        LineTo(x, y + ry),
        CurveTo(x, y + ky, x + kx, y, x + rx, y),
        ClosePath(),
    )


def ellipse(x: float, y: float, width: float, height: float) -> Segments:
    """Return the outline of the ellipse in a box."""
    return rounded(x, y, width, height, (width / 2, height / 2))
