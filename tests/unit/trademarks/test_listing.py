"""Mentions are listed for the legal department: where, whose, and in which form."""

from __future__ import annotations

import csv
import io
import json

import pytest

from deckgen.cli.program import run
from tests.support.pictures import picture

DECK = """\
deck: {language: en, trademarks: {registry: marks.yaml}}
slides:
  - title: "=Delta"
    body: |
      - the orinoco
      - Orinoco
    notes: Delta
"""
MARKS = """\
marks:
  - {mark: Orinoco, owner: "=River, Inc.", symbol: ®}
  - {mark: Delta, owner: Delta Works}
known: false
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "deck.yaml").write_text(DECK, encoding="utf-8")
    (tmp_path / "marks.yaml").write_text(MARKS, encoding="utf-8")
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_text_names_each_mark_once_with_its_places(capsys):
    assert run(["marks", "deck.yaml"]) == 0
    assert capsys.readouterr().out == (
        "Delta™  Delta is a trademark of Delta Works.\n"
        "  deck.yaml:3:14  page 1  title  =Delta\n"
        "  deck.yaml:7:12  page 1  notes  =Delta\n"
        "\n"
        "Orinoco®  Orinoco is a registered trademark of =River, Inc.\n"
        "  deck.yaml:5:13  page 1  body (wrong: orinoco)  =Delta\n"
        "  deck.yaml:6:9  page 1  body  =Delta\n"
    )


@pytest.mark.usefixtures("folder")
def test_csv_is_a_table_in_which_nothing_is_a_formula(capsys):
    assert run(["marks", "deck.yaml", "--format", "csv"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(out[1:])))
    assert [(row["mark"], row["form"], row["line"]) for row in rows] == [
        ("Delta", "right", "3"),
        ("Delta", "right", "7"),
        ("Orinoco", "wrong", "5"),
        ("Orinoco", "right", "6"),
    ]
    assert rows[0]["title"] == "'=Delta"
    assert rows[2]["owner"] == "'=River, Inc."


@pytest.mark.usefixtures("folder")
def test_json_holds_the_same(capsys):
    assert run(["marks", "deck.yaml", "--format", "json"]) == 0
    mentions = json.loads(capsys.readouterr().out)["mentions"]
    assert [m["written"] for m in mentions] == ["Delta", "Delta", "orinoco", "Orinoco"]
    assert mentions[0]["title"] == "=Delta"
    assert mentions[0]["page"] == 1


def test_a_deck_without_marks_says_so(folder, capsys):
    (folder / "deck.yaml").write_text("slides: [{title: x, body: y}]\n", encoding="utf-8")
    assert run(["marks", "deck.yaml"]) == 0
    assert capsys.readouterr().out == "no marks are mentioned\n"


def test_a_deck_that_cannot_be_laid_out_is_listed_by_slides(folder, capsys):
    deck = DECK.replace("{language: en,", "{language: en, template: nope.pptx,")
    (folder / "deck.yaml").write_text(deck, encoding="utf-8")
    assert run(["marks", "deck.yaml"]) == 1
    out, err = capsys.readouterr()
    assert "  deck.yaml:3:14  slide 1  title  =Delta\n" in out
    assert "page" not in out
    assert "error[file-not-found]: no file `nope.pptx`" in err


def test_warnings_are_told_once_unless_one_asks_for_silence(folder, capsys):
    (folder / "deck.yaml").write_text(DECK + "  - image: dot.png\n", encoding="utf-8")
    (folder / "dot.png").write_bytes(picture(8, 8))
    assert run(["marks", "deck.yaml"]) == 0
    assert capsys.readouterr().err.count("warning[missing-alt]") == 1
    assert run(["marks", "deck.yaml", "--quiet"]) == 0
    assert capsys.readouterr().err == ""
    assert run(["marks", "deck.yaml", "--strict", "--color", "always"]) == 1
    assert "\x1b[" in capsys.readouterr().err


def test_a_deck_with_errors_is_not_listed(folder, capsys):
    (folder / "deck.yaml").write_text("sildes: []\n", encoding="utf-8")
    assert run(["marks", "deck.yaml"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "sildes" in err
