"""However much small print a deck has, its foot covers nothing and is read, on any template."""

from __future__ import annotations

from functools import cache

import pytest

from deckgen.compiler import build_text
from deckgen.layout.deck import lay_out
from deckgen.template.read import read_template
from deckgen.text.fonts import NoFonts
from deckgen.text.typesetter import Typesetter
from tests.support import hostile
from tests.support.building import template
from tests.support.invariants import faults
from tests.support.pictures import world
from tests.support.small_print import deck, foot_faults

TYPESETTER = Typesetter(NoFonts())
DECKS = {
    "a line": deck(1),
    "six lines and no footers": deck(6, language="en", footers=False),
    "ten lines and a long notice": deck(10, length=4),
}
BUILT_IN = ("corporate", "plain")


@cache
def load(name):
    if name in BUILT_IN:
        return template(name)
    return read_template(hostile.template(name), name, "ja-JP")


@pytest.mark.parametrize("much", DECKS)
@pytest.mark.parametrize("name", [*BUILT_IN, *hostile.names()])
def test_the_foot_covers_nothing_and_is_read(name, much):
    build = build_text(DECKS[much], world=world())
    deck = build.deck()
    assert deck is not None
    pages = lay_out(deck, load(name), TYPESETTER, build.sink)
    codes = {found.code.slug for found in build.sink.sorted() if found.is_error}
    if codes and _is_cramped(name):
        assert codes == {"text-overflow"}
    else:
        assert codes == set()
        assert faults(pages) + foot_faults(pages) == []


def _is_cramped(name):
    """Tell whether a template has no room for ten lines: what does not fit is then reported."""
    return name.startswith("tiny ") or name.endswith("lower-half-drawn")
