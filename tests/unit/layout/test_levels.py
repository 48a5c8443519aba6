"""Levels can be told apart and seen on whatever template."""

from __future__ import annotations

from itertools import pairwise

import pytest

from deckgen.colors import Color
from deckgen.layout.typeset.levels import (
    graded,
    led,
    nested,
    raised,
    turned,
    visible,
    with_seen_bullets,
)
from deckgen.records import replace
from deckgen.styles import NO_SPACE, Align, Bullet, BulletKind, LevelStyle, Spacing
from deckgen.template.model import Role, Theme
from deckgen.units import ZERO, Centipoints, Emu, pt
from tests.support.desks import desk_on
from tests.support.packages import background, placeholder

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


def spaced(size: int, before: Spacing, after: Spacing) -> LevelStyle:
    return replace(STYLE, size=Centipoints(size), space_before=before, space_after=after)


def gaps(levels: tuple[LevelStyle, ...], *depths: int) -> list[Emu]:
    return [
        levels[above].space_after.of(levels[above].size)
        + levels[below].space_before.of(levels[below].size)
        for above, below in pairwise(depths)
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((10, 5, 5), (0, 0, 0)),
        ((10, 8, 6), (4, 4, 4)),
        ((5, 5, 5), (0, 0, 0)),
        ((6, 4, 2), (0, 1, 2)),
    ],
)
def test_levels_stay_whose_items_are_nearer_the_deeper_they_are(before, after):
    levels = tuple(
        spaced(2000, Spacing(exact=pt(above)), Spacing(exact=pt(below)))
        for above, below in zip(before, after, strict=True)
    )
    assert nested(levels) is levels


def test_space_below_an_item_does_not_part_it_from_what_belongs_to_it():
    below = Spacing(exact=pt(18))
    levels = (spaced(2800, NO_SPACE, below), *(spaced(2000, NO_SPACE, NO_SPACE),) * 2)
    made = nested(levels)
    assert gaps(levels, 0, 1, 1, 0, 0) == [pt(18), 0, 0, pt(18)]
    assert gaps(made, 0, 1, 1, 0, 0) == [0, 0, pt(18), pt(18)]


def test_deeper_items_are_no_farther_apart_than_those_above_them():
    levels = (
        spaced(1800, NO_SPACE, NO_SPACE),
        *(spaced(1400, Spacing(exact=pt(16)), NO_SPACE),) * 7,
        spaced(1400, Spacing(exact=pt(16)), Spacing(exact=pt(16))),
    )
    assert set(gaps(nested(levels), 0, 1, 2, 1, 0, 8, 0)) == {0}


def test_space_in_lines_stays_so():
    levels = (
        spaced(2000, Spacing(lines=0.5), Spacing(lines=0.2)),
        spaced(1800, NO_SPACE, NO_SPACE),
    )
    assert nested(levels)[0].space_before == Spacing(lines=0.7)


def test_text_of_the_colour_of_its_ground_is_made_visible():
    (made,) = visible((replace(STYLE, color=WHITE),), (WHITE,), THEME)
    assert made.color == BLACK


def test_text_that_is_read_keeps_its_colour():
    grey = (replace(STYLE, color=Color("666666")),)
    assert visible(grey, (WHITE,), THEME) is grey


def test_pale_text_gives_way_to_the_themes():
    (made,) = visible((replace(STYLE, color=Color("AAAAAA")),), (WHITE,), THEME)
    assert made.color == BLACK


def test_white_letters_with_an_outline_are_not_quite_white_as_hollow_ones_are_drawn_black():
    outlined = replace(STYLE, color=WHITE, outlined=True)
    (made,) = visible((outlined,), (BLACK,), THEME)
    assert made.color == Color("FEFEFE")


@pytest.mark.parametrize(
    "style",
    [replace(STYLE, color=WHITE), replace(STYLE, color=Color("FAFAFA"), outlined=True)],
    ids=["white", "outlined"],
)
def test_letters_that_are_white_or_outlined_alone_keep_their_colour(style):
    assert visible((style,), (BLACK,), THEME) == (style,)


def test_large_text_may_be_paler_if_it_stays_large():
    pale = Color("8A8A8A")
    title, text = (replace(STYLE, size=Centipoints(size), color=pale) for size in (4400, 2600))
    large, small = visible((title, text), (WHITE,), THEME)
    assert (large.color, small.color) == (pale, BLACK)


def test_levels_of_one_colour_that_are_used_together_have_one_colour():
    pale, red = Color("8A8A8A"), Color("AA0000")
    sizes = (Centipoints(4400), Centipoints(2600))
    first, second = (replace(STYLE, size=size, color=pale) for size in sizes)
    third = replace(STYLE, color=red)
    made = visible((first, second, third), (WHITE,), THEME, together=3)
    assert [level.color for level in made] == [BLACK, BLACK, red]


def test_levels_that_are_seldom_seen_do_not_decide_the_colour_of_the_first():
    pale = Color("8A8A8A")
    large, small = (replace(STYLE, size=Centipoints(size), color=pale) for size in (4400, 1800))
    made = visible((large, large, large, small), (WHITE,), THEME, together=3)
    assert [level.color for level in made] == [pale, pale, pale, BLACK]


@pytest.mark.parametrize(
    ("letters", "ground", "points", "kept"),
    [
        ("FFFFFF", "E93C42", 24, True),
        ("FFFFFF", "E93C42", 23, False),
        ("FFFFFF", "4F81BD", 24, True),
        ("FFFFFF", "F07F09", 24, False),
        ("FFFFFF", "5BA0D5", 24, False),
        ("FFFFFF", "808080", 24, False),
        ("101010", "946743", 24, False),
    ],
    ids=["4.1, black 5.2", "small", "4.0, black 5.2", "2.7", "2.8", "grey", "dark 3.9, white 4.9"],
)
def test_large_light_letters_stay_on_a_colour_on_which_dark_ones_show_hardly_more(
    letters, ground, points, kept
):
    given = Color(letters)
    style = replace(STYLE, color=given, size=Centipoints(points * 100))
    (made,) = visible((style,), (Color(ground),), THEME)
    assert (made.color == given) is kept


def test_text_is_read_on_all_shades_behind_it():
    (made,) = visible((STYLE,), (Color("101010"), Color("505050")), THEME)
    assert made.color == WHITE


@pytest.mark.parametrize(
    ("step", "kept"), [(4, False), (5, True), (20, True), (80, True), (81, False)]
)
def test_a_level_is_from_a_quarter_of_an_em_to_four_ems_further_in(step, kept):
    """An em is 20 pt here."""
    levels = (hanging(pt(18)), hanging(pt(18 + step)))
    assert (graded(levels) is levels) is kept
    if not kept:
        assert graded(levels)[1].margin_left == pt(36)


def test_items_without_an_indent_are_taken_to_hang_by_a_little_more_than_an_em():
    flat = replace(STYLE, margin_left=pt(10), indent=pt(2))
    made = graded((flat, flat))
    assert made[1].margin_left == pt(10 + 2 + 24 + 24)
    assert made[1].indent == -pt(24)


def test_a_level_that_is_set_further_in_has_the_bullet_above_if_it_has_none():
    above, below = hanging(pt(18)), replace(hanging(pt(18)), bullet=Bullet())
    assert graded((above, below))[1].bullet == DOT
    dash = replace(below, bullet=Bullet(BulletKind.CHARACTER, "-"))
    assert graded((above, dash))[1].bullet.text == "-"


def test_a_level_as_large_as_the_one_above_it_stays():
    levels = (hanging(pt(18)), hanging(pt(40)))
    assert graded(levels) is levels


@pytest.mark.parametrize(("given", "lines"), [(0.7, 0.85), (0.84, 0.85), (0.85, 0.85), (1.0, 1.0)])
def test_lines_do_not_run_into_one_another(given, lines):
    (made,) = led((replace(STYLE, line_spacing=Spacing(lines=given)),))
    assert made.line_spacing.lines == lines


def test_lines_at_an_exact_distance_do_not_either():
    close, apart = (replace(STYLE, line_spacing=Spacing(exact=pt(n))) for n in (18, 21))
    assert led((close, apart)) == (replace(STYLE, line_spacing=Spacing(lines=0.85)), apart)
    levels = (apart,)
    assert led(levels) is levels


def test_levels_are_raised_with_the_first_to_the_least_size():
    levels = tuple(replace(STYLE, size=Centipoints(size)) for size in (1000, 800, 1600))
    assert [level.size for level in raised(levels, Centipoints(1500))] == [1500, 1200, 2400]
    assert raised(levels, Centipoints(1000)) is levels


@pytest.mark.parametrize(("rgb", "kept"), [("FF0000", True), ("FFCCCC", False)])
def test_bullets_that_hardly_show_have_the_color_of_the_text(rgb, kept):
    level = replace(STYLE, bullet=replace(DOT, color=Color(rgb)))
    (made,) = with_seen_bullets((level,), (WHITE,))
    assert (made.bullet.color is not None) is kept
    plain = (replace(STYLE, bullet=DOT),)
    assert with_seen_bullets(plain, (WHITE,)) == plain


def colors_on(ground: str, size: int) -> tuple[str, str]:
    """Return the colours of the title, and of a body in a size, of a template on one colour."""
    sized = "".join(f'<a:lvl{n}pPr><a:defRPr sz="{size}00"/></a:lvl{n}pPr>' for n in (1, 2, 3))
    large = '<a:lvl1pPr><a:defRPr sz="4400"/></a:lvl1pPr>'
    title = placeholder("title", None, (5, 5, 90, 15), style=large)
    body = placeholder("body", 1, (5, 25, 90, 65), style=sized)
    desk = desk_on(title, body, ground=background(ground))
    made = desk.template.layouts[0]
    first, second = (desk.levels(made, made.first(role))[0] for role in (Role.TITLE, Role.BODY))
    return first.color.rgb, second.color.rgb


def test_a_title_has_the_colour_that_the_body_on_its_ground_had_to_take():
    assert colors_on("946743", 20) == ("FAFAFA", "FAFAFA")
    assert colors_on("946743", 40) == ("101010", "101010")


def test_text_on_a_template_from_right_to_left_runs_as_its_own_language_does():
    arabic = (replace(STYLE, right_to_left=True, align=Align.RIGHT), STYLE)
    first, second = turned(arabic, "en-US")
    assert (first.right_to_left, first.align, second) == (False, Align.LEFT, STYLE)
    assert turned(arabic, "ar-SA") is arabic
    assert turned(arabic, "en-US", aligned=True)[0].align is Align.RIGHT
    centred = (replace(arabic[0], align=Align.CENTER),)
    assert turned(centred, "ja")[0].align is Align.CENTER


def test_text_on_other_templates_stays_the_same_object():
    levels = (STYLE, STYLE)
    assert turned(levels, "en") is levels
