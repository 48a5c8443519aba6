"""On templates with large type, text becomes smaller before titles and rows take the page."""

from __future__ import annotations

from deckgen.pages import Picture, TextFrame
from deckgen.template.model import Role
from deckgen.units import Centipoints
from tests.support.building import GROWING, build_pages

LONG = "Long titles that say all of it at once and stop only where no line of the page is left " * 2


def frames(text, role=None):
    """Return the text frames of the one page of a slide, or those in a place of a role."""
    (page,) = build_pages(f"slides:\n  - title: {text}", GROWING).pages
    found = [item for item in page.items if isinstance(item, TextFrame)]
    return [one for one in found if role is None or (one.slot and one.slot.role is role)]


def test_a_title_of_many_lines_is_smaller_and_the_text_below_it_with_it():
    (short,) = frames("Short\n    body: text", Role.TITLE)
    slide = f"{LONG.strip()}\n    body: [one, two, three, four, five, six]"
    (title,), (body,) = frames(slide, Role.TITLE), frames(slide, Role.BODY)
    assert title.box.height <= short.box.height * 1.6
    assert title.levels[0].size >= body.levels[0].size * 1.15


def test_a_title_keeps_its_size_on_a_slide_that_is_not_to_shrink():
    (title,) = frames(f"{LONG.strip()}\n    fit: keep\n    body: text", Role.TITLE)
    assert title.levels[0].size >= 3200 * 1.15


def tops(key, things):
    named = [one for one in frames(f"A\n    {key}: [{things}]") if one.name in ("Step", "Figure")]
    return {frame.box.y for frame in named}


def test_steps_that_one_row_holds_in_smaller_type_stand_in_one():
    assert len(tops("steps", "Draw, Build, Test, Move")) == 1
    assert len(tops("steps", ", ".join(["Build"] * 8))) == 2


def test_three_figures_stand_in_one_row_in_smaller_type():
    each = "{value: 123.4 M€, label: Sales}"
    assert len(tops("figures", ", ".join([each] * 3))) == 1
    assert len(tops("figures", ", ".join([each] * 5))) > 1


def beside(items, words="ab cd efg"):
    """Return the text and the picture of a slide with a list that both stand on one page."""
    body = f"      - {words}\n" * items
    text = f"slides:\n  - title: A\n    body: |\n{body}    image: {{src: wide.png, alt: x}}\n"
    (page,) = build_pages(text, GROWING).pages
    (picture,) = (item for item in page.items if isinstance(item, Picture))
    texts = (item for item in page.items if isinstance(item, TextFrame) and item.slot)
    return next(text for text in texts if text.slot.role is Role.BODY), picture


def test_a_list_beside_a_picture_becomes_smaller_before_the_picture_has_a_page_of_its_own():
    large, _ = beside(8)
    small, picture = beside(12)
    assert large.levels[0].size > Centipoints(2000) >= small.levels[0].size >= Centipoints(1800)
    assert small.box.right <= picture.box.x
    assert small.box.width == large.box.width


def test_a_list_that_has_no_room_in_half_of_a_page_has_more_of_it():
    short, beside_short = beside(9)
    long, beside_long = beside(9, "an item that needs a line and more")
    assert long.box.width > short.box.width
    assert long.box.right <= beside_long.box.x
    assert beside_long.box.width < beside_short.box.width
