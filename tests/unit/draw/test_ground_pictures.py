"""The pictures that a template draws."""

from __future__ import annotations

import io

from PIL import Image

from deckgen.draw.model import ImageMark
from tests.support.drawings import marks
from tests.support.grounds import RECT, TITLE, ground_of
from tests.support.packages import Master, layout, parts_of, place, relationships, zipped


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
