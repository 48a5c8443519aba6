"""A place where a value stands -> the words, names, files and marks that it may be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blocks import block_types
from deckgen.editing.forms import Condition, Included, words_of
from deckgen.editing.mentions import TEMPLATE, is_unread
from deckgen.editing.names import targets, variables
from deckgen.editing.offers.model import Offer, OfferKind
from deckgen.editing.offers.paths import (
    ANY,
    DATA,
    PICTURES,
    RECORDINGS,
    TEMPLATES,
    YAML,
    path_offers,
)
from deckgen.editing.tree.nodes import Writing
from deckgen.records import replace
from deckgen.resolve.titles import slug
from deckgen.spec.backgrounds import Ground
from deckgen.spec.datasets import DataSource
from deckgen.spec.icons import Icon
from deckgen.spec.kinds import Address, Identifier, Language
from deckgen.spec.language import Common, Layouts, Settings, Use
from deckgen.spec.picture_kinds import PictureRef, RecordingRef
from deckgen.spec.program_text import CodeFile
from deckgen.spec.small_print import RegistryFile
from deckgen.templates import BUILT_IN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.editing.documents import CursorPlace
    from deckgen.editing.offers.model import Around

_FILES: Final = {
    PictureRef: PICTURES,
    Icon: PICTURES,
    Ground: PICTURES,
    RecordingRef: RECORDINGS,
    CodeFile: ANY,
    DataSource: DATA,
    RegistryFile: YAML,
    Included: YAML,
}
_COLORS: Final = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
_GROUNDS: Final = ("bg1", "bg2", "tx1", "tx2", *_COLORS)
_TAGS: Final = ("ja", "en", "en-GB", "en-US", "de", "fr", "es", "it", "ko", "pt", "zh-CN", "zh-TW")
_LEAST_OF_MARK: Final = 2
"""How many letters of a mark are typed before marks are offered."""
_WORD_SIGNS: Final = "&+.'-®™"
_OPERATORS: Final = ("and", "or", "not", "in", "true", "false")
_CODE: Final = next(block for block in block_types() if block.KEY == "code")


def value_offers(place: CursorPlace, around: Around) -> Iterator[Offer]:
    """Yield what the value at a place may be."""
    for offer in _values(place, around):
        # Behind a colon without a blank the text would not be a value.
        glued = place.before == "" and place.line.endswith(":")
        yield offer if not glued else _set_off(offer)


def _set_off(offer: Offer) -> Offer:
    return replace(offer, text=f" {offer.text}")


def _values(place: CursorPlace, around: Around) -> Iterator[Offer]:
    site = place.site
    if site.leaf.writing is Writing.BLOCK or "\n" in place.before:
        yield from _marks(place, around)
        return
    span = site.inner[0], place.stop
    named = [form for form in site.scalars if form not in _FILES]
    words = dict.fromkeys(word for form in named for word in words_of(form))
    for number, word in enumerate(words):
        yield _word(word, span, number, site.leaf.writing)
    yield from _names(place, span, around)
    for form in site.scalars:
        if form in _FILES:
            yield from path_offers(_FILES[form], place.before.lstrip("\"'"), span, around)
    yield from _marks(place, around)


def _word(word: str, span: tuple[int, int], rank: int, writing: Writing) -> Offer:
    """Return a word, in quotation marks where YAML takes it for something else."""
    bare = writing is not Writing.PLAIN or word[:1] not in "{[#&*!|>@`%"
    return Offer(word, OfferKind.WORD, *span, word if bare else f'"{word}"', rank=rank)


def _names(place: CursorPlace, span: tuple[int, int], around: Around) -> Iterator[Offer]:
    """Yield the names that a value may be, by what its key means and by what kind it is."""
    field = place.site.field
    owner = field.owner if field is not None else None
    name = field.name if field is not None else ""
    if owner is Layouts or (name == "layout" and owner is not None and issubclass(owner, Common)):
        template = around.deck.look.template
        yield from _layouts(template.layouts, f"layout of {template.name}", span)
    elif owner is Settings and name == TEMPLATE:
        yield from _layouts(BUILT_IN, "built in", span)
        yield from path_offers(TEMPLATES, place.before, span, around)
    elif owner is Use and name == "use":
        yield from _own_slides(span, around)
    elif owner is _CODE and name == "language":
        yield from _program_languages(span, place.before)
    yield from _by_kind(place, span, around)


def _by_kind(place: CursorPlace, span: tuple[int, int], around: Around) -> Iterator[Offer]:
    forms = place.site.scalars
    if Identifier in forms:
        yield from _own_name(place, span)
    if Address in forms:
        yield from _links(span, around)
    if Language in forms:
        yield from (Offer(tag, OfferKind.WORD, *span, tag, rank=n) for n, tag in enumerate(_TAGS))
    if Ground in forms:
        for number, color in enumerate(_GROUNDS):
            yield Offer(color, OfferKind.COLOR, *span, color, rank=number)
    if Condition in forms:
        yield from _in_condition(place, around)


def _layouts(names: tuple[str, ...], told: str, span: tuple[int, int]) -> Iterator[Offer]:
    for number, name in enumerate(names):
        yield Offer(name, OfferKind.LAYOUT, *span, name, detail=told, rank=number)


def _own_slides(span: tuple[int, int], around: Around) -> Iterator[Offer]:
    """Yield the slides of the template, by their numbers and titles."""
    for number, title in enumerate(around.deck.look.template.slides, start=1):
        text = f"slide {number}"
        yield Offer(text, OfferKind.SLIDE, *span, text, detail=title, rank=number)


def _program_languages(span: tuple[int, int], typed: str) -> Iterator[Offer]:
    """Yield the languages that begin as what is typed does; there are more than a thousand."""
    from deckgen.blocks.listings.colouring import names

    for word, name in names().items():
        if word.startswith(typed.lower()):
            yield Offer(word, OfferKind.WORD, *span, word, detail=name)


def _own_name(place: CursorPlace, span: tuple[int, int]) -> Iterator[Offer]:
    """Yield the id that the title of the slide gives."""
    within = place.site.within[-1] if place.site.within else None
    title = within.get("title") if within is not None else None
    name = slug(getattr(title, "text", "").strip())
    if name:
        yield Offer(name, OfferKind.SLIDE, *span, name, detail="as the title has it")


def _links(span: tuple[int, int], around: Around) -> Iterator[Offer]:
    for number, target in enumerate(targets(around.deck.files())):
        text = f"#{target.name}"
        kind = OfferKind.SLIDE
        yield Offer(text, kind, *span, f'"{text}"', detail=target.title, rank=number)


def _in_condition(place: CursorPlace, around: Around) -> Iterator[Offer]:
    """Yield variables and operators in the place of the word before the cursor."""
    letters = 0
    while letters < len(place.before) and _is_name(place.before[-1 - letters]):
        letters += 1
    span = place.offset - letters, place.offset
    names = variables(around.deck.files())
    for number, (name, value) in enumerate(names.items()):
        yield Offer(name, OfferKind.VARIABLE, *span, name, detail=value, rank=number)
    for number, word in enumerate(_OPERATORS, start=len(names)):
        yield Offer(word, OfferKind.WORD, *span, word, rank=number)


def _is_name(letter: str) -> bool:
    return letter.isalnum() or letter in "_."


def _marks(place: CursorPlace, around: Around) -> Iterator[Offer]:
    """Yield the marks that begin as the word before the cursor does, whatever its capitals."""
    if is_unread(place.site.scalars) or not _is_text(place):
        return
    letters = 0
    while letters < len(place.before) and _is_letter(place.before[-1 - letters]):
        letters += 1
    typed = place.before[len(place.before) - letters :].casefold()
    if letters < _LEAST_OF_MARK:
        return
    span = place.offset - letters, place.offset
    for number, mark in enumerate(around.deck.look.marks):
        if mark.casefold().startswith(typed):
            yield Offer(mark, OfferKind.MARK, *span, mark, detail="trademark", rank=number)


def _is_letter(letter: str) -> bool:
    return letter.isalnum() or letter in _WORD_SIGNS


def _is_text(place: CursorPlace) -> bool:
    """Tell whether words are written at a place, and no name of something."""
    forms = place.site.scalars
    named = (*_FILES, Identifier, Address, Language, Condition)
    return bool(forms) and not any(form in named or words_of(form) for form in forms)
