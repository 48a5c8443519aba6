"""A title that makes the text below it smaller -> the same, as large as its place holds.

Titles are set in few sizes, to be alike from page to page. A long one in a bar that is made for one
line becomes so small that the text has to follow it, on a page with room for more. There each point
counts: lines stand closer, and reach up to the edges of the bar.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.layout.areas.room import Room
from deckgen.layout.typeset.title_lines import TORN
from deckgen.records import replace
from deckgen.styles import Spacing
from deckgen.units import ZERO, Centipoints

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from deckgen.geometry import Rect
    from deckgen.layout.titles.fitted import FittedTitle
    from deckgen.styles import LevelStyle
    from deckgen.template.model import Slot

    Levels = tuple[LevelStyle, ...]

_CLOSE: Final = 0.9
"""The line spacing of titles in most templates, which those may have that lack room."""
_POINT: Final = 100
_LINES: Final = 2
"""The lines that a title may have instead of one, for its size."""
_WORTH: Final = 1.1
"""How much larger a title must be to be worth a worse break, or one more line."""

_AIR: Final = 0.02
"""What is kept free at the edges of a bar that is filled, as a share of its height."""


def brim_of(room: Room, band: Room | None, slot: Slot, rules: Iterable[Rect]) -> Room:
    """Return how far a title may reach whose text alone keeps off the edges of its bar.

    Without a bar it may reach as far as before, but over no rule.
    """
    insets, content = slot.body.insets, slot.content
    if band is not None:
        air = band.height * _AIR
        return Room(max(ZERO, band.top + air - insets.top), band.bottom - air + insets.bottom)
    drawn = tuple(rules)
    tops = (rule.bottom - insets.top for rule in drawn if rule.bottom <= content.y)
    bottoms = (rule.y + insets.bottom for rule in drawn if rule.y >= content.bottom)
    return Room(max((room.top, *tops)), min((room.bottom, *bottoms)))


def filled(
    title: FittedTitle, lead: Centipoints, set_in: Callable[[Levels], FittedTitle | None]
) -> FittedTitle:
    """Return a title in the largest size, up to that at which it leads, that its place holds.

    `set_in` sets it in levels, None where it has no place in them. One that is hardly larger for it
    keeps its breaks.
    """
    sizes = range(-(-lead // _POINT) * _POINT, title.levels[0].size, -_POINT)
    made = (set_in(_closer(title.levels, Centipoints(size))) for size in sizes)
    larger = [each for each in made if each is not None and _is_whole(each, title)]
    alike = (each for each in larger if _is_alike(each, title))
    kept = next(alike, title)
    return larger[0] if larger and _size(larger[0]) >= _size(kept) * _WORTH else kept


def _is_whole(title: FittedTitle, before: FittedTitle) -> bool:
    """Tell whether a title tears no word, and has not many more lines than before."""
    return title.badness < TORN and title.lines <= max(_LINES, before.lines)


def _is_alike(title: FittedTitle, before: FittedTitle) -> bool:
    """Tell whether a title breaks no worse than before, and no more often."""
    return title.badness <= before.badness and title.lines <= before.lines


def _size(title: FittedTitle) -> Centipoints:
    return title.levels[0].size


def _closer(levels: Levels, size: Centipoints) -> Levels:
    """Return levels in a size, with lines that are no farther apart than they need."""
    close = Spacing(lines=_CLOSE)
    sized = (level.sized(size) for level in levels)
    return tuple(
        replace(level, line_spacing=close) if level.leading > close.of(size) else level
        for level in sized
    )
