"""Dividers are numbered where that helps, and their layouts show it where they have a place."""

from __future__ import annotations

import pytest

from deckgen.pages import TextFrame
from deckgen.template.model import Role
from tests.support.building import open_deck, place


def numbers(*titles: str, template: str = "corporate", hidden: str = "") -> list[str]:
    slides = [
        f"  - section: {title!r}\n" + ("    hidden: true\n" if title == hidden else "")
        for title in titles
    ]
    pages = place(open_deck("slides:\n" + "".join(slides)), template).pages
    assert pages is not None
    return [
        item.paragraphs[0].text
        for page in pages.pages
        for item in page.items
        if isinstance(item, TextFrame) and item.slot and item.slot.role is Role.ORDINAL
    ]


@pytest.mark.parametrize(
    ("template", "shown"),
    [("corporate", ["01", "02"]), ("plain", ["1", "2"]), ("report", ["1", "2"])],
)
def test_dividers_show_their_number_with_the_digits_of_the_prompt(template, shown):
    assert numbers("Now", "Then", template=template) == shown


def test_numbers_are_as_large_as_the_template_has_them():
    pages = place(open_deck("slides: [{section: Now}, {section: Then}]"), "corporate").pages
    assert pages is not None
    sizes = [
        item.paragraphs[0].style.size.points
        for item in pages.pages[0].items
        if isinstance(item, TextFrame) and item.slot and item.slot.role is Role.ORDINAL
    ]
    assert sizes == [66]


def test_a_template_without_a_place_for_it_shows_no_number():
    assert numbers("Now", "Then", template="growing") == []


def test_the_only_divider_has_no_number():
    assert numbers("Now") == []


@pytest.mark.parametrize("title", ["1. Now", "１　現状", "第1章", "第一章", "§ 1"])
def test_titles_that_say_their_numbers_are_not_numbered_again(title):
    assert numbers(title, "Then") == []


@pytest.mark.parametrize("title", ["一般的な課題", "One", "第三者の評価"])
def test_words_that_begin_like_numbers_are_none(title):
    assert numbers(title, "Then") == ["01", "02"]


def test_hidden_dividers_are_not_counted():
    assert numbers("Now", "Kept for later", "Then", hidden="Kept for later") == ["01", "02"]
