"""The largest of several sizes that is accepted is found, in as few steps as may be."""

import pytest

from deckgen.geometry import Size
from deckgen.layout.typeset.fitting import (
    bisected,
    body_floor,
    body_steps,
    largest,
    largest_or_last,
    led_levels,
    leveled,
    line_room,
    scaled,
    small_floor,
    steps,
    title_floor,
)
from deckgen.records import replace
from deckgen.styles import Spacing
from deckgen.units import Centipoints, Emu, inch, pt
from tests.support.desks import desk_on
from tests.support.packages import placeholder


@pytest.mark.parametrize("limit", range(12, 30))
def test_the_largest_that_passes_is_found(limit):
    sizes = range(28, 11, -1)
    assert bisected(sizes, lambda size: size <= limit) == min(28, limit)


def test_nothing_is_found_where_nothing_passes():
    assert bisected([3, 2, 1], lambda _: False) is None


def test_one_size_is_tried_once():
    assert bisected([3], lambda size: size == 3) == 3
    assert bisected([3, 2], lambda size: size == 2) == 2


def test_few_are_tried():
    tried = []

    def passes(size):
        tried.append(size)
        return size <= 17

    bisected(range(1000, 0, -1), passes)
    assert len(tried) < 15


def is_even(size):
    return size % 2 == 0


def is_small(size):
    return size < 8


@pytest.mark.parametrize(
    ("sizes", "accepted", "found"),
    [
        ([9, 8, 7, 6], (is_even,), 8),
        ([9, 7, 5], (is_even,), None),
        ([9, 7, 6, 4], (is_even, is_small), 6),
        ([9, 7, 5], (is_even, is_small), 7),
        ([], (is_even,), None),
        ([9, 7, 5, 3], (is_even, is_small), 7),
        ([9, 11, 7], (is_even, is_small, bool), 7),
        ([9, 11], (is_even, is_small, bool), 9),
    ],
)
def test_the_most_wanted_condition_comes_before_size(sizes, accepted, found):
    assert largest(sizes, *accepted) == found


def test_nothing_smaller_is_tried_than_what_is_most_wanted():
    assert largest(iter([9, 8, 7]), is_even) == 8
    sizes = iter([9, 8, 7])
    largest(sizes, is_even)
    assert [*sizes] == [7]


def test_the_smallest_is_taken_where_nothing_is_accepted():
    assert largest_or_last([9, 7, 5], is_even) == 5
    assert largest_or_last([9, 8, 5], is_even) == 8


@pytest.mark.parametrize(
    ("width", "height", "share"),
    [(10, 7.5, 1), (13.333, 7.5, 1), (10, 5.625, 0.75), (13.333, 13.333, 4 / 3), (7.5, 10, 0.75)],
    ids=["usual", "wide", "small", "square", "upright"],
)
def test_text_is_read_on_a_slide_by_what_of_it_fits_a_screen(width, height, share):
    slide = Size(inch(width), inch(height))
    floors = [floor(slide) for floor in (body_floor, title_floor, small_floor)]
    assert floors == [pytest.approx(size * share, abs=25) for size in (1400, 1600, 800)]


@pytest.mark.parametrize(
    ("points", "least"),
    [(14, 14), (16, 14), (20, 16), (24, 19), (29, 20), (34, 20), (40, 20), (56, 22), (70, 21)],
)
def test_large_bodies_may_become_smaller_than_others_as_long_as_they_are_read_with_ease(
    points, least
):
    desk = desk_on(placeholder("body", 1, (5, 25, 90, 65), style=sized(points)))
    made = desk.template.layouts[0]
    context = desk.context(made, "en", made.slots[0])
    tried = [levels[0].size for levels in steps(context.levels, body_steps(context), context.floor)]
    assert tried == sorted(set(tried), reverse=True)
    assert (tried[0].points, int(tried[-1].points)) == (points, least)


def test_paragraphs_of_smaller_text_stand_as_far_apart_in_em_as_before():
    desk = desk_on(placeholder("body", 1, (5, 25, 90, 65), style=sized(20)))
    own = replace(
        desk.template.layouts[0].slots[0].levels[0],
        space_before=Spacing(exact=pt(10)),
        space_after=Spacing(lines=0.5),
    )
    (smaller,) = scaled((own,), 0.8, Centipoints(1000))
    assert smaller.size.points == 16
    assert (smaller.space_before, smaller.space_after) == (Spacing(exact=pt(8)), own.space_after)
    (least,) = scaled((own,), 0.5, Centipoints(1800))
    assert (least.size.points, least.space_before) == (18, Spacing(exact=pt(9)))
    assert scaled((own,), 1.0, Centipoints(1000)) == (own,)


def test_lines_in_a_placeholder_are_not_as_wide_as_it_is_to_a_hair():
    assert [line_room(width) for width in (pt(90), Emu(360), Emu(1))] == [pt(90) - 360, 360, 360]


def sized(points):
    return f'<a:lvl1pPr><a:defRPr sz="{points * 100}"/></a:lvl1pPr>'


def test_body_text_that_is_not_to_shrink_is_tried_in_one_size():
    desk = desk_on(placeholder("body", 1, (5, 25, 90, 65), style=sized(40)))
    made = desk.template.layouts[0]
    assert body_steps(desk.context(made, "en", made.slots[0], shrinks=False)) == (1.0,)


@pytest.mark.parametrize(
    ("most", "own", "tried"),
    [
        (24, 24, (1, 0.9, 0.8)),
        (22, 22, (1, 0.9)),
        (21, 21, (1, 0.9)),
        (19, 19, (1,)),
        (9, 14, (1,)),
    ],
)
def test_text_that_is_leveled_is_tried_in_no_smaller_sizes_than_without(most, own, tried):
    desk = desk_on(placeholder("body", 1, (5, 25, 90, 65), style=sized(24)))
    made = desk.template.layouts[0]
    context = leveled(desk.context(made, "en", made.slots[0]), Centipoints(most * 100))
    assert (context.text.size.points, context.steps) == (own, tried)


@pytest.mark.parametrize(("first", "sizes"), [(23, [23, 18]), (22.9, [23, 23])])
def test_a_title_that_is_just_as_much_larger_than_its_text_as_it_has_to_be_stays(first, sizes):
    desk = desk_on(placeholder("body", 1, (5, 25, 90, 65)))
    level = desk.template.layouts[0].slots[0].levels[0]
    levels = tuple(level.sized(Centipoints(round(size * 100))) for size in (first, 18))
    assert [each.size.points for each in led_levels(levels, Centipoints(2000))] == sizes
