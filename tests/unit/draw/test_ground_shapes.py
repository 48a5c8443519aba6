"""The shapes that a template draws: their fills, forms, lines and groups."""

from __future__ import annotations

import io
from math import isfinite

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from deckgen.draw.faces import Faces
from deckgen.draw.ground import SlotShapes
from deckgen.draw.model import UNMOVED, CurveTo, Gradient, ImageMark, Solid
from deckgen.template.read import read_template
from deckgen.text.fonts import NoFonts
from tests.support.drawings import groups, marks
from tests.support.grounds import RECT, TITLE, drawn, extent, form, ground_of, on_layout
from tests.support.packages import Master, layout, placeholder, presentation, shape, solid

GRADIENT = (
    '<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="FFFFFF"/></a:gs><a:gs pos="100000">'
    '<a:schemeClr val="accent1"/></a:gs></a:gsLst>{}</a:gradFill>'
)

TRIANGLE = (
    '<a:custGeom><a:avLst/><a:gdLst><a:gd name="mid" fmla="*/ 100 1 2"/></a:gdLst><a:pathLst>'
    '<a:path w="100" h="100"><a:moveTo><a:pt x="0" y="100"/></a:moveTo>'
    '<a:lnTo><a:pt x="mid" y="0"/></a:lnTo><a:lnTo><a:pt x="100" y="100"/></a:lnTo><a:close/>'
    "</a:path></a:pathLst></a:custGeom>"
)

OPERATORS = ["val", "*/", "+-", "+/", "?:", "abs", "at2", "cat2", "cos", "max", "min", "mod", "pin"]
OPERATORS += ["sat2", "sin", "sqrt", "tan", "unheard"]
VALUES = ["0", "-1", "1e300", "w", "h", "ss", "a", "b", "c", "nan", "inf", "x" * 30, "9" * 39]


def test_a_translucent_colour_stays_so():
    fill = '<a:solidFill><a:srgbClr val="336699"><a:alpha val="40000"/></a:srgbClr></a:solidFill>'
    (mark,) = drawn(form(RECT, fill))
    assert mark.fill == Solid("336699", 0.4)


def test_a_gradient_runs_along_its_angle_from_edge_to_edge():
    (mark,) = drawn(form(RECT, GRADIENT.format('<a:lin ang="5400000" scaled="0"/>')))
    assert isinstance(mark.fill, Gradient)
    assert mark.fill.start == pytest.approx((192, 54))
    assert mark.fill.stop == pytest.approx((192, 162))
    assert [stop.color.rgb for stop in mark.fill.stops] == ["FFFFFF", "FF0000"]


def test_a_round_gradient_starts_at_its_middle_and_reaches_the_corners():
    middle = (
        '<a:path path="circle"><a:fillToRect l="50000" t="50000" r="50000" b="50000"/></a:path>'
    )
    (mark,) = drawn(form(RECT, GRADIENT.format(middle)))
    assert mark.fill.start == pytest.approx((192, 108))
    assert mark.fill.radius == pytest.approx((96**2 + 54**2) ** 0.5)


def test_a_gradient_towards_the_sides_is_boxes_in_one_another():
    middle = '<a:path path="rect"><a:fillToRect l="50000" t="50000" r="50000" b="50000"/></a:path>'
    found = drawn(form(RECT, GRADIENT.format(middle)))
    assert extent(found[0]) == (96, 54, 288, 162)
    assert found[0].fill.rgb.startswith("FF0")
    assert found[-1].fill.rgb.startswith("FFF")


def test_a_pattern_is_a_small_picture_of_both_its_colours():
    fill = (
        '<a:pattFill prst="dkUpDiag"><a:fgClr><a:srgbClr val="FF0000"/></a:fgClr>'
        '<a:bgClr><a:srgbClr val="0000FF"/></a:bgClr></a:pattFill>'
    )
    (image,) = [
        m for m in marks(ground_of(on_layout(form(RECT, fill)))) if isinstance(m, ImageMark)
    ]
    with Image.open(io.BytesIO(image.content.read())) as picture:
        points = picture.convert("RGB").tobytes().hex(" ", 3).split()
    assert set(points) == {"0000ff", "ff0000"}
    assert points.count("ff0000") == pytest.approx(len(points) / 2, rel=0.02)


def test_a_line_has_the_width_dashes_and_colour_that_it_is_given():
    line = f'<a:ln w="25400" cap="rnd">{solid("accent3")}<a:prstDash val="dash"/><a:round/></a:ln>'
    (mark,) = drawn(form(RECT, f"<a:noFill/>{line}"))
    assert mark.fill is None
    assert (mark.pen.width, mark.pen.dashes, mark.pen.round_caps) == (2, (8, 6), True)
    assert mark.pen.paint == Solid("0000FF")


def test_an_arrow_ends_in_a_head_that_points_where_it_leads():
    line = f'<a:ln w="12700">{solid("accent1")}<a:tailEnd type="triangle"/></a:ln>'
    shaft, head = drawn(form('<a:prstGeom prst="line"/>', line, box=(10, 10, 20, 0)))
    assert shaft.pen is not None
    assert shaft.segments[-1].x < 288
    assert head.fill == Solid("FF0000")
    assert (head.segments[0].x, head.segments[0].y) == (288, 54)


def test_a_group_scales_its_shapes_and_turns_as_one():
    inside = shape((0, 0, 10, 10))
    group = (
        '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="3" name="G"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        '<p:grpSpPr><a:xfrm rot="5400000"><a:off x="0" y="0"/><a:ext cx="2438400" cy="1371600"/>'
        '<a:chOff x="0" y="0"/><a:chExt cx="1219200" cy="685800"/></a:xfrm></p:grpSpPr>'
        f"{inside}</p:grpSp>"
    )
    ground = ground_of(on_layout(group))
    assert extent([*marks(ground)][-1]) == (0, 0, 192, 108)
    (turned,) = [each.matrix for each in groups(ground) if each.matrix != UNMOVED]
    assert turned[:4] == pytest.approx((0, 1, -1, 0), abs=1e-9)


def test_a_mirrored_shape_is_mirrored_about_its_middle():
    ground = ground_of(on_layout(shape((10, 10, 20, 20), attributes='flipH="1"')))
    (turned,) = [each.matrix for each in groups(ground) if each.matrix != UNMOVED]
    assert turned == pytest.approx((-1, 0, 0, 1, 384, 0))


def test_a_form_of_the_file_is_drawn_on_its_own_grid_by_its_values():
    (mark,) = drawn(form(TRIANGLE, solid("accent1")))
    assert [(s.x, s.y) for s in mark.segments[:-1]] == [(96, 162), (192, 54), (288, 162)]


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.sampled_from("abc"), st.sampled_from(OPERATORS), *[st.sampled_from(VALUES)] * 3
        ),
        max_size=8,
    ),
    st.lists(
        st.tuples(
            st.sampled_from(["moveTo", "lnTo", "cubicBezTo", "quadBezTo", "close"]),
            st.lists(st.tuples(st.sampled_from(VALUES), st.sampled_from(VALUES)), max_size=4),
        ),
        max_size=8,
    ),
    st.tuples(*[st.sampled_from(VALUES)] * 4),
)
def test_no_form_of_a_file_loops_or_draws_what_is_no_number(guides, moves, arc):
    gd = "".join(f'<a:gd name="{n}" fmla="{o} {x} {y} {z}"/>' for n, o, x, y, z in guides)
    steps = ""
    for kind, points in moves:
        told = "".join(f'<a:pt x="{x}" y="{y}"/>' for x, y in points)
        steps += f"<a:{kind}>{told}</a:{kind}>"
    steps += '<a:arcTo wR="{}" hR="{}" stAng="{}" swAng="{}"/>'.format(*arc)
    path = f'<a:path w="10" h="10"><a:moveTo><a:pt x="0" y="0"/></a:moveTo>{steps}</a:path>'
    custom = f"<a:custGeom><a:gdLst>{gd}</a:gdLst><a:pathLst>{path}</a:pathLst></a:custGeom>"
    for mark in drawn(form(custom, solid("accent1"))):
        for segment in mark.segments:
            values = [getattr(segment, name) for name in segment.__struct_fields__]
            assert all(isfinite(value) for value in values)


def test_a_slot_with_a_fill_and_a_form_shows_them_behind_what_fills_it():
    bar = placeholder(
        "title",
        None,
        (5, 5, 90, 15),
        fill=f'<a:prstGeom prst="roundRect"><a:avLst/></a:prstGeom>{solid("accent1")}',
    )
    data = presentation(Master(layouts=(layout(bar),), shapes=(TITLE,)))
    template = read_template(data, "t")
    (slot,) = template.layouts[0].slots
    slots = SlotShapes(template, template.layouts[0], Faces(NoFonts()))
    (mark,) = [m for group in slots.behind(slot, slot.box) for m in marks(group)]
    assert mark.fill == Solid("FF0000")
    assert any(isinstance(s, CurveTo) for s in slots.outline(slot, slot.box))


def test_a_plain_slot_shows_nothing():
    template = read_template(on_layout(), "t")
    (slot,) = template.layouts[0].slots
    slots = SlotShapes(template, template.layouts[0], Faces(NoFonts()))
    assert slots.behind(slot, slot.box) == ()
    assert slots.outline(slot, slot.box) == ()


def test_groups_may_be_nested_however_deep():
    opened = "<p:grpSp><p:nvGrpSpPr/><p:grpSpPr/>" * 60
    ground_of(on_layout(opened + shape((0, 0, 10, 10)) + "</p:grpSp>" * 60))


def test_more_shapes_than_a_designer_draws_are_left_out():
    many = shape((0, 0, 1, 1)) * 4_000
    assert len(drawn(many)) == 2_999  # and one placeholder
