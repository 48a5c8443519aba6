"""Boxes grow to where there is room."""

from __future__ import annotations

import pytest

from deckgen.geometry import Rect, Size, largest_free, widest_gap
from deckgen.layout.areas.room import Room, grown, room_around, within
from deckgen.styles import Anchor
from deckgen.units import ZERO, Emu

SIZE = Size(Emu(1000), Emu(1000))


def rect(x: int, y: int, width: int, height: int) -> Rect:
    return Rect(Emu(x), Emu(y), Emu(width), Emu(height))


def test_the_room_ends_at_what_blocks_the_column():
    blocked = (rect(0, 0, 500, 200), rect(0, 800, 500, 50), rect(600, 450, 100, 10))
    assert room_around(rect(0, 400, 500, 100), blocked, SIZE) == Room(Emu(200), Emu(800))


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
    assert all(free.intersection(box).area == 0 for box in obstacles)


def test_an_area_without_obstacles_is_free():
    area = rect(0, 0, 1000, 1000)
    assert largest_free(area, [rect(2000, 0, 10, 10)]) is area


def test_the_widest_gap_of_a_band_lies_between_what_is_in_it():
    band = rect(0, 0, 1000, 10)
    assert widest_gap(band, [rect(100, 0, 100, 50), rect(700, 0, 50, 5)]) == rect(200, 0, 500, 10)
