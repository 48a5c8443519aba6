"""Titles break between phrases, and tell how bad their worst break is."""

from __future__ import annotations

import pytest

from deckgen.content import Paragraph
from deckgen.layout.typeset.title_lines import title_lines
from deckgen.units import pt
from tests.support.desks import SPAN, desk_on, runs
from tests.support.packages import placeholder

STYLE = '<a:lvl1pPr algn="l"><a:defRPr sz="2000"/></a:lvl1pPr>'
DESK = desk_on(placeholder("title", None, (5, 5, 90, 15), style=STYLE))
LAYOUT = DESK.template.layouts[0]
CONTEXT = DESK.context(LAYOUT, "en", LAYOUT.slots[0])


def made(text, width=100, **more):
    return title_lines(Paragraph(runs(text), SPAN), pt(width), CONTEXT, **more)


def lines(found):
    text = found.measured.text
    return [text[line.start : line.stop].strip() for line in found.measured.lines]


@pytest.mark.parametrize(
    ("text", "more", "found"),
    [
        ("one", 0, ["one"]),
        ("one", 1, None),
        ("one two three", 0, ["one two", "three"]),
        ("one two three", 1, ["one", "two", "three"]),
        ("one two three", 2, None),
    ],
)
def test_a_title_has_as_many_lines_as_it_needs_or_more_if_it_has_words_for_them(text, more, found):
    title = made(text, more=more)
    assert (title and lines(title)) == found


def test_a_space_at_which_a_line_ends_becomes_a_break():
    assert made("one two three").measured.text == "one two\nthree"


@pytest.mark.parametrize(
    ("count", "badness"), [(9, 0), (10, 2.5), (11, 2.5), (12, 2), (13, 2), (18, 2)]
)
def test_a_word_that_is_cut_is_bad_and_worse_where_little_is_left_of_it(count, badness):
    """A line holds nine of its letters, and three are a third of it."""
    title = made("w" * count, 160)
    assert title.badness == badness
    assert "\n" not in title.measured.text


def test_a_word_that_is_cut_is_cut_alike_in_more_lines():
    assert made("w" * 12, 160, more=1) is None


@pytest.mark.parametrize(("room", "balances"), [(47, False), (48, True)])
def test_lines_that_have_no_room_in_any_case_are_left_as_they_come(room, balances):
    title = made("one two three four", room=pt(room))
    assert ("\n" in title.measured.text) is balances
    assert (title.badness > 0) is balances


@pytest.mark.parametrize(("count", "balances"), [(60, True), (61, False)])
def test_as_many_lines_as_no_slide_has_are_left_as_they_come(count, balances):
    title = made(" ".join(["w" * 8] * count), 160)
    assert len(title.measured.lines) == count
    assert ("\n" in title.measured.text) is balances


def test_an_address_that_is_wider_than_a_line_is_no_word_that_is_cut():
    title = made("example.com/words/and/words", 160)
    assert len(title.measured.lines) > 1
    assert title.badness == 0
