"""Every stage can be looked at as text."""

import pytest

from deckgen.dump import dump
from tests.support.building import open_deck

DECK = """\
deck: {language: ja}
title: {title: 報告}
slides:
  - title: 課題
    id: issues
    notes: 話すこと
    body: |
      - **重要** [see](#issues)

      ![絵](wide.png)
  - title: 長い
    body: [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z, ä, ö]
"""


@pytest.mark.parametrize(
    ("stage", "lines"),
    [
        ("yaml", ["Mapping @1:1", "text: '報告'", "style: literal"]),
        ("spec", ["Spec @1:1", "Language @1:18", "'重要' strong", "'see' -> #issues"]),
        ("deck", ["LogicalSlide @2:8", "kind: title", "png 1600x900px"]),
        ("template", ["template corporate 960.00 x 540.00 pt", "layout 'Title Slide'"]),
        (
            "pages",
            ["page 1 layout='Title Slide'", "note '話すこと'", "page 4 2/2", "@8:7", "picture "],
        ),
    ],
)
def test_a_stage_shows_what_it_makes(stage, lines):
    shown = dump(stage, open_deck(DECK))
    for line in lines:
        assert line in shown


@pytest.mark.parametrize("stage", ["yaml", "spec", "deck", "template", "pages"])
def test_a_stage_that_makes_nothing_shows_nothing(stage):
    build = open_deck("a: b: c\n")
    assert dump(stage, build) == ""
    assert build.sink.has_errors


def test_an_unknown_stage_is_refused():
    with pytest.raises(ValueError, match="no stage 'glue'"):
        dump("glue", open_deck(DECK))


def test_what_equals_its_default_is_left_out():
    shown = dump("spec", open_deck("title: {title: x}\n"))
    assert "subtitle" not in shown
    assert "hidden" not in shown


def test_lines_are_told_apart_as_they_break():
    text = "slides:\n  - title: x\n    body: |\n      first\\\n      second " + "long " * 40 + "\n"
    shown = dump("pages", open_deck(text))
    assert "first⏎|second" in shown
    assert shown.count("|") >= 2
