"""All that decks may hold -> files that readers take, in every form."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from deckgen.draw.faces import Faces
from deckgen.draw.page import draw_page
from deckgen.draw.svg import SvgOptions, svg
from deckgen.export.html.document import html_of
from deckgen.export.model import ExportedDeck, ExportedPage
from deckgen.export.pdf.document import pdf_of
from deckgen.text.fonts import NoFonts
from tests.support.building import open_deck, place
from tests.support.cases import all_cases
from tests.support.drawings import texts
from tests.support.pdfs import opened, tags, text_of
from tests.unit.export.test_html import Reader

CASES = [case for case in all_cases() if not case.fails("corporate")]


@pytest.mark.parametrize("case", CASES[3::24], ids=lambda case: case.id)
def test_each_kind_of_content_is_in_every_form(case):
    pages = place(open_deck(case.text)).pages
    assert pages is not None
    faces = Faces(NoFonts())
    drawings = [draw_page(pages, at, faces) for at in range(len(pages.pages))]
    shown = zip(drawings, pages.pages, strict=True)
    deck = ExportedDeck(
        tuple(
            ExportedPage(*pair, section=page.section, notes=page.notes)
            for pair, page in (((drawing, at), page) for at, (drawing, page) in enumerate(shown, 1))
        )
    )
    pdf = opened(pdf_of(deck))
    tags(pdf)
    for drawing, said in zip(drawings, text_of(pdf), strict=True):
        wanted = {*"".join(mark.text for mark in texts(drawing)).replace("\u00a0", "")}
        assert {each for each in wanted if each.isprintable() and not each.isspace()} <= {*said}
        ET.fromstring(svg(drawing, SvgOptions(sources=False)))
    assert len(Reader(html_of(deck)).all("section")) == len(drawings)
