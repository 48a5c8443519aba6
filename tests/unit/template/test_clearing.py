"""Slots keep clear of what the template draws, and state what they cannot inherit."""

from __future__ import annotations

import pytest

from deckgen.template.model import Layout, Role
from deckgen.template.read import read_template
from tests.support.packages import HEIGHT, WIDTH, Master, layout, placeholder, presentation, shape

STYLES = "<p:titleStyle/><p:bodyStyle/>"
TITLE = (5, 5, 90, 15)


def read(*shapes: str, styles: str = STYLES) -> Layout:
    made = Master(layouts=(layout(*shapes),), styles=styles)
    return read_template(presentation(made), "t").layouts[0]


def test_a_logo_in_the_corner_makes_a_title_narrower():
    made = read(shape((80, 2, 15, 16)), placeholder("title", None, TITLE))
    title = made.first(Role.TITLE)
    assert title.content.right <= 0.8 * WIDTH
    assert title.inherited.width == round(0.9 * WIDTH)


def test_a_title_in_the_middle_stays_there_where_that_leaves_it_room():
    middle = '<a:lvl1pPr algn="ctr"/>'
    for logo, stays in ((shape((85, 2, 15, 16)), True), (shape((70, 2, 25, 16)), False)):
        made = read(logo, placeholder("title", None, TITLE, style=middle))
        content = made.first(Role.TITLE).content
        assert content.right <= 0.85 * WIDTH
        assert (content.x + content.right == WIDTH) is stays


def test_a_title_stands_beside_a_logo_and_above_a_rule_that_is_drawn_in_parts():
    rule = [shape((left, 16, right - left, 2)) for left, right in ((12, 25), (25, 50), (50, 100))]
    made = read(shape((0, 2, 12, 15)), *rule, placeholder("title", None, (7, 5, 86, 20)))
    content = made.first(Role.TITLE).content
    assert content.x > WIDTH * 0.12
    assert content.right > WIDTH * 0.9
    assert content.bottom <= HEIGHT * 0.16


def test_the_place_of_an_author_ends_before_what_is_drawn_at_its_end():
    name = placeholder("body", 13, (5, 60, 90, 5), name="Author")
    made = read(placeholder("ctrTitle", None, (5, 30, 90, 20)), name, shape((70, 55, 30, 30)))
    author = made.first(Role.AUTHOR)
    assert author.content.x < WIDTH * 0.1
    assert author.content.right <= WIDTH * 0.7


def test_a_title_on_a_band_stays_as_it_is():
    made = read(shape((0, 0, 100, 25)), placeholder("title", None, TITLE))
    assert made.first(Role.TITLE).inherited is None


def test_a_body_keeps_half_a_line_above_what_is_drawn_at_its_foot():
    title = placeholder("title", None, TITLE)
    made = read(shape((0, 85, 100, 15)), title, placeholder("body", 1, (5, 25, 90, 65)))
    body = made.first(Role.BODY)
    gap = round(HEIGHT * 0.85) - body.content.bottom
    assert abs(gap - body.levels[0].size.emu // 2) <= 1


def test_what_would_take_most_of_a_slot_is_meant_to_lie_there():
    made = read(shape((30, 8, 40, 9)), placeholder("title", None, TITLE))
    assert made.first(Role.TITLE).inherited is None


def test_what_hangs_over_the_edge_is_cut_off():
    made = read(placeholder("dt", 10, (80, 95, 25, 4)))
    date = made.first(Role.DATE)
    assert date.box.right == WIDTH
    assert not date.inherits(date.box)


def test_placeholders_that_share_their_name_state_everything():
    one, other = (
        placeholder("body", None, (5, 25, 40, 60)),
        placeholder("body", 0, (55, 25, 40, 60)),
    )
    made = read(placeholder("title", None, TITLE), one, other)
    assert [slot.explicit for slot in made.slots] == [False, True, True]


@pytest.mark.parametrize(("idx", "is_explicit"), [(None, True), (0, True), (7, True), (1, False)])
def test_placeholders_that_share_their_number_state_everything_but_titles_and_footers(
    idx, is_explicit
):
    body, footer = placeholder(None, idx, (5, 25, 40, 60)), placeholder("ftr", 7, (5, 90, 40, 5))
    made = read(placeholder("title", None, TITLE), body, footer)
    assert [slot.explicit for slot in made.slots] == [False, is_explicit, False]


def test_without_text_styles_of_the_master_nothing_is_relied_upon():
    made = read(placeholder("title", None, TITLE), styles="")
    assert made.first(Role.TITLE).explicit


def test_a_full_picture_or_panel_hides_what_is_below_it():
    master = Master(
        layouts=(layout(shape((0, 0, 100, 100), "FFFFFF")),), shapes=(shape((0, 90, 100, 10)),)
    )
    made = read_template(presentation(master), "t").layouts[0]
    assert made.panels == ()
    assert made.background.rgb == "FFFFFF"


def test_the_ground_of_a_box_is_the_topmost_panel_under_most_of_it():
    made = read(shape((0, 80, 100, 20), "112233"), placeholder("title", None, TITLE))
    low = made.panels[0].box
    assert made.backdrop(low).rgb == "112233"
    assert made.backdrop(made.first(Role.TITLE).box) == made.background
    assert low.bottom == HEIGHT
