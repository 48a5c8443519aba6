"""Pages in the lines of one renderer."""

from deckgen.draw.faces import Faces
from deckgen.draw.readings import OtherLines
from deckgen.pages import TextFrame
from deckgen.text import LIBREOFFICE, POWERPOINT
from deckgen.text.fonts import NoFonts
from tests.support.building import build_pages

DECK = "slides:\n  - title: T\n    body: [{}, end]\n"


def frame_of(text, profile):
    pages = build_pages(DECK.format(text))
    found = OtherLines(Faces(NoFonts(), profile)).pages(pages).pages[0]
    return next(item for item in found.items if isinstance(item, TextFrame) and "end" in item.text)


def test_lines_end_where_the_renderer_ends_them():
    text = "あっ" * 60
    ends = [
        [line.stop for line in frame_of(text, profile).paragraphs[0].lines]
        for profile in (POWERPOINT, LIBREOFFICE)
    ]
    assert ends[0] != ends[1]


def test_what_follows_moves_with_the_lines_above_it():
    frame = frame_of("word " * 80, LIBREOFFICE)
    first, last = frame.paragraphs[0], frame.paragraphs[-1]
    assert first.height == sum(first.style.line_spacing.of(line.size) for line in first.lines)
    assert last.top >= first.height
    assert frame.height == last.top + last.height
