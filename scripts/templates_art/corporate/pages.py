"""The light layouts of the corporate template: text, columns, pictures, quotation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from deckgen.geometry import Rect
from deckgen.units import inch, pt

from ..design import Layout
from ..paint import background, solid
from ..placeholders import LEVEL_PROMPTS, Placeholder
from ..shapes import Figure
from ..standard import FOOTERS, PAGE_TITLE, content
from ..typography import Level, flat, points, sized
from .grid import BOTTOM, GUTTER, MARGIN, MIDDLE, TOP, Grid, rule
from .look import Look
from .mosaic import QUARTER

_HEADING_HEIGHT: Final = inch(0.6)
_HEADING_GAP: Final = inch(0.25)
_GAP: Final = inch(0.25)
_THIRDS_GUTTER: Final = inch(0.4)
_QUOTE_X: Final = inch(2.25)
_MARK_SIDE: Final = inch(0.5)


def _under_heading(column: Rect) -> Rect:
    drop = _HEADING_HEIGHT + _HEADING_GAP
    return Rect(column.x, column.y + drop, column.width, column.height - drop)


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of content of a sheet in a look."""

    grid: Grid
    look: Look

    def all(self) -> tuple[Layout, ...]:
        """Return the layouts in the order in which PowerPoint lists them."""
        return (
            Layout("Title and Content", "obj", (PAGE_TITLE, content("Content", 1), *FOOTERS)),
            self._two(),
            self._three(),
            self._comparison(),
            self._picture(),
            self._pictures(),
            Layout("Title Only", "titleOnly", (PAGE_TITLE, *FOOTERS)),
            self._statement(),
            self._number(),
            self._quotation(),
            self._agenda(),
            Layout("Blank", "blank", FOOTERS, master_figures=False),
        )

    def _two(self) -> Layout:
        left, right = self.grid.body.columns((1, 1), GUTTER)
        return Layout(
            "Two Content",
            "twoObj",
            (
                PAGE_TITLE,
                content("Left Content", 1, left, size="half"),
                content("Right Content", 2, right, size="half"),
                *FOOTERS,
            ),
        )

    def _three(self) -> Layout:
        names = ("Left Content", "Middle Content", "Right Content")
        columns = self.grid.body.columns((1, 1, 1), _THIRDS_GUTTER)
        return Layout(
            "Three Content",
            None,
            (
                PAGE_TITLE,
                *(
                    content(name, n, column, size="quarter", levels=sized(20, 18, 16))
                    for n, (name, column) in enumerate(zip(names, columns, strict=True), 1)
                ),
                *FOOTERS,
            ),
        )

    def _comparison(self) -> Layout:
        left, right = self.grid.body.columns((1, 1), GUTTER)
        return Layout(
            "Comparison",
            "twoTxTwoObj",
            (
                PAGE_TITLE,
                self._heading("Left Heading", 1, left),
                content("Left Content", 2, _under_heading(left), size="half"),
                self._heading("Right Heading", 3, right),
                content("Right Content", 4, _under_heading(right), size="quarter"),
                *FOOTERS,
            ),
            (self._heading_rule("Left Rule", left), self._heading_rule("Right Rule", right)),
        )

    def _heading(self, name: str, index: int, column: Rect) -> Placeholder:
        box = Rect(column.x, column.y, column.width, _HEADING_HEIGHT)
        style = Level(18, bold=True, colour=self.look.heading, leading=100, before=points(0))
        return Placeholder(name, "body", index, box, BOTTOM, flat(style), ("Heading",))

    def _heading_rule(self, name: str, column: Rect) -> Figure:
        y = column.y + _HEADING_HEIGHT + pt(5)
        return rule(name, Rect(column.x, y, column.width, pt(2)), self.look.accent)

    def _picture(self) -> Layout:
        picture, caption = self.grid.body.columns((7.25, 4.0833), GUTTER)
        return Layout(
            "Picture with Caption",
            "picTx",
            (
                PAGE_TITLE,
                Placeholder("Picture", "pic", 13, picture, prompts=("Picture",)),
                Placeholder(
                    "Caption",
                    "body",
                    1,
                    caption,
                    levels=sized(18, 16, 14),
                    prompts=LEVEL_PROMPTS,
                    custom_prompt=False,
                ),
                *FOOTERS,
            ),
        )

    def _pictures(self) -> Layout:
        rows = self.grid.body.rows((1, 1), _GAP)
        cells = (cell for row in rows for cell in row.columns((1, 1), _GAP))
        return Layout(
            "Pictures",
            None,
            (
                PAGE_TITLE,
                *(
                    Placeholder(
                        f"Picture {n}", "pic", 20 + n, cell, prompts=("Picture",), size="quarter"
                    )
                    for n, cell in enumerate(cells, 1)
                ),
                *FOOTERS,
            ),
        )

    def _statement(self) -> Layout:
        style = Level(36, bold=True, colour=self.look.heading, leading=110, before=points(10))
        return self._display("Statement", style, "A sentence to keep")

    def _number(self) -> Layout:
        style = Level(96, bold=True, colour=self.look.accent, leading=100, before=points(0))
        return self._display("Big Number", style, "42 %")

    def _display(self, name: str, style: Level, prompt: str) -> Layout:
        """Return a page of a few words on the axis of all text, beside a bar in the margin."""
        y, height = inch(2.2), inch(3.9)
        words = Rect(MARGIN, y, self.grid.width, height)
        return Layout(
            name,
            None,
            (
                PAGE_TITLE,
                Placeholder("Text", "body", 13, words, MIDDLE, flat(style), (prompt,)),
                *FOOTERS,
            ),
            (rule("Bar", Rect(MARGIN - inch(0.25), y, inch(0.07), height), self.look.accent),),
        )

    def _agenda(self) -> Layout:
        return Layout(
            "Agenda",
            None,
            (
                PAGE_TITLE,
                content("Content", 1, levels=(Level(24, before=points(16)), Level(18))),
                *FOOTERS,
            ),
        )

    def _quotation(self) -> Layout:
        width = self.grid.right - _QUOTE_X - pt(60)
        words = Rect(_QUOTE_X, inch(1.75), width, inch(2.8))
        return Layout(
            "Quotation",
            None,
            (
                Placeholder(
                    "Quotation",
                    "body",
                    13,
                    words,
                    MIDDLE,
                    flat(Level(28, colour=self.look.heading, leading=115, before=points(10))),
                    ("Quotation",),
                ),
                Placeholder(
                    "Attribution",
                    "body",
                    14,
                    Rect(_QUOTE_X, inch(5.05), width, inch(0.9)),
                    TOP,
                    flat(Level(16, colour=self.look.quiet, leading=110, before=points(0))),
                    ("Who said it, and where",),
                ),
                *FOOTERS,
            ),
            (*self._quotation_mark(0, words), *self._quotation_mark(1, words)),
            background(solid(self.look.panel)),
            master_figures=False,
        )

    def _quotation_mark(self, number: int, words: Rect) -> tuple[Figure, Figure]:
        """Return one half of a quotation mark: a square on which a quarter disc stands."""
        x = MARGIN + (_MARK_SIDE + inch(0.12)) * number
        y = words.y + words.height // 2 - _MARK_SIDE
        arch = Rect(x, y, _MARK_SIDE, _MARK_SIDE)
        foot = Rect(x, y + _MARK_SIDE, _MARK_SIDE, _MARK_SIDE)
        return (
            Figure(f"Mark {number + 1} Arch", arch, solid(self.look.accent), QUARTER, 270),
            Figure(f"Mark {number + 1} Foot", foot, solid(self.look.heading), QUARTER, 90),
        )
