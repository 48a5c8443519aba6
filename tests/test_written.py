"""A deck with all there is -> the XML that is written for it, as kept, part by part.

`pytest --update` keeps what is written now; the difference is to be reviewed in version control.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from deckgen.emit import emit
from tests.support.building import open_deck, place

KEPT = Path(__file__).with_name("written")
DECK = KEPT / "deck.yaml"
PARTS = ("ppt/slides/", "ppt/notesSlides/", "ppt/presentation.xml", "ppt/_rels/", "docProps/")
"""What is made anew; the rest passes through or is the same for all decks."""


@pytest.fixture(scope="module")
def written():
    built = place(open_deck(DECK.read_text(encoding="utf-8")), "plain")
    assert built.diagnostics == ()
    assert built.pages is not None
    with zipfile.ZipFile(io.BytesIO(emit(built.pages).read())) as package:
        names = [name for name in package.namelist() if name.startswith(PARTS)]
        return {name: _shown(package.read(name)) for name in names}


def _shown(part):
    """Return a part with one element a line."""
    root = etree.fromstring(part, etree.XMLParser(remove_blank_text=True))
    etree.indent(root, " ")
    return etree.tostring(root, encoding="unicode") + "\n"


def _file(name):
    return KEPT / f"{name.removeprefix('ppt/').replace('/', '.')}"


def test_parts_are_written_as_kept(written, updating):
    for name, text in written.items():
        if updating:
            _file(name).write_text(text, encoding="utf-8")
        assert _file(name).read_text(encoding="utf-8").splitlines() == text.splitlines(), name


def test_no_part_is_kept_that_is_not_written(written, updating):
    stale = {file for file in KEPT.iterdir() if file != DECK} - set(map(_file, written))
    if updating:
        for file in stale:
            file.unlink()
    else:
        assert stale == set()
