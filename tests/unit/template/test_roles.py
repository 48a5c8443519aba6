"""Roles: content must not land in headings, captions, names of authors or legal notices."""

from __future__ import annotations

import pytest

from deckgen.template.model import Role
from deckgen.template.read import read_template
from tests.support.growth import assert_linear
from tests.support.packages import Master, layout, placeholder, presentation

TITLE = placeholder("title", None, (5, 5, 90, 15))


def sized(points: int) -> str:
    """Return a list style of a size of text."""
    return f'<a:lvl1pPr><a:defRPr sz="{points * 100}"/></a:lvl1pPr>'


def roles(*shapes: str, kind: str = "", name: str = "") -> list[str]:
    master = Master(layouts=(layout(*shapes, kind=kind, name=name),))
    slots = read_template(presentation(master), "t").layouts[0].slots
    return [slot.role.value for slot in slots]


def body(*box: float, idx: int = 1, **more: str) -> str:
    x, y, width, height = box
    return placeholder("body", idx, (x, y, width, height), **more)


def picture(*box: float, idx: int = 9) -> str:
    x, y, width, height = box
    return placeholder("pic", idx, (x, y, width, height))


def test_a_large_body_is_content():
    assert roles(TITLE, body(5, 25, 90, 60)) == ["title", "body"]


def test_headings_stand_above_the_columns_of_a_comparison():
    columns = (body(5, 25, 40, 8), body(5, 35, 40, 50), body(55, 25, 40, 8), body(55, 35, 40, 50))
    assert roles(TITLE, *columns) == ["title", "heading", "body", "heading", "body"]


def test_headings_of_a_declared_comparison_may_be_high():
    columns = (body(5, 25, 40, 14), body(5, 39, 40, 50))
    assert roles(TITLE, *columns, kind="twoTxTwoObj") == ["title", "heading", "body"]


def test_a_strip_under_the_title_is_a_subtitle():
    assert roles(TITLE, body(5, 20, 90, 7), body(5, 30, 90, 55)) == ["title", "subtitle", "body"]


def test_a_strip_declared_as_subtitle_is_the_title_where_there_is_no_other():
    strip = placeholder("subTitle", 1, (5, 5, 90, 10))
    assert roles(strip, body(5, 25, 90, 60, idx=2)) == ["title", "body"]


@pytest.mark.parametrize(
    ("prompt", "number"), [("xx%", "ordinal"), ("01", "ordinal"), ("Click here", "other")]
)
def test_of_several_titles_the_one_without_an_index_is_that_of_the_page(prompt, number):
    place = placeholder("title", 2, (35, 20, 30, 15), style=sized(60), text=prompt)
    real = placeholder("title", None, (10, 40, 80, 20), style=sized(36))
    assert roles(place, real, kind="secHead") == [number, "title"]


def test_of_several_titles_one_stays_where_all_might_be_numbers():
    pair = [placeholder("title", idx, (5, 20 * idx, 90, 15), text="1") for idx in (1, 2)]
    assert sorted(roles(*pair, kind="secHead")) == ["ordinal", "title"]


def test_of_several_titles_with_an_index_the_largest_is_that_of_the_page():
    small = placeholder("title", 2, (5, 5, 90, 15), style=sized(20))
    large = placeholder("title", 3, (5, 40, 90, 15), style=sized(40))
    assert roles(small, large) == ["other", "title"]


@pytest.mark.parametrize("kind", ["body", "obj", None])
def test_the_largest_text_of_a_cover_without_a_title_is_its_title(kind):
    large = placeholder(kind, 1, (5, 30, 60, 25), style=sized(28))
    small = placeholder(kind, 2, (5, 60, 30, 8), style=sized(14))
    assert roles(small, large, name="封面") == ["subtitle", "title"]


def test_large_text_below_the_heading_of_a_divider_is_content():
    heading = placeholder("subTitle", 1, (5, 5, 90, 12), style=sized(32))
    assert roles(heading, body(5, 22, 90, 68, idx=2), name="章节页") == ["title", "body"]


def test_a_label_above_the_heading_of_a_divider_is_not_its_title():
    label = placeholder("title", None, (5, 25, 30, 5), style=sized(14))
    heading = placeholder("body", 1, (5, 40, 70, 20), style=sized(28))
    assert roles(label, heading, name="章节页") == ["other", "title"]


def test_the_large_number_of_a_divider_is_not_its_title():
    number = placeholder("body", 1, (5, 30, 20, 40), style=sized(120))
    heading = placeholder("title", None, (30, 40, 60, 20), style=sized(40))
    assert roles(number, heading, name="Section")[1] == "title"


def test_a_strip_at_the_bottom_is_for_notices():
    assert roles(TITLE, body(5, 25, 90, 55), body(5, 88, 90, 7)) == ["title", "body", "notice"]


@pytest.mark.parametrize("kind", ["picTx", "objTx"])
def test_text_beside_the_object_of_a_captioned_layout_is_a_caption(kind):
    assert roles(TITLE, picture(45, 25, 50, 65), body(5, 25, 35, 65), kind=kind)[2] == "caption"


def test_small_text_beside_a_larger_picture_is_a_caption():
    assert roles(TITLE, picture(35, 25, 60, 65), body(5, 25, 25, 60))[2] == "caption"


def test_large_text_beside_a_picture_is_content():
    assert roles(TITLE, picture(55, 25, 40, 65), body(5, 25, 45, 65))[2] == "body"


def test_a_line_under_a_picture_is_its_caption():
    assert roles(TITLE, picture(30, 25, 40, 50), body(30, 76, 40, 4))[2] == "caption"


@pytest.mark.parametrize(
    ("name", "top", "role"),
    [("Title Slide", 45, "subtitle"), ("Title Slide", 5, "body"), ("Chart", 45, "body")],
)
def test_a_place_for_anything_below_the_low_title_of_a_cover_is_its_subtitle(name, top, role):
    title = placeholder("title", None, (5, top, 90, 15))
    anything = placeholder(None, 1, (5, top + 17, 70, 12))
    assert roles(title, anything, name=name) == ["title", role]


@pytest.mark.parametrize("kind", ["title", "secHead"])
def test_text_on_a_cover_is_its_subtitle(kind):
    assert roles(TITLE, body(5, 50, 90, 25), kind=kind) == ["title", "subtitle"]


def test_a_cover_has_one_subtitle_and_the_rest_is_left_alone():
    cover = (
        placeholder("ctrTitle", None, (5, 20, 90, 25)),
        placeholder("subTitle", 1, (5, 50, 90, 10)),
    )
    assert roles(*cover, body(5, 65, 90, 10)) == ["title", "subtitle", "other"]


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Authors and affiliation", "author"),
        ("発表者名", "author"),
        ("Vortragende Person", "author"),
        ("Legal notice", "notice"),
        ("商標について", "notice"),
        ("Fußnote", "notice"),
        ("サブタイトル", "subtitle"),
        ("Quotation", "quote"),
        ("引用文", "quote"),
    ],
)
@pytest.mark.parametrize("where", ["name", "text"])
def test_names_and_prompts_tell_special_uses(words, role, where):
    assert roles(TITLE, body(5, 50, 60, 15, **{where: words})) == ["title", role]


def test_a_large_body_whose_prompt_mentions_authors_is_content():
    assert roles(TITLE, body(5, 25, 90, 60, text="Sources and authors")) == ["title", "body"]


def test_a_tiny_body_is_left_alone():
    assert roles(TITLE, body(92, 30, 4, 4)) == ["title", "other"]


def test_the_largest_of_several_titles_is_the_title():
    style = '<a:lvl1pPr><a:defRPr sz="4000"/></a:lvl1pPr>'
    second = placeholder("title", None, (5, 40, 90, 20), style=style)
    assert roles(TITLE, second) == ["other", "title"]


def test_a_strip_on_top_serves_as_title_where_there_is_none():
    assert roles(body(5, 5, 70, 10), body(5, 25, 90, 60)) == ["title", "body"]


def test_text_that_fills_a_page_below_its_heading_is_content_on_a_copy_of_a_divider():
    assert roles(TITLE, body(5, 25, 90, 65), kind="secHead") == ["title", "body"]
    assert roles(TITLE, body(5, 25, 90, 30), kind="secHead") == ["title", "subtitle"]
    low = placeholder("title", None, (5, 30, 90, 15))
    assert roles(low, body(5, 47, 90, 50), kind="secHead") == ["title", "subtitle"]


def test_the_line_on_top_that_is_largest_serves_as_title_where_all_places_are_alike():
    heading = body(3, 5, 25, 7, idx=1, style=sized(28))
    section = body(85, 5, 11, 5, idx=2, style=sized(16))
    line = body(3, 13, 25, 5, idx=3, style=sized(18))
    assert roles(section, heading, line)[1] == "title"
    master = Master(layouts=(layout(section, heading, line),))
    title = read_template(presentation(master), "t").layouts[0].first(Role.TITLE)
    assert title.box.width > 90 * title.box.x // 4


def test_a_line_on_top_hardly_larger_than_others_or_at_the_right_is_no_title():
    line = body(3, 40, 25, 7, idx=3, style=sized(18))
    assert "title" not in roles(body(3, 5, 25, 7, idx=1, style=sized(20)), line)
    assert "title" not in roles(body(70, 5, 25, 7, idx=1, style=sized(28)), line)


def test_a_lone_body_is_no_title():
    assert roles(body(5, 5, 90, 80)) == ["body"]


def test_objects_are_content_whatever_their_names():
    assert roles(placeholder(None, 1, (5, 25, 40, 30), name="Notice")) == [Role.BODY.value]


def test_many_texts_on_a_cover_are_told_apart_in_proportion_to_their_number():
    def make(count: int) -> bytes:
        texts = (body(5, 20 + number % 60, 90, 7, idx=number + 1) for number in range(count))
        return presentation(Master(layouts=(layout(TITLE, *texts, kind="title"),)))

    assert_linear(lambda data: read_template(data, "t"), make, 40)
