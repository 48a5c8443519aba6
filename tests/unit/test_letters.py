"""Letters are told to be East Asian by the ranges of Unicode."""

from __future__ import annotations

import pytest

from deckgen.letters import has_east_asian, is_east_asian

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
