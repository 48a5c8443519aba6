"""A bench lays out a run of slides, in the sizes of their sections where that changes no page."""

from __future__ import annotations

import pytest

from deckgen import codes
from deckgen.diagnostics import diagnose
from deckgen.geometry import Rect
from deckgen.layout.bench import Bench
from deckgen.layout.desk import Largest
from deckgen.layout.plan.model import Plan, PlannedPage
from deckgen.pages import HiddenTitle
from deckgen.records import replace
from deckgen.template.model import Placeholder
from deckgen.units import ZERO, Centipoints
from tests.support.desks import desk_on, slide
from tests.support.packages import placeholder

DESK = desk_on(placeholder("title", None, (5, 5, 90, 15)))
PAGE = PlannedPage(DESK.template.layouts[0])
TITLED = HiddenTitle(Rect(ZERO, ZERO, ZERO, ZERO), "Words", Placeholder("title", 0))
OTHER = replace(PAGE, items=(TITLED,))
ELSEWHERE = replace(PAGE, layout=replace(PAGE.layout, part="another"))
TOLD = diagnose(codes.TEXT_OVERFLOW, None, "something is too high")


def plan(*pages, told=()):
    return Plan(slide(), pages, diagnostics=told)


@pytest.mark.parametrize(
    ("own", "smaller", "follows"),
    [
        (plan(PAGE), plan(PAGE), True),
        (plan(PAGE), plan(OTHER), False),
        (plan(PAGE), plan(ELSEWHERE), False),
        (plan(PAGE), plan(PAGE, told=(TOLD,)), False),
        (plan(PAGE, PAGE), plan(OTHER), True),
        (plan(PAGE), plan(PAGE, PAGE), False),
        (plan(PAGE), plan(), False),
    ],
    ids=[
        "alike",
        "other items",
        "another layout",
        "something to say",
        "fewer pages",
        "more pages",
        "no page",
    ],
)
def test_a_slide_follows_its_section_where_it_looks_the_same_or_takes_fewer_pages(
    own, smaller, follows, monkeypatch
):
    sizes = []

    def planned(_slide, desk):
        sizes.append(desk.largest.text)
        return smaller

    monkeypatch.setattr("deckgen.layout.bench.plan_slide", planned)
    found = Bench([own.slide], DESK).plan_within(own, Largest(Centipoints(1800)))
    assert found is (smaller if follows else own)
    assert sizes == [1800]


@pytest.mark.parametrize(
    ("own", "smaller", "follows"),
    [
        (plan(PAGE), plan(OTHER), True),
        (plan(PAGE), plan(ELSEWHERE), True),
        (plan(PAGE, PAGE), plan(PAGE), True),
        (plan(PAGE, told=(TOLD,)), plan(PAGE, told=(TOLD,)), True),
        (plan(PAGE), plan(PAGE, told=(TOLD,)), False),
        (plan(PAGE), plan(PAGE, PAGE), False),
        (plan(PAGE), plan(), False),
    ],
)
def test_a_title_follows_those_of_its_deck_where_that_takes_no_more_pages(
    own, smaller, follows, monkeypatch
):
    monkeypatch.setattr("deckgen.layout.bench.plan_slide", lambda _slide, _desk: smaller)
    found = Bench([own.slide], DESK).plan_within(own, Largest(title=Centipoints(3000)))
    assert found == (replace(smaller, title_most=3000) if follows else own)


def test_text_is_smaller_below_the_title_that_its_deck_settles(monkeypatch):
    asked = []

    def planned(_slide, desk):
        asked.append(desk.largest)
        return plan(PAGE)

    monkeypatch.setattr("deckgen.layout.bench.plan_slide", planned)
    largest = Largest(Centipoints(1800), Centipoints(3000))
    found = Bench([slide()], DESK).plan_within(plan(PAGE), largest)
    assert asked == [Largest(title=Centipoints(3000)), largest]
    assert found.title_most == 3000
