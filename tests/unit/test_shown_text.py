"""Text in capitals is kept as it is written, and measured as it shows."""

from __future__ import annotations

import io
import zipfile

import pytest

from deckgen.compiler import build_text
from deckgen.emit.deck import emit
from deckgen.layout.deck import lay_out
from deckgen.pages import TextFrame
from deckgen.shown_text import shown
from deckgen.styles import Caps
from deckgen.template.read import read_template
from deckgen.text.fonts import NoFonts
from deckgen.text.model import Font, Line, StyledText
from deckgen.text.typesetter import Typesetter
from deckgen.units import Centipoints, Emu
from tests.support.packages import Master, layout, placeholder, presentation

TYPESETTER = Typesetter(NoFonts())
FONT = Font("Arial", "Meiryo", "Arial", Centipoints(2000))
WORDS = "iPhone und Straße"


def placed(cap, title=WORDS):
    capital = f"<p:titleStyle><a:lvl1pPr><a:defRPr cap='{cap}'/></a:lvl1pPr></p:titleStyle>"
    styles = f"{capital}<p:bodyStyle/>"
    shapes = placeholder("title", None, (5, 5, 40, 30)), placeholder("body", 1, (5, 40, 90, 50))
    master = Master((layout(*shapes, name="Content", kind="obj"),), styles=styles)
    template = read_template(presentation(master), "made", "en-US")
    build = build_text(f"deck: {{language: de}}\nslides: [{{title: {title}, body: x}}]\n")
    deck = build.deck()
    assert deck is not None
    return lay_out(deck, template, TYPESETTER, build.sink)


def title_of(pages):
    return next(item for item in pages.pages[0].items if isinstance(item, TextFrame))


@pytest.mark.parametrize("cap", ["all", "small", "none"])
def test_the_file_has_the_text_as_it_is_written(cap):
    pages = placed(cap)
    assert title_of(pages).text == WORDS
    files = zipfile.ZipFile(io.BytesIO(emit(pages).read()))
    assert f"<a:t>{WORDS}</a:t>" in files.read("ppt/slides/slide1.xml").decode()


def test_capitals_are_measured_as_wide_as_they_show():
    found = shown([(StyledText("Straße", FONT), Caps.ALL)])
    assert [text.text for text in found.texts] == ["STRASSE"]
    assert TYPESETTER.width(found.texts) > TYPESETTER.width(
        shown([(StyledText("Straße", FONT), Caps.NONE)]).texts
    )


def test_lines_of_capitals_are_lines_of_what_is_written():
    found = shown([(StyledText("Straße ", FONT), Caps.ALL), (StyledText("groß", FONT), Caps.ALL)])
    lines = [Line(0, 8, Emu(1), FONT.size), Line(8, 13, Emu(1), FONT.size)]
    assert [(line.start, line.stop) for line in found.written(lines)] == [(0, 7), (7, 11)]


def test_small_capitals_are_smaller_than_capitals_and_lines_as_high():
    found = shown([(StyledText("Go West", FONT), Caps.SMALL)])
    assert [(text.text, text.font.size) for text in found.texts] == [
        ("G", 2000),
        ("O", 1600),
        (" W", 2000),
        ("EST", 1600),
    ]
    (line,) = found.written([Line(0, 7, Emu(1), Centipoints(1600))])
    assert line.size == 2000


def test_a_long_title_in_capitals_breaks_where_the_capitals_do():
    long = "Straßengroßbaustellenmaßnahmen in der Fußgängerzone am Schloßplatz"
    frame = title_of(placed("all", long))
    assert frame.text.replace("\n", " ") == long
    (paragraph,) = frame.paragraphs
    assert [line.stop for line in paragraph.lines][-1] == len(frame.text)
