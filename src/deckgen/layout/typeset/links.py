"""Runs with links on a backdrop -> the same in a colour that can be read there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.colors import contrast
from deckgen.layout.typeset.levels import READABLE
from deckgen.records import replace

if TYPE_CHECKING:
    from deckgen.layout.flow.galley import Context
    from deckgen.pages import PlacedRun
    from deckgen.styles import LevelStyle


def legible_links(
    runs: tuple[PlacedRun, ...], style: LevelStyle, context: Context
) -> tuple[PlacedRun, ...]:
    """Return runs whose links have the theme's colour, or their text's where it is hard to read.

    Few themes of dark slides think of a colour for links; the underline still tells them.
    """
    if all(run.link is None for run in runs):
        return runs
    color, backdrop = context.theme.color("hlink"), context.background
    seen = contrast(color, backdrop)
    if seen >= READABLE or seen >= contrast(style.color, backdrop):
        return runs
    return tuple(
        replace(run, color=style.color) if run.link is not None and run.color is None else run
        for run in runs
    )
