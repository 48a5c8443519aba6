"""Slides: what stands on them, in reading order, and a title for everyone."""

from io import BytesIO

import pptx

from deckgen.drawn import Shape
from deckgen.emit import emit
from deckgen.geometry import Rect
from deckgen.opc.xml import qn
from deckgen.presets import Geometry
from deckgen.records import replace
from deckgen.template.model import Placeholder, Role
from deckgen.units import pt


def slide(pages):
    return pptx.Presentation(BytesIO(emit(pages).read())).slides[0]


def test_items_stand_in_reading_order(make):
    panel = Shape(Rect(pt(1), pt(1), pt(1), pt(1)), Geometry.RECTANGLE, None, None, "Panel")
    title = make.text("題", role=Role.TITLE)
    names = [shape.name for shape in slide(make.pages(make.page(panel, title))).shapes]
    assert names == ["Panel", "Title"]


def test_a_hidden_title_stands_above_the_slide_and_is_its_title(make):
    page = make.page(make.hidden_title("隠れた題 <1>"), make.text("x"))
    found = slide(make.pages(page))
    title = found.shapes.title
    assert title.text == "隠れた題 <1>"
    assert title.top + title.height < 0
    assert found.shapes[0].shape_id == title.shape_id


def test_a_layout_without_a_title_does_not_keep_a_slide_from_having_one(make):
    layout = replace(make.layout, slots=make.layout.slots[1:])
    hidden = make.hidden_title("題", Placeholder("title", None))
    page = replace(make.page(hidden, make.text("x")), layout=layout)
    assert slide(make.pages(page)).shapes.title.text == "題"


def test_a_slide_takes_its_colours_from_its_master(first_slide, make):
    root = first_slide(make.pages(make.page(make.text("x"))))
    assert root.find(f"{qn('p:clrMapOvr')}/{qn('a:masterClrMapping')}") is not None
    assert root.get("show") is None
