"""The grid of the report template: one column of heads, titles and text between two margins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from deckgen.geometry import Insets, Rect
from deckgen.units import Emu, inch, pt

from ..paint import ACCENT, QUIET, Colour, solid
from ..placeholders import Frame
from ..shapes import Figure, preset
from ..sheet import Sheet

MARGIN: Final = inch(0.65)
PRINTED: Final = 14
SHOWN: Final = 16
"""The sizes of text, in points."""
GUTTER: Final = inch(0.4)
BODY_Y: Final = inch(1.66)
FOOT: Final = inch(7.0)

TOP: Final = Frame(Insets(), "t")
MIDDLE: Final = Frame(Insets(), "ctr")
BOTTOM: Final = Frame(Insets(), "b")


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet between its margins."""

    sheet: Sheet

    @property
    def width(self) -> Emu:
        """The width between the margins."""
        return self.sheet.size.width - MARGIN * 2

    @property
    def text(self) -> int:
        """The size of text, in points: on a screen larger than on paper.

        Pages with much on them are set smaller, but not below what is read on paper.
        """
        return PRINTED if self.sheet.is_paper else SHOWN

    @property
    def title(self) -> int:
        """The size of titles, in points."""
        return self.text + 6

    @property
    def body(self) -> Rect:
        """The box of text."""
        return Rect(MARGIN, BODY_Y, self.width, FOOT - BODY_Y)

    def across(self, y: float, height: float) -> Rect:
        """Return a box between the margins, its place in inches."""
        return Rect(MARGIN, inch(y), self.width, inch(height))

    def rules(self, name: str, y: float, weight: float, start: float) -> tuple[Figure, Figure]:
        """Return a fine rule between the margins, and its start of a length in inches, heavier."""
        return (
            bar(name, Rect(MARGIN, inch(y), self.width, pt(0.75)), QUIET),
            bar(f"{name} Start", Rect(MARGIN, inch(y), inch(start), pt(weight)), ACCENT),
        )


def bar(name: str, box: Rect, colour: Colour) -> Figure:
    """Return a box filled with a colour."""
    return Figure(name, box, solid(colour), preset("rect"))
