"""Letters are told to be East Asian by the ranges of Unicode."""

from __future__ import annotations

import pytest

from deckgen.letters import PARTED, TORN, has_east_asian, is_east_asian, tears

INSIDE = "ᄀᇿ⺀〾ぁ漢꒏가힣豈﹏Ａﾟ𛀀𠀀"
OUTSIDE = "aé—“ჿሀ⹿〿ꓐꥀ𝒜😀"


@pytest.mark.parametrize("character", INSIDE)
def test_east_asian_letters_are_found_wherever_they_stand(character):
    assert is_east_asian(character)
    assert has_east_asian(character)
    assert has_east_asian(f"a — {character}")


@pytest.mark.parametrize("character", OUTSIDE)
def test_others_are_not(character):
    assert not is_east_asian(character)
    assert not has_east_asian(f"a{character}b")


def test_nothing_is_not_east_asian():
    assert not is_east_asian("")
    assert not has_east_asian("")


@pytest.mark.parametrize(
    "torn", ["サーバ|ー", "9|月", "第|3四半期", "5|ポイント", "li|ne", "予|定"]
)
def test_a_line_does_not_end_within_what_is_read_as_one(torn):
    before, behind = torn.split("|")
    assert tears(before[-1], behind[0]) >= PARTED


def test_compounds_are_parted_before_words_are_torn():
    assert tears("技", "術") < tears("サ", "ー") == TORN


@pytest.mark.parametrize(
    "whole", ["した。|次", "名を|招く", "path|/that", "今日・|サーバ", "から|5", "は|サ"]
)
def test_a_line_ends_between_phrases(whole):
    before, behind = whole.split("|")
    assert tears(before[-1], behind[0]) == 0
