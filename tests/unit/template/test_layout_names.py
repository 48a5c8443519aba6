"""Names of layouts: what they say of them, in any language, and how authors may write them."""

from __future__ import annotations

import pytest

from deckgen.template.choose import Purpose, find
from deckgen.template.purposes import hinted
from tests.support.layouts import (
    WHOLE,
    body,
    chosen,
    template,
    title,
)
from tests.support.packages import (
    layout,
)


def test_names_break_ties():
    kpi = layout(title(), body(1, WHOLE), name="比較")
    usual = layout(title(), body(1, WHOLE), name="タイトルとコンテンツ")
    assert chosen(template(kpi, usual), Purpose.CONTENT) == (1, True)


@pytest.mark.parametrize("name", ["Section Header", "目次", "Closing", "Quote Dark", "Cover 1"])
def test_a_name_of_another_kind_keeps_content_off_a_layout_with_room_for_it(name):
    other, usual = layout(title(), body(1, WHOLE), name=name), layout(title(), body(1, WHOLE))
    assert chosen(template(other, usual), Purpose.CONTENT) == (1, True)


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
