"""The notice of a deck and the marks in it -> footnotes on slides, or slides of attributions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.content import Run
from deckgen.deck import Footnote, FootnoteKind, LogicalSlide, SlideKind
from deckgen.records import replace

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
        from deckgen.trademarks.attributions import closing

        return replace(deck, slides=(*deck.slides, closing(deck, settings, runs, marks)))
    places = _places(deck, settings, found)
    slides = tuple(
        _with_notice(slide, runs, places[number]) if number in places else slide
        for number, slide in enumerate(deck.slides)
    )
    return replace(deck, slides=slides)


def notice_runs(settings: Trademarks, language: str, marks: Iterable[Mark]) -> Runs:
    """Return the notice: the author's, else the usual one; nothing where it is set to nothing."""
    if settings.notice is None:
        from deckgen.trademarks.phrases import phrases

        return (Run(phrases(language).notice, settings.span),)
    if PLACE not in settings.notice.text:
        return settings.notice.runs
    from deckgen.trademarks.attributions import listing

    listed = listing(marks, language)
    return tuple(replace(run, text=run.text.replace(PLACE, listed)) for run in settings.notice.runs)


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
