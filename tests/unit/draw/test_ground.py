"""What a template draws behind slides: backgrounds, fills, forms, lines, groups, texts."""

from __future__ import annotations

import io
from math import isfinite

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from deckgen.draw.faces import Faces
from deckgen.draw.ground import SlideGround, SlotShapes, draw_copied, draw_ground
from deckgen.draw.model import (
    UNMOVED,
    ClosePath,
    CurveTo,
    DrawnGroup,
    Gradient,
    ImageMark,
    PathMark,
    Solid,
    TextMark,
)
from deckgen.template.read import read_template
from deckgen.text.fonts import NoFonts
from tests.support.drawings import groups, marks
from tests.support.packages import (
    Master,
    background,
    layout,
    parts_of,
    place,
    placeholder,
    presentation,
    relationships,
    shape,
    solid,
    with_slides,
    zipped,
)

TITLE = placeholder("title", None, (5, 5, 90, 15))


def ground_of(data: bytes, number: int = 1, **wanted: bool) -> DrawnGroup:
    template = read_template(data, "t")
    faces = Faces(NoFonts())
    return draw_ground(SlideGround(template, template.layouts[0], number, **wanted), faces)


def on_layout(*shapes: str, ground: str = "", master: tuple[str, ...] = (), **more: str) -> bytes:
    made = layout(TITLE, *shapes, ground=ground, **more)
    return presentation(Master(layouts=(made,), shapes=(TITLE, *master)))


def drawn(*shapes: str, **more) -> list[PathMark]:
    """Return the outlines that are drawn of some shapes on a layout."""
    _, *found = [m for m in marks(ground_of(on_layout(*shapes, **more))) if isinstance(m, PathMark)]
    return found


def form(geometry: str, inside: str = "", box=(10, 10, 20, 20), attributes: str = "") -> str:
    """Return a shape of some geometry; a percent of the slide is 9.6 pt across and 5.4 down."""
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="9" name="Form"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>'
        f"{place(box, attributes)}{geometry}{inside}</p:spPr></p:sp>"
    )


RECT = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'


def extent(mark):
    points = [(s.x, s.y) for s in mark.segments if not isinstance(s, ClosePath)]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return tuple(round(value, 2) for value in (min(xs), min(ys), max(xs), max(ys)))


def test_the_background_of_the_layout_covers_the_whole_slide():
    (paper,) = marks(ground_of(on_layout(ground=background("accent2"))))
    assert extent(paper) == (0, 0, 960, 540)
    assert paper.fill == Solid("00FF00")


def test_without_paper_and_shapes_nothing_is_behind():
    data = on_layout(shape((0, 0, 10, 10)), ground=background("accent2"))
    assert list(marks(ground_of(data, paper=False, shapes=False))) == []
    (mark,) = marks(ground_of(data, paper=False))
    assert mark.fill == Solid("336699")


def test_what_the_master_draws_is_below_what_the_layout_draws():
    fills = [
        mark.fill.rgb
        for mark in drawn(shape((0, 0, 9, 9), "00AA00"), master=(shape((0, 0, 9, 9)),))
    ]
    assert fills == ["336699", "00AA00"]


def test_a_layout_may_hide_what_its_master_draws_but_not_its_background():
    data = presentation(
        Master(
            layouts=(layout(TITLE, attributes='showMasterSp="0"'),),
            shapes=(TITLE, shape((0, 0, 9, 9))),
            ground=background("accent1"),
        )
    )
    (paper,) = marks(ground_of(data))
    assert paper.fill == Solid("FF0000")


def test_hidden_shapes_placeholders_and_what_is_off_the_slide_are_not_drawn():
    hidden = shape((0, 0, 9, 9)).replace('name="Drawn"', 'name="Drawn" hidden="1"')
    assert drawn(hidden, shape((120, 10, 5, 5)), placeholder("body", 1, (5, 25, 90, 65))) == []


def test_a_translucent_colour_stays_so():
    fill = '<a:solidFill><a:srgbClr val="336699"><a:alpha val="40000"/></a:srgbClr></a:solidFill>'
    (mark,) = drawn(form(RECT, fill))
    assert mark.fill == Solid("336699", 0.4)


GRADIENT = (
    '<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="FFFFFF"/></a:gs><a:gs pos="100000">'
    '<a:schemeClr val="accent1"/></a:gs></a:gsLst>{}</a:gradFill>'
)


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


TRIANGLE = (
    '<a:custGeom><a:avLst/><a:gdLst><a:gd name="mid" fmla="*/ 100 1 2"/></a:gdLst><a:pathLst>'
    '<a:path w="100" h="100"><a:moveTo><a:pt x="0" y="100"/></a:moveTo>'
    '<a:lnTo><a:pt x="mid" y="0"/></a:lnTo><a:lnTo><a:pt x="100" y="100"/></a:lnTo><a:close/>'
    "</a:path></a:pathLst></a:custGeom>"
)


def test_a_form_of_the_file_is_drawn_on_its_own_grid_by_its_values():
    (mark,) = drawn(form(TRIANGLE, solid("accent1")))
    assert [(s.x, s.y) for s in mark.segments[:-1]] == [(96, 162), (192, 54), (288, 162)]


OPERATORS = ["val", "*/", "+-", "+/", "?:", "abs", "at2", "cat2", "cos", "max", "min", "mod", "pin"]
OPERATORS += ["sat2", "sin", "sqrt", "tan", "unheard"]
VALUES = ["0", "-1", "1e300", "w", "h", "ss", "a", "b", "c", "nan", "inf", "x" * 30, "9" * 39]


@settings(max_examples=60, deadline=None)
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


def test_a_text_box_of_a_layout_is_set_in_its_font_size_and_colour():
    text = (
        '<p:sp><p:nvSpPr><p:cNvPr id="4" name="Claim"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f"<p:spPr>{place((10, 10, 30, 10))}{RECT}</p:spPr><p:txBody><a:bodyPr lIns='0' tIns='0'/>"
        f'<a:p><a:r><a:rPr sz="2000" b="1">{solid("accent1")}</a:rPr><a:t>Our claim</a:t></a:r>'
        '<a:fld type="slidenum" id="{0}"><a:rPr sz="1000"/><a:t>‹#›</a:t></a:fld></a:p>'
        "</p:txBody></p:sp>"
    )
    claim, number = [m for m in marks(ground_of(on_layout(text), 7)) if isinstance(m, TextMark)]
    assert (claim.text, claim.size, claim.fill, claim.x) == ("Our claim", 20, Solid("FF0000"), 96)
    assert claim.face.bold
    assert (number.text, number.size) == ("7", 10)


def picture(extra="", crop=""):
    """Return a presentation whose layout shows a picture of 40 by 20 pixels."""
    shown = (
        '<p:pic><p:nvPicPr><p:cNvPr id="5" name="P"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="rId1">{extra}</a:blip>{crop}<a:stretch><a:fillRect/>'
        f"</a:stretch></p:blipFill><p:spPr>{place((10, 10, 20, 20))}{RECT}</p:spPr></p:pic>"
    )
    made = parts_of(Master(layouts=(layout(TITLE, shown),), shapes=(TITLE,)))
    parts: dict[str, str | bytes] = {**made}
    buffer = io.BytesIO()
    Image.new("RGB", (40, 20), "#336699").save(buffer, "PNG")
    parts["ppt/media/image1.png"] = buffer.getvalue()
    parts["ppt/slideLayouts/_rels/slideLayout0.xml.rels"] = relationships(
        ("slideMaster", "../slideMasters/slideMaster0.xml"), ("image", "../media/image1.png")
    )
    return zipped(parts)


def test_a_picture_is_shown_as_it_is_and_cropped():
    (image,) = [m for m in marks(ground_of(picture())) if isinstance(m, ImageMark)]
    assert (image.box, image.part) == ((96, 54, 192, 108), (0, 0, 1, 1))
    (image,) = [
        m
        for m in marks(ground_of(picture(crop='<a:srcRect l="25000" b="50000"/>')))
        if isinstance(m, ImageMark)
    ]
    assert image.part == (0.25, 0, 0.75, 0.5)


def test_a_picture_in_two_colours_is_made_so():
    two = '<a:duotone><a:srgbClr val="000000"/><a:srgbClr val="FF0000"/></a:duotone>'
    (image,) = [m for m in marks(ground_of(picture(two))) if isinstance(m, ImageMark)]
    with Image.open(io.BytesIO(image.content.read())) as shown:
        red, green, blue, *_ = shown.convert("RGB").tobytes()
    assert (green, blue) == (0, 0)
    assert red > 60


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


def claim(text: str, run: str, wide: int) -> list[tuple[str, float]]:
    """Return the pieces of a text in a box some percent wide, with their sizes."""
    shape = (
        '<p:sp><p:nvSpPr><p:cNvPr id="4" name="Claim"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f"<p:spPr>{place((10, 10, wide, 10))}{RECT}</p:spPr><p:txBody>"
        f"<a:bodyPr lIns='0' rIns='0'/><a:p><a:r><a:rPr {run}/><a:t>{text}</a:t></a:r></a:p>"
        "</p:txBody></p:sp>"
    )
    found = (m for m in marks(ground_of(on_layout(shape))) if isinstance(m, TextMark))
    return [(mark.text, mark.size) for mark in found]


def test_text_of_a_template_is_broken_as_wide_as_it_shows():
    raised = claim("mmmmm mmmmm", 'sz="2000" baseline="30000"', 18)
    assert [text for text, _ in raised] == ["mmmmm mmmmm"]
    assert len(claim("mmmmm mmmmm", 'sz="2000"', 18)) == 2
    assert claim("straße", 'sz="2000" cap="all"', 30) == [("STRASSE", 20)]
    assert [size for _, size in claim("Mm Mm", 'sz="2000" cap="small"', 30)][:2] == [20, 16]


def test_a_copied_slide_shows_its_texts_where_its_layout_has_them():
    template = read_template(with_slides("First", "Second"), "t")
    drawing = draw_copied(template, template.slides[0], Faces(NoFonts()), 1)
    (text,) = [m for m in marks(drawing) if isinstance(m, TextMark)]
    assert text.text == "Second"
    assert text.x >= 48


@pytest.mark.parametrize(
    "hostile",
    [
        '<p:sp><p:nvSpPr/><p:spPr><a:xfrm><a:off x="z"/><a:ext cx="-5"/></a:xfrm></p:spPr></p:sp>',
        "<p:grpSp><p:nvGrpSpPr/><p:grpSpPr><a:xfrm/></p:grpSpPr></p:grpSp>",
        form(
            '<a:prstGeom prst="star5"><a:avLst><a:gd name="adj" fmla="val x"/></a:avLst>'
            "</a:prstGeom>",
            solid("accent1"),
        ),
        form(RECT, '<a:gradFill><a:gsLst/></a:gradFill><a:ln w="-9"><a:custDash/></a:ln>'),
        form(RECT, '<a:blipFill><a:blip r:embed="rId77"/><a:tile sx="0"/></a:blipFill>'),
        "<p:sp><p:nvSpPr/><p:style><a:fillRef idx='9'/><a:lnRef idx='-4'/></p:style></p:sp>",
    ],
)
def test_nothing_in_a_template_stops_a_drawing(hostile):
    assert ground_of(on_layout(hostile)).children


def test_groups_may_be_nested_however_deep():
    opened = "<p:grpSp><p:nvGrpSpPr/><p:grpSpPr/>" * 60
    ground_of(on_layout(opened + shape((0, 0, 10, 10)) + "</p:grpSp>" * 60))


def test_more_shapes_than_a_designer_draws_are_left_out():
    many = shape((0, 0, 1, 1)) * 4_000
    assert len(drawn(many)) == 2_999  # and one placeholder


def table(style: str = "", properties: str = 'firstRow="1" bandRow="1"') -> str:
    rows = ""
    for row in ("ab", "cd", "ef"):
        texts = (f"<a:p><a:r><a:t>{letter}</a:t></a:r></a:p>" for letter in row)
        cells = (f"<a:tc><a:txBody><a:bodyPr/>{text}</a:txBody><a:tcPr/></a:tc>" for text in texts)
        rows += f'<a:tr h="685800">{"".join(cells)}</a:tr>'
    return (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="7" name="T"/></p:nvGraphicFramePr>'
        f"{place((10, 10, 40, 30)).replace('a:xfrm', 'p:xfrm')}<a:graphic><a:graphicData>"
        f"<a:tbl><a:tblPr {properties}><a:tableStyleId>{style}</a:tableStyleId></a:tblPr>"
        '<a:tblGrid><a:gridCol w="2438400"/><a:gridCol w="2438400"/></a:tblGrid>'
        f"{rows}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def test_a_table_is_drawn_in_its_style_cell_by_cell():
    ground = ground_of(on_layout(table("{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}")))
    outlines = [m for m in marks(ground) if isinstance(m, PathMark)][1:]
    cells = [m for m in outlines if m.fill is not None]
    assert [extent(cell)[:2] for cell in cells[:3]] == [(96, 54), (288, 54), (96, 108)]
    assert [cell.fill.rgb for cell in cells[:2]] == ["FF0000", "FF0000"]
    assert len({cell.fill.rgb for cell in cells}) == 3
    assert all(m.pen.paint == Solid("FAFAFA") for m in outlines if m.pen is not None)
    texts = [m for m in marks(ground) if isinstance(m, TextMark)]
    assert "".join(text.text for text in texts) == "abcdef"
    assert [text.face.bold for text in texts[:3]] == [True, True, False]
    assert texts[0].fill == Solid("FAFAFA")


def test_a_layout_that_maps_colours_otherwise_draws_what_its_master_does_in_them():
    bar = shape((0, 0, 50, 50), "tx1")
    usual = "bg1='lt1' tx1='dk1' bg2='lt2' tx2='dk2'"
    turned = "bg1='dk1' tx1='lt1' bg2='dk2' tx2='lt2'"
    fills = {drawn(master=(bar,), override=override)[0].fill.rgb for override in (usual, turned)}
    assert fills == {"101010", "FAFAFA"}


def test_a_diagram_is_drawn_as_the_program_did_that_wrote_it():
    diagram = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
    drawing = "http://schemas.microsoft.com/office/drawing/2008/diagram"
    frame = (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="7" name="D"/></p:nvGraphicFramePr>'
        f"{place((10, 10, 40, 40)).replace('a:xfrm', 'p:xfrm')}<a:graphic><a:graphicData>"
        f'<dgm:relIds xmlns:dgm="{diagram}" r:dm="rId1"/></a:graphicData></a:graphic>'
        "</p:graphicFrame>"
    )
    step = shape((10, 0, 10, 10), "00AA00").replace("p:", "dsp:")
    parts = parts_of(Master(layouts=(layout(TITLE, frame),), shapes=(TITLE,)))
    parts["ppt/diagrams/data1.xml"] = (
        f'<dgm:dataModel xmlns:dgm="{diagram}"><dgm:extLst>'
        f'<dsp:dataModelExt xmlns:dsp="{drawing}" relId="rId2"/></dgm:extLst></dgm:dataModel>'
    )
    parts["ppt/diagrams/drawing1.xml"] = (
        f'<dsp:drawing xmlns:dsp="{drawing}"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        f"<dsp:spTree><dsp:nvGrpSpPr/><dsp:grpSpPr/>{step}</dsp:spTree></dsp:drawing>"
    )
    parts["ppt/slideLayouts/_rels/slideLayout0.xml.rels"] = relationships(
        ("slideMaster", "../slideMasters/slideMaster0.xml"),
        ("diagramData", "../diagrams/data1.xml"),
        ("diagramDrawing", "../diagrams/drawing1.xml"),
    )
    _, mark = marks(ground_of(zipped(parts)))
    assert mark.fill == Solid("00AA00")
    assert extent(mark) == (192, 54, 288, 108)


def test_titles_that_a_template_underlines_are():
    styles = '<p:titleStyle><a:lvl1pPr><a:defRPr sz="3000" u="sng"/></a:lvl1pPr></p:titleStyle>'
    master = Master(layouts=(layout(TITLE),), shapes=(TITLE,), styles=styles)
    template = read_template(presentation(master), "t")
    (slot,) = template.layouts[0].slots
    assert slot.levels[0].underline
