"""The notice of a deck and the marks in it -> footnotes on slides, or slides of attributions."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from deckgen.content import Run
from deckgen.deck import Footnote, FootnoteKind, LogicalSlide, SlideKind
from deckgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from deckgen.deck import Deck, Runs
    from deckgen.spec.small_print import Trademarks
    from deckgen.trademarks.registry import Mark
    from deckgen.trademarks.search import Found, Mention

PLACE = "{marks}"
"""Where a notice lists marks: those of the deck, or of its slide if only some slides have it."""


def noticed(deck: Deck, settings: Trademarks, found: Found | None) -> Deck:
    """Return the deck with its notice where the settings want it.

    What was found must be given where the place or the words of the notice depend on it.
    """
    mentions = () if found is None else found.counted(notes=settings.notes)
    marks = _marks_of(mentions)
    if settings.place == "mentioning":
        footnotes = dict(_by_mention(mentions, settings, deck.language))
    else:
        runs = notice_runs(settings, deck.language, marks)
        if runs and deck.slides and settings.place == "last":
            from deckgen.trademarks.attributions import closing

            return replace(deck, slides=(*deck.slides, closing(deck, settings, runs, marks)))
        footnote = Footnote(FootnoteKind.NOTICE, runs)
        footnotes = dict.fromkeys(_numbers(deck, settings) if runs else (), footnote)
    slides = tuple(
        _with_notice(slide, footnotes[number]) if number in footnotes else slide
        for number, slide in enumerate(deck.slides)
    )
    return replace(deck, slides=slides)


def notice_runs(settings: Trademarks, language: str, marks: Collection[Mark]) -> Runs:
    """Return the notice: the author's, else the usual one.

    There is none where it is set to nothing, or is to list marks and there are none.
    """
    if settings.notice is None:
        from deckgen.trademarks.phrases import phrases

        return (Run(phrases(language).notice, settings.span),)
    if PLACE not in settings.notice.text:
        return settings.notice.runs
    if not marks:
        return ()
    from deckgen.trademarks.attributions import listing

    listed = listing(marks, language)
    return tuple(replace(run, text=run.text.replace(PLACE, listed)) for run in settings.notice.runs)


def _marks_of(mentions: Iterable[Mention]) -> tuple[Mark, ...]:
    return tuple({mention.mark.name: mention.mark for mention in mentions}.values())


def _by_mention(
    mentions: Iterable[Mention], settings: Trademarks, language: str
) -> Iterator[tuple[int, Footnote]]:
    """Yield the notice of each slide that mentions a mark, which lists just the marks there.

    Of the slide's pages it stands on those that show one of them.
    """
    for number, group in groupby(mentions, key=lambda mention: mention.slide):
        here = tuple(group)
        runs = notice_runs(settings, language, _marks_of(here))
        shown = tuple(mention.span for mention in here if mention.is_shown)
        if runs:
            yield number, Footnote(FootnoteKind.NOTICE, runs, shown)


def _numbers(deck: Deck, settings: Trademarks) -> Iterable[int]:
    """Return the numbers of the slides that get the notice: all, or that which opens the deck."""
    kinds = [slide.kind for slide in deck.slides]
    if settings.place == "every" or not kinds:
        return range(len(kinds))
    order = (SlideKind.TITLE, SlideKind.CONTENT, SlideKind.SECTION, SlideKind.CLOSING)
    return [next((kinds.index(kind) for kind in order if kind in kinds), 0)]


def _with_notice(slide: LogicalSlide, notice: Footnote) -> LogicalSlide:
    copyrights = [line for line in slide.footnotes if line.kind is FootnoteKind.COPYRIGHT]
    others = [line for line in slide.footnotes if line.kind is not FootnoteKind.COPYRIGHT]
    return replace(slide, footnotes=(*others, notice, *copyrights))
