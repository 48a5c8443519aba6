import json

from deckgen.cli.program import run


def test_nothing_is_written(folder):
    before = sorted(folder.iterdir())
    assert run(["check", "good.yaml"]) == 0
    assert sorted(folder.iterdir()) == before


def test_errors_fail(folder, capsys):
    assert run(["check", "bad.yaml"]) == 1
    assert "1 error" in capsys.readouterr().err


def test_json_goes_to_standard_output(folder, capsys):
    assert run(["check", "bad.yaml", "--format", "json"]) == 1
    output, report = capsys.readouterr()
    start = json.loads(output)[0]["place"]["start"]
    assert (start["line"], start["column"]) == (5, 1)
    assert report == ""


def test_json_is_an_empty_list_where_all_is_well(folder, capsys):
    assert run(["check", "good.yaml", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
