import json
import re

import jsonschema
import pytest
import yaml

from deckgen.cli.program import run
from deckgen.templates import BUILT_IN


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("template", BUILT_IN)
def test_the_deck_builds_without_complaint(folder, capsys, language, template):
    assert run(["new", "talk", "--language", language, "--template", template]) == 0
    assert "deckgen " in capsys.readouterr().out
    run(["check", "talk/deck.yaml"])
    assert capsys.readouterr() == ("", "")
    assert run(["talk/deck.yaml", "--strict"]) == 0
    assert folder.joinpath("talk/deck.pptx").exists()


def test_an_existing_deck_is_left_as_it_is(folder, capsys):
    run(["new", "talk"])
    folder.joinpath("talk/deck.yaml").write_text("mine", encoding="utf-8")
    assert run(["new", "talk"]) == 1
    assert folder.joinpath("talk/deck.yaml").read_text(encoding="utf-8") == "mine"


def test_a_template_is_named_from_the_decks_folder(folder):
    folder.joinpath('our "brand".potx').write_bytes(b"")
    assert run(["new", "talks/first", "--template", 'our "brand".potx']) == 0
    deck = folder.joinpath("talks/first/deck.yaml").read_text(encoding="utf-8")
    assert 'template: "../../our \\"brand\\".potx"\n' in deck


def test_a_missing_template_is_reported(folder, capsys):
    folder.joinpath("brand.potx").write_bytes(b"")
    assert run(["new", "talk", "--template", "brant.potx"]) == 1
    report = capsys.readouterr().err
    assert "error[file-not-found]: no file `brant.potx`" in report
    assert "did you mean `brand.potx`?" in report
    assert not folder.joinpath("talk").exists()


def test_only_the_names_of_built_in_templates_are_theirs(folder, capsys):
    folder.joinpath("plain.pptx").write_bytes(b"")
    assert run(["new", "talk", "--template", str(folder / "plain")]) == 1
    assert "error[file-not-found]" in capsys.readouterr().err
    assert run(["new", "talk", "--template", "coprorate"]) == 1
    assert "did you mean `corporate`?" in capsys.readouterr().err


def test_a_template_in_ones_home_is_named_by_its_path(folder, monkeypatch):
    monkeypatch.setenv("HOME", str(folder / "home"))
    folder.joinpath("home").mkdir()
    folder.joinpath("home/brand.potx").write_bytes(b"")
    assert run(["new", "talk", "--template", "~/brand.potx"]) == 0
    deck = folder.joinpath("talk/deck.yaml").read_text(encoding="utf-8")
    assert 'template: "../home/brand.potx"\n' in deck


def test_a_place_that_is_no_folder_is_reported(folder, capsys):
    assert run(["new", "good.yaml/talk"]) == 1
    assert "error[cannot-write]" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["new", ""], ["new", "talk", "--template", ""]])
def test_an_empty_word_is_refused(folder, capsys, words):
    before = sorted(folder.iterdir())
    assert run(words) == 2
    assert "found an empty word" in capsys.readouterr().err
    assert sorted(folder.iterdir()) == before


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_schema_that_the_deck_names_is_beside_it(folder, language):
    run(["new", "talk", "--language", language])
    deck = folder.joinpath("talk/deck.yaml").read_text(encoding="utf-8")
    named = re.search(r"^# yaml-language-server: \$schema=(\S+)$", deck, re.MULTILINE)
    assert named is not None
    schema = json.loads(folder.joinpath("talk", named[1]).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(yaml.safe_load(deck))


def test_an_existing_schema_is_left_as_it_is(folder):
    folder.joinpath("talk").mkdir()
    folder.joinpath("talk/deck.schema.json").write_text("mine", encoding="utf-8")
    assert run(["new", "talk"]) == 0
    assert folder.joinpath("talk/deck.schema.json").read_text(encoding="utf-8") == "mine"
