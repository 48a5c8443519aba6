"""Slides that a template carries are found by their number or their title."""

from __future__ import annotations

import pytest

from deckgen.template.own import find_own, own_slides
from deckgen.template.read import read_template
from tests.support.packages import with_slides

TEMPLATE = read_template(with_slides("", "About  us", "Contact"), "t")


def test_they_come_in_the_order_of_the_show():
    assert [own.title for own in own_slides(TEMPLATE)] == ["Contact", "About us", ""]


@pytest.mark.parametrize("wanted", ["slide 2", "2", "Slide 2", "about us", "About us"])
def test_numbers_and_titles_find_a_slide(wanted):
    assert find_own(TEMPLATE, wanted).part == "/ppt/slides/slide1.xml"


@pytest.mark.parametrize("wanted", ["slide 0", "slide 4", "Nobody", "slide"])
def test_others_find_none(wanted):
    assert find_own(TEMPLATE, wanted) is None
