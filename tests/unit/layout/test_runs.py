"""Runs are set in the fonts, languages and colours that their styles ask for."""

from __future__ import annotations

import pytest

from deckgen.colors import Color
from deckgen.content import Baseline, Run
from deckgen.layout.typeset.runs import HIGHLIGHT, MONOSPACE, language_of, place_runs
from deckgen.records import replace
from deckgen.styles import Caps, LevelStyle
from deckgen.units import Centipoints
from tests.support.desks import SPAN, text

STYLE = LevelStyle(
    Centipoints(2000),
    "Arial",
    "Meiryo",
    "Arial",
    Color("000000"),
    kerning=Centipoints(0),
    caps=Caps.ALL,
)


def placed(style=STYLE, **styles):
    (run,) = place_runs((Run("words", SPAN, **styles),), style, "en")
    return run


@pytest.mark.parametrize(
    ("words", "language", "found"),
    [
        ("words", "ja", "en-US"),
        ("words", "ja-JP", "en-US"),
        ("words", "zh-CN", "en-US"),
        ("words", "ko", "en-US"),
        ("words", "de", "de"),
        ("日本語 words", "ja", "ja"),
        ("日本語", "de", "de"),
    ],
)
def test_western_words_in_an_east_asian_text_are_marked_as_english(words, language, found):
    assert language_of(words, language) == found


def test_styles_make_fonts():
    plain = placed().font
    assert (plain.bold, plain.italic, plain.latin, plain.kerning) == (False, False, "Arial", True)
    assert placed(strong=True).font.bold
    assert placed(emphasis=True).font.italic
    code = placed(code=True).font
    assert (code.latin, code.kerning) == (MONOSPACE, False)


def test_marked_text_has_a_highlight_and_a_color_that_is_read_on_it():
    assert (placed().highlight, placed().color) == (None, None)
    dark = placed(marked=True)
    assert (dark.highlight, dark.color) == (HIGHLIGHT, STYLE.color)
    pale = placed(replace(STYLE, color=Color("FFFFFF")), marked=True)
    assert pale.color == Color("1F1F1F")


def test_signs_of_marks_are_raised():
    assert placed(sign=True).baseline is Baseline.SUPERSCRIPT
    assert placed(baseline=Baseline.SUBSCRIPT).baseline is Baseline.SUBSCRIPT


def test_capitals_are_for_words_and_not_for_formulas():
    (paragraph,) = text("about $x^2$ here")[0].prose()
    words, formula, _ = place_runs(paragraph.runs, STYLE, "en")
    assert (words.caps, words.font.latin, words.font.kerning) == (Caps.ALL, "Arial", True)
    assert (formula.caps, formula.font.latin, formula.font.kerning) == (Caps.NONE, "Cambria", False)
