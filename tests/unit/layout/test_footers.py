"""Footers stand in the places that layouts have for them, in one line or in as few as may be."""

from __future__ import annotations

import pytest

from deckgen.content import Run
from deckgen.deck import Footers, Footnote, FootnoteKind, SlideKind
from deckgen.geometry import Rect
from deckgen.layout.foot.footers import PageNumber, _beside, _widened, place_footers, standing
from deckgen.placed_text import Field
from deckgen.spec.kinds import Pattern
from deckgen.styles import Align
from deckgen.template.model import Role
from deckgen.units import ZERO, Emu
from tests.support.desks import SPAN, desk_on, percent, runs, slide
from tests.support.packages import HEIGHT, WIDTH, placeholder, shape

FLAT = 'lIns="0" tIns="0" rIns="0" bIns="0"'
SMALL = '<a:lvl1pPr><a:defRPr sz="1200"/></a:lvl1pPr>'
SENTENCE = "Rivers. "


def place(kind, idx, box, **more):
    return placeholder(kind, idx, box, **{"body": FLAT, "style": SMALL, **more})


TITLE = placeholder("title", None, (5, 5, 90, 15))
BODY = placeholder("body", 1, (5, 25, 90, 60))
FOOTER = place("ftr", 11, (30, 92, 40, 5))
DATE = place("dt", 10, (5, 92, 20, 5))
NUMBER = place("sldNum", 12, (75, 92, 20, 5))


def feet(*shapes, text="", date="", number=None, kind=SlideKind.CONTENT, page=3):
    desk = desk_on(*shapes)
    given = Footers(runs(text) if text else (), date, Pattern(number) if number else None)
    made = slide(footers=given, kind=kind)
    return place_footers(made.around, desk.template.layouts[0], PageNumber(page, 12), desk)


def footer(*shapes, text):
    (found,) = feet(*shapes, text=text)
    return found.frame


def percent_of_height(share):
    return HEIGHT * share // 100


def size(frame):
    return frame.levels[0].size.points


def test_each_stands_in_the_place_of_its_layout():
    found = feet(TITLE, BODY, DATE, FOOTER, NUMBER, text="Rivers", date="2016", number="{n}")
    assert [(foot.frame.slot.role, foot.frame.text) for foot in found] == [
        (Role.DATE, "2016"),
        (Role.FOOTER, "Rivers"),
        (Role.NUMBER, "3"),
    ]
    assert [foot.frame.box for foot in found] == [foot.frame.slot.box for foot in found]


def test_what_a_slide_does_not_say_is_left_out():
    assert feet(TITLE, BODY, DATE, FOOTER, NUMBER) == []
    assert [foot.frame.text for foot in feet(TITLE, DATE, FOOTER, text="Rivers")] == ["Rivers"]


def test_a_short_footer_has_the_size_of_its_place():
    frame = footer(TITLE, FOOTER, text="Rivers of the world")
    assert (size(frame), len(frame.paragraphs[0].lines)) == (12, 1)


HIGH = '<a:lvl1pPr><a:defRPr sz="2400"/></a:lvl1pPr>'


def test_a_footer_is_smaller_rather_than_to_reach_over_the_title_below_it():
    low_title = placeholder("title", None, (5, 8, 90, 15))
    over = place("ftr", 11, (5, 5, 60, 3), style=HIGH)
    frame = footer(low_title, over, text="Rivers")
    assert size(frame) < 24
    assert frame.box.y + frame.height <= percent_of_height(8)
    # a line of 14 pt is 16.8 pt high
    for height, points in ((16.8, 14), (16.7, 12)):
        below = placeholder("title", None, (5, 5 + height * 100 / 540, 90, 15))
        assert size(footer(below, over, text="Rivers")) == points
    # where nothing stands below it, it is as large as the template has it
    assert size(footer(BODY, over, text="Rivers")) == 24


@pytest.mark.parametrize(("words", "points"), [(8, 12), (9, 11), (10, 10), (12, 8)])
def test_a_long_footer_becomes_smaller_to_stay_in_one_line(words, points):
    frame = footer(TITLE, FOOTER, text=SENTENCE * words)
    assert (size(frame), len(frame.paragraphs[0].lines)) == (points, 1)
    assert frame.box == frame.slot.box


LONG = SENTENCE * 18


def test_a_longer_one_takes_lines_in_the_largest_size_that_its_place_holds():
    frame = footer(TITLE, place("ftr", 11, (30, 88, 40, 11)), text=LONG)
    assert size(frame) == 12
    assert len(frame.paragraphs[0].lines) > 1
    assert frame.height <= frame.slot.content.height


def test_a_footer_grows_up_from_its_place_and_no_further_than_it_needs():
    frame = footer(TITLE, BODY, FOOTER, text=LONG * 2)
    assert size(frame) == 8
    box, own = frame.box, frame.slot.box
    assert (box.bottom, box.height) == (own.bottom, frame.height)
    assert box.y < own.y


def test_a_footer_at_the_top_of_a_slide_grows_down():
    frame = footer(
        placeholder("title", None, (5, 25, 90, 15)), place("ftr", 11, (30, 2, 40, 4)), text=LONG * 2
    )
    assert frame.box.y == frame.slot.box.y
    assert frame.box.bottom > frame.slot.box.bottom


@pytest.mark.parametrize(("y", "stays"), [(45, "y"), (51, "bottom"), (60, "bottom")])
def test_a_footer_grows_towards_the_middle_of_the_slide(y, stays):
    title, text = place("title", None, (5, 5, 90, 5)), place("body", 1, (5, 80, 90, 15))
    frame = footer(title, text, place("ftr", 11, (30, y, 40, 3)), text=SENTENCE * 24)
    assert frame.box.height > frame.slot.box.height
    assert getattr(frame.box, stays) == getattr(frame.slot.box, stays)


def test_a_footer_that_grows_keeps_its_insets():
    inset = 'lIns="0" tIns="36000" rIns="0" bIns="18000"'
    frame = footer(TITLE, BODY, place("ftr", 11, (30, 92, 40, 4), body=inset), text=LONG * 2)
    assert frame.box.height == frame.height + 36_000 + 18_000


def test_a_footer_grows_whatever_stands_beside_it():
    beside = place("dt", 10, (5, 50, 25, 49))
    frame = footer(TITLE, beside, place("body", 1, (30, 25, 65, 50)), FOOTER, text=LONG * 2)
    assert frame.box.y < frame.slot.box.y


def test_a_footer_at_the_top_grows_up_where_a_place_reaches_below_it():
    low = place("body", 1, (5, 11, 90, 70))
    frame = footer(low, place("ftr", 11, (30, 10, 40, 4)), text=LONG * 2)
    assert frame.box.bottom == frame.slot.box.bottom


def grown(*shapes, text=LONG * 8):
    (found,) = feet(*shapes, text=text)
    return percent(found.frame.box), [item.code.slug for item in found.diagnostics]


def test_a_footer_grows_no_further_than_to_the_content():
    box, told = grown(TITLE, placeholder("body", 1, (5, 25, 90, 62)), FOOTER)
    assert told == ["text-overflow"]
    assert box[1] == 87


def test_a_footer_of_a_page_without_a_body_keeps_clear_of_the_free_area():
    box, told = grown(TITLE, FOOTER)
    assert told == ["text-overflow"]
    assert box[1] == 90


def test_a_footer_grows_no_further_than_to_what_is_drawn():
    box, _ = grown(TITLE, BODY, FOOTER, shape((0, 89, 100, 1)))
    assert box[1] == 90


def test_a_footer_that_a_place_reaches_over_does_not_grow_into_it():
    over = placeholder("body", 1, (5, 25, 90, 71))
    box, told = grown(TITLE, over, FOOTER)
    assert (box[1], told) == (92, ["text-overflow"])


def test_a_footer_that_just_fits_its_place_is_not_told():
    (found,) = feet(TITLE, place("ftr", 11, (30, 80, 40, 17)), text=LONG * 2)
    assert found.diagnostics == ()


def test_the_message_says_what_a_footer_needs_and_has():
    (found,) = feet(TITLE, BODY, FOOTER, text=LONG * 8)
    (told,) = found.diagnostics
    assert "the footer needs" in told.message
    assert told.span == SPAN


def test_all_of_a_place_is_said_again_as_renderers_take_nothing_from_it():
    assert footer(TITLE, FOOTER, text="Rivers").slot.explicit


def numbered(*shapes, pattern="{n}", page=3):
    (found,) = feet(*shapes, number=pattern, page=page)
    return found.frame


def aligned(align):
    return f'<a:lvl1pPr algn="{align}"><a:defRPr sz="1200"/></a:lvl1pPr>'


def test_a_number_is_a_field_among_the_words_around_it():
    frame = numbered(TITLE, NUMBER, pattern="Page {n} of {total}")
    found = [(run.text, run.field) for run in frame.paragraphs[0].runs]
    assert found == [("Page ", None), ("3", Field.SLIDE_NUMBER), (" of 12", None)]
    assert frame.span is None
    frame = numbered(TITLE, NUMBER, pattern="{n} /")
    found = [(run.text, run.field) for run in frame.paragraphs[0].runs]
    assert found == [("3", Field.SLIDE_NUMBER), (" /", None)]


def test_a_number_keeps_the_insets_of_a_place_that_is_wide_enough_for_other_fonts():
    frame = numbered(TITLE, NUMBER)
    assert frame.body == frame.slot.body


def test_a_number_stays_in_one_line_where_its_place_is_too_narrow_for_it():
    inset = 'lIns="36000" rIns="36000"'
    frame = numbered(
        TITLE, place("sldNum", 12, (90, 92, 2, 5), body=inset), pattern="{n} of {total}"
    )
    assert len(frame.paragraphs[0].lines) == 1
    assert (frame.body.wrap, frame.body.insets.left, frame.body.insets.right) == (False, ZERO, ZERO)


OF_ALL = "{n} of {total}"


def needed(frame):
    return frame.paragraphs[0].lines[0].width


def test_the_place_of_a_number_grows_to_the_margin_for_the_widest_number_of_the_deck():
    narrow = place("sldNum", 12, (92, 92, 2, 5), style=aligned("r"))
    frame, last = (numbered(TITLE, narrow, pattern=OF_ALL, page=page) for page in (3, 12))
    assert frame.box == last.box
    assert frame.slot.levels[0].size == frame.levels[0].size
    assert needed(last) <= frame.box.width <= needed(last) * 1.2
    # a little to the left, where it is read first, and the rest to the right
    assert frame.box.x < 0.92 * 12_192_000 < frame.box.right - frame.box.width / 2


@pytest.mark.parametrize(("align", "grows_left"), [("l", False), ("ctr", True), ("r", True)])
def test_a_number_grows_to_where_its_text_leaves_room_first(align, grows_left):
    narrow = place("sldNum", 12, (80, 92, 3.4, 5), style=aligned(align))
    frame = numbered(TITLE, narrow, pattern=OF_ALL)
    assert needed(frame) <= frame.box.width
    assert (frame.box.x < 0.799 * 12_192_000) is grows_left


def test_a_number_in_the_middle_of_its_place_stays_in_the_middle():
    narrow = place("sldNum", 12, (80, 92, 5, 5), style=aligned("ctr"))
    x, _, width, _ = percent(numbered(TITLE, narrow, pattern=OF_ALL).box)
    assert x + width / 2 == pytest.approx(82.5, abs=0.02)


def test_a_number_keeps_off_what_is_drawn_beside_it_and_is_smaller_between():
    bars = (shape((88, 90, 1, 8)), shape((94, 90, 1, 8)))
    narrow = place("sldNum", 12, (90.5, 92, 1, 5))
    frame = numbered(*bars, TITLE, narrow, pattern=OF_ALL)
    assert frame.box.x >= 0.89 * 12_192_000
    assert frame.box.right <= 0.94 * 12_192_000
    assert 8 <= size(frame) < 12


@pytest.mark.parametrize(("drawn", "keeps"), [((85, 90, 5.5, 8), "x"), ((92.5, 90, 5, 8), "right")])
def test_a_number_does_not_grow_to_where_something_ends_its_place(drawn, keeps):
    place_of_two = place("sldNum", 12, (90.5, 92, 2, 5), style=aligned("ctr"))
    frame = numbered(shape(drawn), TITLE, place_of_two, pattern=OF_ALL)
    assert frame.box.width > WIDTH * 0.02
    edge = {"x": 90.5, "right": 92.5}[keeps]
    assert getattr(frame.box, keeps) == round(edge * WIDTH / 100)


@pytest.mark.parametrize("drawn", [(94, 80, 4, 12), (94, 97, 4, 3), (88, 80, 3, 12)])
def test_what_stands_above_or_below_a_number_does_not_keep_it_from_growing(drawn):
    narrow = place("sldNum", 12, (91.5, 92, 1, 5), style=aligned("r"))
    free, between = (
        numbered(*shapes, TITLE, narrow, pattern=OF_ALL) for shapes in ((), (shape(drawn),))
    )
    assert between.box == free.box
    assert size(free) == 12


@pytest.mark.parametrize(("share", "wraps"), [(1.3, False), (1.5, True)])
def test_a_number_has_room_for_wider_figures(share, wraps):
    width = needed(numbered(TITLE, NUMBER, page=12))
    narrow = place("sldNum", 12, (75, 92, width * share * 100 / 12_192_000, 5))
    assert [numbered(TITLE, narrow, page=page).body.wrap for page in (3, 12)] == [wraps, wraps]


def boxes(*shapes, **more):
    desk = desk_on(*shapes)
    given = slide(footers=Footers(runs("Rivers"), "2016", Pattern("{n}")), **more)
    return {percent(box) for box in standing(given.around, desk.template.layouts[0], desk)}


def test_footers_stand_in_all_places_that_are_filled():
    label = placeholder("body", 13, (70, 0, 25, 6), name="Confidential label")
    note = Footnote(FootnoteKind.LABEL, (Run("Internal", SPAN),))
    three = {(5, 92, 20, 5), (30, 92, 40, 5), (75, 92, 20, 5)}
    assert boxes(TITLE, BODY, DATE, FOOTER, NUMBER, label) == three
    assert boxes(TITLE, BODY, DATE, FOOTER, NUMBER, label, footnotes=(note,)) == {
        *three,
        (70, 0, 25, 6),
    }


def test_a_title_slide_tells_its_date_among_the_credits_where_the_place_is_small():
    assert feet(TITLE, DATE, date="2016", kind=SlideKind.TITLE)
    tiny = place("dt", 10, (5, 92, 20, 5), style=SMALL.replace("1200", "1100"))
    assert feet(TITLE, tiny, date="2016", kind=SlideKind.TITLE) == []
    assert feet(TITLE, tiny, date="2016", kind=SlideKind.CONTENT)


def widened(align, width, room=(90, 130)):
    """Return where a place from 100 to 110 is that is to be so wide, in a room."""
    box, there = (Rect(Emu(a), ZERO, Emu(b - a), Emu(5)) for a, b in ((100, 110), room))
    found = _widened(box, Emu(width), align, there)
    return found.x, found.right


@pytest.mark.parametrize(
    ("align", "width", "room", "found"),
    [
        (Align.LEFT, 5, (90, 130), (100, 110)),
        (Align.LEFT, 20, (90, 130), (100, 120)),
        (Align.LEFT, 35, (90, 130), (95, 130)),
        (Align.LEFT, 60, (90, 130), (90, 130)),
        (Align.RIGHT, 5, (90, 130), (100, 110)),
        (Align.RIGHT, 15, (90, 130), (95, 110)),
        (Align.RIGHT, 30, (90, 130), (90, 120)),
        (Align.RIGHT, 60, (90, 130), (90, 130)),
        (Align.CENTER, 20, (90, 130), (95, 115)),
        (Align.CENTER, 34, (90, 130), (90, 124)),
        (Align.CENTER, 18, (90, 113), (95, 113)),
        (Align.CENTER, 60, (90, 130), (90, 130)),
    ],
)
def test_a_place_grows_away_from_its_text_and_then_to_the_other_side(align, width, room, found):
    assert widened(align, width, room) == found


def free_beside(*drawn):
    """Return from where to where a place from 50 to 60 percent of the width may reach."""
    desk = desk_on(TITLE, place("sldNum", 12, (50, 92, 10, 5)), *map(shape, drawn))
    layout = desk.template.layouts[0]
    (slot,) = layout.of_role(Role.NUMBER)
    room = _beside(slot, layout, desk)
    return percent(room)[0], round(room.right * 100 / WIDTH, 2)


@pytest.mark.parametrize(
    ("drawn", "found"),
    [
        ((), (49.33, 99)),
        (((20, 92, 25, 5),), (49.33, 99)),
        (((20, 92, 29, 5),), (49.67, 99)),
        (((20, 92, 29, 5), (10, 92, 5, 5)), (49.67, 99)),
        (((20, 92, 29.9, 5),), (50, 99)),
        (((20, 92, 32, 5),), (50, 99)),
        (((70, 92, 10, 5),), (49.33, 69.33)),
        (((70, 92, 10, 5), (90, 92, 5, 5)), (49.33, 69.33)),
        (((60.2, 92, 10, 5),), (49.33, 60)),
        (((57, 92, 10, 5),), (49.33, 60)),
        (((52, 92, 5, 5),), (49.33, 99)),
        (((70, 80, 10, 12), (20, 97, 29, 3)), (49.33, 99)),
        (((70, 80, 10, 12.1),), (49.33, 69.33)),
    ],
)
def test_a_number_may_reach_to_what_is_beside_it_and_at_the_left_hardly_farther(drawn, found):
    assert free_beside(*drawn) == found
