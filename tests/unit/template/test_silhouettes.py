"""What takes up little of its box is only where it shows: text may stand in the rest."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw

from deckgen.template.model import Layout, Role
from deckgen.template.read import read_template
from tests.support.packages import (
    HEIGHT,
    WIDTH,
    Master,
    layout,
    parts_of,
    place,
    placeholder,
    presentation,
    relationships,
    shape,
    zipped,
)

WHOLE = (0, 0, 100, 100)
BODY = placeholder("body", 1, (40, 5, 55, 60))
TRIANGLE = '<a:prstGeom prst="rtTriangle"/>'
BOX = '<a:prstGeom prst="rect"/>'


def read(*shapes: str) -> Layout:
    return read_template(presentation(Master((layout(*shapes),), shapes=())), "made").layouts[0]


def path(*steps: str) -> str:
    """Return a form that is told in the file, on a grid of 100 by 100."""
    moves = "".join(
        f"<a:{kind}>{''.join(points(where))}</a:{kind}>" if where else f"<a:{kind}/>"
        for kind, _, where in (step.partition(" ") for step in steps)
    )
    return (
        f'<a:custGeom><a:pathLst><a:path w="100" h="100">{moves}</a:path></a:pathLst></a:custGeom>'
    )


def points(where: str) -> list[str]:
    numbers = where.split()
    return [f'<a:pt x="{x}" y="{y}"/>' for x, y in zip(numbers[::2], numbers[1::2], strict=True)]


CORNER = path("moveTo 0 60", "lnTo 40 100", "lnTo 0 100", "close")
ARC = path("moveTo 0 0", "cubicBezTo 0 80 20 100 100 100", "lnTo 95 100", "lnTo 0 5", "close")
FULL = path("moveTo 0 0", "lnTo 100 0", "lnTo 100 100", "lnTo 0 100", "close")
NAMED = path("moveTo 0 hd2", "lnTo 40 100", "lnTo 0 100", "close")


def drawn(form: str, box=WHOLE, attributes: str = "") -> str:
    return shape(box, attributes=attributes).replace(BOX, form)


def covered(made: Layout, left: float, top: float, right: float, bottom: float) -> bool:
    """Tell whether decoration meets a box, in percent of the slide."""
    return any(
        box.x < WIDTH * right / 100
        and box.right > WIDTH * left / 100
        and box.y < HEIGHT * bottom / 100
        and box.bottom > HEIGHT * top / 100
        for box in made.decoration
    )


def test_a_form_in_a_corner_is_not_behind_all_of_the_page():
    made = read(drawn(CORNER), BODY)
    assert made.background.rgb == "FAFAFA"
    assert made.first(Role.BODY).background is None
    assert covered(made, 0, 70, 20, 100)
    assert not covered(made, 50, 0, 100, 50)


def test_a_form_that_fills_its_box_is_the_ground():
    assert read(drawn(FULL), BODY).background.rgb == "336699"


def test_the_bow_of_an_arc_leaves_the_rest_free():
    made = read(drawn(ARC, (0, 0, 60, 90)), BODY)
    assert not covered(made, 45, 0, 60, 30)


@pytest.mark.parametrize(
    ("attributes", "free"),
    [
        ("", (60, 0, 99, 30)),
        ('flipH="1"', (1, 0, 40, 30)),
        ('flipV="1"', (60, 70, 99, 99)),
        ('rot="10800000"', (1, 70, 40, 99)),
    ],
)
def test_a_triangle_leaves_the_half_free_that_is_opposite(attributes, free):
    made = read(drawn(TRIANGLE, attributes=attributes))
    assert not covered(made, *free)
    assert covered(made, *(100 - edge for edge in (free[2], free[3], free[0], free[1])))


@pytest.mark.parametrize("form", [NAMED, path("moveTo 0 0", "arcTo 9 9 9 9"), path()])
def test_a_form_that_is_not_followed_takes_all_of_its_box(form):
    made = read(drawn(form, (0, 0, 60, 60)), placeholder("title", None, (70, 70, 25, 20)))
    assert covered(made, 50, 0, 60, 10)


def test_a_form_that_lies_askew_takes_all_of_its_box():
    assert covered(read(drawn(CORNER, (0, 0, 60, 60), 'rot="2000000"')), 50, 0, 60, 10)


def test_a_form_with_words_takes_all_of_its_box():
    words = "<p:txBody><a:bodyPr/><a:p><a:r><a:t>Words</a:t></a:r></a:p></p:txBody></p:sp>"
    made = read(drawn(CORNER, (0, 0, 60, 60)).replace("</p:sp>", words))
    assert covered(made, 50, 0, 60, 10)


def with_picture(picture: Image.Image) -> Layout:
    data = io.BytesIO()
    picture.save(data, "PNG")
    drawn = (
        '<p:pic><p:nvPicPr><p:cNvPr id="8" name="Picture"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>'
        '<p:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f"<p:spPr>{place(WHOLE)}{BOX}</p:spPr></p:pic>"
    )
    parts = parts_of(Master((layout(drawn, BODY),), shapes=()))
    parts["ppt/slideLayouts/_rels/slideLayout0.xml.rels"] = relationships(
        ("slideMaster", "../slideMasters/slideMaster0.xml"), ("image", "../media/image.png")
    )
    made = zipped({**parts, "ppt/media/image.png": data.getvalue()})
    return read_template(made, "made").layouts[0]


def test_a_picture_of_a_page_that_is_mostly_empty_is_where_it_shows():
    picture = Image.new("RGBA", (200, 100), (0, 0, 0, 0))
    ImageDraw.Draw(picture).rectangle((0, 80, 199, 99), fill=(0, 60, 120, 255))
    made = with_picture(picture)
    assert covered(made, 0, 90, 100, 100)
    assert not covered(made, 0, 0, 100, 75)
    assert [panel.color and panel.color.rgb for panel in made.panels] == ["003C78"]
