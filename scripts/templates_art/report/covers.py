"""The pages of the report template that open and close it and its sections."""

from __future__ import annotations

from deckgen.geometry import Rect
from deckgen.units import inch

from ..design import Layout
from ..paint import ACCENT, INK, QUIET
from ..placeholders import Placeholder
from ..standard import FOOTERS, words
from ..typography import Level, flat, points
from .grid import BOTTOM, MARGIN, TOP, Grid


def cover(grid: Grid) -> Layout:
    """Return the first page, the head of a paper rather than a poster."""
    return Layout(
        "Title Slide",
        "title",
        (
            Placeholder(
                "Title",
                "ctrTitle",
                None,
                grid.across(1.2, 1.7),
                BOTTOM,
                flat(Level(32, leading=105)),
                ("Title",),
            ),
            Placeholder(
                "Subtitle",
                "subTitle",
                1,
                grid.across(3.2, 0.8),
                TOP,
                flat(Level(16, colour=INK, before=points(0))),
                ("Subtitle",),
            ),
            words(
                ("Authors", "Authors and affiliation"),
                13,
                grid.across(4.15, 1.3),
                TOP,
                Level(13, colour=QUIET, before=points(2)),
            ),
            words(
                ("Notice", "Legal notice"),
                14,
                grid.across(6.3, 0.7),
                BOTTOM,
                Level(9, colour=QUIET, before=points(0)),
            ),
            *FOOTERS,
        ),
        grid.rules("Title Rule", 3.03, 3, 1.2),
        master_figures=False,
    )


def divider(grid: Grid) -> Layout:
    """Return the page that opens a section."""
    number = Level(54, bold=True, colour=ACCENT, leading=90, before=points(0))
    return Layout(
        "Section Header",
        "secHead",
        (
            _title(grid, "Section title"),
            words(("Text", "What this section is about"), 1, grid.across(3.5, 1.6), TOP, _second()),
            words(
                ("Section Number", "1"),
                15,
                Rect(MARGIN, inch(5.4), inch(2), inch(1.1)),
                BOTTOM,
                number,
            ),
            *FOOTERS,
        ),
        grid.rules("Title Rule", 3.33, 3, 1.2),
    )


def closing(grid: Grid) -> Layout:
    """Return the last page."""
    return Layout(
        "Closing",
        None,
        (
            _title(grid, "Closing words"),
            words(("Subtitle", "Contact"), 13, grid.across(3.5, 1.5), TOP, _second()),
            *FOOTERS,
        ),
        grid.rules("Title Rule", 3.33, 3, 1.2),
        master_figures=False,
    )


def _title(grid: Grid, prompt: str) -> Placeholder:
    style = flat(Level(28, leading=105))
    return Placeholder("Title", "title", None, grid.across(1.9, 1.3), BOTTOM, style, (prompt,))


def _second() -> Level:
    return Level(14, colour=QUIET, before=points(3))
