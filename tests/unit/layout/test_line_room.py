"""Lines that are just as wide as their placeholder are broken, as LibreOffice breaks them."""

from __future__ import annotations

import pytest

from deckgen.content import Run
from deckgen.layout.areas.regions import body_region
from deckgen.layout.flow.content import flow_in
from deckgen.layout.foot.footers import line_in
from deckgen.layout.titles.fit import fit_title
from deckgen.records import replace
from deckgen.template.model import Role
from deckgen.units import Emu, pt
from tests.support.desks import SPAN, desk_on, slide, text
from tests.support.packages import placeholder

EM = 36
"""At 36 pt an em has 1,270 hundredths of a millimetre, so that nothing is rounded."""
WORDS = "意見寄下日本国語全文"
WIDTH = pt(EM * len(WORDS))
LOOK = 'lIns="0" tIns="0" rIns="0" bIns="0"'
STYLE = (
    f'<a:lvl1pPr marL="0" indent="0" algn="l"><a:buNone/><a:defRPr sz="{EM * 100}"/></a:lvl1pPr>'
)
BOX = (5, 25, 60, 40)


def desk_with(kind: str, index: int | None, width: Emu):
    """Return a desk, and its layout with a place of a width for its text."""
    desk = desk_on(placeholder(kind, index, BOX, body=LOOK, style=STYLE))
    (layout,) = desk.template.layouts
    (slot,) = layout.slots
    slot = replace(slot, box=replace(slot.box, width=width))
    return desk, replace(layout, slots=(slot,))


def stands_in_place(width: Emu) -> bool:
    """Tell whether a title stands in its place, or needs the room beside it."""
    desk, layout = desk_with("title", None, width)
    made = slide(WORDS)
    found = fit_title(made.title, made, layout, desk)
    assert found is not None
    return found.box.width == width


def body_lines(width: Emu, *, placed: bool = True) -> int:
    desk, layout = desk_with("body", 1, width)
    region = body_region(slide().around, layout, desk)
    assert region.slot is not None
    region = region if placed else replace(region, slot=None)
    return len(flow_in(text(WORDS), region, region.context.levels).pieces)


def footer_size(width: Emu) -> float:
    desk, layout = desk_with("ftr", 11, width)
    slot = layout.first(Role.FOOTER)
    assert slot is not None
    return line_in(slot, (Run(WORDS, SPAN),), "ja", layout, desk).frame.levels[0].size.points


@pytest.mark.parametrize(("width", "lines"), [(WIDTH, 2), (WIDTH + Emu(360), 1)])
def test_bodies_break_lines_where_their_place_is_just_as_wide(width, lines):
    assert body_lines(width) == lines


def test_titles_need_more_room_where_their_place_is_just_as_wide():
    assert stands_in_place(WIDTH + Emu(360))
    assert not stands_in_place(WIDTH)


def test_footers_are_smaller_where_their_place_is_just_as_wide():
    assert footer_size(WIDTH + Emu(360)) == EM
    assert footer_size(WIDTH) < EM


def test_text_boxes_hold_lines_that_are_just_as_wide():
    assert body_lines(WIDTH, placed=False) == 1
