"""Quotations are display type, with who said them in smaller type right below."""

from __future__ import annotations

import pytest

from deckgen.pages import Page, TextFrame
from deckgen.styles import Anchor
from deckgen.template.model import Role
from deckgen.units import pt
from tests.support.building import open_deck, place

WORDS = "Simplicity is prerequisite for reliability."
QUOTE = f"quote: {{text: {WORDS}, by: Edsger W. Dijkstra}}"
WAYS = [f"title: Words\n    {QUOTE}", QUOTE]


def page(slide: str, template: str) -> Page:
    pages = place(open_deck(f"slides:\n  - {slide}\n"), template).pages
    assert pages is not None
    return pages.pages[0]


def saying(made: Page, words: str) -> TextFrame:
    frames = (item for item in made.items if isinstance(item, TextFrame))
    return next(frame for frame in frames if words in frame.paragraphs[0].text)


def end_of_text(frame: TextFrame) -> int:
    room = frame.box.inset(frame.body.insets)
    shares = {Anchor.TOP: 0.0, Anchor.MIDDLE: 0.5, Anchor.BOTTOM: 1.0}
    return room.y + (room.height - frame.height) * shares[frame.body.anchor] + frame.height


@pytest.mark.parametrize("template", ["corporate", "plain", "growing"])
@pytest.mark.parametrize("slide", WAYS)
def test_the_author_stands_right_below_the_words_in_smaller_type(slide, template):
    made = page(slide, template)
    words, author = saying(made, "Simplicity"), saying(made, "Edsger")
    top = author.box.y + author.body.insets.top
    assert pt(16) <= top - end_of_text(words) <= pt(20)
    assert author.paragraphs[0].style.size < words.paragraphs[0].style.size


@pytest.mark.parametrize("template", ["corporate", "plain", "growing"])
@pytest.mark.parametrize("slide", WAYS)
def test_a_short_quotation_alone_is_display_type(slide, template):
    frame = saying(page(slide, template), "Simplicity")
    assert frame.paragraphs[0].style.size.points >= 28


@pytest.mark.parametrize("template", ["corporate", "plain", "growing"])
@pytest.mark.parametrize("slide", [QUOTE, "quote: No author at all", "body: Words without a title"])
def test_a_page_without_a_title_is_on_a_layout_without_a_place_for_one(slide, template):
    assert page(slide, template).layout.first(Role.TITLE) is None


def test_text_that_stands_with_a_quotation_leaves_it_at_its_size():
    made = page("title: A\n    body: |\n      Somebody said\n\n      > that", "corporate")
    one, other = saying(made, "Somebody"), saying(made, "that")
    assert one.paragraphs[0].style.size == other.paragraphs[0].style.size
