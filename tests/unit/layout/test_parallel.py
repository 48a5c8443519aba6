"""Galleys that stand side by side are divided together, and lose nothing."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from deckgen.drawn import Shape
from deckgen.geometry import Rect
from deckgen.layout.flow.galley import FORBIDDEN, Piece, Place
from deckgen.layout.flow.paginate import TooHigh, extent, paginate
from deckgen.layout.flow.parallel import Column, ParallelGalley
from deckgen.presets import Geometry
from deckgen.records import Struct
from deckgen.units import ZERO, Emu

PAGE = Emu(100)
PIECES = st.lists(
    st.builds(
        lambda height, gap, penalty: Piece(Emu(height), Emu(gap), penalty=penalty),
        st.integers(1, 30),
        st.integers(0, 9),
        st.sampled_from([0, 0, 0, 120, FORBIDDEN]),
    ),
    min_size=1,
    max_size=15,
)


class Bars(Struct, frozen=True):
    """A galley whose pieces are bars, called by their numbers."""

    pieces: tuple[Piece, ...]
    name: str
    fills_slot: bool = False
    cuts_words: bool = False
    diagnostics: tuple[()] = ()

    def place(self, start, stop, place):
        y, items = place.box.y, []
        for number in range(start, stop):
            piece = self.pieces[number]
            y += piece.gap if number > start else ZERO
            box = Rect(place.box.x, y, place.box.width, piece.height)
            items.append(Shape(box, Geometry.RECTANGLE, None, None, f"{self.name}{number}"))
            y += piece.height
        return tuple(items)


def side_by_side(*columns):
    return ParallelGalley(
        tuple(
            Column(Bars(tuple(pieces), "abc"[number]), Emu(50 * number), Emu(40))
            for number, pieces in enumerate(columns)
        ),
        gap=ZERO,
    )


def placed(galley, ranges):
    box = Rect(ZERO, ZERO, Emu(140), PAGE)
    return [galley.place(part.start, part.stop, Place(box)) for part in ranges]


@given(st.lists(PIECES, min_size=1, max_size=3))
def test_every_piece_is_on_one_page_in_its_order_and_within_it(columns):
    galley = side_by_side(*columns)
    ranges = paginate(galley.pieces, PAGE)
    if isinstance(ranges, TooHigh):
        return
    pages = placed(galley, ranges)
    for number, pieces in enumerate(columns):
        name = "abc"[number]
        found = [item.name for page in pages for item in page if item.name.startswith(name)]
        assert found == [f"{name}{index}" for index in range(len(pieces))]
    for page, part in zip(pages, ranges, strict=True):
        assert max(item.box.bottom for item in page) <= extent(galley.pieces, part.start, part.stop)


@given(PIECES)
@example([Piece(Emu(92)), Piece(Emu(30), Emu(9)), Piece(Emu(61), Emu(9))])
def test_a_single_column_is_divided_as_it_is_alone(pieces):
    galley = side_by_side(pieces)
    alone, together = paginate(tuple(pieces), PAGE), paginate(galley.pieces, PAGE)
    assert isinstance(alone, TooHigh) is isinstance(together, TooHigh)
    if not isinstance(alone, TooHigh) and not isinstance(together, TooHigh):
        assert len(alone) == len(together)


def test_columns_start_at_the_top_of_each_page():
    lines = [Piece(Emu(30))] * 5
    rows = [Piece(Emu(45))] * 3
    galley = side_by_side(lines, rows)
    ranges = paginate(galley.pieces, PAGE)
    assert not isinstance(ranges, TooHigh)
    for page in placed(galley, ranges):
        tops = {item.name[0]: item.box.y for item in reversed(page)}
        assert set(tops.values()) == {ZERO}


def test_a_break_is_as_bad_as_for_the_worst_column_and_takes_along_what_it_would_cut():
    """The lines end at 30, 60 and 90, the rows at 45 and 90."""
    lines = [Piece(Emu(30), penalty=penalty) for penalty in (0, 25, 120)]
    rows = [Piece(Emu(45)), Piece(Emu(45), penalty=400)]
    for columns in ((lines, rows), (rows, lines)):
        pieces = side_by_side(*columns).pieces
        assert [piece.height for piece in pieces] == [30, 15, 15, 30]
        assert [piece.penalty for piece in pieces] == [0, 25, 400, 400]
        assert [piece.repeated for piece in pieces] == [0, 30, 15, 15]


def test_what_a_column_repeats_on_a_further_page_is_kept_room_for():
    lines = [Piece(Emu(30))] * 2
    rows = [Piece(Emu(30)), Piece(Emu(30), repeated=Emu(8))]
    for columns in ((lines, rows), (rows, lines)):
        assert [piece.repeated for piece in side_by_side(*columns).pieces] == [0, 8]
