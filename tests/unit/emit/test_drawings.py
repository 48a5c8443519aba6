"""Pictures, shapes and strokes."""

import pytest

from deckgen.colors import Color
from deckgen.content import Link
from deckgen.geometry import Rect
from deckgen.opc.xml import qn
from deckgen.pages import Crop, Geometry, Outline, Picture, Shape, Stroke
from deckgen.records import replace
from deckgen.template.model import Placeholder, Role
from deckgen.units import ZERO, pt

BOX = Rect(pt(10), pt(20), pt(80), pt(60))
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


def drawn(first_slide, make, item):
    tree = first_slide(make.pages(make.page(item, title=""))).find(f".//{qn('p:spTree')}")
    return tree[-1]


def test_a_picture_has_its_words_and_place(first_slide, make):
    element = drawn(first_slide, make, Picture(BOX, make.picture(), "夜景", "Photo"))
    properties = element.find(f".//{qn('p:cNvPr')}")
    assert (properties.get("name"), properties.get("descr")) == ("Photo", "夜景")
    assert properties.find(f".//{DECORATIVE}") is None
    assert element.find(f".//{qn('a:off')}").get("x") == str(pt(10))
    assert element.find(f".//{qn('a:srcRect')}") is None


def test_a_picture_without_words_is_decorative(first_slide, make):
    element = drawn(first_slide, make, Picture(BOX, make.picture(), "", "Photo"))
    assert element.find(f".//{qn('p:cNvPr')}").get("descr") is None
    assert element.find(f".//{DECORATIVE}").get("val") == "1"


def test_what_is_cut_off_is_written_in_thousandths_of_a_percent(first_slide, make):
    cropped = Picture(BOX, make.picture(), "x", "Photo", Crop(0.1, 0, 0.25, 0.33333))
    crop = drawn(first_slide, make, cropped).find(f".//{qn('a:srcRect')}")
    assert dict(crop.attrib) == {"l": "10000", "r": "25000", "b": "33333"}


def test_a_picture_in_its_placeholder_inherits_its_place(first_slide, make):
    slot = replace(make.slot(), role=Role.PICTURE, placeholder=Placeholder("pic", 13))
    element = drawn(first_slide, make, Picture(slot.box, make.picture(), "x", "P", slot=slot))
    assert dict(element.find(f".//{qn('p:ph')}").attrib) == {"type": "pic", "idx": "13"}
    assert len(element.find(qn("p:spPr"))) == 0
    moved = drawn(first_slide, make, Picture(BOX, make.picture(), "x", "P", slot=slot))
    assert moved.find(f".//{qn('a:off')}") is not None


def test_a_picture_may_lead_somewhere(first_slide, make):
    link = Link("https://example.com/", make.span)
    element = drawn(first_slide, make, Picture(BOX, make.picture(), "", "P", link=link))
    properties = element.find(f".//{qn('p:cNvPr')}")
    assert [child.tag for child in properties] == [qn("a:hlinkClick"), qn("a:extLst")]


@pytest.mark.parametrize("geometry", list(Geometry))
def test_a_shape_is_a_preset_and_decoration(first_slide, make, geometry):
    item = Shape(BOX, geometry, Color("FF0000", "accent1"), None, "Panel")
    element = drawn(first_slide, make, item)
    assert element.find(f".//{qn('a:prstGeom')}").get("prst") == geometry.value
    assert element.find(f".//{qn('a:schemeClr')}").get("val") == "accent1"
    assert element.find(f".//{qn('a:ln')}/{qn('a:noFill')}") is not None
    assert element.find(f".//{DECORATIVE}") is not None


def test_a_shape_without_a_fill_shows_what_is_behind_it(first_slide, make):
    item = Shape(BOX, Geometry.ELLIPSE, None, Outline(Color("000000"), pt(2)), "Ring")
    painted = drawn(first_slide, make, item).find(qn("p:spPr"))
    assert [child.tag for child in painted][2:] == [qn("a:noFill"), qn("a:ln")]
    assert painted[-1].get("w") == str(pt(2))


def test_a_stroke_is_a_connector(first_slide, make):
    item = Stroke(replace(BOX, height=ZERO), Outline(Color("00FF00"), pt(1)), "Rule")
    element = drawn(first_slide, make, item)
    assert element.tag == qn("p:cxnSp")
    assert element.find(f".//{qn('a:prstGeom')}").get("prst") == "line"
    assert element.find(f".//{qn('a:xfrm')}/{qn('a:ext')}").get("cy") == "0"
