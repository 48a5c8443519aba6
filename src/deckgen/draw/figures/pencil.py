"""Moves of a pencil -> the segments of an outline, arcs of ellipses as Bézier curves."""

from __future__ import annotations

from math import atan2, ceil, cos, isfinite, pi, sin, tan
from typing import TYPE_CHECKING, Final

from deckgen.draw.model import ClosePath, CurveTo, LineTo, MoveTo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from deckgen.draw.model import Segment

XY = tuple[float, float]
"""A point in points, y down."""

_QUARTER: Final = pi / 2
_FARTHEST: Final = 1e6
"""No coordinate is farther off, in points: what a file says may be absurd."""


def tame(value: float) -> float:
    """Return a coordinate that any program can draw: finite, and not absurdly far off."""
    if not isfinite(value):
        return 0.0
    return min(_FARTHEST, max(-_FARTHEST, value))


class Pencil:
    """Draws an outline; angles are radians, clockwise from the right."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self._at: XY = (0.0, 0.0)
        self._start: XY = (0.0, 0.0)

    def move(self, x: float, y: float) -> Pencil:
        """Begin another figure at a point."""
        self._at = self._start = (tame(x), tame(y))
        self.segments.append(MoveTo(*self._at))
        return self

    def lines(self, *points: XY) -> Pencil:
        """Go straight from point to point."""
        for x, y in points:
            self._at = (tame(x), tame(y))
            self.segments.append(LineTo(*self._at))
        return self

    def curve(self, one: XY, two: XY, end: XY) -> Pencil:
        """Go to a point by a cubic Bézier curve with two handles."""
        handles = (tame(one[0]), tame(one[1]), tame(two[0]), tame(two[1]))
        self._at = (tame(end[0]), tame(end[1]))
        self.segments.append(CurveTo(*handles, *self._at))
        return self

    def bow(self, handle: XY, end: XY) -> Pencil:
        """Go to a point by a quadratic Bézier curve, which has one handle."""
        (x0, y0), (x, y), (x1, y1) = self._at, handle, end
        return self.curve(
            (x0 + (x - x0) * 2 / 3, y0 + (y - y0) * 2 / 3),
            (x1 + (x - x1) * 2 / 3, y1 + (y - y1) * 2 / 3),
            end,
        )

    def arc(self, wide: float, high: float, start: float, sweep: float) -> Pencil:
        """Go along an ellipse of two radii, from an angle on it by a further one.

        Angles are those at which points are seen from the centre (ECMA-376-1, 20.1.9.1).
        """
        wide, high = abs(tame(wide)), abs(tame(high))
        sweep = max(-2 * pi, min(2 * pi, tame(sweep)))
        first = _on_ellipse(tame(start), wide, high)
        last = _on_ellipse(tame(start) + sweep, wide, high)
        x, y = self._at
        x, y = x - wide * cos(first), y - high * sin(first)
        count = max(1, ceil(abs(last - first) / _QUARTER - 1e-9))
        step = (last - first) / count
        reach = 4 / 3 * tan(step / 4)
        for number in range(count):
            one = first + step * number
            two = one + step
            self.curve(
                (
                    x + wide * (cos(one) - reach * sin(one)),
                    y + high * (sin(one) + reach * cos(one)),
                ),
                (
                    x + wide * (cos(two) + reach * sin(two)),
                    y + high * (sin(two) - reach * cos(two)),
                ),
                (x + wide * cos(two), y + high * sin(two)),
            )
        return self

    def quarter(self, wide: float, high: float, start: int, turns: int = 1) -> Pencil:
        """Go along an ellipse by quarters of it, from the quarter turn `start` on."""
        return self.arc(wide, high, start * _QUARTER, turns * _QUARTER)

    def close(self) -> Pencil:
        """Go straight to where the figure began."""
        if self.segments:
            self.segments.append(ClosePath())
            self._at = self._start
        return self

    def polygon(self, points: Iterable[XY]) -> Pencil:
        """Draw a closed figure of straight lines."""
        first, *others = points
        return self.move(*first).lines(*others).close()

    def ellipse(self, x: float, y: float, width: float, height: float) -> Pencil:
        """Draw the ellipse that touches the sides of a box."""
        return self.move(x, y + height / 2).quarter(width / 2, height / 2, 2, 4).close()

    def box(self, x: float, y: float, width: float, height: float) -> Pencil:
        """Draw a box."""
        return self.polygon([(x, y), (x + width, y), (x + width, y + height), (x, y + height)])

    @property
    def drawn(self) -> tuple[Segment, ...]:
        """What was drawn."""
        return tuple(self.segments)


def _on_ellipse(angle: float, wide: float, high: float) -> float:
    """Return the angle on a circle of the point that is seen at an angle on an ellipse."""
    if wide <= 0 or high <= 0 or wide == high:
        return angle
    found = atan2(wide * sin(angle), high * cos(angle))
    return found + 2 * pi * round((angle - found) / (2 * pi))


def led(segments: Iterable[Segment], to: Callable[[float, float], XY]) -> tuple[Segment, ...]:
    """Return segments with all their points led elsewhere."""
    moved: list[Segment] = []
    for segment in segments:
        match segment:
            case MoveTo(x, y):
                moved.append(MoveTo(*to(x, y)))
            case LineTo(x, y):
                moved.append(LineTo(*to(x, y)))
            case CurveTo(x1, y1, x2, y2, x, y):
                moved.append(CurveTo(*to(x1, y1), *to(x2, y2), *to(x, y)))
            case ClosePath():
                moved.append(segment)
    return tuple(moved)


def stretched(segments: Iterable[Segment], scale: XY, shift: XY) -> tuple[Segment, ...]:
    """Return segments scaled about the origin, then shifted."""
    return led(
        segments, lambda x, y: (tame(x * scale[0] + shift[0]), tame(y * scale[1] + shift[1]))
    )
