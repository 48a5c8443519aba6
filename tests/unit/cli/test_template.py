"""`deckgen template` tells what it sees, for people and programs, and builds a specimen."""

from __future__ import annotations

import json

import pptx
import pytest

from deckgen.cli.program import run
from deckgen.template.read import read_template
from tests.support.packages import TITLE_AND_BODY, Master, layout, placeholder, presentation


def test_text_tells_choices_layouts_fonts_and_colours(capsys):
    assert run(["template", "corporate"]) == 0
    text = capsys.readouterr().out
    for words in (
        "Slides and their layouts",
        "Layout `Title Slide`",
        "Fonts",
        "Colours",
        "roblems",
    ):
        assert words in text


def test_json_is_for_programs(capsys):
    assert run(["template", "plain", "--format", "json"]) == 0
    seen = json.loads(capsys.readouterr().out)
    assert {choice["kind"] for choice in seen["choices"]} >= {"title", "content", "closing"}
    assert seen["layouts"][0]["slots"][0]["contrast"] > 3


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_specimen_has_a_slide_for_each_layout(folder, capsys, language):
    words = ["template", "corporate", "-o", "specimen.pptx", "--language", language]
    assert run(words) == 0
    made = read_template(folder.joinpath("specimen.pptx").read_bytes(), "specimen")
    assert len(made.slides) == len(made.layouts)


def test_a_bare_template_is_told_of(folder, capsys):
    folder.joinpath("bare.potx").write_bytes(presentation(Master(layouts=(layout(),))))
    assert run(["template", "bare.potx", "-o", "specimen.pptx"]) == 0
    assert "composed" in capsys.readouterr().out


def told(folder, capsys, master: Master) -> str:
    folder.joinpath("own.potx").write_bytes(presentation(master))
    assert run(["template", "own.potx"]) == 0
    return capsys.readouterr().out


def test_what_a_content_layout_has_no_place_for_is_told(folder, capsys):
    number = placeholder("sldNum", 12, (80, 92, 15, 5))
    content = layout(*TITLE_AND_BODY, number, kind="obj", name="Content")
    text = told(folder, capsys, Master(layouts=(content,)))
    assert "`Content` has no place for a footer and a date; what a deck has stands" in text


def test_a_title_that_hardly_leads_is_told(folder, capsys):
    small = "<p:titleStyle><a:lvl1pPr><a:defRPr sz='2000'/></a:lvl1pPr></p:titleStyle>"
    master = Master(layouts=(layout(*TITLE_AND_BODY, name="Content"),), styles=small)
    assert "`Content`: the title, 20 pt, hardly leads the body, 18 pt" in told(
        folder, capsys, master
    )


def test_text_from_right_to_left_is_told(folder, capsys):
    hebrew = "<p:bodyStyle><a:lvl1pPr rtl='1'/></p:bodyStyle>"
    master = Master(layouts=(layout(*TITLE_AND_BODY),), styles=hebrew)
    assert "from right to left" in told(folder, capsys, master)
    assert "from right to left" not in told(
        folder, capsys, Master(layouts=(layout(*TITLE_AND_BODY),))
    )


def test_masters_for_slides_of_another_size_are_told(folder, capsys):
    wide = (
        placeholder("title", None, (5, 5, 120, 15)),
        placeholder("body", None, (5, 25, 120, 60)),
    )
    kept = layout(placeholder("title", None, None), placeholder("body", 1, None))
    assert "of another size" in told(folder, capsys, Master(layouts=(kept,), shapes=wide))
    assert "of another size" not in told(folder, capsys, Master(layouts=(kept,)))


def test_what_is_no_template_is_refused(folder, capsys):
    folder.joinpath("notes.txt").write_text("no template", encoding="utf-8")
    assert run(["template", "notes.txt"]) == 1
    assert "error[bad-template]: cannot use `notes.txt`" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("missing.potx", "error[file-not-found]: no file `missing.potx`"),
        ("~nosuchuser/x.potx", "error[file-not-found]: no file `~nosuchuser/x.potx`"),
        ("coprorate", "hint: did you mean `corporate`?"),
        ("folder", "error[file-unreadable]: cannot read `folder`: it is a folder"),
    ],
)
def test_what_cannot_be_read_is_reported(folder, capsys, name, message):
    folder.joinpath("folder").mkdir()
    assert run(["template", name]) == 1
    output, report = capsys.readouterr()
    assert output == ""
    assert message in report


def test_a_specimen_that_cannot_be_written_is_reported(folder, capsys):
    assert run(["template", "plain", "-o", "good.yaml/x.pptx"]) == 1
    assert "error[cannot-write]" in capsys.readouterr().err


@pytest.mark.parametrize("words", [[""], ["plain", "-o", ""]])
def test_an_empty_word_is_refused(folder, capsys, words):
    before = sorted(folder.iterdir())
    assert run(["template", *words]) == 2
    assert "found an empty word" in capsys.readouterr().err
    assert sorted(folder.iterdir()) == before


@pytest.mark.parametrize("template", ["corporate", "plain"])
def test_the_specimen_says_what_the_inspection_says_of_the_layouts(folder, capsys, template):
    assert run(["template", template, "--format", "json"]) == 0
    seen = json.loads(capsys.readouterr().out)
    assert run(["template", template, "-o", "specimen.pptx"]) == 0
    told = {}
    for slide in pptx.Presentation(folder / "specimen.pptx").slides:
        name, kinds = slide.notes_slide.notes_text_frame.text.split("\n")[:2]
        told[name.removeprefix("Layout: ")] = kinds.removeprefix("Chosen for: ").split(", ")
    for one in seen["layouts"]:
        assert told[one["name"]] == (one["chosen_for"] or ["nothing unless it is named"])
