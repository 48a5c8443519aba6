"""The notice of a deck and the marks in it -> footnotes on slides, or slides of attributions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.content import Marker, Paragraph, Run, plain
from deckgen.deck import Footnote, FootnoteKind, LogicalSlide, SlideKind
from deckgen.records import replace
from deckgen.trademarks.phrases import phrases

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckgen.deck import Deck, Runs
    from deckgen.source import Span
    from deckgen.spec.small_print import Trademarks
    from deckgen.trademarks.registry import Mark
    from deckgen.trademarks.search import Found

PLACE = "{marks}"
"""Where a notice lists the marks."""


def noticed(deck: Deck, settings: Trademarks, found: Found | None) -> Deck:
    """Return the deck with its notice where the settings want it.

    What was found must be given where the place or the words of the notice depend on it.
    """
    marks = _marks(found, settings)
    runs = notice_runs(settings, deck.language, marks)
    if not runs or not deck.slides:
        return deck
    if settings.place == "last":
        return replace(deck, slides=(*deck.slides, _closing(deck, settings, runs, marks)))
    places = _places(deck, settings, found)
    slides = tuple(
        _with_notice(slide, runs, places[number]) if number in places else slide
        for number, slide in enumerate(deck.slides)
    )
    return replace(deck, slides=slides)


def notice_runs(settings: Trademarks, language: str, marks: Iterable[Mark]) -> Runs:
    """Return the notice: the author's, else the usual one; nothing where it is set to nothing."""
    if settings.notice is None:
        return (Run(phrases(language).notice, settings.span),)
    listed = listing(marks, language)
    return tuple(replace(run, text=run.text.replace(PLACE, listed)) for run in settings.notice.runs)


def listing(marks: Iterable[Mark], language: str) -> str:
    """Return marks with their owners, as the language lists them."""
    words = phrases(language)
    return words.between.join(
        words.listed.format(mark=mark.name, owner=mark.owner) if mark.owner else mark.name
        for mark in marks
    )


def attribution(mark: Mark, language: str, region: str) -> str:
    """Return the sentence that says whose a mark is: the registry's own, or the usual one."""
    if mark.attribution:
        return mark.attribution
    words = phrases(language)
    if not mark.owner:
        return words.unowned.format(mark=mark.name)
    form = words.registered if mark.sign(region) == "®" else words.claimed
    # a sentence that ends with the full stop of `Inc.` needs no second one
    return form.format(mark=mark.name, owner=mark.owner).replace("..", ".")


def _marks(found: Found | None, settings: Trademarks) -> tuple[Mark, ...]:
    if found is None:
        return ()
    counted = found.counted(notes=settings.notes)
    return tuple({mention.mark.name: mention.mark for mention in counted}.values())


def _places(deck: Deck, settings: Trademarks, found: Found | None) -> dict[int, tuple[Span, ...]]:
    """Return the slides that get the notice, and of each the places on whose pages it stands."""
    match settings.place:
        case "every":
            return dict.fromkeys(range(len(deck.slides)), ())
        case "mentioning":
            assert found is not None, "the place depends on what was found"
            places: dict[int, tuple[Span, ...]] = {}
            for mention in found.counted(notes=settings.notes):
                before = places.get(mention.slide, ())
                shown = (mention.span,) if mention.is_shown else ()
                places[mention.slide] = (*before, *shown)
            return places
        case _:
            order = (SlideKind.TITLE, SlideKind.CONTENT, SlideKind.SECTION, SlideKind.CLOSING)
            kinds = [slide.kind for slide in deck.slides]
            first = next((kinds.index(kind) for kind in order if kind in kinds), 0)
            return {first: ()}


def _with_notice(slide: LogicalSlide, runs: Runs, at: tuple[Span, ...]) -> LogicalSlide:
    notice = Footnote(FootnoteKind.NOTICE, runs, at)
    copyrights = [line for line in slide.footnotes if line.kind is FootnoteKind.COPYRIGHT]
    others = [line for line in slide.footnotes if line.kind is not FootnoteKind.COPYRIGHT]
    return replace(slide, footnotes=(*others, notice, *copyrights))


def _closing(deck: Deck, settings: Trademarks, runs: Runs, marks: tuple[Mark, ...]) -> LogicalSlide:
    """Return the slide that ends the deck: the notice, and whose each mark is."""
    from deckgen.blocks.text import Text

    span, last = settings.span, deck.slides[-1]
    region = settings.region.text if settings.region else ""
    sentences = [attribution(mark, deck.language, region) for mark in marks]
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
