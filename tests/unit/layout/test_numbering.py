"""Titles that several pages share tell which of them each is."""

from __future__ import annotations

import pytest

from deckgen.layout.desk import LayoutSettings
from deckgen.layout.titles.numbering import titled, unique, widest
from deckgen.spec.kinds import Pattern
from tests.support.desks import slide

SETTINGS = LayoutSettings(numbering=Pattern("({n})"), continuation=Pattern("[{n}/{total}]"))


def text(runs):
    return "".join(run.text for run in runs)


def shown(*slides, settings=SETTINGS):
    """Return the titles of all pages of slides, each given with how many it has."""
    return [text(title) for title in titled(slides, settings)]


def test_a_slide_on_one_page_has_its_title_and_one_of_several_says_which_each_is():
    assert shown((slide("A"), 1), (slide("B"), 3), (slide("C"), 1)) == [
        *("A", "B [1/3]", "B [2/3]", "B [3/3]", "C")
    ]


def test_slides_that_share_a_title_are_numbered_through_all_of_their_pages():
    one, other = slide("A", shares_title=True), slide("B", shares_title=True)
    both = LayoutSettings(numbering=Pattern("{n}/{total}"), continuation=Pattern("x"))
    assert shown((one, 2), (other, 1), (one, 1), settings=both) == [
        *("A 1/3", "A 2/3", "B 1/1", "A 3/3")
    ]


def test_pages_without_a_title_have_none():
    assert shown((slide(""), 2), (slide("", shares_title=True), 1)) == ["", "", ""]


@pytest.mark.parametrize(
    ("title", "pattern", "found"),
    [
        ("Keynote", "({n})", "Keynote (1)"),
        ("基調講演", "({n})", "基調講演(1)"),
        ("基調講演 A", "({n})", "基調講演 A (1)"),
        ("Keynote", " – {n}", "Keynote – 1"),
        ("Keynote", "", "Keynote"),
    ],
)
def test_a_number_stands_apart_from_letters_of_languages_with_spaces(title, pattern, found):
    settings = LayoutSettings(continuation=Pattern(pattern))
    assert shown((slide(title), 2), settings=settings)[0] == found


@pytest.mark.parametrize(
    ("given", "continued", "found"),
    [
        ({}, False, "A"),
        ({}, True, "A [88/88]"),
        ({"shares_title": True}, False, "A (88)"),
        ({"shares_title": True}, True, "A (88)"),
    ],
)
def test_a_title_is_planned_with_the_widest_number_that_it_may_have(given, continued, found):
    assert text(widest(slide("A", **given), SETTINGS, continued=continued)) == found
    assert widest(slide("", **given), SETTINGS, continued=continued) == ()


def test_room_is_kept_for_as_many_digits_as_the_deck_may_need():
    settings = LayoutSettings(continuation=Pattern("({n})"), digits=3)
    assert text(widest(slide("A"), settings, continued=True)) == "A (888)"


def test_names_that_occur_again_are_numbered_past_those_that_are_taken():
    assert [*unique(["A", "A", "A 2", "A", "B"])] == ["A", "A 3", "A 2", "A 4", "B"]
