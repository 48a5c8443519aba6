"""The grid of the corporate template: boxes that its master and layouts share."""

from __future__ import annotations

from typing import Final

from deckgen.geometry import Insets, Rect
from deckgen.units import Emu, inch

from . import sheet
from .paint import ACCENT, DEEP, QUIET, Colour, solid
from .placeholders import Frame, Placeholder
from .shapes import Figure, preset
from .typography import Level

SLIDE: Final = sheet.drawn.size
IS_WIDE: Final = SLIDE.width > SLIDE.height * 1.6
MARGIN: Final = inch(0.75)
WIDTH: Final = SLIDE.width - MARGIN * 2
RIGHT: Final = SLIDE.width - MARGIN
GUTTER: Final = inch(0.5)

TITLE: Final = Rect(MARGIN, inch(0.46), WIDTH, inch(1.08))
RULE_Y: Final = inch(1.62)
BODY: Final = Rect(MARGIN, inch(1.9), WIDTH, inch(4.8))
FOOTER_Y: Final = inch(6.98)
FOOTER_HEIGHT: Final = inch(0.24)

BRIGHT: Final = ACCENT.tint(20)
"""The accent on dark grounds."""

TOP: Final = Frame(Insets(), "t")
MIDDLE: Final = Frame(Insets(), "ctr")
BOTTOM: Final = Frame(Insets(), "b")


def rule(name: str, box: Rect, colour: Colour) -> Figure:
    """Return a rule: a thin filled bar."""
    return Figure(name, box, solid(colour), preset("rect"))


def footers(
    text: Colour = QUIET, number: Colour = DEEP, left: Emu = MARGIN, right: Emu = RIGHT
) -> tuple[Placeholder, ...]:
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
