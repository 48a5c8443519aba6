"""Theme colours and their tints -> fills and lines of DrawingML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from deckgen.units import pt

from .markup import element


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour of the theme, its luminance scaled and shifted, in percent."""

    scheme: str
    scale: int = 100
    shift: int = 0

    def tint(self, shift: int) -> Colour:
        """Return this colour moved so many percent of the way towards white."""
        return Colour(self.scheme, 100 - shift, shift)

    def shade(self, scale: int) -> Colour:
        """Return this colour at so many percent of its luminance."""
        return Colour(self.scheme, scale)

    def markup(self) -> str:
        """Return the `a:schemeClr` element."""
        changes = (
            ("lumMod", self.scale, 100),
            ("lumOff", self.shift, 0),
        )
        return element(
            "a:schemeClr",
            {"val": self.scheme},
            *(element(f"a:{name}", {"val": v * 1000}) for name, v, usual in changes if v != usual),
        )


INK: Final = Colour("tx1")
PAPER: Final = Colour("bg1")
DEEP: Final = Colour("tx2")
PALE: Final = Colour("bg2")
ACCENT: Final = Colour("accent1")
QUIET: Final = INK.tint(33)
"""The colour of what is read second: ink, lighter."""
NO_FILL: Final = element("a:noFill")
NO_LINE: Final = element("a:ln", None, NO_FILL)


def solid(colour: Colour) -> str:
    """Return a plain fill."""
    return element("a:solidFill", None, colour.markup())


def gradient(start: Colour, end: Colour, degrees: int) -> str:
    """Return a linear gradient that runs clockwise from the horizontal by an angle."""
    stops = (
        element("a:gs", {"pos": 0}, start.markup()),
        element("a:gs", {"pos": 100_000}, end.markup()),
    )
    return element(
        "a:gradFill",
        {"rotWithShape": True},
        element("a:gsLst", None, *stops),
        element("a:lin", {"ang": degrees * 60_000, "scaled": False}),
    )


def line(colour: Colour, points: float) -> str:
    """Return a solid line of a width in points."""
    return element("a:ln", {"w": pt(points), "cap": "flat"}, solid(colour))


def background(fill: str) -> str:
    """Return the background of a master or layout."""
    return element("p:bg", None, element("p:bgPr", None, fill, element("a:effectLst")))
