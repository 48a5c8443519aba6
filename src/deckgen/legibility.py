"""A colour of text, what is behind it, and what a theme offers -> the colour in which it is read.

What counts as read is WCAG 2.2, 1.4.3: a contrast of 4.5, for large text of 3.
"""

from __future__ import annotations

from math import atan2, degrees, hypot
from typing import TYPE_CHECKING, Final

from deckgen.colors import Color, contrast
from deckgen.units import Centipoints

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

READABLE: Final = 4.5
LARGE_READABLE: Final = 3.0
_LARGE: Final = Centipoints(2400)
"""Where text is large: WCAG says 18 pt on a page that is read at an arm's length."""
EXTREMES: Final = (Color("000000"), Color("FFFFFF"))
_GREY: Final = 0.04
"""The chroma in OKLab below which a colour has no hue that anyone would name."""
_HUE: Final = 40.0
"""The difference of hues, in degrees, from which a colour is another one."""
_LIGHTNESS: Final = 0.5
"""What a difference in lightness counts beside one in colour: it is what has to change."""


def needed(size: Centipoints) -> float:
    """Return the contrast that text of a size needs."""
    return LARGE_READABLE if is_large(size) else READABLE


def is_large(size: Centipoints) -> bool:
    """Tell whether text of a size is read with less contrast."""
    return size >= _LARGE


def reads(color: Color, shades: Sequence[Color]) -> bool:
    """Tell whether a colour is sure to be read on some shades, of which there must be some."""
    return contrast_on(color, shades) >= READABLE


def contrast_on(color: Color, shades: Iterable[Color]) -> float:
    """Return the contrast of a colour with that of some shades on which it shows least."""
    return min((contrast(color, shade) for shade in shades), default=0.0)


def is_paler(color: Color, shades: Sequence[Color]) -> bool:
    """Tell whether a colour is paler than some shades are on the whole, rather than darker."""
    return color.luminance * len(shades) > sum(shade.luminance for shade in shades)


def legible(
    color: Color, shades: Sequence[Color], offered: Iterable[Color], least: float = READABLE
) -> Color:
    """Return a colour that is read on all shades: the given one, else the most like it.

    `offered` are the colours of the theme; one of another hue takes the place of none. Where none
    of them is read it is black or white, whichever shows more.
    """
    if contrast_on(color, shades) >= least:
        return color
    fitting = [one for one in offered if contrast_on(one, shades) >= least]
    alike = [one for one in fitting if not _is_of_another_hue(one, color)]
    if alike:
        return min(alike, key=lambda one: _distance(one, color))
    return max(EXTREMES, key=lambda extreme: contrast_on(extreme, shades))


def readable(color: Color, shades: Sequence[Color], offered: Iterable[Color]) -> Color | None:
    """Return a colour that is sure to be read on some shades, None where there is none."""
    found = legible(color, shades, offered)
    return found if reads(found, shades) else None


def _distance(one: Color, other: Color) -> float:
    (light_1, a_1, b_1), (light_2, a_2, b_2) = _oklab(one), _oklab(other)
    return _LIGHTNESS * abs(light_1 - light_2) + hypot(a_1 - a_2, b_1 - b_2)


def hue_of(color: Color) -> float | None:
    """Return the hue of a colour in OKLCh, in degrees from 0 to 360; None for a grey."""
    _, a, b = _oklab(color)
    return None if hypot(a, b) < _GREY else degrees(atan2(b, a)) % 360


def _is_of_another_hue(one: Color, other: Color) -> bool:
    """Tell whether a colour has a hue that the other has not; greys go with all."""
    _, a, b = _oklab(one)
    if hypot(a, b) < _GREY:
        return False
    _, a_other, b_other = _oklab(other)
    if hypot(a_other, b_other) < _GREY:
        return True
    apart = abs(degrees(atan2(b, a)) - degrees(atan2(b_other, a_other)))
    return min(apart, 360 - apart) > _HUE


def _oklab(color: Color) -> tuple[float, float, float]:
    """Return lightness and the two opponents of a colour (Ottosson, "OKLab", 2020)."""
    red, green, blue = color.linear
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )
