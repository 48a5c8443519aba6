"""What is painted into a background is what text stands on, or what it keeps clear of."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw

from deckgen.geometry import Rect
from deckgen.template.model import Layout, Role
from deckgen.template.read import read_template
from deckgen.template.sights import sights_of
from deckgen.units import Emu
from tests.support.packages import (
    HEIGHT,
    WIDTH,
    Master,
    layout,
    parts_of,
    placeholder,
    relationships,
    zipped,
)

SIZE = (160, 90)
SLIDE = Rect(Emu(0), Emu(0), Emu(WIDTH), Emu(HEIGHT))
TITLE = placeholder("title", None, (5, 3, 90, 20))
BODY = placeholder("body", 1, (5, 25, 90, 65))
STRETCHED = "<a:stretch><a:fillRect/></a:stretch>"


def painted(*boxes: tuple[tuple[int, int, int, int], str], paper: str = "white") -> Image.Image:
    """Return a picture of boxes in percent of its sides and their colours."""
    picture = Image.new("RGB", SIZE, paper)
    pen = ImageDraw.Draw(picture)
    for (left, top, right, bottom), color in boxes:
        across, down = SIZE[0] / 100, SIZE[1] / 100
        edges = (left * across, top * down, right * across - 1, bottom * down - 1)
        pen.rectangle([round(edge) for edge in edges], fill=color)
    return picture


def seen(picture: Image.Image) -> list[tuple[tuple[int, int, int, int], str]]:
    """Return the edges of what is seen in a picture, in percent, and the colours of surfaces."""
    return [
        (
            (
                round(sight.box.x * 100 / WIDTH),
                round(sight.box.y * 100 / HEIGHT),
                round(sight.box.right * 100 / WIDTH),
                round(sight.box.bottom * 100 / HEIGHT),
            ),
            "thing" if sight.color is None else sight.color.rgb,
        )
        for sight in sights_of(picture, SLIDE)
    ]


def on(picture: Image.Image, *shapes: str, blip: str = "", filled: str = STRETCHED) -> Layout:
    """Return a layout of some shapes on a background that shows a picture."""
    data = io.BytesIO()
    picture.save(data, "PNG")
    fill = f'<a:blipFill><a:blip r:embed="rId2">{blip}</a:blip>{filled}</a:blipFill>'
    ground = f"<p:bg><p:bgPr>{fill}</p:bgPr></p:bg>"
    parts = parts_of(Master((layout(*shapes),), shapes=(), ground=ground))
    parts["ppt/slideMasters/_rels/slideMaster0.xml.rels"] = relationships(
        ("slideLayout", "../slideLayouts/slideLayout0.xml"),
        ("theme", "../theme/theme0.xml"),
        ("image", "../media/image.png"),
    )
    made = zipped({**parts, "ppt/media/image.png": data.getvalue()})
    return read_template(made, "made").layouts[0]


def test_a_plain_picture_has_nothing_to_keep_clear_of():
    assert seen(painted(paper="navy")) == []


def test_a_bar_is_a_surface_as_the_rest_is():
    bar = ((0, 0, 100, 20), "navy")
    assert seen(painted(bar)) == [((0, 0, 100, 20), "000080"), ((0, 20, 100, 100), "FFFFFF")]


def test_a_logo_is_a_thing():
    assert seen(painted(((80, 10, 90, 20), "red"))) == [((80, 10, 90, 20), "thing")]


def test_a_rule_parts_two_surfaces_of_one_colour():
    found = seen(painted(((0, 20, 100, 22), "teal")))
    assert [what for _, what in found] == ["FFFFFF", "FFFFFF", "thing"]


def test_a_gradient_is_one_surface():
    assert seen(Image.linear_gradient("L").resize(SIZE).convert("RGB")) == []


def test_a_watermark_that_hardly_shows_is_no_thing():
    assert seen(painted(((40, 40, 60, 60), "#F0F0F0"))) == []


def test_a_pattern_and_a_photograph_have_no_things():
    dots = [((x, y, x + 4, y + 6), "grey") for x in range(0, 100, 12) for y in range(0, 100, 20)]
    assert seen(painted(*dots)) == []
    assert seen(Image.effect_noise(SIZE, 90).convert("RGB")) == []


def test_the_box_of_a_slanting_thing_is_told_by_several():
    picture = painted()
    ImageDraw.Draw(picture).line((0, 89, 80, 45), fill="red", width=3)
    boxes = [box for box, _ in seen(picture)]
    assert len(boxes) > 1
    assert sum((right - left) * (low - top) for left, top, right, low in boxes) < 50 * 50 * 0.6


def test_a_title_stands_between_a_rule_of_the_background_and_the_edge():
    page = on(painted(((0, 20, 100, 22), "teal")), TITLE, BODY)
    assert page.first(Role.TITLE).content.bottom <= HEIGHT * 0.2


def test_a_title_keeps_clear_of_a_logo_in_the_background():
    page = on(painted(((2, 5, 12, 15), "red")), TITLE, BODY)
    assert page.first(Role.TITLE).content.x > WIDTH * 0.12


def test_a_body_keeps_a_distance_to_the_bar_above_it():
    page = on(painted(((0, 0, 100, 28), "navy")), TITLE, BODY)
    body = page.first(Role.BODY)
    assert body.content.y >= HEIGHT * 0.275 + body.levels[0].size.emu * 0.2


def test_a_background_that_shows_one_tile_is_seen_as_it_shows():
    whole = painted(((0, 0, 100, 13), "navy")).resize((1600, 1600))
    page = on(whole, TITLE, BODY, filled="<a:tile/>")
    bar = next(panel for panel in page.panels if panel.color and panel.color.rgb == "000080")
    assert bar.box.bottom == pytest.approx(HEIGHT * 0.13 * 1600 / 720, rel=0.05)
    halved = on(whole, TITLE, BODY, filled='<a:tile sx="50000"/>')
    assert halved.panels == ()


@pytest.mark.parametrize("width", [30, 60])
def test_a_body_stays_as_it_is_where_keeping_clear_would_cost_many_pages(width):
    page = on(painted(((100 - width, 50, 100, 100), "red")), TITLE, BODY)
    assert page.first(Role.BODY).inherited is None


def test_what_a_picture_does_not_hide_is_white_paper():
    half = on(painted(paper="black"), TITLE, blip='<a:alphaModFix amt="50000"/>')
    assert half.background.luminance > 0.2
    assert {round(shade.luminance, 1) for shade in half.shades(SLIDE)} == {0.2}


def test_a_picture_that_is_cut_or_moved_tells_its_colours_but_no_places():
    bar = painted(((0, 0, 100, 20), "navy"))
    page = on(bar, TITLE, filled='<a:stretch><a:fillRect t="20000"/></a:stretch>')
    assert page.decoration == ()
    assert {shade.rgb for shade in page.shades(SLIDE)} == {"000080", "FFFFFF"}


@pytest.mark.parametrize(
    ("kind", "box", "role"),
    [
        ("ftr", (30, 92, 40, 5), Role.OTHER),  # its words would stand on the logo
        ("dt", (4, 92, 20, 5), Role.DATE),
        ("sldNum", (80, 92, 16, 5), Role.NUMBER),
    ],
)
def test_a_footer_on_a_logo_of_the_background_is_set_elsewhere(kind, box, role):
    logo = painted(((35, 88, 60, 98), "red"))
    page = on(logo, TITLE, BODY, placeholder(kind, 10, box))
    assert page.slots[-1].role is role


def test_a_number_may_stand_on_the_badge_that_is_made_for_it():
    badge = painted(((90, 88, 97, 99), "red"))
    page = on(badge, TITLE, placeholder("sldNum", 10, (91, 90, 5, 6)))
    assert page.first(Role.NUMBER) is not None
