"""Agendas tell the pages at which what they list starts, which are known when all are placed."""

from __future__ import annotations

from deckgen.pages import TextFrame
from tests.support.building import open_deck, place

AGENDA = """\
deck: {agenda: {title: Today, numbers: true}}
slides:
  - title: One
    split: false
    body: BODY
  - {title: Two, body: Two}
  - {title: Three, body: Three}
"""
FIGURE_SPACE = "\u2007"
TOO_MUCH = "word " * 2000


def told(body):
    """Return what an agenda says of each slide: its title, and the page."""
    pages = place(open_deck(AGENDA.replace("BODY", body))).pages
    assert pages is not None
    frames = [item for item in pages.pages[0].items if isinstance(item, TextFrame)]
    lines = next(frame.paragraphs for frame in frames if len(frame.paragraphs) > 1)
    return [tuple(line.text.split("\u2003")) for line in lines]


def test_pages_are_counted_from_one_and_take_the_room_of_three_figures():
    assert told("One") == [
        (title, f"{FIGURE_SPACE * 2}{page}")
        for title, page in (("One", 2), ("Two", 3), ("Three", 4))
    ]


def test_a_slide_that_has_no_pages_starts_at_none():
    assert told(TOO_MUCH) == [
        ("One", FIGURE_SPACE * 3),
        ("Two", f"{FIGURE_SPACE * 2}2"),
        ("Three", f"{FIGURE_SPACE * 2}3"),
    ]
