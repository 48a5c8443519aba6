"""Colours: resolved to sRGB, with the theme's name for them where they have one."""

from collections.abc import Sequence
from functools import cache, lru_cache

from deckgen.records import Struct


class Color(Struct, frozen=True):
    """A colour as `RRGGBB`, and the theme colour it stands for (`tx1`, `accent2`), if any.

    Where `scheme` is set the file names the theme colour, so that it follows the theme.
    """

    rgb: str
    scheme: str | None = None

    @property
    def linear(self) -> tuple[float, float, float]:
        """The linear light of red, green and blue, from 0 to 1 (IEC 61966-2-1)."""
        return _linear_light(self.rgb)

    @property
    def luminance(self) -> float:
        """Relative luminance from 0 to 1, as WCAG 2.2 defines it."""
        return _luminance(self.rgb)

    @property
    def is_dark(self) -> bool:
        """Whether white text reads better on this colour than black."""
        return self.luminance < 0.179  # where the contrast with white and with black is equal


def contrast(one: Color, other: Color) -> float:
    """Return the contrast ratio of two colours, from 1 to 21 (WCAG 2.2, 1.4.3)."""
    lighter, darker = sorted((one.luminance, other.luminance), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mix(one: Color, other: Color, share: float) -> Color:
    """Return one colour with a share, from 0 to 1, of another mixed in."""
    kept, pairs = 1 - share, zip(bytes.fromhex(one.rgb), bytes.fromhex(other.rgb), strict=True)
    return Color("".join([f"{round(a * kept + b * share):02X}" for a, b in pairs]))


def extremes(colors: Sequence[Color]) -> tuple[Color, Color]:
    """Return the darkest and the palest of some colours, of which there must be one."""
    lights = [color.luminance for color in colors]
    return colors[lights.index(min(lights))], colors[lights.index(max(lights))]


@lru_cache(maxsize=4_096)
def _luminance(rgb: str) -> float:
    red, green, blue = _linear_light(rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear_light(rgb: str) -> tuple[float, float, float]:
    return _light(rgb[:2]), _light(rgb[2:4]), _light(rgb[4:6])


@cache
def _light(digits: str) -> float:
    """Return the linear light of two digits of a colour; gradients are of hundreds of colours."""
    return _linear(int(digits, 16) / 255)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
