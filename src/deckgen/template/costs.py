"""A layout that serves, and what it is wanted for -> how far it is from what would be liked best.

A cost has no unit: it only counts which layout costs least, and a cost of three outweighs one.
"""

from __future__ import annotations

from typing import Final

from deckgen.records import Struct
from deckgen.template.model import Role
from deckgen.template.purposes import COVERS, Purpose
from deckgen.template.traits import Traits, looks_like

_NAMED: Final = -2.0
_NAMED_CONTENT: Final = -3.5
"""What speaks for a layout whose name says the purpose; for content, of which there are many copies
that keep its type under names of their own, more than the type does.
"""
_MISNAMED: Final = 1.5
_MOST_MISNAMED: Final = 3.0
"""What each other purpose costs that the name says, and all of them at the most."""
_DECLARED: Final = -3.0
_MISDECLARED: Final = 1.0
"""What a type counts that is the purpose's, and one that is another's."""
_VERTICAL: Final = 5.0
"""What text costs that runs down the page."""
_UNKNOWN_PLACE: Final = 0.3
"""What each place costs that is for nothing known."""
_USE: Final = -0.2
_MOST_USES: Final = 3
"""What speaks for a layout with each of the template's own slides on it, up to so many."""

_OTHER_GROUND: Final = 1.5
_UNLIKE: Final = 1.0
_MOVED_TITLE: Final = 0.5
_OTHER_TITLE_SIZE: Final = 0.5
"""What it costs to look unlike the layout for content, among whose pages a page stands."""
_ALIKE: Final = 0.02
"""The share of the slide up to which titles stand in one place."""

_NO_COVER: Final = 3.0
_COVER_WITH_CONTENT: Final = 6.0
"""What a title slide costs that does not look like one, and one with places for content."""
_NO_LINE: Final = 0.5
_NARROW_TITLE: Final = 1.0
"""What a divider costs without a place for a line, and one whose title has little room."""
_SMALL_BODY: Final = 2.0
_TITLE_ELSEWHERE: Final = 3.0
"""What content costs whose body is nothing beside a good one, and whose title is not above it."""
_GOOD_BODY: Final = 0.6
"""The share of the slide from which a body is large enough."""
_ON_PANEL: Final = 0.5
"""What each text beside a picture costs that stands on a ground of its own."""
_DRAWN: Final = 0.1
"""What each thing costs that is drawn on an empty page."""


class Wish(Struct, frozen=True):
    """What a layout is wanted for: how many pictures, and beside which layout for content."""

    purpose: Purpose
    pictures: int = 0
    beside: Traits | None = None


def cost_of(traits: Traits, wish: Wish) -> float:
    """Return how far a fitting layout is from what would be liked best."""
    purpose = wish.purpose
    named = _NAMED_CONTENT if purpose is Purpose.CONTENT else _NAMED
    misnamed = min(_MOST_MISNAMED, _MISNAMED * len(traits.hints))
    cost = named if purpose in traits.hints else misnamed
    if traits.declared is not None:
        cost += _DECLARED if traits.declared is purpose else _MISDECLARED
    cost += _VERTICAL * traits.is_vertical + _UNKNOWN_PLACE * traits.count(Role.OTHER)
    cost += _USE * min(_MOST_USES, traits.layout.uses)
    if wish.beside is not None and purpose not in COVERS:
        cost += _strangeness(traits, wish.beside)
    return cost + _own_cost(traits, wish)


def _strangeness(traits: Traits, content: Traits) -> float:
    """Return how unlike the layout for content another one looks that stands among its pages."""
    cost = _OTHER_GROUND * (traits.layout.background.rgb != content.layout.background.rgb)
    untitled = traits.title is None
    alike = looks_like(traits.layout, content.layout, traits.slide_size, untitled=untitled)
    cost += _UNLIKE * (not alike)
    if traits.title is None or content.title is None:
        return cost
    one, other, size = traits.title, content.title, traits.slide_size
    moved = abs(one.box.x - other.box.x) + abs(one.box.y - other.box.y)
    cost += _MOVED_TITLE * (moved > (size.width + size.height) * _ALIKE)
    return cost + _OTHER_TITLE_SIZE * (one.levels[0].size != other.levels[0].size)


def _own_cost(traits: Traits, wish: Wish) -> float:
    """Return what speaks against a layout for this purpose alone."""
    match wish.purpose:
        case Purpose.TITLE:
            return _NO_COVER * (not traits.is_cover) + _COVER_WITH_CONTENT * bool(traits.contents)
        case Purpose.SECTION:
            lacking = _NO_LINE * (traits.count(Role.SUBTITLE) == 0)
            return traits.illegibility + lacking + _NARROW_TITLE * traits.title_is_narrow
        case Purpose.CONTENT:
            lacking = max(0.0, 1 - traits.share(traits.bodies) / _GOOD_BODY)
            elsewhere = traits.title_is_beside or traits.title_is_below
            cost = _SMALL_BODY * lacking + _TITLE_ELSEWHERE * elsewhere
            return cost + traits.count(Role.SUBTITLE)
        case Purpose.PICTURE_CAPTION:
            on_panels = sum(slot.background is not None for slot in traits.texts)
            return _ON_PANEL * on_panels - traits.share(traits.pictures)
        case Purpose.PICTURES:
            return abs(len(traits.pictures) - wish.pictures)
        case Purpose.TITLE_ONLY:
            return traits.count(Role.SUBTITLE)
        case Purpose.BLANK:
            return _DRAWN * len(traits.layout.decoration)
        case _:
            return 0.0
