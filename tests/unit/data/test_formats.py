"""Format codes as Excel has them, and what they make of numbers and dates."""

from __future__ import annotations

import pytest

from deckgen.data.formats import BadFormatError, number_format
from deckgen.data.numerals import date


@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [
        ("0", 1.5, "2"),
        ("0", -0.4, "0"),
        ("#,##0", 1234567.5, "1,234,568"),
        ("#,##0.00", 0.5, "0.50"),
        ("#.##", 0.5, ".5"),
        ("0.##", 3.0, "3"),
        ("000", 7.0, "007"),
        ("0.0%", 0.1234, "12.3%"),
        ("#,##0,", 1234567.0, "1,235"),
        ("0.0,,", 1234567.0, "1.2"),
        ('#,##0"円"', 1200.0, "1,200円"),
        ("¥#,##0", -1200.0, "-¥1,200"),
        ("[$€-407] #,##0", 5.0, "€ 5"),
        ("#,##0;[Red]△#,##0", -1200.0, "△1,200"),
        ("#,##0;(#,##0);-", 0.0, "-"),
        ("#,##0_);(#,##0)", 12.0, "12 "),
        ("0.00E+00", 12345.0, "1.23E+04"),
        ("General", 0.1 + 0.2, "0.3"),
        ("General", 1e15, "1000000000000000"),
        ("yyyy-mm-dd", 46113.0, "2026-04-01"),
        ("yyyy年m月d日(aaa)", 46113.0, "2026年4月1日(水)"),
        ("h:mm AM/PM", 0.75, "6:00 PM"),
        ("mm:ss", 0.5 + 61 / 86400, "01:01"),
        ("mmm yyyy", 46113.0, "Apr 2026"),
        ("0", 2.5, "3"),
        ("@", "text", "text"),
        ("[h]:mm", 1.25, "30:00"),
        ("[mm]:ss", 1.25, "1800:00"),
        ("[ss]", 0.001, "86"),
        ('[$-411]ggge"年"m"月"d"日"', 46113.0, "令和8年4月1日"),
        ("ge.m.d", 43585.0, "H31.4.30"),
        ("gge", 43586.0, "令1"),
        ('[$-ja-JP-x-gannen]ggge"年"', 43586.0, "令和元年"),
        ("YYYY\\-MM\\-DD", 46113.0, "2026-04-01"),
        ('0.0"M"', 2.5, "2.5M"),
    ],
)
def test_a_code_shows_a_value_as_excel_does(code, value, shown):
    assert number_format(code).text(value) == shown


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("ja", "1,234.5"),
        ("de", "1.234,5"),
        ("de-CH", "1’234.5"),
        ("fr", "1\u202f234,5"),
        ("sv", "1\u00a0234,5"),
    ],
)
def test_marks_are_those_of_the_language(language, shown):
    assert number_format("#,##0.0").text(1234.5, language) == shown


@pytest.mark.parametrize(
    "code", ["[>100]0", "# ?/?", "e.m.d", "0;0;0;0;0", '"open', "0" * 300, "[h"]
)
def test_what_is_not_known_is_refused(code):
    with pytest.raises(BadFormatError):
        number_format(code)


def test_months_are_named_in_the_language():
    moment = date("2026-04-01")
    assert number_format("d. mmmm yyyy").text(moment, "de") == "1. April 2026"
    assert number_format("mmmm").text(moment, "ja") == "4月"
