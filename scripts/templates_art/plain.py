"""The plain template: black on white, type and rules alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from deckgen.geometry import Insets, Rect
from deckgen.units import Emu, inch, pt

from .design import Design, Fonts, Layout, Master, Palette, TableStyle
from .paint import ACCENT, INK, PALE, PAPER, QUIET, Colour, background, solid
from .placeholders import LEVEL_PROMPTS, Frame, Placeholder
from .shapes import Figure, preset
from .sheet import Sheet
from .typography import Bullet, Level, flat, percent, sized

Align = Literal["l", "r"]

_X: Final = inch(0.55)
_PAD: Final = inch(0.1)
_INSETS: Final = Insets(_PAD, inch(0.05), _PAD, inch(0.05))
_TOP: Final = Frame(_INSETS, "t")
_BOTTOM: Final = Frame(_INSETS, "b")
_MIDDLE: Final = Frame(Insets(_PAD, Emu(0), _PAD, Emu(0)), "ctr")

_PALETTE: Final = Palette(
    dark1="111111",
    light1="FFFFFF",
    dark2="333333",
    light2="F2F2F0",
    accents=("C2321F", "4A4A4A", "1F6391", "8A5A00", "2F6F4F", "666666"),
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

_FOOTER_NAMES: Final = (("Slide Number", "sldNum", 12), ("Footer", "ftr", 11), ("Date", "dt", 10))
_FOOTERS: Final = tuple(Placeholder(name, kind, index) for name, kind, index in _FOOTER_NAMES)
_PAGE_TITLE: Final = Placeholder(
    "Title", "title", prompts=("Click to add title",), custom_prompt=False
)


def plain(sheet: Sheet) -> Design:
    """Return the template."""
    pages = _Pages(sheet)
    return Design(
        name="Plain",
        sheet=sheet,
        palette=_PALETTE,
        fonts=_FONTS,
        master=pages.master(),
        layouts=(
            pages.cover(),
            pages.divider(),
            Layout("Title and Content", "obj", (_PAGE_TITLE, _content("Content", 1), *_FOOTERS)),
            pages.two(),
            pages.picture(),
            Layout("Title Only", "titleOnly", (_PAGE_TITLE, *_FOOTERS)),
            Layout("Blank", "blank", _FOOTERS, master_figures=False),
        ),
        table=_TABLE,
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


def _content(name: str, index: int, box: Rect | None = None) -> Placeholder:
    size: Literal["half"] | None = None if box is None else "half"
    return Placeholder(name, None, index, box, None, (), LEVEL_PROMPTS, False, size)


def _line(name: str, kind: str, index: int | None, box: Rect, level: Level) -> Placeholder:
    """Return a placeholder for words without bullets, which stand at the top of their box."""
    return Placeholder(name, kind, index, box, _TOP, flat(level), (name,))


@dataclass(frozen=True, slots=True)
class _Pages:
    """The master and the layouts of a sheet."""

    sheet: Sheet

    @property
    def width(self) -> Emu:
        """The width of boxes across the page, whose text starts and ends a padding further in."""
        return self.sheet.size.width - _X * 2

    @property
    def body(self) -> Rect:
        """The box of text."""
        return Rect(_X, inch(1.85), self.width, inch(4.85))

    def across(self, y: float, height: float) -> Rect:
        """Return a box across the page, its place in inches."""
        return Rect(_X, inch(y), self.width, inch(height))

    def rule(
        self, name: str, y: float, weight: float, colour: Colour, width: Emu | None = None
    ) -> Figure:
        """Return a rule that starts where text starts, and ends where it ends or earlier."""
        length = self.width - _PAD * 2 if width is None else width
        return Figure(
            name, Rect(_X + _PAD, inch(y), length, pt(weight)), solid(colour), preset("rect")
        )

    def footer(self, name: str, kind: str, index: int, columns: tuple[float, float]) -> Placeholder:
        """Return a line at the foot, from one share of the width to another; the last is right."""
        start, end = columns
        align: Align = "r" if end == 1 else "l"
        box = Rect(_X + self.width * start, inch(6.88), self.width * (end - start), inch(0.3))
        return Placeholder(name, kind, index, box, _MIDDLE, (Level(11, colour=QUIET, align=align),))

    def master(self) -> Master:
        """Return the master."""
        title = Level(
            32, bold=True, colour=INK, align="l", bullet="none", leading=95, before=percent(0)
        )
        prompts = ("Click to add title",)
        return Master(
            background=background(solid(PAPER)),
            figures=(
                self.rule("Head Rule", 0.35, 3, INK),
                self.rule("Title Rule", 1.7, 0.5, INK),
            ),
            placeholders=(
                Placeholder(
                    "Title", "title", None, self.across(0.45, 1.15), _BOTTOM, (), prompts, False
                ),
                Placeholder("Text", "body", 1, self.body, _TOP, (), LEVEL_PROMPTS, False),
                self.footer("Slide Number", "sldNum", 12, (0, 0.1)),
                self.footer("Footer", "ftr", 11, (0.1, 0.72)),
                self.footer("Date", "dt", 10, (0.72, 1)),
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

    def cover(self) -> Layout:
        """Return the first page."""
        subtitle = Level(22, colour=INK, before=percent(0))
        authors = Level(18, colour=QUIET, before=percent(10))
        return Layout(
            "Title Slide",
            "title",
            (
                Placeholder(
                    "Title",
                    "ctrTitle",
                    None,
                    self.across(1.4, 2.2),
                    _BOTTOM,
                    flat(Level(40, leading=95)),
                    ("Title",),
                ),
                _line("Subtitle", "subTitle", 1, self.across(3.85, 0.85), subtitle),
                _line("Authors", "body", 13, self.across(4.75, 1.1), authors),
                Placeholder(
                    "Notice",
                    "body",
                    14,
                    self.across(6.2, 0.55),
                    _BOTTOM,
                    flat(Level(11, colour=QUIET, before=percent(0))),
                    ("Legal notice",),
                ),
                *_FOOTERS,
            ),
            (
                self.rule("Head Rule", 0.35, 9, INK),
                self.rule("Head Rule Start", 0.35, 9, ACCENT, inch(1.2)),
                self.rule("Title Rule", 3.7, 0.5, INK),
            ),
            master_figures=False,
        )

    def divider(self) -> Layout:
        """Return the page that opens a section."""
        return Layout(
            "Section Header",
            "secHead",
            (
                Placeholder(
                    "Title",
                    "title",
                    None,
                    self.across(2.2, 1.5),
                    _BOTTOM,
                    flat(Level(36, leading=95)),
                    ("Section title",),
                ),
                _line(
                    "Text",
                    "body",
                    1,
                    self.across(4.0, 1.6),
                    Level(20, colour=QUIET, before=percent(15)),
                ),
                *_FOOTERS,
            ),
            (
                self.rule("Head Rule", 0.35, 3, INK),
                self.rule("Title Rule", 3.82, 0.5, INK),
                self.rule("Title Rule Start", 3.8, 3, ACCENT, inch(1.2)),
            ),
            master_figures=False,
        )

    def two(self) -> Layout:
        """Return the page of two contents."""
        left, right = self.body.columns((1, 1), inch(0.2))
        return Layout(
            "Two Content",
            "twoObj",
            (
                _PAGE_TITLE,
                _content("Left Content", 1, left),
                _content("Right Content", 2, right),
                *_FOOTERS,
            ),
        )

    def picture(self) -> Layout:
        """Return the page of a picture and text beside it."""
        whole, text = self.body.columns((5.2, 3.5), inch(0.2))
        picture = whole.inset(Insets(left=_PAD, top=inch(0.05)))
        levels = sized(18, 16, 14)
        return Layout(
            "Picture with Caption",
            "picTx",
            (
                _PAGE_TITLE,
                Placeholder("Picture", "pic", 13, picture, prompts=("Picture",)),
                Placeholder("Caption", "body", 1, text, None, levels, LEVEL_PROMPTS, False),
                *_FOOTERS,
            ),
        )
