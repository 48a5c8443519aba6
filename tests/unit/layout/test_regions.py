"""Regions: below titles that grow, and beside one another."""

from __future__ import annotations

from typing import Any

import pytest

from deckgen.geometry import Rect
from deckgen.layout.areas.regions import Region, column_regions, halves
from deckgen.layout.desk import Desk
from deckgen.template.model import Role
from deckgen.units import Emu
from tests.support.desks import TYPESETTER, desk_on, slide, template_of
from tests.support.packages import layout, placeholder, shape


def rect(x, y, width, height):
    return Rect(Emu(x), Emu(y), Emu(width), Emu(height))


SLOT: Any = object()


def region(box: Rect, slot: Any = SLOT) -> Region:
    nothing: Any = None  # neither layout nor context is looked at
    return Region(layout=nothing, box=box, slot=slot, context=nothing)


def test_region_below_a_title_starts_where_the_title_ends_and_ends_where_it_did():
    lowered = region(rect(10, 100, 500, 300)).below(Emu(140))
    assert lowered.box == rect(10, 140, 500, 260)
    assert lowered.whole == rect(10, 100, 500, 300)


def test_region_below_a_title_that_ends_above_it_stays():
    assert region(rect(10, 100, 500, 300)).below(Emu(80)).box == rect(10, 100, 500, 300)


def test_region_below_a_title_that_covers_it_has_no_height():
    assert region(rect(10, 100, 500, 300)).below(Emu(900)).box.height == 0


def test_region_below_a_title_that_became_smaller_rises_again():
    lowered = region(rect(10, 100, 500, 300)).below(Emu(140))
    assert lowered.retitled(Emu(110)).box == rect(10, 110, 500, 290)


def test_region_that_no_title_stands_above_is_not_lowered():
    beside = region(rect(10, 100, 500, 300))
    assert beside.retitled(Emu(140)) is beside


def test_halves_stand_beside_one_another_and_that_for_text_keeps_the_slot():
    left, right = halves(region(rect(0, 0, 1000, 500)), text_first=True)
    assert (left.box.x, right.box.right) == (0, 1000)
    assert left.box.width == right.box.width
    assert right.box.x - left.box.right == 40
    assert (left.slot, right.slot) == (SLOT, None)
    left, right = halves(region(rect(0, 0, 1000, 500)), text_first=False)
    assert (left.slot, right.slot) == (None, SLOT)


@pytest.mark.parametrize("text_first", [True, False])
def test_the_column_for_text_may_be_wider_than_the_other(text_first):
    columns = halves(region(rect(0, 0, 1000, 500)), text_first, text=3.0)
    assert [column.box.width for column in columns] == ([720, 240] if text_first else [240, 720])


def test_halves_of_a_lowered_region_are_lowered_alike():
    lowered = region(rect(0, 100, 1000, 500)).below(Emu(150))
    for half in halves(lowered, text_first=True):
        assert half.retitled(Emu(120)).box.y == 120
        assert half.retitled(Emu(120)).box.width == half.box.width


def test_region_that_is_not_wide_enough_has_no_halves():
    assert halves(region(rect(0, 0, 599, 500)), text_first=True) == ()
    assert len(halves(region(rect(0, 0, 600, 500)), text_first=True)) == 2


def test_a_title_is_beside_a_region_where_it_shares_no_part_of_its_width():
    right_of = region(rect(300, 0, 700, 500))
    assert right_of.is_beside(rect(100, 0, 200, 100))
    assert not right_of.is_beside(rect(100, 0, 201, 100))
    assert right_of.is_beside(rect(1000, 0, 50, 100))
    assert not right_of.is_beside(rect(999, 0, 50, 100))


def test_columns_start_at_one_height_though_one_of_them_was_lowered():
    def tops(left: float, right: float, *drawn: str) -> set[int]:
        columns = (
            placeholder("body", 1, (5, left, 40, 60)),
            placeholder("body", 2, (55, right, 40, 60)),
        )
        desk = desk_on(placeholder("title", None, (5, 5, 90, 15)), *columns, *drawn, kind="twoObj")
        layout = desk.template.layouts[0]
        return {each.box.y for each in column_regions(slide().around, layout, desk)}

    rule = shape((50, 24, 45, 5))
    assert len(tops(25, 25)) == 1
    assert min(tops(25, 25, rule)) > min(tops(25, 25))
    assert len(tops(25, 25, rule)) == 1
    assert len(tops(25, 32)) == 2  # as the template has them


@pytest.mark.parametrize(
    ("title", "top", "more", "follows"),
    [
        ((5, 5, 90, 12), 30, (), True),
        ((5, 5, 90, 12), 20.5, (), False),  # hardly seen
        ((5, 5, 90, 20), 30, (), False),  # titles of their own
        ((5, 5, 90, 12), 30, (shape((0, 24, 100, 2)),), False),
        ((5, 5, 90, 12), 15, (), False),  # higher as it is
    ],
)
def test_columns_start_as_high_as_text_on_other_pages_where_titles_are_the_same(
    title, top, more, follows
):
    text = placeholder("body", 1, (5, 20, 90, 70))
    columns = [placeholder(None, n + 1, (5 + 46 * n, top, 44, 90 - top)) for n in (0, 1)]
    made = template_of(
        layout(placeholder("title", None, (5, 5, 90, 12)), text, name="Content", kind="obj"),
        layout(placeholder("title", None, title), *more, *columns, name="Two", kind="twoObj"),
    )
    content, two = made.layouts
    desk = Desk(made, TYPESETTER)
    found = {each.box.y for each in column_regions(slide().around, two, desk)}
    own = {each.content.y for each in two.of_role(Role.BODY)}
    usual = {each.content.y for each in content.of_role(Role.BODY)}
    assert found == (usual if follows else own)
