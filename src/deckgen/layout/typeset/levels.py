"""The levels of a slot -> levels that can be told apart and read, on whatever template."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from deckgen.colors import Color
from deckgen.legibility import LARGE_READABLE, contrast_on, hue_of, is_large, legible, needed
from deckgen.records import replace
from deckgen.styles import DOT, NO_SPACE, Align, BulletKind, Spacing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from deckgen.styles import LevelStyle
    from deckgen.template.model import Theme
    from deckgen.units import Centipoints, Emu

Levels = tuple["LevelStyle", ...]

_FROM_THE_RIGHT: Final = frozenset(
    {"ar", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "ug", "ur", "yi"}
)
"""Languages whose text runs from right to left, by their primary tags."""
SEEN_TOGETHER: Final = 3
"""The levels of a list that are commonly seen on one page."""
_SMALLER: Final = 0.8
"""The share of its size at which text is still to be read in the colour that it has."""
_HARDLY_MORE: Final = 1.4
"""How many times the contrast of light letters dark ones have at the most that do not take their
place. On strong colours the ratio of WCAG 2 counts dark letters for more than they show, and white
on a brand's red is what everybody expects there.
"""
_LEAST_STEP: Final = 0.25
_MOST_STEP: Final = 4.0
"""The least and the largest distance between the text of two levels, in em."""
_LEAST_LEADING: Final = 0.85
"""The line spacing from which descenders stand clear of the capitals below them."""
_CLOSEST: Final = {
    "line_spacing": Spacing(lines=1.1),
    "space_before": Spacing(lines=0.2),
    "space_after": Spacing(lines=0.2),
}
"""How far apart the lines and paragraphs of a few lines are at the most that have little room."""
_NEAR: Final = {
    "line_spacing": Spacing(lines=1.2),
    "space_before": Spacing(lines=0.3),
    "space_after": Spacing(lines=0.3),
}
"""The same for text that takes a further page for the space between its lines and paragraphs; what
most templates have is no more than that."""
_NEARLY_WHITE: Final = Color("FEFEFE")
"""What stands for white in letters with a line around them: LibreOffice draws these in black where
they are white, as if they were hollow. Nobody can tell the two apart."""
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


def nested(levels: Levels) -> Levels:
    """Return levels whose paragraphs stand nearer to what is above them the deeper they are.

    Space below paragraphs would part an item from what belongs to it, and leave none before the
    next one; and what Google Slides writes has space above the deeper levels alone.
    """
    seen = levels[:SEEN_TOGETHER]
    if all(_is_nested(above, level) for above, level in pairwise(seen)):
        return levels
    made = [_spaced(levels[0], _around(levels[0]))]
    for level in levels[1:]:
        space, most = _around(level), made[-1].space_before
        is_more = space.of(level.size) > most.of(made[-1].size)
        made.append(_spaced(level, most if is_more else space))
    return tuple(made)


def _is_nested(above: LevelStyle, level: LevelStyle) -> bool:
    """Tell whether no space below an item is lost, and none added, where the next is deeper."""
    lost = above.space_after.of(above.size) > level.space_after.of(level.size)
    return not lost and _around(level).of(level.size) <= _around(above).of(above.size)


def _around(level: LevelStyle) -> Spacing:
    """Return the space between two paragraphs of a level."""
    before, after = level.space_before, level.space_after
    if before.lines is not None and after.lines is not None:
        return Spacing(lines=before.lines + after.lines)
    return Spacing(exact=before.of(level.size) + after.of(level.size))


def _spaced(level: LevelStyle, space: Spacing) -> LevelStyle:
    return replace(level, space_before=space, space_after=NO_SPACE)


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


def led(levels: Levels) -> Levels:
    """Return levels whose lines do not run into one another, as some templates set them."""
    made = tuple(map(_led, levels))
    return levels if made == levels else made


def closer(levels: Levels) -> Levels:
    """Return levels whose lines and paragraphs are no farther apart than a few lines need."""
    return tuple(_closer(level, _CLOSEST) for level in levels)


def nearer(levels: Levels) -> Levels:
    """Return levels whose lines and paragraphs are no farther apart than they need to be."""
    made = tuple(_closer(level, _NEAR) for level in levels)
    return levels if made == levels else made


def _closer(level: LevelStyle, farthest: Mapping[str, Spacing]) -> LevelStyle:
    changes = {
        name: most
        for name, most in farthest.items()
        if getattr(level, name).of(level.size) > most.of(level.size)
    }
    return replace(level, **changes) if changes else level


@lru_cache(maxsize=256)
def turned(levels: Levels, language: str, *, aligned: bool = False) -> Levels:
    """Return levels that run as text of a language does, whichever way the template runs it.

    Text in another script than the template's would have its bullets at its end. What is `aligned`
    stays at its end of its place.
    """
    primary = language.partition("-")[0].casefold()
    if primary in _FROM_THE_RIGHT or not any(level.right_to_left for level in levels):
        return levels
    return tuple(
        replace(
            level,
            right_to_left=False,
            align=level.align if aligned or level.align is not Align.RIGHT else Align.LEFT,
        )
        if level.right_to_left
        else level
        for level in levels
    )


def raised(levels: Levels, floor: Centipoints) -> Levels:
    """Return levels of bodies that are read: the first in the least size, the others with it."""
    size = levels[0].size
    if size >= floor:
        return levels
    return tuple(level.sized(max(level.size, level.size.scaled(floor / size))) for level in levels)


def _led(level: LevelStyle) -> LevelStyle:
    least = Spacing(lines=_LEAST_LEADING)
    tight = level.line_spacing.of(level.size) < least.of(level.size)
    return replace(level, line_spacing=least) if tight else level


def visible(
    levels: Levels,
    shades: Sequence[Color],
    theme: Theme,
    together: int = 1,
    contrast: float = 0.0,
) -> Levels:
    """Return levels of which each is read on all shades behind it, in a colour of the theme.

    Text may have to become smaller, and must be read then, too; but light letters that are large
    stay on a strong colour where dark ones would show hardly more. Of the first levels, so many as
    are seen `together`, those of one colour keep one: where the smallest has another one, all have.
    A `contrast` is what text of any size must have at the least.
    """
    least: dict[Color, float] = dict.fromkeys([level.color for level in levels], contrast)
    for level in levels[:together]:
        least[level.color] = max(least[level.color], _needed(level))
    made = tuple(
        _visible(level, shades, theme, max(_needed(level), least[level.color])) for level in levels
    )
    return levels if made == levels else made


def with_seen_bullets(levels: Levels, shades: Sequence[Color]) -> Levels:
    """Return levels whose bullets have the colour of the text where theirs hardly shows."""
    return tuple(
        replace(level, bullet=replace(level.bullet, color=None))
        if level.bullet.color and contrast_on(level.bullet.color, shades) < LARGE_READABLE
        else level
        for level in levels
    )


def in_characters(levels: Levels) -> Levels:
    """Return levels with a character for each bullet that is a picture of the template."""
    return tuple(
        replace(level, bullet=replace(DOT, color=level.bullet.color))
        if level.bullet.kind is BulletKind.PICTURE
        else level
        for level in levels
    )


def _needed(level: LevelStyle) -> float:
    """Return the contrast that text of a level needs at its size, and when it becomes smaller."""
    return needed(level.size.scaled(_SMALLER))


def _visible(level: LevelStyle, shades: Sequence[Color], theme: Theme, least: float) -> LevelStyle:
    color = legible(level.color, shades, theme.offered, least)
    if is_large(level.size) and _stays(level.color, color, shades):
        color = level.color
    if level.outlined and color.rgb == "FFFFFF":
        color = _NEARLY_WHITE
    return level if color is level.color else replace(level, color=color)


def _stays(given: Color, other: Color, shades: Sequence[Color]) -> bool:
    """Tell whether a light colour stays on strong shades though another one is read on them."""
    own = contrast_on(given, shades)
    light = all(shade.luminance < given.luminance and hue_of(shade) is not None for shade in shades)
    return light and own >= LARGE_READABLE and contrast_on(other, shades) <= own * _HARDLY_MORE
