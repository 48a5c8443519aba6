"""The plain template: black on white, type and rules alone."""

from __future__ import annotations

from typing import Final, Literal

from deckgen.geometry import Rect
from deckgen.units import inch, pt

from ..design import Design, Fonts, Master, Palette, TableStyle
from ..paint import ACCENT, INK, PALE, PAPER, QUIET, background, solid
from ..placeholders import LEVEL_PROMPTS, Placeholder
from ..sheet import Sheet
from ..typography import Bullet, Level, percent
from .covers import closing, cover, divider
from .grid import BOTTOM, MIDDLE, TOP, Grid, X
from .pages import pages

_PALETTE: Final = Palette(
    dark1="111111",
    light1="FFFFFF",
    dark2="333333",
    light2="F2F2F0",
    accents=("C2321F", "4A4A4A", "1F6391", "8A5A00", "2F6F4F", "6B4A82"),
    link="1F5C8B",
    visited="6A4A7A",
)
_FONTS: Final = Fonts(
    latin="Calibri",
    east_asian="Yu Gothic",
    by_script={
        "Jpan": "Yu Gothic",
        "Hang": "Malgun Gothic",
        "Hans": "DengXian",
        "Hant": "Microsoft JhengHei",
        "Arab": "Arial",
        "Hebr": "Arial",
    },
)
_TABLE: Final = TableStyle(
    identifier="{8D4F2A60-19B7-4C3E-A5D8-0F7B36E1C294}",
    name="Plain",
    header=None,
    header_text=INK,
    text=INK,
    rule=PALE.shade(85),
    strong_rule=INK,
    band=PALE,
)


def plain(sheet: Sheet) -> Design:
    """Return the template."""
    grid = Grid(sheet)
    return Design(
        name="Plain",
        sheet=sheet,
        palette=_PALETTE,
        fonts=_FONTS,
        master=_master(grid),
        layouts=(cover(grid), divider(grid), *pages(grid), closing(grid)),
        table=_TABLE,
    )


def _master(grid: Grid) -> Master:
    """Return the master."""
    title = Level(
        32, bold=True, colour=INK, align="l", bullet="none", leading=95, before=percent(0)
    )
    prompts = ("Click to add title",)
    return Master(
        background=background(solid(PAPER)),
        figures=(
            grid.rule("Head Rule", 0.35, 3, INK),
            grid.rule("Title Rule", 1.7, 0.5, INK),
        ),
        placeholders=(
            Placeholder(
                "Title", "title", None, grid.across(0.45, 1.15), BOTTOM, (), prompts, False
            ),
            Placeholder("Text", "body", 1, grid.body, TOP, (), LEVEL_PROMPTS, False),
            _footer(grid, "Slide Number", "sldNum", 12, (0, 0.1)),
            _footer(grid, "Footer", "ftr", 11, (0.1, 0.72)),
            _footer(grid, "Date", "dt", 10, (0.72, 1)),
        ),
        title=(title,),
        body=(
            _body_level(24, 0, 40, Bullet("•", ACCENT, 110)),
            _body_level(20, 1, 25, Bullet("–", ACCENT)),
            _body_level(18, 2, 20, Bullet("›", INK)),
            _body_level(16, 3, 15, Bullet("•", QUIET, 80)),
            _body_level(16, 4, 10, Bullet("–", QUIET)),
        ),
    )


def _footer(
    grid: Grid, name: str, kind: str, index: int, columns: tuple[float, float]
) -> Placeholder:
    """Return a line at the foot, from one share of the width to another; the last is right."""
    start, end = columns
    align: Literal["l", "r"] = "r" if end == 1 else "l"
    box = Rect(X + grid.width * start, inch(6.88), grid.width * (end - start), inch(0.3))
    return Placeholder(name, kind, index, box, MIDDLE, (Level(11, colour=QUIET, align=align),))


def _body_level(size: float, depth: int, before: float, bullet: Bullet) -> Level:
    step = pt(20)
    return Level(
        size,
        colour=INK,
        left=step * (depth + 1),
        hang=step,
        bullet=bullet,
        leading=100,
        before=percent(before),
        after=percent(0),
    )
