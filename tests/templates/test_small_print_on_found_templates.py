"""The foot of slides on templates as they are found in the wild, under each of their masters."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from deckgen.compiler import build_text
from deckgen.layout.deck import lay_out
from deckgen.records import replace
from deckgen.template.read import read_template
from deckgen.text.fonts import NoFonts
from deckgen.text.typesetter import Typesetter
from tests.support.invariants import faults
from tests.support.pictures import world
from tests.support.small_print import deck, foot_faults

FOLDER = os.environ.get("DECKGEN_TEMPLATES", "")
FILES = sorted(Path(FOLDER).glob("*.p[op]t[xm]")) if FOLDER else []
TYPESETTER = Typesetter(NoFonts())
DECKS = [
    *(deck(lines, language=language) for lines in range(1, 11) for language in ("ja", "en")),
    *(deck(5, place=place) for place in ("title", "mentioning", "last")),
    *(deck(6, language=language, footers=False) for language in ("ja", "en")),
    deck(3, label=False),
    deck(10, length=3),
]

pytestmark = pytest.mark.skipif(not FILES, reason="DECKGEN_TEMPLATES names no folder of templates")


@cache
def load(path):
    return read_template(path.read_bytes(), path.name, "ja-JP")


def cases():
    for path in FILES:
        for master in sorted({layout.master for layout in load(path).layouts}):
            yield pytest.param(path, master, id=f"{path.stem}-{master + 1}")


@pytest.mark.parametrize(("path", "master"), list(cases()))
def test_the_foot_covers_nothing_and_is_read(path, master):
    layouts = tuple(layout for layout in load(path).layouts if layout.master == master)
    template = replace(load(path), layouts=layouts)
    for text in DECKS:
        build = build_text(text, world=world())
        deck = build.deck()
        assert deck is not None
        pages = lay_out(deck, template, TYPESETTER, build.sink)
        assert not build.sink.has_errors, build.sink.sorted()
        assert faults(pages) + foot_faults(pages) == []
