"""The colours that backgrounds and panels of a template have, and where they have them."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from deckgen.geometry import Rect
from deckgen.template.paint import _mosaic
from deckgen.template.read import read_template
from deckgen.units import Emu
from tests.support import hostile
from tests.support.packages import HEIGHT, WIDTH, Master, background, layout, presentation, shape


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


def test_nothing_is_known_of_what_something_shines_through():
    glass = shape((0, 50, 100, 50), "336699").replace(
        '<a:srgbClr val="336699"/>', '<a:srgbClr val="336699"><a:alpha val="50000"/></a:srgbClr>'
    )
    assert made(glass).shades(at(10, 60, 90, 90)) == ()


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


def test_a_gradient_that_runs_askew_may_have_any_of_its_colours_anywhere():
    page = made(ground=gradient(2_700_000, "FFFFFF", "808080", "000000"))
    assert {shade.rgb for shade in page.shades(at(0, 0, 4, 4))} == {"FFFFFF", "000000"}


def test_a_picture_has_at_each_place_the_colours_of_that_place():
    template = read_template(hostile.template("picture-with-a-pale-foot"), "picture")
    page = template.layouts[0]
    assert min(brightness(page.shades(at(0, 80, 100, 100)))) > 0.9
    assert min(brightness(page.shades(at(0, 0, 100, 20)))) < 0.2


@pytest.mark.parametrize(("alpha", "known"), [(255, True), (220, True), (200, False)])
def test_a_picture_with_a_soft_edge_hides_what_is_below_it(alpha, known):
    image = Image.new("RGBA", (64, 64), (0, 80, 150, 255))
    image.putpixel((0, 0), (0, 80, 150, alpha))
    image = image.resize((96, 96), Image.Resampling.NEAREST)
    data = BytesIO()
    image.save(data, "PNG")
    assert bool(_mosaic(data.getvalue())) == known
