"""A page that is written as soon as it is placed makes the same file."""

from __future__ import annotations

import pytest

from deckgen.compiler import build_file, build_text
from deckgen.emit import emit
from deckgen.emit.at_once import PageWriter, WrittenPage
from tests.support.building import ROOT, at_once

DECKS = (ROOT / "deck.yaml", *sorted((ROOT / "examples").glob("*.yaml")))


def pages_of(text):
    pages = build_text(text).pages()
    assert pages is not None
    return pages


@pytest.mark.parametrize("deck", DECKS, ids=lambda deck: deck.stem)
def test_the_file_is_the_same_to_the_byte(deck):
    pages = build_file(deck).pages()
    assert pages is not None
    written = at_once(pages)
    assert any(isinstance(page, WrittenPage) for page in written.pages)
    assert emit(written).read() == emit(pages).read()


def test_links_lead_to_slides_whatever_these_are_called():
    text = (
        "slides: [{title: A, body: '[b](#b) and [a](#a)'}, {title: B, id: b, body: '[a](#a)'},"
        " {title: C, id: a, body: '[web](https://example.com)'}]"
    )
    pages = pages_of(text)
    written = at_once(pages)
    assert all(isinstance(page, WrittenPage) for page in written.pages)
    assert emit(written).read() == emit(pages).read()


@pytest.mark.parametrize(
    "slide",
    [
        "{title: A, body: x, notes: y}",
        "{title: A, chart: {bars: {a: 1, b: 2}}}",
        "{title: A, qr: 'https://example.com', notes: y}",
        "{title: A, equation: 'x^2'}",
        "{title: A, build: true, body: [x, y]}",
        "{title: A, transition: fade, hidden: true, body: x}",
        "{title: A, table: [[a, b], [c, d]]}",
    ],
)
def test_pages_that_cannot_be_written_alone_are_written_with_the_others(slide):
    pages = pages_of(f"slides: [{slide}, {{title: B, body: x}}]")
    written = at_once(pages)
    assert isinstance(written.pages[-1], WrittenPage)
    assert emit(written).read() == emit(pages).read()


def test_what_other_pages_share_is_not_written_at_once():
    pages = pages_of("slides: [{title: A, body: x, notes: y}]")
    write = PageWriter(pages.template, pages.properties.language)
    assert [write(page) for page in pages.pages] == list(pages.pages)
