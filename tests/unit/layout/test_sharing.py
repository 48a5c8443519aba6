"""A footer in a place that is wider than its text leaves the rest to what runs along the foot."""

from __future__ import annotations

import pytest

from deckgen.deck import Footers
from deckgen.layout.foot.footers import Footer, PageNumber, place_footers
from deckgen.layout.foot.sharing import making_room, used
from deckgen.records import replace
from deckgen.units import ZERO, pt
from tests.support.desks import desk_on, runs, slide
from tests.support.packages import placeholder

FLAT = 'lIns="0" tIns="0" rIns="0" bIns="0"'
EM = pt(12)


def footer(align, text="Rivers"):
    style = f'<a:lvl1pPr algn="{align}"><a:defRPr sz="1200"/></a:lvl1pPr>'
    place = placeholder("ftr", 11, (30, 92, 40, 5), body=FLAT, style=style)
    desk = desk_on(placeholder("title", None, (5, 5, 90, 15)), place)
    made = slide(footers=Footers(runs(text), "", None))
    (found,) = place_footers(made.around, desk.template.layouts[0], PageNumber(1, 1), desk)
    return found


def parted(found):
    """Return what is used of a footer's box, and what is free before and behind it."""
    part, box = used(found.frame), found.frame.box
    assert (part.y, part.height) == (box.y, box.height)
    return part.width, part.x - box.x, box.right - part.right


@pytest.mark.parametrize(("align", "sides"), [("l", (0, 1)), ("r", (1, 0)), ("ctr", (0.5, 0.5))])
def test_text_uses_its_own_width_and_an_em_where_it_does_not_reach_the_edge(align, sides):
    found = footer(align)
    text = found.frame.paragraphs[0].lines[0].width
    width, *free = parted(found)
    edges = 2 if align == "ctr" else 1
    assert width == pytest.approx(text + edges * EM, abs=1)
    left = found.frame.box.width - width
    assert free == [pytest.approx(left * side, abs=1) for side in sides]


@pytest.mark.parametrize(
    ("text", "meetings"), [("2026年4月1日", 5), ("社内 A 会議", 0), ("報告", 0)]
)
def test_what_some_programs_part_from_japanese_has_room_for_that(text, meetings):
    found = footer("r", text)
    line = found.frame.paragraphs[0].lines[0].width
    assert parted(found)[0] == pytest.approx(line + EM * (1 + 0.24 * meetings), abs=1)


@pytest.mark.parametrize("align", ["l", "r", "ctr"])
def test_text_that_fills_its_place_uses_all_of_it(align):
    found = footer(align, "w" * 38)
    assert parted(found) == (found.frame.box.width, ZERO, ZERO)


def test_a_footer_is_cut_to_its_text_only_where_something_stands_beside_it():
    found = footer("l")
    box = found.frame.box
    beside = replace(found.frame, box=replace(box, x=box.x + box.width // 2))
    below = replace(found.frame, box=replace(box, y=box.bottom))
    assert making_room(found, ()) is found
    assert making_room(found, (Footer(below),)) is found
    assert making_room(found, (Footer(below), Footer(beside))).frame.box == used(found.frame)
