"""A background is one to PowerPoint where it may be, and else lies below all others."""

from __future__ import annotations

import pytest

from deckgen.colors import Color
from deckgen.geometry import Rect
from deckgen.opc.xml import qn
from deckgen.pages import Picture, SlideBackground, Veil
from deckgen.records import replace
from deckgen.units import ZERO, pt
from tests.unit.emit.test_turned_pictures import lying

WHOLE = Rect(ZERO, ZERO, pt(720), pt(540))
LEFT = Rect(ZERO, ZERO, pt(360), pt(540))


@pytest.fixture
def slide(first_slide, make):
    def written(given):
        page = replace(make.page(make.text("x"), title=""), background=given)
        return first_slide(make.pages(page))

    return written


def picture(make, box=WHOLE, alt="", file=None):
    return Picture(box, file or make.picture(), alt, "Background")


def is_background(root):
    """Tell whether a slide's own background is a picture; else the picture is its first shape."""
    found = root.find(f".//{qn('p:bg')}//{qn('a:blip')}") is not None
    tree = root.find(f".//{qn('p:spTree')}")
    assert (tree[2].tag == qn("p:pic")) is not found
    return found


def test_a_picture_that_fills_the_slide_is_its_background(slide, make):
    assert is_background(slide(SlideBackground(picture=picture(make))))


@pytest.mark.parametrize(
    "given",
    [{"box": LEFT}, {"alt": "A hall"}, {"file": "lying"}],
    ids=["smaller", "with words", "on its side"],
)
def test_one_that_a_background_cannot_be_lies_below_all_others(slide, make, given):
    if "file" in given:
        from tests.support.pictures import read

        given = {"file": read(lying(6))}
    assert not is_background(slide(SlideBackground(picture=picture(make, **given))))


def test_one_that_covers_what_the_layout_draws_lies_over_that(slide, make):
    assert not is_background(slide(SlideBackground(picture=picture(make), covers=True)))


def test_a_slide_hides_what_its_layout_draws_only_where_it_is_told_to(slide, make):
    hides, shows = (slide(SlideBackground(Color("112233"), hides=h)) for h in (True, False))
    assert (hides.get("showMasterSp"), shows.get("showMasterSp")) == ("0", None)


def test_a_color_is_the_background(slide):
    root = slide(SlideBackground(Color("112233")))
    fill = root.find(f".//{qn('p:bg')}//{qn('a:srgbClr')}")
    assert fill.get("val") == "112233"
    assert len(root.find(f".//{qn('p:bgPr')}")) == 2


@pytest.mark.parametrize(("amount", "alpha"), [(0.4, "40000"), (0.999, "99900"), (1.0, None)])
def test_a_veil_lets_as_much_through_as_it_is_told_to(slide, make, amount, alpha):
    veil = Veil(Color("000000"), amount)
    root = slide(SlideBackground(picture=picture(make), veil=veil))
    shape = root.find(f".//{qn('p:spTree')}")[2]
    found = shape.find(f".//{qn('a:alpha')}")
    assert (None if found is None else found.get("val")) == alpha
    extent = shape.find(f".//{qn('a:ext')}[@cx]")
    assert (extent.get("cx"), extent.get("cy")) == (str(WHOLE.width), str(WHOLE.height))


def test_nothing_is_written_of_a_slide_without_a_background(slide):
    assert slide(None).find(f".//{qn('p:bg')}") is None
