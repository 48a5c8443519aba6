"""Text is set as each renderer does: kerned or not, with ligatures or not, rounded to its dots."""

from __future__ import annotations

import pytest

from deckgen.text.characters import COMPLEX, LATIN
from deckgen.text.faces import Advances, Face, Pairs
from deckgen.text.profiles import LIBREOFFICE, POWERPOINT
from deckgen.text.setting import HUNDREDTH_MM, Setter, _rounded
from deckgen.units import EMU_PER_INCH, mm, pt

WIDTHS = dict.fromkeys("abcfil", 0.5)
SIZE = 1800
EM = pt(18)
DOT = EMU_PER_INCH / 600
"""What LibreOffice rounds advances to."""


def face(ligatures=None, **more):
    kerning = Pairs({"f": {"i": 10, "l": -10}, "i": {"a": -20}}, 100)
    return Face(Advances(WIDTHS, None, full=False), kerning, ligatures or {}, **more)


def advances(text, profile=LIBREOFFICE, **more):
    """Return the advances of a text in em, to the hundredth."""
    setter = Setter(face(**more), LATIN, SIZE, profile)
    return [round(advance / EM, 2) for advance in setter.advances_of(text)]


def test_pairs_are_kerned_where_the_renderer_kerns():
    assert advances("fia") == [0.6, 0.3, 0.5]
    assert advances("fia", POWERPOINT) == [0.5, 0.5, 0.5]


def test_a_ligature_advances_at_its_first_letter_and_is_kerned_with_what_follows():
    joined = {"fi": -0.2}
    assert advances("fi", ligatures=joined) == [0.9, 0.0]
    assert advances("bfia", ligatures=joined) == [0.5, 0.7, 0.0, 0.5]
    assert advances("fia", POWERPOINT, ligatures=joined) == [0.5, 0.5, 0.5]


def test_the_longest_ligature_is_taken():
    joined = {"fi": -0.2, "ffi": -0.4}
    assert advances("ffi", ligatures=joined) == [1.2, 0.0, 0.0]


def test_advances_are_rounded_to_dots_and_those_of_other_renderers_are_not():
    dots = [each / DOT for each in Setter(face(), LATIN, SIZE, LIBREOFFICE).advances_of("abc")]
    assert dots == [pytest.approx(75)] * 3
    odd = Setter(face(), LATIN, 1750, POWERPOINT).advances_of("a")
    assert odd == [pt(17.5) / 2]
    rounded = Setter(face(), LATIN, 1750, LIBREOFFICE).advances_of("a")
    assert rounded[0] % DOT == 0


def test_a_tab_reaches_an_inch_at_the_most():
    assert Setter(face(), LATIN, SIZE, POWERPOINT).advances_of("\t") == [EMU_PER_INCH]


def test_the_gap_between_scripts_is_a_share_of_the_size_in_whole_hundredths_of_a_millimetre():
    gap = Setter(face(), LATIN, SIZE, LIBREOFFICE).gap
    assert gap % HUNDREDTH_MM == 0
    assert 0 <= EM * 0.24 - gap < HUNDREDTH_MM
    assert Setter(face(), LATIN, SIZE, POWERPOINT).gap == 0


@pytest.mark.parametrize(("height", "size"), [(1.2, 1800), (1.5, 2250), (1.0, 1800)])
def test_the_line_of_a_link_is_as_high_as_its_face_wants_but_no_lower(height, size):
    assert Setter(face(height=height), LATIN, SIZE, LIBREOFFICE).size_of_link == size


@pytest.mark.parametrize(
    ("value", "found"),
    [(0.0, 0), (0.4, 0), (0.5, 1), (1.5, 2), (-0.4, 0), (-0.5, -1), (-1.2, -1), (-1.6, -2)],
)
def test_halves_are_rounded_away_from_zero(value, found):
    assert _rounded(value) == found


def test_the_grid_of_libreoffice_is_of_hundredths_of_a_millimetre():
    assert mm(1) == HUNDREDTH_MM * 100


class Shaped:
    """A font file in which each letter is 0.7 em wide."""

    def advances(self, text):
        return [0.7] * len(text)


@pytest.mark.parametrize(
    ("script", "profile", "width"),
    [
        (LATIN, POWERPOINT, 0.5),
        (LATIN, LIBREOFFICE, 0.7),
        (COMPLEX, POWERPOINT, 0.7),
        (COMPLEX, LIBREOFFICE, 0.7),
    ],
)
def test_text_is_shaped_where_the_renderer_or_its_script_asks_for_it(script, profile, width):
    found = Setter(face(shaper=Shaped()), script, SIZE, profile).advances_of("ab")
    assert [round(advance / EM, 2) for advance in found] == [width] * 2
