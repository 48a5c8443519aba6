"""What the words of a command line are taken for."""

import json

import pytest

from deckgen.cli.program import COMMANDS, run


def test_schema_is_a_json_document(capsys):
    assert run(["schema"]) == 0
    assert "properties" in json.loads(capsys.readouterr().out)


def test_help_names_every_command(capsys):
    assert run(["--help"]) == 0
    text = capsys.readouterr().out
    assert [name for name in COMMANDS if f"\n  {name} " not in text] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_every_command_has_examples(name, capsys):
    assert run([name, "--help"]) == 0
    assert "Example" in capsys.readouterr().out


def test_version_is_told(capsys):
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("deckgen ")


@pytest.mark.parametrize("words", [["--bogus"], ["good.yaml", "-"], ["build"]])
def test_what_is_not_understood_exits_with_2(folder, words):
    assert run(words) == 2


def test_a_misspelt_command_is_recognised(folder, capsys):
    assert run(["chek", "good.yaml"]) == 2
    assert "did you mean 'check'?" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("serve", "preview"),
        ("init", "new"),
        ("export", "build"),
        ("lint", "check"),
        ("help", "--help"),
    ],
)
def test_what_other_programs_call_a_command_is_recognised(folder, capsys, word, meant):
    assert run([word, "good.yaml"]) == 2
    assert f"no file or command '{word}'; did you mean '{meant}'?" in capsys.readouterr().err


def test_a_deck_without_the_end_of_its_name_is_recognised(folder, capsys):
    assert run(["good"]) == 2
    assert "did you mean 'good.yaml'?" in capsys.readouterr().err


@pytest.mark.parametrize(("word", "meant"), [("good.yml", "good.yaml"), ("godo.yaml", "good.yaml")])
def test_a_deck_of_nearly_the_name_is_guessed(folder, capsys, word, meant):
    assert run([word]) == 1
    assert f"did you mean `{meant}`?" in capsys.readouterr().err


def test_the_name_of_a_result_is_no_deck(folder, capsys):
    assert run(["good.yaml", "out.pptx"]) == 2
    assert "'out.pptx' is no deck; what is written is named by '-o out.pptx'" in (
        capsys.readouterr().err
    )
