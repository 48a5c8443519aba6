"""Which layouts are for a purpose in fact, and which but serve for want of others."""

from __future__ import annotations

import pytest

from deckgen.template.choose import Purpose, choose
from deckgen.template.read import read_template
from tests.support.layouts import LEFT, MIDDLE, RIGHT, TOP, body, subtitle, title
from tests.support.packages import (
    Master,
    layout,
    placeholder,
    presentation,
    shape,
)

UPRIGHT = 'vert="eaVert"'


def columns(*boxes, headings=(), **more):
    heads = (body(20 + n, box, "body") for n, box in enumerate(headings))
    return layout(title(), *heads, *(body(n + 1, box) for n, box in enumerate(boxes)), **more)


def is_exact(purpose, *layouts):
    made = read_template(presentation(Master(layouts=layouts)), "t")
    choice = choose(made, purpose)
    assert choice is not None
    return choice.exact


THIRDS = ((5, 34, 28, 55), (36, 34, 28, 55), (67, 34, 28, 55))


HEADS = ((5, 25, 28, 8), (36, 25, 28, 8), (67, 25, 28, 8))


def test_three_columns_have_titles_or_have_none():
    assert is_exact(Purpose.THREE_CONTENTS, columns(*THIRDS))
    assert is_exact(Purpose.THREE_CONTENTS, columns(*THIRDS, headings=HEADS))
    assert not is_exact(Purpose.THREE_CONTENTS, columns(*THIRDS, headings=HEADS[:2]))
    assert not is_exact(Purpose.THREE_CONTENTS, columns(*THIRDS[:2]))


def test_two_columns_with_titles_are_a_comparison_and_no_other():
    halves = ((5, 34, 44, 55), (51, 34, 44, 55))
    heads = ((5, 25, 44, 8), (51, 25, 44, 8))
    assert is_exact(Purpose.COMPARISON, columns(*halves, headings=heads))
    assert not is_exact(Purpose.COMPARISON, columns(*halves))
    assert not is_exact(Purpose.COMPARISON, columns(*halves, headings=heads[:1]))
    assert is_exact(Purpose.TWO_CONTENTS, columns(*halves))
    assert not is_exact(Purpose.TWO_CONTENTS, columns(*halves, headings=heads))


@pytest.mark.parametrize(("height", "exact"), [(28, True), (26, False)])
def test_a_place_for_a_picture_with_text_is_a_twelfth_of_the_slide(height, exact):
    picture = body(2, (50, 25, 30, height), "pic")
    made = layout(title(), body(1, (5, 25, 40, 60), "body"), picture)
    assert is_exact(Purpose.PICTURE_CAPTION, made) is exact


@pytest.mark.parametrize(
    ("made", "exact"),
    [
        (layout(title(), body(1), name="Statement"), True),
        (layout(title(), body(1)), False),
        (layout(title(), body(1, body=UPRIGHT), name="Statement"), False),
        (columns(LEFT, RIGHT, name="Statement"), False),
        (layout(title((5, 80, 90, 15)), body(1), name="Statement"), False),
        (layout(body(1), name="Statement"), False),
        (layout(title(), body(1, LEFT), body(2, RIGHT, "pic"), name="Statement"), False),
    ],
)
def test_a_page_for_display_type_is_named_so_and_has_a_title_above_one_text(made, exact):
    assert is_exact(Purpose.STATEMENT, made) is exact


@pytest.mark.parametrize(
    ("name", "below", "exact"),
    [("Title and Content", 0, True), ("Title and Content", 1, False), ("Chart", 0, False)],
)
def test_a_low_body_is_for_content_where_a_name_says_so_and_it_has_room_below(name, below, exact):
    drawn = [shape((5, 45, 90, 5))] * below
    made = layout(title(), body(1, (5, 25, 70, 12)), *drawn, name=name)
    assert is_exact(Purpose.CONTENT, made) is exact


@pytest.mark.parametrize(("size", "exact"), [(1800, True), (4500, True), (9600, False)])
def test_a_title_that_leaves_the_text_below_it_a_label_is_no_title_of_a_number(size, exact):
    styles = [f'<a:lvl1pPr><a:defRPr sz="{each}"/></a:lvl1pPr>' for each in (size, 1800)]
    number = placeholder("title", None, (10, 25, 80, 30), style=styles[0])
    label = placeholder("body", 1, (10, 56, 80, 20), style=styles[1])
    assert is_exact(Purpose.BIG_NUMBER, layout(number, label, name="BIG_NUMBER")) is exact


@pytest.mark.parametrize(
    ("made", "exact"),
    [
        (layout(), True),
        (layout(title()), False),
        (layout(subtitle()), False),
        (layout(body(1)), False),
        (layout(name="Thank you"), False),
    ],
)
def test_a_blank_page_has_no_place_for_words(made, exact):
    assert is_exact(Purpose.BLANK, made) is exact


@pytest.mark.parametrize(
    ("made", "exact"),
    [
        (layout(title(MIDDLE), name="Thank you"), True),
        (layout(title(MIDDLE)), False),
        (layout(name="Thank you"), False),
        (layout(title(), body(1), name="Thank you"), False),
    ],
)
def test_a_closing_is_named_so_and_has_a_title_alone(made, exact):
    assert is_exact(Purpose.CLOSING, made) is exact


@pytest.mark.parametrize(
    ("made", "exact"),
    [
        (layout(title()), True),
        (layout(title(), subtitle()), True),
        (layout(title(MIDDLE)), False),
        (layout(title(), kind="secHead"), False),
        (layout(title(), kind="title"), False),
        (layout(placeholder("ctrTitle", None, TOP)), False),
        (layout(title(), name="Quote"), False),
    ],
)
def test_a_page_for_a_title_alone_leaves_the_slide_to_content(made, exact):
    assert is_exact(Purpose.TITLE_ONLY, made) is exact


@pytest.mark.parametrize(
    ("made", "exact"),
    [
        (layout(title(MIDDLE)), True),
        (layout(title(), name="Section"), True),
        (layout(title(), kind="secHead"), True),
        (layout(title()), False),
        (layout(title(MIDDLE), name="Thank you"), False),
        (layout(title(MIDDLE), name="Section", kind="title"), True),
        (layout(title(MIDDLE), kind="title"), False),
        (layout(title(MIDDLE), body(1, (5, 65, 90, 30)), name="Section"), True),
        (layout(title(), body(1), name="Section"), False),
        (layout(title(MIDDLE), body(1, (5, 65, 90, 30))), False),
        (layout(title((5, 13, 90, 15)), subtitle((5, 30, 90, 6))), True),
        (layout(title((5, 11, 90, 15)), subtitle((5, 28, 90, 6))), False),
    ],
)
def test_a_divider_is_named_so_or_has_its_title_down_the_page(made, exact):
    assert is_exact(Purpose.SECTION, made) is exact


@pytest.mark.parametrize(
    ("made", "exact"),
    [
        (layout(title(MIDDLE), subtitle((5, 62, 90, 8))), True),
        (layout(title(MIDDLE)), False),
        (layout(title(MIDDLE), name="Cover"), True),
        (layout(placeholder("ctrTitle", None, MIDDLE)), True),
        (layout(subtitle()), False),
        (layout(title(MIDDLE), subtitle((5, 62, 90, 8)), body(1, (5, 72, 90, 25))), False),
    ],
)
def test_a_title_slide_has_a_line_below_its_title_or_is_named_so(made, exact):
    assert is_exact(Purpose.TITLE, made) is exact


def test_one_picture_is_no_page_of_pictures():
    pictures = body(1, LEFT, "pic"), body(2, RIGHT, "pic")
    assert is_exact(Purpose.PICTURES, layout(title(), *pictures))
    assert not is_exact(Purpose.PICTURES, layout(title(), pictures[0]))
    assert not is_exact(Purpose.PICTURES, layout(*pictures))
    assert not is_exact(Purpose.PICTURES, layout(title(), *pictures, body(3, (5, 91, 90, 8))))


def test_content_is_not_set_below_a_title_in_the_middle():
    assert not is_exact(Purpose.CONTENT, layout(title(MIDDLE), body(1, (5, 62, 90, 33))))
