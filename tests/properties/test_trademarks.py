"""Whatever a deck says, wherever its notice stands: nothing overlaps, only signs are added."""

from __future__ import annotations

from collections import Counter
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.content import plain
from deckgen.wording import wordings
from tests.support.building import open_deck, place
from tests.support.invariants import faults

_WORDS: Final = (
    *("Orinoco", "オリノコ", "Rio Negro", "Delta", "delta", "Orinocos", "Orinoco®", "`Delta`"),
    *(
        "[Delta](https://delta.example/)",
        "**Rio** Negro",
        "の話",
        "and",
        "、",
        "water",
        "https://a.b/Delta",
    ),
)
_lines = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=6).map(" ".join)
_bodies = st.lists(_lines, min_size=1, max_size=14)


@st.composite
def decks(draw, first_use=("deck", "slide", "never")):
    """Return a deck about marks, and its setting for first uses."""
    use = draw(st.sampled_from(first_use))
    where = draw(st.sampled_from(("title", "every", "mentioning", "last")))
    settings = f"{{registry: marks.yaml, check: false, place: {where}, first_use: {use}}}"
    label = draw(
        st.sampled_from(("", "  label: 社外秘\n", "  copyright: {holder: Us, year: 2016}\n"))
    )
    text = f"deck:\n  language: ja\n{label}  trademarks: {settings}\n"
    text += f"title: {{title: '{draw(_lines)}'}}\nslides:\n"
    for body in draw(st.lists(_bodies, min_size=1, max_size=4)):
        text += f"  - title: '{draw(_lines)}'\n    body: |\n"
        text += "".join(f"      - {line}\n" for line in body)
        if draw(st.booleans()):
            text += f"    notes: '{draw(_lines)}'\n    source: '{draw(_lines)}'\n"
    return text


def told(deck):
    """Return the text of each slide but its foot, without signs."""
    return [
        [
            (one.part.value, plain(run for run in one.runs if not run.sign))
            for one in wordings(slide)
            if all(one.runs is not line.runs for line in slide.footnotes)
        ]
        for slide in deck.slides
    ]


def signs(slide):
    """Return the words that have a superscript sign behind them."""
    found = []
    for one in wordings(slide):
        for before, run in zip(one.runs, one.runs[1:], strict=False):
            if run.sign:
                found.append(before.text.split()[-1] + run.text)
                assert run.link is None
                assert not before.code
                assert before.link is None
    return found


@settings(max_examples=25)
@given(decks())
def test_nothing_but_signs_and_slides_of_attributions_is_added(text):
    before = open_deck(text).resolved()
    after = open_deck(text).deck()
    assert told(after)[: len(before.slides)] == told(before)


@settings(max_examples=25)
@given(decks(first_use=("deck",)))
def test_a_mark_is_signed_once_in_a_deck(text):
    slides = open_deck(text).deck().slides
    # Rio Negro has a rule of its own: once on each slide
    words = [word for slide in slides for word in signs(slide) if "Negro" not in word]
    counts = Counter("Delta" if "elta" in word else "Orinoco" for word in words)
    assert all(count == 1 for count in counts.values()), words
    assert all(sum("Negro" in word for word in signs(slide)) <= 1 for slide in slides)


@settings(max_examples=15)
@given(decks())
def test_pages_are_as_they_should_be(text):
    built = place(open_deck(text))
    assert not any(diagnostic.is_error for diagnostic in built.diagnostics)
    assert built.pages is not None
    assert faults(built.pages) == []
