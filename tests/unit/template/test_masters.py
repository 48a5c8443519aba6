"""Of several masters one is chosen, and layouts that look like it."""

from __future__ import annotations

import pytest

from deckgen.template.choose import Purpose, choose
from deckgen.template.model import Template
from deckgen.template.read import read_template
from tests.support.layouts import (
    CONTENT,
    COVER,
    SECTION,
    TITLE_ONLY,
    TOP,
    body,
    chosen,
    title,
)
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
    zipped,
)


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


def test_a_master_whose_text_is_on_one_ground_goes_before_one_where_it_is_half_on_a_picture():
    halved, whole = Master((CONTENT,), shapes=(shape((50, 0, 50, 100)),)), Master((CONTENT,))
    assert chosen(with_uses((halved, whole), used=0), Purpose.CONTENT) == (1, True)
    behind = Master((CONTENT,), shapes=(shape((2, 22, 96, 70)),))
    assert chosen(with_uses((behind, whole), used=0), Purpose.CONTENT) == (0, True)


def test_a_design_that_is_called_a_cover_goes_before_a_cover_of_another_master():
    design = layout(shape((70, 5, 20, 10)), name="Title Slide")
    other = Master((COVER,), shapes=(shape((0, 95, 100, 5)),))
    made = read_template(presentation(other, Master((design, CONTENT))), "t")
    assert chosen(made, Purpose.CONTENT) == (2, True)
    assert chosen(made, Purpose.TITLE) == (1, False)


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
