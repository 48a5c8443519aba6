"""The corporate template: navy and teal on white, 16:9, with a mosaic on its dark pages."""

from __future__ import annotations

from typing import Final

from deckgen.geometry import Rect
from deckgen.units import Emu, inch, pt

from . import sheet
from .corporate_covers import CLOSING, COVER, SECTION
from .corporate_grid import (
    BODY,
    FOOTER_HEIGHT,
    FOOTER_Y,
    MARGIN,
    MIDDLE,
    RIGHT,
    RULE_Y,
    SLIDE,
    TITLE,
    TOP,
    WIDTH,
    footers,
    rule,
)
from .corporate_pages import PAGES
from .design import Design, Fonts, Master, Palette, TableStyle
from .mosaic import QUARTER
from .paint import ACCENT, DEEP, INK, PALE, PAPER, QUIET, background, solid
from .placeholders import LEVEL_PROMPTS, Placeholder
from .shapes import Figure
from .typography import Bullet, Level, points

_PALETTE: Final = Palette(
    dark1="1A2230",
    light1="FFFFFF",
    dark2="0C2340",
    light2="EEF2F6",
    accents=("007A73", "1F5FBF", "AD4F08", "7B3FA0", "BC2C58", "566276"),
    link="0B63A8",
    visited="6B4A99",
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

_TITLE_LEVEL: Final = Level(
    32, bold=True, colour=DEEP, align="l", bullet="none", leading=100, before=points(0)
)


def _body_level(size: float, hang: float, left: float, before: float, bullet: Bullet) -> Level:
    return Level(
        size,
        colour=INK,
        align="l",
        left=pt(left),
        hang=pt(hang),
        bullet=bullet,
        leading=105,
        before=points(before),
        after=points(0),
    )


_BODY_LEVELS: Final = (
    _body_level(22, 21, 21, 13, Bullet("■", ACCENT, 70)),
    _body_level(20, 20, 41, 6, Bullet("–", ACCENT)),
    _body_level(18, 18, 59, 5, Bullet("•", ACCENT)),
    _body_level(16, 17, 76, 4, Bullet("–", QUIET)),
    _body_level(16, 16, 92, 3, Bullet("•", QUIET)),
)

_MARK: Final = (
    rule("Edge Mark", Rect(Emu(0), inch(0.5), inch(0.25), inch(0.75)), DEEP),
    Figure(
        "Edge Mark Corner",
        Rect(Emu(0), inch(1.25), inch(0.25), inch(0.25)),
        solid(ACCENT),
        QUARTER,
        90,
    ),
)

_MASTER: Final = Master(
    background=background(solid(PAPER)),
    figures=(
        *_MARK,
        rule("Title Rule", Rect(MARGIN, RULE_Y, WIDTH, pt(0.75)), PALE.shade(88)),
        rule("Number Tick", Rect(RIGHT - inch(0.4), FOOTER_Y, pt(1.5), FOOTER_HEIGHT), ACCENT),
    ),
    placeholders=(
        Placeholder("Title", "title", None, TITLE, MIDDLE, (), ("Click to add title",), False),
        Placeholder("Text", "body", 1, BODY, TOP, (), LEVEL_PROMPTS, False),
        *footers(),
    ),
    title=(_TITLE_LEVEL,),
    body=_BODY_LEVELS,
)

_TABLE: Final = TableStyle(
    identifier="{3E8B1C54-7A2F-4D96-B0E1-52C9A47D6F18}",
    name="Corporate",
    header=DEEP,
    header_text=PAPER,
    rule=PALE.shade(85),
    strong_rule=DEEP,
    band=PALE,
)

CORPORATE: Final = Design(
    name="Corporate",
    size=SLIDE,
    screen=sheet.drawn.screen,
    format_name=sheet.drawn.format_name,
    palette=_PALETTE,
    fonts=_FONTS,
    master=_MASTER,
    layouts=(COVER, SECTION, *PAGES, CLOSING),
    table=_TABLE,
)
