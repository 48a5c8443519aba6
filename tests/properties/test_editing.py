"""Whatever is written, and wherever the cursor is: an editor's questions have answers that fit."""

from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from deckgen.editing.headings import outline
from deckgen.editing.hovering import told_at
from deckgen.editing.names import definitions, references
from deckgen.editing.offers import offers
from deckgen.editing.renaming import CannotRenameError, renaming
from tests.support.building import ROOT
from tests.support.cases import all_cases
from tests.support.editing import around

REPORT = (ROOT / "deck.yaml").read_text(encoding="utf-8")
TEXTS = [REPORT, *(case.text for case in all_cases())]
SLIPS = (
    "",
    ":",
    "- ",
    "{",
    "}",
    "[",
    "]",
    '"',
    "'",
    "|",
    "${",
    "](#",
    "[^",
    "\n",
    "\n  ",
    "#",
    "😀",
)


@st.composite
def unfinished(draw):
    """Return a deck with something taken out and something put in, and the place of that."""
    text = draw(st.sampled_from(TEXTS))
    start = draw(st.integers(0, len(text)))
    stop = min(len(text), start + draw(st.sampled_from([0, 0, 1, 5, 40])))
    slip = "".join(draw(st.lists(st.sampled_from(SLIPS), max_size=3)))
    return text[:start] + slip + text[stop:], start + len(slip)


def ask(text, at):
    """Ask all questions about a place."""
    there = around(text)
    file, files = there.file, there.deck.files()
    place = file.document.place(file.language, file.root, at)
    found = offers(place, there) if place else ()
    told = told_at(at, there)
    spots = [*definitions(file, at, files), *references(file, at, files)]
    with suppress(CannotRenameError):
        spots += [change.spot for change in renaming(file, at, "new", files)]
    return found, told, spots, outline(file.document)


@given(unfinished())
def test_answers_stand_in_the_text(written):
    text, at = written
    found, told, spots, lines = ask(text, at)
    for offer in found:
        assert 0 <= offer.start <= at <= offer.stop <= len(text)
        assert "\n" not in text[offer.start : offer.stop]
        assert offer.text
    assert told is None or 0 <= told.start <= at <= told.stop <= len(text)
    assert all(0 <= spot.start <= spot.stop <= len(text) for spot in spots)
    waiting = [*lines]
    for line in waiting:
        assert 0 <= line.start <= line.stop <= len(text)
        assert line.name
        waiting += line.inner


@given(st.text(st.sampled_from("ab:- \n[]{}\"'|>#&*!?%@`,\t\r報")), st.integers(0, 200))
def test_any_text_can_be_asked_about(text, at):
    ask(text, min(at, len(text)))
