"""What one long slide costs grows with its length, not with the square of it."""

from __future__ import annotations

import pytest

from deckgen.compiler import build_text
from tests.support.building import open_deck
from tests.support.growth import assert_linear


def run(text):
    return build_text(text).run()


@pytest.mark.parametrize("word", ["あ", "word "])
def test_a_title_that_never_fits(word):
    assert_linear(run, lambda size: f"slides: [{{title: {word * size}}}]\n", 1_000)


def bullets(size):
    return "".join(f"- item {number}\n" for number in range(size))


def rows(size):
    head = "| a | b |\n|---|---|\n"
    return head + "".join(f"| cell | {number} |\n" for number in range(size))


def code(size):
    return "```\n" + "".join(f"x = {number}\n" for number in range(size)) + "```\n"


def many_blocks(size):
    return "".join(f"text\n\n```\ncode {number}\n```\n\n" for number in range(size))


def quotation(size):
    return "> word\n>\n" * size


@pytest.mark.parametrize(
    ("body", "size"),
    [(bullets, 400), (rows, 200), (code, 400), (many_blocks, 150), (quotation, 400)],
)
def test_a_body_of_many_pages(body, size):
    def deck(count):
        written = body(count).replace("\n", "\n      ")
        return f"slides:\n  - title: Long\n    body: |\n      {written}\n"

    assert run(deck(2)).ok
    assert_linear(run, deck, size)


def test_many_pictures_on_a_slide():
    def deck(count):
        return f"slides: [{{title: Many, images: [{', '.join(['wide.png'] * count)}]}}]\n"

    assert_linear(lambda text: open_deck(text).run(), deck, 100)
