"""Decks as text, resolved to their slides."""

import pytest

from tests.support.building import open_deck


@pytest.fixture(scope="session")
def resolved():
    """Return the deck of a text without mistakes."""

    def resolve_well(text):
        build = open_deck(text)
        deck = build.deck()
        assert build.sink.sorted() == ()
        assert deck is not None
        return deck

    return resolve_well


@pytest.fixture(scope="session")
def said():
    """Return what is said of a deck, as `line:column code message` and hints."""

    def say(text):
        build = open_deck(text)
        build.deck()
        return [
            f"{item.span.line}:{item.span.column} {item.code.slug} {item.message}"
            + "".join(f" ({hint})" for hint in item.hints)
            for item in build.sink.sorted()
            if item.span is not None
        ]

    return say
