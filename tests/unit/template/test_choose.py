"""Choosing layouts: by structure, in any language, never without an answer."""

from __future__ import annotations

from importlib import resources

import pytest

from deckgen.template.choose import Purpose, choose
from deckgen.template.read import read_template
from tests.support.layouts import (
    AGENDA,
    BLANK,
    CLOSING,
    COMPARISON,
    CONTENT,
    COVER,
    FIRST,
    LEFT,
    PICTURE,
    PICTURES,
    QUOTE,
    RIGHT,
    SECTION,
    THREE,
    TITLE_ONLY,
    TOP,
    TWO,
    WHOLE,
    Box,
    body,
    chosen,
    template,
    title,
)
from tests.support.packages import (
    Master,
    background,
    layout,
    placeholder,
    presentation,
    shape,
    solid,
)

STRUCTURES = {
    Purpose.TITLE: COVER,
    Purpose.SECTION: SECTION,
    Purpose.CONTENT: CONTENT,
    Purpose.TWO_CONTENTS: TWO,
    Purpose.COMPARISON: COMPARISON,
    Purpose.THREE_CONTENTS: THREE,
    Purpose.PICTURE_CAPTION: PICTURE,
    Purpose.PICTURES: PICTURES,
    Purpose.TITLE_ONLY: TITLE_ONLY,
    Purpose.QUOTE: QUOTE,
    Purpose.CLOSING: CLOSING,
    Purpose.AGENDA: AGENDA,
    Purpose.BLANK: BLANK,
}


@pytest.mark.parametrize("purpose", STRUCTURES)
@pytest.mark.parametrize("backwards", [False, True])
def test_structure_alone_tells_what_layouts_are_for(purpose, backwards):
    order = list(STRUCTURES)[:: -1 if backwards else 1]
    made = template(*(STRUCTURES[one] for one in order))
    assert chosen(made, purpose) == (order.index(purpose), True)


SIDE: Box = (5, 30, 30, 40)


@pytest.mark.parametrize("kind", ["", "obj"])
def test_content_may_have_its_title_in_a_column_beside_it(kind):
    beside = layout(title(SIDE), body(1, (42, 10, 53, 80)), kind=kind)
    assert chosen(template(COVER, beside), Purpose.CONTENT) == (1, True)


def test_a_title_above_the_content_is_liked_better_than_one_beside_it():
    beside = layout(title(SIDE), body(1, (42, 10, 53, 80)), kind="obj")
    assert chosen(template(beside, CONTENT), Purpose.CONTENT) == (1, True)


LOW: Box = (5, 65, 70, 20)


def test_content_may_have_its_title_below_it_where_the_layout_is_said_to_be_for_it():
    above = body(1, (5, 10, 70, 50))
    low = layout(title(LOW), above, kind="obj")
    assert chosen(template(COVER, low), Purpose.CONTENT) == (1, True)
    assert not chosen(template(COVER, layout(title(LOW), above)), Purpose.CONTENT)[1]
    assert chosen(template(low, CONTENT), Purpose.CONTENT) == (1, True)


def test_a_title_alone_stands_below_what_is_on_the_page_where_the_layout_is_said_to_be_for_that():
    low = layout(title(LOW), kind="titleOnly")
    assert chosen(template(SECTION, low), Purpose.TITLE_ONLY) == (1, True)
    assert not chosen(template(SECTION, layout(title(LOW))), Purpose.TITLE_ONLY)[1]


def test_what_is_declared_a_divider_is_not_for_content_beside_its_title():
    divider = layout(title(SIDE), body(1, (42, 10, 53, 80)), kind="secHead")
    assert not chosen(template(COVER, divider), Purpose.CONTENT)[1]


BAR = shape((0, 94, 100, 6), "00AA00")


def test_a_blank_page_looks_like_those_with_content():
    content, empty, barred = layout(BAR, title(), body(1, WHOLE)), layout(), layout(BAR)
    assert chosen(template(content, empty, barred), Purpose.BLANK) == (2, True)


def test_what_is_drawn_about_a_title_need_not_be_on_a_blank_page():
    rule = shape((5, 21, 90, 1), "00AA00")
    content, empty, barred = layout(rule, title(), body(1, WHOLE)), layout(), layout(BAR)
    assert chosen(template(content, barred, empty), Purpose.BLANK) == (2, True)


STANDARD = {
    Purpose.TITLE: "Title Slide",
    Purpose.SECTION: "Section Header",
    Purpose.CONTENT: "Title and Content",
    Purpose.TWO_CONTENTS: "Two Content",
    Purpose.COMPARISON: "Comparison",
    Purpose.PICTURE_CAPTION: "Picture with Caption",
    Purpose.TITLE_ONLY: "Title Only",
    Purpose.QUOTE: "Quotation",
    Purpose.AGENDA: "Agenda",
    Purpose.CLOSING: "Closing",
    Purpose.BLANK: "Blank",
}


DISPLAYED = {
    Purpose.PICTURES: "Pictures",
    Purpose.STATEMENT: "Statement",
    Purpose.BIG_NUMBER: "Big Number",
}


BUILT_IN = {
    "corporate": STANDARD | DISPLAYED,
    "corporate-dark": STANDARD | DISPLAYED,
    "plain": STANDARD,
    "report": STANDARD,
}


@pytest.mark.parametrize("name", BUILT_IN)
def test_the_built_in_templates_have_what_their_layouts_are_called(name):
    data = (resources.files("deckgen.templates") / f"{name}.pptx").read_bytes()
    made = read_template(data, name)
    found = {purpose: choose(made, purpose) for purpose in BUILT_IN[name]}
    assert {p: c.layout.name for p, c in found.items() if c and c.exact} == BUILT_IN[name]


@pytest.mark.parametrize(
    ("purpose", "layouts", "expected"),
    [
        (Purpose.TITLE, (CONTENT, SECTION), 1),
        (Purpose.SECTION, (CONTENT, COVER), 1),
        (Purpose.TWO_CONTENTS, (COVER, CONTENT), 1),
        (Purpose.COMPARISON, (CONTENT, TWO), 1),
        (Purpose.PICTURE_CAPTION, (COVER, CONTENT), 1),
        (Purpose.PICTURES, (COVER, CONTENT), 1),
        (Purpose.TITLE_ONLY, (COVER, CONTENT), 1),
        (Purpose.QUOTE, (CONTENT, TITLE_ONLY), 1),
        (Purpose.CLOSING, (CONTENT, COVER), 1),
        (Purpose.BLANK, (CONTENT, TITLE_ONLY), 1),
        (Purpose.CONTENT, (COVER, layout(body(1, WHOLE)), TWO), 2),
    ],
)
def test_the_next_best_layout_serves_and_is_not_exact(purpose, layouts, expected):
    assert chosen(template(*layouts), purpose) == (expected, False)


@pytest.mark.parametrize("purpose", Purpose)
@pytest.mark.parametrize("only", [BLANK, COVER, QUOTE, PICTURE])
def test_any_layout_is_better_than_none(purpose, only):
    assert chosen(template(only), purpose)[0] == 0


def test_without_layouts_the_one_that_is_supplied_is_for_content():
    assert chosen(template(), Purpose.CONTENT) == (0, True)


def test_vertical_text_is_not_for_content_if_anything_else_will_do():
    upright = placeholder("body", 1, WHOLE, body='vert="eaVert"')
    made = template(layout(title(), upright, kind="vertTx"), TWO)
    assert chosen(made, Purpose.CONTENT) == (1, False)


def test_a_narrow_title_beside_the_content_is_not_for_content():
    beside = layout(title((5, 5, 25, 85)), body(1, (35, 5, 60, 85)))
    assert chosen(template(beside, CONTENT), Purpose.CONTENT) == (1, True)


def test_an_object_larger_than_the_others_is_no_column():
    uneven = layout(title(), body(1, (5, 25, 60, 65)), body(2, (66, 25, 29, 65)))
    assert chosen(template(uneven, TWO), Purpose.TWO_CONTENTS) == (1, True)


def test_boxes_on_top_of_each_other_are_no_columns():
    stacked = layout(title(), body(1, (5, 25, 90, 30)), body(2, (5, 60, 90, 30)))
    assert chosen(template(stacked, TWO), Purpose.TWO_CONTENTS) == (1, True)


def test_text_over_a_picture_is_no_caption_beside_it():
    over = layout(title(), body(1, (0, 0, 100, 100), "pic"), body(2, (5, 60, 30, 20), "body"))
    assert chosen(template(over, PICTURE), Purpose.PICTURE_CAPTION) == (1, True)


def test_the_number_of_pictures_matters():
    boxes = ((5, 25, 29, 65), (36, 25, 29, 65), (67, 25, 29, 65))
    three = layout(title(), *(body(n, box, "pic") for n, box in enumerate(boxes)))
    made = template(PICTURES, three)
    two_, three_ = (choose(made, Purpose.PICTURES, count) for count in (2, 3))
    assert two_ is not None
    assert three_ is not None
    assert [two_.layout, three_.layout] == list(made.layouts)


def test_declared_types_break_ties():
    plain, declared = layout(title(), body(1, WHOLE)), layout(title(), body(1, WHOLE), kind="obj")
    assert chosen(template(plain, declared), Purpose.CONTENT) == (1, True)


def test_structure_outweighs_a_wrong_type():
    made = template(layout(*(title(), body(1, WHOLE)), kind="blank"), BLANK)
    assert chosen(made, Purpose.CONTENT) == (0, True)
    assert chosen(made, Purpose.BLANK) == (1, True)


def test_content_is_composed_on_a_page_of_another_kind_where_there_is_no_other():
    made = template(COVER, layout(title(), body(1, WHOLE), name="章节页"))
    assert chosen(made, Purpose.CONTENT) == (1, False)


def test_a_title_and_a_line_below_it_down_the_page_make_a_divider():
    divider = layout(title((5, 20, 60, 25)), placeholder("subTitle", 1, (5, 46, 60, 20)))
    back_cover = layout(title((5, 75, 40, 15)))
    assert chosen(template(COVER, CONTENT, back_cover, divider), Purpose.SECTION) == (3, True)


def test_a_subtitle_right_below_a_heading_makes_no_divider():
    headed = layout(title((5, 3, 90, 10)), placeholder("subTitle", 1, (5, 14, 90, 6)))
    assert chosen(template(CONTENT, headed, SECTION), Purpose.SECTION) == (2, True)


def test_a_divider_whose_title_shows_goes_before_one_whose_title_does_not():
    pale, dark = (
        layout(title((5, 40, 90, 20)), ground=background(color)) for color in ("E8E8E8", "203040")
    )
    white = (placeholder("title", None, TOP, style=FIRST.format(solid("FFFFFF"))),)
    made = read_template(presentation(Master((CONTENT, pale, dark), shapes=white)), "t")
    assert chosen(made, Purpose.SECTION) == (2, True)


def test_pages_among_those_of_content_look_like_them():
    dark = layout(title(), ground=background("203040"))
    moved = layout(title((30, 20, 60, 10)))
    made = template(CONTENT, dark, moved, TITLE_ONLY)
    assert chosen(made, Purpose.TITLE_ONLY) == (3, True)


@pytest.mark.parametrize(("height", "exact"), [(50, True), (35, False)])
def test_a_body_of_a_quarter_of_the_slide_is_room_for_content(height, exact):
    made = template(layout(title(), body(1, (5, 25, 50, height))))
    assert chosen(made, Purpose.CONTENT)[1] == exact


def test_an_agenda_without_a_title_is_none():
    assert not chosen(template(layout(body(1, WHOLE), name="目次"), CONTENT), Purpose.AGENDA)[1]
    assert chosen(template(CONTENT, AGENDA), Purpose.AGENDA) == (1, True)


def test_a_page_of_thanks_or_an_agenda_is_no_divider():
    assert chosen(template(CONTENT, CLOSING, SECTION), Purpose.SECTION) == (2, True)
    middle = layout(title((5, 40, 90, 20)), name="目次")
    assert chosen(template(CONTENT, middle, SECTION), Purpose.SECTION) == (2, True)


def test_a_layout_with_a_picture_is_none_for_content():
    beside = layout(title(), body(1, LEFT), body(2, RIGHT, "pic"))
    assert chosen(template(beside, CONTENT), Purpose.CONTENT) == (1, True)
    assert chosen(template(beside, TWO), Purpose.TWO_CONTENTS) == (1, True)


def test_a_title_with_a_subtitle_well_down_the_page_is_a_divider_and_at_the_top_is_not():
    low = layout(title((5, 30, 90, 15)), placeholder("subTitle", 1, (5, 50, 90, 10)))
    high = layout(title((5, 2, 90, 12)), placeholder("subTitle", 1, (5, 15, 90, 10)))
    assert chosen(template(CONTENT, high, low), Purpose.SECTION)[0] == 2


def test_vertical_columns_serve_only_where_no_others_do():
    upright = [
        placeholder("body", n, box, body='vert="eaVert"') for n, box in ((1, LEFT), (2, RIGHT))
    ]
    vertical = layout(title(), *upright)
    assert chosen(template(vertical, TWO), Purpose.TWO_CONTENTS) == (1, True)
    assert chosen(template(vertical, CONTENT), Purpose.TWO_CONTENTS)[0] == 0


def test_of_like_layouts_the_one_that_is_declared_for_the_purpose_is_taken():
    declared = layout(title(), body(1, WHOLE), kind="obj")
    assert chosen(template(CONTENT, declared), Purpose.CONTENT) == (1, True)


def test_of_like_layouts_the_one_with_the_larger_body_is_taken_up_to_a_size():
    small, large = (layout(title(), body(1, (5, 25, width, 65))) for width in (45, 80))
    assert chosen(template(small, large), Purpose.CONTENT) == (1, True)


def test_blank_is_the_layout_that_draws_least():
    drawn = layout(shape((10, 10, 20, 20)))
    assert chosen(template(drawn, BLANK), Purpose.BLANK) == (1, True)


def test_a_page_of_samples_is_not_for_content():
    samples = layout(title(), *(shape((5 + 9 * n, 25, 8, 45)) for n in range(10)))
    assert chosen(template(samples, CONTENT), Purpose.TITLE_ONLY) == (1, False)
    card = layout(title(), shape((4, 24, 92, 68)))
    assert chosen(template(card, CONTENT), Purpose.TITLE_ONLY) == (0, True)


def test_a_cover_with_a_place_for_a_picture_serves_where_there_is_no_other():
    pictured = layout(
        body(1, LEFT, "pic"), title((55, 30, 40, 25)), body(2, (55, 60, 40, 20)), name="Cover"
    )
    assert chosen(template(SECTION, pictured, CONTENT), Purpose.TITLE)[0] == 0
    pictured = layout(body(1, LEFT, "pic"), title((55, 30, 40, 25)), name="Cover")
    assert chosen(template(SECTION, pictured, CONTENT), Purpose.TITLE) == (1, True)
    assert chosen(template(pictured, COVER, CONTENT), Purpose.TITLE) == (1, True)


def test_a_divider_with_room_for_its_title_goes_before_one_with_a_column():
    narrow, wide = layout(title((60, 40, 25, 30))), layout(title((5, 40, 40, 30)))
    assert chosen(template(narrow, wide, CONTENT), Purpose.SECTION) == (1, True)
