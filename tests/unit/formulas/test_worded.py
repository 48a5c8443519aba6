"""Formulas in labels, which hold text alone."""

import pytest

from deckgen.formulas.worded import worded


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("$x^2$", "x²"),
        ("Rate $\\alpha$ of $n$", "Rate α of n"),
        ("$$a_{ij}$$", "a_ij"),
        ("costs $5 or $6 each", "costs $5 or $6 each"),
        ("US$ and A$", "US$ and A$"),
        ("$\\nope{x}$", "$\\nope{x}$"),
        ("one $ alone", "one $ alone"),
    ],
)
def test_formulas_are_told_in_letters_and_prices_stay(text, told):
    assert worded(text) == told
