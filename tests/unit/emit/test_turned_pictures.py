"""A picture that lies on its side stands upright on the slide, cut as it was meant to be."""

import io

import pytest
from PIL import Image, ImageOps

from deckgen.geometry import Crop, Rect
from deckgen.opc.xml import qn
from deckgen.pages import Picture
from deckgen.units import pt
from tests.support.pictures import read

BOX = Rect(pt(10), pt(20), pt(80), pt(40))
CROP = Crop(left=0.1, top=0.2, right=0.3, bottom=0.4)
TURNS = {90: "ROTATE_270", 180: "ROTATE_180", 270: "ROTATE_90"}


def lying(orientation: int) -> bytes:
    """Return a file of 20 by 10 pixels, each of its own colour, with an orientation."""
    image = Image.new("RGB", (20, 10))
    image.putdata([(x * 12, y * 25, 0) for y in range(10) for x in range(20)])
    exif, file = Image.Exif(), io.BytesIO()
    exif[0x0112] = orientation
    image.save(file, "PNG", exif=exif)
    return file.getvalue()


def as_seen(upright: Image.Image, crop: Crop) -> Image.Image:
    width, height = upright.size
    left, top = round(crop.left * width), round(crop.top * height)
    right, bottom = round((1 - crop.right) * width), round((1 - crop.bottom) * height)
    return upright.crop((left, top, right, bottom))


def shown(element, stored: Image.Image) -> Image.Image:
    """Return what a slide program shows: the picture cut, mirrored, and turned."""
    rectangle = element.find(f".//{qn('a:srcRect')}")
    cut = {side: int(value) / 100_000 for side, value in rectangle.items()}
    image = as_seen(stored, Crop(*(cut.get(side, 0.0) for side in "ltrb")))
    frame = element.find(f".//{qn('a:xfrm')}")
    if frame.get("flipH") == "1":
        image = ImageOps.mirror(image)
    turn = int(frame.get("rot", "0")) // 60_000
    return image.transpose(Image.Transpose[TURNS[turn]]) if turn else image


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_turned_picture_is_seen_upright(first_slide, make, orientation):
    data = lying(orientation)
    item = Picture(BOX, read(data), "x", "Photo", CROP)
    tree = first_slide(make.pages(make.page(item, title=""))).find(f".//{qn('p:spTree')}")
    with Image.open(io.BytesIO(data)) as stored:
        upright = ImageOps.exif_transpose(stored)
        seen = shown(tree[-1], stored.copy())
    assert seen.tobytes() == as_seen(upright, CROP).tobytes()


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_turned_picture_covers_its_box(first_slide, make, orientation):
    item = Picture(BOX, read(lying(orientation)), "x", "Photo")
    frame = first_slide(make.pages(make.page(item, title=""))).find(
        f".//{qn('p:pic')}//{qn('a:xfrm')}"
    )
    x, y = (int(frame.find(qn("a:off")).get(side)) for side in "xy")
    width, height = (int(frame.find(qn("a:ext")).get(side)) for side in ("cx", "cy"))
    lies = orientation >= 5
    assert (x * 2 + width, y * 2 + height) == (BOX.x * 2 + BOX.width, BOX.y * 2 + BOX.height)
    assert (width, height) == ((BOX.height, BOX.width) if lies else (BOX.width, BOX.height))
