"""The size of a preset shape and its adjust values -> what the formulas of its outline read."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from deckgen.colors import Color, mix
from deckgen.draw.figures.pencil import Pencil, led, tame
from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from deckgen.draw.figures.pencil import XY
    from deckgen.draw.model import Segment

_WHOLE: Final = 100_000
_WHITE, _BLACK = Color("FFFFFF"), Color("000000")
DARKER, LESS_DARK, LESS_LIGHT, LIGHTER = -0.4, -0.2, 0.2, 0.4
"""How the parts of a shape that seem to stand in the light differ from its fill."""


def shaded(color: Color, by: float) -> Color:
    """Return a colour with a share of white, or of black where that is below zero."""
    return mix(color, _WHITE if by > 0 else _BLACK, abs(by))


class Contour(Struct, frozen=True):
    """An outline of a shape, whether it takes the shape's fill and line, and how much paler.

    `shade` is the share of white, or where it is below zero of black, that its fill gets.
    """

    segments: tuple[Segment, ...]
    filled: bool = True
    drawn: bool = True
    shade: float = 0.0


Contours = tuple[Contour, ...]


class ShapeSize(Struct, frozen=True):
    """Width and height in points, neither below zero, and adjust values by name, as in files."""

    width: float
    height: float
    adjusts: Mapping[str, float]

    @property
    def short(self) -> float:
        """The shorter side."""
        return min(self.width, self.height)

    @property
    def centre(self) -> XY:
        """The middle of the box."""
        return self.width / 2, self.height / 2

    def share(self, name: str, usual: float, most: float = 1.0, least: float = 0.0) -> float:
        """Return an adjust value as a share, kept within bounds."""
        given = self.adjusts.get(name)
        value = usual if given is None else tame(given) / _WHOLE
        return max(least, min(most, value))

    def angle(self, name: str, usual: float) -> float:
        """Return an adjust value in 60,000ths of a degree as degrees, within one turn."""
        given = self.adjusts.get(name)
        return (usual if given is None else tame(given) / 60_000) % 360

    def reach(self, side: float) -> float:
        """Return a side as a multiple of the shorter one: the most that parts of it may take."""
        return side / self.short if self.short > 0 else 0.0


Maker = Callable[[ShapeSize], Contours]
"""What makes a preset shape of a size."""


def plain(pencil: Pencil) -> Contours:
    """Return what was drawn as the one outline of a shape."""
    return (Contour(pencil.drawn),)


def stroke(pencil: Pencil) -> Contours:
    """Return what was drawn as a line that encloses nothing."""
    return (Contour(pencil.drawn, filled=False),)


def polygon(points: Iterable[XY]) -> Contours:
    """Return a shape of straight lines."""
    return plain(Pencil().polygon(points))


def body_and_line(body: Pencil, line: Pencil) -> Contours:
    """Return a shape that is filled in one outline and drawn in another."""
    return Contour(body.drawn, drawn=False), Contour(line.drawn, filled=False)


def mapped(figures: Contours, to: Callable[[float, float], XY]) -> Contours:
    """Return figures with all their points led elsewhere: mirrored, or lying on their side."""
    return tuple(
        Contour(led(figure.segments, to), figure.filled, figure.drawn, figure.shade)
        for figure in figures
    )


def shifted(figures: Contours, by: XY) -> Contours:
    """Return figures that lie so far off."""
    return mapped(figures, lambda x, y: (tame(x + by[0]), tame(y + by[1])))


def leftward(make: Maker) -> Maker:
    """Return the maker of a shape mirrored from right to left."""
    return lambda form: mapped(make(form), lambda x, y: (form.width - x, y))


def downward(make: Maker) -> Maker:
    """Return the maker of a shape that points down where another points to the right."""
    return lambda form: mapped(
        make(ShapeSize(form.height, form.width, form.adjusts)), lambda x, y: (y, x)
    )


def upward(make: Maker) -> Maker:
    """Return the maker of a shape that points up where another points to the right."""
    return lambda form: mapped(
        make(ShapeSize(form.height, form.width, form.adjusts)), lambda x, y: (y, form.height - x)
    )
