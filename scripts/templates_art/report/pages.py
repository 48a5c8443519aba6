"""The pages of content of the report template: text, columns, pictures, quotation, agenda."""

from __future__ import annotations

from typing import Literal

from deckgen.geometry import Rect
from deckgen.units import inch, pt

from ..design import Layout
from ..paint import ACCENT, DEEP, QUIET
from ..placeholders import LEVEL_PROMPTS, Placeholder
from ..shapes import Figure
from ..standard import FOOTERS, PAGE_TITLE, content, words
from ..typography import Level, flat, points, sized
from .grid import BOTTOM, FOOT, GUTTER, MARGIN, MIDDLE, TOP, Grid, bar


def pages(grid: Grid) -> tuple[Layout, ...]:
    """Return the layouts in the order in which PowerPoint lists them."""
    three = ("Left Content", "Middle Content", "Right Content")
    return (
        Layout("Title and Content", "obj", (PAGE_TITLE, content("Content", 1), *FOOTERS)),
        _columns(grid, "Two Content", "twoObj", ("Left Content", "Right Content")),
        _columns(grid, "Three Content", None, three),
        _comparison(grid),
        _picture(grid),
        Layout("Title Only", "titleOnly", (PAGE_TITLE, *FOOTERS)),
        _quotation(grid),
        _agenda(grid),
        Layout("Blank", "blank", FOOTERS),
    )


def _columns(
    grid: Grid, name: str, kind: Literal["twoObj"] | None, names: tuple[str, ...]
) -> Layout:
    boxes = grid.body.columns((1,) * len(names), GUTTER)
    contents = (
        content(each, n, box, size="half")
        for n, (each, box) in enumerate(zip(names, boxes, strict=True), 1)
    )
    return Layout(name, kind, (PAGE_TITLE, *contents, *FOOTERS))


def _comparison(grid: Grid) -> Layout:
    style = flat(Level(grid.text, bold=True, colour=DEEP, before=points(0)))
    places: list[Placeholder] = []
    rules: list[Figure] = []
    sides = zip(("Left", "Right"), grid.body.columns((1, 1), GUTTER), strict=True)
    for n, (side, column) in enumerate(sides):
        box = Rect(column.x, column.y, column.width, inch(0.34))
        under = Rect(column.x, inch(2.16), column.width, FOOT - inch(2.16))
        heading = Placeholder(
            f"{side} Heading", "body", n * 2 + 1, box, BOTTOM, style, ("Heading",)
        )
        places += [heading, content(f"{side} Content", n * 2 + 2, under, size="half")]
        rules.append(bar(f"{side} Rule", Rect(column.x, inch(2.05), column.width, pt(1)), ACCENT))
    return Layout("Comparison", "twoTxTwoObj", (PAGE_TITLE, *places, *FOOTERS), tuple(rules))


def _picture(grid: Grid) -> Layout:
    picture, caption = grid.body.columns((3, 2), GUTTER)
    return Layout(
        "Picture with Caption",
        "picTx",
        (
            PAGE_TITLE,
            Placeholder("Picture", "pic", 13, picture, prompts=("Picture",)),
            Placeholder("Caption", "body", 1, caption, None, sized(12), LEVEL_PROMPTS, False),
            *FOOTERS,
        ),
    )


def _quotation(grid: Grid) -> Layout:
    mark, indent = Rect(MARGIN, inch(2.0), inch(0.05), inch(2.8)), inch(0.35)
    said = Rect(MARGIN + indent, mark.y, grid.width - indent * 2, mark.height)
    author = Rect(said.x, inch(5.0), said.width, inch(0.7))
    return Layout(
        "Quotation",
        None,
        (
            words(
                ("Quotation", "Quotation"),
                13,
                said,
                MIDDLE,
                Level(grid.title, colour=DEEP, before=points(8)),
            ),
            words(
                ("Attribution", "Who said it, and where"),
                14,
                author,
                TOP,
                Level(13, colour=QUIET, before=points(0)),
            ),
            *FOOTERS,
        ),
        (bar("Bar", mark, ACCENT),),
    )


def _agenda(grid: Grid) -> Layout:
    levels = (Level(grid.text + 2, before=points(12)), Level(grid.text - 1))
    return Layout("Agenda", None, (PAGE_TITLE, content("Content", 1, levels=levels), *FOOTERS))
