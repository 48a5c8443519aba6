"""A theme and what is behind a panel -> its colour, and text that is read on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import (
    BodyProperties,
    Insets,
    accents_of,
    legible,
    mix,
    replace,
    tone_color,
)

if TYPE_CHECKING:
    from deckgen.blocks.kit import Color, Context, Tone

TINT: Final = 0.1
DARK_TINT: Final = 0.22
"""How much of its colour a panel has, on pale and on dark pages."""


def panel_fill(color: Color, background: Color) -> Color:
    """Return the fill of a panel in a colour: a tint of what is behind it."""
    return mix(background, color, DARK_TINT if background.is_dark else TINT)


def standing_on(context: Context, fill: Color) -> Context:
    """Return a context for what stands on a panel, in colours that are read there."""
    offered = context.theme.offered
    levels = tuple(
        replace(level, color=legible(level.color, (fill,), offered)) for level in context.levels
    )
    return replace(context, background=fill, levels=levels, body=BodyProperties(Insets()))


def in_tone(tone: Tone, context: Context) -> Color:
    """Return the colour of a tone in a context."""
    theme = context.theme
    return tone_color(tone, accents_of(theme.colors), context.text.color, context.background)
