"""Columns of numbers are told from columns of words and of names made of digits."""

import pytest

from deckgen.blocks.tables.numerals import are_numbers


@pytest.mark.parametrize(
    "texts",
    [
        ["1,204", "9.5", "-3"],
        ["+7.3%", "△13.6%", "—"],
        ["12,450百万円", "¥1,200", "(340)", "1億円"],
        ["€ 1.000,50", "12 €", "$3"],
        ["1.8倍", "3x"],
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
    ],
)
def test_dates_times_and_names_are_not(texts):
    assert not are_numbers(texts)
