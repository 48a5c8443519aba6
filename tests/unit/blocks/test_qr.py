"""The line below a QR code: an address is not broken where it can be read in one line."""

import pytest

from deckgen.pages import TextFrame
from tests.support.building import build_pages


def caption(address, *, words="", on="corporate"):
    more = f", caption: {words}" if words else ""
    deck = f"slides:\n  - title: T\n    body:\n      - one\n      - qr: {{url: {address}{more}}}\n"
    (page,) = build_pages(deck, on).pages
    (found,) = (i for i in page.items if isinstance(i, TextFrame) and i.name == "Caption")
    return found


def lines(frame):
    return sum(len(paragraph.lines) for paragraph in frame.paragraphs)


@pytest.mark.parametrize("on", ["corporate", "plain", "growing"])
def test_an_address_is_smaller_rather_than_broken(on):
    short = caption("https://example.org", on=on)
    longer = caption("https://conference.example.org/talks/today", on=on)
    assert lines(short) == lines(longer) == 1
    assert longer.levels[0].size < short.levels[0].size


def test_an_address_too_long_for_a_line_is_as_large_as_others_and_so_are_written_words():
    usual = caption("https://example.org").levels[0].size
    long, said = (
        caption("https://e.org/" + "far/" * 40),
        caption("https://e.org", words="a " * 40),
    )
    assert lines(long) > 1
    assert lines(said) > 1
    assert long.levels[0].size == said.levels[0].size == usual
