"""Link targets become addresses that PowerPoint accepts."""

import pytest

from deckgen.emit.address import address


@pytest.mark.parametrize(
    ("target", "written"),
    [
        ("https://example.com/a?b=c&d=%20#e", "https://example.com/a?b=c&d=%20#e"),
        ("https://example.com/a b|c", "https://example.com/a%20b%7Cc"),
        ("https://example.com/100%", "https://example.com/100%25"),
        ("https://ja.wikipedia.org/wiki/日本", "https://ja.wikipedia.org/wiki/%E6%97%A5%E6%9C%AC"),
        ("https://日本.jp/", "https://日本.jp/"),
        ("mailto:a@example.com", "mailto:a@example.com"),
        ("https://example.com/\ud800", "https://example.com/"),
    ],
)
def test_an_address_holds_only_what_an_address_may(target, written):
    assert address(target) == written
