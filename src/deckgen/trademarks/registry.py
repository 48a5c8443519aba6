"""The registries of a deck, and what deckgen knows itself -> the marks to search for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckgen.spec.kinds import Word
    from deckgen.spec.registries import Registry, TrademarkEntry, Translated

Texts = tuple[tuple[str, str], ...]
"""Texts by the tags of their languages, in small letters; `""` is any language."""


class Mark(Struct, frozen=True):
    """A mark as it is searched for; the first of its spellings is its name.

    `owners` are the names of the owner in other languages than that of `owner`. `source` is where
    to look the mark up, `as_of` the date of what is known, `seen_at` where if not at the source.
    """

    spellings: tuple[str, ...]
    owner: str = ""
    owners: Texts = ()
    symbol: str = ""
    wrong: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    attributions: Texts = ()
    first_use: str | None = None
    exact: bool = False
    whole: bool = True
    never: tuple[str, ...] = ()
    ignored: bool = False
    source: str = ""
    as_of: str = ""
    seen_at: str = ""

    @property
    def name(self) -> str:
        """The mark as its owner writes it."""
        return self.spellings[0]

    def owner_in(self, language: str) -> str:
        """Return the owner's name in a language, as it is otherwise where it has no other there."""
        return _in_language(self.owners, language) or self.owner

    def attribution_in(self, language: str) -> str:
        """Return the sentence in a language that the registry has for the mark, if any."""
        return _in_language(self.attributions, language)

    def sign(self, region: str) -> str:
        """Return the sign to set in a region: ® only where the mark is registered there."""
        if self.symbol == "®" and region and self.regions and region not in self.regions:
            return "™"
        return self.symbol


def marks_of(registries: Iterable[Registry]) -> tuple[Mark, ...]:
    """Return the marks of registries, and those that deckgen knows unless one does without them.

    Of entries for the same mark, the first one counts. Marks to be ignored are left out.
    """
    registries = tuple(registries)
    own = [mark_of(entry) for registry in registries for entry in registry.marks]
    known: tuple[Mark, ...] = ()
    if all(registry.known for registry in registries):
        from deckgen.trademarks.known import known_marks

        known = known_marks()
    found: dict[str, Mark] = {}
    for mark in (*own, *known):
        found.setdefault(mark.name.casefold(), mark)
    return tuple(mark for mark in found.values() if not mark.ignored)


def mark_of(entry: TrademarkEntry) -> Mark:
    """Return the mark that an entry describes."""
    owners = _texts(entry.owner)
    return Mark(
        spellings=(entry.mark.text, *(word.text for word in entry.also)),
        owner=owners[0][1] if owners else "",
        owners=owners,
        symbol="" if entry.symbol == "none" else entry.symbol,
        wrong=tuple(word.text for word in entry.wrong),
        unless=tuple(word.text for word in entry.unless),
        regions=tuple(word.text for word in entry.regions),
        attributions=_texts(entry.attribution),
        first_use=entry.first_use,
        exact=entry.case == "exact",
        whole=entry.whole,
        never=entry.never,
        ignored=entry.ignore,
        source=_text(entry.source),
        as_of=_text(entry.as_of),
    )


def _in_language(texts: Texts, language: str) -> str:
    """Return the text in a language, else in that language anywhere, else in any language."""
    found, tag = dict(texts), language.lower()
    return next((found[key] for key in (tag, tag.partition("-")[0], "") if key in found), "")


def _texts(translated: Translated | None) -> Texts:
    return translated.texts if translated else ()


def _text(word: Word | None) -> str:
    return word.text if word else ""
