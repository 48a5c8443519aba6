"""Titles stay within the bar that is made for them, wherever the placeholder was dragged to."""

from __future__ import annotations

import pytest

from deckgen.colors import Color
from deckgen.template.model import Layout, Role, Slot
from deckgen.template.read import read_template
from tests.support.packages import HEIGHT, Master, layout, placeholder, presentation, shape, solid

BAR = (0, 6, 100, 12)
FLAT = 'lIns="0" tIns="0" rIns="0" bIns="0"'
SMALL = '<a:lvl1pPr><a:defRPr sz="2800"/></a:lvl1pPr>'


def title(anchor: str, box=(5, 2, 90, 30), **more: str) -> str:
    return placeholder("title", None, box, body=f'{FLAT} anchor="{anchor}"', style=SMALL, **more)


def read(*shapes: str) -> Layout:
    return read_template(presentation(Master(layouts=(layout(*shapes),))), "t").layouts[0]


def slot_of(*shapes: str) -> Slot:
    slot = read(*shapes).first(Role.TITLE)
    assert slot is not None
    return slot


def sides(slot: Slot) -> tuple[int, int]:
    """Return top and bottom in percent of the slide's height."""
    return round(slot.box.y * 100 / HEIGHT), round(slot.box.bottom * 100 / HEIGHT)


@pytest.mark.parametrize(
    ("anchor", "bar"), [("t", (0, 0, 100, 14)), ("ctr", (0, 11, 100, 12)), ("b", (0, 20, 100, 14))]
)
def test_a_title_whose_line_stands_on_a_bar_is_no_higher_than_the_bar(anchor, bar):
    slot = slot_of(shape(bar, "224488"), title(anchor))
    top, bottom = sides(slot)
    assert bar[1] <= top < bottom <= bar[1] + bar[3]
    assert slot.background == Color("224488")
    assert sides(slot_of(title(anchor))) == (2, 32)


def test_the_bar_of_a_title_is_no_obstacle_to_it():
    assert read(shape((0, 20, 100, 14)), title("b")).decoration == ()


def test_a_bar_away_from_the_line_does_not_hold_the_title():
    slot = slot_of(shape((0, 20, 100, 14)), title("t"))
    assert sides(slot) == (2, 20)
    assert slot.background is None


def test_a_shape_under_a_part_of_the_line_does_not_hold_the_title():
    assert slot_of(shape((0, 2, 30, 12)), title("t")).background is None


def test_a_line_that_sticks_out_of_a_bar_with_room_for_it_moves_onto_the_bar():
    slot = slot_of(shape((0, 0, 100, 18), "224488"), title("ctr"))
    assert sides(slot) == (2, 18)
    assert slot.background == Color("224488")


def test_a_line_that_sticks_out_of_a_bar_too_low_for_it_stays():
    slot = slot_of(shape((0, 12, 100, 6), "224488"), title("ctr"))
    assert sides(slot) == (2, 32)


def test_the_topmost_of_nested_bars_holds_the_title():
    outer, inner = shape((0, 0, 100, 18), "224488"), shape((2, 2, 96, 10), "AA0000")
    slot = slot_of(outer, inner, title("t"))
    assert slot.background == Color("AA0000")
    assert sides(slot) == (2, 12)


def test_a_title_with_a_fill_of_its_own_stands_on_that():
    slot = slot_of(shape(BAR, "224488"), title("ctr", fill=solid("AA0000")))
    assert sides(slot) == (2, 32)


@pytest.mark.parametrize("anchor", ["t", "ctr", "b"])
def test_a_title_stands_on_the_rule_that_crosses_its_place(anchor):
    assert sides(slot_of(shape((2, 15, 96, 0.2)), title(anchor))) == (2, 15)


def test_a_title_stands_below_a_rule_that_leaves_no_line_above_it():
    assert sides(slot_of(shape((2, 6, 96, 0.2)), title("ctr"))) == (6, 32)


def test_a_title_keeps_its_place_over_a_short_mark_and_a_rule_along_its_edge():
    assert sides(slot_of(shape((5, 15, 20, 0.2)), title("ctr"))) == (2, 32)
    assert sides(slot_of(shape((2, 31.8, 96, 0.1)), title("ctr"))) == (2, 32)


def test_a_title_on_a_bar_keeps_its_place_where_a_rule_is_hidden_by_the_bar():
    slot = slot_of(shape((2, 15, 96, 0.2)), shape((0, 2, 100, 30), "224488"), title("ctr"))
    assert sides(slot) == (2, 32)
