"""Runs join where nothing tells them apart, and links know where they lead."""

from deckgen.content import Link, Paragraph, Run, join, plain
from deckgen.source import Source

SOURCE = Source("x", "abcdef")


def run(text, start=0, stop=1, **style):
    return Run(text, SOURCE.span(start, stop), **style)


def test_neighbours_of_one_style_become_one_run_over_both_places():
    joined = join([run("a", 0, 1), run("b", 3, 4)])
    assert joined == (run("ab", 0, 4),)


def test_runs_of_other_styles_stay_apart():
    runs = (run("a"), run("b", strong=True), run("c", strong=True, code=True))
    assert join(runs) == runs


def test_empty_runs_are_left_out():
    assert join([run(""), run("a"), run("", strong=True), run("b")]) == (run("ab"),)


def test_links_keep_runs_apart():
    span = SOURCE.span(0, 1)
    runs = (run("a", link=Link("#x", span)), run("b", link=Link("#y", span)))
    assert join(runs) == runs


def test_plain_text_has_no_styles():
    assert plain([run("a"), run("b", strong=True)]) == "ab"
    assert Paragraph((run("a"), run("\n"), run("b")), SOURCE.span(0, 1)).text == "a\nb"


def test_a_link_leads_to_a_slide_or_to_an_address():
    span = SOURCE.span(0, 1)
    assert Link("#costs", span).slide_id == "costs"
    assert Link("https://example.org/#costs", span).slide_id is None
