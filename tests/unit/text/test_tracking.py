"""Tracking widens text by as much for every character."""

from __future__ import annotations

from deckgen.records import replace
from deckgen.text.fonts import NoFonts
from deckgen.text.model import Font, StyledText
from deckgen.text.typesetter import Typesetter
from deckgen.units import Centipoints, pt

FONT = Font("Arial", "Meiryo", "Arial", Centipoints(2000))


def width(text: str, font: Font) -> int:
    return Typesetter(NoFonts()).width((StyledText(text, font),))


def test_each_character_is_as_much_wider():
    tracked = replace(FONT, tracking=150)
    difference = width("abcdefgh", tracked) - width("abcdefgh", FONT)
    assert abs(difference - pt(1.5) * 8) <= pt(0.1)


def test_negative_tracking_makes_text_narrower():
    assert width("日本語", replace(FONT, tracking=-100)) < width("日本語", FONT)
