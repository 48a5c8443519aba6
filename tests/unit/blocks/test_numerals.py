"""Columns of numbers are told from columns of words and of names made of digits."""

import pytest

from deckgen.blocks.tables.numerals import are_marks, are_numbers, unbroken


@pytest.mark.parametrize(
    "texts",
    [
        ["1,204", "9.5", "-3"],
        ["+7.3%", "△13.6%", "—"],
        ["12,450百万円", "¥1,200", "(340)", "1億円"],
        ["€ 1.000,50", "12 €", "$3"],
        ["1.8倍", "3x"],
        ["<0.001", "0.045", "≤ 3"],
        ["0.1ms", "30 ms", "1,204ms"],
        ["0.6年", "12.5年"],
        ["9件", "1,204件", "なし"],
        ["3 weeks", "12 weeks"],
        ["80 km/h", "120 km/h"],
        ["42人/日", "8人/日"],
    ],
)
def test_amounts_are_numbers(texts):
    assert are_numbers(texts)


@pytest.mark.parametrize(
    "texts",
    [
        [],
        ["", "–"],
        ["11月", "12月"],
        ["09:12", "10:34"],
        ["15 Jan", "30 Nov"],
        ["1,204", "none yet"],
        ["v1.34", "v1.35"],
        ["03-1234-5678"],
        ["2026/11/05"],
        ["2016年", "2019年"],
        ["3日", "14日"],
        ["2 days", "1 week"],
        ["6.8", "3.2（2028年度）"],
        ["5 people", "3 people or more"],
    ],
)
def test_dates_times_and_names_are_not(texts):
    assert not are_numbers(texts)


@pytest.mark.parametrize("texts", [["○", "×", "—"], ["✓", ""], ["○", "△（要申請）"], ["☑", "☐"]])
def test_marks_may_say_what_they_depend_on(texts):
    assert are_marks(texts)


@pytest.mark.parametrize("texts", [[], ["", "—"], ["○", "可"], ["△（要申請）"], ["×2"], ["A", "B"]])
def test_words_grades_and_remarks_are_no_marks(texts):
    assert not are_marks(texts)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("see https://x.org/a/b.html now", ("see", "https://x.org/", "a/", "b.html", "now")),
        ("https://x.org", ("https://x.org",)),
        ("and/or 1/2", ("and/or", "1/2")),
        ("/etc/hosts", ("/", "etc/", "hosts")),
    ],
)
def test_addresses_and_paths_break_behind_slashes_and_pairs_of_words_do_not(text, parts):
    assert unbroken(text) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("28日（金）", ("28日（金）",)),
        ("2026年11月28日(金) 10時から", ("2026年11月28日(金)",)),
        ("3日（予定）", ()),
    ],
)
def test_a_date_stays_with_its_day_of_the_week(text, parts):
    assert unbroken(text) == parts
