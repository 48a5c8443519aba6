"""Lengths stay whole EMU, and are read and shown as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.units import Centipoints, Emu, inch, mm, parse_length, pt, px, show

lengths = st.integers(-(10**9), 10**9).map(Emu)


@given(lengths, lengths, st.floats(-1000, 1000))
def test_arithmetic_of_lengths_gives_lengths(one, other, factor):
    for result in (one + other, one - other, -one, one * factor, 3 * one, one // 7):
        assert type(result) is Emu
    assert type(1 + one) is Emu
    assert type(1 - one) is Emu
    assert type(sum([one, other])) is Emu


@given(lengths, lengths.filter(bool))
def test_a_ratio_of_lengths_is_a_number(one, other):
    assert type(one / other) is float


@given(lengths)
def test_lengths_are_written_as_bare_integers(length):
    assert str(length) == f"{length}" == repr(int(length))
    assert str(Centipoints(1800)) == "1800"


@pytest.mark.parametrize(
    ("length", "emu"),
    [
        (pt(1), 12_700),
        (mm(1), 36_000),
        (inch(1), 914_400),
        (px(96), 914_400),
        (pt(0.1), 1_270),
    ],
)
def test_units_are_rounded_to_the_emu_not_cut(length, emu):
    assert length == emu


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("12pt", pt(12)),
        (" 12.5 mm ", mm(12.5)),
        (".5cm", mm(5)),
        ("-1in", inch(-1)),
        ("+3px", px(3)),
        ("7emu", Emu(7)),
        ("2.pt", pt(2)),
    ],
)
def test_a_length_is_a_number_and_a_unit(text, length):
    assert parse_length(text) == length


@pytest.mark.parametrize(
    "text", ["", "12", "pt", "12 furlongs", "1e3pt", "１２pt", "12pt 3", "--1pt"]
)
def test_anything_else_is_no_length(text):
    assert parse_length(text) is None


@given(lengths)
def test_a_length_in_emu_is_read_as_it_was_written(length):
    assert parse_length(f"{length}emu") == length


@given(st.integers(-(10**7), 10**7))
def test_a_shown_length_is_read_back_to_a_hundredth_of_a_point(hundredths):
    length = pt(hundredths / 100)
    assert parse_length(show(length)) == length


@pytest.mark.parametrize(
    ("length", "shown"), [(pt(14.25), "14.25pt"), (pt(10), "10pt"), (0, "0pt")]
)
def test_lengths_are_shown_in_points_without_needless_digits(length, shown):
    assert show(length) == shown


def test_a_size_is_scaled_to_a_whole_point():
    assert Centipoints(1800).scaled(0.9) == 1600
    assert Centipoints(2450).scaled(1.0) == 2400


def test_an_em_is_as_long_as_the_size():
    assert Centipoints(1800).emu == pt(18)
    assert Centipoints(1050).points == 10.5
