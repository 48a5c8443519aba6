"""Several processes make of a deck what one does, to the byte."""

from __future__ import annotations

import multiprocessing
import os

import pytest

from deckgen.compiler import Options, build_file, build_text
from deckgen.layout.bench import Bench
from deckgen.layout.cores import _in_slides
from deckgen.pictures.model import PictureFile
from deckgen.source import Source
from deckgen.text.fonts import NoFonts
from tests.support.building import REPORT, open_deck

METHODS = multiprocessing.get_all_start_methods()
FORKING = "deckgen.layout.processes.may_fork"
DECK = """\
deck: {template: plain, footer: foot, numbering: "({n}/{total})"}
keynote:
  title: Shared by two
  slides: [{body: a}, {body: b}]
slides:
  - title: A link [there](#end) and a word
    body: "- text[^1]\\n\\n[^1]: note"
  - body: No title here
  - title: Not there
    layout: Nowhere
  - {title: Last, id: end, body: c}
"""


def built(build):
    made = build.run()
    return made.file and made.file.read(), [
        (item.code.slug, item.message, str(item.span)) for item in made.diagnostics
    ]


@pytest.fixture(params=["ours", *METHODS])
def started(request, monkeypatch):
    """Start processes in one way or another."""
    ours = request.param == "ours"
    monkeypatch.setattr("deckgen.layout.cores.may_fork", lambda: ours)
    if not ours:
        context = multiprocessing.get_context(request.param)
        monkeypatch.setattr(multiprocessing, "get_context", lambda: context)


@pytest.mark.usefixtures("started")
def test_the_report_is_the_same_whatever_the_number_of_processes():
    alone = built(build_file(REPORT, Options(jobs=1)))
    assert alone[0] is not None
    assert built(build_file(REPORT, Options(jobs=3))) == alone


@pytest.mark.parametrize("jobs", [2, 5, 50])
def test_what_there_is_to_say_is_the_same(jobs):
    alone = built(build_text(DECK, options=Options(jobs=1)))
    assert [slug for slug, _, _ in alone[1]] == ["unknown-layout"]
    assert built(build_text(DECK, options=Options(jobs=jobs))) == alone


@pytest.mark.parametrize("ours", [True, False])
def test_a_deck_is_laid_out_though_a_process_is_lost(monkeypatch, ours):
    monkeypatch.setattr("deckgen.layout.cores.may_fork", lambda: ours)
    context = multiprocessing.get_context("fork")
    monkeypatch.setattr(multiprocessing, "get_context", lambda: context)
    place, here = Bench.place, os.getpid()

    def lost(bench):
        if os.getpid() != here:
            os._exit(1)
        return place(bench)

    monkeypatch.setattr(Bench, "place", lost)
    text = "slides: [{title: a}, {title: b}, {title: c}]"
    assert built(build_text(text, options=Options(jobs=2))) == built(build_text(text))


def test_no_process_is_started_where_that_would_run_the_callers_program_again(monkeypatch):
    monkeypatch.setattr("deckgen.stages.setting._LONG", 2)
    started = []
    monkeypatch.setattr("deckgen.layout.cores.Helper.__init__", lambda *_: started.append(1))
    monkeypatch.setattr(FORKING, lambda: False)
    assert built(build_text("slides: [{title: a}, {title: b}]"))[0]
    assert started == []


def test_what_cannot_be_sent_is_laid_out_here(monkeypatch):
    context = multiprocessing.get_context("spawn")
    monkeypatch.setattr(multiprocessing, "get_context", lambda: context)
    monkeypatch.setattr("deckgen.layout.cores.may_fork", lambda: False)
    fonts = type("Local", (NoFonts,), {})
    monkeypatch.setattr("deckgen.stages.setting.MachineFonts", fonts)
    assert built(build_text("slides: [{title: a}, {title: b}]", options=Options(jobs=2)))[0]


@pytest.mark.usefixtures("started")
def test_no_process_is_left_behind():
    build_text("slides: [{title: a}, {title: b}]", options=Options(jobs=2)).run()
    assert multiprocessing.active_children() == []


def test_spans_of_pages_lead_into_the_source_that_was_read():
    build = build_text("slides: [{title: a}, {title: b}]", options=Options(jobs=2))
    pages = build.pages()
    assert pages is not None
    assert {id(page.span.source) for page in pages.pages} == {id(build.source)}
    layouts = {id(layout) for layout in pages.template.layouts}
    assert {id(page.layout) for page in pages.pages} <= layouts


def test_sources_and_pictures_of_slides_are_found_once_each():
    text = """\
slides:
  - {title: One, image: {src: wide.png, alt: x}}
  - {title: Two, images: [wide.png, tall.png]}
  - {title: Three, body: [words, {table: [[a, b], [c, d]]}]}
"""
    build = open_deck(text)
    deck = build.deck()
    assert deck is not None
    found = [*_in_slides(deck.slides)]
    assert len(found) == len({id(each) for each in found})
    assert [each for each in found if isinstance(each, Source)] == [build.source]
    sizes = {each.size for each in found if isinstance(each, PictureFile)}
    assert len(sizes) == 2
