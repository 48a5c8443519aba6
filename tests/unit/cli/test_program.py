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
