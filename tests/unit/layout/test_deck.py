"""What concerns the whole deck: what it asks of layouts, names and targets, what is said once."""

from __future__ import annotations

from contextlib import contextmanager

import pytest

from deckgen import codes
from deckgen.diagnostics import Sink, diagnose
from deckgen.layout.deck import Work, _benches, _tell, lay_out, settings_of
from deckgen.pages import HiddenTitle
from deckgen.template.model import Role
from deckgen.template.purposes import Purpose
from tests.support.building import build_pages, open_deck, place
from tests.support.building import template as built_in
from tests.support.desks import SOURCE, TYPESETTER, desk_on, slide
from tests.support.packages import placeholder

LONG = "".join(f"      - item {number}\n\n        more of it\n" for number in range(20))


def settings(text):
    deck = open_deck(text).deck()
    assert deck is not None
    return settings_of(deck)


@pytest.mark.parametrize(("slides", "digits"), [(1, 2), (2, 2), (49, 2), (50, 3), (500, 4)])
def test_numbers_of_pages_have_room_for_twice_as_many_as_slides_share_a_title(slides, digits):
    assert settings("slides:\n" + "  - {title: Same, body: x}\n" * slides).digits == digits


def test_slides_with_titles_of_their_own_ask_for_no_room():
    slides = "".join(f"  - {{title: Slide {number}, body: x}}\n" for number in range(60))
    assert settings("slides:\n" + slides).digits == 2


@pytest.mark.parametrize(
    ("given", "roles"),
    [
        ("footer: Rivers, slide_numbers: false", {Role.FOOTER}),
        ("date: 2016-11-22, slide_numbers: false", {Role.DATE}),
        ("label: x", {Role.NUMBER}),
        ("slide_numbers: false", set()),
    ],
)
def test_what_some_page_with_content_has_at_its_foot_is_common_to_all(given, roles):
    deck = f"deck: {{{given}}}\nslides:\n  - {{title: A, body: x}}\n  - section: B\n"
    assert set(settings(deck).common) == roles


def test_layouts_are_named_by_what_they_are_for():
    named = settings("deck: {layouts: {two_contents: Mine}}\nslides: [{title: A}]\n").named
    assert {purpose: name.text for purpose, name in named.items()} == {Purpose.TWO_CONTENTS: "Mine"}


def test_links_lead_to_the_first_page_of_a_slide():
    text = f"slides:\n  - {{title: A, body: x}}\n  - title: B\n    id: b\n    body: |\n{LONG}"
    pages = build_pages(text + "  - {title: C, id: c, body: x}\n")
    count = len(pages.pages)
    assert count > 3
    assert (pages.targets["b"], pages.targets["c"]) == (1, count - 1)


def test_progress_is_told_slide_by_slide():
    told = []
    build = open_deck("slides:\n" + "  - {title: A, body: x}\n" * 3)
    work, deck = Work(progress=lambda *done: told.append(done)), build.deck()
    assert deck is not None
    lay_out(deck, built_in("corporate"), TYPESETTER, build.sink, work)
    assert told == [(0, 3), (1, 3), (2, 3)]


def test_pages_are_called_what_they_show_and_else_by_their_number():
    pages = build_pages(
        "slides:\n  - {title: A, body: x}\n  - body: Words and more words\n"
        "  - image: {src: wide.png, alt: ''}\n  - body: Words and more words\n"
    ).pages
    assert [page.title for page in pages] == [
        "A",
        "Words and more words",
        "Slide 3",
        "Words and more words 2",
    ]


def test_what_does_not_fit_is_told_once_and_where_it_was_written():
    wide = "word " * 2_000
    build = open_deck(f"slides:\n  - title: A\n    split: false\n    body: {wide}\n")
    found = place(build).diagnostics
    assert [(item.code.slug, item.span.line) for item in found] == [("text-overflow", 2)]


@pytest.mark.parametrize(("count", "jobs"), [(100, 4), (1000, 2), (40, 3), (70, 3), (3, 8), (5, 1)])
def test_slides_are_shared_out_evenly_with_a_few_more_for_the_process_that_is_here(
    count, jobs, monkeypatch
):
    shares: list[int] = []

    @contextmanager
    def nobody(others, *_):
        shares.extend(len(part) for part in others)
        yield []

    monkeypatch.setattr("deckgen.layout.cores.helpers", nobody)
    desk = desk_on(placeholder("title", None, (5, 5, 90, 15)))
    slides = [slide()] * count
    with _benches(slides, desk, Work(jobs=jobs)) as (here,):
        sizes = [len(here._slides), *shares]
    assert sum(sizes) == count
    assert len(sizes) == min(jobs, count)
    assert max(shares, default=0) - min(shares, default=0) <= 1
    assert sizes[0] == max(sizes)
    assert sizes[0] <= 1 + 1.06 * count / len(sizes)


def test_a_page_without_a_title_is_called_by_one_above_the_slide():
    (page,) = build_pages("slides: [{body: Words and more words}]\n").pages
    (hidden,) = [item for item in page.items if isinstance(item, HiddenTitle)]
    assert page.layout.first(Role.TITLE) is None
    assert (hidden.text, hidden.placeholder.type) == ("Words and more words", "title")
    assert hidden.box.bottom < 0
    assert hidden.box.width > 0


WHOLE, INNER, AFTER = (SOURCE.span(start, stop) for start, stop in ((0, 20), (2, 8), (22, 24)))


@pytest.mark.parametrize(
    ("codes_given", "spans_told"),
    [
        ((codes.TEXT_OVERFLOW, codes.UNKNOWN_LAYOUT), [INNER]),
        ((codes.UNKNOWN_LAYOUT, codes.TEXT_OVERFLOW), [WHOLE, INNER]),
        ((codes.UNKNOWN_LAYOUT, codes.UNKNOWN_LAYOUT), [WHOLE, INNER]),
        ((codes.TEXT_OVERFLOW, codes.TEXT_OVERFLOW), [INNER]),
    ],
)
def test_that_something_is_too_high_is_not_told_beside_a_mistake_within_it(codes_given, spans_told):
    sink = Sink()
    pairs = zip(codes_given, (WHOLE, INNER), strict=True)
    _tell([diagnose(code, span, str(span)) for code, span in pairs], sink)
    assert [item.span for item in sink.sorted()] == spans_told


def test_what_is_too_high_is_told_where_no_mistake_is_within_it():
    sink = Sink()
    given = diagnose(codes.TEXT_OVERFLOW, WHOLE, "a"), diagnose(codes.UNKNOWN_LAYOUT, AFTER, "b")
    nowhere = diagnose(codes.TEXT_OVERFLOW, None, "c")
    _tell([*given, nowhere], sink)
    assert {item.message for item in sink.sorted()} == {"a", "b", "c"}
