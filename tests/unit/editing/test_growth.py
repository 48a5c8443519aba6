"""What an editor asks of long texts costs in proportion to them, not to the square of them."""

import pytest

from deckgen.editing.headings import outline
from deckgen.editing.mentions import mentions
from deckgen.editing.names import footnotes_of
from deckgen.editing.sites import Walk
from deckgen.editing.tree.chunks import Chunks
from tests.support.editing import LANGUAGE, around, offered
from tests.support.growth import assert_linear

PARTS = [
    *("a ", "a", ": ", ":a", "- ", "[", "{", "[[", "{a: ", '"', "'", "#", " #", "\n", " \n"),
    *("![", "![a](b)", "[a](", "[a](#b)", "[^", "[^a]", "${", "${a", "${a}", "`", "`a", "**a"),
]


def read(text):
    """Ask for all names in a text, its outline and its footnotes."""
    parts = Chunks().read(text)
    found = [*mentions(Walk(LANGUAGE).parts(parts, LANGUAGE.root))]
    for site in Walk(LANGUAGE).parts(parts, LANGUAGE.root):
        footnotes_of(site)
        break
    return found


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("before", ["slides:\n  - title: ", "slides:\n  - body: |\n      "])
def test_names_of_a_long_text(part, before):
    assert_linear(lambda text: read(before + text), lambda n: part * n, 800)


@pytest.mark.parametrize("part", ["![", "[a](", "**a", "_a", "a ", "[["])
def test_outlines_with_a_long_title(part):
    def ask(text):
        return outline(around(f"slides:\n  - title: {text}\n").document)

    assert_linear(ask, lambda n: part * n, 800)


@pytest.mark.parametrize("part", ["![", "[a](", "${a ", "[^", "a ", "![a](b) "])
def test_offers_behind_a_long_text(part):
    assert_linear(lambda text: offered(f"slides:\n  - title: {text}|>\n"), lambda n: part * n, 800)


@pytest.mark.parametrize("line", ["- a\n", "a:\n", "- a: b\n", "- [a\n", '- "a\n', "- |\n  a\n"])
def test_many_lines(line):
    assert_linear(read, lambda n: "slides:\n" + line * n, 300)
