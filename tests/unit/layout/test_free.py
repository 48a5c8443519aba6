"""What of a layout is free for content: below its title, above its footers, off what is drawn."""

from __future__ import annotations

import pytest

from deckgen.layout.areas.free import above_foot, footer_top, free_area
from deckgen.template.model import Role
from tests.support.desks import percent, template_of
from tests.support.packages import HEIGHT, layout, placeholder, shape

FLAT = 'lIns="0" tIns="0" rIns="0" bIns="0"'
TITLE = placeholder("title", None, (10, 5, 80, 15), body=FLAT)
FOOTER = placeholder("ftr", 11, (30, 92, 40, 5))
NUMBER = placeholder("sldNum", 12, (75, 90, 20, 5))


def free(*shapes):
    template = template_of(layout(*shapes), shapes=())
    return percent(free_area(template, template.layouts[0]))


def foot(*shapes):
    template = template_of(layout(*shapes), shapes=())
    return round(footer_top(template, template.layouts[0]) * 100 / HEIGHT, 2)


def test_content_stands_below_the_title_in_line_with_it_and_above_the_highest_footer():
    assert free(TITLE, FOOTER, NUMBER) == (10, 23, 80, 65)


def test_content_keeps_the_margins_where_there_is_no_title():
    assert free() == (6, 6, 88, 87)


def test_a_narrow_title_is_no_column_for_content():
    assert free(placeholder("title", None, (10, 5, 45, 15), body=FLAT)) == (6, 23, 88, 70)
    assert free(placeholder("title", None, (10, 5, 50, 15), body=FLAT)) == (10, 23, 50, 70)


def test_content_starts_as_a_narrow_title_does_that_stands_near_the_edge():
    assert free(placeholder("title", None, (3, 5, 40, 15), body=FLAT)) == (3, 23, 91, 70)
    style = '<a:lvl1pPr algn="ctr"/>'
    centred = placeholder("title", None, (3, 5, 40, 15), body=FLAT, style=style)
    assert free(centred) == (6, 23, 88, 70)


def test_a_title_in_the_lower_part_leaves_all_of_the_page():
    assert free(placeholder("title", None, (10, 40, 80, 25), body=FLAT)) == (6, 6, 88, 87)
    assert free(placeholder("title", None, (10, 40, 80, 15), body=FLAT)) == (10, 58, 80, 35)


def test_content_stands_above_a_title_in_the_lower_half():
    assert free(placeholder("title", None, (10, 60, 80, 25), body=FLAT)) == (6, 6, 88, 54)


def test_content_is_as_wide_as_a_title_before_that_made_room_for_a_logo():
    logo = shape((80, 5, 8, 10))
    assert free(TITLE, logo) == (10, 23, 80, 70)
    wide = placeholder("title", None, (10, 5, 89, 15), body=FLAT)
    assert free(wide, logo) == (10, 23, 84, 70)


def test_content_keeps_clear_of_what_is_drawn():
    beside = free(TITLE, shape((0, 0, 30, 100)))
    assert beside == (pytest.approx(30.5, abs=0.5), 23, pytest.approx(59.5, abs=0.5), 70)
    assert free(TITLE, shape((0, 85, 100, 15))) == (10, 23, 80, 60)


def test_content_stands_apart_from_a_rule_below_the_title():
    assert free(TITLE, shape((0, 24, 100, 1))) == (10, 27, 80, 66)


def test_content_stands_on_a_card_that_holds_most_of_the_area():
    assert free(TITLE, shape((30, 20, 70, 80))) == (30, 23, 60, 70)
    assert free(TITLE, shape((45, 20, 55, 80))) == (10, 23, 35, 70)


@pytest.mark.parametrize(
    ("shapes", "top"), [((), 95), ((FOOTER,), 92), ((NUMBER, FOOTER), 90), ((FOOTER, NUMBER), 90)]
)
def test_the_foot_begins_with_the_highest_footer(shapes, top):
    assert foot(*shapes) == top


def test_footers_at_the_top_of_a_page_are_no_foot():
    assert foot(placeholder("dt", 10, (5, 2, 20, 5))) == 95
    assert foot(placeholder("dt", 10, (5, 79, 20, 5)), FOOTER) == 92


@pytest.mark.parametrize(
    ("anchor", "height", "left"),
    [
        ("t", 60, 60),  # it ends above the place
        ("t", 75, 66.67),  # the line is on top of the place, with half a line above it
        ("ctr", 75, 70.33),
        ("b", 75, 74),
    ],
)
def test_a_body_ends_above_the_words_at_the_foot(anchor, height, left):
    style = '<a:lvl1pPr><a:defRPr sz="1200"/></a:lvl1pPr>'
    foot = placeholder("ftr", 11, (30, 88, 40, 10), body=f'{FLAT} anchor="{anchor}"', style=style)
    body = placeholder("body", 1, (10, 20, 80, height), body=FLAT)
    beside = placeholder("dt", 10, (0, 82, 5, 10), body=FLAT)
    template = template_of(layout(TITLE, body, foot, beside), shapes=())
    made = template.layouts[0]
    box = above_foot(made.of_role(Role.BODY)[0].box, made, template.slide_size)
    assert percent(box)[:3] == (10, 20, 80)
    assert percent(box)[3] == pytest.approx(left, abs=0.1)
