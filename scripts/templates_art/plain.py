"""The plain template: black on white, 4:3, type and rules alone."""

from __future__ import annotations

from typing import Final, Literal

from deckgen.geometry import Insets, Rect
from deckgen.units import Emu, inch, pt

from . import sheet
from .design import Design, Fonts, Layout, Master, Palette, TableStyle
from .paint import ACCENT, INK, PALE, PAPER, QUIET, Colour, background, solid
from .placeholders import LEVEL_PROMPTS, Frame, Placeholder
from .shapes import Figure, preset
from .typography import Bullet, Level, flat, percent, sized

Align = Literal["l", "r"]

_SLIDE: Final = sheet.drawn.size
_X: Final = inch(0.55)
_WIDTH: Final = _SLIDE.width - _X * 2
_PAD: Final = inch(0.1)
_INSETS: Final = Insets(_PAD, inch(0.05), _PAD, inch(0.05))
_TOP: Final = Frame(_INSETS, "t")
_BOTTOM: Final = Frame(_INSETS, "b")
_MIDDLE: Final = Frame(Insets(_PAD, Emu(0), _PAD, Emu(0)), "ctr")

_TITLE: Final = Rect(_X, inch(0.45), _WIDTH, inch(1.15))
_BODY: Final = Rect(_X, inch(1.85), _WIDTH, inch(4.85))
_LEFT, _RIGHT = _BODY.columns((1, 1), inch(0.2))


def _rule(name: str, y: float, width: Emu, weight: float, colour: Colour) -> Figure:
    """Return a rule that starts where text starts."""
    box = Rect(_X + _PAD, inch(y), width, pt(weight))
    return Figure(name, box, solid(colour), preset("rect"))


_TEXT_WIDTH: Final = _WIDTH - _PAD * 2
_HEAD_RULE: Final = _rule("Head Rule", 0.35, _TEXT_WIDTH, 3, INK)
_TITLE_RULE: Final = _rule("Title Rule", 1.7, _TEXT_WIDTH, 0.5, INK)


def _footer(name: str, kind: str, index: int, box: Rect, align: Align) -> Placeholder:
    return Placeholder(name, kind, index, box, _MIDDLE, (Level(11, colour=QUIET, align=align),))


def _footer_box(start: float, end: float) -> Rect:
    return Rect(_X + _WIDTH * start, inch(6.88), _WIDTH * (end - start), inch(0.3))


_FOOTER_NAMES: Final = (("Slide Number", "sldNum", 12), ("Footer", "ftr", 11), ("Date", "dt", 10))
_FOOTERS: Final = tuple(Placeholder(name, kind, index) for name, kind, index in _FOOTER_NAMES)
_MASTER_FOOTERS: Final = (
    _footer("Slide Number", "sldNum", 12, _footer_box(0, 0.1), "l"),
    _footer("Footer", "ftr", 11, _footer_box(0.1, 0.72), "l"),
    _footer("Date", "dt", 10, _footer_box(0.72, 1), "r"),
)


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


_MASTER: Final = Master(
    background=background(solid(PAPER)),
    figures=(_HEAD_RULE, _TITLE_RULE),
    placeholders=(
        Placeholder("Title", "title", None, _TITLE, _BOTTOM, (), ("Click to add title",), False),
        Placeholder("Text", "body", 1, _BODY, _TOP, (), LEVEL_PROMPTS, False),
        *_MASTER_FOOTERS,
    ),
    title=(
        Level(32, bold=True, colour=INK, align="l", bullet="none", leading=95, before=percent(0)),
    ),
    body=(
        _body_level(24, 0, 40, Bullet("•", ACCENT, 110)),
        _body_level(20, 1, 25, Bullet("–", ACCENT)),
        _body_level(18, 2, 20, Bullet("›", INK)),
        _body_level(16, 3, 15, Bullet("•", QUIET, 80)),
        _body_level(16, 4, 10, Bullet("–", QUIET)),
    ),
)

_PAGE_TITLE: Final = Placeholder(
    "Title", "title", prompts=("Click to add title",), custom_prompt=False
)


def _content(name: str, index: int, box: Rect | None = None) -> Placeholder:
    size: Literal["half"] | None = None if box is None else "half"
    return Placeholder(name, None, index, box, None, (), LEVEL_PROMPTS, False, size)


def _line(name: str, kind: str, index: int | None, box: Rect, level: Level) -> Placeholder:
    """Return a placeholder for words without bullets, which stand at the top of their box."""
    return Placeholder(name, kind, index, box, _TOP, flat(level), (name,))


_COVER: Final = Layout(
    "Title Slide",
    "title",
    (
        Placeholder(
            "Title",
            "ctrTitle",
            None,
            Rect(_X, inch(1.4), _WIDTH, inch(2.2)),
            _BOTTOM,
            flat(Level(40, leading=95)),
            ("Title",),
        ),
        _line(
            "Subtitle",
            "subTitle",
            1,
            Rect(_X, inch(3.85), _WIDTH, inch(0.85)),
            Level(22, colour=INK, before=percent(0)),
        ),
        _line(
            "Authors",
            "body",
            13,
            Rect(_X, inch(4.75), _WIDTH, inch(1.1)),
            Level(18, colour=QUIET, before=percent(10)),
        ),
        Placeholder(
            "Notice",
            "body",
            14,
            Rect(_X, inch(6.2), _WIDTH, inch(0.55)),
            _BOTTOM,
            flat(Level(11, colour=QUIET, before=percent(0))),
            ("Legal notice",),
        ),
        *_FOOTERS,
    ),
    (
        _rule("Head Rule", 0.35, _TEXT_WIDTH, 9, INK),
        _rule("Head Rule Start", 0.35, inch(1.2), 9, ACCENT),
        _rule("Title Rule", 3.7, _TEXT_WIDTH, 0.5, INK),
    ),
    master_figures=False,
)

_SECTION: Final = Layout(
    "Section Header",
    "secHead",
    (
        Placeholder(
            "Title",
            "title",
            None,
            Rect(_X, inch(2.2), _WIDTH, inch(1.5)),
            _BOTTOM,
            flat(Level(36, leading=95)),
            ("Section title",),
        ),
        _line(
            "Text",
            "body",
            1,
            Rect(_X, inch(4.0), _WIDTH, inch(1.6)),
            Level(20, colour=QUIET, before=percent(15)),
        ),
        *_FOOTERS,
    ),
    (
        _HEAD_RULE,
        _rule("Title Rule", 3.82, _TEXT_WIDTH, 0.5, INK),
        _rule("Title Rule Start", 3.8, inch(1.2), 3, ACCENT),
    ),
    master_figures=False,
)

_WHOLE_PICTURE, _CAPTION_BOX = _BODY.columns((5.2, 3.5), inch(0.2))
_PICTURE_BOX: Final = _WHOLE_PICTURE.inset(Insets(left=_PAD, top=inch(0.05)))

_LAYOUTS: Final = (
    _COVER,
    _SECTION,
    Layout("Title and Content", "obj", (_PAGE_TITLE, _content("Content", 1), *_FOOTERS)),
    Layout(
        "Two Content",
        "twoObj",
        (
            _PAGE_TITLE,
            _content("Left Content", 1, _LEFT),
            _content("Right Content", 2, _RIGHT),
            *_FOOTERS,
        ),
    ),
    Layout(
        "Picture with Caption",
        "picTx",
        (
            _PAGE_TITLE,
            Placeholder("Picture", "pic", 13, _PICTURE_BOX, prompts=("Picture",)),
            Placeholder(
                "Caption", "body", 1, _CAPTION_BOX, None, sized(18, 16, 14), LEVEL_PROMPTS, False
            ),
            *_FOOTERS,
        ),
    ),
    Layout("Title Only", "titleOnly", (_PAGE_TITLE, *_FOOTERS)),
    Layout("Blank", "blank", _FOOTERS, master_figures=False),
)

PLAIN: Final = Design(
    name="Plain",
    size=_SLIDE,
    screen=sheet.drawn.screen,
    format_name=sheet.drawn.format_name,
    palette=Palette(
        dark1="111111",
        light1="FFFFFF",
        dark2="333333",
        light2="F2F2F0",
        accents=("C2321F", "4A4A4A", "1F6391", "8A5A00", "2F6F4F", "666666"),
        link="1F5C8B",
        visited="6A4A7A",
    ),
    fonts=Fonts(
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
    ),
    master=_MASTER,
    layouts=_LAYOUTS,
    table=TableStyle(
        identifier="{8D4F2A60-19B7-4C3E-A5D8-0F7B36E1C294}",
        name="Plain",
        header=None,
        header_text=INK,
        rule=PALE.shade(85),
        strong_rule=INK,
        band=PALE,
    ),
)
