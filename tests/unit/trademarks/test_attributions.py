"""Sentences say whose marks are, as many marks in one as an owner has alike."""

from __future__ import annotations

import pytest

from deckgen.compiler import build_text
from deckgen.content import plain
from deckgen.trademarks.attributions import attributions
from deckgen.trademarks.phrases import phrases
from deckgen.trademarks.registry import Mark
from deckgen.world import MemoryWorld


def mark(name, owner="River Systems, Inc.", symbol="®", **others):
    return Mark(spellings=(name,), owner=owner, symbol=symbol, **others)


MARKS = [
    mark("Orinoco"),
    mark("Delta", "Delta Works"),
    mark("Rio Negro"),
    mark("Amazonas"),
    mark("Mamoré", symbol="™"),
    mark("Xingu", owner=""),
]


def test_marks_of_one_owner_stand_in_one_sentence_where_the_first_of_them_would():
    assert attributions(MARKS, "en-GB", "") == [
        "Orinoco, Rio Negro and Amazonas are registered trademarks of River Systems, Inc.",
        "Delta is a registered trademark of Delta Works.",
        "Mamoré is a trademark of River Systems, Inc.",
        "Xingu is a trademark of its owner.",
    ]


def test_japanese_has_the_same_words_for_one_and_several():
    assert attributions(MARKS, "ja", "")[:2] == [
        "Orinoco、Rio Negro、Amazonasは、River Systems, Inc.の登録商標です。",
        "Deltaは、Delta Worksの登録商標です。",
    ]


def test_a_mark_with_a_sentence_of_its_own_has_it():
    own = mark("Tapajós", attributions=(("", "Tapajós is ours."),))
    assert attributions([MARKS[0], own], "en", "") == [
        "Orinoco is a registered trademark of River Systems, Inc.",
        "Tapajós is ours.",
    ]


def test_a_mark_that_is_registered_elsewhere_is_but_claimed_here():
    there = mark("Tapajós", regions=("BR",))
    assert attributions([MARKS[0], there], "en", "JP") == [
        "Orinoco is a registered trademark of River Systems, Inc.",
        "Tapajós is a trademark of River Systems, Inc.",
    ]


@pytest.mark.parametrize(
    "language", ["ja", "zh", "zh-TW", "ko", "en", "de", "fr", "es", "it", "pt", "nl", "sv"]
)
@pytest.mark.parametrize("owner", ["", "River Systems"])
@pytest.mark.parametrize("registered", [True, False])
def test_each_language_names_all_marks_and_their_owner(language, owner, registered):
    for names in (["Orinoco"], ["Orinoco", "Delta"], ["Orinoco", "Delta", "Xingu"]):
        sentence = phrases(language).sentence(names, owner, registered=registered)
        assert all(name in sentence for name in [*names, owner])
        assert "{" not in sentence


DECK = """\
deck:
  language: en
  trademarks: {{registry: marks.yaml, place: {place}, notice: "Marks: {{marks}}."}}
slides:
  - {{title: Orinoco, body: and Delta}}
  - {{title: Delta, body: alone}}
  - {{title: None, body: here}}
"""
REGISTRY = b"known: false\nmarks: [{mark: Orinoco, owner: A}, {mark: Delta, owner: B}]\n"


def notices(place, registry=REGISTRY):
    deck = build_text(DECK.format(place=place), world=MemoryWorld({"marks.yaml": registry})).deck()
    return [[plain(line.runs) for line in slide.footnotes] for slide in deck.slides]


def test_a_slide_lists_the_marks_that_it_mentions():
    assert notices("mentioning") == [["Marks: Orinoco (A), Delta (B)."], ["Marks: Delta (B)."], []]


def test_a_notice_for_the_deck_lists_all_marks():
    assert notices("every") == [["Marks: Orinoco (A), Delta (B)."]] * 3
    assert notices("title")[1:] == [[], []]


@pytest.mark.parametrize("place", ["title", "every", "mentioning", "last"])
def test_a_notice_that_has_no_marks_to_list_is_none(place):
    assert notices(place, b"known: false\nmarks: [Xingu]\n") == [[], [], []]
