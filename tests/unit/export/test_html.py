"""The page that presents: what it says, that it loads nothing, and that no text of a deck runs."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from fontTools.ttLib import TTFont

from deckgen.blobs import Blob
from deckgen.draw.faces import Faces
from deckgen.draw.model import (
    DrawnGroup,
    ImageMark,
    PageDrawing,
    Solid,
    StructureType,
    TextMark,
)
from deckgen.draw.page import draw_page
from deckgen.export.html.document import html_of
from deckgen.export.model import ExportedDeck, ExportedPage
from deckgen.records import replace
from deckgen.text.fonts import NoFonts
from tests.support.building import build_pages
from tests.support.pictures import picture
from tests.unit.export.test_pdf import FACE

SAMPLE = """
slides:
  - title: What it holds
    notes: "Say **this**:\\n\\n- first\\n- [second](https://example.org)"
    body:
      - First [link](https://example.org) and [on](#end)
      - Second
      - table: {rows: [[City, People], [Osaka, 3160]]}
  - {id: end, title: 終わり, image: {src: square.png, alt: A square}, build: true}
"""
VOID = {"meta", "input", "br"}


def exported(source, language="en-US"):
    pages = build_pages(source)
    faces = Faces(NoFonts())
    shown = tuple(
        ExportedPage(draw_page(pages, at, faces), at + 1, each.section, each.notes)
        for at, each in enumerate(pages.pages)
    )
    return ExportedDeck(shown, "A <deck>", "An author", language=language)


class Reader(HTMLParser):
    """Takes down the elements of a page and checks that each is closed."""

    def __init__(self, page):
        super().__init__()
        self.open: list[str] = []
        self.found: list[tuple[str, dict]] = []
        self.texts: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] not in {"style", "script", "text"}:
            self.texts.append(data)

    def all(self, name):
        return [attributes for tag, attributes in self.found if tag == name]


@pytest.fixture(scope="module")
def page():
    return html_of(exported(SAMPLE))


def test_every_slide_is_a_section_with_a_name(page):
    sections = Reader(page).all("section")
    assert [(each["id"], each["aria-label"]) for each in sections] == [
        ("1", "Slide 1 of 2: What it holds"),
        ("2", "Slide 2 of 2: 終わり"),
    ]


def test_what_slides_say_stands_in_elements_for_those_who_listen(page):
    read = re.findall(r'<div class="text">(.*?)</div>', page, re.DOTALL)[0]
    assert read.startswith("<h2>What it holds</h2>\n<ul><li>First <a href=")
    assert '<a href="#2">on</a>' in read
    assert '<th scope="col"><p>City</p>' in read
    assert '<span role="img" aria-label="A square"></span>' in page


def test_notes_are_beside_their_slide(page):
    assert "<p>Say <strong>this</strong>:</p>" in page
    assert '<p class="l1">• first</p>' in page
    assert "This slide has no notes." in page


def test_the_policy_names_the_script_and_the_style_and_nothing_else(page):
    reader = Reader(page)
    policy = next(each["content"] for each in reader.all("meta") if each.get("http-equiv", ""))
    script = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    style = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    assert len(script) == len(style) == 1
    for kind, text in (("script-src", script[0]), ("style-src", style[0])):
        digest = b64encode(sha256(text.encode()).digest()).decode()
        assert f"{kind} 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy


def test_nothing_is_loaded_and_nothing_is_styled_in_place(page):
    for tag, attributes in Reader(page).found:
        assert "style" not in attributes, tag
        assert not [name for name in attributes if name.startswith("on")], tag
        address = attributes.get("src") or (attributes.get("href") if tag != "a" else None)
        assert address is None or address.startswith(("data:", "#")), tag
    assert "url(http" not in page


def test_no_text_of_a_deck_becomes_an_element():
    hostile = "</script></style><script>alert(1)</script><img src=x onerror=alert(2)>"
    source = f"slides: [{{title: '`{hostile}`', notes: '`{hostile}`', body: ['`{hostile}`']}}]"
    deck = replace(exported(source), title=hostile, author=hostile, subject=hostile)
    reader = Reader(html_of(deck))
    assert len(reader.all("script")) == 2
    assert reader.all("img") == []
    assert "".join(reader.texts).count("alert(1)") >= 3


def test_links_of_a_page_that_only_look_like_addresses_lead_nowhere():
    from deckgen.draw.model import Target

    link = DrawnGroup((), StructureType.LINK, "x", link=Target("javascript:alert(1)"))
    figure = DrawnGroup((), StructureType.FIGURE, "x", link=Target("data:text/html,x"))
    content = DrawnGroup((link, figure), StructureType.PART)
    drawing = PageDrawing(100.0, 50.0, DrawnGroup(()), content)
    assert "javascript:" not in html_of(ExportedDeck((ExportedPage(drawing, 1),)))


@pytest.mark.parametrize("address", ["file://host/share", "FILE:///etc/passwd", "setup.exe"])
def test_links_to_files_lead_nowhere_from_a_page(address):
    from deckgen.draw.model import Target

    mark = TextMark("Words", FACE, 12.0, 10.0, 20.0, 40.0, Solid("000000"))
    link = DrawnGroup((mark,), StructureType.LINK, link=Target(address))
    drawing = PageDrawing(
        100.0, 50.0, DrawnGroup(()), DrawnGroup((link,), StructureType.PART), language="en"
    )
    reader = Reader(html_of(ExportedDeck((ExportedPage(drawing, 1),))))
    assert reader.all("a") == []
    assert "Words" in reader.texts


def test_a_font_that_may_not_be_embedded_is_shown_as_outlines(tmp_path):
    font = TTFont(FACE.path)
    font["OS/2"].fsType = 2
    font.save(tmp_path / "restricted.ttf")
    face = replace(FACE, path=str(tmp_path / "restricted.ttf"))
    mark = TextMark("Words", face, 12.0, 10.0, 20.0, 40.0, Solid("000000"))
    content = DrawnGroup((DrawnGroup((mark,), StructureType.PARAGRAPH),), StructureType.PART)
    drawing = PageDrawing(100.0, 50.0, DrawnGroup(()), content)
    page = html_of(ExportedDeck((ExportedPage(drawing, 1),)))
    assert "@font-face" not in page
    assert "<text" not in page
    assert "<p>Words</p>" in page


def test_a_picture_on_several_slides_is_in_the_page_once():
    image = ImageMark((1, 2, 30, 40), Blob((picture(8, 8),)), "image/png")
    behind = DrawnGroup((image,), StructureType.ARTIFACT)
    drawing = PageDrawing(100.0, 50.0, behind, DrawnGroup(()))
    page = html_of(ExportedDeck(tuple(ExportedPage(drawing, at) for at in (1, 2))))
    assert page.count("data:image/png") == 1
    assert page.count('<use href="#picture-0" transform="translate(1 2) scale(30 40)"/>') == 2


def test_the_field_for_search_says_what_is_searched(page):
    (field,) = Reader(page).all("input")
    assert field["placeholder"] == field["aria-label"] == "Words on slides and in notes"


def test_a_japanese_deck_has_japanese_buttons():
    page = html_of(exported(SAMPLE, "ja"))
    assert 'aria-label="発表者ビュー"' in page
    assert 'aria-label="スライド 1/2：What it holds"' in page


def test_both_languages_say_the_same_things():
    from deckgen.export.html.words import PageWords

    english, japanese = PageWords("en"), PageWords("ja-JP")
    assert english.all.keys() == japanese.all.keys()
    assert [keys for keys, _ in english.help] == [keys for keys, _ in japanese.help]


def test_slides_keep_their_numbers_where_some_are_left_out():
    deck = exported(SAMPLE)
    page = html_of(replace(deck, pages=(replace(deck.pages[0], number=7), deck.pages[1])))
    assert [each["id"] for each in Reader(page).all("section")] == ["7", "2"]


def test_what_is_built_step_by_step_says_at_which_step_it_appears(page):
    assert 'data-steps="1"' in page
    assert 'data-shown="1"' in page


def test_the_same_deck_gives_the_same_page(page):
    assert html_of(exported(SAMPLE)) == page
