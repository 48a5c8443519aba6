"""Trademarks: a registry of marks and a deck -> mentions, signs, the notice, and what to check.

`settle` stands between resolving and layout. What it needs is imported when a deck asks for it:
the placing of a notice needs no registry, and only a search for marks needs the automaton.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.trademarks.notice import noticed

if TYPE_CHECKING:
    from collections.abc import Callable

    from deckgen.deck import Deck
    from deckgen.diagnostics import Sink
    from deckgen.spec.registries import Registry
    from deckgen.spec.small_print import Trademarks

__all__ = ["settle"]


def settle(
    deck: Deck,
    settings: Trademarks,
    registries: Callable[[], tuple[Registry, ...]],
    sink: Sink,
    *,
    thorough: bool,
) -> Deck:
    """Return the deck with signs on its marks and the notice where it belongs.

    What is wrong with marks and attributions is reported where that is asked for, and by a
    `thorough` run. The registries are read only where marks are searched for.
    """
    checking = _checks(settings, thorough=thorough)
    if not (checking or _searches(settings)):
        return noticed(deck, settings, None)
    from deckgen.trademarks.check import check
    from deckgen.trademarks.mark import marked
    from deckgen.trademarks.search import search

    found = search(deck, registries())
    if checking:
        check(found, settings, sink)
    return noticed(marked(deck, found, settings), settings, found)


def _checks(settings: Trademarks, *, thorough: bool) -> bool:
    """Tell whether marks and attributions are checked: as set, else where a registry is named."""
    return (thorough or bool(settings.registry)) if settings.check is None else settings.check


def _searches(settings: Trademarks) -> bool:
    """Tell whether the marks that a deck mentions make a difference to it."""
    lists = settings.notice is not None and "{marks}" in settings.notice.text
    placed_by_mention = settings.place in {"mentioning", "last"}
    return placed_by_mention or lists or settings.first_use != "never"
