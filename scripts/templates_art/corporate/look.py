"""The colours of the corporate template on white paper, and on dark."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ..design import Palette
from ..paint import ACCENT, DEEP, INK, PALE, PAPER, QUIET, Colour, gradient, solid


@dataclass(frozen=True, slots=True)
class Look:
    """What each part of a page is painted with.

    Covers are dark in either look: their ground runs from one colour to another, and `tiles` are
    the fills of their mosaic, from the one nearest to the ground to the brightest.
    """

    palette: Palette
    ink: Colour
    paper: Colour
    heading: Colour
    panel: Colour
    quiet: Colour
    accent: Colour
    rule: Colour
    mark: Colour
    table_header: Colour
    table_header_text: Colour
    table_strong_rule: Colour
    table_rule: Colour
    is_dark: bool
    ground: tuple[Colour, Colour]
    cover_text: Colour
    cover_quiet: Colour
    bright: Colour
    tiles: tuple[str, str, str, str, str, str]


LIGHT: Final = Look(
    palette=Palette(
        dark1="1A2230",
        light1="FFFFFF",
        dark2="0C2340",
        light2="EEF2F6",
        accents=("007A73", "1F5FBF", "9C5700", "7B3FA0", "B8283E", "43700F"),
        link="0B63A8",
        visited="6B4A99",
    ),
    ink=INK,
    paper=PAPER,
    heading=DEEP,
    panel=PALE,
    quiet=QUIET,
    accent=ACCENT,
    rule=PALE.shade(88),
    mark=DEEP,
    table_header=DEEP,
    table_header_text=PAPER,
    table_strong_rule=DEEP,
    table_rule=PALE.shade(85),
    is_dark=False,
    ground=(DEEP, DEEP.shade(70)),
    cover_text=PAPER,
    cover_quiet=PALE,
    bright=ACCENT.tint(20),
    tiles=(
        solid(DEEP.tint(8)),
        gradient(DEEP.tint(20), DEEP.tint(10), 45),
        gradient(DEEP.tint(34), DEEP.tint(18), 45),
        gradient(ACCENT.tint(14), ACCENT, 45),
        solid(ACCENT.tint(20)),
        solid(PALE),
    ),
)

DARK: Final = Look(
    palette=Palette(
        dark1="0F1A2B",
        light1="FFFFFF",
        dark2="1C2C44",
        light2="B4C3D6",
        accents=("45CBBE", "7FB0FF", "F0B14E", "C7A0F2", "FF9096", "93CF6B"),
        link="84C5FF",
        visited="C9B0F5",
    ),
    ink=INK,
    paper=PAPER,
    heading=INK,
    panel=PALE,
    quiet=DEEP,
    accent=ACCENT,
    rule=PALE.tint(14),
    mark=PALE.tint(20),
    table_header=PALE.tint(14),
    table_header_text=INK,
    table_strong_rule=DEEP,
    table_rule=PALE.tint(14),
    is_dark=True,
    ground=(PALE, PAPER),
    cover_text=INK,
    cover_quiet=DEEP,
    bright=ACCENT,
    tiles=(
        solid(PALE.tint(6)),
        gradient(PALE.tint(20), PALE.tint(10), 45),
        gradient(PALE.tint(34), PALE.tint(18), 45),
        gradient(ACCENT, ACCENT.shade(70), 45),
        solid(ACCENT),
        solid(DEEP),
    ),
)
