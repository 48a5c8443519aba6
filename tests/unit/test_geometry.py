"""Boxes divide without losing an EMU, and never get negative sizes."""

from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from deckgen.geometry import Insets, Rect, Size, distribute, fit_within
from deckgen.records import replace
from deckgen.units import ZERO, Emu

sides = st.integers(0, 10**8).map(Emu)
points = st.integers(-(10**8), 10**8).map(Emu)
boxes = st.builds(Rect, points, points, sides, sides)
weights = st.lists(st.floats(0, 100), min_size=1, max_size=12)


@given(sides, weights)
def test_shares_sum_to_the_whole(total, shares):
    parts = distribute(total, shares)
    assert sum(parts) == total
    assert len(parts) == len(shares)


@given(sides, weights)
def test_shares_are_in_proportion_to_the_emu(total, shares):
    assume(sum(shares) > 0.001)
    for part, weight in zip(distribute(total, shares), shares, strict=True):
        assert abs(part - total * (weight / sum(shares))) <= 2


@given(sides, st.integers(1, 9))
def test_weights_of_nothing_share_evenly(total, count):
    parts = distribute(total, [0.0] * count)
    assert sum(parts) == total
    assert max(parts) - min(parts) <= 1


@given(boxes, weights, st.integers(0, 1000).map(Emu))
def test_columns_fill_the_box_side_by_side(box, shares, gap):
    assume(box.width >= gap * len(shares))
    columns = box.columns(shares, gap)
    assert columns[0].x == box.x
    assert columns[-1].right == box.right
    for left, right in pairwise(columns):
        assert right.x == left.right + gap
    assert {(column.y, column.height) for column in columns} == {(box.y, box.height)}


@given(boxes, weights, st.integers(0, 1000).map(Emu))
def test_rows_fill_the_box_from_top_to_bottom(box, shares, gap):
    assume(box.height >= gap * len(shares))
    rows = box.rows(shares, gap)
    assert rows[0].y == box.y
    assert rows[-1].bottom == box.bottom
    for upper, lower in pairwise(rows):
        assert lower.y == upper.bottom + gap


@given(boxes, st.builds(Insets, sides, sides, sides, sides))
def test_insets_never_turn_a_box_inside_out(box, insets):
    inner = box.inset(insets)
    assert inner.width >= 0
    assert inner.height >= 0


@given(boxes, boxes)
def test_what_boxes_share_lies_in_both(one, other):
    common = one.intersection(other)
    assert common == other.intersection(one)
    assert one.overlaps(other) == other.overlaps(one) == (common.area > 0)
    if common.area:
        assert one.contains(common)
        assert other.contains(common)


@given(boxes, boxes)
def test_the_union_holds_both(one, other):
    assert one.union(other).contains(one)
    assert one.union(other).contains(other)


@given(boxes)
def test_a_box_contains_itself(box):
    assert box.contains(box)


def test_boxes_that_touch_share_no_area():
    left, right = Rect(ZERO, ZERO, Emu(5), Emu(5)), Rect(Emu(5), ZERO, Emu(5), Emu(5))
    assert left.intersection(right).area == 0
    assert not left.overlaps(right)
    assert left.overlaps(replace(right, x=Emu(4)))


pictures = st.builds(Size, st.integers(100, 10**7).map(Emu), st.integers(100, 10**7).map(Emu))


@given(pictures, boxes)
def test_a_fitted_picture_stays_within_its_box_in_the_middle(picture, box):
    fitted = fit_within(picture, box)
    assert box.contains(fitted)
    assert abs((fitted.x - box.x) - (box.right - fitted.right)) <= 1
    assert fitted.width in (box.width, fitted.width)


@given(pictures, st.builds(Rect, points, points, *[st.integers(10**6, 10**8).map(Emu)] * 2))
def test_a_fitted_picture_keeps_its_shape_and_touches_two_sides(picture, box):
    fitted = fit_within(picture, box)
    assert fitted.width == box.width or fitted.height == box.height
    assert abs(fitted.width * picture.height - fitted.height * picture.width) <= max(
        int(picture.width), int(picture.height)
    )
