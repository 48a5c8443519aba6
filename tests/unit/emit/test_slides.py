"""Slides: what stands on them, in reading order, and a title for everyone."""

from io import BytesIO

import pptx

from deckgen.emit import emit
from deckgen.geometry import Rect
from deckgen.opc.xml import qn
from deckgen.pages import Geometry, Shape
from deckgen.records import replace
from deckgen.template.model import Role
from deckgen.units import pt


def slide(pages):
    return pptx.Presentation(BytesIO(emit(pages).read())).slides[0]


def test_items_stand_in_reading_order(make):
    panel = Shape(Rect(pt(1), pt(1), pt(1), pt(1)), Geometry.RECTANGLE, None, None, "Panel")
    title = make.text("題", role=Role.TITLE)
    names = [shape.name for shape in slide(make.pages(make.page(panel, title))).shapes]
    assert names == ["Panel", "Title"]


def test_a_page_that_shows_no_title_has_a_hidden_one_above_the_slide(make):
    found = slide(make.pages(make.page(make.text("x"), title="隠れた題 <1>")))
    title = found.shapes.title
    assert title.text == "隠れた題 <1>"
    assert title.top + title.height < 0
    assert found.shapes[0].shape_id == title.shape_id


def test_a_layout_without_a_title_does_not_keep_a_slide_from_having_one(make):
    layout = replace(make.layout, slots=make.layout.slots[1:])
    page = replace(make.page(make.text("x"), title="題"), layout=layout)
    assert slide(make.pages(page)).shapes.title.text == "題"


def test_a_page_that_shows_its_title_has_no_second_one(make):
    page = make.page(make.text("題", role=Role.TITLE))
    assert len(slide(make.pages(page)).shapes) == 1


def test_a_page_without_a_title_has_none_to_hide(make):
    assert slide(make.pages(make.page(make.text("x"), title=""))).shapes.title is None


def test_a_slide_takes_its_colours_from_its_master(first_slide, make):
    root = first_slide(make.pages(make.page(make.text("x"))))
    assert root.find(f"{qn('p:clrMapOvr')}/{qn('a:masterClrMapping')}") is not None
    assert root.get("show") is None
