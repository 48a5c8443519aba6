"""A deck's template is one of the package, or a file beside the deck."""

from pathlib import Path

import pytest

import deckgen.templates
from deckgen.compiler import Options, build_text
from deckgen.world import MemoryWorld

PLAIN = Path(deckgen.templates.__file__).with_name("plain.pptx").read_bytes()


def check(template, files=None, options=None):
    text = f"deck: {{template: {template}}}\ntitle: {{title: x}}\n"
    build = build_text(text, world=MemoryWorld(files or {}), options=options or Options())
    said = [(i.code.slug, i.message, *i.hints) for i in build.check() if i.is_error]
    return build, said


@pytest.mark.parametrize("name", ["corporate", "plain"])
def test_templates_of_the_package_are_known_by_their_names(name):
    assert check(name)[1] == []


@pytest.mark.parametrize("name", ["brand.pptx", "brand.potx", "folder/brand.pptx"])
def test_a_file_beside_the_deck_is_a_template(name):
    assert check(name, {name: PLAIN})[1] == []


def test_a_file_may_have_any_name():
    assert check("brand", {"brand": PLAIN})[1] == []


def test_a_misspelt_name_is_guessed():
    assert check("coprorate")[1] == [
        ("file-not-found", "no template `coprorate`", "did you mean `corporate`?")
    ]


def test_an_unknown_name_is_told_with_those_known():
    assert check("zzz")[1] == [
        (
            "file-not-found",
            "no template `zzz`",
            "built-in templates are `corporate`, `corporate-dark`, `plain`, `report`",
        )
    ]


def test_a_missing_file_is_guessed():
    assert check("brant.potx", {"brand.potx": PLAIN})[1] == [
        ("file-not-found", "no file `brant.potx`", "did you mean `brand.potx`?")
    ]


def test_a_very_long_name_is_shown_in_part():
    for name in ("x" * 5000, "x/" * 2500):
        ((_, message, *_),) = check(name)[1]
        assert len(message) < 300


def test_a_home_of_nobody_is_a_file_that_does_not_exist():
    ((code, message, *_),) = check("~nosuchuser/brand.pptx")[1]
    assert (code, message) == ("file-not-found", "no file `~nosuchuser/brand.pptx`")


@pytest.mark.parametrize("data", [b"", b"no archive", PLAIN[:1000], b"PK\x05\x06" + b"\0" * 18])
def test_a_file_that_is_no_template_is_told(data):
    ((code, message, *_),) = check("brand.pptx", {"brand.pptx": data})[1]
    assert code == "bad-template"
    assert message.startswith("cannot use `brand.pptx`: ")


def test_the_template_of_a_run_outweighs_that_of_the_deck():
    build, said = check("absent.pptx", options=Options(template="plain"))
    assert said == []
    pages = build.pages()
    assert pages is not None
    assert pages.template.name == "plain"


WIDTHS = {"16:9": 960, "4:3": 720, "A4": 780}


@pytest.mark.parametrize("name", ["corporate", "plain"])
@pytest.mark.parametrize("size", WIDTHS)
def test_templates_of_the_package_come_in_several_sizes(name, size):
    deck = f"deck: {{template: {name}, size: '{size}'}}\ntitle: {{title: x}}\n"
    for build in (
        build_text(deck),
        build_text(
            f"deck: {{template: {name}}}\ntitle: {{title: x}}\n",
            options=Options(settings=(("size", size),)),
        ),
    ):
        pages = build.pages()
        assert pages is not None
        measures = pages.template.slide_size
        assert (measures.width.points, measures.height.points) == (WIDTHS[size], 540)


def test_a_size_is_written_without_quotes_and_guessed_where_it_is_none():
    assert build_text("deck:\n  size: 4:3\ntitle: {title: x}\n").check() == ()
    (said,) = build_text("deck:\n  size: 4x3\ntitle: {title: x}\n").check()
    assert (said.code.slug, said.span.text) == ("invalid-value", "4x3")


def test_a_file_has_its_own_size():
    text = "deck:\n  template: brand.pptx\n  size: 4:3\ntitle: {title: x}\n"
    (said,) = build_text(text, world=MemoryWorld({"brand.pptx": PLAIN})).check()
    assert (said.code.slug, said.span.line, said.span.text) == ("invalid-value", 3, "4:3")
    assert "has a size of its own" in said.message
