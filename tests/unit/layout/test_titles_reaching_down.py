"""A long title reaches down to where its text starts before it becomes much smaller than others."""

from __future__ import annotations

import pytest

from tests.support.packages import shape
from tests.unit.layout.test_titles import body, fit, title, told, words

ONE_LINE = title((5, 5, 90, 9), points=36)
"""A place for one line of 36 pt, which ends at 14 % of the height."""


def below(top, *drawn):
    """Return a layout whose text starts at a share of its height."""
    return (*drawn, ONE_LINE, body(16, (5, top, 90, 60)))


@pytest.mark.parametrize(
    ("count", "top", "found"),
    [
        (6, 30, (36, 1, 5, 14)),
        (12, 30, (36, 2, 5, 21)),  # two lines at the usual size
        (12, 24, (32, 2, 5, 19.22)),  # as large as leaves half an em above the text
        (12, 16, (25, 2, 3.22, 14.33)),  # no room but that of its place
        (14, 30, (36, 2, 5, 21)),
    ],
)
def test_a_title_reaches_down_to_its_text_where_its_place_would_make_it_much_smaller(
    count, top, found
):
    assert told(fit(words(count), *below(top))) == found


def test_a_title_that_is_but_slightly_smaller_in_its_place_has_no_more_lines():
    size, lines, _, bottom = told(fit(words(9), *below(30)))
    assert (lines, bottom) == (1, 14)
    assert 29 <= size < 36


@pytest.mark.parametrize("drawn", [shape((0, 3, 100, 12)), shape((5, 16, 90, 0.5))])
def test_a_title_stays_on_its_bar_and_above_its_rule(drawn):
    _, _, _, bottom = told(fit(words(12), *below(30, drawn)))
    assert bottom <= 16
