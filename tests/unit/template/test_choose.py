"""Choosing layouts: by structure, in any language, with one master, never without an answer."""

from __future__ import annotations

from importlib import resources

import pytest

from deckgen.template.choose import Purpose, choose, find
from deckgen.template.model import Template
from deckgen.template.purposes import hinted
from deckgen.template.read import read_template
from tests.support.packages import (
    Master,
    background,
    content_types,
    layout,
    parts_of,
    placeholder,
    presentation,
    relationships,
    shape,
    solid,
    zipped,
)

Box = tuple[float, float, float, float]

FIRST = "<a:lvl1pPr><a:defRPr>{}</a:defRPr></a:lvl1pPr>"
"""A list style whose first level has a fill."""

TOP: Box = (5, 5, 90, 15)
LEFT: Box = (5, 25, 44, 65)
RIGHT: Box = (51, 25, 44, 65)
WHOLE: Box = (5, 25, 90, 65)


def title(box: Box = TOP) -> str:
    return placeholder("title", None, box)


def body(idx: int, box: Box, kind: str | None = None) -> str:
    return placeholder(kind, idx, box)


COVER = layout(placeholder("ctrTitle", None, (5, 20, 90, 30)), placeholder("subTitle", 1, LEFT))
SECTION = layout(title((5, 40, 90, 20)))
CONTENT = layout(title(), body(1, WHOLE))
TWO = layout(title(), body(1, LEFT), body(2, RIGHT))
COMPARISON = layout(
    title(),
    body(1, (5, 25, 44, 8), "body"),
    body(2, (5, 34, 44, 55)),
    body(3, (51, 25, 44, 8), "body"),
    body(4, (51, 34, 44, 55)),
)
THREE = layout(title(), *(body(n, (5 + 31 * n, 25, 28, 65)) for n in range(3)))
PICTURE = layout(title(), body(1, (5, 25, 30, 60), "body"), body(2, (40, 25, 55, 65), "pic"))
PICTURES = layout(title(), body(1, LEFT, "pic"), body(2, RIGHT, "pic"))
TITLE_ONLY = layout(title())
QUOTE = layout(placeholder("body", 1, (10, 20, 80, 50), name="Quotation"))
CLOSING = layout(title((5, 40, 90, 20)), name="Thank you")
AGENDA = layout(title(), body(1, WHOLE), name="目次")
BLANK = layout()

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


def template(*layouts: str) -> Template:
    return read_template(presentation(Master(layouts=layouts)), "t")


def chosen(made: Template, purpose: Purpose) -> tuple[int, bool]:
    """Return the index of the layout that is chosen, and whether it is exact."""
    choice = choose(made, purpose)
    assert choice is not None
    parts = [layout.part for layout in made.layouts]
    return parts.index(choice.layout.part), choice.exact


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


def test_names_break_ties():
    kpi = layout(title(), body(1, WHOLE), name="比較")
    usual = layout(title(), body(1, WHOLE), name="タイトルとコンテンツ")
    assert chosen(template(kpi, usual), Purpose.CONTENT) == (1, True)


@pytest.mark.parametrize("name", ["Section Header", "目次", "Closing", "Quote Dark", "Cover 1"])
def test_a_name_of_another_kind_keeps_content_off_a_layout_with_room_for_it(name):
    other, usual = layout(title(), body(1, WHOLE), name=name), layout(title(), body(1, WHOLE))
    assert chosen(template(other, usual), Purpose.CONTENT) == (1, True)


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


def with_uses(masters: tuple[Master, ...], used: int) -> Template:
    """Return a template that has a slide of its own on the layout of a number."""
    parts = parts_of(*masters)
    parts["ppt/slides/slide1.xml"] = "<p/>"
    target = f"../slideLayouts/slideLayout{used}.xml"
    parts["ppt/slides/_rels/slide1.xml.rels"] = relationships(("slideLayout", target))
    types = {
        "/ppt/presentation.xml": "presentation.main+xml",
        "/ppt/slides/slide1.xml": "slide+xml",
    }
    parts["[Content_Types].xml"] = content_types(types)
    return read_template(zipped(parts), "t")


def test_of_several_masters_the_first_is_used():
    made = read_template(presentation(Master((COVER, CONTENT)), Master((COVER, CONTENT))), "t")
    assert chosen(made, Purpose.CONTENT) == (1, True)
    assert chosen(made, Purpose.TITLE) == (0, True)


def test_the_master_of_the_templates_own_slides_goes_before_the_first():
    made = with_uses((Master((COVER, CONTENT)), Master((COVER, CONTENT))), used=3)
    assert chosen(made, Purpose.CONTENT) == (3, True)
    assert chosen(made, Purpose.TITLE) == (2, True)


def test_covers_may_come_from_another_master():
    made = read_template(presentation(Master((COVER,)), Master((CONTENT,))), "t")
    assert chosen(made, Purpose.CONTENT) == (1, True)
    assert chosen(made, Purpose.TITLE) == (0, True)


def test_a_bare_cover_of_another_master_does_not_replace_one_with_the_brand():
    logo = (placeholder("title", None, TOP), shape((85, 3, 12, 8)))
    branded = Master((CONTENT, TITLE_ONLY), shapes=logo)
    made = read_template(presentation(branded, Master((COVER, SECTION))), "t")
    assert chosen(made, Purpose.SECTION) == (1, False)


@pytest.mark.parametrize(("box", "moves"), [((5, 5, 90, 12), True), ((5, 30, 90, 25), False)])
def test_a_cover_with_a_heading_for_a_title_makes_a_divider_whose_title_is_lower(box, moves):
    cover = layout(placeholder("ctrTitle", None, box), placeholder("subTitle", 1, (5, 60, 90, 20)))
    made = read_template(presentation(Master((cover, CONTENT))), "t")
    opening, divider = (choose(made, purpose) for purpose in (Purpose.TITLE, Purpose.SECTION))
    assert opening is not None
    assert divider is not None
    first, second = (one.layout.slots[0].box for one in (opening, divider))
    assert (second.y > first.bottom) is moves
    assert moves or first == second


@pytest.mark.parametrize(("color", "section"), [("FFFFFF", (1, False)), ("0065BD", (2, True))])
def test_a_background_is_a_design_where_it_has_a_colour_of_its_own(color, section):
    logo = (placeholder("title", None, TOP), shape((85, 3, 12, 8)))
    branded = Master((CONTENT, TITLE_ONLY), shapes=logo, ground=background("FFFFFF"))
    other = Master((SECTION,), ground=background(color))
    made = read_template(presentation(branded, other), "t")
    assert chosen(made, Purpose.SECTION) == section


def test_the_master_with_a_body_across_the_page_goes_before_one_with_half_a_page():
    half = layout(title(), body(1, (5, 25, 50, 65)))
    made = with_uses((Master((COVER, half)), Master((COVER, CONTENT))), used=1)
    assert chosen(made, Purpose.CONTENT) == (3, True)


def test_content_stays_with_its_master():
    made = read_template(presentation(Master((COVER, CONTENT)), Master((TITLE_ONLY,))), "t")
    assert chosen(made, Purpose.TITLE_ONLY) == (1, False)


@pytest.mark.parametrize(
    "name", ["Two Content", "two content", "TwoContent", "Ｔｗｏ　Ｃｏｎｔｅｎｔ", "two-content"]
)
def test_authors_need_not_write_a_layouts_name_exactly(name):
    made = template(layout(name="Title"), layout(name="Two Content"))
    assert find(made, name) is made.layouts[1]


def test_the_exact_name_goes_before_a_similar_one():
    made = template(layout(name="two content"), layout(name="Two Content"))
    assert find(made, "Two Content") is made.layouts[1]


def test_a_name_that_no_layout_has_finds_nothing():
    assert find(template(layout(name="Title")), "Tite") is None


@pytest.mark.parametrize(
    ("name", "purpose"),
    [
        ("タイトル スライド", Purpose.TITLE),
        ("1_表紙", Purpose.TITLE),
        ("标题幻灯片", Purpose.TITLE),
        ("Titelfolie", Purpose.TITLE),
        ("Diapositive de titre", Purpose.TITLE),
        ("Rubrikbild", Purpose.TITLE),
        ("セクション見出し", Purpose.SECTION),
        ("Abschnitts-\nüberschrift", Purpose.SECTION),
        ("Cabeçalho da Seção", Purpose.SECTION),
        ("タイトルとコンテンツ", Purpose.CONTENT),
        ("제목 및 내용", Purpose.CONTENT),
        ("2 つのコンテンツ", Purpose.TWO_CONTENTS),
        ("Zwei Inhalte", Purpose.TWO_CONTENTS),
        ("比較", Purpose.COMPARISON),
        ("Comparación", Purpose.COMPARISON),
        ("タイトル付きの図", Purpose.PICTURE_CAPTION),
        ("Nur Titel", Purpose.TITLE_ONLY),
        ("Endast rubrik", Purpose.TITLE_ONLY),
        ("白紙", Purpose.BLANK),
        ("Em branco", Purpose.BLANK),
        ("Zitat", Purpose.QUOTE),
        ("ご清聴ありがとうございました", Purpose.CLOSING),
        ("结尾页", Purpose.CLOSING),
        ("1_Table of Content", Purpose.AGENDA),
        ("目次", Purpose.AGENDA),
        ("Inhaltsverzeichnis", Purpose.AGENDA),
        ("Sommaire", Purpose.AGENDA),
        ("Vielen Dank - danke", Purpose.CLOSING),
    ],
)
def test_names_in_many_languages(name, purpose):
    assert hinted(name) == {purpose}


@pytest.mark.parametrize("name", ["DEFAULT", "CUSTOM_1", "文章のみ", "OpenStack", "Recover"])
def test_names_that_say_nothing(name):
    assert hinted(name) == frozenset()


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
