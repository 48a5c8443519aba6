"""The grid of the plain template: boxes across the page, and rules that start where text does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from deckgen.geometry import Insets, Rect
from deckgen.units import Emu, inch, pt

from ..paint import Colour, solid
from ..placeholders import Frame
from ..shapes import Figure, preset
from ..sheet import Sheet

X: Final = inch(0.55)
PAD: Final = inch(0.1)
GUTTER: Final = inch(0.2)
_INSETS: Final = Insets(PAD, inch(0.05), PAD, inch(0.05))
TOP: Final = Frame(_INSETS, "t")
BOTTOM: Final = Frame(_INSETS, "b")
MIDDLE: Final = Frame(Insets(PAD, Emu(0), PAD, Emu(0)), "ctr")


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet between its margins."""

    sheet: Sheet

    @property
    def width(self) -> Emu:
        """The width of boxes across the page, whose text starts and ends a padding further in."""
        return self.sheet.size.width - X * 2

    @property
    def body(self) -> Rect:
        """The box of text."""
        return self.across(1.85, 4.85)

    def across(self, y: float, height: float) -> Rect:
        """Return a box across the page, its place in inches."""
        return Rect(X, inch(y), self.width, inch(height))

    def rule(
        self, name: str, y: float, weight: float, colour: Colour, width: Emu | None = None
    ) -> Figure:
        """Return a rule that starts where text starts, and ends where it ends or earlier."""
        length = self.width - PAD * 2 if width is None else width
        box = Rect(X + PAD, inch(y), length, pt(weight))
        return Figure(name, box, solid(colour), preset("rect"))
