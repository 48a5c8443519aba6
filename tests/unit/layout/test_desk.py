"""What a desk knows of a layout: the levels of its places, what is behind them, its body."""

from __future__ import annotations

import pytest

from deckgen.layout.desk import Desk, LayoutSettings
from deckgen.records import replace
from deckgen.template.model import Role
from deckgen.units import Centipoints
from tests.support.desks import TYPESETTER, desk_on, slide, template_of
from tests.support.packages import layout, placeholder, shape
from tests.unit.layout.test_grounds import colored, photo

TITLE = placeholder("title", None, (5, 5, 90, 15))
WILD = (
    '<a:lvl1pPr marL="0" indent="0"><a:lnSpc><a:spcPct val="60000"/></a:lnSpc>'
    '<a:defRPr sz="1200"/></a:lvl1pPr>'
    '<a:lvl2pPr marL="0" indent="0"><a:defRPr sz="4000"/></a:lvl2pPr>'
)
"""Levels that no text should have: tight lines, and a second one that is larger than the first."""


def leveled(kind, role):
    """Return the first two levels of a place with wild levels: sizes and shares of a line."""
    desk = desk_on(TITLE, placeholder(kind, 1, (5, 25, 90, 65), style=WILD))
    made = desk.template.layouts[0]
    levels = desk.levels(made, made.first(role))[:2]
    return [(level.size, level.line_spacing.lines) for level in levels]


def test_levels_of_bodies_go_down_in_lines_that_do_not_meet_and_are_read():
    assert leveled("body", Role.BODY) == [(1400, 0.85), (1400, 0.85)]


def test_levels_of_lines_on_covers_go_down_in_their_own_sizes():
    assert leveled("subTitle", Role.SUBTITLE) == [(1200, 0.85), (1200, 0.85)]


def test_footers_keep_their_levels():
    assert leveled("ftr", Role.FOOTER) == [(1200, 0.6), (4000, 1.0)]


def test_lines_of_titles_do_not_meet():
    desk = desk_on(placeholder("title", None, (5, 5, 90, 15), style=WILD))
    made = desk.template.layouts[0]
    levels = desk.levels(made, made.first(Role.TITLE))[:2]
    assert [(level.size, level.line_spacing.lines) for level in levels] == [
        (1200, 0.85),
        (4000, 1.0),
    ]


def test_free_text_has_the_levels_of_the_template():
    desk = desk_on(TITLE)
    made = desk.template.layouts[0]
    assert desk.levels(made, None) is desk.template.base_of(made).free_text


@pytest.mark.parametrize(
    ("given", "own"),
    [({}, False), ({"background": colored("112233")}, True), ({"beside": photo()}, True)],
    ids=["nothing", "behind", "beside"],
)
def test_a_slide_has_a_desk_of_its_own_where_something_stands_behind_or_beside_it(given, own):
    desk = desk_on(TITLE)
    assert (desk.behind(slide(**given)) is not desk) is own


def test_the_least_size_of_bodies_is_that_of_the_author_else_what_is_read():
    assert desk_on(TITLE).floor == 1400
    small = LayoutSettings(smallest=Centipoints(900))
    assert desk_on(TITLE, settings=small).floor == 900


def test_free_text_looks_like_the_body_of_the_layout_for_content_of_its_own_master():
    text = placeholder("body", 1, (5, 25, 60, 60))
    template = template_of(
        layout(TITLE, text, name="Content", kind="obj"),
        layout(TITLE, name="Title Only", kind="titleOnly"),
    )
    content, bare = template.layouts
    assert Desk(template, TYPESETTER).body(bare) == content.slots[1]
    twice = replace(template, bases=template.bases * 2)
    assert Desk(twice, TYPESETTER).body(replace(bare, master=1)) == template.bases[0].body


def test_text_is_read_on_all_shades_behind_its_place_and_on_the_average_where_none_is():
    desk = desk_on(TITLE, shape((0, 0, 100, 50), "FFFFFF"), shape((0, 50, 100, 50), "000000"))
    made = desk.template.layouts[0]
    for slot in made.slots:
        assert desk.context(made, "en", slot).background == made.behind(slot)
    assert desk.context(made, "en").background == made.background


WHITE = (
    '<a:lvl1pPr><a:defRPr sz="1400"><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:defRPr>'
    "</a:lvl1pPr>"
)


@pytest.mark.parametrize(
    ("right", "colors"),
    [
        ("8A8A8A", ["000000", "000000"]),
        ("EEEEEE", ["000000", "000000"]),
        ("303030", ["FFFFFF", "FFFFFF"]),
    ],
)
def test_places_for_the_same_have_text_of_one_colour_where_that_is_read_on_all(right, colors):
    bodies = (placeholder(None, idx, (5 + 48 * idx, 25, 40, 65), style=WHITE) for idx in (0, 1))
    grounds = (shape((0, 20, 50, 80), "767676"), shape((50, 20, 50, 80), right))
    desk = desk_on(TITLE, *grounds, *bodies)
    made = desk.template.layouts[0]
    found = [desk.levels(made, slot)[0].color.rgb for slot in made.of_role(Role.BODY)]
    assert found == colors


def test_places_of_which_one_is_dark_and_one_is_light_have_colours_of_their_own():
    bodies = (placeholder(None, idx, (5 + 48 * idx, 25, 40, 65), style=WHITE) for idx in (0, 1))
    grounds = (shape((0, 20, 50, 80), "000000"), shape((50, 20, 50, 80), "FFFFFF"))
    desk = desk_on(TITLE, *grounds, *bodies)
    made = desk.template.layouts[0]
    found = [desk.levels(made, slot)[0].color.rgb for slot in made.of_role(Role.BODY)]
    assert found == ["FFFFFF", "203040"]


def test_text_of_a_place_tries_smaller_sizes_unless_it_is_not_to_shrink():
    desk = desk_on(TITLE)
    made = desk.template.layouts[0]
    free, kept = (desk.context(made, "en", shrinks=shrinks) for shrinks in (True, False))
    assert kept.steps == free.steps[:1]
    assert len(free.steps) > 1
    assert free.height == desk.template.slide_size.height
    assert not free.held
    slot = made.slots[0]
    assert desk.context(made, "en", slot).height == slot.content.height < free.height
