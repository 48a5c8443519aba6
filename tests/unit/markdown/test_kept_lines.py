"""What is looked at before an expression is compiled hides no mark from it."""

from __future__ import annotations

import pytest

from deckgen.markdown.kept_lines import _LIKELY, _SURE, kept

LETTERS = [chr(code) for code in (*range(0x3400), *range(0xFF00, 0xFFF0))] + list(
    "一二三四五六七八九十漢字"
)
TAILS = (
    "",
    " text",
    ". text",
    "．本文",
    ") text",
    "）本文",
    "、本文",
    "１、本文",
    "二．本文",
    "a) x",
    "1）本文",
    "\u3000x",
)


@pytest.mark.parametrize("tail", TAILS)
@pytest.mark.parametrize("indent", ["", "\u3000"])
def test_a_line_alone_is_marked_as_the_expression_says(tail, indent):
    wrong = [
        letter
        for letter in LETTERS
        if kept([indent + letter + tail])
        != [found.end() if (found := _SURE.match(indent + letter + tail)) else 0]
    ]
    assert wrong == []


@pytest.mark.parametrize("tail", TAILS)
@pytest.mark.parametrize("indent", ["", "\u3000"])
def test_lines_that_are_alike_are_marked_as_the_expressions_say(tail, indent):
    wrong = []
    for letter in LETTERS:
        start = indent + letter + tail
        found = _SURE.match(start) or _LIKELY.match(start)
        if kept([start, start]) != ([found.end()] * 2 if found else [0, None]):
            wrong.append(letter)
    assert wrong == []
