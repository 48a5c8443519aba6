"""The pages of content of the plain template: text, columns, pictures, quotation, agenda."""

from __future__ import annotations

from deckgen.geometry import Insets, Rect
from deckgen.units import inch, pt

from ..design import Layout
from ..paint import ACCENT, INK, QUIET, solid
from ..placeholders import LEVEL_PROMPTS, Placeholder
from ..shapes import Figure, preset
from ..standard import FOOTERS, PAGE_TITLE, content, words
from ..typography import Level, flat, percent, sized
from .grid import BOTTOM, GUTTER, PAD, TOP, Grid


def pages(grid: Grid) -> tuple[Layout, ...]:
    """Return the layouts in the order in which PowerPoint lists them."""
    return (
        Layout("Title and Content", "obj", (PAGE_TITLE, content("Content", 1), *FOOTERS)),
        _two(grid),
        _comparison(grid),
        _picture(grid),
        Layout("Title Only", "titleOnly", (PAGE_TITLE, *FOOTERS)),
        _quotation(grid),
        _agenda(),
        Layout("Blank", "blank", FOOTERS, master_figures=False),
    )


def _two(grid: Grid) -> Layout:
    left, right = grid.body.columns((1, 1), GUTTER)
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


def _comparison(grid: Grid) -> Layout:
    heading = flat(Level(20, bold=True, colour=INK, leading=100, before=percent(0)))
    places: list[Placeholder] = []
    rules: list[Figure] = []
    sides = ("Left", "Right")
    for n, (side, column) in enumerate(zip(sides, grid.body.columns((1, 1), GUTTER), strict=True)):
        box = Rect(column.x, column.y, column.width, inch(0.5))
        under = Rect(column.x, inch(2.5), column.width, column.bottom - inch(2.5))
        places += [
            Placeholder(f"{side} Heading", "body", n * 2 + 1, box, BOTTOM, heading, ("Heading",)),
            content(f"{side} Content", n * 2 + 2, under, size="half"),
        ]
        line = Rect(column.x + PAD, inch(2.4), column.width - PAD * 2, pt(1.5))
        rules.append(Figure(f"{side} Rule", line, solid(ACCENT), preset("rect")))
    return Layout("Comparison", "twoTxTwoObj", (PAGE_TITLE, *places, *FOOTERS), tuple(rules))


def _picture(grid: Grid) -> Layout:
    whole, text = grid.body.columns((5.2, 3.5), GUTTER)
    picture = whole.inset(Insets(left=PAD, top=inch(0.05)))
    levels = sized(18, 16, 14)
    return Layout(
        "Picture with Caption",
        "picTx",
        (
            PAGE_TITLE,
            Placeholder("Picture", "pic", 13, picture, prompts=("Picture",)),
            Placeholder("Caption", "body", 1, text, None, levels, LEVEL_PROMPTS, False),
            *FOOTERS,
        ),
    )


def _quotation(grid: Grid) -> Layout:
    said = Level(28, colour=INK, leading=110, before=percent(25))
    author = Level(16, colour=QUIET, leading=105, before=percent(0))
    return Layout(
        "Quotation",
        None,
        (
            words(("Quotation", "Quotation"), 13, grid.across(2.1, 3.0), TOP, said),
            words(
                ("Attribution", "Who said it, and where"), 14, grid.across(5.25, 0.9), TOP, author
            ),
            *FOOTERS,
        ),
        (
            grid.rule("Head Rule", 0.35, 3, INK),
            grid.rule("Quotation Rule", 1.9, 3, ACCENT, inch(1.2)),
        ),
        master_figures=False,
    )


def _agenda() -> Layout:
    levels = (Level(24, before=percent(60)), Level(18))
    return Layout("Agenda", None, (PAGE_TITLE, content("Content", 1, levels=levels), *FOOTERS))
