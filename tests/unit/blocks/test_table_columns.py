"""Columns of tables share their room: words first, then short texts, then all they ask for."""

import pytest

from deckgen.blocks.tables.columns import CellLine, Extent, extent, widened, widths
from deckgen.placed_text import PlacedRun
from deckgen.text.fonts import NoFonts
from deckgen.text.model import Font
from deckgen.text.typesetter import Typesetter
from deckgen.units import ZERO, Centipoints, pt

FONT = Font("Arial", "Noto Sans CJK JP", "Arial", Centipoints(1000))


def column(min_content, firm, max_content):
    return Extent(pt(min_content), pt(firm), pt(max_content))


def asked(*texts):
    cells = [CellLine((PlacedRun(text, FONT, "en-US"),), ZERO) for text in texts]
    return extent(cells, Centipoints(1000).emu, Typesetter(NoFonts()))


def test_columns_that_ask_for_more_use_all_of_the_room():
    for room in (30, 90, 150, 249):
        columns = (column(20, 50, 50), column(10, 10, 200))
        assert sum(int(wide) for wide in widths(columns, pt(room), pt(9))) == pt(room)


def test_two_columns_that_ask_for_little_take_six_tenths_of_their_room():
    columns = (column(10, 10, 10), column(20, 20, 20))
    assert widths(columns, pt(800), pt(12)) == (pt(235), pt(245))


def test_three_columns_that_ask_for_little_take_all_of_their_room():
    columns = (column(10, 10, 10), column(20, 20, 20), column(30, 30, 30))
    assert widths(columns, pt(660), pt(12)) == (pt(210), pt(220), pt(230))


def test_one_column_is_as_wide_as_it_asks_with_some_space():
    assert widths((column(20, 20, 20),), pt(400), pt(12)) == (pt(32),)


def test_columns_that_ask_for_most_of_their_room_take_all_of_it():
    columns = (column(10, 10, 10), column(20, 20, 20))
    assert widths(columns, pt(40), pt(12)) == (pt(15), pt(25))
    assert widths(columns, pt(67), pt(12)) == (pt(28.5), pt(38.5))
    assert widths(columns, pt(70), pt(12)) == (pt(22), pt(32))


def test_columns_share_what_a_cell_asks_for_that_spans_them():
    columns = (column(10, 10, 10), column(20, 20, 20))
    first, second = widened(columns, column(40, 60, 100), pt(10))
    assert first == column(10, 20, 40)
    assert second == column(20, 30, 50)


def test_short_texts_are_whole_before_long_ones_get_more():
    name, story = widths((column(30, 80, 80), column(40, 40, 900)), pt(400), ZERO)
    assert name == pt(80)
    assert story == pt(320)


def test_words_are_whole_before_short_texts_are():
    first, second = widths((column(90, 90, 90), column(40, 120, 120)), pt(150), ZERO)
    assert first == pt(90)
    assert second == pt(60)


def test_where_words_must_be_cut_narrow_columns_are_left_whole():
    assert widths((column(20, 20, 20), column(300, 300, 300)), pt(100), ZERO) == (pt(20), pt(80))


def test_a_long_text_asks_for_its_longest_word_and_no_more_firmly():
    text = "It is of a considerable length, this sentence, and may well be broken"
    found = asked(text)
    assert found.min_content == found.firm == asked("considerable").max_content
    assert found.max_content > found.firm


def test_a_short_text_asks_to_stand_in_one_line():
    found = asked("R. Lindqvist")
    assert found.firm == found.max_content > found.min_content


@pytest.mark.parametrize("text", ["12,450百万円", "99.95 %", "41 分", "1,204 GB"])
def test_a_number_stays_whole_with_its_unit(text):
    found = asked(text)
    assert found.min_content == found.firm == found.max_content


@pytest.mark.parametrize("text", ["カスタマーサポート部", "12,450百万円の見込み"])
def test_japanese_may_be_broken_but_asks_not_to_be(text):
    found = asked(text)
    assert found.min_content < found.firm == found.max_content


def test_short_texts_are_broken_where_a_long_one_would_take_many_more_lines():
    columns = (column(40, 150, 150), column(40, 150, 150), column(30, 30, 900))
    found = widths(columns, pt(400), ZERO, pt(60))
    assert sum(found) == pt(400)
    assert [round(wide / pt(1)) for wide in found] == [60, 60, 280]


def test_short_texts_are_broken_where_a_long_one_then_takes_two_lines_instead_of_three():
    columns = (column(60, 138, 138), column(60, 154, 233), column(60, 119, 362), column(50, 96, 96))
    given = widths(columns, pt(550), ZERO, kept=pt(126))
    assert given[2] * 2 > pt(362)
    assert given[0] < pt(138)


def test_short_texts_stay_whole_where_that_costs_a_long_one_little():
    columns = (column(40, 100, 100), column(40, 100, 100), column(30, 30, 400))
    assert widths(columns, pt(400), ZERO, pt(60)) == (pt(100), pt(100), pt(200))


def test_where_short_texts_have_no_room_all_take_about_as_many_lines():
    columns = (column(20, 200, 200), column(20, 200, 200), column(20, 20, 800))
    found = widths(columns, pt(300), ZERO)
    assert sum(found) == pt(300)
    assert [round(wide / pt(1)) for wide in found] == [50, 50, 200]


def test_long_texts_take_as_many_lines_where_one_column_has_short_ones_too():
    risk, measure, owner = widths(
        (column(20, 100, 300), column(20, 24, 300), column(40, 60, 60)), pt(360), ZERO
    )
    assert risk == measure == pt(150)
    assert owner == pt(60)


def test_a_first_column_that_numbers_the_rows_stands_near_to_what_it_numbers():
    columns = (column(8, 8, 8), column(100, 100, 100), column(60, 60, 60))
    first, *others = (wide / pt(1) for wide in widths(columns, pt(393), pt(12)))
    assert (first, *others) == pytest.approx((33, 200, 160), abs=0.1)
    ranks_last = widths((*columns[1:], columns[0]), pt(493), pt(12))
    assert ranks_last[2] > pt(100)
