"""Pages of decks -> their drawings: what is seen, where, and what it is for."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.draw.faces import Faces
from deckgen.draw.model import ImageMark, PathMark, StructureType
from deckgen.draw.page import draw_page
from deckgen.pages import TextFrame, single_items
from deckgen.text.fonts import NoFonts
from tests.support.building import open_deck, place
from tests.support.cases import all_cases
from tests.support.drawings import drawing, drawings, marks, of_use, shown, texts, words

KEPT = Path(__file__).with_name("pages.txt")
DECK = """
slides:
  - id: first
    title: All that may stand in a line
    body:
      - "**bold** *italic* ~~gone~~ ==marked== H~2~O x^2^ [web](https://a.example) [on](#second)"
      - "1. a number"
      - "- deeper\\n  - deepest"
  - id: second
    title: Where the link leads
  - title: Build
    build: true
    body: [now, then]
"""


def test_pages_are_drawn_as_they_are_kept(updating):
    found = "".join(shown(each) for each in drawings(DECK))
    if updating:
        KEPT.write_text(found, encoding="utf-8")
    assert found == KEPT.read_text(encoding="utf-8")


CASES = [case for case in all_cases() if not case.fails("corporate")]


@pytest.mark.parametrize("case", CASES[::8], ids=lambda case: case.id)
def test_all_letters_of_a_page_are_in_its_drawing(case):
    pages = place(open_deck(case.text)).pages
    assert pages is not None
    faces = Faces(NoFonts())
    for index, page in enumerate(pages.pages):
        drawn = draw_page(pages, index, faces)
        said = "".join(mark.text for mark in texts(drawn))
        there = {*"".join(said.split()).casefold()}
        for item in single_items(page.items):
            if isinstance(item, TextFrame):
                plain = [run for p in item.paragraphs for run in p.runs if run.formula is None]
                wanted = {*"".join("".join(run.text for run in plain).split()).casefold()}
                assert wanted - there == set()


def test_words_stand_in_reading_order():
    found = drawing("{title: Hello, body: [one two, {table: {rows: [[a, b], [c, d]]}}]}")
    assert words(found) == ["Hello", "■", "one", "two", "a", "b", "c", "d", "1"]


def test_cells_are_in_rows_below_their_heads():
    found = drawing("{title: T, table: [[Name, Count], [one, '1'], [two, '2']]}")
    rows = of_use(found, StructureType.ROW)
    assert [len(row.children) for row in rows] == [2, 2, 2]
    assert len(of_use(found, StructureType.HEADER_CELL)) == 2
    assert len(of_use(found, StructureType.CELL)) == 4


def test_a_title_is_a_heading_and_a_list_is_one():
    found = drawing("{title: Hello, body: [one, two]}")
    assert len(of_use(found, StructureType.TITLE)) == 1
    (listed,) = of_use(found, StructureType.LIST)
    assert [child.use for child in listed.children] == [StructureType.LIST_ITEM] * 2


def test_a_deeper_list_is_in_the_item_above_it():
    found = drawing("{title: Hello, body: [one, [two], three]}")
    outer, inner = of_use(found, StructureType.LIST)
    assert [len(outer.children), len(inner.children)] == [2, 1]
    assert words(found) == ["Hello", "■", "one", "–", "two", "■", "three", "1"]


def test_links_lead_where_they_do_in_the_file():
    first, _ = drawings(
        "slides:\n  - body: ['[x](https://example.org) and [y](#b)']\n  - {id: b, title: B}\n"
    )
    links = [group.link for group in of_use(first, StructureType.LINK)]
    assert [(link.address, link.page) for link in links if link] == [
        ("https://example.org", None),
        ("", 1),
    ]


def test_links_are_underlined_but_those_of_an_agenda():
    agenda, page = drawings(
        "slides:\n  - agenda: true\n  - {title: A, body: '[x](https://a.example)'}\n"
    )
    for found, lines in ((agenda, 0), (page, 1)):
        (link,) = of_use(found, StructureType.LINK)
        assert sum(isinstance(mark, PathMark) for mark in marks(link)) == lines


def test_a_picture_tells_what_it_shows():
    found = drawing("{image: {src: wide.png, alt: A wide picture}}")
    (figure,) = of_use(found, StructureType.FIGURE)
    assert figure.alt == "A wide picture"
    assert [mark.media for mark in marks(figure) if isinstance(mark, ImageMark)] == ["image/png"]


def test_what_comes_in_later_tells_when():
    found = drawing("{title: Build, build: true, body: [now, then]}")
    assert found.steps == 2
    items = of_use(found, StructureType.LIST_ITEM)
    assert [item.shown for item in items] == [1, 2]


def test_a_page_without_a_title_has_one_that_is_not_seen():
    found = drawing("{image: {src: wide.png, alt: A wide picture}}")
    (title,) = of_use(found, StructureType.TITLE)
    assert [mark.hidden for mark in texts(found)[:1]] == [True]
    assert title.children


def test_joined_letters_are_not_spread():
    faces = Faces(NoFonts())
    pages = place(open_deck("slides: [{title: مرحبا}]")).pages
    assert pages is not None
    (title, *_) = texts(draw_page(pages, 0, faces))
    own = faces.width(title.text, title.face)
    assert own is not None
    assert title.width <= own * title.size + 0.01


def test_letters_that_no_face_has_are_told_and_stand_alone():
    faces = Faces(NoFonts())
    pages = place(open_deck("slides: [{title: a 🎉 b}]")).pages
    assert pages is not None
    drawn = draw_page(pages, 0, faces)
    assert [mark.text for mark in texts(drawn)][:3] == ["a ", "🎉", " b"]
    assert [*faces.lacking] == ["🎉"]


def test_cells_of_one_colour_are_filled_as_one():
    found = drawing("{title: T, table: [[Name, Count], [one, '1']]}")
    (table,) = of_use(found, StructureType.TABLE)
    fills = [mark for mark in marks(table) if isinstance(mark, PathMark) and mark.fill]
    assert len(fills) == 2


def test_a_formula_is_drawn_by_its_outlines():
    found = drawing("{title: F, body: ['$x^2 + 1$']}")
    (formula,) = of_use(found, StructureType.FORMULA)
    assert formula.alt
    assert len([mark for mark in marks(formula) if isinstance(mark, PathMark)]) == 4
