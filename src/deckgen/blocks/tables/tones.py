"""The tone of a cell or a row -> its fill, and the colour in which its text is read on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import Tone, accents_of, mix, replace, shade_read_on, tone_color

if TYPE_CHECKING:
    from deckgen.blocks.kit import Color, Context, PlacedRun, ToneWord
    from deckgen.blocks.table import Table
    from deckgen.blocks.tables.grid import Spot

TINT: Final = 0.14
"""How much of its tone the fill of a cell has."""


def toned_fill(spot: Spot, table: Table, context: Context) -> Color | None:
    """Return the fill of a cell that has a tone; what is muted has the slide's background."""
    word = tone_of(spot, table)
    if word is None:
        return None
    tint = 0.0 if word == "muted" else TINT
    return mix(context.background, _color(word, context), tint)


def toned_runs(
    runs: tuple[PlacedRun, ...], spot: Spot, table: Table, context: Context
) -> tuple[PlacedRun, ...]:
    """Return the text of a cell in the colour of its tone, links as they are.

    A row that has a tone keeps its text in the colour of the body.
    """
    fill = toned_fill(spot, table, context)
    if fill is None:
        return runs
    word = spot.cell.tone or ("muted" if table.rows[spot.row].tone == "muted" else None)
    tone = _color(word, context) if word else context.text.color
    color = shade_read_on(tone, fill)
    return tuple(run if run.link is not None else replace(run, color=color) for run in runs)


def tone_of(spot: Spot, table: Table) -> ToneWord | None:
    """Return the tone of a cell: its own, else that of its row."""
    return spot.cell.tone or table.rows[spot.row].tone


def _color(word: ToneWord, context: Context) -> Color:
    accents = accents_of(context.theme.colors)
    return tone_color(Tone(word), accents, context.text.color, context.background)
