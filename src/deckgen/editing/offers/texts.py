"""A text with an unfinished link, picture, variable or footnote -> how it may go on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.editing.documents import CURSOR
from deckgen.editing.forms import Condition, Included
from deckgen.editing.mentions import is_unread
from deckgen.editing.names import footnotes_of, targets, variables
from deckgen.editing.offers.model import Offer, OfferKind
from deckgen.editing.offers.paths import PICTURES, path_offers
from deckgen.patterns import lazy
from deckgen.spec.kinds import Address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.editing.documents import CursorPlace
    from deckgen.editing.offers.model import Around

_PICTURE: Final = lazy(r"!\[[^\[\]\n]*\]\(\s*([^\s()#]*)\Z")
_LINK: Final = lazy(r"\]\(\s*(#?[^\s()]*)\Z")
_VARIABLE: Final = lazy(r"\$\{\s*([\w.-]*)\Z")
_FOOTNOTE: Final = lazy(r"\[\^([^\]\s]*)\Z")
_ADDRESS: Final = lazy(r"\A[\"']?(#[^\s]*)\Z")


def text_offers(place: CursorPlace, around: Around) -> Iterator[Offer] | None:
    """Return how what is unfinished before the cursor may go on, None where nothing is."""
    forms = place.site.scalars
    if Condition in forms or Included in forms:
        return None
    line = place.before.rpartition("\n")[2]
    variable = _VARIABLE.search(line)
    if variable is not None and not is_unread(forms):
        return _variables(place, len(variable[1]), around)
    if Address in forms:
        address = _ADDRESS.search(line)
        return None if address is None else _targets(place, len(address[1]), around)
    if is_unread(forms):
        return None
    if (footnote := _FOOTNOTE.search(line)) is not None:
        return _footnotes(place, len(footnote[1]))
    if (picture := _PICTURE.search(line)) is not None:
        span = _span(place, len(picture[1]))
        return path_offers(PICTURES, picture[1], span, around)
    if (link := _LINK.search(line)) is not None:
        return _targets(place, len(link[1]), around)
    return None


def _span(place: CursorPlace, typed: int) -> tuple[int, int]:
    """Return where a word stands of which some letters are before the cursor, up to its end."""
    stop = place.offset
    behind = place.site.leaf.text.partition(CURSOR)[2]
    for letter in behind:
        if not (letter.isalnum() or letter in "_-./"):
            break
        stop += 1
    return place.offset - typed, stop


def _behind(place: CursorPlace, stop: int) -> str:
    """Return what follows an offset in its line."""
    rest = place.site.leaf.text.partition(CURSOR)[2]
    return rest[stop - place.offset :].partition("\n")[0]


def _variables(place: CursorPlace, typed: int, around: Around) -> Iterator[Offer]:
    """Yield the variables of the deck, closed by a brace where none follows."""
    start, stop = _span(place, typed)
    closing = "" if _behind(place, stop).lstrip().startswith(("}", ":")) else "}"
    for number, (name, value) in enumerate(variables(around.deck.files()).items()):
        yield Offer(
            name, OfferKind.VARIABLE, start, stop, name + closing, detail=value, rank=number
        )


def _targets(place: CursorPlace, typed: int, around: Around) -> Iterator[Offer]:
    """Yield what links may lead to: ids first, then the names that titles give."""
    start, stop = _span(place, typed)
    for number, target in enumerate(targets(around.deck.files())):
        text = f"#{target.name}"
        told = "" if target.is_id else "by its title"
        yield Offer(
            text,
            OfferKind.SLIDE,
            start,
            stop,
            text,
            detail=target.title,
            documentation=told,
            rank=number,
            filter=f"#{target.name} {target.title}",
        )


def _footnotes(place: CursorPlace, typed: int) -> Iterator[Offer]:
    start, stop = _span(place, typed)
    closing = "" if _behind(place, stop).startswith("]") else "]"
    for number, note in enumerate(footnotes_of(place.site)):
        label = note.label
        yield Offer(
            label, OfferKind.FOOTNOTE, start, stop, label + closing, detail=note.text, rank=number
        )
