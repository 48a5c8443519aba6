"""What a session remembers of drawing: what is drawn again, and what is not."""

from __future__ import annotations

from deckgen.compiler import build_text
from deckgen.draw.memory import DrawMemory
from deckgen.records import replace
from deckgen.world import MemoryWorld
from tests.support.drawings import words
from tests.support.packages import with_slides

NUMBER = '</a:t></a:r><a:fld type="slidenum" id="{0}"><a:t>9</a:t></a:fld><a:r><a:t>'
"""What is written into a title so that it goes on with the number of its slide."""


def test_a_copied_slide_that_moves_tells_its_new_number():
    world = MemoryWorld({"brand.pptx": with_slides(f"Page {NUMBER}")})
    text = "deck: {template: brand.pptx}\nslides: [{title: One, body: a}, {use: slide 1}]"
    pages = build_text(text, world=world).pages()
    assert pages is not None
    memory = DrawMemory()
    assert words(memory.draw(pages)[1]) == ["Page", "2"]
    moved = replace(pages, pages=pages.pages[::-1])
    assert words(memory.draw(moved)[0]) == ["Page", "1"]
