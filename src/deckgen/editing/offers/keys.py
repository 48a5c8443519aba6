"""A place where a key may stand -> the keys, with what they mean and how they begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.editing.offers.model import Offer, OfferKind
from deckgen.editing.offers.snippets import snippet
from deckgen.editing.telling import signature, told_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.editing.documents import CursorPlace
    from deckgen.editing.forms import KeyForm
    from deckgen.editing.offers.model import Around


def key_offers(place: CursorPlace, around: Around) -> Iterator[Offer]:
    """Yield the keys that may be written at a place and are not written yet."""
    site = place.site
    taken = site.taken - {site.leaf.text}
    fields = around.file.language.fields(site.forms, taken)
    given = {_meaning(field) for name, field in fields.items() if name in taken}
    in_brackets = bool(site.within) and site.within[-1].column < 0 and not site.is_item
    indent = _indent(place)
    for field in fields.values():
        if _meaning(field) in given or not _is_offered(field, place.before):
            continue
        text = field.name
        if not site.has_colon:
            text = snippet(field, in_brackets=in_brackets).replace("\n", "\n" + indent)
        yield Offer(
            field.name,
            OfferKind.KEY if field.block is None else OfferKind.BLOCK,
            site.start,
            max(place.stop, site.stop - 1) if site.has_colon else place.stop,
            text,
            has_stops=not site.has_colon,
            detail=signature(field),
            documentation=told_of(field),
            rank=field.order,
        )


def _is_offered(field: KeyForm, typed: str) -> bool:
    """Tell whether a key is offered: other spellings are where they are begun."""
    if not field.name:
        return False
    return not field.is_other or (bool(typed) and field.name.startswith(typed))


def _meaning(field: KeyForm) -> object:
    """Return what is the same for all spellings of a key."""
    return id(field.declared) if field.declared is not None else field.name


def _indent(place: CursorPlace) -> str:
    """Return how much further to the right keys stand than the line in which they are."""
    line = place.line[: len(place.line) - len(place.before)]
    return " " * len(line.lstrip())
