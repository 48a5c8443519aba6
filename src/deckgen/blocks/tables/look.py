"""The template's table style, a row and runs -> the runs in colours that can be read there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.blocks.kit import Color, legible, replace
from deckgen.colors import contrast
from deckgen.layout.typeset.links import legible_links
from deckgen.legibility import contrast_on, needed

if TYPE_CHECKING:
    from deckgen.blocks.kit import Context, LevelStyle, PlacedRun


def legible_runs(
    runs: tuple[PlacedRun, ...], style: LevelStyle, context: Context, *, header: bool, row: int = 0
) -> tuple[PlacedRun, ...]:
    """Return the runs of a cell, with a colour of their own where its style's cannot be read.

    Links are judged by the fill of the cell. Of a header of several rows, table styles know but the
    first.
    """
    table = context.theme.table
    if table is None:
        return runs
    text = table.header if header else table.text
    fills = (table.header_fill,) if header else table.fills
    # bands start anew on each page, so that a row may have either fill
    backdrops = [fill or context.background for fill in fills]
    backdrop = min(backdrops, key=lambda fill: contrast(text, fill))
    color = text
    if contrast(text, backdrop) < needed(style.size):
        # the body's own colour first: the theme may have none for the slides it is used for
        offered, least = context.theme.offered, needed(style.size)
        color = legible(style.color, backdrops, offered, least)
        if contrast_on(color, backdrops) < least:  # none is read on both bands
            color = legible(style.color, (backdrop,), offered, least)
    on_fill = replace(context, background=backdrop)
    runs = legible_links(runs, replace(style, color=color), on_fill)
    known = color == text and not (header and row)
    return runs if known else tuple(_in(color, run) for run in runs)


def _in(color: Color, run: PlacedRun) -> PlacedRun:
    return run if run.color is not None or run.link is not None else replace(run, color=color)
