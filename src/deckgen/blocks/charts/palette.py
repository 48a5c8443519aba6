"""A theme and what stands behind a chart -> the colours of its series, by the theme's names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import accents_of, replace
from deckgen.charts import Tint
from deckgen.colors import Color, contrast, mix
from deckgen.legibility import READABLE

if TYPE_CHECKING:
    from deckgen.blocks.kit import Context

LEAST: Final = 1.6
"""The contrast with the background that a colour of a series has at the least."""
SAME: Final = 1.1
"""The contrast below which two backgrounds are as good as one."""
SEEN: Final = 1.4
"""The contrast with the background that what steps back has at the least."""
UNLIKE: Final = 1.08
"""The contrast from which two accents are not taken for one."""
HUES: Final = 0.12
"""How far apart two colours are whose hues tell them apart, as a sum over linear red to blue."""
CLEAR: Final = 1.25
"""The contrast from which a darker or lighter colour is told from the others."""
_FURTHER: Final = ((60, 40), (60, 0))
"""How much of an accent's luminance such a colour has, and what is added to it, in percent."""
_STEPPED_BACK: Final = (45, 60, 35, 70, 80)
"""How much of the text's colour what steps back has, in percent, one after the other."""
_DARKER: Final = (75, 60, 85, 50)
"""How much of a light background's luminance it has."""
_PALE: Final = 45
"""How much a paler colour covers of what is behind it, in percent."""


def palette(context: Context) -> tuple[Tint, ...]:
    """Return the colours of series in turn: the theme's accents that show, then others of them.

    These are lighter on light pages and darker on dark ones, then the other way: not just paler, as
    some programs draw lines as strong as ever.
    """
    shown = [
        c for c in accents_of(context.theme.colors) if contrast(c, context.background) >= LEAST
    ]
    distinct: list[Color] = []
    for color in shown:
        if all(contrast(color, one) > UNLIKE or _apart(color, one) for one in distinct):
            distinct.append(color)
    found = [*map(Tint, distinct or [context.text.color])]
    others = _FURTHER[::-1] if context.background.is_dark else _FURTHER
    for share, plus in others:
        for color in distinct:
            tint = Tint(color, share, plus)
            rgb = shown_rgb(tint, context.background)
            used = [shown_rgb(one, context.background) for one in found]
            shows = contrast(rgb, context.background) >= LEAST
            if shows and all(contrast(rgb, one) > CLEAR or _apart(rgb, one) for one in used):
                found.append(tint)
    return (*found, *(Tint(tint.color, alpha=_PALE) for tint in found[: len(distinct) or 1]))


def _apart(one: Color, other: Color) -> bool:
    """Tell whether two colours of like lightness differ in hue enough to be told apart."""
    first, second = one.linear, other.linear
    return sum(abs(a - b) for a, b in zip(first, second, strict=True)) > HUES


def pale(tint: Tint) -> Tint:
    """Return a paler tint of the same colour."""
    return Tint(tint.color, alpha=_PALE)


def seen_through(tint: Tint) -> Tint:
    """Return the same tint, through which what it stands before is seen."""
    return replace(tint, alpha=_PALE)


def grey(context: Context, turn: int = 0) -> Tint:
    """Return what steps back: the background's colour made darker, else the text's made so.

    Several that step back are told apart by their `turn`. A slide may have another background than
    its theme's first, which the file cannot name.
    """
    shown = [
        tint
        for tint in _greys(context)
        if contrast(shown_rgb(tint, context.background), context.background) >= SEEN
    ]
    return shown[turn % len(shown)] if shown else Tint(context.text.color)


def _greys(context: Context) -> list[Tint]:
    """Return what may step back, in turn."""
    named = context.theme.colors.get("bg1", context.background)
    if not named.is_dark and contrast(named, context.background) < SAME:
        return [Tint(Color(named.rgb, "bg1"), share) for share in _DARKER]
    text = context.theme.colors.get("tx1", context.text.color)
    if contrast(text, context.background) < READABLE:
        return [Tint(context.text.color, alpha=share) for share in _STEPPED_BACK]
    ink = Color(text.rgb, "tx1")
    if context.background.is_dark:
        return [Tint(ink, share) for share in _STEPPED_BACK]
    return [Tint(ink, alpha=share) for share in _STEPPED_BACK]


def rule(context: Context) -> Tint:
    """Return the colour of axes and of the lines across a chart."""
    return Tint(context.text.color, alpha=25)


def shown_rgb(tint: Tint, background: Color) -> Color:
    """Return about how a tint looks, to judge what is read on it."""
    color = tint.color
    if tint.plus:
        color = mix(color, Color("FFFFFF"), tint.plus / 100)
    elif tint.share != 100:
        color = mix(color, Color("000000"), 1 - tint.share / 100)
    return mix(background, color, tint.alpha / 100) if tint.alpha != 100 else color
