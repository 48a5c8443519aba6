"""A formula that stands alone is a picture where programs show none: where, and how fine."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from deckgen.formulas.mathml import formula
from deckgen.geometry import Rect
from deckgen.layout.typeset.formulas import cuts_formulas, picture_of
from deckgen.placed_text import PlacedRun
from deckgen.records import replace
from deckgen.shown_text import font_of
from deckgen.text.model import Line
from deckgen.units import ZERO, Emu, pt
from tests.support.desks import SPAN
from tests.unit.layout.test_markers import PLAIN

BOX = Rect(pt(100), pt(50), pt(400), pt(200))


def made(tex="x^2 + y^2", height=None):
    found = picture_of(formula(tex, display=True), PLAIN, BOX, Emu(height or BOX.height), SPAN)
    assert found is not None
    return found


def test_it_stands_in_the_middle_of_its_box_or_of_as_much_of_that_as_it_has():
    box = made().box
    assert box.x - BOX.x == pytest.approx(BOX.right - box.right, abs=1)
    assert box.y - BOX.y == pytest.approx(BOX.bottom - box.bottom, abs=1)
    assert box.size == made().file.size
    low = made(height=pt(60)).box
    assert low.y - BOX.y == pytest.approx(BOX.y + pt(60) - low.bottom, abs=1)


def test_it_is_as_fine_as_what_is_printed():
    found = made("x_1 + x_2 + x_3 + x_4 + x_5 + x_6 + x_7 + x_8 + x_9 = y")
    with Image.open(io.BytesIO(found.file.whole.read())) as image:
        dots = image.size
    for count, side in zip(dots, (found.box.width, found.box.height), strict=True):
        assert count == pytest.approx(side / pt(72) * 300, rel=0.006)


def test_it_is_told_in_words():
    assert (made().alt, made().name, made().span) == ("x² + y²", "Equation", SPAN)


@pytest.mark.parametrize(
    ("stops", "cuts"),
    [((2,), False), ((3,), True), ((4,), True), ((5,), False), ((2, 5), False), ((1, 4), True)],
)
def test_a_formula_is_cut_where_a_line_ends_within_it(stops, cuts):
    shown = PlacedRun("xyz", font_of(PLAIN), "en", formula=formula("x", display=False))
    around = replace(shown, text="ab", formula=None)
    lines = [Line(0, stop, ZERO, PLAIN.size) for stop in (*stops, 7)]
    assert cuts_formulas((around, shown, around), lines) is cuts
    assert not cuts_formulas((replace(shown, formula=None),), lines)
