"""Text runs in columns where that saves pages, keeps it large, or where its lines are too long."""

from __future__ import annotations

import pytest

from deckgen.layout.areas.regions import body_region, halves
from deckgen.layout.flow.content import divide, flow_in
from deckgen.layout.flow.galley import Piece
from deckgen.layout.flow.paginate import extent
from deckgen.layout.plan.columns import (
    _filling,
    has_long_lines,
    in_columns,
    is_better,
    is_short_of_room,
    size_to_beat,
)
from deckgen.layout.plan.model import PlannedPage
from deckgen.pages import TextFrame
from deckgen.records import replace
from deckgen.styles import Anchor, BulletKind
from deckgen.units import Emu, pt
from tests.support.desks import desk_on, region_of, slide, text
from tests.support.packages import HEIGHT, WIDTH, layout, placeholder
from tests.support.pages import page_on, title_of

FLAT = 'lIns="0" tIns="0" rIns="0" bIns="0"'


def whole(blocks, region):
    return flow_in(blocks, region, region.context.levels)


def lines(count, words="words"):
    return text("\n".join([f"- {words}"] * count))


def columned(blocks, region, columns, *, runs=False, above=None):
    """Return the pages of blocks in columns."""
    return in_columns(blocks, whole(blocks, region), columns, runs=runs, above=above)


def pages(blocks, region, **more):
    """Return how many pieces each column has, page by page."""
    found = columned(blocks, region, halves(region, text_first=True), **more)
    return [
        [fragment.part.stop - fragment.part.start for fragment in page.fragments] for page in found
    ]


def test_bullets_are_the_same_in_all_columns_where_a_picture_shows_but_in_one():
    pictured = '<a:lvl1pPr><a:buBlip/><a:defRPr sz="2000"/></a:lvl1pPr>'
    desk = desk_on(placeholder("body", 1, (5, 25, 90, 65), body=FLAT, style=pictured))
    region = body_region(slide().around, desk.template.layouts[0], desk)
    blocks, columns = lines(LINES + 4), halves(region, text_first=True)

    def kinds(columns):
        (page,) = columned(blocks, region, columns)
        flows = (fragment.flow for fragment in page.fragments)
        return {flow.context.levels[0].bullet.kind for flow in flows}

    assert kinds(columns) == {BulletKind.CHARACTER}
    placed = [replace(column, slot=region.slot) for column in columns]
    assert kinds(placed) == {BulletKind.PICTURE}


LINES = int(HEIGHT * 65 / 100 / pt(24))
"""So many lines of text of 20 pt does a column hold."""


def test_columns_of_the_last_page_are_as_high_as_one_another():
    assert pages(lines(LINES + 4), region_of()) == [[9, 9]]
    ((first, second), (third, fourth)) = pages(lines(LINES * 3), region_of())
    assert first + second + third + fourth == LINES * 3
    assert abs(third - fourth) <= 2


@pytest.mark.parametrize(
    ("heights", "available", "stops"),
    [
        ([3, 7, 3], 22, [3]),
        ([5, 2, 9, 9], 29, [3, 4]),
        ([3, 6, 4], 27, [2, 3]),
        ([3, 4, 3], 11, [2, 3]),
        ([3, 4, 3, 4], 22, [2, 4]),
    ],
)
def test_columns_are_lower_to_fill_a_page_by_as_much_as_two_fifths(heights, available, stops):
    """Of ten, two columns hold five each; where those of seven hold no less, there is but one."""
    found = _filling([Piece(Emu(high)) for high in heights], Emu(available), 2)
    assert isinstance(found, tuple)
    assert [part.stop for part in found] == stops


@pytest.mark.parametrize(("count", "found"), [(5, []), (6, [[3, 3]]), (7, [[4, 3]])])
def test_a_column_has_three_lines_at_the_least(count, found):
    """The place has room for four lines of 20 pt."""
    assert pages(lines(count), region_of(height=18)) == found


def test_two_lines_are_no_column():
    assert pages(lines(2), region_of(height=4)) == []
    assert pages(lines(LINES + 3), region_of())[0][1] >= 3


@pytest.mark.parametrize(("wrapped", "found"), [(2, [[6, 6]]), (3, [])])
def test_one_item_in_five_may_wrap_in_columns(wrapped, found):
    listed = ["- words"] * (10 - wrapped) + [f"- {'words ' * 10}"] * wrapped
    assert pages(text("\n".join(listed)), region_of(height=30)) == found


def test_items_that_would_wrap_in_columns_stand_in_one():
    assert pages(lines(LINES + 4, "words " * 12), region_of()) == []
    assert pages(lines(LINES + 4, "words " * 12), region_of(), runs=True) != []


def test_columns_hold_no_more_than_the_lower_of_them():
    blocks, region = lines(22), region_of()
    first, second = halves(region, text_first=True)
    low = replace(second, box=replace(second.box, height=pt(24) * 8))
    for columns in ((first, low), (low, first)):
        fragments = [part for page in columned(blocks, region, columns) for part in page.fragments]
        assert sum(each.part.stop - each.part.start for each in fragments) == 22
        for each in fragments:
            assert extent(each.flow.pieces, each.part.start, each.part.stop) <= low.box.height


@pytest.mark.parametrize(("height", "found"), [(18, [[5, 5]]), (16, [])])
def test_smaller_text_is_tried_where_larger_leaves_too_little_in_the_last_column(height, found):
    """Ten lines of 20 pt stand in columns of 3, 3, 2 and 2, as smaller ones do where it is low."""
    assert pages(lines(10), region_of(height=height)) == found


def test_the_last_column_has_three_lines_at_the_least():
    assert pages(lines(9), region_of(height=18)) == [[5, 4]]


def test_smaller_text_is_tried_where_larger_wraps_in_columns():
    assert pages(lines(LINES + 4, "words " * 7), region_of()) == [[9, 9]]


def test_text_is_smaller_in_columns_only_where_that_saves_pages():
    def found(count):
        blocks, region = lines(count), region_of()
        pages = columned(blocks, region, halves(region, text_first=True))
        return len(pages), pages[0].fragments[0].flow.context.text.size

    assert found(LINES * 2) == (1, 2000)
    count, size = found(LINES * 2 + 2)
    assert count == 1
    assert size < 2000
    assert found(LINES * 3) == (2, 2000)


def test_text_with_something_else_below_it_has_no_columns():
    listed = "\n".join(["- words"] * (LINES + 4))
    assert pages(text(listed), region_of()) != []
    assert pages(text(f"{listed}\n\n| a | b |\n|---|---|\n| c | d |"), region_of()) == []


def long(count, width=90.0):
    region = region_of(width=width, points=16)
    return has_long_lines(whole(text("words and more of them, " * count), region))


FOLLOWED = 48 * 16 * 12_700 * 100 / WIDTH
"""The width of 48 em of 16 pt, in percent of the slide."""


def test_lines_are_long_where_text_runs_over_six_that_are_wider_than_the_eye_follows():
    assert not long(12)
    assert long(60)
    assert not long(60, FOLLOWED - 0.1)
    assert long(60, FOLLOWED + 0.1)


def runs(*counts):
    """Return how many lines paragraphs have, and whether they are long lines that are many."""
    flow = whole(
        text("\n\n".join("words and more " * count for count in counts)), region_of(points=16)
    )
    return sum(len(each.lines) for each in flow.galleys[0].paragraphs), has_long_lines(flow)


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        ((30,), (5, False)),
        ((35,), (6, True)),
        ((1, 1, 1, 1, 12, 12), (8, False)),
        ((1, 1, 1, 12, 12, 12), (9, True)),
    ],
)
def test_lines_are_many_that_are_six_and_half_more_than_paragraphs(counts, found):
    assert runs(*counts) == found


def test_a_list_does_not_run():
    assert not has_long_lines(whole(lines(12), region_of()))


def divided(blocks, region):
    found = divide(blocks, region, split=True)
    assert isinstance(found, tuple)
    return tuple(PlannedPage(region.layout, (fragment,)) for fragment in found)


def test_text_is_short_of_room_on_a_second_page_or_in_a_smaller_size():
    region = region_of()
    assert not is_short_of_room(divided(lines(LINES), region), region)
    assert is_short_of_room(divided(lines(LINES + 1), region), region)
    assert is_short_of_room(divided(lines(LINES * 2), region), region)
    assert not is_short_of_room((), region)


def test_columns_are_better_where_they_spare_pages_or_keep_text_large():
    region = region_of()

    def better(blocks):
        columns = columned(blocks, region, halves(region, text_first=True))
        return is_better(columns, divided(blocks, region))

    assert better(lines(LINES * 2))
    assert better(lines(LINES + 4))
    assert not better(lines(8))


def test_columns_have_to_beat_the_size_of_one_page_and_the_number_of_several():
    region, blocks = region_of(), lines(LINES + 1)
    small = divided(blocks, region)
    size = size_to_beat(small)
    assert len(small) == 1
    assert size == small[0].fragments[0].flow.context.text.size < 2000
    assert size_to_beat(divided(lines(LINES * 2), region)) is None
    assert pages(blocks, region, above=size) == pages(blocks, region)
    assert pages(blocks, region, above=region.context.text.size) == []


def test_columns_start_on_one_line_where_a_template_has_text_in_the_middle(tmp_path):
    centred = layout(
        placeholder("title", None, (6, 5, 88, 15)),
        placeholder(None, 1, (6, 25, 88, 60), body='anchor="ctr"'),
        name="Title and Content",
        kind="obj",
    )
    items = ", ".join(f"'- Item {number}'" for number in range(1, 22))
    page = page_on(tmp_path, (centred,), "T", f"body: [{items}]")
    columns = [i for i in page.items if isinstance(i, TextFrame) and i is not title_of(page)]
    assert [len(column.paragraphs) for column in columns] == [11, 10]
    assert {column.body.anchor for column in columns} == {Anchor.TOP}


def test_columns_with_titles_start_on_one_line_where_a_template_has_text_in_the_middle(tmp_path):
    centred = layout(
        placeholder("title", None, (6, 5, 88, 15)),
        placeholder(None, 1, (6, 25, 88, 60), body='anchor="ctr"'),
        name="Title and Content",
        kind="obj",
    )
    one, other = "{title: A, body: [one]}", "{title: B, body: [two, three]}"
    page = page_on(tmp_path, (centred,), "T", f"body: [{{columns: [{one}, {other}]}}]")
    texts = [item for item in page.items if isinstance(item, TextFrame)]
    lists = [frame for frame in texts if frame.paragraphs[0].text in {"one", "two"}]
    assert len(lists) == 2
    assert len({frame.box.y for frame in lists}) == 1
    assert {frame.body.anchor for frame in lists} == {Anchor.TOP}
    assert lists[0].box.y > HEIGHT * 0.4


@pytest.mark.parametrize(("other", "widths"), [(40, [40, 40]), (30, [43, 43])])
def test_a_long_list_has_the_columns_of_the_template_only_if_they_are_alike(
    tmp_path, other, widths
):
    head = placeholder("title", None, (5, 5, 90, 12))
    one, two = (
        placeholder("body", number, (x, 25, width, 65), body=FLAT, style=SIZED)
        for number, x, width in ((1, 5, 40), (2, 52, other))
    )
    whole_page = placeholder("body", 1, (5, 25, 90, 65), body=FLAT, style=SIZED)
    layouts = (
        layout(head, whole_page, name="Content", kind="obj"),
        layout(head, one, two, name="Two", kind="twoObj"),
    )
    page = page_on(tmp_path, layouts, "T", f"body: [{', '.join(['words'] * (LINES + 4))}]")
    columns = [i for i in page.items if isinstance(i, TextFrame) and i is not title_of(page)]
    assert [round(column.box.width * 100 / WIDTH) for column in columns] == widths


SIZED = '<a:lvl1pPr><a:defRPr sz="2000"/></a:lvl1pPr>'
