"""The grid of the corporate template: boxes that its master and layouts share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from deckgen.geometry import Insets, Rect
from deckgen.units import Emu, inch

from ..paint import Colour, solid
from ..placeholders import Frame, Placeholder
from ..shapes import Figure, preset
from ..sheet import Sheet
from ..typography import Level

MARGIN: Final = inch(0.75)
GUTTER: Final = inch(0.5)
RULE_Y: Final = inch(1.62)
FOOTER_Y: Final = inch(6.98)
FOOTER_HEIGHT: Final = inch(0.24)

TOP: Final = Frame(Insets(), "t")
MIDDLE: Final = Frame(Insets(), "ctr")
BOTTOM: Final = Frame(Insets(), "b")


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of a sheet between its margins."""

    sheet: Sheet

    @property
    def slide_width(self) -> Emu:
        """The width of the sheet."""
        return self.sheet.size.width

    @property
    def width(self) -> Emu:
        """The width between the margins."""
        return self.slide_width - MARGIN * 2

    @property
    def right(self) -> Emu:
        """The right axis."""
        return self.slide_width - MARGIN

    @property
    def title(self) -> Rect:
        """The box of titles."""
        return Rect(MARGIN, inch(0.46), self.width, inch(1.08))

    @property
    def body(self) -> Rect:
        """The box of text."""
        return Rect(MARGIN, inch(1.9), self.width, inch(4.8))


def rule(name: str, box: Rect, colour: Colour) -> Figure:
    """Return a rule: a thin filled bar."""
    return Figure(name, box, solid(colour), preset("rect"))


def footers(text: Colour, number: Colour, left: Emu, right: Emu) -> tuple[Placeholder, ...]:
    """Return footer, date and slide number on one line between two sides."""
    number_width, date_width, gap = inch(0.33), inch(1.9), inch(0.24)
    date_x = right - number_width - gap - date_width

    def place(x: Emu, width: Emu) -> Rect:
        return Rect(x, FOOTER_Y, width, FOOTER_HEIGHT)

    footer_box = place(left, date_x - gap - left)
    return (
        Placeholder("Footer", "ftr", 11, footer_box, MIDDLE, (Level(10, colour=text, align="l"),)),
        Placeholder(
            "Date",
            "dt",
            10,
            place(date_x, date_width),
            MIDDLE,
            (Level(10, colour=text, align="r"),),
        ),
        Placeholder(
            "Slide Number",
            "sldNum",
            12,
            place(right - number_width, number_width),
            MIDDLE,
            (Level(10, bold=True, colour=number, align="r"),),
        ),
    )
