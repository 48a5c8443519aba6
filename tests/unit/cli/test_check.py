import json

from deckgen.cli.program import run


def test_nothing_is_written(folder):
    before = sorted(folder.iterdir())
    assert run(["check", "good.yaml"]) == 0
    assert sorted(folder.iterdir()) == before


def test_several_decks_are_checked_in_one_run(folder, capsys):
    assert run(["check", "good.yaml", "bad.yaml"]) == 1
    assert "bad.yaml:5:1" in capsys.readouterr().err


def test_times_of_several_decks_are_told_by_their_names(folder, capsys):
    (folder / "timed.yaml").write_text("slides: [{title: A, timing: 2 min}]", encoding="utf-8")
    assert run(["check", "good.yaml", "timed.yaml"]) == 0
    assert capsys.readouterr().err.endswith("timed.yaml:\n    2:00  in all\n")


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
