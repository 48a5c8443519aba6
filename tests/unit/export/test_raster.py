"""Drawings -> PNG: as large as asked for, with text where it stands."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from deckgen.blobs import Blob
from deckgen.draw.model import DrawnGroup, ImageMark, PathMark, StructureType
from deckgen.export.glyphs import OpenFaces
from deckgen.export.raster import png_of
from tests.support.pictures import picture
from tests.unit.export.test_pdf import BLACK, SQUARE, page, paragraph, text


def pixels(drawing, scale=1.0):
    return np.asarray(Image.open(io.BytesIO(png_of(drawing, scale, OpenFaces()))).convert("L"))


@pytest.mark.parametrize(("scale", "size"), [(1.0, (133, 267)), (0.75, (100, 200))])
def test_a_picture_has_96_dots_to_the_inch_times_its_scale(scale, size):
    assert pixels(page(), scale).shape == size


def dark(found):
    """Return left, top, right and bottom of what is dark, in points."""
    rows, columns = np.nonzero(found < 128)
    return columns.min(), rows.min(), columns.max() + 1, rows.max() + 1


def test_text_stands_where_it_does_in_other_forms_and_is_as_wide():
    mark = text("HHHH", x=20, baseline=50, width=60)
    behind = DrawnGroup((PathMark(_sheet(), fill=WHITE),), StructureType.ARTIFACT)
    left, top, right, bottom = dark(pixels(page(behind, paragraph(mark)), 0.75))
    assert left == pytest.approx(21, abs=1)
    assert right == pytest.approx(79, abs=1)
    assert (top, bottom) == pytest.approx((41, 50), abs=1)


def _sheet():
    from deckgen.draw.outlines import rectangle

    return rectangle(0.0, 0.0, 200.0, 100.0)


WHITE = type(BLACK)("FFFFFF")


def test_hidden_text_and_what_has_gone_are_not_seen():
    behind = DrawnGroup((PathMark(_sheet(), fill=WHITE),), StructureType.ARTIFACT)
    gone = DrawnGroup((PathMark(SQUARE, fill=BLACK),), StructureType.ARTIFACT, hidden=1)
    found = pixels(page(behind, gone, paragraph(text("Words", hidden=True))))
    assert found.min() == 255


def test_the_picture_of_a_drawing_that_may_hold_text_is_shown_instead():
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    shown = Blob((picture(9, 9),))
    image = ImageMark((10, 10, 60, 60), Blob((svg,)), "image/svg+xml", plain=shown)
    assert pixels(page(DrawnGroup((image,), StructureType.FIGURE, "x")), 0.75)[40, 40] == 160


@pytest.mark.parametrize("mode", ["RGB", "CMYK", "L"])
def test_photographs_look_alike_in_light_in_ink_and_in_gray(mode):
    out = io.BytesIO()
    halves = Image.new("RGB", (80, 40), "white")
    halves.paste((40, 40, 40), (40, 0, 80, 40))
    halves.convert(mode).save(out, "JPEG", quality=95)
    image = ImageMark((10, 10, 80, 40), Blob((out.getvalue(),)), "image/jpeg")
    found = pixels(page(DrawnGroup((image,), StructureType.FIGURE, "x")), 0.75)
    assert found[30, 30] == pytest.approx(255, abs=4)
    assert found[30, 70] == pytest.approx(40, abs=12)


def test_a_damaged_photograph_in_ink_leaves_the_rest_of_the_page():
    out = io.BytesIO()
    Image.new("CMYK", (80, 40)).save(out, "JPEG")
    image = ImageMark((10, 10, 80, 40), Blob((out.getvalue()[:300],)), "image/jpeg")
    drawn = DrawnGroup((PathMark(SQUARE, fill=BLACK),), StructureType.ARTIFACT)
    assert pixels(page(drawn, DrawnGroup((image,), StructureType.FIGURE, "x"))).min() == 0
