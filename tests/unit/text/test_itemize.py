"""Which font a character takes."""

from __future__ import annotations

import pytest

from deckgen.text import Font, StyledText
from deckgen.text.itemize import itemize
from deckgen.units import Centipoints

FONT = Font("Latin", "East", "Complex", Centipoints(1000))


def stretches(text):
    return [(part.text, part.script) for part in itemize([StyledText(text, FONT)]).stretches]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("abc 1.2", [("abc 1.2", "L")]),
        ("日本API", [("日本", "A"), ("API", "L")]),
        ("日本 API", [("日本 ", "A"), ("API", "L")]),
        ("A…B", [("A…B", "L")]),
        ("あ…い", [("あ…い", "A")]),
        ("あ“い”う", [("あ“い”う", "A")]),
        ("※注", [("※", "A"), ("注", "A")]),
        ("…etc", [("…", "L"), ("etc", "L")]),
        ("שלום abc", [("שלום ", "X"), ("abc", "L")]),
        ("±5℃", [("±5℃", "L")]),
        ("→", [("→", "L")]),
        ("", []),
    ],
)
def test_characters_take_the_font_of_their_script_or_their_neighbour(text, parts):
    assert stretches(text) == parts


def test_a_change_of_fonts_alone_is_not_a_change_of_scripts():
    bold = Font("Latin", "East", "Complex", Centipoints(1000), bold=True)
    paragraph = itemize([StyledText("日", FONT), StyledText("本a", bold)])
    assert [part.begins for part in paragraph.stretches] == [True, False, True]
