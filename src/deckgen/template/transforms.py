"""An sRGB colour and DrawingML's transforms of it -> the colour that they make (20.1.2.3).

Lightness, saturation and hue are those of HSL; tint and shade mix with white and black in linear
light, which is what PowerPoint paints.
"""

from __future__ import annotations

import colorsys
from collections.abc import Callable
from typing import Final

Channels = tuple[float, float, float]
"""Red, green and blue from 0 to 1."""

_DEGREES: Final = 60_000 * 360
_HSL: Final = ("hue", "sat", "lum")


def channels(rgb: str) -> Channels:
    """Return `RRGGBB` as channels."""
    return int(rgb[:2], 16) / 255, int(rgb[2:4], 16) / 255, int(rgb[4:6], 16) / 255


def to_rgb(color: Channels) -> str:
    """Return channels as `RRGGBB`."""
    return "".join(f"{round(_clamp(channel) * 255):02X}" for channel in color)


def apply(color: Channels, name: str, value: float) -> Channels:
    """Return the colour after the transform of a name (`lumMod`), its value being a share.

    A transform that is not known, such as `alpha`, leaves the colour as it is.
    """
    if name[:3] in _HSL and name[3:] in ("", "Mod", "Off"):
        return _in_hsl(color, name, value)
    if name in _PER_CHANNEL:
        red, green, blue = color
        change = _PER_CHANNEL[name]
        return change(red, value), change(green, value), change(blue, value)
    if name == "gray":
        light = 0.299 * color[0] + 0.587 * color[1] + 0.114 * color[2]
        return light, light, light
    return color


def from_linear(color: Channels) -> Channels:
    """Return channels of linear light, as in `a:scrgbClr`, as sRGB."""
    red, green, blue = color
    return _encode(_clamp(red)), _encode(_clamp(green)), _encode(_clamp(blue))


def from_hsl(hue: float, saturation: float, lightness: float) -> Channels:
    """Return a colour given as in `a:hslClr`: hue in 60,000ths of a degree, the others shares."""
    return colorsys.hls_to_rgb(hue / _DEGREES % 1.0, _clamp(lightness), _clamp(saturation))


def _in_hsl(color: Channels, name: str, value: float) -> Channels:
    """Return the colour with hue, saturation or lightness set, multiplied or shifted."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*color)
    hsl = [hue, saturation, lightness]
    index = _HSL.index(name[:3])
    if name.startswith("hue") and not name.endswith("Mod"):
        value = value * 100_000 / _DEGREES
    match name[3:]:
        case "Mod":
            hsl[index] *= value
        case "Off":
            hsl[index] += value
        case _:
            hsl[index] = value
    return colorsys.hls_to_rgb(hsl[0] % 1.0, _clamp(hsl[2]), _clamp(hsl[1]))


def _clamp(value: float) -> float:
    return min(1.0, max(0.0, value))


def _decode(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _encode(light: float) -> float:
    return light * 12.92 if light <= 0.0031308 else float(1.055 * light ** (1 / 2.4) - 0.055)


def _tint(channel: float, value: float) -> float:
    return _encode(_clamp(_decode(channel) * value + (1 - value)))


def _shade(channel: float, value: float) -> float:
    return _encode(_clamp(_decode(channel) * value))


_PER_CHANNEL: Final[dict[str, Callable[[float, float], float]]] = {
    "tint": _tint,
    "shade": _shade,
    "inv": lambda channel, _: 1 - channel,
    "gamma": lambda channel, _: _encode(channel),
    "invGamma": lambda channel, _: _decode(channel),
}
