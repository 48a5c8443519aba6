"""The levels of a slot -> levels that can be told apart and read, on whatever template."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.colors import Color, contrast
from deckgen.records import replace
from deckgen.styles import BulletKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.styles import LevelStyle
    from deckgen.template.model import Theme
    from deckgen.units import Emu

Levels = tuple["LevelStyle", ...]

READABLE: Final = 4.5
"""The contrast that text needs (WCAG 2.2, 1.4.3)."""
_VISIBLE: Final = 1.6
"""Below this contrast text does not show; above it, its colour is the designer's choice."""
_EXTREMES: Final = (Color("000000"), Color("FFFFFF"))
_LEAST_STEP: Final = 0.25
_MOST_STEP: Final = 4.0
"""The least and the largest distance between the text of two levels, in em."""
_HANG: Final = 1.2
"""The indent of items for which there is none, in em."""


def graded(levels: Levels) -> Levels:
    """Return levels of which none is larger than the one above it, each a step further in.

    Designers care for the first few levels; what lies below is often left as it never was meant to
    be seen, larger than the text above it, in the same place or far away.
    """
    made = [levels[0]]
    for level in levels[1:]:
        above = made[-1]
        if level.size > above.size:
            level = replace(above, margin_left=level.margin_left, indent=level.indent)
        step, em = _start(level) - _start(above), above.size.emu
        if not em * _LEAST_STEP <= step <= em * _MOST_STEP:
            level = _further_in(level, above)
        made.append(level)
    return levels if tuple(made) == levels else tuple(made)


def _start(level: LevelStyle) -> Emu:
    """Return where the text of an item starts, with a hanging indent even if there is none."""
    if level.indent < 0:
        return level.margin_left
    return level.margin_left + level.indent + level.size.emu * _HANG


def _further_in(level: LevelStyle, above: LevelStyle) -> LevelStyle:
    """Return a level whose bullet stands where the text of the level above starts."""
    hang = -above.indent if above.indent < 0 else above.size.emu * _HANG
    if level.bullet.kind is BulletKind.NONE:
        level = replace(level, bullet=above.bullet)
    return replace(level, margin_left=_start(above) + hang, indent=-hang)


def visible(levels: Levels, backdrop: Color, theme: Theme) -> Levels:
    """Return levels in which text that would not show on its backdrop has a colour that does."""
    if all(contrast(level.color, backdrop) >= _VISIBLE for level in levels):
        return levels
    return tuple(replace(level, color=legible(level.color, backdrop, theme)) for level in levels)


def legible(color: Color, backdrop: Color, theme: Theme, least: float = _VISIBLE) -> Color:
    """Return a colour, or the theme's for text or backgrounds where it hardly shows on a backdrop.

    Where these do not show either, it is black or white: one of them always does.
    """
    if contrast(color, backdrop) >= least:
        return color
    for offered in ((theme.color("tx1"), theme.color("bg1")), _EXTREMES):
        best = max(offered, key=lambda other: contrast(other, backdrop))
        if contrast(best, backdrop) >= least:
            return best
    return best


def readable(color: Color, shades: Sequence[Color], theme: Theme) -> Color | None:
    """Return a colour that is read on each of some shades, the given one if it is; else None."""
    offered = (color, theme.color("tx1"), theme.color("bg1"), *_EXTREMES)
    return next((one for one in offered if reads(one, shades)), None)


def reads(color: Color, shades: Sequence[Color]) -> bool:
    """Tell whether a colour is sure to be read on some shades, of which there must be some."""
    return bool(shades) and all(contrast(color, shade) >= READABLE for shade in shades)
