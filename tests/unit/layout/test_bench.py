"""A bench lays out a run of slides, in the sizes of their sections where that changes no page."""

from __future__ import annotations

import pytest

from deckgen import codes
from deckgen.diagnostics import diagnose
from deckgen.geometry import Rect
from deckgen.layout.bench import Bench
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
    found = Bench([own.slide], DESK).plan_within(own, Centipoints(1800))
    assert found is (smaller if follows else own)
    assert sizes == [1800]
