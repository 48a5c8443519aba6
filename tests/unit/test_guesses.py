"""A misspelt word is guessed at, and many of them cost no more than a few do."""

import difflib

import pytest

from deckgen.guesses import Guesses, closest


@pytest.mark.parametrize(
    ("word", "near"),
    [("titel", "title"), ("TITLE", "title"), ("subtitel", "subtitle"), ("zzz", None), ("", None)],
)
def test_the_closest_word_is_what_was_meant(word, near):
    assert closest(word, ["title", "subtitle", "body"]) == near


def test_capitals_make_no_difference_and_the_known_word_keeps_its_own():
    assert closest("up.jpg", ["UQ.JPG", "UP.JPG", "down.jpg"]) == "UP.JPG"


def test_a_word_is_compared_only_with_those_of_like_length(monkeypatch):
    def forbidden(*_):
        raise AssertionError

    monkeypatch.setattr(difflib, "SequenceMatcher", forbidden)
    with pytest.raises(AssertionError):
        closest("abc", ["abd"])
    assert closest("a" * 100_000, ["abc"]) is None


def test_guesses_end_where_their_budget_is_used_up():
    guesses = Guesses(left=1000)
    known = [f"section-{number}" for number in range(5)]
    found = [guesses.closest("sectoin-1", known) for _ in range(10)]
    assert found == ["section-1"] * 2 + [None] * 8


def test_an_unknown_word_beside_many_costs_no_more_than_the_budget(monkeypatch):
    compared = []
    ratio = difflib.SequenceMatcher.ratio

    def counted(self):
        compared.append(self)
        return ratio(self)

    monkeypatch.setattr(difflib.SequenceMatcher, "ratio", counted)
    guesses, known = Guesses(), [f"section-{number}" for number in range(2000)]
    for number in range(2000):
        guesses.closest(f"sectoin-{number}", known)
    assert 0 < len(compared) < 20_000
