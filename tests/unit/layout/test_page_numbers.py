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
    return [tuple(line.text.split("\t")) for line in lines]


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


SECTIONS = """\
deck: {agenda: {title: Today, numbers: true}}
slides:
  - section: One
  - {title: a, body: x}
  - section: LONG
  - {title: b, body: x}
"""


def lists(name, on="corporate"):
    """Return the frames of the lists of all agendas of a deck with a section of some name."""
    pages = place(open_deck(SECTIONS.replace("LONG", name)), on).pages
    assert pages is not None
    frames = [item for page in pages.pages for item in page.items if isinstance(item, TextFrame)]
    lists = [frame for frame in frames if len(frame.paragraphs) > 1]
    return [frame for frame in lists if frame.text.startswith("One")]


def test_numbers_end_below_one_another_on_all_agendas_behind_the_widest_line():
    first, second = lists("A section with a name")
    stops = {paragraph.stop for frame in (first, second) for paragraph in frame.paragraphs}
    style = second.paragraphs[1].style
    assert second.paragraphs[1].runs[0].font.bold
    assert stops == {style.margin_left + round(second.paragraphs[1].lines[0].width)}
    drawn = [line.stop for frame in (first, second) for line in frame.lines()]
    assert set(drawn) == {first.content.x + stop for stop in stops}


def test_numbers_stand_behind_their_lines_where_there_is_no_room_for_a_stop():
    found = (lists("i " * count)[0] for count in range(50, 120))
    first = next(frame for frame in found if frame.paragraphs[1].stop is None)
    assert [paragraph.stop for paragraph in first.paragraphs] == [None, None]
    assert all("\u2003" in paragraph.text for paragraph in first.paragraphs)
