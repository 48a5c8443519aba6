"""Pictures, shapes and strokes."""

import pytest

from deckgen.colors import Color
from deckgen.content import Link
from deckgen.drawn import Connector, Dash, Freeform, Joint, Outline, Shape, Stroke, Tip
from deckgen.geometry import Crop, Point, Rect
from deckgen.opc.xml import qn
from deckgen.pages import ItemGroup, Picture
from deckgen.presets import Geometry, Side
from deckgen.records import replace
from deckgen.template.model import Placeholder, Role
from deckgen.units import ZERO, Emu, pt

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


OTHER = Rect(pt(200), pt(120), pt(80), pt(60))
LINE = Outline(Color("000000"), pt(1), Dash.DASHED)


def panel(box, geometry=Geometry.RECTANGLE, name="Panel"):
    return Shape(box, geometry, Color("FF0000"), None, name)


def connected(first_slide, make, item, *others):
    """Return the connector of a page that starts with it, and the shapes below it."""
    tree = first_slide(make.pages(make.page(item, *others, title=""))).find(f".//{qn('p:spTree')}")
    return tree.find(qn("p:cxnSp")), tree.findall(qn("p:sp"))


def test_a_connector_is_glued_to_the_shapes_in_its_boxes_wherever_they_are_written(
    first_slide, make
):
    start, end = Joint(BOX, Side.RIGHT, Geometry.ELLIPSE), Joint(OTHER, Side.LEFT)
    item = Connector(start, end, LINE, "Arrow")
    shapes = (panel(OTHER), panel(BOX, Geometry.ELLIPSE))
    element, (second, first) = connected(first_slide, make, item, *shapes)
    ids = [shape.find(f".//{qn('p:cNvPr')}").get("id") for shape in (first, second)]
    glue = [element.find(f".//{qn(name)}") for name in ("a:stCxn", "a:endCxn")]
    assert [(end.get("id"), end.get("idx")) for end in glue] == [(ids[0], "6"), (ids[1], "1")]


def test_only_the_first_of_two_shapes_in_a_box_has_its_id(first_slide, make):
    item = Connector(Joint(BOX, Side.RIGHT), Joint(OTHER, Side.LEFT), LINE, "Arrow")
    shapes = (panel(BOX), panel(BOX), panel(OTHER))
    element, drawn_shapes = connected(first_slide, make, item, *shapes)
    ids = [shape.find(f".//{qn('p:cNvPr')}").get("id") for shape in drawn_shapes]
    assert len(set(ids)) == 3
    assert element.find(f".//{qn('a:stCxn')}").get("id") == ids[0]


def test_a_connector_has_its_dashes_and_tips(first_slide, make):
    joints = Joint(BOX, Side.RIGHT), Joint(OTHER, Side.LEFT)
    item = Connector(*joints, LINE, "Arrow", head=Tip.OPEN, tail=Tip.DOT)
    element, _ = connected(first_slide, make, item, panel(BOX), panel(OTHER))
    line = element.find(f".//{qn('a:ln')}")
    assert line.find(qn("a:prstDash")).get("val") == "dash"
    assert line.find(qn("a:headEnd")).get("type") == "oval"
    assert line.find(qn("a:tailEnd")).get("type") == "arrow"


def mapped(x, y, box, place):
    """Return where a point of an upright box is when that is mirrored and turned as it says."""
    x, y = x - box.width / 2, y - box.height / 2
    x = -x if place.get("flipH") else x
    y = -y if place.get("flipV") else y
    if place.get("rot"):
        x, y = -y, x
    return box.x + box.width / 2 + x, box.y + box.height / 2 + y


@pytest.mark.parametrize("end", [(200, 120), (200, -90), (-150, 120), (-150, -90)])
@pytest.mark.parametrize("sides", [(a, b) for a in Side for b in Side])
@pytest.mark.parametrize("bent", [False, True])
def test_connectors_start_and_end_at_their_joints(first_slide, make, end, sides, bent):
    other = Rect(pt(200 + end[0]), pt(200 + end[1]), pt(80), pt(60))
    box = Rect(pt(200), pt(200), pt(80), pt(60))
    item = Connector(Joint(box, sides[0]), Joint(other, sides[1]), LINE, "Arrow", bent)
    element, _ = connected(first_slide, make, item, panel(box), panel(other))
    place = element.find(f".//{qn('a:xfrm')}")
    x, y = (Emu(place.find(qn("a:off")).get(key)) for key in "xy")
    width, height = (Emu(place.find(qn("a:ext")).get(key)) for key in ("cx", "cy"))
    lying = Rect(x, y, width, height)
    starts, ends = mapped(0, 0, lying, place), mapped(width, height, lying, place)
    assert starts == pytest.approx((item.start.point.x, item.start.point.y), abs=1)
    assert ends == pytest.approx((item.end.point.x, item.end.point.y), abs=1)
    if bent and width and height:
        shape = element.find(f".//{qn('a:prstGeom')}").get("prst")
        alike = sides[0].is_upright is sides[1].is_upright
        assert shape == ("bentConnector3" if alike else "bentConnector2")
        assert place.get("rot") == ("5400000" if sides[0].is_upright else None)


BELOW, BESIDE = replace(BOX, y=pt(200)), replace(BOX, x=pt(200))


@pytest.mark.parametrize("bent", [False, True])
@pytest.mark.parametrize(
    ("start", "end", "flips"),
    [
        (Joint(BOX, Side.BOTTOM), Joint(BELOW, Side.TOP), {}),
        (Joint(BELOW, Side.TOP), Joint(BOX, Side.BOTTOM), {"flipV": "1"}),
        (Joint(BOX, Side.RIGHT), Joint(BESIDE, Side.LEFT), {}),
        (Joint(BESIDE, Side.LEFT), Joint(BOX, Side.RIGHT), {"flipH": "1"}),
    ],
)
def test_a_connector_of_ends_in_one_line_is_straight_and_mirrored_only_where_it_runs_back(
    first_slide, make, start, end, flips, bent
):
    element, _ = connected(first_slide, make, Connector(start, end, LINE, "Arrow", bent))
    assert element.find(f".//{qn('a:prstGeom')}").get("prst") == "straightConnector1"
    assert dict(element.find(f".//{qn('a:xfrm')}").attrib) == flips


@pytest.mark.parametrize("sides", [(Side.RIGHT, Side.LEFT), (Side.BOTTOM, Side.TOP)])
def test_a_connector_with_two_bends_turns_at_its_share_of_the_way(first_slide, make, sides):
    start, end = Joint(BOX, sides[0]), Joint(OTHER, sides[1])
    item = Connector(start, end, LINE, "Arrow", bent=True, turn=0.25)
    element, _ = connected(first_slide, make, item)
    assert [dict(guide.attrib) for guide in element.iter(qn("a:gd"))] == [
        {"name": "adj1", "fmla": "val 25000"}
    ]


@pytest.mark.parametrize("upright", [False, True])
def test_each_corner_of_a_led_connector_is_told_by_the_share_of_the_way_that_is_new(
    first_slide, make, upright
):
    def at(along, beside):
        return Point(pt(beside), pt(along)) if upright else Point(pt(along), pt(beside))

    start = Rect(ZERO, ZERO, ZERO, ZERO)
    end = Rect(at(200, 100).x, at(200, 100).y, ZERO, ZERO)
    sides = (Side.BOTTOM, Side.TOP) if upright else (Side.RIGHT, Side.LEFT)
    corners = (at(50, 0), at(50, 80), at(150, 80), at(150, 100))
    joints = Joint(start, sides[0]), Joint(end, sides[1])
    element, _ = connected(first_slide, make, Connector(*joints, LINE, "Arrow", corners=corners))
    assert element.find(f".//{qn('a:prstGeom')}").get("prst") == "bentConnector5"
    told = [guide.get("fmla") for guide in element.iter(qn("a:gd"))]
    assert told == ["val 25000", "val 80000", "val 75000"]


def test_a_freeform_has_closed_outlines_and_words(first_slide, make):
    outlines = (((0, 0), (2, 0), (2, 1)), ((0, 1), (1, 1), (1, 2)))
    item = Freeform(BOX, (2, 2), outlines, Color("000000"), "a sign", "Sign")
    element = drawn(first_slide, make, item)
    assert len(element.findall(f".//{qn('a:close')}")) == 2
    assert element.find(f".//{qn('p:cNvPr')}").get("descr") == "a sign"


def test_a_group_covers_what_it_holds_in_its_order(first_slide, make):
    item = ItemGroup((panel(BOX, name="One"), panel(OTHER, name="Two")), "two", "Both")
    element = drawn(first_slide, make, item)
    assert element.tag == qn("p:grpSp")
    names = [each.get("name") for each in element.iter(qn("p:cNvPr"))]
    assert names == ["Both", "One", "Two"]
    place = element.find(f"{qn('p:grpSpPr')}/{qn('a:xfrm')}")
    assert dict(place.find(qn("a:off")).attrib) == dict(place.find(qn("a:chOff")).attrib)
    assert place.find(qn("a:ext")).get("cx") == str(OTHER.right - BOX.x)


def test_text_in_a_shape_is_no_text_box(first_slide, make):
    item = make.text_box("words", box=BOX, geometry=Geometry.CHEVRON, adjust=0.2)
    element = drawn(first_slide, make, item)
    assert element.find(f".//{qn('p:cNvSpPr')}").get("txBox") is None
    shape = element.find(f".//{qn('a:prstGeom')}")
    assert shape.get("prst") == "chevron"
    assert shape.find(f".//{qn('a:gd')}").get("fmla") == "val 20000"
    assert item.content.x > BOX.x + pt(12)
