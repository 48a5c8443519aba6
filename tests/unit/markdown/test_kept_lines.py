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


@pytest.mark.parametrize(
    "lines",
    [
        ["✅ できた", "❌ だめ"],
        ["⚠️ 注意", "📌 要点"],
        ["1️⃣ 一", "2️⃣ 二"],
        ["a. one", "b. two"],
        ["i. one", "ii. two", "iii. three"],
        ["1.1 概要", "1.2 詳細"],
        ["第1章 概要", "第２章 詳細"],
        ["o\tone", "o\ttwo"],
        ["§\tone", "Ø\ttwo"],
    ],
)
def test_lines_with_marks_of_other_programs_stay_lines(lines):
    assert None not in kept(lines)
    assert None in kept([lines[0], "and it goes on"])


@pytest.mark.parametrize(
    "lines", [["The first. A", "second one. B"], ["版 1.1", "版 1.2"], ["at 10:30", "in 2026"]]
)
def test_words_are_no_marks(lines):
    assert kept(lines) == [0, None]
