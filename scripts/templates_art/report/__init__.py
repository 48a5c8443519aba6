"""The report template: dense pages that are read rather than shown, under running heads."""

from __future__ import annotations

from typing import Final

from deckgen.geometry import Rect
from deckgen.units import Emu, inch, pt

from ..design import Design, Fonts, Master, Palette, TableStyle
from ..paint import ACCENT, DEEP, INK, PALE, PAPER, QUIET, background, solid
from ..placeholders import LEVEL_PROMPTS, Placeholder
from ..sheet import Sheet
from ..typography import Bullet, Level, points
from .covers import closing, cover, divider
from .grid import BOTTOM, MARGIN, MIDDLE, TOP, Grid
from .pages import pages

_HEAD_Y: Final = inch(0.3)
_HEAD_HEIGHT: Final = inch(0.22)

_PALETTE: Final = Palette(
    dark1="1C1F24",
    light1="FFFFFF",
    dark2="1F3A5F",
    light2="F1F4F7",
    accents=("1F5A96", "A8501A", "2E6E4E", "8A5F00", "B3293A", "6A4C93"),
    link="1F5A96",
    visited="6A4C93",
)
_FONTS: Final = Fonts(
    latin="Arial",
    east_asian="Meiryo",
    by_script={
        "Jpan": "Meiryo",
        "Hang": "Malgun Gothic",
        "Hans": "Microsoft YaHei",
        "Hant": "Microsoft JhengHei",
        "Arab": "Arial",
        "Hebr": "Arial",
        "Thai": "Tahoma",
        "Viet": "Arial",
    },
)
_TABLE: Final = TableStyle(
    identifier="{5C92E7D1-0B46-4A8F-B3C7-94D6A1F82E30}",
    name="Report",
    header=PALE.shade(93),
    header_text=DEEP,
    text=INK,
    rule=PALE.shade(85),
    strong_rule=DEEP,
    band=PALE,
)

_BODY: Final = (
    (6, Bullet("•", ACCENT)),
    (3, Bullet("–", ACCENT)),
    (2.5, Bullet("•", QUIET, 80)),
    (2, Bullet("–", QUIET)),
    (1.5, Bullet("•", QUIET, 80)),
)
"""The levels of text: space before in points, and bullet, which hangs in an em."""


def report(sheet: Sheet) -> Design:
    """Return the template."""
    grid = Grid(sheet)
    return Design(
        name="Report",
        sheet=sheet,
        palette=_PALETTE,
        fonts=_FONTS,
        master=_master(grid),
        layouts=(cover(grid), divider(grid), *pages(grid), closing(grid)),
        table=_TABLE,
    )


def _master(grid: Grid) -> Master:
    """Return the master: heads and a rule above the title, nothing below the text."""
    title = Level(
        grid.title, bold=True, colour=DEEP, align="l", bullet="none", leading=105, before=points(0)
    )
    levels = tuple(
        Level(
            grid.text,
            colour=INK,
            align="l",
            left=pt(grid.text * number),
            hang=pt(grid.text),
            bullet=bullet,
            leading=100,
            before=points(before),
            after=points(0),
        )
        for number, (before, bullet) in enumerate(_BODY, 1)
    )
    prompts = ("Click to add title",)
    return Master(
        background=background(solid(PAPER)),
        figures=grid.rules("Head Rule", 0.57, 2.25, 0.6),
        placeholders=(
            Placeholder(
                "Title", "title", None, grid.across(0.68, 0.78), BOTTOM, (), prompts, False
            ),
            Placeholder("Text", "body", 1, grid.body, TOP, (), LEVEL_PROMPTS, False),
            *_heads(grid),
        ),
        title=(title,),
        body=levels,
    )


def _heads(grid: Grid) -> tuple[Placeholder, ...]:
    """Return what runs along the top of all pages: footer, date, number."""
    number, date, gap = inch(0.45), inch(1.8), inch(0.15)

    def place(right: Emu, width: Emu) -> Rect:
        return Rect(MARGIN + grid.width - right - width, _HEAD_Y, width, _HEAD_HEIGHT)

    rest = grid.width - number - date - gap * 2
    footer = Rect(MARGIN, _HEAD_Y, rest, _HEAD_HEIGHT)
    start, end = Level(9, colour=QUIET, align="l"), Level(9, colour=QUIET, align="r")
    bold = Level(9, bold=True, colour=DEEP, align="r")
    return (
        Placeholder("Footer", "ftr", 11, footer, MIDDLE, (start,)),
        Placeholder("Date", "dt", 10, place(number + gap, date), MIDDLE, (end,)),
        Placeholder("Slide Number", "sldNum", 12, place(Emu(0), number), MIDDLE, (bold,)),
    )
