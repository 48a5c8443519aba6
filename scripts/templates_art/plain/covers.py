"""The pages of the plain template that open and close a deck and its sections."""

from __future__ import annotations

from deckgen.geometry import Rect
from deckgen.units import inch

from ..design import Layout
from ..paint import ACCENT, INK, QUIET
from ..placeholders import Placeholder
from ..standard import FOOTERS, words
from ..typography import Level, flat, percent
from .grid import BOTTOM, TOP, Grid, X


def cover(grid: Grid) -> Layout:
    """Return the first page."""
    return Layout(
        "Title Slide",
        "title",
        (
            Placeholder(
                "Title",
                "ctrTitle",
                None,
                grid.across(1.4, 2.2),
                BOTTOM,
                flat(Level(40, leading=95)),
                ("Title",),
            ),
            Placeholder(
                "Subtitle",
                "subTitle",
                1,
                grid.across(3.85, 0.85),
                TOP,
                flat(Level(22, colour=INK, before=percent(0))),
                ("Subtitle",),
            ),
            words(
                ("Authors", "Authors and affiliation"),
                13,
                grid.across(4.75, 1.1),
                TOP,
                Level(18, colour=QUIET, before=percent(10)),
            ),
            words(
                ("Notice", "Legal notice"),
                14,
                grid.across(6.2, 0.55),
                BOTTOM,
                Level(11, colour=QUIET, before=percent(0)),
            ),
            *FOOTERS,
        ),
        (
            grid.rule("Head Rule", 0.35, 9, INK),
            grid.rule("Head Rule Start", 0.35, 9, ACCENT, inch(1.2)),
            grid.rule("Title Rule", 3.7, 0.5, INK),
        ),
        master_figures=False,
    )


def divider(grid: Grid) -> Layout:
    """Return the page that opens a section."""
    return Layout(
        "Section Header",
        "secHead",
        (
            Placeholder(
                "Title",
                "title",
                None,
                grid.across(2.2, 1.5),
                BOTTOM,
                flat(Level(36, leading=95)),
                ("Section title",),
            ),
            words(
                ("Text", "What this section is about"),
                1,
                grid.across(4.0, 1.15),
                TOP,
                Level(20, colour=QUIET, before=percent(15)),
            ),
            words(
                ("Section Number", "1"),
                15,
                Rect(X, inch(5.2), inch(2.4), inch(1.2)),
                BOTTOM,
                Level(60, bold=True, colour=ACCENT, leading=90, before=percent(0)),
            ),
            *FOOTERS,
        ),
        (
            grid.rule("Head Rule", 0.35, 3, INK),
            grid.rule("Title Rule", 3.82, 0.5, INK),
            grid.rule("Title Rule Start", 3.8, 3, ACCENT, inch(1.2)),
        ),
        master_figures=False,
    )


def closing(grid: Grid) -> Layout:
    """Return the last page, which mirrors the first."""
    return Layout(
        "Closing",
        None,
        (
            Placeholder(
                "Title",
                "title",
                None,
                grid.across(1.4, 2.2),
                BOTTOM,
                flat(Level(40, leading=95)),
                ("Closing words",),
            ),
            words(
                ("Subtitle", "Contact"),
                13,
                grid.across(3.85, 1.5),
                TOP,
                Level(20, colour=QUIET, before=percent(10)),
            ),
            *FOOTERS,
        ),
        (
            grid.rule("Title Rule", 3.7, 0.5, INK),
            grid.rule("Foot Rule", 6.72, 9, INK),
            grid.rule("Foot Rule Start", 6.72, 9, ACCENT, inch(1.2)),
        ),
        master_figures=False,
    )
