"""The package as programs use it: a deck in, a file and diagnostics out."""

import io
from pathlib import Path

import pytest
from pptx import Presentation

import deckgen
from deckgen.compiler import Options, build_text
from tests.support.pictures import picture

DECK = "title: {title: 報告}\nslides:\n  - image: {src: a.png, alt: x}\n"


@pytest.fixture
def world():
    return deckgen.MemoryWorld({"talk/deck.yaml": DECK.encode(), "talk/a.png": picture(40, 30)})


def test_a_deck_is_compiled_from_its_file(world):
    compiled = deckgen.compile(Path("talk/deck.yaml"), world=world)
    assert compiled.ok
    assert compiled.pages == 2
    assert compiled.output is not None
    assert len(Presentation(io.BytesIO(compiled.output)).slides) == 2


def test_a_deck_is_compiled_from_its_text(world):
    compiled = deckgen.compile(DECK, base=Path("talk"), world=world)
    assert compiled.output == deckgen.compile(Path("talk/deck.yaml"), world=world).output


def test_a_mistake_is_a_diagnostic_and_nothing_is_made(world):
    compiled = deckgen.compile("titel: x\n", world=world)
    assert (compiled.ok, compiled.output, compiled.pages) == (False, None, 0)
    (item,) = compiled.diagnostics
    assert item.severity is deckgen.Severity.ERROR
    assert isinstance(item.span, deckgen.Span)


@pytest.mark.parametrize("name", ["talk/deck.yaml", "C:\\talk\\deck.YML"])
def test_the_name_of_a_file_is_not_the_deck_in_it(world, name):
    (item,) = deckgen.compile(name, world=world).diagnostics
    assert item.message == f"expected a deck, found `{name}`"
    assert "pathlib.Path" in item.hints[0]


def test_a_warning_does_not_keep_the_file_from_being_made(world):
    text = "slides:\n  - image: a.png\n"
    compiled = deckgen.compile(text, base=Path("talk"), world=world)
    assert compiled.ok
    assert compiled.output is not None
    assert [item.code.slug for item in compiled.diagnostics] == ["missing-alt"]


def test_checking_says_the_same_as_compiling(world):
    text = "slides:\n  - image: a.png\n  - titel: x\n"
    said = build_text(text, base=Path("talk"), world=world).check()
    compiled = deckgen.compile(text, base=Path("talk"), world=world)
    assert [item.message for item in said] == [item.message for item in compiled.diagnostics]
    assert len(said) == 2


def test_a_run_may_have_a_template_and_settings_of_its_own(world):
    options = Options(template="plain", settings=(("footer", "x"),))
    build = build_text(DECK, base=Path("talk"), world=world, options=options)
    pages = build.pages()
    assert pages is not None
    assert pages.template.name == "plain"
    assert "x" in [item.text for item in pages.pages[1].items if hasattr(item, "text")]


def test_progress_is_told(world):
    told = []
    options = Options(progress=lambda *step: told.append(step))
    build_text(DECK, base=Path("talk"), world=world, options=options).run()
    assert told
    assert all(done <= total for _, done, total in told)


@pytest.mark.parametrize("name", deckgen.__all__)
def test_every_name_that_is_offered_is_there(name):
    assert getattr(deckgen, name)


def test_other_names_are_not():
    with pytest.raises(AttributeError, match="has no attribute 'compiel'"):
        deckgen.compiel  # noqa: B018


def test_what_a_stage_has_made_is_made_once_in_a_run():
    build = build_text("title: {title: OpenStack}\n")
    deck = build.deck()
    assert deck is not None
    assert deck is build.deck()
    assert build.registries(deck) is build.registries(deck)
    assert build.pages() is build.pages()
    assert build_text("title: {title: OpenStack}\n").deck() is not deck
