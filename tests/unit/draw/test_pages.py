"""Pages of decks -> their drawings: what is seen, and where."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from deckgen.draw.faces import Faces
from deckgen.draw.model import DrawnGroup, StructureType, TextMark
from deckgen.draw.page import draw_page
from deckgen.draw.svg import svg
from deckgen.text.fonts import NoFonts
from tests.support.building import build_pages

HOSTILE = '`<script>alert(1)</script>` " onload="x" `&amp;` ]]>'


def drawing_of(slide, index=0):
    return draw_page(build_pages(f"slides:\n  - {slide}"), index, Faces(NoFonts()))


def marks_of(node):
    if isinstance(node, DrawnGroup):
        for child in node.children:
            yield from marks_of(child)
    else:
        yield node


def groups_of(node):
    if isinstance(node, DrawnGroup):
        yield node
        for child in node.children:
            yield from groups_of(child)


def words_of(drawing):
    found = [mark for mark in marks_of(drawing.content) if isinstance(mark, TextMark)]
    return " ".join(mark.text.strip() for mark in found)


def test_all_that_a_page_says_is_in_its_drawing():
    drawing = drawing_of("{title: Hello, body: [one two, {table: {rows: [[a, b], [c, d]]}}]}")
    assert words_of(drawing).split() == ["Hello", "■", "one", "two", "a", "b", "c", "d", "1"]


def test_a_title_is_a_heading_and_a_list_is_one():
    drawing = drawing_of("{title: Hello, body: [one, two]}")
    uses = [group.use for group in groups_of(drawing.content)]
    assert uses.count(StructureType.TITLE) == 1
    assert uses.count(StructureType.LIST) == 1
    assert uses.count(StructureType.LIST_ITEM) == 2


def test_a_link_leads_where_it_does_in_the_file():
    drawing = drawing_of("{title: Hello, body: ['[x](https://example.org)']}")
    links = [group.link for group in groups_of(drawing.content) if group.link]
    assert [link.address for link in links] == ["https://example.org"]


def test_no_text_becomes_an_element():
    drawing = drawing_of(f"{{title: Hello, body: ['{HOSTILE}']}}")
    assert "<script>alert(1)</script>" in words_of(drawing)
    root = ET.fromstring(svg(drawing))
    assert not [element for element in root.iter() if element.tag.endswith("script")]
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on")]


def test_the_same_page_gives_the_same_svg():
    slide = "{title: Hello, body: [one, two]}"
    assert svg(drawing_of(slide)) == svg(drawing_of(slide))
