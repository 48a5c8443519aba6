"""Lines of typeset runs: how wide they are where they are centred."""

from __future__ import annotations

import pytest

from deckgen.draw.faces import Faces
from deckgen.draw.setting import TypesetRuns
from deckgen.placed_text import PlacedRun
from deckgen.text.fonts import NoFonts
from deckgen.text.model import Font
from deckgen.text.profiles import LIBREOFFICE, POWERPOINT
from deckgen.units import Centipoints, pt

FONT = Font("Arial", "Meiryo", "Arial", Centipoints(2000), tracking=300)


def width(profile, start, stop):
    run = PlacedRun("one two", FONT, "en-US")
    return TypesetRuns((run,), Faces(NoFonts(), profile)).width(start, stop)


@pytest.mark.parametrize(
    ("stop", "counts"),
    [
        pytest.param(4, True, id="a line that goes on behind a blank"),
        pytest.param(3, True, id="a line whose blank is not told"),
        pytest.param(7, False, id="the last line"),
    ],
)
def test_libreoffice_counts_the_tracking_behind_a_line_that_a_blank_ends(stop, counts):
    difference = width(POWERPOINT, 0, stop) - width(LIBREOFFICE, 0, stop)
    assert difference == pytest.approx(0 if counts else pt(3), abs=pt(0.2))


class FullWidth(Faces):
    """Faces of a font whose letters are an em wide, as that which stands in for Japanese ones."""

    def width(self, text, face):  # noqa: ARG002
        return float(len(text))


@pytest.mark.parametrize(("text", "moves"), [("（5", True), ("あ5", False), ("(5", False)])
def test_a_bracket_that_opens_ends_where_the_narrower_one_of_the_font_does(text, moves):
    font = Font("Arial", "BIZ UDPGothic", "Arial", Centipoints(2000))
    runs = (PlacedRun(text, font, "ja-JP"),)
    plain, wide = (TypesetRuns(runs, faces(NoFonts())) for faces in (Faces, FullWidth))
    (before, *_), (after, *_) = (list(each.pieces(0, 2)) for each in (plain, wide))
    assert after.x + after.width == pytest.approx(before.x + before.width)
    assert (after.x < before.x) is moves


@pytest.mark.parametrize("number", ["9", "12"])
def test_what_follows_a_tab_ends_at_its_stop(number):
    font = Font("Arial", "Meiryo", "Arial", Centipoints(2000))
    text = f"Page\t{number}"
    runs = TypesetRuns((PlacedRun(text, font, "en-US"),), Faces(NoFonts()))
    before, after = runs.pieces(0, len(text), tab=float(pt(300)))
    assert (before.x, after.text) == (0.0, number)
    assert after.x + after.width == pytest.approx(pt(300))
