"""The report as LibreOffice draws it: nothing is lost, nothing leaves its page or its box.

Run with `pytest -m render`. Needs `soffice` and poppler's `pdftotext` and `pdftocairo`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from deckgen.compiler import Options, build_file
from deckgen.emit import emit
from deckgen.geometry import Rect
from deckgen.pages import TableFrame, TextFrame
from deckgen.units import Emu, pt
from tests.support.building import REPORT, TEMPLATES
from tests.support.invariants import faults
from tests.support.report import report_slides, squeezed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from deckgen.pages import Page, Pages

pytestmark = pytest.mark.render

TOLERANCE = pt(2)
BASELINE = 0.06
"""How far LibreOffice may draw a line from where its baseline is told to be, in em, by its face."""
RIM = 0.1
"""A word's box is as high as its face says that any letter may be; so much of it stays empty."""
SPACE = "{http://www.w3.org/1999/xhtml}"


@dataclass(frozen=True)
class Word:
    """A word as it is drawn, and the box of its letters."""

    text: str
    box: Rect


@dataclass(frozen=True)
class Drawn:
    """The pages of a deck, the words that are drawn on each, and the folder of the drawing."""

    folder: Path
    pages: Pages
    words: tuple[tuple[Word, ...], ...]
    size: Rect


@pytest.fixture(scope="module", params=TEMPLATES)
def drawn(request, tmp_path_factory):
    for tool in ("soffice", "pdftotext", "pdftocairo"):
        if shutil.which(tool) is None:
            _miss(f"{tool} is not installed, so nothing can be drawn")
    folder = tmp_path_factory.mktemp(request.param)
    pages = build_file(REPORT, Options(template=request.param)).pages()
    assert pages is not None
    folder.joinpath("report.pptx").write_bytes(emit(pages).read())
    _draw(folder)
    size = pages.template.slide_size
    return Drawn(
        folder, pages, tuple(_words(folder)), Rect(Emu(0), Emu(0), size.width, size.height)
    )


def _miss(reason: str) -> None:
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def _draw(folder: Path) -> None:
    """Let LibreOffice draw the deck of a folder with a profile of its own."""
    profile = f"-env:UserInstallation={folder.joinpath('profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "report.pptx"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=300)
    command = ["pdftotext", "-bbox-layout", "report.pdf", "words.xml"]
    subprocess.run(command, cwd=folder, check=True, timeout=300)


def _baselines(folder: Path, page: int) -> list[Emu]:
    """Return the heights on a page at which letters stand."""
    command = ["pdftocairo", "-svg", "-f", str(page), "-l", str(page), "report.pdf", "page.svg"]
    subprocess.run(command, cwd=folder, check=True, timeout=300)
    glyphs = etree.parse(folder / "page.svg").getroot().iter("{http://www.w3.org/2000/svg}use")
    return sorted({pt(float(glyph.attrib.get("y", "0"))) for glyph in glyphs})


def _words(folder: Path) -> Iterator[tuple[Word, ...]]:
    """Return the words of each page, in EMU from its top left corner."""
    root = etree.parse(folder / "words.xml").getroot()
    for page in root.iter(f"{SPACE}page"):
        yield tuple(_word(word) for word in page.iter(f"{SPACE}word"))


def _word(element: etree._Element) -> Word:
    left, top, right, bottom = (
        pt(float(element.attrib[name])) for name in ("xMin", "yMin", "xMax", "yMax")
    )
    rim = (bottom - top) * RIM
    return Word(element.text or "", Rect(left, top + rim, right - left, bottom - top - rim * 2))


def test_every_page_is_drawn(drawn):
    assert len(drawn.words) == len(drawn.pages.pages)


def test_every_line_of_the_report_is_drawn(drawn):
    text = squeezed("".join(word.text for words in drawn.words for word in words))
    lines = [line.text for slide in report_slides() for line in slide.lines]
    assert [line for line in lines if squeezed(line) not in text] == []


def test_no_word_leaves_its_page(drawn):
    outside = [
        (number, word.text)
        for number, words in enumerate(drawn.words, start=1)
        for word in words
        if not _outset(drawn.size).contains(word.box)
    ]
    assert outside == []


def test_no_word_leaves_the_box_of_its_item(drawn):
    outside = [
        (number, word.text)
        for number, (page, words) in enumerate(zip(drawn.pages.pages, drawn.words, strict=True), 1)
        for word in words
        if not any(box.contains(word.box) for box in _boxes(page))
    ]
    assert outside == []


def test_text_begins_on_the_baselines_that_pages_tell(drawn):
    astray = [
        (number, "".join(run.text for run in line.runs))
        for number, page in enumerate(drawn.pages.pages, start=1)
        for letters in [_baselines(drawn.folder, number)]
        for item in page.items
        if isinstance(item, TextFrame | TableFrame)
        for line in item.lines()[:1]
        if line.runs and min(abs(y - line.baseline) for y in letters) > line.size.emu * BASELINE
    ]
    assert astray == []


def test_items_keep_clear_of_one_another(drawn):
    assert faults(drawn.pages) == []


def _boxes(page: Page) -> list[Rect]:
    """Return the boxes of a page's text, with a tolerance on all sides."""
    return [_outset(item.box) for item in page.items if isinstance(item, TextFrame | TableFrame)]


def _outset(box: Rect) -> Rect:
    return Rect(
        box.x - TOLERANCE,
        box.y - TOLERANCE,
        box.width + TOLERANCE * 2,
        box.height + TOLERANCE * 2,
    )
