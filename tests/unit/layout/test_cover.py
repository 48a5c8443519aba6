"""Where the lines of covers, dividers and closings stand, and how large they are."""

from __future__ import annotations

import pytest

from deckgen.deck import Footers, Footnote, FootnoteKind, SlideKind
from deckgen.layout.desk import Desk
from deckgen.layout.plan.cover import cover_page, lowest_above_lines
from deckgen.layout.titles.fit import fit_title
from deckgen.pages import TextFrame
from deckgen.units import Centipoints
from tests.support.desks import TYPESETTER, desk_on, percent, runs, slide, template_of
from tests.support.packages import HEIGHT, background, layout, placeholder, shape, solid

WHO = ("An author", "A place")
FLAT = 'lIns="0" tIns="0" rIns="0" bIns="0"'


def style(points):
    return f'<a:lvl1pPr algn="l"><a:defRPr sz="{points * 100}"/></a:lvl1pPr>'


def title(box=(10, 30, 80, 20), points=40, anchor="b"):
    body = f'{FLAT} anchor="{anchor}"'
    return placeholder("ctrTitle", None, box, body=body, style=style(points))


def line(box=(10, 55, 80, 15), points=20, anchor="t", idx=1):
    body = f'{FLAT} anchor="{anchor}"'
    return placeholder("subTitle", idx, box, body=body, style=style(points))


def words(count):
    return " ".join(["words"] * count)


def placed(*shapes, said="A title", subtitle="words words words", who=WHO, **more):
    """Return of each frame where it begins and ends, the size of its text, and its lines."""
    desk = desk_on(*shapes, kind="title", name="Cover")
    made = slide(
        said,
        kind=SlideKind.TITLE,
        subtitle=runs(subtitle) if subtitle else (),
        credits=tuple(map(runs, who)),
        **more,
    )
    layout = desk.template.layouts[0]
    fitted = fit_title(made.title, made, layout, desk)
    assert fitted is not None
    page = cover_page(made, layout, fitted.box, desk, fitted.levels[0].size)
    told = [each.code.slug for each in page.diagnostics]
    return [each for item in page.items if isinstance(item, TextFrame) for each in _of(item)] + told


def _of(frame):
    _, y, _, height = percent(frame.box)
    lines = [len(each.lines) for each in frame.paragraphs]
    yield y, round(y + height, 2), frame.levels[0].size.points, lines


ALL = [1, 1, 1]
"""A subtitle and two credits, a line each."""


@pytest.mark.parametrize(
    ("count", "found"),
    [
        (3, (55, 70, 20, ALL)),
        (20, (55, 70, 16, [2, 1, 1])),
        (40, (55, 79, 18, [4, 1, 1])),
        (100, (55, 90.56, 16, [8, 1, 1])),
        (200, (50.33, 97, 14, [13, 1, 1])),
    ],
)
def test_lines_become_a_little_smaller_then_take_the_room_below_then_are_as_large_as_it_holds(
    count, found
):
    assert placed(title(), line(), subtitle=words(count)) == [found]


def test_lines_at_the_bottom_of_their_place_grow_upwards_as_far_as_the_title():
    assert placed(title(), line(anchor="b"), subtitle=words(60)) == [(50, 74.89, 16, [5, 1, 1])]


def test_a_word_is_kept_whole_in_a_slightly_smaller_size():
    narrow = line((10, 55, 20, 15))
    assert placed(title(), narrow, subtitle="w" * 11, who=()) == [(55, 70, 20, [1])]
    assert placed(title(), narrow, subtitle="w" * 13, who=()) == [(55, 70, 18, [1])]
    assert placed(title(), narrow, subtitle="w" * 16, who=()) == [(55, 70, 20, [2])]


def test_a_word_that_no_size_keeps_whole_is_cut_before_the_credits_run_on():
    narrow, said = line((10, 55, 20, 15)), f"{'w' * 40} {words(40)}"
    assert placed(title(), narrow, subtitle=said) == [(50.33, 97, 14, [13, 1, 1])]


@pytest.mark.parametrize("count", [3, 20, 25, 30, 40])
def test_lines_have_what_the_insets_of_their_place_leave(count):
    """Ten points above the text and ten below it, on a slide of 540."""
    insets = 'lIns="0" tIns="127000" rIns="0" bIns="127000" anchor="t"'
    drawn = shape((0, 70, 100, 30))
    with_insets = placeholder("subTitle", 1, (10, 55, 80, 15), body=insets, style=style(20))
    ((y, bottom, *found),) = placed(title(), with_insets, drawn, subtitle=words(count))
    flat = line((10, 55, 80, 15 - 2000 / 540))
    below = shape((0, 70 - 2000 / 540, 100, 30))
    ((top, end, *same),) = placed(title(), flat, below, subtitle=words(count))
    assert found == same
    assert (bottom - y) - (end - top) == pytest.approx(2000 / 540, abs=0.02)


@pytest.mark.parametrize(("count", "found"), [(10, (16, [1])), (16, (12, [1])), (18, (20, [2]))])
def test_an_address_is_kept_whole_down_to_three_fifths_of_the_size(count, found):
    address = f"{'w' * count}@ww"
    narrow = line((10, 55, 20, 15))
    assert placed(title(), narrow, subtitle=address, who=()) == [(55, 70, *found)]


@pytest.mark.parametrize(
    ("top", "found"),
    [
        (5, (26.11, 97)),
        (30, (51.11, 97)),
        (60, (81.11, 97)),
        (70, (3, 68.89)),
        (76, (3, 74.89)),
    ],
)
def test_lines_without_a_place_stand_below_the_title_or_above_it_where_there_is_more_room(
    top, found
):
    assert placed(title((10, top, 80, 20))) == [(*found, 18, ALL)]


@pytest.mark.parametrize(
    ("top", "bottom", "first"),
    [(18, 90, (3.0, 16.89)), (19, 89, (8.89, 19.0)), (20, 88, (8.89, 20.0))],
)
def test_lines_stand_above_a_high_title_where_there_is_more_than_twice_the_room(top, bottom, first):
    assert placed(title((10, top, 80, bottom - top)))[0][:2] == first


def test_lines_beside_a_high_title_have_what_it_leaves():
    assert placed(title((10, 5, 80, 75))) == [(81.11, 97, 18, ALL)]
    assert placed(title((10, 5, 80, 60)), subtitle=words(200)) == [(66.11, 97, 11, [10, 1, 1])]


def test_lines_keep_off_what_is_drawn_and_run_on_where_that_leaves_next_to_nothing():
    below, above = shape((0, 52, 100, 48)), shape((0, 0, 100, 28))
    assert placed(title(), below) == [(3, 28.89, 18, ALL)]
    assert placed(title(), below, above) == [(28, 30.67, 6, [1, 1]), "text-overflow"]


def test_what_a_bar_has_no_room_for_stands_below_it():
    bar, on_it = shape((0, 54, 100, 8)), line((10, 55, 80, 6))
    assert placed(title(), bar, on_it) == [(55, 61, 20, [1]), (63.11, 97, 20, [1, 1])]
    assert placed(title(), bar, on_it, who=()) == [(55, 61, 20, [1])]
    assert placed(title(), shape((0, 54, 100, 20)), on_it) == [(55, 65.67, 16, ALL)]


@pytest.mark.parametrize(("height", "frames"), [(10.5, 2), (11, 1)])
def test_lines_stay_on_a_bar_that_holds_them_two_steps_smaller(height, frames):
    """Three lines at 80 % of 20 pt are 57.6 pt high: 10.67 % of the slide."""
    bar, on_it = shape((0, 54, 100, height)), line((10, 55, 80, 6))
    assert len(placed(title(), bar, on_it)) == frames


def test_lines_stay_on_a_bar_below_which_there_is_no_room():
    bar, on_it = shape((0, 88, 100, 8)), line((10, 89, 80, 6))
    assert placed(title((10, 60, 80, 20)), bar, on_it) == [(88, 96, 12, ALL)]


def test_lines_are_smaller_than_the_title_as_far_as_they_are_read():
    assert placed(title(points=24), line(points=32)) == [(55, 70, 20, ALL)]
    assert placed(title(points=40), line(points=32)) == [(55, 72.33, 26, ALL)]


def test_lines_leave_the_foot_to_the_small_print():
    label = (Footnote(FootnoteKind.LABEL, runs("Internal")),)
    assert placed(title(), line((10, 80, 80, 18)), footnotes=label) == [(80, 92.18, 18, ALL)]
    assert placed(title(), line((10, 80, 80, 18))) == [(80, 98, 20, ALL)]
    dated = Footers(runs("Rivers"), "", None)
    footer = placeholder("ftr", 11, (30, 90, 40, 5))
    assert placed(title(), line((10, 70, 80, 15)), footer, footers=dated, subtitle=words(60)) == [
        (65.11, 90, 16, [5, 1, 1])
    ]


@pytest.mark.parametrize(("height", "lowest"), [(59, None), (60, 43.2), (80, 57.6)])
def test_a_title_whose_place_leaves_no_room_for_lines_shares_it(height, lowest):
    desk = desk_on(title((10, 0, 80, height)), kind="title", name="Cover")
    layout = desk.template.layouts[0]
    box = layout.slots[0].box
    made = slide(kind=SlideKind.TITLE, subtitle=runs("More"))
    found = lowest_above_lines(made, layout, box, desk)
    assert (None if found is None else round(found * 100 / HEIGHT, 2)) == lowest
    assert lowest_above_lines(slide(kind=SlideKind.TITLE), layout, box, desk) is None


def test_lines_without_a_place_are_aligned_as_the_title_and_smaller():
    desk = desk_on(title(points=28, anchor="t"), kind="title", name="Cover")
    made = slide(kind=SlideKind.TITLE, subtitle=runs("More"))
    layout = desk.template.layouts[0]
    page = cover_page(made, layout, layout.slots[0].box, desk)
    (frame,) = page.items
    assert isinstance(frame, TextFrame)
    assert frame.levels[0].size == Centipoints(1700)
    assert frame.levels[0].align is layout.slots[0].levels[0].align


def test_lines_without_a_place_run_on_rather_than_to_be_small():
    bottom = shape((0, 66, 100, 34))
    who = ("One", "Two", "Three", "Four", "Five", "Six", "Seven")
    ((_, _, size, lines),) = placed(title((10, 30, 80, 20), 20), bottom, who=who)
    assert lines == [1, 1]
    assert size > 8


def test_lines_without_a_place_are_not_half_as_small_as_their_title():
    ((_, _, size, _),) = placed(title((10, 20, 80, 20), 60))
    assert size == 27


@pytest.mark.parametrize(("top", "held"), [(80, True), (91, False)])
def test_lines_leave_the_place_for_a_label_in_which_they_are_small(top, held):
    box = (10, top, 80, 97 - top)
    label = placeholder("body", 3, box, name="Confidential label", body=FLAT, style=style(20))
    ((found, *_),) = placed(title(), label)
    assert (found >= top) is held


def test_lines_without_a_place_start_where_the_words_of_their_title_do():
    indented = '<a:lvl1pPr marL="914400" indent="0" algn="l"><a:defRPr sz="4000"/></a:lvl1pPr>'
    made = placeholder("ctrTitle", None, (10, 20, 80, 20), body=FLAT, style=indented)
    desk = desk_on(made, kind="title", name="Cover")
    who = slide("A title", kind=SlideKind.TITLE, subtitle=runs("words"))
    box = desk.template.layouts[0].slots[0].box
    (frame,) = cover_page(who, desk.template.layouts[0], box, desk).items
    assert frame.box.x == box.x + 914400


@pytest.mark.parametrize(("left", "align", "at"), [(3, "l", 3), (12, "l", 5), (3, "ctr", 5)])
def test_lines_that_find_room_elsewhere_start_at_the_margin_of_a_title_near_the_edge(
    left, align, at
):
    own = f'<a:lvl1pPr marL="0" indent="0" algn="{align}"><a:defRPr sz="4000"/></a:lvl1pPr>'
    low = placeholder("ctrTitle", None, (left, 60, 80, 32), body=FLAT, style=own)
    desk = desk_on(low, shape((0, 50, 100, 9)), kind="title", name="Cover")
    cover = desk.template.layouts[0]
    who = slide("A title", kind=SlideKind.TITLE, subtitle=runs("words"))
    (frame,) = cover_page(who, cover, cover.slots[0].box, desk).items
    assert percent(frame.box)[0] == at


@pytest.mark.parametrize(("width", "below"), [(50, True), (70, False)])
def test_lines_that_find_room_elsewhere_stand_below_the_title_where_that_is_wide_enough(
    width, below
):
    """There is more of it above the title, at either side of what is drawn."""
    title = placeholder("ctrTitle", None, (5, 62, 90, 15), body=FLAT, style=style(40))
    logo, sample = shape((35, 0, 30, 60)), shape((0, 78, width, 17))
    desk = desk_on(title, logo, sample, kind="title", name="Cover")
    cover = desk.template.layouts[0]
    who = slide("A title", kind=SlideKind.TITLE, subtitle=runs("words"))
    (frame,) = cover_page(who, cover, cover.slots[0].box, desk).items
    assert (frame.box.y > cover.slots[0].box.y) is below


def test_lines_without_a_place_are_in_the_type_of_what_stands_on_pages_with_content():
    own = '<a:lvl1pPr><a:defRPr sz="2000"><a:latin typeface="Georgia"/></a:defRPr></a:lvl1pPr>'
    text = placeholder("body", 1, (5, 25, 90, 65), style=own)
    made = template_of(
        layout(title(), kind="title", name="Cover"),
        layout(placeholder("title", None, (5, 5, 90, 15)), text, kind="obj", name="Content"),
    )
    who = slide("A title", kind=SlideKind.TITLE, subtitle=runs("words"))
    cover = made.layouts[0]
    (frame,) = cover_page(who, cover, cover.slots[0].box, Desk(made, TYPESETTER)).items
    assert frame.levels[0].latin == "Georgia"


def toned(ground: str, title: str, line: str, points: int) -> tuple[str, str]:
    """Return the colours of a title and a line of a size on a ground, whose template has others."""

    def style(size: int, color: str) -> str:
        return f'<a:lvl1pPr><a:defRPr sz="{size * 100}">{solid(color)}</a:defRPr></a:lvl1pPr>'

    said = placeholder("ctrTitle", None, (10, 20, 80, 20), style=style(40, title))
    below = placeholder("subTitle", 1, (10, 45, 80, 15), style=style(points, line))
    desk = desk_on(said, below, kind="title", name="Cover", ground=background(ground))
    layout = desk.template.layouts[0]
    above, under = (desk.levels(layout, slot)[0].color.rgb for slot in layout.slots)
    return above, under


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (("0095D5", "FFFFFF", "FFFFFF", 14), ("101010", "101010")),
        (("0086BF", "FFFFFF", "FFFFFF", 24), ("FFFFFF", "FFFFFF")),
        (("0086BF", "FFFFFF", "FFFFFF", 40), ("FFFFFF", "FFFFFF")),
        (("0095D5", "FFFFFF", "CDE6F0", 14), ("FFFFFF", "101010")),
        (("888888", "808080", "BCE6EE", 32), ("203040", "203040")),
        (("888888", "000000", "FFFFFF", 32), ("000000", "FFFFFF")),
    ],
    ids=["title follows", "hardly less", "both read", "other hues", "line follows", "own line"],
)
def test_a_title_and_its_lines_are_not_pale_and_dark_for_being_read(given, found):
    assert toned(*given) == found
