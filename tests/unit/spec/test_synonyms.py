"""Words that a deck lacks -> those that it has, which are words of the language indeed."""

import pytest

from deckgen.spec.synonyms import _MEANINGS, _VALUES, instead, meant
from tests.support.building import ROOT

REFERENCE = ROOT.joinpath("docs/reference/language.md").read_text(encoding="utf-8")
ELSEWHERE = {"reports", "shape", "term", "store", "rounded", "decision"}
"""Words of diagrams and glossaries, of which the reference tells in words alone."""


def test_all_that_is_offered_is_a_word_of_the_language():
    offered = {*_MEANINGS, *_VALUES} - ELSEWHERE
    assert {word for word in offered if f"`{word}`" not in REFERENCE} == set()


@pytest.mark.parametrize(
    ("word", "known", "found"),
    [
        ("Heading", ["title", "body"], "title"),
        ("bullet points", ["title", "body"], None),
        ("two-columns", ["columns"], "columns"),
        ("bar_chart", ["column", "bar"], "bar"),
        ("file", ["src", "alt"], "src"),
        ("file", ["data", "rows"], "data"),
        ("表", ["table"], "table"),
        ("Slides", ["sessions", "slides"], "slides"),
        ("at", ["when", "what", "body", "done"], "when"),
        ("quarter", ["when", "what"], "when"),
        ("frobnicate", ["title"], None),
    ],
)
def test_a_word_means_what_is_known_where_it_stands(word, known, found):
    assert meant(word, known) == found


def test_what_no_key_says_is_told_in_words():
    class Slide:
        pass

    class Titled(Slide):
        pass

    assert "body" in (instead("subtitle", Titled) or "")
    assert instead("subtitle", dict) is None
