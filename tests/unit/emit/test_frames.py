"""Text items fill their placeholders, or become text boxes that depend on nothing."""

import pytest

from deckgen.colors import Color
from deckgen.drawn import Outline
from deckgen.emit.frames import placeholder
from deckgen.geometry import Insets, Rect
from deckgen.opc.xml import qn
from deckgen.records import replace
from deckgen.styles import Anchor, BodyProperties
from deckgen.template.model import Placeholder, Role
from deckgen.units import ZERO, Centipoints, Emu, pt


def shape(first_slide, make, item):
    shapes = first_slide(make.pages(make.page(item, title=""))).iter(qn("p:sp"))
    return next(shapes)


def body(element):
    return element.find(f"{qn('p:txBody')}/{qn('a:bodyPr')}")


def list_style(element):
    return element.find(f"{qn('p:txBody')}/{qn('a:lstStyle')}")


@pytest.mark.parametrize(
    ("names", "written"),
    [
        (Placeholder("body", 13, "vert", "half"), 'type="body" orient="vert" sz="half" idx="13"'),
        (Placeholder(None, 1), 'idx="1"'),
        (Placeholder("title", None), 'type="title"'),
        (Placeholder("pic", 0), 'type="pic" idx="0"'),
    ],
)
def test_a_placeholder_is_named_as_its_layout_names_it(names, written):
    assert placeholder(names) == f"<p:ph {written}/>"


def test_a_filled_placeholder_inherits_place_body_and_levels(first_slide, make):
    element = shape(first_slide, make, make.text("x"))
    assert len(element.find(qn("p:spPr"))) == 0
    assert dict(body(element).attrib) == {}
    assert len(list_style(element)) == 0


def test_a_filled_placeholder_shows_text_at_its_size_whatever_scale_a_layout_has(first_slide, make):
    assert body(shape(first_slide, make, make.text("x"))).find(qn("a:normAutofit")) is not None


def test_a_placeholder_as_high_as_its_text_shows_it_as_it_is(first_slide, make):
    item = make.text("x", height=make.slot().content.height)
    assert body(shape(first_slide, make, item)).find(qn("a:noAutofit")) is not None


def test_a_placeholder_that_inherits_a_scale_never_says_that_its_text_is_not_to_shrink(
    first_slide, make
):
    item = make.text("x", height=make.slot().content.height)
    scaled = replace(item, body=replace(item.body, scaled=True))
    assert body(shape(first_slide, make, scaled)).find(qn("a:normAutofit")) is not None


def test_footers_are_left_to_the_layout(first_slide, make):
    slot = replace(make.slot(), role=Role.FOOTER, placeholder=Placeholder("ftr", 11))
    element = shape(first_slide, make, make.text("x", slot=slot))
    assert len(body(element)) == 0


def test_a_place_of_its_own_is_written(first_slide, make):
    item = make.text("x", box=Rect(pt(1), pt(2), pt(3), pt(4)))
    offset, extent = shape(first_slide, make, item).find(f".//{qn('a:xfrm')}")
    assert dict(offset.attrib) == {"x": "12700", "y": "25400"}
    assert dict(extent.attrib) == {"cx": "38100", "cy": "50800"}


def test_only_what_differs_of_the_body_is_written(first_slide, make):
    insets = replace(make.slot().body.insets, top=ZERO)
    own = replace(make.slot().body, insets=insets, anchor=Anchor.BOTTOM)
    element = shape(first_slide, make, make.text("x", body=own))
    assert dict(body(element).attrib) == {"tIns": "0", "anchor": "b"}


def test_columns_wrap_and_direction_are_written_where_they_differ(first_slide, make):
    own = replace(make.slot().body, vertical="eaVert", columns=2, column_gap=Emu(100), wrap=False)
    element = shape(first_slide, make, make.text("x", body=own))
    assert dict(body(element).attrib) == {
        "vert": "eaVert",
        "wrap": "none",
        "numCol": "2",
        "spcCol": "100",
    }


def test_sizes_are_written_once_for_the_levels_that_have_them(first_slide, make):
    levels = tuple(level.sized(Centipoints(1400)) for level in make.levels)
    levels = (*levels[:2], *make.levels[2:])
    text = make.paragraph("x", style=levels[0])
    element = shape(first_slide, make, make.text(text, levels=levels))
    written = list_style(element)
    assert [child.tag for child in written] == [qn("a:lvl1pPr"), qn("a:lvl2pPr")]
    for level in written:
        assert dict(level.attrib) == {}
        (properties,) = level
        assert dict(properties.attrib) == {"sz": "1400"}
    assert dict(element.find(f".//{qn('a:rPr')}").attrib) == {
        "lang": "ja-JP",
        "altLang": "en-US",
    }


def test_letters_that_inherit_a_gradient_have_its_colour_as_a_plain_one(first_slide, make):
    levels = (replace(make.levels[0], shaded=True), *make.levels[1:])
    slot = replace(make.slot(), levels=levels)
    text = make.paragraph("x", style=levels[0])
    element = shape(first_slide, make, make.text(text, levels=levels, slot=slot))
    (level,) = list_style(element)
    (properties,) = level
    assert (level.tag, dict(properties.attrib)) == (qn("a:lvl1pPr"), {})
    assert [child.tag for child in properties] == [qn("a:solidFill")]


WHITE = Color("FFFFFF")


@pytest.mark.parametrize(
    ("own", "color", "said"),
    [
        (Color("112233"), WHITE, True),
        (Color("112233"), Color("112233"), False),
        (Color("112233", "tx1"), WHITE, False),
    ],
)
def test_a_color_in_place_of_one_that_is_none_of_the_theme_is_said_at_each_run_as_well(
    first_slide, make, own, color, said
):
    slot = replace(make.slot(), levels=tuple(replace(each, color=own) for each in make.levels))
    levels = tuple(replace(each, color=color) for each in make.levels)
    text = make.paragraph("x", style=levels[0])
    element = shape(first_slide, make, make.text(text, slot=slot, levels=levels))
    at_run = [each.get("val") for each in element.find(f".//{qn('a:rPr')}").iter(qn("a:srgbClr"))]
    assert at_run == (["FFFFFF"] if said else [])
    assert len(list_style(element)) == (0 if own == color else 9)


def test_fill_and_outline_are_painted(first_slide, make):
    item = make.text("x", fill=Color("FFEE00"), outline=Outline(Color("000000"), pt(1)))
    painted = shape(first_slide, make, item).find(qn("p:spPr"))
    assert [child.tag for child in painted] == [qn("a:solidFill"), qn("a:ln")]


def test_a_text_box_has_neither_capitals_nor_tracking_nor_is_raised_by_defaults(first_slide, make):
    element = shape(first_slide, make, make.text_box(make.paragraph("x")))
    letters = list_style(element).find(f".//{qn('a:defRPr')}")
    assert (letters.get("cap"), letters.get("spc"), letters.get("baseline")) == ("none", "0", "0")


def test_a_text_box_relies_on_nothing(first_slide, make):
    own = BodyProperties(Insets(Emu(1), Emu(2), Emu(3), Emu(4)), Anchor.MIDDLE)
    item = make.text_box(make.paragraph("x"), make.paragraph("y", level=1), body=own)
    element = shape(first_slide, make, item)
    assert element.find(f".//{qn('p:cNvSpPr')}").get("txBox") == "1"
    assert element.find(f".//{qn('p:ph')}") is None
    assert dict(body(element).attrib) == {
        "vert": "horz",
        "wrap": "square",
        "lIns": "1",
        "tIns": "2",
        "rIns": "3",
        "bIns": "4",
        "rtlCol": "0",
        "anchor": "ctr",
    }
    assert body(element).find(qn("a:noAutofit")) is not None
    first, second = list_style(element)
    assert dict(first.attrib) == {"marL": "228600", "indent": "-228600", "algn": "l"}
    assert [child.tag.rpartition("}")[2] for child in second] == [
        "lnSpc",
        "spcBef",
        "spcAft",
        "buFont",
        "buChar",
        "defRPr",
    ]


def test_a_text_box_without_a_fill_has_none(first_slide, make):
    shown = shape(first_slide, make, make.text_box("x")).find(qn("p:spPr"))
    assert [child.tag.rpartition("}")[2] for child in shown] == ["xfrm", "prstGeom", "noFill"]
