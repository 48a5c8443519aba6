"""Where UAX #14 lets lines start, and what renderers make of it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from deckgen.text import LIBREOFFICE, POWERPOINT
from deckgen.text.breaks import opportunities


def parts(text, profile=POWERPOINT):
    allowed = opportunities(text, profile)
    starts = [0, *(index for index in range(1, len(text)) if allowed[index]), len(text)]
    return [text[a:b] for a, b in pairwise(starts)]


def test_a_line_starts_after_spaces_not_before():
    assert parts("one  two") == ["one  ", "two"]


def test_every_ideograph_may_start_a_line():
    assert parts("日本語") == ["日", "本", "語"]


def test_a_hyphen_ends_a_line():
    assert parts("well-known") == ["well-", "known"]


def test_a_number_with_its_signs_is_one_piece():
    assert parts("$1,000.50 (3%)") == ["$1,000.50 ", "(3%)"]


def test_brackets_hold_what_they_enclose():
    assert parts("日「本」語") == ["日", "「本」", "語"]


def test_a_word_joiner_holds_ideographs_together():
    assert parts("日\u2060本") == ["日\u2060本"]


def test_a_zero_width_space_lets_a_word_part():
    assert parts("ab\u200bcd") == ["ab\u200b", "cd"]


def test_flags_part_in_twos():
    flag = "\U0001f1ef\U0001f1f5"
    assert parts(flag * 3) == [flag] * 3


def test_a_hangul_syllable_is_not_parted():
    assert parts("\u1112\u1161\u11ab글") == ["\u1112\u1161\u11ab", "글"]


def test_small_kana_are_letters_to_powerpoint_and_hang_on_in_libreoffice():
    assert parts("あッあ") == ["あ", "ッ", "あ"]
    assert parts("あッあ", LIBREOFFICE) == ["あッ", "あ"]


def test_an_address_is_one_piece_to_powerpoint_and_parts_after_slashes_in_libreoffice():
    assert parts("a.org/b/c") == ["a.org/b/c"]
    assert parts("a.org/b/c", LIBREOFFICE) == ["a.org/", "b/", "c"]


def test_a_comma_of_full_width_holds_the_word_after_it_in_libreoffice():
    assert parts("東、OpenStack") == ["東、", "OpenStack"]
    assert parts("東、OpenStack", LIBREOFFICE) == ["東、OpenStack"]


@pytest.mark.parametrize("text", ["", " ", "\n", "\u0301", "\u200d", "\U0001f468"])
def test_short_texts_have_no_opportunity(text):
    assert not any(opportunities(text, LIBREOFFICE))
