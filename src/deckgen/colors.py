"""Colours: resolved to sRGB, with the theme's name for them where they have one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Sequence


class Color(Struct, frozen=True):
    """A colour as `RRGGBB`, and the theme colour it stands for (`tx1`, `accent2`), if any.

    Where `scheme` is set the file names the theme colour, so that it follows the theme.
    """

    rgb: str
    scheme: str | None = None

    @property
    def linear(self) -> tuple[float, float, float]:
        """The linear light of red, green and blue, from 0 to 1 (IEC 61966-2-1)."""
        red, green, blue = (_linear(int(self.rgb[i : i + 2], 16) / 255) for i in (0, 2, 4))
        return red, green, blue

    @property
    def luminance(self) -> float:
        """Relative luminance from 0 to 1, as WCAG 2.2 defines it."""
        red, green, blue = self.linear
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

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
    channels = (
        round(int(one.rgb[i : i + 2], 16) * (1 - share) + int(other.rgb[i : i + 2], 16) * share)
        for i in (0, 2, 4)
    )
    return Color("".join(f"{channel:02X}" for channel in channels))


def extremes(colors: Sequence[Color]) -> tuple[Color, Color]:
    """Return the darkest and the palest of some colours, of which there must be one."""
    lights = [color.luminance for color in colors]
    return colors[lights.index(min(lights))], colors[lights.index(max(lights))]


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
