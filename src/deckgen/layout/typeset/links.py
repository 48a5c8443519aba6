"""Runs with links -> the same in a colour that can be read, and in parts that fit a line."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from deckgen.colors import contrast
from deckgen.legibility import READABLE
from deckgen.records import replace
from deckgen.shown_text import shown_of
from deckgen.units import ZERO, Emu

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.layout.flow.galley import Context
    from deckgen.placed_text import PlacedRun
    from deckgen.styles import LevelStyle


def set_links(
    runs: tuple[PlacedRun, ...], style: LevelStyle, width: Emu, context: Context
) -> tuple[PlacedRun, ...]:
    """Return runs whose links, if there are any, can be read and fit a line each."""
    if not [run for run in runs if run.link is not None]:
        return runs
    return fitting_links(legible_links(runs, style, context), style, width, context)


def legible_links(
    runs: tuple[PlacedRun, ...], style: LevelStyle, context: Context
) -> tuple[PlacedRun, ...]:
    """Return runs whose links have the theme's colour, or their text's where it is hard to read.

    Few themes of dark slides think of a colour for links; the underline still tells them. Links
    that are quiet have the colour of the text everywhere.
    """
    if any(run.link is not None and run.link.quiet for run in runs):
        runs = tuple(_quieted(run, style) for run in runs)
    color, backdrop = context.theme.color("hlink"), context.background
    seen = contrast(color, backdrop)
    if seen >= READABLE or seen >= contrast(style.color, backdrop):
        return runs
    return tuple(
        replace(run, color=style.color) if run.link is not None and run.color is None else run
        for run in runs
    )


def _quieted(run: PlacedRun, style: LevelStyle) -> PlacedRun:
    quiet = run.link is not None and run.link.quiet and run.color is None
    return replace(run, color=style.color) if quiet else run


def fitting_links(
    runs: tuple[PlacedRun, ...], style: LevelStyle, width: Emu, context: Context
) -> tuple[PlacedRun, ...]:
    """Return runs in which no link is wider than a line: such links become several.

    LibreOffice would cut them at letters and not reckon with their height: in a cell that is
    centred they would run into the next (docs/analysis/libreoffice-links.md).
    """
    if all(run.link is None for run in runs):
        return runs
    width = max(Emu(1), width - style.margin_left - style.margin_right - max(ZERO, style.indent))
    if context.typesetter.is_one_line(shown_of(runs).texts, width):
        return runs
    return tuple(
        part
        for run in runs
        for part in (_parts(run, width, context) if run.link is not None else (run,))
    )


def _parts(run: PlacedRun, width: Emu, context: Context) -> Iterator[PlacedRun]:
    """Yield the parts of a link; one in small capitals, which is of several texts, stays whole."""
    shown = shown_of((run,))
    if len(shown.texts) != 1:
        yield run
        return
    stops = context.typesetter.link_stops(shown.texts[0], width)
    places = (stop if shown.places is None else shown.places[stop] for stop in stops)
    for start, stop in pairwise(sorted({0, *places})):
        yield replace(run, text=run.text[start:stop])
