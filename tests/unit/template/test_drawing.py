"""What master and layout draw: the colour behind the slots, and what text must keep clear of."""

from __future__ import annotations

import io
import warnings

import pytest
from PIL import Image

from deckgen.colors import Color
from deckgen.geometry import Rect
from deckgen.template.looks import PictureLook, Wash
from deckgen.template.model import Layout
from deckgen.template.mosaics import average
from deckgen.template.read import read_template
from deckgen.units import Emu
from tests.support.packages import (
    Master,
    background,
    content_types,
    layout,
    parts_of,
    place,
    placeholder,
    presentation,
    relationships,
    shape,
    solid,
    theme,
    zipped,
)

BODY = placeholder("body", 1, (10, 30, 80, 50))
BODY_BOX = Rect(*(Emu(side) for side in (1_219_200, 2_057_400, 9_753_600, 3_429_000)))


def read(*shapes: str, master: tuple[str, ...] = (), ground: str = "", **more: str) -> Layout:
    made = Master(layouts=(layout(*shapes, **more),), shapes=master, ground=ground)
    return read_template(presentation(made), "t").layouts[0]


def test_without_a_background_it_is_the_first_background_colour():
    assert read(BODY).background == Color("FAFAFA", "bg1")


def test_a_layouts_background_goes_before_the_masters():
    assert read(BODY, ground=background("accent1")).background == Color("FF0000", "accent1")
    own = layout(BODY, ground=background("00AA00"))
    made = Master(layouts=(own,), ground=background("accent1"))
    assert read_template(presentation(made), "t").layouts[0].background == Color("00AA00")


def test_a_background_of_the_theme_has_the_colour_given_to_it():
    ground = '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg2"/></p:bgRef></p:bg>'
    assert read(BODY, ground=ground).background == Color("E0E0E0", "bg2")


def test_a_background_of_the_theme_may_modify_its_colour():
    dark = (
        '<a:solidFill><a:schemeClr val="phClr"><a:lumMod val="50000"/></a:schemeClr></a:solidFill>'
    )
    ground = '<p:bg><p:bgRef idx="1002"><a:schemeClr val="accent1"/></p:bgRef></p:bg>'
    made = Master(
        layouts=(layout(BODY),), ground=ground, theme=theme(backgrounds="<a:noFill/>" + dark)
    )
    assert read_template(presentation(made), "t").layouts[0].background == Color("800000")


def test_a_shape_as_large_as_the_slide_is_the_background():
    made = read(shape((0, 0, 100, 100), "112233"), BODY)
    assert made.background == Color("112233")
    assert made.decoration == ()


def test_what_the_layout_draws_is_on_top_of_the_master():
    full = (0, 0, 100, 100)
    made = read(shape(full, "222222"), BODY, master=(shape(full, "111111"),))
    assert made.background == Color("222222")


def test_shapes_beside_the_slots_are_decoration():
    made = read(shape((0, 0, 100, 8)), BODY, master=(shape((0, 95, 100, 5)),))
    assert [round(box.y / box.height) for box in made.decoration] == [19, 0]


def test_a_layout_may_hide_what_the_master_draws():
    made = read(BODY, master=(shape((0, 95, 100, 5)),), attributes='showMasterSp="0"')
    assert made.decoration == ()


def test_a_panel_on_which_a_slot_stands_is_no_obstacle_but_its_background():
    made = read(shape((5, 25, 60, 60), "AA0000"), BODY)
    assert made.decoration == ()
    assert made.slots[0].background == Color("AA0000")
    assert made.behind(made.slots[0]) == Color("AA0000")


def test_elsewhere_the_background_is_that_of_the_slide():
    made = read(BODY)
    assert made.slots[0].background is None
    assert made.behind(made.slots[0]) == made.background


def test_shapes_that_paint_nothing_are_no_decoration():
    empty = shape((0, 0, 100, 8)).replace("<a:solidFill>", "<a:noFill/><a:x>")
    assert read(empty.replace("</a:solidFill>", "</a:x>"), BODY).decoration == ()


@pytest.mark.parametrize(("alphas", "number"), [((0, 15), 0), ((15, 80), 1), ((15, None), 1)])
def test_a_stroke_that_is_faint_all_along_is_no_decoration(alphas, number):
    stops = "".join(
        f'<a:gs pos="{at}"><a:schemeClr val="accent1">'
        + ("" if alpha is None else f'<a:alpha val="{alpha}000"/>')
        + "</a:schemeClr></a:gs>"
        for at, alpha in zip((0, 100000), alphas, strict=True)
    )
    fill = f"<a:gradFill><a:gsLst>{stops}</a:gsLst></a:gradFill>"
    stroke = shape((20, 40, 0.3, 50), "AA0000").replace(solid("AA0000"), fill)
    assert fill in stroke
    assert len(read(stroke).decoration) == number


def test_an_area_that_is_faint_is_decoration():
    faint = solid("AA0000").replace(
        'val="AA0000"/>', 'val="AA0000"><a:alpha val="15000"/></a:srgbClr>'
    )
    area = shape((20, 40, 20, 50), "AA0000").replace(solid("AA0000"), faint)
    assert len(read(area).decoration) == 1


def test_lines_are_as_thick_as_they_are_drawn():
    about = '<p:nvCxnSpPr><p:cNvPr id="3" name=""/><p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>'
    line = (
        f'<p:cxnSp>{about}<p:spPr><a:xfrm><a:off x="0" y="1000000"/>'
        '<a:ext cx="12192000" cy="0"/></a:xfrm><a:ln w="38100"/></p:spPr></p:cxnSp>'
    )
    (box,) = read(line, BODY).decoration
    assert (box.y, box.height) == (1_000_000 - 19_050, 38_100)


def test_a_turned_shape_covers_the_place_where_it_is_seen():
    (box,) = read(shape((0, 0, 20, 5), attributes='rot="5400000"')).decoration
    assert box.height > box.width


def test_what_lies_off_the_slide_is_cut_off():
    (box,) = read(shape((90, 0, 30, 5)), BODY).decoration
    assert box.right == 12_192_000


def png(color: tuple[int, ...], mode: str = "RGB") -> bytes:
    buffer = io.BytesIO()
    Image.new(mode, (8, 8), color).save(buffer, "PNG")
    return buffer.getvalue()


def with_picture(image: bytes, *, ground: str = "", drawn: str = "") -> Layout:
    """Return the layout of a master that shows a picture as its background or in a shape."""
    shapes = (shape((0, 0, 100, 20), "224488"), drawn)
    parts = dict(parts_of(Master(layouts=(layout(BODY),), shapes=shapes, ground=ground)))
    parts["ppt/slideMasters/_rels/slideMaster0.xml.rels"] = relationships(
        ("slideLayout", "../slideLayouts/slideLayout0.xml"),
        ("theme", "../theme/theme0.xml"),
        ("image", "../media/image.png"),
    )
    parts["[Content_Types].xml"] = content_types({"/ppt/presentation.xml": "presentation.main+xml"})
    return read_template(zipped({**parts, "ppt/media/image.png": image}), "t").layouts[0]


BLIP = '<{0}:blipFill><a:blip r:embed="rId2"/><a:stretch><a:fillRect/></a:stretch></{0}:blipFill>'
WHOLE_PICTURE = (
    '<p:pic><p:nvPicPr><p:cNvPr id="8" name="Picture"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>'
    f"{BLIP.format('p')}<p:spPr>{place((0, 0, 100, 100))}"
    '<a:prstGeom prst="rect"/></p:spPr></p:pic>'
)


def test_a_picture_as_background_has_its_average_colour():
    ground = f"<p:bg><p:bgPr>{BLIP.format('a')}</p:bgPr></p:bg>"
    assert with_picture(png((200, 100, 50)), ground=ground).background == Color("C86432")


def test_a_picture_over_the_whole_slide_hides_what_is_below_it():
    made = with_picture(png((200, 100, 50)), drawn=WHOLE_PICTURE)
    assert made.background == Color("C86432")
    assert made.decoration == ()


def two_coloured(mode: str, upper: tuple[int, ...], lower: tuple[int, ...]) -> bytes:
    """Return a picture of which the upper quarter has another colour."""
    image = Image.new(mode, (16, 16), lower)
    image.paste(upper, (0, 0, 16, 4))
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


def test_of_a_cut_picture_what_is_left_gives_the_colour():
    cut = WHOLE_PICTURE.replace("<a:stretch", '<a:srcRect b="75000"/><a:stretch')
    made = with_picture(two_coloured("RGB", (200, 100, 50), (255, 255, 255)), drawn=cut)
    assert made.background == Color("C86432")
    assert set(made.shades(BODY_BOX)) == {Color("C86432")}


def test_a_cut_picture_hides_what_is_below_it_if_what_is_left_does():
    cut = WHOLE_PICTURE.replace("<a:stretch", '<a:srcRect b="75000"/><a:stretch')
    made = with_picture(two_coloured("RGBA", (200, 100, 50, 255), (0, 0, 0, 0)), drawn=cut)
    assert (made.background, made.decoration) == (Color("C86432"), ())


def test_what_is_cut_off_to_nothing_is_not_cut():
    cut = WHOLE_PICTURE.replace("<a:stretch", '<a:srcRect t="60000" b="40000"/><a:stretch')
    assert with_picture(png((200, 100, 50)), drawn=cut).background == Color("C86432")


def test_a_picture_through_which_a_little_shows_is_mixed_with_what_is_below_it():
    see_through = WHOLE_PICTURE.replace(
        "/><a:stretch", '><a:alphaModFix amt="60000"/></a:blip><a:stretch'
    )
    assert "alphaModFix" in see_through
    whole = shape((0, 0, 100, 100), "000000")
    assert with_picture(png((200, 100, 50)), drawn=whole + see_through).background == Color(
        "783C1E"
    )


def sparse(rgb: tuple[int, int, int]) -> bytes:
    """Return a picture that shows in its upper quarter alone."""
    return two_coloured("RGBA", (*rgb, 255), (0, 0, 0, 0))


def test_a_sparse_picture_that_hardly_shows_is_a_shimmer_on_what_is_below_it():
    faint = WHOLE_PICTURE.replace(
        "/><a:stretch", '><a:alphaModFix amt="10000"/></a:blip><a:stretch'
    )
    made = with_picture(sparse((30, 30, 30)), drawn=faint)
    assert [panel.color for panel in made.panels] == [Color("224488")]
    assert len(made.decoration) == 1


def test_a_part_of_a_sparse_picture_through_which_much_shows_is_mixed_with_what_is_below_it():
    half = WHOLE_PICTURE.replace("/><a:stretch", '><a:alphaModFix amt="50000"/></a:blip><a:stretch')
    made = with_picture(sparse((0, 0, 0)), drawn=half)
    assert [panel.color for panel in made.panels] == [Color("224488"), Color("7D7D7D")]


def test_what_shows_through_a_picture_is_still_there():
    made = with_picture(png((200, 100, 50, 40), "RGBA"), drawn=WHOLE_PICTURE)
    assert made.background == Color("FAFAFA", "bg1")
    assert [panel.color for panel in made.panels] == [Color("224488"), None]
    assert len(made.decoration) == 1


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (png((255, 0, 0)), Wash(Color("FF0000"), 1.0)),
        (png((255, 0, 0, 51), "RGBA"), Wash(Color("FF0000"), 0.2)),
        (b"no picture", None),
        (b"", None),
    ],
)
def test_averages_of_pictures(data, expected):
    assert average(data, PictureLook("")) == expected


def test_nobody_hears_what_decoders_warn_of():
    buffer = io.BytesIO()
    Image.new("RGB", (48, 32)).save(buffer, "TIFF")
    with warnings.catch_warnings(record=True, action="always") as told:
        assert average(buffer.getvalue()[:120], PictureLook("")) is None
    assert told == []


@pytest.mark.parametrize(("alpha", "met"), [(20, 0), (80, 1)])
def test_text_may_cross_lines_that_hardly_show(alpha, met):
    line = f'<a:srgbClr val="000000"><a:alpha val="{alpha}000"/></a:srgbClr>'
    curve = shape((5, 5, 60, 90)).replace(
        solid("336699"), f"<a:noFill/><a:ln><a:solidFill>{line}</a:solidFill></a:ln>"
    )
    assert len(read(BODY, curve).panels) == met


@pytest.mark.parametrize(
    ("properties", "words", "wide"),
    [
        ('wrap="none"', "How people build", 26.0),
        ('wrap="square"', "How people build", 20.0),
        ("", "How people build", 20.0),
        ('wrap="none"', "", 20.0),
    ],
    ids=["runs out", "wraps", "wraps by itself", "no words"],
)
def test_words_that_do_not_wrap_may_be_wider_than_their_box_in_another_font(
    properties, words, wide
):
    body = f"<p:txBody><a:bodyPr {properties}/><a:p><a:r><a:t>{words}</a:t></a:r></a:p></p:txBody>"
    drawn = shape((10, 94, 20, 4)).replace("</p:sp>", f"{body}</p:sp>")
    (found,) = read(BODY, drawn).decoration
    assert round(found.width * 100 / 12_192_000, 1) == wide
    assert round((found.x + found.right) * 50 / 12_192_000, 1) == 20.0
