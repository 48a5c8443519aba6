"""What one long slide costs grows with its length, not with the square of it."""

from __future__ import annotations

import pytest

from deckgen.compiler import build_text
from tests.support.growth import assert_linear


def run(text):
    return build_text(text).run()


@pytest.mark.parametrize("word", ["あ", "word "])
def test_a_title_that_never_fits(word):
    assert_linear(run, lambda size: f"slides: [{{title: {word * size}}}]\n", 1_000)
