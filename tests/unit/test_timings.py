"""Where time goes is told, and changes nothing."""

import json

from deckgen.cli.program import run
from deckgen.source import Source
from deckgen.timings import Timings

DECK = "slides: [{title: A, body: x}, {title: B, body: y}]"


def test_a_stage_has_the_seconds_that_stages_within_it_do_not():
    now = iter((0.0, 1.0, 4.0, 6.0))
    timings = Timings(lambda: next(now))
    assert timings.stage("outer", lambda: timings.stage("inner", lambda: "made")) == "made"
    assert timings.stages == {"inner": 3.0, "outer": 3.0}


def test_a_slide_has_all_that_was_done_for_it():
    now = iter((0.0, 1.0, 5.0, 7.0, 8.0, 8.5))
    timings, source = Timings(lambda: next(now)), Source("deck.yaml", "ab")
    for place in (source.span(0, 1), source.span(0, 1), source.span(1, 2)):
        timings.slide(place, lambda: None)
    assert timings.slowest(1) == [(source.span(0, 1), 3.0)]


def test_the_file_is_the_same(tmp_path, capsys):
    deck = tmp_path / "deck.yaml"
    deck.write_text(DECK)
    assert run([str(deck), "-o", str(tmp_path / "a.pptx")]) == 0
    assert run([str(deck), "-o", str(tmp_path / "b.pptx"), "--timings"]) == 0
    text = capsys.readouterr().err
    assert "s  layout\n" in text
    assert "deck.yaml:1" in text
    assert tmp_path.joinpath("a.pptx").read_bytes() == tmp_path.joinpath("b.pptx").read_bytes()


def test_of_other_forms_it_is_told_as_well(tmp_path, capsys):
    deck = tmp_path / "deck.yaml"
    deck.write_text(DECK)
    assert run([str(deck), "-o", str(tmp_path / "a.pdf"), "--timings"]) == 0
    text = capsys.readouterr().err
    assert "s  drawing\n" in text
    assert "deck.yaml:1" in text


def test_of_many_it_is_told_together_and_in_the_report(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("a.yaml", "b.yaml"):
        tmp_path.joinpath(name).write_text(DECK)
    words = ["a.yaml", "b.yaml", "-j", "1", "--report", "report.json"]
    assert run([*words, "--timings"]) == 0
    assert "s  a.yaml\n" in capsys.readouterr().err
    results = json.loads(tmp_path.joinpath("report.json").read_text())["results"]
    assert results[0].pop("seconds")["laid_out"] > 0
    assert results[1].pop("seconds")
    assert run(words) == 0
    assert json.loads(tmp_path.joinpath("report.json").read_text())["results"] == results
