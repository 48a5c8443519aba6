"""A place in a deck -> what may be written there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.editing.offers.keys import key_offers
from deckgen.editing.offers.texts import text_offers
from deckgen.editing.offers.values import value_offers
from deckgen.editing.sites import SiteRole
from deckgen.editing.tree.nodes import Writing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.editing.documents import CursorPlace
    from deckgen.editing.offers.model import Around, Offer


def offers(place: CursorPlace, around: Around) -> tuple[Offer, ...]:
    """Return what may be written at a place and has the letters that are typed, likeliest first."""
    text = around.document.text
    found = (one for one in _offers(place, around) if _has(one, text[one.start : place.offset]))
    return tuple(sorted(found, key=lambda offer: offer.rank))


def _has(offer: Offer, typed: str) -> bool:
    """Tell whether an offer has some letters in their order, as editors compare them."""
    rest = iter((offer.filter or offer.label).casefold())
    return all(letter in rest for letter in typed.strip("\"' ").casefold())


def _offers(place: CursorPlace, around: Around) -> Iterator[Offer]:
    site = place.site
    if site.role is SiteRole.KEY:
        yield from key_offers(place, around)
        return
    within = text_offers(place, around)
    if within is not None:
        yield from within
        return
    if site.leaf.writing is not Writing.PLAIN or not _starts_line(place):
        yield from value_offers(place, around)
        return
    yield from value_offers(place, around)
    yield from key_offers(place, around)


def _starts_line(place: CursorPlace) -> bool:
    """Tell whether nothing but dashes stands before the text, so that it may become a key."""
    before = place.line[: len(place.line) - len(place.before)]
    return "\n" not in place.before and not before.strip(" \t-")
