"""Boxes grow to where there is room."""

from __future__ import annotations

import pytest

from deckgen.colors import Color
from deckgen.geometry import Rect, Size, largest_free, widest_gap
from deckgen.layout.areas.room import (
    Room,
    band_of,
    frame_of,
    grown,
    room_around,
    rules_around,
    within,
)
from deckgen.styles import Anchor
from deckgen.template.model import Panel
from deckgen.units import ZERO, Emu

SIZE = Size(Emu(1000), Emu(1000))


def rect(x: int, y: int, width: int, height: int) -> Rect:
    return Rect(Emu(x), Emu(y), Emu(width), Emu(height))


def test_the_room_ends_at_what_blocks_the_column():
    blocked = (rect(0, 0, 500, 200), rect(0, 800, 500, 50), rect(600, 450, 100, 10))
    assert room_around(rect(0, 400, 500, 100), blocked, SIZE) == Room(Emu(200), Emu(800))


def test_what_stands_beside_a_column_is_passed_over():
    beside, above = rect(600, 450, 100, 10), rect(0, 0, 500, 200)
    assert room_around(rect(0, 400, 500, 100), (beside, above), SIZE).top == 200


def test_the_room_ends_at_the_margins_else():
    assert room_around(rect(0, 400, 500, 100), (), SIZE) == Room(Emu(30), Emu(970))


@pytest.mark.parametrize(
    ("anchor", "top"), [(Anchor.TOP, 400), (Anchor.BOTTOM, 300), (Anchor.MIDDLE, 350)]
)
def test_a_box_grows_away_from_its_text(anchor, top):
    box = grown(rect(0, 400, 100, 100), Emu(200), anchor, Room(ZERO, Emu(1000)))
    assert (box.y, box.height) == (top, 200)


def test_a_box_grows_to_the_other_side_where_it_must():
    box = grown(rect(0, 400, 100, 100), Emu(200), Anchor.TOP, Room(ZERO, Emu(520)))
    assert (box.y, box.bottom) == (320, 520)


def test_a_box_is_cut_to_its_room():
    assert within(rect(0, 0, 100, 1000), Room(Emu(200), Emu(800))) == rect(0, 200, 100, 600)


def test_the_largest_free_part_meets_nothing():
    area = rect(0, 0, 1000, 1000)
    obstacles = [rect(0, 0, 1000, 100), rect(0, 600, 400, 400)]
    free = largest_free(area, obstacles)
    assert free == rect(400, 100, 600, 900)
    assert not any(free.overlaps(box) for box in obstacles)


def test_an_area_without_obstacles_is_free():
    area = rect(0, 0, 1000, 1000)
    assert largest_free(area, [rect(2000, 0, 10, 10)]) is area


def test_the_widest_gap_of_a_band_lies_between_what_is_in_it():
    band = rect(0, 0, 1000, 10)
    assert widest_gap(band, [rect(100, 0, 100, 50), rect(700, 0, 50, 5)]) == rect(200, 0, 500, 10)


BOX = rect(200, 400, 500, 100)


@pytest.mark.parametrize(
    ("other", "room"),
    [
        (rect(0, 100, 200, 50), (30, 970)),
        (rect(0, 100, 201, 50), (150, 970)),
        (rect(700, 100, 100, 50), (30, 970)),
        (rect(699, 100, 100, 50), (150, 970)),
        (rect(200, 400, 500, 50), (450, 970)),
        (rect(200, 400, 500, 51), (30, 970)),
        (rect(200, 449, 500, 80), (30, 970)),
        (rect(200, 450, 500, 80), (30, 450)),
    ],
)
def test_what_stands_in_the_column_of_a_box_and_not_across_its_middle_ends_its_room(other, room):
    assert room_around(BOX, (other,), SIZE) == Room(*map(Emu, room))


def test_the_room_of_a_box_beyond_the_margins_reaches_as_far_as_the_box():
    assert room_around(rect(0, 10, 100, 980), (), SIZE) == Room(Emu(10), Emu(990))


def panel(x, y, width, height, color="112233"):
    return Panel(rect(x, y, width, height), Color(color))


def test_a_box_stands_on_the_panel_that_holds_half_of_it_or_more():
    half, less = panel(0, 350, 1000, 100), panel(0, 350, 1000, 99)
    assert band_of(BOX, (half,), SIZE) == Room(Emu(350), Emu(450))
    assert band_of(BOX, (less,), SIZE) is None
    assert band_of(BOX, (), SIZE) is None


def test_of_several_panels_a_box_stands_on_the_uppermost():
    lower, upper = panel(0, 300, 1000, 300), panel(100, 380, 700, 140)
    assert band_of(BOX, (lower, upper), SIZE) == Room(Emu(380), Emu(520))
    assert band_of(BOX, (upper, lower), SIZE) == Room(Emu(300), Emu(600))


def test_a_panel_that_is_most_of_the_slide_is_no_bar():
    assert band_of(BOX, (panel(0, 0, 1000, 599),), SIZE) == Room(ZERO, Emu(599))
    assert band_of(BOX, (panel(0, 0, 1000, 600),), SIZE) is None


@pytest.mark.parametrize(
    ("rule", "around"),
    [
        (rect(0, 300, 1000, 2), True),
        (rect(0, 400, 1000, 2), True),
        (rect(0, 401, 1000, 2), False),
        (rect(0, 499, 1000, 2), False),
        (rect(0, 500, 1000, 2), True),
        (rect(0, 300, 200, 2), False),
        (rect(0, 300, 201, 2), True),
        (rect(700, 600, 100, 2), False),
    ],
)
def test_lines_are_around_a_content_that_share_its_width_and_do_not_cross_it(rule, around):
    assert rules_around(BOX, (rule,)) == ((rule,) if around else ())


@pytest.mark.parametrize(
    ("anchor", "height", "room", "found"),
    [
        (Anchor.TOP, 100, (0, 1000), (400, 100)),
        (Anchor.TOP, 90, (0, 1000), (400, 100)),
        (Anchor.TOP, 160, (350, 540), (380, 160)),
        (Anchor.TOP, 400, (350, 540), (350, 400)),
        (Anchor.BOTTOM, 160, (380, 1000), (380, 160)),
        (Anchor.MIDDLE, 160, (0, 510), (350, 160)),
        (Anchor.MIDDLE, 160, (390, 1000), (390, 160)),
        (Anchor.MIDDLE, 160, (0, 1000), (370, 160)),
        (Anchor.BOTTOM, 160, (450, 1000), (400, 160)),
        (Anchor.TOP, 160, (0, 450), (340, 160)),
    ],
)
def test_a_box_grows_as_far_as_its_room_and_over_its_lower_edge_beyond_that(
    anchor, height, room, found
):
    box = grown(BOX, Emu(height), anchor, Room(*map(Emu, room)))
    assert (box.y, box.height) == found
    assert (box.x, box.width) == (200, 500)


def test_what_lies_outside_of_its_room_has_no_height():
    assert within(BOX, Room(Emu(600), Emu(900))).height == 0


def outline(x, y, width, height):
    return Panel(rect(x, y, width, height), None)


def test_a_frame_that_is_made_for_a_box_holds_it():
    assert frame_of(BOX, (outline(150, 380, 600, 140),), SIZE) == Room(Emu(380), Emu(520))
    assert frame_of(BOX, (outline(200, 400, 500, 100),), SIZE) == Room(Emu(400), Emu(500))
    assert frame_of(BOX, (outline(201, 380, 600, 140),), SIZE) is None
    assert frame_of(BOX, (outline(150, 0, 600, 1000),), SIZE) is None
    assert frame_of(BOX, (), SIZE) is None


def test_a_frame_around_most_of_the_slide_is_not_made_for_a_box():
    high = rect(0, 100, 1000, 590)
    assert frame_of(high, (outline(0, 100, 1000, 599),), SIZE) == Room(Emu(100), Emu(699))
    assert frame_of(high, (outline(0, 100, 1000, 600),), SIZE) is None


def test_a_bar_holds_a_box_that_no_frame_holds():
    bar = panel(0, 350, 1000, 200)
    assert frame_of(BOX, (bar,), SIZE) == Room(Emu(350), Emu(550))
    assert frame_of(BOX, (bar, outline(150, 380, 600, 140)), SIZE) == Room(Emu(380), Emu(520))
