"""Luminance and contrast as WCAG 2.2 defines them."""

import pytest

from deckgen.colors import Color, contrast, mix

WHITE, BLACK = Color("FFFFFF"), Color("000000")


def test_black_on_white_has_the_highest_contrast():
    assert contrast(WHITE, BLACK) == pytest.approx(21)
    assert contrast(BLACK, WHITE) == pytest.approx(21)
    assert contrast(WHITE, WHITE) == pytest.approx(1)


def test_the_darkest_grey_that_passes_on_white():
    assert contrast(WHITE, Color("767676")) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize(("rgb", "dark"), [("0A1E36", True), ("FFFFFF", False), ("808080", False)])
def test_dark_is_what_white_reads_better_on(rgb, dark):
    color = Color(rgb)
    assert color.is_dark is dark
    assert (contrast(color, WHITE) > contrast(color, BLACK)) is dark


def test_colours_mix_by_shares():
    assert mix(WHITE, BLACK, 0.0) == Color("FFFFFF")
    assert mix(WHITE, BLACK, 1.0) == Color("000000")
    assert mix(Color("FF0000"), Color("0000FF"), 0.5) == Color("800080")
