"""Signs of symbol fonts, as other fonts have them."""

import pytest

from deckgen.draw.symbols import shown_in


@pytest.mark.parametrize(
    ("family", "text", "shown"),
    [
        ("Wingdings", "\u00a7", "▪"),
        ("Wingdings", "\uf0a7", "▪"),
        ("Wingdings 2", "\uf0be", "⁃"),
        ("Symbol", "\u00b7", "•"),
        ("Wingdings", "\uf001", "•"),
        ("Arial", "\u00a7", "\u00a7"),
    ],
)
def test_a_sign_shows_as_it_is_seen_in_its_font(family, text, shown):
    assert shown_in(family, text) == shown
