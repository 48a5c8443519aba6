"""The corporate template: navy and teal on white or dark, with a mosaic on its dark pages."""

from __future__ import annotations

from typing import Final

from deckgen.geometry import Rect
from deckgen.units import Emu, inch, pt

from ..design import Design, Fonts, Master, TableStyle
from ..paint import background, solid
from ..placeholders import LEVEL_PROMPTS, Placeholder
from ..shapes import Figure
from ..sheet import Sheet
from ..typography import Bullet, Level, points
from .covers import Covers
from .grid import FOOTER_HEIGHT, FOOTER_Y, MARGIN, MIDDLE, RULE_Y, TOP, Grid, footers, rule
from .look import DARK, LIGHT, Look
from .mosaic import QUARTER
from .pages import Pages

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

_SIZES: Final = (
    (22, 21, 21, 13),
    (20, 20, 41, 6),
    (18, 18, 59, 5),
    (16, 17, 76, 4),
    (16, 16, 92, 3),
)
"""The levels of text: size, hanging of the bullet, left edge, space before, all in points."""


def corporate(sheet: Sheet) -> Design:
    """Return the template on white paper."""
    return _design("Corporate", "{3E8B1C54-7A2F-4D96-B0E1-52C9A47D6F18}", sheet, LIGHT)


def corporate_dark(sheet: Sheet) -> Design:
    """Return the template on dark paper."""
    return _design("Corporate Dark", "{B7D0A3E6-4C18-4F5B-9E27-61A8F3C50D92}", sheet, DARK)


def _design(name: str, table: str, sheet: Sheet, look: Look) -> Design:
    grid = Grid(sheet)
    covers, pages = Covers(grid, look), Pages(grid, look)
    return Design(
        name=name,
        sheet=sheet,
        palette=look.palette,
        fonts=_FONTS,
        master=_master(grid, look),
        layouts=(covers.cover(), covers.divider(), *pages.all(), covers.closing()),
        table=TableStyle(
            identifier=table,
            name=name,
            header=look.table_header,
            header_text=look.table_header_text,
            text=look.ink,
            rule=look.table_rule,
            strong_rule=look.table_strong_rule,
            band=look.panel,
        ),
        is_dark=look.is_dark,
    )


def _master(grid: Grid, look: Look) -> Master:
    mark = Rect(Emu(0), inch(0.5), inch(0.25), inch(0.75))
    corner = Rect(Emu(0), inch(1.25), inch(0.25), inch(0.25))
    tick = Rect(grid.right - inch(0.4), FOOTER_Y, pt(1.5), FOOTER_HEIGHT)
    title = Level(
        32, bold=True, colour=look.heading, align="l", bullet="none", leading=100, before=points(0)
    )
    return Master(
        background=background(solid(look.paper)),
        figures=(
            rule("Edge Mark", mark, look.mark),
            Figure("Edge Mark Corner", corner, solid(look.accent), QUARTER, 90),
            rule("Title Rule", Rect(MARGIN, RULE_Y, grid.width, pt(0.75)), look.rule),
            rule("Number Tick", tick, look.accent),
        ),
        placeholders=(
            Placeholder(
                "Title", "title", None, grid.title, MIDDLE, (), ("Click to add title",), False
            ),
            Placeholder("Text", "body", 1, grid.body, TOP, (), LEVEL_PROMPTS, False),
            *footers(look.quiet, look.heading, MARGIN, grid.right),
        ),
        title=(title,),
        body=_body(look),
    )


def _body(look: Look) -> tuple[Level, ...]:
    bullets = (
        Bullet("■", look.accent, 70),
        Bullet("–", look.accent),
        Bullet("•", look.accent),
        Bullet("–", look.quiet),
        Bullet("•", look.quiet),
    )
    return tuple(
        Level(
            size,
            colour=look.ink,
            align="l",
            left=pt(left),
            hang=pt(hang),
            bullet=bullet,
            leading=105,
            before=points(before),
            after=points(0),
        )
        for (size, hang, left, before), bullet in zip(_SIZES, bullets, strict=True)
    )
