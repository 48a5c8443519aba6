"""Text in another size has the leading for it."""

import pytest

from deckgen.colors import Color
from deckgen.styles import LevelStyle, Spacing
from deckgen.units import Centipoints, pt


def style(spacing):
    return LevelStyle(
        Centipoints(1500), "Arial", "Meiryo", "Arial", Color("000000"), line_spacing=spacing
    )


@pytest.mark.parametrize(("size", "leading"), [(3000, 36), (1500, 18), (750, 9)])
def test_an_exact_leading_grows_and_shrinks_with_the_text(size, leading):
    exact = style(Spacing(exact=pt(18)))
    assert exact.sized(Centipoints(size)).leading == pt(leading)
    assert exact.flush(Centipoints(size)).leading == pt(leading)


def test_a_leading_in_lines_stays_as_it_is():
    assert style(Spacing(lines=0.9)).sized(Centipoints(3000)).line_spacing == Spacing(lines=0.9)
