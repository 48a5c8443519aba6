"""A theme -> the colours of program text, each of which is read on its panel and on the bands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import (
    EXTREMES,
    Struct,
    Tone,
    accents_of,
    contrast,
    hue_of,
    mix,
    shade_read_on_all,
    tone_color,
)
from deckgen.blocks.listings import Syntax
from deckgen.blocks.panels.look import SEEN

if TYPE_CHECKING:
    from deckgen.blocks.kit import Color, Context
    from deckgen.blocks.listings import CodeLine

TINT: Final = 0.06
"""How much of the text's colour the panel has."""
BAND: Final = 0.16
"""How much of its colour the band behind a line has."""
MUTED: Final = 0.4
"""How far comments and numbers of lines are from the text's colour to that of the panel."""
_ROOMY: Final = 6.0
"""The contrast of text from which there are other colours that are read where it is."""
_AWAY: Final = 0.35
"""How far a panel is from what is behind it where it leads away from the text's colour."""
_APART: Final = 25.0
"""How far apart, in degrees, hues are that tell kinds of text apart."""


class ListingLook(Struct, frozen=True):
    """The colours of program text: its panel, the bands behind lines, its kinds of text."""

    panel: Color
    lit: Color
    bands: dict[Syntax, Color]
    colors: dict[Syntax, Color]
    muted: Color
    is_grey: bool
    """Whether the theme has no hues, so that keywords are bold instead."""

    def band(self, line: CodeLine) -> Color | None:
        """Return the colour of the band behind a line, None where there is none."""
        if line.is_lit:
            return self.lit
        return self.bands[line.change] if line.change is not None else None


def look_of(context: Context) -> ListingLook:
    """Return the colours of program text in a context."""
    text, accents = context.text.color, accents_of(context.theme.colors)
    panel = _panel(context.background, text)
    good, bad = (
        tone_color(tone, accents, text, context.background) for tone in (Tone.GOOD, Tone.BAD)
    )
    hues = _apart(accents)
    lit = mix(panel, hues[0] if hues else text, BAND)
    bands = {Syntax.ADDED: mix(panel, good, BAND / 2), Syntax.REMOVED: mix(panel, bad, BAND / 2)}

    def read(color: Color, *grounds: Color) -> Color:
        return shade_read_on_all(color, (panel, lit, *grounds))

    muted = read(mix(text, panel, MUTED))
    keyword, string, name, number = _shared_out(hues, text)
    colors = {
        Syntax.COMMENT: muted,
        Syntax.KEYWORD: read(keyword),
        Syntax.STRING: read(string),
        Syntax.NAME: read(name),
        Syntax.NUMBER: read(number),
        Syntax.ADDED: read(good, bands[Syntax.ADDED]),
        Syntax.REMOVED: read(bad, bands[Syntax.REMOVED]),
    }
    return ListingLook(panel, lit, bands, colors, muted, is_grey=not hues)


def _panel(background: Color, text: Color) -> Color:
    """Return the colour of the panel: toward the text, or away from it where there is no room.

    Behind text that is hardly read on what is behind it, no other colour than its own would be.
    """
    panel = mix(background, text, TINT)
    away = mix(background, max(EXTREMES, key=lambda one: contrast(one, text)), _AWAY)
    is_needed = contrast(panel, text) < _ROOMY and contrast(away, background) >= SEEN
    return away if is_needed else panel


def _apart(accents: tuple[Color, ...]) -> list[Color]:
    """Return the accents whose hues can be told apart, in their order."""
    kept: list[Color] = []
    hues: list[float] = []
    for accent in accents:
        hue = hue_of(accent)
        if hue is not None and all(_between(hue, other) >= _APART for other in hues):
            kept.append(accent)
            hues.append(hue)
    return kept


def _between(one: float, other: float) -> float:
    return min(abs(one - other), 360 - abs(one - other))


def _shared_out(hues: list[Color], text: Color) -> tuple[Color, Color, Color, Color]:
    """Return the colours of keywords, strings, names and numbers, which share hues if they must."""
    match hues[:3]:
        case []:
            return text, text, text, text
        case [one]:
            return one, one, text, one
        case [one, other]:
            return one, other, one, other
        case [one, other, third, *_]:
            return one, other, third, other
    raise AssertionError
