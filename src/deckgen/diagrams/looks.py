"""Styles as Mermaid writes them, which are CSS -> the tone that a colour means.

A deck has the look of its template: of what styles say, the meaning of a colour is kept, as one of
the tones that blocks have.
"""

from __future__ import annotations

import re
from typing import Final

_HEX: Final = r"#([0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b"
_RGB: Final = r"rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)[^)]*\)"
_HSL: Final = r"hsla?\(\s*([\d.]+)(?:deg)?[\s,]+([\d.]+)%[\s,]+([\d.]+)%[^)]*\)"
_NAMES: Final = {
    **dict.fromkeys(("red", "crimson", "firebrick", "darkred", "tomato", "salmon"), "bad"),
    **dict.fromkeys(("lightcoral", "indianred", "coral", "lightsalmon"), "bad"),
    **dict.fromkeys(("green", "lime", "limegreen", "lightgreen", "darkgreen", "palegreen"), "good"),
    **dict.fromkeys(("seagreen", "forestgreen", "olive", "yellowgreen", "honeydew"), "good"),
    **dict.fromkeys(("yellow", "orange", "gold", "darkorange", "lightyellow", "khaki"), "warn"),
    **dict.fromkeys(("goldenrod", "beige", "moccasin", "wheat", "cornsilk"), "warn"),
    **dict.fromkeys(("purple", "violet", "magenta", "fuchsia", "indigo", "pink"), "important"),
    **dict.fromkeys(("orchid", "plum", "lavender", "hotpink", "deeppink"), "important"),
    **dict.fromkeys(("grey", "gray", "silver", "lightgrey", "lightgray"), "muted"),
    **dict.fromkeys(("darkgrey", "darkgray", "dimgrey", "dimgray", "gainsboro"), "muted"),
    **dict.fromkeys(("blue", "navy", "teal", "cyan", "aqua", "lightblue", "skyblue"), "note"),
    **dict.fromkeys(("steelblue", "royalblue", "dodgerblue", "aliceblue", "turquoise"), "note"),
    **dict.fromkeys(("white", "black", "transparent", "none", "inherit", "initial"), "neutral"),
}
_HUES: Final = (
    (20.0, "bad"),
    (70.0, "warn"),
    (170.0, "good"),
    (255.0, "note"),
    (335.0, "important"),
    (360.0, "bad"),
)
"""Up to which hue, in degrees as in HSL, colours mean what."""
_GREY: Final = 0.08
"""The spread of its parts below which a colour is a grey."""
_EXTREME: Final = (0.12, 0.96)
"""Greys darker or paler than so much are black or white, which say nothing."""


def color_tone(color: str) -> str | None:
    """Return the tone that a colour means, None for what is no colour."""
    color = color.strip()
    if match := re.fullmatch(_HEX, color):
        digits = match[1]
        parts = [c * 2 for c in digits[:3]] if len(digits) <= 4 else re.findall("..", digits)[:3]
        return _tone(*(int(part, 16) / 255 for part in parts))
    if match := re.fullmatch(_RGB, color):
        red, green, blue = (min(255.0, float(part)) / 255 for part in match.groups())
        return _tone(red, green, blue)
    if match := re.fullmatch(_HSL, color):
        hue, spread = float(match[1]) % 360, float(match[2]) / 100
        return "muted" if spread < _GREY else _of_hue(hue)
    return _NAMES.get(color.lower())


def _tone(red: float, green: float, blue: float) -> str:
    most, least = max(red, green, blue), min(red, green, blue)
    spread = most - least
    if spread < _GREY:
        return "muted" if _EXTREME[0] < most < _EXTREME[1] else "neutral"
    if most == red:
        hue = (green - blue) / spread % 6
    elif most == green:
        hue = (blue - red) / spread + 2
    else:
        hue = (red - green) / spread + 4
    return _of_hue(hue * 60)


def _of_hue(hue: float) -> str:
    return next(tone for most, tone in _HUES if hue <= most)


def styled_tone(css: str) -> str | None:
    """Return the tone of what `fill:#f9f,stroke:#333` says; None where it tells no colour.

    What is filled tells more than what is drawn around it.
    """
    said: dict[str, str] = {}
    for declaration in re.split(r"[,;](?![^(]*\))", css):
        name, _, value = declaration.partition(":")
        said[name.strip().lower()] = value.replace("!important", "").strip()
    tones = [
        tone
        for name in ("fill", "background", "stroke", "color")
        if name in said and (tone := color_tone(said[name])) is not None
    ]
    return next((tone for tone in tones if tone != "neutral"), tones[0] if tones else None)
