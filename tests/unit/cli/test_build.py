import json
import sys

import pytest

from deckgen.cli.program import run


def is_presentation(data: bytes) -> bool:
    return data.startswith(b"PK")


def test_result_stands_beside_the_deck(folder):
    assert run(["good.yaml"]) == 0
    assert is_presentation(folder.joinpath("good.pptx").read_bytes())


def test_the_word_build_may_be_written(folder):
    assert run(["build", "good.yaml"]) == 0
    assert folder.joinpath("good.pptx").exists()


def test_options_may_come_first(folder):
    assert run(["-o", "x.pptx", "good.yaml"]) == 0
    assert folder.joinpath("x.pptx").exists()


def test_a_deck_named_like_a_command_is_given_by_its_path(folder):
    folder.joinpath("good.yaml").rename(folder / "check")
    assert run(["./check"]) == 0
    assert folder.joinpath("check.pptx").exists()


def test_missing_folders_are_made(folder):
    assert run(["good.yaml", "-o", "out/now/report.pptx"]) == 0
    assert folder.joinpath("out/now/report.pptx").exists()


@pytest.mark.parametrize("output", ["out", "out/"])
def test_a_folder_takes_the_result_under_the_decks_name(folder, output):
    folder.joinpath("out").mkdir()
    assert run(["good.yaml", "-o", output]) == 0
    assert folder.joinpath("out/good.pptx").exists()


def test_success_is_silent_where_nobody_watches(folder, capsys):
    run(["good.yaml"])
    assert capsys.readouterr() == ("", "")


def test_errors_are_reported_and_an_existing_result_is_kept(folder, capsys):
    folder.joinpath("bad.pptx").write_bytes(b"before")
    assert run(["bad.yaml"]) == 1
    assert folder.joinpath("bad.pptx").read_bytes() == b"before"
    output, report = capsys.readouterr()
    assert output == ""
    assert "error[unknown-key]" in report
    assert "--> bad.yaml:5:1" in report


def test_warnings_leave_the_exit_code_alone(folder, capsys):
    assert run(["warned.yaml"]) == 0
    assert "warning[" in capsys.readouterr().err


def test_warnings_fail_under_strict_but_the_result_is_written(folder):
    assert run(["warned.yaml", "--strict"]) == 1
    assert folder.joinpath("warned.pptx").exists()


def test_quiet_keeps_warnings_to_itself(folder, capsys):
    assert run(["warned.yaml", "-q"]) == 0
    assert capsys.readouterr().err == ""


def test_a_missing_deck_is_reported(folder, capsys):
    assert run(["godo.yaml"]) == 1
    assert "error[file-not-found]" in capsys.readouterr().err


def test_json_goes_to_standard_error(folder, capsys):
    assert run(["bad.yaml", "--format", "json"]) == 1
    output, report = capsys.readouterr()
    assert output == ""
    assert json.loads(report)[0]["code"] == "unknown-key"


def test_a_place_that_is_no_folder_is_reported(folder, capsys):
    assert run(["good.yaml", "-o", "bad.yaml/x.pptx"]) == 1
    assert "error[cannot-write]" in capsys.readouterr().err


def test_a_name_that_the_system_does_not_take_is_reported(folder, capsys):
    assert run(["good.yaml", "-o", "x" * 300]) == 1
    assert "error[cannot-write]" in capsys.readouterr().err


@pytest.mark.parametrize("deck", [".", "..", "/", "talks"])
def test_a_folder_is_no_deck(folder, capsys, deck):
    folder.joinpath("talks").mkdir()
    before = sorted(folder.iterdir())
    assert run([deck]) == 1
    assert (
        f"error[file-unreadable]: cannot read `{deck}`: it is a folder" in capsys.readouterr().err
    )
    assert sorted(folder.iterdir()) == before


@pytest.mark.parametrize(
    "words", [[""], ["good.yaml", "-o", ""], ["good.yaml", "--template", ""], ["check", ""]]
)
def test_an_empty_word_is_refused(folder, capsys, words):
    before = sorted(folder.iterdir())
    assert run(words) == 2
    assert "found an empty word" in capsys.readouterr().err
    assert sorted(folder.iterdir()) == before


@pytest.mark.skipif(sys.platform == "win32", reason="needs links")
def test_a_link_that_leads_to_itself_is_reported(folder, capsys):
    folder.joinpath("loop").symlink_to("loop")
    assert run(["good.yaml", "-o", "loop"]) == 1
    message = "error[cannot-write]: cannot write `loop`: its links lead in a circle"
    assert message in capsys.readouterr().err
    assert run(["good.yaml", "-o", "loop/x.pptx"]) == 1
    assert "error[cannot-write]" in capsys.readouterr().err
    assert run(["loop"]) == 1
    assert "error[file-unreadable]" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["report", "report 2.1"])
def test_a_name_that_tells_no_presentation_is_warned_of(folder, capsys, name):
    assert run(["good.yaml", "-o", name]) == 0
    assert is_presentation(folder.joinpath(name).read_bytes())
    assert f"warning[output-name]: `{name}` holds" in capsys.readouterr().err
    assert run(["good.yaml", "-o", name, "--strict"]) == 1


def test_capitals_tell_a_presentation_too(folder, capsys):
    assert run(["good.yaml", "-o", "REPORT.PPTX"]) == 0
    assert capsys.readouterr().err == ""


def test_a_very_long_name_is_shown_in_part(folder, capsys):
    assert run(["good.yaml", "-o", "x" * 5000 + ".pptx", "--format", "concise"]) == 1
    assert len(capsys.readouterr().err) < 400


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no /dev")
def test_a_device_is_not_replaced(folder, capsys):
    assert run(["good.yaml", "-o", "/dev/null"]) == 1
    assert "not a plain file" in capsys.readouterr().err


@pytest.mark.parametrize("word", ["language", "=en", " = "])
def test_a_setting_needs_a_key_and_a_value(folder, word):
    assert run(["good.yaml", "--set", word]) == 2


def test_links_to_programs_are_made_where_the_command_allows_them(folder, capsys):
    text = "slides: [{title: '[Set up](setup.exe)'}]"
    folder.joinpath("talk.yaml").write_text(text, encoding="utf-8")
    assert run(["talk.yaml", "--strict"]) == 1
    assert "warning[link-not-allowed]" in capsys.readouterr().err
    assert run(["talk.yaml", "--strict", "--allow-links", "programs"]) == 0


@pytest.mark.parametrize(
    ("names", "meant"),
    [
        (["deck.yaml", "more.yaml"], "deck.yaml"),
        (["talk.yml", "a.png"], "talk.yml"),
        (["a.yaml", "b.yaml"], None),
        ([], None),
    ],
    ids=str,
)
def test_a_folder_is_told_with_the_deck_that_is_in_it(tmp_path, capsys, names, meant):
    folder = tmp_path / "talk"
    folder.mkdir()
    for name in names:
        folder.joinpath(name).write_text("slides: [{title: A}]\n")
    assert run([str(folder), "--format", "json"]) == 1
    (told,) = json.loads(capsys.readouterr().err)
    assert told["hints"] == ([f"name the deck in it: `{folder / meant}`"] if meant else [])
