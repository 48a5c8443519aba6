"""The report as PDF: the words of each slide are those of the presentation, and can be found."""

from __future__ import annotations

import io
import os
import unicodedata
from collections import Counter
from itertools import chain

import pikepdf
import pptx
import pypdfium2
import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.pens.basePen import NullPen

from deckgen.compiler import build_file
from deckgen.export.model import ExportChoice
from deckgen.text import MachineFonts
from tests.support.building import REPORT
from tests.support.pdfs import opened, tags

JAPANESE = ("Noto Sans CJK JP", "IPAexGothic", "Yu Gothic", "Meiryo", "Hiragino Sans")
"""Faces of which a system has one that shows Japanese; without it a PDF has no letters to find."""


def needs_japanese(test):
    """Skip a test where no face shows Japanese, but never in CI."""
    machine = MachineFonts()
    found = any(machine.find(name, bold=False, italic=False) for name in JAPANESE)
    missing = not found and os.environ.get("CI") != "true"
    return pytest.mark.skipif(missing, reason="NO FONT FOR JAPANESE IS INSTALLED")(test)


@pytest.fixture(scope="module")
def exports():
    return build_file(REPORT).export(("pptx", "pdf"), ExportChoice())


@pytest.fixture(scope="module")
def pdf(exports):
    return exports.files["pdf"][0].data


def letters(text):
    """Return how often each letter is in a text; blanks and line ends are those of a program."""
    return Counter("".join(unicodedata.normalize("NFKC", text).split()))


def written_on(shapes):
    for shape in shapes:
        if shape.has_text_frame:
            yield shape.text_frame.text.replace("\v", " ")
        elif shape.has_table:
            yield from (
                cell.text for cell in chain.from_iterable(r.cells for r in shape.table.rows)
            )


@needs_japanese
def test_each_page_says_what_its_slide_does(exports, pdf):
    slides = pptx.Presentation(io.BytesIO(exports.deck.read())).slides
    with pypdfium2.PdfDocument(pdf) as pages:
        assert len(pages) == len(slides)
        for slide, page in zip(slides, pages, strict=True):
            said = letters(page.get_textpage().get_text_range())
            # numbers and bullets are drawn, and written nowhere
            assert letters("".join(written_on(slide.shapes))) - said == Counter()


@needs_japanese
def test_japanese_is_found_and_copied(pdf):
    with pypdfium2.PdfDocument(pdf) as pages:
        found = pages[2].get_textpage().search("世界各国の開発者").get_next()
        assert found is not None
        assert pages[2].get_textpage().get_text_range(*found) == "世界各国の開発者"


def test_the_structure_has_a_title_for_each_page(pdf):
    found = tags(opened(pdf)).splitlines()
    titles = [line.strip() for line in found if line.strip().startswith("H1")]
    assert titles[:4] == [
        "H1 'OpenStack Summit 報告'",
        "H1 '概要'",
        "H1 'キーノート(1)'",
        "H1 'キーノート(2)'",
    ]
    assert len(titles) == 31
    assert sum(line.strip().startswith("Figure Alt=") for line in found) == 11


def test_glyphs_are_as_wide_as_the_file_says(pdf):
    """Of fonts with several dictionaries, in which a checker of PDF/UA reads widths amiss."""
    file = opened(pdf)
    for font in filter(is_cff, file.objects):
        data = font.FontDescriptor.FontFile3.read_bytes()
        table = CFFFontSet()
        table.decompile(io.BytesIO(data), None)
        program = table[0].CharStrings
        for code, (width,) in zip(list(font.W)[::2], list(font.W)[1::2], strict=True):
            glyph = program[table[0].charset[int(code)]]
            glyph.draw(NullPen())
            assert float(width) == pytest.approx(glyph.width, abs=1)


def is_cff(each):
    return isinstance(each, pikepdf.Dictionary) and each.get("/Subtype") == "/CIDFontType0"


def test_a_checker_of_pdf_ua_finds_nothing_but_widths_that_it_reads_amiss(pdf):
    checker = pytest.importorskip("page")
    report = checker.validate_pdf_bytes(pdf, profile="ua1")
    assert {failure.rule_id for failure in report.failures} <= {"PDFUA1-FONT-GLYPH-WIDTH-001"}
