"""Link targets become addresses that PowerPoint accepts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.emit.address import address


@pytest.mark.parametrize(
    ("target", "written"),
    [
        ("https://example.com/a?b=c&d=%20#e", "https://example.com/a?b=c&d=%20#e"),
        ("https://example.com/a b|c", "https://example.com/a%20b%7Cc"),
        ("https://example.com/100%", "https://example.com/100%25"),
        ("https://ja.wikipedia.org/wiki/日本", "https://ja.wikipedia.org/wiki/%E6%97%A5%E6%9C%AC"),
        ("https://日本.jp:80/日", "https://xn--wgv71a.jp:80/%E6%97%A5"),
        ("https://日..本/", "https://%E6%97%A5..%E6%9C%AC/"),
        ("https://[::1]/a", "https://[::1]/a"),
        ('https://a\x01"<b>/', "https://a%01%22%3Cb%3E/"),
        ("mailto:a@example.com", "mailto:a@example.com"),
        ("https://example.com/\ud800", "https://example.com/"),
    ],
)
def test_an_address_holds_only_what_an_address_may(target, written):
    assert address(target) == written


@given(st.text(st.characters(exclude_categories=())))
def test_any_target_becomes_plain_ascii_without_spaces_and_quotes(target):
    written = address(target)
    assert written.isascii()
    assert not set(written) & set(' "<>\\^`{|}') - {"~"}
    assert written.isprintable()
