"""The template's table style, a row and runs -> the runs in colours that can be read there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.blocks.kit import Color, Context, Struct, legible, replace
from deckgen.colors import contrast
from deckgen.layout.typeset.links import legible_links
from deckgen.legibility import READABLE, contrast_on

if TYPE_CHECKING:
    from deckgen.blocks.kit import LevelStyle, PlacedRun


class Ink(Struct, frozen=True):
    """The colour in which text is read in a cell, whether it is the table style's, and on what."""

    color: Color
    is_own: bool
    on_fill: Context


def ink_of(style: LevelStyle, context: Context, *, header: bool) -> Ink | None:
    """Return in what text of a style is read in a cell; None where there is no table style.

    That is the same for text of any size: the tables of a deck differ in it, and look alike.
    """
    table = context.theme.table
    if table is None:
        return None
    text = table.header if header else table.text
    fills = (table.header_fill,) if header else table.fills
    # bands start anew on each page, so that a row may have either fill
    backdrops = [fill or context.background for fill in fills]
    backdrop = min(backdrops, key=lambda fill: contrast(text, fill))
    color = text
    if contrast(text, backdrop) < READABLE:
        # the body's own colour first: the theme may have none for the slides it is used for
        offered = context.theme.offered
        color = legible(style.color, backdrops, offered)
        if contrast_on(color, backdrops) < READABLE:  # none is read on both bands
            color = legible(style.color, (backdrop,), offered)
    return Ink(color, color == text, replace(context, background=backdrop))


def inked(
    runs: tuple[PlacedRun, ...], style: LevelStyle, ink: Ink | None, *, below: bool = False
) -> tuple[PlacedRun, ...]:
    """Return the runs of a cell, with a colour of their own where its style's cannot be read.

    Links are judged by the fill of the cell. Of a header of several rows, table styles know but the
    first: what stands `below` that has a colour of its own.
    """
    if ink is None:
        return runs
    if any(run.link is not None for run in runs):
        runs = legible_links(runs, replace(style, color=ink.color), ink.on_fill)
    return runs if ink.is_own and not below else tuple(_in(ink.color, run) for run in runs)


def _in(color: Color, run: PlacedRun) -> PlacedRun:
    return run if run.color is not None or run.link is not None else replace(run, color=color)
