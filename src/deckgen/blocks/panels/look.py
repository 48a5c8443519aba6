"""A theme and what is behind a panel -> its colour, and text that is read on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import (
    EXTREMES,
    BodyProperties,
    Insets,
    Tone,
    accents_of,
    contrast,
    legible,
    mix,
    replace,
    says_nothing,
    tone_color,
)

if TYPE_CHECKING:
    from deckgen.blocks.kit import Color, Context

TINT: Final = 0.1
DARK_TINT: Final = 0.22
"""How much of its colour a panel has, on pale and on dark pages."""
GREY: Final = 0.06
DARK_GREY: Final = 0.15
"""How much of the text's colour a panel has that says nothing."""
SEEN: Final = 1.09
"""The contrast with what is behind it from which a panel is seen."""


def panel_fill(color: Color, background: Color) -> Color:
    """Return the fill of a panel in a colour: a tint of what is behind it."""
    share = DARK_TINT if background.is_dark else TINT
    fills = (mix(background, color, min(1.0, share * more)) for more in (1, 1.5, 2, 3, 4))
    return next((fill for fill in fills if contrast(fill, background) >= SEEN), None) or mix(
        background, max(EXTREMES, key=lambda one: contrast(one, background)), share
    )


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


def quiet_fill(context: Context) -> Color:
    """Return the fill of panels that say nothing: of the first accent, or grey where that warns."""
    background, accent = context.background, in_tone(Tone.NEUTRAL, context)
    if says_nothing(accent):
        return panel_fill(accent, background)
    return mix(background, context.text.color, DARK_GREY if background.is_dark else GREY)
