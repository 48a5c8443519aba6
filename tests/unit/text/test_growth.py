"""What a long paragraph costs grows with its length, not with the square of it."""

from __future__ import annotations

import pytest

from deckgen.layout.typeset.paragraphs import cuts_words
from deckgen.text import Font, NoFonts, StyledText, Typesetter
from deckgen.text.itemize import itemize
from deckgen.units import Centipoints, pt
from tests.support.growth import assert_linear

PLAIN = Font("Arial", "Noto Sans CJK JP", "Arial", Centipoints(1800))
BOLD = Font("Arial", "Noto Sans CJK JP", "Arial", Centipoints(1800), bold=True)
LARGE = Font("Arial", "Noto Sans CJK JP", "Arial", Centipoints(2000))
WIDTH = pt(300)


def break_lines(runs):
    """Break lines with a typesetter that has not seen them."""
    return Typesetter(NoFonts()).lines(runs, WIDTH)


@pytest.mark.parametrize(
    "parts",
    [
        [("a", BOLD), (" ", PLAIN)],
        [("a", LARGE), (" ", PLAIN)],
        [("漢字", BOLD), ("aか、", PLAIN)],
    ],
    ids=["styles", "sizes", "scripts"],
)
def test_breaking_many_runs(parts):
    runs = [StyledText(text, font) for text, font in parts]
    assert_linear(break_lines, lambda size: runs * size, 1_000)


@pytest.mark.parametrize("text", ["a" * 10, "word " * 5, "東京で", "、" * 10, "a" + " " * 9, "\n"])
def test_breaking_one_run(text):
    assert_linear(break_lines, lambda size: [StyledText(text * size, PLAIN)], 1_000)


def test_looking_for_words_that_are_cut():
    def make(size):
        text = "a/" + "b" * 20 * size
        return text, break_lines([StyledText(text, PLAIN)])

    assert_linear(lambda given: cuts_words(*given), make, 4_000)


def test_telling_the_scripts_of_characters():
    def make(size):
        return itemize([StyledText("a漢" * size, PLAIN)])

    assert_linear(lambda made: [made.script_at(i) for i in range(len(made.text))], make, 500)
