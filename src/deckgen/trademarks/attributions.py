"""Marks -> the sentences that say whose they are, in a list, alone, or on a slide of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.blocks.text import Text
from deckgen.content import Marker, Paragraph, Run, plain
from deckgen.deck import FootnoteKind, LogicalSlide, SlideKind
from deckgen.trademarks.notice import PLACE
from deckgen.trademarks.phrases import phrases

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckgen.deck import Deck, Runs
    from deckgen.spec.small_print import Trademarks
    from deckgen.trademarks.registry import Mark


def listing(marks: Iterable[Mark], language: str) -> str:
    """Return marks with their owners, as the language lists them."""
    words = phrases(language)
    owned = ((mark.name, mark.owner_in(language)) for mark in marks)
    return words.between.join(
        words.listed.format(mark=name, owner=owner) if owner else name for name, owner in owned
    )


def attribution(mark: Mark, language: str, region: str) -> str:
    """Return the sentence that says whose a mark is: the registry's own, or the usual one."""
    return attributions([mark], language, region)[0]


def attributions(marks: Iterable[Mark], language: str, region: str) -> list[str]:
    """Return the sentences that say whose marks are, one for all that an owner has alike."""
    words = phrases(language)
    sentences: dict[tuple[str, str, bool], list[str]] = {}
    for mark in marks:
        owner, own = mark.owner_in(language), mark.attribution_in(language)
        key = own, "" if own else owner, mark.sign(region) == "®" and not own
        sentences.setdefault(key, []).append(mark.name)
    return [
        own or words.sentence(names, owner, registered=registered)
        for (own, owner, registered), names in sentences.items()
    ]


def closing(deck: Deck, settings: Trademarks, runs: Runs, marks: tuple[Mark, ...]) -> LogicalSlide:
    """Return the slide that ends the deck: the notice, and whose each mark is."""
    span, last = settings.span, deck.slides[-1]
    region = settings.region.text if settings.region else ""
    sentences = attributions(marks, deck.language, region)
    if settings.notice is not None and PLACE in plain(settings.notice.runs):
        sentences = []
    paragraphs = [Paragraph(runs, span)]
    paragraphs += [
        Paragraph((Run(sentence, span),), span, marker=Marker.BULLET) for sentence in sentences
    ]
    small = tuple(
        line for line in last.footnotes if line.kind in {FootnoteKind.LABEL, FootnoteKind.COPYRIGHT}
    )
    footed = next((s for s in reversed(deck.slides) if s.kind is SlideKind.CONTENT), last)
    return LogicalSlide(
        id="trademarks",
        kind=SlideKind.CONTENT,
        title=(Run(phrases(deck.language).title, span),),
        span=span,
        language=deck.language,
        footers=footed.footers,
        content=(Text(span=span, paragraphs=tuple(paragraphs)),),
        section=last.section,
        footnotes=small,
    )
