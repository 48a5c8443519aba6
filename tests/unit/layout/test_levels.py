"""Levels can be told apart and seen on whatever template."""

from __future__ import annotations

from itertools import pairwise

from deckgen.colors import Color
from deckgen.layout.typeset.levels import graded, visible
from deckgen.records import replace
from deckgen.styles import Bullet, BulletKind, LevelStyle
from deckgen.template.model import Theme
from deckgen.units import ZERO, Centipoints, Emu, pt

BLACK, WHITE = Color("000000", "tx1"), Color("FFFFFF", "bg1")
THEME = Theme({"tx1": BLACK, "bg1": WHITE}, "Arial", "Arial")
STYLE = LevelStyle(Centipoints(2000), "Arial", "Meiryo", "Arial", BLACK)
DOT = Bullet(BulletKind.CHARACTER, "•")


def hanging(margin: Emu, size: int = 2000) -> LevelStyle:
    return replace(STYLE, size=Centipoints(size), margin_left=margin, indent=-pt(18), bullet=DOT)


def test_levels_that_are_in_order_stay_the_same_objects():
    levels = tuple(hanging(pt(18) * n, 2000 - 200 * n) for n in range(1, 6))
    assert graded(levels) is levels


def test_levels_in_one_place_are_set_further_in():
    made = graded((STYLE,) * 4)
    starts = [level.margin_left for level in made[1:]]
    assert all(one < other for one, other in pairwise([ZERO, *starts]))


def test_no_level_is_larger_than_the_one_above_it():
    made = graded((hanging(pt(18)), hanging(pt(36), 4000), hanging(pt(54), 1800)))
    assert [level.size for level in made] == [2000, 2000, 1800]


def test_a_level_far_away_comes_near():
    made = graded((hanging(pt(18)), hanging(pt(400))))
    assert made[1].margin_left == pt(36)


def test_text_of_the_colour_of_its_ground_is_made_visible():
    (made,) = visible((replace(STYLE, color=WHITE),), (WHITE,), THEME)
    assert made.color == BLACK


def test_text_that_is_read_keeps_its_colour():
    grey = (replace(STYLE, color=Color("666666")),)
    assert visible(grey, (WHITE,), THEME) is grey


def test_pale_text_gives_way_to_the_themes():
    (made,) = visible((replace(STYLE, color=Color("AAAAAA")),), (WHITE,), THEME)
    assert made.color == BLACK


def test_large_text_may_be_paler_if_it_stays_large():
    pale = Color("8A8A8A")
    title, text = (replace(STYLE, size=Centipoints(size), color=pale) for size in (4400, 2600))
    large, small = visible((title, text), (WHITE,), THEME)
    assert (large.color, small.color) == (pale, BLACK)


def test_text_is_read_on_all_shades_behind_it():
    (made,) = visible((STYLE,), (Color("101010"), Color("505050")), THEME)
    assert made.color == WHITE
