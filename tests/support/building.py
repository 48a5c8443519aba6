"""A deck as text -> its pages on a built-in template, without what a machine's fonts change.

Templates are read once and the typesetter is shared, so that a small deck takes milliseconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pptx

import deckgen.templates
from deckgen.blocks import block_set
from deckgen.compiler import Build, build_text
from deckgen.emit.at_once import PageWriter
from deckgen.layout.deck import lay_out
from deckgen.records import replace
from deckgen.spec.bind import Binding
from deckgen.spec.files import Files
from deckgen.spec.reader import read_yaml
from deckgen.template.read import read_template
from deckgen.text.fonts import NoFonts
from deckgen.text.typesetter import Typesetter
from tests.support.pictures import world

if TYPE_CHECKING:
    from deckgen.blocks.kit import Block
    from deckgen.deck import Deck
    from deckgen.diagnostics import Diagnostic
    from deckgen.pages import Pages
    from deckgen.spec.nodes import Node
    from deckgen.template.model import Template

ROOT: Final = Path(__file__).parents[2]
REPORT: Final = ROOT / "deck.yaml"
TEMPLATES: Final = ("corporate", "plain")
GROWING: Final = "growing"
"""The template of python-pptx, whose titles have nothing drawn around them and may grow freely."""


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a deck: pages unless it holds nothing to place, and all diagnostics."""

    pages: Pages | None
    diagnostics: tuple[Diagnostic, ...]


@cache
def template(name: str, language: str = "en-US") -> Template:
    """Return a built-in template, or that of python-pptx."""
    path = Path(deckgen.templates.__file__).with_name(f"{name}.pptx")
    if name == GROWING:
        path = Path(pptx.__file__).with_name("templates") / "default.pptx"
    return read_template(path.read_bytes(), name, language)


def open_deck(text: str, name: str = "deck.yaml") -> Build:
    """Return the run for a deck in a world of test pictures."""
    return build_text(text, name=name, world=world())


def place(build: Build, on: str = "corporate") -> Built:
    """Run all stages but the last on a built-in template, or on the deck's own if it names one."""
    deck = build.deck()
    pages = place_deck(deck, build, on) if deck is not None and deck.slides else None
    return Built(pages, build.sink.sorted())


def place_deck(deck: Deck, build: Build, on: str = "corporate") -> Pages | None:
    """Place the slides of a deck; None where the deck names a template that cannot be used."""
    chosen = template(on, deck.language) if deck.template is None else build.template(deck)
    return None if chosen is None else lay_out(deck, chosen, Typesetter(NoFonts()), build.sink)


def build_pages(text: str, on: str = "corporate") -> Pages:
    """Return the pages of a deck without mistakes."""
    built = place(open_deck(text), on)
    assert not built.diagnostics, built.diagnostics
    assert built.pages is not None
    return built.pages


def root_of(build: Build) -> Node:
    """Return the YAML of a deck."""
    assert build.source is not None
    root = read_yaml(build.source, build.sink)
    assert root is not None
    return root


def at_once(pages: Pages) -> Pages:
    """Return pages as they are where several processes lay a deck out: written, if they can be."""
    write = PageWriter(pages.template, pages.properties.language)
    return replace(pages, pages=tuple(map(write, pages.pages)))


def binding_of(build: Build, blocks: tuple[type[Block], ...] = ()) -> Binding:
    """Return what a deck of certain blocks is bound with."""
    files = Files(build.world, build.base, build.sink)
    return Binding(build.sink, files, block_set(blocks))
