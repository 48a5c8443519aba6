"""Text is read on what is behind it, in the theme's colours as long as one of them will do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.colors import Color
from deckgen.legibility import LARGE_READABLE, READABLE, contrast_on, legible, needed
from deckgen.units import Centipoints

WHITE, BLACK, NAVY, TEAL, PALE = (
    Color(rgb) for rgb in ("FFFFFF", "101010", "203A5C", "00AEBC", "DFF1F0")
)
DARK_TEAL, RED = Color("006A73", "accent3"), Color("B00020", "accent2")
colors = st.integers(0, 0xFFFFFF).map(lambda number: Color(f"{number:06X}"))


@pytest.mark.parametrize(("points", "least"), [(12, 4.5), (23.9, 4.5), (24, 3.0), (60, 3.0)])
def test_large_text_needs_less_contrast(points, least):
    assert needed(Centipoints(round(points * 100))) == least


def test_a_colour_that_is_read_stays():
    assert legible(NAVY, [WHITE], [BLACK]) is NAVY


def test_a_colour_that_is_not_read_gives_way_to_one_of_its_hue():
    assert legible(TEAL, [PALE], [BLACK, RED, DARK_TEAL]) == DARK_TEAL


def test_no_other_hue_takes_its_place():
    assert legible(TEAL, [PALE], [RED, BLACK]) == BLACK


def test_a_grey_gives_way_to_a_grey_and_not_to_an_accent():
    assert legible(Color("BBBBBB"), [WHITE], [RED, NAVY, BLACK]) == BLACK


def test_large_text_keeps_a_colour_that_small_text_may_not_have():
    assert legible(TEAL, [WHITE], [BLACK], least=2.5) is TEAL
    assert legible(TEAL, [WHITE], [BLACK], least=READABLE) == BLACK


def test_the_colour_is_read_on_all_that_is_behind_it():
    middle = Color("808080")
    assert legible(middle, [Color("000000"), Color("555555")], [BLACK, WHITE]) == WHITE


@given(colors, colors, st.lists(colors, max_size=6))
def test_something_is_always_read_on_one_colour(color, backdrop, offered):
    found = legible(color, [backdrop], offered)
    assert contrast_on(found, [backdrop]) >= READABLE


@given(colors, st.lists(colors, min_size=1, max_size=3), st.lists(colors, max_size=6))
def test_what_is_offered_goes_before_what_nobody_asked_for(color, shades, offered):
    found = legible(color, shades, offered, LARGE_READABLE)
    if found not in (color, *offered):
        assert found.rgb in {"000000", "FFFFFF"}
