"""Decks with all there is -> the XML that is written for them, as kept, part by part.

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
PARTS = {
    "deck": (
        *("ppt/slides/", "ppt/notesSlides/", "ppt/presentation.xml", "ppt/_rels/"),
        *("docProps/", "ppt/notesMasters/notes"),
    ),
    "charts": ("ppt/charts/chart", "ppt/drawings/"),
    "shown": ("ppt/slides/slide",),
}
"""Decks, and which of the parts are kept that are made anew for them.

The rest passes through, or is the same for all decks, or is kept of another.
"""


@pytest.fixture(scope="module", params=PARTS)
def written(request):
    """Return the parts that are kept of a deck, by the names of their files."""
    deck = (KEPT / f"{request.param}.yaml").read_text(encoding="utf-8")
    built = place(open_deck(deck), "plain")
    assert built.diagnostics == ()
    assert built.pages is not None
    before = "" if request.param == "deck" else f"{request.param}."
    with zipfile.ZipFile(io.BytesIO(emit(built.pages).read())) as package:
        return {
            f"{before}{name.removeprefix('ppt/').replace('/', '.')}": _shown(package.read(name))
            for name in package.namelist()
            if name.startswith(PARTS[request.param])
        }


def _shown(part):
    """Return a part with one element a line."""
    root = etree.fromstring(part, etree.XMLParser(remove_blank_text=True))
    etree.indent(root, " ")
    return etree.tostring(root, encoding="unicode") + "\n"


def test_parts_are_written_as_kept(written, updating):
    for name, text in written.items():
        if updating:
            (KEPT / name).write_text(text, encoding="utf-8")
        assert (KEPT / name).read_text(encoding="utf-8").splitlines() == text.splitlines(), name


def _deck_of(name):
    return next((deck for deck in PARTS if name.startswith(f"{deck}.")), "deck")


def test_no_part_is_kept_that_is_not_written(written, updating):
    deck = _deck_of(min(written))
    kept = {file.name for file in KEPT.glob("*.*") if file.suffix != ".yaml"}
    stale = {name for name in kept if _deck_of(name) == deck} - set(written)
    if updating:
        for name in stale:
            (KEPT / name).unlink()
    else:
        assert stale == set()
