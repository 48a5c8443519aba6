"""What a thing means (good, bad, to be careful with) and a theme -> the colour that says so.

A theme's own accent is taken where its hue says the same, else a colour that everybody knows.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final, Literal

from deckgen.colors import Color, mix
from deckgen.legibility import EXTREMES, READABLE, contrast_on, hue_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Tone(Enum):
    """What a thing means, by the word that authors write."""

    NEUTRAL = "neutral"
    NOTE = "note"
    GOOD = "good"
    BAD = "bad"
    WARN = "warn"
    IMPORTANT = "important"
    MUTED = "muted"


ToneWord = Literal["good", "bad", "warn", "muted", "important"]
"""The words for tones other than the neutral one, which is what has none."""

_KNOWN: Final = {
    Tone.NOTE: (Color("1F5FA8"), 250.0),
    Tone.GOOD: (Color("2E7D32"), 145.0),
    Tone.BAD: (Color("C62828"), 27.0),
    Tone.WARN: (Color("B26A00"), 65.0),
    Tone.IMPORTANT: (Color("6A3FA0"), 300.0),
}
"""The colour of a tone where a theme has none, and its hue in OKLCh, in degrees."""
_NEAR: Final = 22.0
"""How far a theme's colour may be from that hue and still say the same."""
_FAR: Final = 35.0
"""How far a theme's first accent has to be from hues that warn or praise to say nothing of that."""
_STEPS: Final = 10


def accents_of(colors: Mapping[str, Color]) -> tuple[Color, ...]:
    """Return the accents among a theme's colours, in their order."""
    names = (f"accent{number}" for number in range(1, 7))
    return tuple(colors[name] for name in names if name in colors)


def tone_color(tone: Tone, accents: Sequence[Color], text: Color, background: Color) -> Color:
    """Return the colour of a tone among a theme's accents, of which the first is neutral."""
    if tone is Tone.MUTED:
        return mix(text, background, 0.4)
    if tone is Tone.NEUTRAL:
        return accents[0] if accents else text
    if tone is Tone.NOTE and accents and says_nothing(accents[0]):
        return accents[0]
    usual, hue = _KNOWN[tone]
    hues = ((accent, hue_of(accent)) for accent in accents)
    near = [(_apart(own, hue), accent) for accent, own in hues if own is not None]
    apart, accent = min(near, key=lambda pair: pair[0], default=(360.0, usual))
    return accent if apart <= _NEAR else usual


def says_nothing(color: Color) -> bool:
    """Tell whether a colour is none that people take for good, bad or a warning."""
    hue = hue_of(color)
    judging = (Tone.GOOD, Tone.BAD, Tone.WARN)
    return hue is not None and all(_apart(hue, _KNOWN[one][1]) > _FAR for one in judging)


def shade_read_on(color: Color, background: Color, least: float = READABLE) -> Color:
    """Return a colour, made as much darker or paler as it takes to be read on a background."""
    return shade_read_on_all(color, (background,), least)


def shade_read_on_all(color: Color, backgrounds: Sequence[Color], least: float = READABLE) -> Color:
    """Return the same for text that may stand on any of some backgrounds."""
    toward = max(EXTREMES, key=lambda extreme: contrast_on(extreme, backgrounds))
    for step in range(_STEPS):
        shade = color if step == 0 else mix(color, toward, step / _STEPS)
        if contrast_on(shade, backgrounds) >= least:
            return shade
    return toward


def _apart(one: float, other: float) -> float:
    return min(abs(one - other), 360 - abs(one - other))
