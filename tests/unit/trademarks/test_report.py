"""The summit report, whose every mark was listed by hand: what is found, signed and noticed."""

from __future__ import annotations

from functools import cache

import pytest

from deckgen.compiler import Options, build_file
from deckgen.content import Baseline
from deckgen.pages import TableFrame, TextFrame
from deckgen.trademarks.search import search
from tests.support.building import REPORT, place_deck

NOTICE = "※本文中の会社名、商品名は、各社の商標及び登録商標です。"

MARKS = (
    # Read off the report, page by page: page, mark, as it is written, where.
    (1, "OpenStack", "OpenStack", "title"),
    (1, "SCSK", "SCSK", "credits"),  # SCSK株式会社
    (3, "OpenStack", "OpenStack", "body"),  # Certified OpenStack Admin
    (3, "Kubernetes", "kubernetes", "body"),
    (4, "Banco Santander", "Banco Santander", "body"),
    (4, "Sky UK", "Sky UK", "body"),
    (4, "Huawei", "Huawei", "body"),
    (4, "Deutsche Telekom", "Deutsch Telekom", "body"),
    (4, "CERN", "CERN", "body"),
    (4, "SKA", "SKA", "body"),  # SKA project
    (4, "Materna", "Materna", "body"),
    (4, "CrowdStar", "CrowdStar", "body"),
    (5, "IBM", "IBM", "body"),
    (5, "Platform9", "Platform9", "body"),
    (5, "Intel", "Intel", "body"),
    (8, "OpenStack", "openstack", "title"),
    (8, "99cloud", "99cloud", "body"),  # 99cloudの紹介
    (9, "OpenStack", "OpenStack", "title"),
    (10, "OpenStack", "OPENSTACK", "title"),
    (12, "OpenStack", "OpenStack", "body"),  # OpenStack Security Project
    (15, "Python", "Python", "title"),
    (15, "Python", "Python", "body"),
    (15, "Python", "Python", "body"),  # Python3用
    (17, "Python", "Python", "title"),
    (17, "Jenkins", "Jenkins", "title"),
    (17, "OpenStack", "OpenStack", "title"),
    (17, "Jenkins", "Jenkins", "body"),
    (18, "Xeon", "Xeon", "body"),
    (18, "Redis", "redis", "body"),
    (19, "Python", "python", "body"),
)
"""Not among them: addresses such as bugs.launchpad.net and openstack.org, and project names."""

SIGNED = (
    # The first mention of each mark that has a sign and is written as its owner writes it.
    (1, "OpenStack®", " Summit 報告"),
    (4, "Huawei™", ""),
    (5, "IBM®", "がRefStackで貢献した"),
    (5, "Platform9™", ""),
    (5, "Intel®", ""),
    (15, "Python®", " 3 Integration Testing"),
    (17, "Jenkins®", " for OpenStack"),
    (18, "Xeon®", " 4-core servers"),
)


def build(*settings):
    return build_file(REPORT, Options(settings=settings))


@cache
def pages(*settings):
    run = build(*settings)
    placed = place_deck(run.deck(), run)
    assert run.sink.sorted() == ()
    return placed


def found():
    deck = build().resolved()
    mentions = search(deck, build().registries(deck)).mentions
    return [m for m in mentions if m.part.value != "footer"]


def test_every_mark_is_found_and_nothing_else():
    listed = [(m.slide + 1, m.mark.name, m.text, m.part.value) for m in found()]
    assert listed == list(MARKS)


def test_each_mention_is_found_where_it_is_written():
    assert [m.span.text for m in found()] == [written for _, _, written, _ in MARKS]


def test_every_wrong_form_is_reported_and_nothing_else():
    reported = build().check()
    assert [(d.code.slug, d.span.text) for d in reported] == [
        ("trademark-spelling", word)
        for word in ("kubernetes", "Deutsch Telekom", "openstack", "redis", "python")
    ]


def test_the_footer_is_found_too():
    deck = build().resolved()
    footers = [m for m in search(deck).mentions if m.part.value == "footer"]
    assert {m.span.line for m in footers} == {4}


def test_the_title_slide_alone_carries_the_notice_as_written():
    frames = [(n, text) for n, text in texts(pages()) if NOTICE in text.text]
    assert [n for n, _ in frames] == [1]
    assert frames[0][1].text == NOTICE


def test_only_slides_that_mention_a_mark_carry_the_notice():
    placed = pages(("trademarks.place", "mentioning"))
    noticed = {placed.pages[n - 1].slide for n, text in texts(placed) if NOTICE in text.text}
    assert noticed == {pages().pages[number - 1].slide for number, _, _, _ in MARKS}


def test_exactly_the_first_mentions_are_signed():
    settings = (("trademarks.place", "mentioning"), ("trademarks.first_use", "deck"))
    placed = pages(*settings)
    signed = [
        (placed.pages[n - 1].slide, *words)
        for n, paragraph in paragraphs(placed)
        for words in signed_words(paragraph)
    ]
    assert signed == [(pages().pages[n - 1].slide, *words) for n, *words in SIGNED]


def test_nothing_else_changes():
    settings = (("trademarks.first_use", "deck"),)
    signs = str.maketrans("\n", " ", "®™")  # a title that has grown may break elsewhere
    before, after = (
        [p.text.translate(signs) for _, p in paragraphs(placed)]
        for placed in (pages(), pages(*settings))
    )
    assert after == before


@pytest.mark.parametrize("place", ["title", "every", "mentioning", "last"])
def test_the_notice_is_read_last(place):
    for page in pages(("trademarks.place", place)).pages:
        numbers = [n for n, item in enumerate(page.items) if is_notice(item)]
        assert numbers in ([], [len(page.items) - 1])


def is_notice(item):
    return isinstance(item, TextFrame) and (
        item.name == "Footnotes" or (item.slot is not None and item.slot.role.value == "notice")
    )


def texts(placed):
    return [
        (number, item)
        for number, page in enumerate(placed.pages, start=1)
        for item in page.items
        if isinstance(item, TextFrame)
    ]


def paragraphs(placed):
    for number, page in enumerate(placed.pages, start=1):
        for item in page.items:
            if isinstance(item, TextFrame):
                yield from ((number, paragraph) for paragraph in item.paragraphs)
            elif isinstance(item, TableFrame):
                cells = (cell for row in item.rows for cell in row.cells)
                yield from ((number, p) for cell in cells for p in cell.paragraphs)


def signed_words(paragraph):
    """Return each word with a superscript behind it, and the text of the run after that."""
    runs = paragraph.runs
    return [
        (runs[n - 1].text.split()[-1] + run.text, "".join(r.text for r in runs[n + 1 :]))
        for n, run in enumerate(runs)
        if run.baseline is Baseline.SUPERSCRIPT
    ]
