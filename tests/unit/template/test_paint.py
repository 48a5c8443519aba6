"""The colours that backgrounds and panels of a template have, and where they have them."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from deckgen.geometry import Rect
from deckgen.template.looks import PictureLook
from deckgen.template.mosaics import mosaic
from deckgen.template.read import read_template
from deckgen.units import Emu
from tests.support import hostile
from tests.support.packages import (
    COLORS,
    HEIGHT,
    WIDTH,
    Master,
    background,
    layout,
    parts_of,
    presentation,
    relationships,
    shape,
    theme,
    zipped,
)


def at(left, top, right, bottom):
    """Return a box between percentages of the slide."""
    x, y = Emu(WIDTH * left // 100), Emu(HEIGHT * top // 100)
    return Rect(x, y, Emu(WIDTH * right // 100) - x, Emu(HEIGHT * bottom // 100) - y)


def made(*shapes, ground=""):
    master = Master((layout(*shapes, ground=ground),))
    return read_template(presentation(master), "made").layouts[0]


def gradient(angle, *colors):
    stops = "".join(
        f'<a:gs pos="{100_000 * n // (len(colors) - 1)}"><a:srgbClr val="{color}"/></a:gs>'
        for n, color in enumerate(colors)
    )
    fill = f'<a:gradFill><a:gsLst>{stops}</a:gsLst><a:lin ang="{angle}"/></a:gradFill>'
    return f"<p:bg><p:bgPr>{fill}</p:bgPr></p:bg>"


def brightness(shades):
    return [round(shade.luminance, 1) for shade in shades]


def test_a_background_of_one_colour_has_it_everywhere():
    assert {shade.rgb for shade in made(ground=background("123456")).shades(at(0, 0, 9, 9))} == {
        "123456"
    }


def test_a_panel_hides_what_is_below_all_of_a_box():
    page = made(shape((0, 50, 100, 50), "336699"), ground=background("FFFFFF"))
    assert {shade.rgb for shade in page.shades(at(10, 60, 90, 90))} == {"336699"}
    assert {shade.rgb for shade in page.shades(at(10, 40, 90, 90))} == {"336699", "FFFFFF"}


def test_a_panel_that_is_no_rectangle_lets_the_ground_show():
    oval = shape((0, 50, 100, 50), "336699").replace('prst="rect"', 'prst="ellipse"')
    page = made(oval, ground=background("FFFFFF"))
    assert {shade.rgb for shade in page.shades(at(10, 60, 90, 90))} == {"336699", "FFFFFF"}


def glass(box, alpha):
    return shape(box, "336699").replace(
        '<a:srgbClr val="336699"/>', f'<a:srgbClr val="336699"><a:alpha val="{alpha}"/></a:srgbClr>'
    )


@pytest.mark.parametrize(("alpha", "seen"), [(50_000, "99B2CC"), (0, "FFFFFF"), (80_000, "5C85AD")])
def test_what_is_below_shines_through_a_panel(alpha, seen):
    page = made(glass((0, 50, 100, 50), alpha), ground=background("FFFFFF"))
    assert {shade.rgb for shade in page.shades(at(10, 60, 90, 90))} == {seen}
    assert {shade.rgb for shade in page.shades(at(10, 40, 90, 90))} == {seen, "FFFFFF"}


def test_a_panel_shines_through_another():
    panels = shape((0, 50, 100, 50), "000000"), glass((0, 50, 50, 50), 50_000)
    page = made(*panels, ground=background("FFFFFF"))
    assert {shade.rgb for shade in page.shades(at(10, 60, 40, 90))} == {"1A334C"}


def test_nothing_is_known_of_what_is_above_something_unknown():
    plain = '<a:solidFill><a:srgbClr val="336699"/></a:solidFill>'
    unknown = shape((0, 50, 100, 50), "336699").replace(plain, "<a:blipFill/>")
    assert made(unknown, glass((0, 50, 100, 50), 50_000)).shades(at(10, 60, 90, 90)) == ()


@pytest.mark.parametrize(("part", "seen"), [((0, 94, 99, 99), 0.0), ((0, 51, 99, 55), 0.9)])
def test_a_gradient_may_fade_to_what_is_below(part, seen):
    stops = (
        '<a:gs pos="0"><a:srgbClr val="000000"><a:alpha val="0"/></a:srgbClr></a:gs>'
        '<a:gs pos="100000"><a:srgbClr val="000000"/></a:gs>'
    )
    fill = f'<a:gradFill><a:gsLst>{stops}</a:gsLst><a:lin ang="5400000"/></a:gradFill>'
    plain = '<a:solidFill><a:srgbClr val="336699"/></a:solidFill>'
    faded = shape((0, 50, 100, 50), "336699").replace(plain, fill)
    page = made(faded, ground=background("FFFFFF"))
    assert max(brightness(page.shades(at(*part)))) == pytest.approx(seen, abs=0.1)


@pytest.mark.parametrize(
    ("angle", "dark"),
    [
        (0, at(95, 0, 99, 99)),
        (5_400_000, at(0, 95, 99, 99)),
        (10_800_000, at(0, 0, 4, 99)),
        (16_200_000, at(0, 0, 99, 4)),
    ],
)
def test_a_gradient_has_at_each_end_the_colours_of_that_end(angle, dark):
    page = made(ground=gradient(angle, "FFFFFF", "000000"))
    assert max(brightness(page.shades(dark))) < 0.1


@pytest.mark.parametrize(
    ("angle", "dark", "pale"),
    [
        (2_700_000, at(95, 95, 99, 99), at(0, 0, 4, 4)),
        (8_100_000, at(0, 95, 4, 99), at(95, 0, 99, 4)),
        (13_500_000, at(0, 0, 4, 4), at(95, 95, 99, 99)),
    ],
)
def test_a_gradient_that_runs_askew_has_in_corners_the_colours_of_its_ends(angle, dark, pale):
    page = made(ground=gradient(angle, "FFFFFF", "808080", "000000"))
    assert max(brightness(page.shades(dark))) < 0.1
    assert min(brightness(page.shades(pale))) > 0.7


@pytest.mark.parametrize("way", ["circle", "rect"])
def test_a_gradient_may_run_around_a_middle(way):
    line = '<a:lin ang="0"/>'
    path = f'<a:path path="{way}"><a:fillToRect l="50000" t="50000" r="50000" b="50000"/></a:path>'
    page = made(ground=gradient(0, "FFFFFF", "000000").replace(line, path))
    assert max(brightness(page.shades(at(0, 0, 3, 3)))) < 0.1
    assert min(brightness(page.shades(at(48, 48, 52, 52)))) > 0.6
    assert len(set(brightness(page.shades(at(0, 0, 99, 99))))) > 2


@pytest.mark.parametrize(
    "other", ['<a:tileRect l="-100000"/>', '<a:lin ang="0"/><a:tileRect r="-50000"/>', ""]
)
def test_a_gradient_that_runs_otherwise_may_have_any_of_its_colours_anywhere(other):
    page = made(ground=gradient(0, "FFFFFF", "808080", "000000").replace('<a:lin ang="0"/>', other))
    assert {shade.rgb for shade in page.shades(at(0, 0, 4, 4))} == {"FFFFFF", "000000"}


@pytest.mark.parametrize(("form", "count"), [("rect", 1), ("ellipse", 2)])
def test_a_gradient_in_a_form_that_leaves_corners_may_have_any_of_its_colours(form, count):
    plain = '<a:solidFill><a:srgbClr val="336699"/></a:solidFill>'
    stops = "".join(
        f'<a:gs pos="{at_}"><a:srgbClr val="{color}"/></a:gs>'
        for at_, color in ((0, "FFFFFF"), (100_000, "000000"))
    )
    fill = f'<a:gradFill><a:gsLst>{stops}</a:gsLst><a:lin ang="0"/></a:gradFill>'
    drawn = shape((0, 0, 50, 50), "336699").replace(plain, fill).replace('"rect"', f'"{form}"')
    shades = made(drawn, ground=background("FFFFFF")).shades(at(1, 1, 3, 3))
    assert len({round(shade.luminance) for shade in shades}) == count


def test_a_gradient_of_very_many_colours_may_have_any_of_them_anywhere():
    colors = ["FFFFFF"] + ["808080"] * 80 + ["000000"]
    page = made(ground=gradient(0, *colors))
    assert {shade.rgb for shade in page.shades(at(0, 0, 4, 4))} == {"FFFFFF", "000000"}


def test_a_picture_has_at_each_place_the_colours_of_that_place():
    template = read_template(hostile.template("picture-with-a-pale-foot"), "picture")
    page = template.layouts[0]
    assert min(brightness(page.shades(at(0, 80, 100, 100)))) > 0.9
    assert min(brightness(page.shades(at(0, 0, 100, 20)))) < 0.2


@pytest.mark.parametrize(
    ("shown", "pale", "dark"),
    [
        ('<a:srcRect t="70000"/><a:stretch/>', at(0, 0, 99, 99), None),
        ('<a:srcRect b="50000"/><a:stretch/>', None, at(0, 0, 99, 99)),
        ('<a:stretch><a:fillRect t="-200000"/></a:stretch>', at(0, 0, 99, 99), None),
        ('<a:stretch><a:fillRect b="-100000"/></a:stretch>', None, at(0, 60, 99, 99)),
        ('<a:stretch><a:fillRect l="-50000" r="-50000"/></a:stretch>', at(0, 80, 99, 99), None),
    ],
)
def test_a_part_of_a_picture_has_the_colours_of_that_part(shown, pale, dark, monkeypatch):
    whole = "<a:stretch><a:fillRect/></a:stretch>"
    monkeypatch.setattr(hostile, "PICTURE", hostile.PICTURE.replace(whole, shown))
    ground = hostile.both(hostile.TITLE, ground=hostile.PICTURE)
    name = "picture-with-a-pale-foot"
    monkeypatch.setattr(hostile, "_LAYOUTS", {name: ground})
    page = read_template(hostile.template(name), "picture").layouts[0]
    if pale is not None:
        assert min(brightness(page.shades(pale))) > 0.9
    if dark is not None:
        assert min(brightness(page.shades(dark))) < 0.2


def test_a_translucent_picture_lets_what_is_below_show(monkeypatch):
    size = f'<a:off x="0" y="0"/><a:ext cx="{WIDTH}" cy="{HEIGHT}"/>'
    glazing = (
        '<p:pic><p:nvPicPr><p:cNvPr id="9" name="Picture"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>'
        '<p:blipFill><a:blip r:embed="rId9"><a:alphaModFix amt="60000"/></a:blip><a:stretch/>'
        f"</p:blipFill><p:spPr><a:xfrm>{size}</a:xfrm>"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )
    under = shape((0, 0, 100, 100), "000000"), glazing
    name = "picture-with-a-pale-foot"
    monkeypatch.setattr(hostile, "_LAYOUTS", {name: hostile.both(hostile.TITLE, under=under)})
    page = read_template(hostile.template(name), "picture").layouts[0]
    assert {shade.rgb for shade in page.shades(at(0, 80, 99, 99))} == {"969695"}
    assert page.background.luminance < 0.2


@pytest.mark.parametrize(("alpha", "known"), [(255, True), (220, True), (200, False)])
def test_a_picture_with_a_soft_edge_hides_what_is_below_it(alpha, known):
    image = Image.new("RGBA", (64, 64), (0, 80, 150, 255))
    image.putpixel((0, 0), (0, 80, 150, alpha))
    image = image.resize((96, 96), Image.Resampling.NEAREST)
    data = BytesIO()
    image.save(data, "PNG")
    assert bool(mosaic(data.getvalue(), PictureLook(""))) == known


def of_theme(picture, changes="", chosen="<a:schemeClr val='accent1'/>"):
    """Return a layout whose background is a picture of the theme, with changes to its colours."""
    fill = (
        f'<a:blipFill><a:blip r:embed="rId0">{changes}</a:blip>'
        "<a:stretch><a:fillRect/></a:stretch></a:blipFill>"
    )
    plain = "<a:solidFill><a:schemeClr val='phClr'/></a:solidFill>"
    ground = f'<p:bg><p:bgRef idx="1002">{chosen}</p:bgRef></p:bg>'
    master = Master((layout(),), ground=ground, theme=theme(backgrounds=plain + fill))
    parts = parts_of(master)
    parts["ppt/theme/_rels/theme0.xml.rels"] = relationships(("image", "../media/image.png"))
    data = BytesIO()
    picture.save(data, "PNG")
    made = zipped({**parts, "ppt/media/image.png": data.getvalue()})
    return read_template(made, "made").layouts[0]


GREYS = Image.new("L", (64, 64), 0)
GREYS.paste(255, (32, 0, 64, 64))


def test_a_picture_of_the_theme_has_its_colours():
    page = of_theme(Image.new("RGB", (64, 64), (0, 80, 150)))
    assert page.background.rgb == "005096"
    assert {shade.rgb for shade in page.shades(at(0, 0, 99, 99))} == {"005096"}


@pytest.mark.parametrize(
    ("changes", "left", "right"),
    [
        (
            "<a:duotone><a:srgbClr val='102030'/><a:schemeClr val='phClr'/></a:duotone>",
            "102030",
            COLORS["accent1"],
        ),
        ("<a:lum bright='-20000'/>", "000000", "CCCCCC"),
        ("<a:grayscl/>", "000000", "FFFFFF"),
    ],
)
def test_a_picture_in_other_colours_shows_these(changes, left, right):
    page = of_theme(GREYS, changes)
    assert {shade.rgb for shade in page.shades(at(5, 5, 40, 95))} == {left}
    assert {shade.rgb for shade in page.shades(at(60, 5, 95, 95))} == {right}


def test_the_average_of_a_picture_in_two_tones_lies_between_them():
    page = of_theme(
        GREYS, "<a:duotone><a:srgbClr val='000040'/><a:srgbClr val='000080'/></a:duotone>"
    )
    assert page.background.rgb == "000060"


def test_of_a_picture_whose_colours_change_in_another_way_nothing_is_known():
    replaced = (
        "<a:clrChange><a:clrFrom><a:srgbClr val='000000'/></a:clrFrom>"
        "<a:clrTo><a:srgbClr val='FF0000'/></a:clrTo></a:clrChange>"
    )
    assert of_theme(GREYS, replaced).shades(at(5, 5, 95, 95)) == ()
