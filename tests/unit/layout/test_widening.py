"""A long title runs on beside its place where nothing stands there, before it becomes small."""

from __future__ import annotations

import pytest

from deckgen.compiler import Options, build_text
from deckgen.layout.titles.widening import narrowed, widened
from deckgen.pages import TextFrame
from deckgen.template.model import Role
from tests.support.desks import template_of
from tests.support.packages import (
    HEIGHT,
    WIDTH,
    Master,
    layout,
    placeholder,
    presentation,
    shape,
    solid,
)

LONG = "A long title that says everything about the third quarter by region"
FLAT = 'lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"'
BAR = shape((0, 0, 100, 14), "DDEEFF")


def style(align="l"):
    return f'<a:lvl1pPr algn="{align}"><a:defRPr sz="2800"/></a:lvl1pPr>'


def title_of(text, tmp_path, *shapes, align="l"):
    titled = placeholder("title", None, (5, 4, 40, 6), body=FLAT, style=style(align))
    text_place = placeholder("body", 1, (5, 20, 90, 70), style=style())
    made = layout(*shapes, titled, text_place, name="Title and Content", kind="obj")
    file = tmp_path / "t.pptx"
    file.write_bytes(presentation(Master(layouts=(made,))))
    deck = f"slides:\n  - title: {text}\n    body: '- text'\n"
    pages = build_text(deck, options=Options(template=str(file))).pages()
    frames = (item for item in pages.pages[0].items if isinstance(item, TextFrame))
    return next(frame for frame in frames if frame.slot and frame.slot.role is Role.TITLE)


def right(frame):
    return round(frame.box.right * 100 / WIDTH)


def test_a_long_title_takes_the_room_beside_its_place(tmp_path):
    frame = title_of(LONG, tmp_path, BAR)
    assert right(frame) == 95
    assert len(frame.paragraphs[0].lines) == 1


def test_a_short_title_stays_in_its_place(tmp_path):
    assert right(title_of("Short", tmp_path, BAR)) == 45


def test_a_title_ends_before_what_is_drawn_beside_it(tmp_path):
    assert right(title_of(LONG, tmp_path, BAR, shape((80, 2, 15, 10), "000000"))) == 78


def test_a_title_of_many_lines_takes_the_room_beside_its_place_where_it_could_grow(tmp_path):
    longer = f"{LONG}, and all that has to be done then"
    frame = title_of(longer, tmp_path)
    assert right(frame) == 95
    assert len(frame.paragraphs[0].lines) == 2
    assert frame.paragraphs[0].style.size == frame.levels[0].size


def test_a_title_of_two_lines_stays_in_its_place_where_it_can_grow(tmp_path):
    assert right(title_of(LONG[:46], tmp_path)) == 45


@pytest.mark.parametrize("align", ["ctr", "r"])
def test_a_title_that_would_move_stays_in_its_place(align, tmp_path):
    assert right(title_of(LONG, tmp_path, BAR, align=align)) == 45


def test_a_title_does_not_run_on_over_a_part_of_its_bar_that_looks_otherwise(tmp_path):
    """A shape on which the title stands is no obstacle to it, be it of two colours or not."""
    stops = ((0, "DDEEFF"), (79, "DDEEFF"), (80, "224488"), (100, "224488"))
    parts = "".join(f'<a:gs pos="{at}000"><a:srgbClr val="{color}"/></a:gs>' for at, color in stops)
    fill = f'<a:gradFill><a:gsLst>{parts}</a:gsLst><a:lin ang="0"/></a:gradFill>'
    bar = BAR.replace(solid("DDEEFF"), fill)
    assert fill in bar
    assert 60 < right(title_of(LONG, tmp_path, bar)) <= 80


RULE = shape((0, 14, 100, 0.5), "DDEEFF")


@pytest.mark.parametrize(("x", "end", "lines"), [(80, 78, 2), (30, 90, 1)])
def test_a_long_title_has_more_lines_beside_what_is_drawn_above_its_end(x, end, lines, tmp_path):
    stamp = shape((x, 1, 15, 5.5), "CC2222")
    titled = placeholder("title", None, (5, 6, 85, 6), body=FLAT, style=style())
    text_place = placeholder("body", 1, (5, 20, 90, 70), style=style())
    made = layout(stamp, RULE, titled, text_place, name="Title and Content", kind="obj")
    file = tmp_path / "t.pptx"
    file.write_bytes(presentation(Master(layouts=(made,))))
    deck = f"slides:\n  - title: {LONG}, and what is to be done\n    body: '- text'\n"
    pages = build_text(deck, options=Options(template=str(file))).pages()
    frames = (item for item in pages.pages[0].items if isinstance(item, TextFrame))
    frame = next(frame for frame in frames if frame.slot and frame.slot.role is Role.TITLE)
    assert right(frame) == end
    assert len(frame.paragraphs[0].lines) == lines


def reach(*drawn, box=(5, 4, 40, 6)):
    """Return how far a place of 40 % of the slide's width reaches when it is widened."""
    titled = placeholder("title", None, box, body=FLAT, style=style())
    template = template_of(layout(titled, *(shape(each, "000000") for each in drawn)))
    made = template.layouts[0]
    found = widened(made.slots[0], made, template.slide_size)
    return found and round(found.box.right * 100 / WIDTH, 1)


@pytest.mark.parametrize(
    ("logo", "ends"), [(50, None), (50.9, None), (51.1, 49.1), (55, 53), (70, 68), (90, 88)]
)
def test_a_place_is_left_only_for_one_that_is_a_tenth_wider(logo, ends):
    assert reach((logo, 2, 5, 10)) == ends


@pytest.mark.parametrize(
    "beside", [(60, 0, 5, 4), (60, 10, 5, 3), (20, 4, 24, 6), (24.9, 4, 40, 6)]
)
def test_what_stands_above_or_below_a_place_or_begins_in_its_left_half_does_not_end_it(beside):
    assert reach(beside) == 95


@pytest.mark.parametrize(("beside", "ends"), [((60, 0, 5, 4.1), 58), ((60, 9.9, 5, 3), 58)])
def test_what_stands_a_little_at_the_height_of_a_place_ends_it(beside, ends):
    assert reach(beside) == ends


def test_a_place_ends_as_far_from_the_right_edge_as_it_begins_from_the_left():
    assert reach(box=(12, 4, 40, 6)) == 88
    assert reach(box=(-3, 4, 40, 6)) == 100


def end_below(*drawn, align="l"):
    """Return where a place at 20 to 26 % of the height ends that gave way to what is above it."""
    titled = placeholder("title", None, (10, 20, 50, 6), body=FLAT, style=style(align))
    template = template_of(layout(titled, *(shape(each, "000000") for each in drawn)))
    made = template.layouts[0]
    found = narrowed(made.slots[0], made, template.slide_size)
    return found and round(found.box.right * 100 / WIDTH, 1)


@pytest.mark.parametrize(("bottom", "end"), [(13.9, None), (14.1, 48), (20, 48), (29, None)])
def test_a_place_ends_before_what_reaches_to_its_height_or_a_line_above_it(bottom, end):
    assert end_below((50, bottom - 5, 5, 5)) == end


@pytest.mark.parametrize(
    ("x", "end"), [(44.9, None), (45.1, 43.1), (59.9, 57.9), (60, None), (60.1, None)]
)
def test_a_place_that_ends_earlier_keeps_seven_tenths_of_its_width(x, end):
    assert end_below((x, 10, 5, 8)) == end


def test_a_place_ends_before_the_first_of_several_things():
    assert end_below((57, 10, 5, 8), (50, 10, 5, 8), (30, 10, 5, 8)) == 48


@pytest.mark.parametrize("align", ["ctr", "r"])
def test_a_place_whose_text_would_move_does_not_end_earlier(align):
    assert end_below((50, 10, 5, 8), align=align) is None


def test_a_title_that_has_many_lines_in_a_narrow_place_takes_no_more_than_a_fifth_of_the_page(
    tmp_path,
):
    longest = f"{LONG}, all that has to be done then, and who is to do it when nobody else has"
    frame = title_of(longest, tmp_path, align="ctr")
    assert 0.1 * HEIGHT < frame.height <= 0.2 * HEIGHT
