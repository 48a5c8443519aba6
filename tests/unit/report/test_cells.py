from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.report.cells import cells, glyphs, one_line, visible


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("plain", 5),
        ("概要", 4),
        ("カナ", 4),
        ("ｶﾅ", 2),
        ("か\u3099", 2),
        ("e\u0301", 1),
        ("한국", 4),
        ("\u1112\u1161\u11ab", 2),
        ("α…①", 3),
        ("🎉", 2),
        ("👍🏽", 2),
        ("👩\u200d👩\u200d👧", 2),
        ("🇯🇵", 2),
        ("☀\ufe0f", 2),
        ("1\ufe0f\u20e3", 2),
        ("🏴\U000e0067\U000e0062\U000e007f", 2),
    ],
)
def test_width_is_what_terminals_give_a_text(text, width):
    assert cells(text) == width


@pytest.mark.parametrize(
    ("text", "shown"), [("\tx", "    x"), ("ab\tx", "ab  x"), ("概\tx", "概  x")]
)
def test_tab_reaches_to_the_next_stop(text, shown):
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", "␛[31m"),
        ("\x00", "␀"),
        ("\x7f", "␡"),
        ("\x9b1m", "<U+009B>1m"),
        ("a\u202eb", "a<U+202E>b"),
        ("\u200b", "<U+200B>"),
        ("\ufeffx", "<U+FEFF>x"),
        ("\u2028", "<U+2028>"),
        ("\ud800", "<U+D800>"),
    ],
)
def test_what_a_terminal_would_obey_or_hide_is_made_visible(text, shown):
    assert visible(text) == shown
    assert cells(text) == len(shown)


def test_several_lines_become_one():
    assert one_line("first\nsecond\r\nthird") == "first second third"


@given(st.text())
def test_each_code_point_has_a_glyph_that_is_safe(text):
    shown = glyphs(text)
    assert len(shown) == len(text)
    assert all(glyph.width >= 0 for glyph in shown)
    assert not any(category(char) in {"Cc", "Cs", "Zl", "Zp"} for char in visible(text))
