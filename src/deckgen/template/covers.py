"""A layout -> the same as a cover: its title in the middle of what is free, with lines below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.colors import contrast
from deckgen.geometry import Rect
from deckgen.records import replace
from deckgen.styles import Anchor
from deckgen.template.compose import READABLE, free_part, moved, taken
from deckgen.units import Centipoints

if TYPE_CHECKING:
    from deckgen.colors import Color
    from deckgen.geometry import Size
    from deckgen.template.model import Slot, Template
    from deckgen.template.traits import Traits

_ONE_LINE: Final = 0.12
"""The height of a place for one line of small text, as a share of the slide's."""
_MIDDLE: Final = (0.2, 0.28)
"""Where titles stand on covers: top and height as shares of what is free."""
_DISPLAY: Final = (0.06, 0.08)
"""The sizes of their titles, as shares of the slide's height: 32 to 43 pt on one of 7.5 in."""
_LARGER: Final = 1.5
"""How much larger than headings such titles are between these."""
_APART: Final = 0.015
"""What is kept free around what is drawn on a cover, as a share of the slide's width."""
_BAR: Final = 0.25
"""The height, as a share of the slide's, up to which what is drawn along its top is a bar."""
_TITLES: Final = ("title", "ctrTitle")
"""The placeholders to which the master gives its style of titles."""
_WIDE: Final = 0.6
"""The share of the slide's width from which text goes across a page."""


def cover_title(traits: Traits, template: Template) -> Slot:
    """Return the title of a cover: in the middle of the largest free part of the page."""
    if traits.title is not None and _stays(traits):
        return traits.title
    free, size, (top, height) = free_part(traits), template.slide_size, _MIDDLE
    box = Rect(free.x, free.y + free.height * top, free.width, free.height * height)
    title, own = moved(traits, _on_axis(box, traits), template), traits.title
    if own is not None and own.placeholder.type not in _TITLES:
        title = replace(title, body=own.body, levels=own.levels)
    larger = _display_size(title.levels[0].size, size)
    ink = _ink(traits)
    levels = tuple(
        replace(level.sized(max(level.size, larger)), color=ink or level.color)
        for level in title.levels
    )
    return replace(title, body=replace(title.body, anchor=Anchor.BOTTOM), levels=levels)


def lines_below(traits: Traits) -> tuple[Slot, ...]:
    """Return the slots for lines below the title, where the title stays above them."""
    title = traits.title
    if title is None or not _stays(traits):
        return ()
    return tuple(slot for slot in traits.bodies if slot.box.y >= title.box.y)


def _stays(traits: Traits) -> bool:
    """Tell whether a title keeps its place on a cover: on a panel, or lower than headings are.

    A panel for one line of small text along the top has no room for the title of a deck.
    """
    title = traits.title
    if title is None or not traits.title_is_upper:
        return title is not None and not traits.title_is_page
    height = traits.slide_size.height
    low = traits.title_is_a_line and title.box.height < height * _ONE_LINE
    return title.background is not None and not low and not _is_in_a_bar(title, traits)


def _is_in_a_bar(title: Slot, traits: Traits) -> bool:
    """Tell whether a title stands in a bar along the top, where pages have their headings."""
    height = traits.slide_size.height
    under = (p.box for p in traits.layout.panels if p.box.overlaps(title.box))
    return any(box.y <= height * _APART and box.height < height * _BAR for box in under)


def _ink(traits: Traits) -> Color | None:
    """Return the colour of the bar that a title leaves, if its own is not read without it."""
    title, ground = traits.title, traits.layout.background
    bar = None if title is None else title.background
    if title is None or bar is None or contrast(bar, ground) < READABLE:
        return None
    return bar if contrast(title.levels[0].color, ground) < READABLE else None


def _on_axis(box: Rect, traits: Traits) -> Rect:
    """Return a place that starts and ends where headings do, unless something is drawn there."""
    title = traits.title
    if title is None or title.box.width < traits.slide_size.width * _WIDE:
        return box
    aligned = replace(box, x=title.box.x, width=title.box.width)
    return box if any(aligned.overlaps(one) for one in taken(traits)) else aligned


def _display_size(heading: Centipoints, slide: Size) -> Centipoints:
    """Return the size of a cover's title where headings have another: larger, but not huge."""
    least, most = (round(slide.height.points * share) * 100 for share in _DISPLAY)
    return max(heading, Centipoints(min(most, max(least, round(heading / 100 * _LARGER) * 100))))
