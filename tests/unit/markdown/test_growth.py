"""What long Markdown costs grows with its length, not with the square of it."""

import pytest

from deckgen.content import Run, join
from deckgen.markdown import parse_inline
from deckgen.markdown.pieces import parse_blocks
from tests.support.growth import assert_linear
from tests.unit.markdown.conftest import passage, reading


def read_inline(written):
    return parse_inline(written, reading())


def read_blocks(written):
    return parse_blocks(written, reading())


@pytest.mark.parametrize(
    "text",
    [
        "<!--",
        "<!-- a --> b ",
        "<br>",
        "a://",
        "http://a.b ",
        "*a* ",
        "**a",
        "~~a",
        "[a](b) ",
        "`",
        "$a",
        "$a^ ",
        "$$a",
        r"\(a",
        r"\[^",
        "==a ",
        "==a==",
        "x^a",
        "x~a",
        "~a ",
        "[[a",
        "![[a",
        "![a](b c",
        "[a](b c",
        "[a](b c) ",
        "[a][b] ",
        "[a] (",
        "{a=",
        "](x){a=",
        "{a=b} ",
        ":a",
        ":a: ",
        "** a",
        "** a ** ",
        "__あ",
        "あ__い__",
        "^[a",
        "<b>",
        "</b>",
        "<b></i>",
        "<b a=",
        "<span>",
        "https://a/東",
        "東",
    ],
)
def test_inline(text):
    assert_linear(read_inline, lambda size: passage(text * size), 2_000)


@pytest.mark.parametrize(
    "text",
    [
        "word *x* and\n",
        "> a\nb\n",
        "- *a*\n",
        "![](b)\n",
        "a\n\n",
        "・a\n",
        "(1) a\n",
        "a | b\n",
        "|--|\n",
        "| a | b |\n|---|---|\n| c | d | e |\n\n",
        "- a\n| b |\n|---|\n",
        "[a]: b\n\n",
        "[Note]: words\n\n",
        "a\n: b\n\n",
        "::: a\n",
        "> [!NOTE]\n\n",
        "- [ ] a\n",
    ],
)
def test_blocks(text):
    assert_linear(read_blocks, lambda size: passage(text * size), 1_000)


def test_joining_runs():
    span = passage("a").span
    assert_linear(join, lambda size: [Run("word " * 20, span)] * size, 2_000)
