"""A title that makes the text below it smaller fills its place, for few lines more."""

from __future__ import annotations

import pytest

from deckgen.geometry import Rect
from deckgen.layout.areas.room import Room
from deckgen.layout.titles.filling import brim_of, filled
from deckgen.layout.typeset.title_lines import TORN
from deckgen.records import replace
from deckgen.styles import LevelStyle, Spacing
from deckgen.units import ZERO, Centipoints, Emu, pt
from tests.support.desks import desk_on
from tests.support.packages import placeholder
from tests.unit.layout.test_titles import fit, title

INSETS = 'lIns="0" tIns="25400" rIns="0" bIns="12700"'
"""Two points above the text, and one below it."""
PLACE = desk_on(placeholder("title", None, (5, 10, 90, 20), body=INSETS)).template.layouts[0]
SLOT = PLACE.slots[0]
TOP, BOTTOM = SLOT.box.y, SLOT.box.bottom
ROOM = Room(pt(20), pt(300))


def rule(y: Emu, height: Emu = ZERO) -> Rect:
    return Rect(ZERO, y, pt(900), height)


def test_text_that_fills_a_bar_keeps_a_fiftieth_of_it_free_and_its_place_reaches_further():
    band = Room(pt(50), pt(150))
    assert brim_of(ROOM, band, SLOT, ()) == Room(pt(50 + 2 - 2), pt(150 - 2 + 1))
    assert brim_of(ROOM, Room(ZERO, pt(50)), SLOT, ()).top == ZERO


def test_text_without_a_bar_reaches_as_far_as_its_place_but_over_no_rule():
    assert brim_of(ROOM, None, SLOT, ()) == ROOM
    above, below = rule(TOP - pt(10), pt(1)), rule(BOTTOM + pt(10), pt(1))
    assert brim_of(ROOM, None, SLOT, (above, below)) == Room(TOP - pt(9 + 2), BOTTOM + pt(10 + 1))
    nearer = rule(TOP - pt(5), pt(1)), rule(BOTTOM + pt(5), pt(1))
    assert brim_of(ROOM, None, SLOT, (above, *nearer, below)) == brim_of(ROOM, None, SLOT, nearer)


def test_rules_beyond_its_room_do_not_widen_it():
    far = rule(pt(1)), rule(pt(400))
    assert brim_of(ROOM, None, SLOT, far) == ROOM


def test_a_rule_counts_that_touches_the_text_and_none_that_runs_through_it():
    content = SLOT.content
    assert brim_of(ROOM, None, SLOT, (rule(content.y),)).top == content.y - pt(2)
    assert brim_of(ROOM, None, SLOT, (rule(content.bottom),)).bottom == content.bottom + pt(1)
    assert brim_of(ROOM, None, SLOT, (rule(content.y + pt(1)),)) == ROOM


ONE = fit("words", title(points=20))
"""A title of 20 pt, in one line."""


def made(points, badness=0.0, lines=1):
    """Return the title in another size, as if it had so many lines that break so badly."""
    levels = tuple(level.sized(Centipoints(round(points * 100))) for level in ONE.levels)
    (paragraph,) = ONE.stack.paragraphs
    longer = replace(paragraph, lines=paragraph.lines * lines)
    stacked = replace(ONE.stack, paragraphs=(longer,))
    return replace(ONE, levels=levels, badness=badness, stack=stacked)


def found(tried, *, before=None, lead=30):
    """Return the size that is taken of those that a place holds, by their points."""

    def set_in(levels):
        size = levels[0].size.points
        badness, lines = tried.get(size, (None, 0))
        return None if badness is None else made(size, badness, lines)

    title = filled(before or made(20), Centipoints(round(lead * 100)), set_in)
    return title.levels[0].size.points


GOOD = (0.0, 1)


def test_whole_points_are_tried_down_from_where_a_title_leads():
    assert found({30: GOOD, 29: GOOD}) == 30
    assert found({30: GOOD, 29: GOOD}, lead=29.2) == 30
    assert found({31: GOOD, 29: GOOD}) == 29
    assert found({21: GOOD}) == 21
    assert found({20: GOOD, 19: GOOD}) == 20
    assert found({}) == 20


@pytest.mark.parametrize(("badness", "size"), [(0.5, 30), (TORN - 0.01, 30), (TORN, 20), (1, 20)])
def test_no_word_is_torn_for_size(badness, size):
    assert found({30: (badness, 1)}) == size


@pytest.mark.parametrize(
    ("before", "lines", "size"),
    [(1, 2, 30), (1, 3, 20), (2, 2, 30), (2, 3, 20), (3, 3, 30), (3, 4, 20)],
)
def test_a_title_has_two_lines_for_its_size_and_no_more_than_it_had(before, lines, size):
    assert found({30: (0.0, lines)}, before=made(20, lines=before)) == size


@pytest.mark.parametrize(("worse", "size"), [((0.3, 1), 24), ((0.0, 2), 24)])
def test_a_worse_break_or_one_more_line_has_to_be_worth_a_tenth_of_the_size(worse, size):
    assert found({27: worse, 24: GOOD}) == 27
    assert found({26: worse, 24: GOOD}) == size
    assert found({22: worse}) == 22
    assert found({21: worse}) == 20


def test_a_title_that_broke_badly_before_may_do_so_again():
    assert found({26: (0.3, 1), 25: GOOD}, before=made(20, 0.3)) == 26


def spacing(given):
    """Return the line spacing in which a title is tried that has another one."""
    tried: list[tuple[LevelStyle, ...]] = []
    levels = tuple(replace(level, line_spacing=given) for level in ONE.levels)
    filled(replace(ONE, levels=levels), Centipoints(5000), tried.append)
    return tried[0][0].line_spacing


@pytest.mark.parametrize(
    ("given", "tried"),
    [(Spacing(lines=1.0), 0.9), (Spacing(lines=0.9), 0.9), (Spacing(lines=0.8), 0.8)],
)
def test_lines_stand_closer_than_usual_but_no_closer_than_the_template_has_them(given, tried):
    assert spacing(given) == Spacing(lines=tried)
