"""Footers, dates and numbers stand beside the logos and words that a template draws at its foot."""

from __future__ import annotations

import pytest

from deckgen.template.model import Layout, Role
from deckgen.template.read import read_template
from tests.support.packages import WIDTH, Master, layout, placeholder, presentation, shape, solid

NUMBER = placeholder("sldNum", 12, (70, 92, 22, 5))
DATE = placeholder("dt", 10, (5, 92, 22, 5))


def words(box: tuple[float, float, float, float]) -> str:
    """Return a text box without a fill."""
    said = "<p:txBody><a:bodyPr/><a:p><a:r><a:t>Truth</a:t></a:r></a:p></p:txBody></p:sp>"
    return shape(box).replace(solid("336699"), "<a:noFill/>").replace("</p:sp>", said)


def read(*shapes: str) -> Layout:
    body = placeholder("body", 1, (5, 25, 90, 60))
    return read_template(presentation(Master(layouts=(layout(body, *shapes),))), "t").layouts[0]


def test_a_number_stands_beside_words_at_the_edge_of_its_place():
    number = read(words((66, 90, 14, 8)), NUMBER).first(Role.NUMBER)
    assert number.box.x >= 0.8 * WIDTH
    assert number.inherited.x == round(0.7 * WIDTH)


def test_a_date_all_of_whose_place_is_taken_has_none():
    assert read(words((2, 91, 30, 7)), DATE).first(Role.DATE) is None


@pytest.mark.parametrize(
    "drawn",
    [words((2, 80, 30, 7)), words((2, 90, 60, 9)), shape((0, 90, 30, 10)), words((22, 92, 5, 5))],
    ids=["above", "along", "plain", "behind-nothing-said"],
)
def test_a_place_stays_where_its_words_meet_nothing_or_stand_on_what_is_made_for_them(drawn):
    assert read(drawn, DATE).first(Role.DATE).inherited is None


@pytest.mark.parametrize(
    ("date", "is_place"), [(DATE, True), (placeholder("dt", 10, (20, 78, 3, 20)), False)]
)
def test_a_place_that_is_higher_than_wide_is_for_no_words_along_the_foot(date, is_place):
    assert (read(date).first(Role.DATE) is not None) is is_place


def test_a_narrow_place_is_for_a_number_all_the_same():
    assert read(placeholder("sldNum", 12, (93, 85, 4, 12))).first(Role.NUMBER) is not None
