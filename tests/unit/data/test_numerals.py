"""Numbers and dates as people write them."""

from __future__ import annotations

from datetime import date as calendar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.data.numerals import date, months_later, number, ordinal, value_of, year_month_day


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("1 234,5", 1234.5),
        ("12,5", 12.5),
        ("12,50", 12.5),
        ("1,23", 1.23),
        ("1,23,456", 123_456.0),
        ("12,3456", 123_456.0),
        ("１，２３４", 1234.0),
        ("△5", -5.0),
        ("▲1,200", -1200.0),
        ("(5)", -5.0),
        ("−3", -3.0),
        ("$-5", -5.0),
        ("¥1,200", 1200.0),
        ("42 %", 0.42),
        ("120億円", 1.2e10),
        ("5千億円", 5e11),
        ("3百万円", 3e6),
        ("2千円", 2000.0),
        ("1.5万", 15_000.0),
        ("△3億", -3e8),
        ("3万人", None),
        ("1万2千円", 12_000.0),
        ("1億2,300万円", 1.23e8),
        ("△3億500", -300_000_500.0),
        ("2千万", 2e7),
        ("2万3億", None),
        ("1万20,000", None),
        ("1.5e3", 1500.0),
        (".5", 0.5),
        ("(5", None),
        ("1,23,4567.8.9", None),
        ("12 apples", None),
        ("Q1", None),
        ("1-2", None),
        ("9" * 100, None),
        ("6.02e23", 6.02e23),
        ("1e-323", 0.0),
        ("-1e25", None),
        ("1e400", None),
    ],
)
def test_a_text_is_the_number_that_people_read(text, value):
    assert number(text) == value


def test_the_mark_before_decimals_can_be_a_comma():
    assert number("1.234", decimal=",") == 1234
    assert number("1,234", decimal=",") == 1.234


@pytest.mark.parametrize(
    ("text", "value"), [("007", "007"), ("n/a", None), ("－", None), ("x", "x")]
)
def test_codes_stay_and_marks_for_nothing_are_nothing(text, value):
    assert value_of(text) == value


@given(st.dates())
def test_days_are_counted_as_calendars_do(day):
    assert ordinal(day.year, day.month, day.day) == day.toordinal()
    assert year_month_day(day.toordinal()) == (day.year, day.month, day.day)


@pytest.mark.parametrize("text", ["2026-04-01", "2026/4/1", "2026年4月1日", "2026.04.01"])
def test_dates_are_read_in_several_forms(text):
    moment = date(text)
    assert moment is not None
    assert moment.day == calendar(2026, 4, 1).toordinal()


@pytest.mark.parametrize("text", ["2026-13-01", "2026-02-29", "1-2-3", "2026-04-01 25:00"])
def test_what_is_no_date_is_none(text):
    assert date(text) is None


@pytest.mark.parametrize(
    ("start", "months", "found"),
    [
        ((2024, 1, 31), 1, (2024, 2, 29)),
        ((2023, 11, 30), 3, (2024, 2, 29)),
        ((2024, 2, 29), 12, (2025, 2, 28)),
        ((2024, 5, 31), 0, (2024, 5, 31)),
        ((2024, 12, 1), 13, (2026, 1, 1)),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_a_shorter_month(start, months, found):
    assert months_later(ordinal(*start) or 0, months) == ordinal(*found)


def test_no_month_is_later_than_the_last():
    assert months_later(ordinal(9999, 12, 1) or 0, 1) is None
