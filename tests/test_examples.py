"""The decks in `examples/`: every template takes them without a word, and they show every block."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

import deckgen.templates
from deckgen import codes
from deckgen.blocks import block_types
from deckgen.compiler import build_file
from deckgen.diagnostics import Sink
from deckgen.layout.deck import lay_out
from deckgen.records import Struct
from deckgen.template.read import read_template
from deckgen.text.fonts import NoFonts
from deckgen.text.typesetter import Typesetter
from tests.support.building import ROOT
from tests.support.invariants import faults

FOLDER = ROOT / "examples"
GALLERIES = tuple(sorted(FOLDER.glob("gallery*.yaml")))
MIGRATIONS = tuple(sorted(FOLDER.glob("from-*.yaml")))
REVIEWS = tuple(sorted(FOLDER.glob("*-review*.yaml")))
DECKS = GALLERIES + MIGRATIONS + REVIEWS
BUILT_IN = tuple(sorted(Path(deckgen.templates.__file__).parent.glob("*.pptx")))
FOUND = tuple(sorted(Path(os.environ.get("DECKGEN_TEMPLATES", "none")).glob("*.p[op]t[xm]")))
SOME = FOUND[:: max(1, len(FOUND) // 5)]
"""Some of the templates that `DECKGEN_TEMPLATES` names, at least five where it has so many."""

OF_TEMPLATES = frozenset({codes.ABSENT_FONT, codes.MISSING_FONT, codes.MISSING_LAYOUT})
"""What is said of templates as they are found, whatever stands on them."""


def name_of(path):
    return path.stem


@cache
def template(path):
    return read_template(path.read_bytes(), path.name, "en-US")


@cache
def read(path):
    """Return a deck, whose pictures take longer to draw than its slides to be laid out."""
    build = build_file(path)
    deck = build.deck()
    assert deck is not None, build.sink.sorted()
    return deck, build.sink.told()


def placed(path, on):
    """Return the pages of a deck on a template, and what is told of it."""
    deck, told = read(path)
    sink = Sink()
    sink.add(told)
    pages = lay_out(deck, template(on), Typesetter(NoFonts()), sink)
    return pages, sink.sorted()


@pytest.mark.parametrize("on", BUILT_IN, ids=name_of)
@pytest.mark.parametrize("path", DECKS, ids=name_of)
def test_built_in_templates_take_an_example_without_a_word(path, on):
    pages, told = placed(path, on)
    assert told == ()
    assert faults(pages) == []


@pytest.mark.skipif(not FOUND, reason="DECKGEN_TEMPLATES names no folder of templates")
@pytest.mark.parametrize("on", SOME, ids=name_of)
@pytest.mark.parametrize("path", DECKS, ids=name_of)
def test_templates_as_they_are_found_take_an_example(path, on):
    pages, told = placed(path, on)
    assert [item for item in told if item.code not in OF_TEMPLATES] == []
    assert faults(pages) == []


def kinds(value):
    """Return the kinds of the blocks that a tree holds, however deep."""
    if isinstance(value, tuple):
        return {kind for part in value for kind in kinds(part)}
    if not isinstance(value, Struct):
        return set()
    inner = kinds(tuple(getattr(value, name) for name in value.__struct_fields__))
    return inner | {type(value)} if type(value) in block_types() else inner


@pytest.mark.parametrize("path", GALLERIES, ids=name_of)
def test_a_gallery_shows_every_block(path):
    deck, _ = read(path)
    assert {block.__name__ for block in block_types()} - {
        block.__name__ for block in kinds(deck.slides)
    } == set()


def test_galleries_in_all_languages_have_the_same_slides():
    decks = [read(path)[0] for path in GALLERIES]
    shown = [
        [sorted(kind.__name__ for kind in kinds(slide)) for slide in deck.slides] for deck in decks
    ]
    assert len(shown) > 1
    assert all(slides == shown[0] for slides in shown)
