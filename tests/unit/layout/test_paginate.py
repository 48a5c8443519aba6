"""Pages end where it is least bad, and nothing is lost between them."""

from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.layout.flow.galley import FORBIDDEN, Piece
from deckgen.layout.flow.paginate import (
    EMPTINESS,
    LONE_PIECE,
    PAGE_COST,
    Range,
    TooHigh,
    extent,
    fits,
    least_extent,
    paginate,
)
from deckgen.units import Emu

PAGE = Emu(100)


def piece(height, gap=0, least=None, penalty=0, repeated=0):
    return Piece(
        Emu(height), Emu(gap), None if least is None else Emu(least), penalty, Emu(repeated)
    )


def counts(pieces, available=PAGE):
    """Return how many pieces stand on each page."""
    found = paginate(pieces, available)
    assert not isinstance(found, TooHigh)
    return [page.stop - page.start for page in found]


pieces_of = st.lists(
    st.builds(
        piece,
        st.integers(1, 60),
        st.integers(0, 10),
        st.none(),
        st.sampled_from([0, 25, 120, 400]),
    ),
    min_size=1,
    max_size=9,
)
any_pieces = st.lists(
    st.builds(
        lambda height, shrink, gap, penalty, repeated: piece(
            height, gap, height // shrink, penalty, repeated
        ),
        st.integers(1, 140),
        st.integers(1, 3),
        st.integers(0, 10),
        st.sampled_from([0, 0, 120, FORBIDDEN]),
        st.sampled_from([0, 0, 15]),
    ),
    max_size=30,
)


def cost(pieces, ranges):
    """Return what a way to divide pieces costs, as the module defines it; None if it cannot be."""
    total = 0.0
    for page in ranges:
        if least_extent(pieces, page.start, page.stop) > PAGE:
            return None
        height = extent(pieces, page.start, page.stop)
        empty = max(0.0, 1 - height / PAGE)
        alone = page.stop - page.start == 1 and empty > 0.5
        total += PAGE_COST + EMPTINESS * empty * empty + (LONE_PIECE if alone else 0.0)
        total += pieces[page.stop].penalty if page.stop < len(pieces) else 0
    return total


def all_ways(count):
    for ends in product([False, True], repeat=count - 1):
        stops = [n + 1 for n, end in enumerate(ends) if end]
        yield [Range(a, b) for a, b in pairwise([0, *stops, count])]


@given(pieces_of)
def test_no_other_way_to_divide_is_better(pieces):
    found = paginate(pieces, PAGE)
    assert not isinstance(found, TooHigh)
    costs = [price for way in all_ways(len(pieces)) if (price := cost(pieces, way)) is not None]
    assert cost(pieces, found) == pytest.approx(min(costs))


@given(any_pieces)
def test_every_piece_stands_on_one_page_and_each_page_holds_its_pieces(pieces):
    found = paginate(pieces, PAGE)
    if isinstance(found, TooHigh):
        assert found.needed > found.available == PAGE
        return
    assert [index for page in found for index in range(page.start, page.stop)] == list(
        range(len(pieces))
    )
    assert all(least_extent(pieces, page.start, page.stop) <= PAGE for page in found)


@given(any_pieces)
def test_what_fits_is_one_page(pieces):
    if pieces and fits(pieces, PAGE):
        assert paginate(pieces, PAGE) == (Range(0, len(pieces)),)


def test_pages_are_balanced():
    assert counts([piece(20)] * 6) == [3, 3]


def test_a_gap_at_the_top_of_a_page_is_dropped():
    assert counts([piece(50), piece(50), piece(50, gap=10), piece(40, gap=10)]) == [2, 2]


def test_an_item_stays_with_what_introduces_it():
    pieces = [piece(20)] * 3 + [piece(20, penalty=400)] + [piece(20)] * 3
    assert counts(pieces) == [4, 3]


def test_a_bad_break_is_better_than_another_page():
    assert counts([piece(50), piece(50, penalty=400), piece(50, penalty=400)]) == [2, 1]


def test_forbidden_breaks_are_kept_even_where_pages_stay_empty():
    pieces = [piece(60), piece(30), piece(30, penalty=FORBIDDEN), piece(30, penalty=FORBIDDEN)]
    assert counts(pieces) == [1, 3]


def test_a_forbidden_break_is_the_last_resort():
    assert counts([piece(60), piece(60, penalty=FORBIDDEN)]) == [1, 1]


def test_a_repeated_header_takes_room_on_further_pages():
    rows = [piece(20), *[piece(20, repeated=20)] * 6]
    assert counts(rows) == [4, 3]
    assert counts([*rows, piece(20, repeated=20), piece(20, repeated=20)]) == [5, 4]
    assert counts([*rows, *[piece(20, repeated=20)] * 3]) == [4, 3, 3]


def test_what_can_shrink_does_before_a_page_is_added():
    assert counts([piece(60), piece(80, least=30)]) == [2]


def test_a_piece_higher_than_a_page_is_told_with_the_numbers():
    assert paginate([piece(10), piece(120)], PAGE) == TooHigh(1, Emu(120), PAGE)


def test_a_header_may_make_a_piece_too_high():
    assert paginate([piece(50), piece(90, repeated=20)], PAGE) == TooHigh(1, Emu(110), PAGE)


def test_nothing_needs_no_page():
    assert paginate([], PAGE) == ()


def test_of_pages_as_good_as_each_other_the_earlier_is_the_fuller():
    assert counts([piece(40)] * 3) == [2, 1]


def test_a_page_of_no_height_holds_what_has_none():
    assert paginate([piece(0), piece(0)], Emu(0)) == (Range(0, 2),)
    assert paginate([piece(0), piece(1)], Emu(0)) == TooHigh(1, Emu(1), Emu(0))


@pytest.mark.parametrize(("penalty", "found"), [(0, [2, 2]), (215, [2, 2]), (230, [3, 1])])
def test_a_line_alone_on_a_page_is_as_bad_as_a_break_that_disturbs(penalty, found):
    """Three and one leave 0.1 and 0.7 of their pages empty, two and two leave 0.4 of both."""
    four = [piece(30), piece(30), piece(30, penalty=penalty), piece(30)]
    assert counts(four) == found
