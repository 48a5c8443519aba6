"""What a build shows appears in a step, wherever it is laid out, and a pause moves nothing."""

from __future__ import annotations

import pytest

import deckgen.resolve.builds
import deckgen.resolve.slides
from deckgen.deck import Appearing
from deckgen.layout.place.builds import Clicks, with_steps
from deckgen.pages import HiddenTitle, ItemGroup, TextFrame, single_items
from deckgen.records import replace
from deckgen.resolve.builds import with_build
from deckgen.template.model import Role
from tests.support.building import build_pages, open_deck, place
from tests.support.cases import all_cases

THERE = {Role.TITLE, Role.SUBTITLE, Role.FOOTER, Role.DATE, Role.NUMBER}
AROUND = {"Footnotes", "Timeline", "Background", "Diagram"}
"""What is no content of its own: small print, lines of events, participants of a sequence."""
CASES = [case for case in all_cases() if case.area == "blocks" and not case.fails("corporate")]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_all_content_of_a_slide_that_is_built_appears_in_a_step(case, monkeypatch):
    def built(slide, part):
        return with_build(slide, replace(part, build=True))

    monkeypatch.setattr(deckgen.resolve.slides, "appears_later", lambda _: True)
    monkeypatch.setattr(deckgen.resolve.builds, "with_build", built)
    pages = place(open_deck(case.text)).pages
    assert pages is not None
    for page in pages.pages:
        shown = {each.item for step in page.steps for each in step.shown}
        missing = [item for n, item in enumerate(page.items) if n not in shown]
        assert [item for item in missing if not is_there(item)] == []


def is_there(item):
    """Tell whether an item is there from the start in any build."""
    if isinstance(item, TextFrame) and item.slot is not None:
        return item.slot.role in THERE
    return isinstance(item, HiddenTitle) or item.name in AROUND


def boxes(text: str):
    return [[item.box for item in single_items(page.items)] for page in build_pages(text).pages]


@pytest.mark.parametrize("between", [". . .", "\\pause"])
def test_a_pause_between_paragraphs_moves_nothing(between):
    text = "slides:\n  - title: T\n    body: |\n      - one\n\n{}      - two\n"
    assert boxes(text.format(f"      {between}\n\n")) == boxes(text.format(""))


def test_paragraphs_of_one_place_are_known_by_their_words():
    (page,) = build_pages('slides:\n  - {title: T, build: true, body: "one\\n\\ntwo"}').pages
    assert [step.shown[0].paragraphs for step in page.steps] == [(0,), (1,)]


def test_a_table_that_is_built_by_row_covers_what_it_covers_whole():
    rows = "rows: [[a, b], [c, d], [e, f], [g, h]]"
    whole, built = (
        [item for item in build_pages(text).pages[0].items if item.name == "Table"]
        for text in (
            f"slides:\n  - {{title: T, table: {{{rows}}}}}",
            f"slides:\n  - {{title: T, table: {{{rows}, build: true}}}}",
        )
    )
    assert [table.box.y for table in built[1:]] == [table.box.bottom for table in built[:-1]]
    assert (built[0].box.y, built[-1].box.bottom) == (whole[0].box.y, whole[0].box.bottom)
    said = [cell.paragraphs[0].text for table in built for row in table.rows for cell in row.cells]
    assert said == list("abcdefgh")
    assert [table.header for table in built] == [True, False, False, False]
    assert [table.bands for table in built] == [True, True, False, True]


def test_nothing_is_known_of_what_is_written_nowhere():
    assert Clicks(()).of(None) is None


PAGE = build_pages('slides:\n  - {title: T, body: "one\\n\\ntwo"}').pages[0]


def steps(number, *clicks, is_built=False):
    """Return which paragraphs appear with each click of a page that is one of several."""
    frame = next(item for item in PAGE.items if isinstance(item, TextFrame) and "one" in item.text)
    build = [
        Appearing(each.span, each.text, click, is_built)
        for each, click in zip(frame.paragraphs, clicks, strict=True)
        if each.span
    ]
    (page,) = with_steps([replace(PAGE, number=number)], build)
    return [[each.paragraphs for each in step.shown] for step in page.steps]


@pytest.mark.parametrize("number", [1, 2])
def test_what_appears_with_no_click_is_there_from_the_start(number):
    assert steps(number, 0, 1) == [[(1,)]]
    assert steps(number, 0, 1, is_built=True) == [[(1,)]]


def test_what_a_pause_keeps_back_is_there_at_once_where_a_further_page_starts_with_it():
    assert steps(1, 2, 3) == [[(0,)], [(1,)]]
    assert steps(2, 2, 3) == [[(1,)]]


def test_parts_of_a_build_appear_one_by_one_on_any_page():
    assert steps(1, 2, 3, is_built=True) == steps(2, 2, 3, is_built=True) == [[(0,)], [(1,)]]


def test_a_group_without_a_click_of_its_own_appears_with_the_first_thing_in_it_that_has_one():
    said = next(item for item in PAGE.items if isinstance(item, TextFrame) and item.span)
    silent = replace(said, span=None)
    assert said.span
    clicks = Clicks([Appearing(said.span, "", 4, is_built=False)])
    assert clicks.of_item(ItemGroup((silent, said), "", "Group")) == 4
    assert clicks.of_item(ItemGroup((silent, ItemGroup((said,), "", "Inner")), "", "Group")) == 4
    assert clicks.of_item(ItemGroup((silent,), "", "Group")) is None
    assert clicks.of_item(ItemGroup((silent,), "", "Group", said.span)) == 4
