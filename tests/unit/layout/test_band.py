"""The band at the foot of a layout is the lowest place that meets nothing and is wide enough."""

from __future__ import annotations

import pytest

from deckgen.geometry import Rect
from deckgen.layout.foot.band import columns, find_band, free_parts
from deckgen.records import replace
from deckgen.units import Emu
from tests.support.desks import percent, template_of
from tests.support.packages import HEIGHT, WIDTH, layout, placeholder, shape

FLAT = 'lIns="0" tIns="0" rIns="0" bIns="0"'


def place(kind, idx, box):
    return placeholder(kind, idx, box, body=FLAT)


TITLE = place("title", None, (5, 5, 90, 15))
BODY = place("body", 1, (5, 25, 90, 65))
COVER = place("ctrTitle", None, (10, 30, 80, 20))
SUBTITLE = place("subTitle", 1, (10, 52, 80, 15))
FOOTER = place("ftr", 11, (30, 92, 40, 5))
NUMBER = place("sldNum", 12, (75, 92, 20, 5))


def unknown(box):
    """Return a drawn shape whose colours are not known."""
    drawn = shape(box)
    start, stop = drawn.index("<a:solidFill>"), drawn.index("</a:solidFill>")
    return drawn[:start] + "<a:pattFill/>" + drawn[stop + len("</a:solidFill>") :]


def made(*shapes):
    template = template_of(layout(*shapes), shapes=())
    return template, template.layouts[0]


def band(*shapes, high=5.0, shown=(), area=None):
    """Return the band for lines that are so high, or take an area, in percent."""
    template, on = made(*shapes)
    boxes = tuple(slot.box for slot in on.slots if slot.role.value in shown)

    def demand(width):
        share = high if area is None else area * WIDTH / width
        return Emu(round(HEIGHT * share / 100))

    return percent(find_band(on, template, boxes, demand))


def test_a_band_stands_at_the_lower_margin_in_line_with_the_text():
    assert band(TITLE, BODY) == (5, 89.4, 90, 5)
    assert band(TITLE, place("body", 1, (12, 25, 70, 65))) == (12, 89.4, 70, 5)


def test_a_band_stands_above_the_footers_whether_they_are_shown_or_not():
    assert band(TITLE, BODY, FOOTER, NUMBER) == (5, 86.4, 90, 5)
    assert band(TITLE, BODY, FOOTER, NUMBER, shown=("footer",)) == (5, 86.4, 90, 5)


def test_a_band_takes_the_place_of_footers_that_are_not_shown_where_there_is_no_other():
    high = place("ftr", 11, (5, 50, 90, 45))
    assert band(TITLE, BODY, high) == (5, 93, 90, 5)
    assert band(TITLE, BODY, high, shown=("footer",)) == (5, 44.4, 90, 5)


def test_a_band_stands_clear_above_what_is_drawn_along_the_foot():
    assert band(TITLE, BODY, shape((0, 80, 100, 15))) == (5, 74.4, 90, 5)


def test_a_band_stands_beside_what_is_drawn_at_a_side():
    assert band(TITLE, BODY, shape((2, 80, 20, 18))) == (23.01, 89.4, 71.99, 5)
    assert band(TITLE, BODY, shape((80, 70, 18, 28))) == (5, 89.4, 74.53, 5)
    assert band(TITLE, BODY, shape((0, 85, 15, 15)), shape((85, 85, 15, 15))) == (
        16.01,
        89.4,
        67.97,
        5,
    )


def test_a_narrower_band_may_be_higher():
    assert band(TITLE, BODY, shape((2, 80, 40, 18)), area=4) == (43.01, 86.71, 51.99, 7.69)


def test_a_band_that_would_come_too_close_to_what_is_drawn_above_it_stands_above_that():
    assert band(TITLE, BODY, shape((0, 82, 40, 3)), area=8) == (5, 72.51, 90, 8.89)
    assert band(TITLE, BODY, shape((0, 81, 40, 3)), area=8) == (5, 85.51, 90, 8.89)


def test_a_band_is_a_little_higher_to_be_as_wide_as_the_text():
    assert band(TITLE, BODY, shape((2, 91.5, 20, 8))) == (5, 85.9, 90, 5)
    assert band(TITLE, BODY, shape((2, 90.5, 20, 9))) == (23.01, 89.4, 71.99, 5)


def test_a_band_is_no_narrower_than_two_fifths_of_the_slide():
    left = shape((0, 85, 27, 15))
    assert band(TITLE, BODY, left, shape((69.5, 85, 31, 15))) == (28.01, 89.4, 40.48, 5)
    assert band(TITLE, BODY, left, shape((68, 85, 32, 15))) == (5, 79.4, 90, 5)


def test_a_band_keeps_the_margins_where_text_is_narrow():
    assert band(TITLE, place("body", 1, (30, 25, 39, 65))) == (5, 89.4, 90, 5)
    assert band(TITLE, place("body", 1, (30, 25, 41, 65))) == (30, 89.4, 41, 5)


@pytest.mark.parametrize(("left", "wide", "start"), [(0, 100, 5), (3, 94, 3)])
def test_a_band_keeps_the_margins_where_text_has_none(left, wide, start):
    found = band(place("title", None, (left, 40, wide, 15)))
    assert found[0] == start


def test_a_band_stands_on_a_card_that_carries_the_text():
    assert band(shape((3, 22, 94, 75)), TITLE, BODY) == (5, 89.4, 90, 5)


def test_a_band_stands_in_the_upper_half_before_it_stands_on_a_panel():
    text = place("body", 1, (5, 25, 90, 20))
    assert band(TITLE, text, shape((20, 46, 50, 50))) == (5, 40.4, 90, 5)
    assert band(TITLE, text, unknown((0, 46, 100, 54))) == (5, 40.4, 90, 5)


def test_a_band_stands_on_a_plain_panel_where_all_is_drawn_upon():
    assert band(TITLE, BODY, *(shape((0, y, 100, 9)) for y in range(20, 100, 9)))[1] > 80


def test_a_band_stands_on_what_is_drawn_where_nothing_else_is_left():
    drawn = [unknown((0, y, 100, 9)) for y in range(20, 100, 9)]
    assert band(TITLE, BODY, *drawn) == (5, 89.4, 90, 5)


def test_a_band_ends_a_cover_below_all_its_lines():
    assert band(COVER, SUBTITLE) == (10, 89.4, 80, 5)
    assert band(COVER, SUBTITLE, high=20) == (10, 74.4, 80, 20)


@pytest.mark.parametrize(("high", "top"), [(9, 85.4), (11, 58.4)])
def test_the_last_line_of_a_cover_gives_a_little_of_its_place_but_no_more(high, top):
    low = place("subTitle", 1, (10, 70, 80, 25))
    assert band(COVER, low, high=high) == (10, top, 80, high)


def test_a_band_that_would_take_most_of_one_line_of_a_cover_ends_none():
    """It stands beside the line that would have kept enough, above the other."""
    lower = place("subTitle", 1, (10, 70, 38, 25)), place("subTitle", 2, (52, 82, 38, 13))
    assert band(COVER, *lower, high=9) == (49.01, 72.4, 40.99, 9)


@pytest.mark.parametrize(
    ("anchor", "points", "top"),
    [("t", 18, 89.4), ("ctr", 18, 89.4), ("b", 18, 64.4), ("t", 60, 89.4), ("t", 75, 64.4)],
)
def test_no_band_stands_on_a_title_but_at_the_foot_of_a_high_place_for_one(anchor, points, top):
    style = f'<a:lvl1pPr><a:defRPr sz="{points}00"/></a:lvl1pPr>'
    body = f'{FLAT} anchor="{anchor}"'
    title = placeholder("ctrTitle", None, (10, 70, 80, 25), body=body, style=style)
    assert band(title) == (10, top, 80, 5)


def test_a_band_stands_in_the_lower_half_if_that_has_room():
    assert band(TITLE, BODY, high=40) == (5, 54.4, 90, 40)
    assert band(TITLE, BODY, high=70)[1] == 28


def test_what_no_page_holds_ends_at_the_foot_all_the_same():
    assert band(TITLE, BODY, high=99) == (5, -4.6, 90, 99)


def parts(box, *shapes, taken=()):
    template, on = made(*shapes)
    boxes = tuple(slot.box for slot in on.slots if slot.role.value in taken)
    x, y, width, height = box
    row = Rect(
        Emu(round(WIDTH * x / 100)),
        Emu(round(HEIGHT * y / 100)),
        Emu(round(WIDTH * width / 100)),
        Emu(round(HEIGHT * height / 100)),
    )
    return [percent(part) for part in free_parts(row, on, template, boxes)]


ROW = (5, 92, 90, 4)


def test_a_row_that_meets_nothing_is_free_as_a_whole():
    assert parts(ROW, TITLE, BODY) == [ROW]
    assert parts(ROW, TITLE, BODY, FOOTER) == [ROW]


def test_a_row_is_free_beside_what_is_taken_and_drawn_and_titles():
    assert parts(ROW, TITLE, FOOTER, taken=("footer",)) == [
        (5, 92, 23.99, 4),
        (71.01, 92, 23.99, 4),
    ]
    assert parts(ROW, TITLE, shape((0, 90, 30, 10))) == [(31.01, 92, 63.99, 4)]
    assert parts(ROW, TITLE, shape((70, 90, 30, 10))) == [(5, 92, 63.99, 4)]
    assert parts(ROW, place("title", None, (0, 80, 50, 20))) == [(51.01, 92, 43.99, 4)]
    assert parts(ROW, TITLE, shape((0, 90, 100, 10), "112233"), BODY) == [ROW]
    assert parts(ROW, TITLE, unknown((0, 90, 100, 10)), BODY) == []


def test_what_covers_another_takes_no_more_than_both():
    wide, within = place("ftr", 11, (20, 92, 50, 5)), place("dt", 10, (30, 92, 10, 5))
    assert parts(ROW, TITLE, wide, within, taken=("footer", "date")) == [
        (5, 92, 13.99, 4),
        (71.01, 92, 23.99, 4),
    ]


def test_lines_of_a_cover_are_in_the_way_and_bodies_are_not():
    assert parts((5, 55, 90, 4), COVER, SUBTITLE) == [
        (5, 55, 3.99, 4),
        (91.01, 55, 3.99, 4),
    ]
    assert parts((5, 55, 90, 4), TITLE, BODY, place("subTitle", 2, (20, 50, 60, 15))) == [
        (5, 55, 90, 4)
    ]


def ranges(*shapes):
    template, on = made(*shapes)
    found = columns(on, template)
    return [(round(a * 100 / WIDTH, 1), round(b * 100 / WIDTH, 1)) for a, b in found]


def test_lines_may_stand_in_line_with_text_at_the_margins_or_on_a_panel():
    text = place("body", 1, (12, 25, 70, 30))
    panel = (50, 60, 42, 35)
    assert ranges(TITLE, text, shape(panel)) == [(12, 82), (5, 95), (52.5, 89.5)]
    assert ranges(TITLE, text, unknown(panel)) == [(12, 82), (5, 95)]
    assert ranges(TITLE, shape((0, 60, 40, 35))) == [(5, 95), (5, 95), (5, 37.5)]
    assert ranges(TITLE, shape((60, 60, 34, 35))) == [(5, 95), (5, 95)]


@pytest.mark.parametrize(("width", "found"), [(37.5, [(5, 35)]), (37.4, [])])
def test_lines_stand_on_a_panel_that_leaves_them_three_tenths_of_the_slide(width, found):
    assert ranges(TITLE, shape((0, 60, width, 35)))[2:] == found


@pytest.mark.parametrize(
    ("x", "width", "found"),
    [(2, 96, (2, 98)), (1.9, 96.2, (5, 95)), (5, 40, (5, 45)), (5, 39.9, (5, 95))],
)
def test_lines_begin_and_end_with_text_that_is_wide_and_leaves_margins(x, width, found):
    assert ranges(place("body", 1, (x, 25, width, 65)))[0] == found


def test_lines_of_text_that_runs_off_the_slide_end_with_it():
    assert ranges(TITLE, place("body", 1, (-10, 25, 100, 65)))[0] == (0, 90)
    assert ranges(TITLE, place("body", 1, (-10, 25, 130, 65)))[0] == (5, 95)


@pytest.mark.parametrize(
    ("top", "align", "found"),
    [(5, "l", (12, 82)), (40, "l", (30, 90)), (40, "ctr", (12, 82)), (5, "r", (12, 82))],
)
def test_lines_are_in_line_with_a_title_only_where_it_begins_a_cover_at_its_left(top, align, found):
    style = f'<a:lvl1pPr algn="{align}"/>'
    title = placeholder("title", None, (30, top, 60, 15), body=FLAT, style=style)
    content = layout(TITLE, place("body", 1, (12, 25, 70, 65)), name="Content", kind="obj")
    template = template_of(layout(title), content, shapes=())
    start, stop = next(columns(template.layouts[0], template))
    assert (round(start * 100 / WIDTH), round(stop * 100 / WIDTH)) == found


def test_lines_reach_from_the_first_text_to_the_last():
    one, other = place("body", 1, (8, 25, 40, 65)), place("body", 2, (52, 25, 40, 65))
    assert ranges(TITLE, one, other)[0] == ranges(TITLE, other, one)[0] == (8, 92)


def test_lines_on_a_panel_keep_the_margins_of_the_slide():
    assert ranges(TITLE, shape((0, 60, 40, 35)))[2][0] == 5
    assert ranges(TITLE, shape((60, 60, 40, 35)))[2] == (62.5, 95)


@pytest.mark.parametrize(("height", "top"), [(75, 89.4), (55, 34.4)])
def test_what_covers_most_of_the_slide_is_its_ground_whatever_it_is(height, top):
    text = place("body", 1, (5, 25, 90, 10))
    assert band(unknown((0, 100 - height, 100, height)), TITLE, text)[1] == pytest.approx(
        top, abs=6
    )


def test_no_line_of_a_cover_stands_below_the_band():
    upper, lower = place("subTitle", 1, (10, 52, 80, 10)), place("body", 2, (10, 70, 80, 25))
    assert band(COVER, upper)[1] == 89.4
    assert band(COVER, upper, lower, high=20)[1] == 74.4


@pytest.mark.parametrize(("lines", "free"), [(1.5, False), (1.6, True), (3.9, True)])
def test_a_high_place_of_a_title_leaves_its_foot_to_a_line(lines, free):
    """A line of 40 pt is 48 pt high, on a slide of 540; a quarter of the place is left."""
    height = lines * 48 * 100 / 540
    style = '<a:lvl1pPr><a:defRPr sz="4000"/></a:lvl1pPr>'
    high = placeholder("ctrTitle", None, (10, 50, 80, height), body=FLAT, style=style)
    template, on = made(high)
    top, low = (Emu(round(HEIGHT * share / 100)) for share in (50 + height * 0.8, height * 0.1))
    row = Rect(Emu(0), top, Emu(WIDTH), low)
    assert (free_parts(row, on, template, ()) == (row,)) is free


def test_a_ground_of_most_of_the_slide_is_stood_on_and_what_is_drawn_on_it_is_not():
    ground, logo = shape((0, 20, 100, 80), "FFFFFF"), shape((2, 80, 20, 18))
    beside = band(TITLE, BODY, logo)
    assert beside[0] > 22
    assert band(ground, TITLE, BODY, logo) == beside
    assert band(ground, TITLE, BODY) == band(TITLE, BODY)


def test_a_band_stands_in_the_column_of_a_covers_title_beside_what_is_drawn():
    column = place("ctrTitle", None, (60, 20, 35, 30)), place("subTitle", 1, (60, 52, 35, 15))
    assert band(*column, unknown((0, 0, 57, 100))) == (60, 89.4, 35, 5)
    assert band(*column) == (5, 89.4, 90, 5)


@pytest.mark.parametrize(("opaque", "top"), [(True, 89.4), (False, 39.4)])
def test_a_band_stands_below_a_cover_on_the_opaque_picture_of_its_lines(opaque, top):
    lines = place("ctrTitle", None, (10, 52, 80, 15)), place("subTitle", 1, (10, 70, 80, 15))
    template, on = made(shape((0, 45, 100, 55)), *lines)
    (panel,) = on.panels
    assert panel.paint is not None
    picture = replace(panel, color=None, paint=replace(panel.paint, hides=opaque))
    found = find_band(replace(on, panels=(picture,)), template, (), lambda _: Emu(HEIGHT // 20))
    assert percent(found)[1] == top
