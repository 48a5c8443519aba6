"""What is measured of a paragraph takes little memory where it is long, and says the same."""

from __future__ import annotations

import tracemalloc

import pytest

from deckgen.text import Font, NoFonts, StyledText, Typesetter, measure
from deckgen.text.fonts import Fonts
from deckgen.text.itemize import itemize
from deckgen.text.profiles import LIBREOFFICE
from deckgen.units import Centipoints, pt

FONT = Font("Arial", "Meiryo", "Arial", Centipoints(1800))
TEXT = "Words of a paragraph that goes on, 見直しと対策について、"


def test_a_character_of_a_long_paragraph_takes_two_lengths():
    paragraph, fonts = itemize([StyledText(TEXT * 500, FONT)]), Fonts(NoFonts())
    measure.measure(paragraph, fonts, LIBREOFFICE)
    tracemalloc.start()
    try:
        measured = measure.measure(paragraph, fonts, LIBREOFFICE)
        taken = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    assert len(measured.ends) == len(TEXT) * 500
    assert taken / len(measured.ends) < 2 * 8 + 4


@pytest.mark.parametrize("width", [90, 400])
def test_long_and_short_paragraphs_are_broken_alike(width, monkeypatch):
    def lines():
        return Typesetter(NoFonts()).lines([StyledText(TEXT * 20, FONT)], pt(width))

    as_short = lines()
    monkeypatch.setattr(measure, "_LONG", 0)
    assert lines() == as_short
