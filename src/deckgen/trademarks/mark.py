"""Mentions of marks -> the deck with ® and ™ behind the first of them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from deckgen.content import Run, join
from deckgen.records import replace
from deckgen.trademarks.forms import Form
from deckgen.wording import TextRole, reworded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from deckgen.deck import Deck, Runs
    from deckgen.spec.small_print import Trademarks
    from deckgen.trademarks.search import Found, Mention

_MARKED: Final = frozenset({TextRole.TITLE, TextRole.SUBTITLE, TextRole.CREDITS, TextRole.BODY})
"""The parts of a slide in which marks get their signs."""


def marked(deck: Deck, found: Found, settings: Trademarks) -> Deck:
    """Return the deck with superscript signs behind the mentions that are to have one.

    A sign that the author has typed counts as one. Links and code stay as they are, and the next
    mention gets the sign.
    """
    region = settings.region.text if settings.region else ""
    slides = list(deck.slides)
    chosen = first_mentions(found.mentions, settings)
    for number, mentions in groupby(chosen, key=lambda mention: mention.slide):
        slides[number] = reworded(slides[number], _changes(tuple(mentions), region))
    return replace(deck, slides=tuple(slides)) if chosen else deck


def first_mentions(mentions: Iterable[Mention], settings: Trademarks) -> tuple[Mention, ...]:
    """Return the mentions that get a sign, by the rule of the deck or the mark's own."""
    seen: set[tuple[str, int]] = set()
    chosen = []
    for mention in mentions:
        rule = mention.mark.first_use or settings.first_use
        if rule == "never" or mention.part not in _MARKED or not mention.mark.symbol:
            continue
        key = mention.mark.name, mention.slide if rule == "slide" else -1
        if key in seen or mention.form is not Form.RIGHT:
            continue
        if mention.signed:
            seen.add(key)
        elif not mention.bound:
            seen.add(key)
            chosen.append(mention)
    return tuple(chosen)


def _changes(mentions: Sequence[Mention], region: str) -> Mapping[int, Runs]:
    """Return the runs of each stretch with signs behind its mentions, by the stretch's runs."""
    by_stretch: dict[int, tuple[Runs, list[tuple[int, str]]]] = {}
    for mention in mentions:
        runs = mention.stretch.runs
        _, signs = by_stretch.setdefault(id(runs), (runs, []))
        signs.append((mention.stop, mention.mark.sign(region)))
    return {key: join(_signed(runs, signs)) for key, (runs, signs) in by_stretch.items()}


def _signed(runs: Runs, signs: Sequence[tuple[int, str]]) -> Iterator[Run]:
    """Yield runs with each sign behind the character at which it belongs, in that run's style."""
    position, pending = 0, list(signs)
    for run in runs:
        rest = run.text
        while pending and pending[0][0] <= position + len(rest):
            stop, sign = pending.pop(0)
            cut = stop - position
            yield replace(run, text=rest[:cut])
            yield replace(run, text=sign, sign=True, link=None)
            rest, position = rest[cut:], stop
        yield replace(run, text=rest)
        position += len(rest)
