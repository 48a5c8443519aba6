"""The light layouts of the corporate template: text, columns, pictures, quotation."""

from __future__ import annotations

from typing import Final, Literal

from deckgen.geometry import Rect
from deckgen.units import inch, pt

from .corporate_grid import BODY, BOTTOM, GUTTER, MARGIN, MIDDLE, RIGHT, TOP, rule
from .design import Layout
from .mosaic import QUARTER
from .paint import ACCENT, DEEP, PALE, QUIET, background, solid
from .placeholders import LEVEL_PROMPTS, Placeholder
from .shapes import Figure
from .typography import Level, flat, points, sized

_TITLE: Final = Placeholder("Title", "title", prompts=("Click to add title",), custom_prompt=False)
_FOOTERS: Final = (
    Placeholder("Footer", "ftr", 11),
    Placeholder("Date", "dt", 10),
    Placeholder("Slide Number", "sldNum", 12),
)


def _content(
    name: str,
    index: int,
    box: Rect | None = None,
    *,
    size: Literal["half", "quarter"] | None = None,
) -> Placeholder:
    return Placeholder(
        name, None, index, box, prompts=LEVEL_PROMPTS, custom_prompt=False, size=size
    )


_OBJECT: Final = Layout("Title and Content", "obj", (_TITLE, _content("Content", 1), *_FOOTERS))

_LEFT, _RIGHT = BODY.columns((1, 1), GUTTER)

_TWO: Final = Layout(
    "Two Content",
    "twoObj",
    (
        _TITLE,
        _content("Left Content", 1, _LEFT, size="half"),
        _content("Right Content", 2, _RIGHT, size="half"),
        *_FOOTERS,
    ),
)

_HEADING_HEIGHT: Final = inch(0.6)
_HEADING_GAP: Final = inch(0.25)


def _heading(name: str, index: int, column: Rect) -> Placeholder:
    box = Rect(column.x, column.y, column.width, _HEADING_HEIGHT)
    style = Level(18, bold=True, colour=DEEP, leading=100, before=points(0))
    return Placeholder(name, "body", index, box, BOTTOM, flat(style), ("Heading",))


def _under_heading(column: Rect) -> Rect:
    drop = _HEADING_HEIGHT + _HEADING_GAP
    return Rect(column.x, column.y + drop, column.width, column.height - drop)


def _heading_rule(name: str, column: Rect) -> Figure:
    y = column.y + _HEADING_HEIGHT + pt(5)
    return rule(name, Rect(column.x, y, column.width, pt(2)), ACCENT)


_COMPARISON: Final = Layout(
    "Comparison",
    "twoTxTwoObj",
    (
        _TITLE,
        _heading("Left Heading", 1, _LEFT),
        _content("Left Content", 2, _under_heading(_LEFT), size="half"),
        _heading("Right Heading", 3, _RIGHT),
        _content("Right Content", 4, _under_heading(_RIGHT), size="quarter"),
        *_FOOTERS,
    ),
    (_heading_rule("Left Rule", _LEFT), _heading_rule("Right Rule", _RIGHT)),
)

_PICTURE_BOX, _CAPTION_BOX = BODY.columns((7.25, 4.0833), GUTTER)

_PICTURE: Final = Layout(
    "Picture with Caption",
    "picTx",
    (
        _TITLE,
        Placeholder("Picture", "pic", 13, _PICTURE_BOX, prompts=("Picture",)),
        Placeholder(
            "Caption",
            "body",
            1,
            _CAPTION_BOX,
            levels=sized(18, 16, 14),
            prompts=LEVEL_PROMPTS,
            custom_prompt=False,
        ),
        *_FOOTERS,
    ),
)

_GAP: Final = inch(0.25)
_CELLS: Final = tuple(cell for row in BODY.rows((1, 1), _GAP) for cell in row.columns((1, 1), _GAP))

_PICTURES: Final = Layout(
    "Pictures",
    None,
    (
        _TITLE,
        *(
            Placeholder(f"Picture {n}", "pic", 20 + n, cell, prompts=("Picture",), size="quarter")
            for n, cell in enumerate(_CELLS, 1)
        ),
        *_FOOTERS,
    ),
)

_TITLE_ONLY: Final = Layout("Title Only", "titleOnly", (_TITLE, *_FOOTERS))

_QUOTE_X: Final = inch(2.25)
_QUOTE_WIDTH: Final = RIGHT - _QUOTE_X - pt(60)
_QUOTE: Final = Rect(_QUOTE_X, inch(1.75), _QUOTE_WIDTH, inch(2.8))
_MARK_SIDE: Final = inch(0.5)


def _quotation_mark(number: int) -> tuple[Figure, Figure]:
    """Return one half of a quotation mark: a square on which a quarter disc stands."""
    x, y = MARGIN + (_MARK_SIDE + inch(0.12)) * number, _QUOTE.y + _QUOTE.height // 2 - _MARK_SIDE
    arch = Rect(x, y, _MARK_SIDE, _MARK_SIDE)
    foot = Rect(x, y + _MARK_SIDE, _MARK_SIDE, _MARK_SIDE)
    return (
        Figure(f"Mark {number + 1} Arch", arch, solid(ACCENT), QUARTER, 270),
        Figure(f"Mark {number + 1} Foot", foot, solid(DEEP), QUARTER, 90),
    )


_QUOTATION: Final = Layout(
    "Quotation",
    None,
    (
        Placeholder(
            "Quotation",
            "body",
            13,
            _QUOTE,
            MIDDLE,
            flat(Level(28, colour=DEEP, leading=115, before=points(10))),
            ("Quotation",),
        ),
        Placeholder(
            "Attribution",
            "body",
            14,
            Rect(_QUOTE_X, inch(5.05), _QUOTE_WIDTH, inch(0.9)),
            TOP,
            flat(Level(16, colour=QUIET, leading=110, before=points(0))),
            ("Who said it, and where",),
        ),
        *_FOOTERS,
    ),
    (
        *_quotation_mark(0),
        *_quotation_mark(1),
    ),
    background(solid(PALE)),
    master_figures=False,
)

_BLANK: Final = Layout("Blank", "blank", _FOOTERS, master_figures=False)

PAGES: Final = (
    _OBJECT,
    _TWO,
    _COMPARISON,
    _PICTURE,
    _PICTURES,
    _TITLE_ONLY,
    _QUOTATION,
    _BLANK,
)
