"""Pairs of line-breaking classes part as UAX #14 says, by another implementation of it."""

from __future__ import annotations

from itertools import pairwise, product
from typing import Final

import pytest
from uniseg.linebreak import line_break_boundaries

from deckgen.records import replace
from deckgen.text import LIBREOFFICE, POWERPOINT
from deckgen.text.breaks import opportunities
from deckgen.text.characters import PROPERTIES

UNTAILORED = replace(
    POWERPOINT, name="untailored", classes={"CJ": "NS"}, joined=frozenset(), parted=frozenset()
)
CHARACTERS: Final = {
    "AI": "§", "AL": "a", "BA": "|", "BB": "´", "B2": "—", "CJ": "っ", "CL": "」", "CM": "\u0301",
    "CP": ")", "EB": "☝", "EM": "🏻", "EX": "!", "GL": "\u00a0", "HL": "א", "HY": "-", "H2": "가",
    "H3": "각", "ID": "漢", "IN": "…", "IS": ",", "JL": "ᄀ", "JT": "ᆨ", "JV": "ᅡ", "NS": "々",
    "NU": "1", "OP": "(", "PO": "%", "PR": "$", "QU": '"', "RI": "🇯", "SA": "ก", "SY": "/",
    "WJ": "\u2060", "ZW": "\u200b", "ZWJ": "\u200d",
}  # fmt: skip
NUMBERS: Final = {
    ("CL", "PO"), ("CL", "PR"), ("CP", "PO"), ("CP", "PR"), ("PO", "OP"), ("PR", "OP"),
    ("SY", "NU"),
}  # fmt: skip
"""Pairs that Unicode 16 keeps only in numbers, and the editions before it everywhere (LB25)."""
NEWER: Final = {("HY", "AI"), ("HY", "AL"), ("HY", "SA")}
"""A hyphen that begins a word stays with it since Unicode 16 (LB20a)."""
SPACES: Final = {("BA", "GL"), ("HY", "GL")}
"""A space without a break holds on to a hyphen here, which LB12a leaves out."""
ALONE: Final = {
    *product(["ZWJ"], ["BB", "B2", "EB", "EM", "H2", "H3", "ID", "JL", "JT", "JV", "RI"]),
    ("ZW", "ZW"),
}
"""A joiner or a break without width that no text has."""


def parts(text, profile):
    """Tell whether a line may start at the last character of a text."""
    return bool(opportunities(text, profile)[len(text) - len(text[-1])])


@pytest.mark.parametrize("name", CHARACTERS)
def test_characters_are_of_their_class(name):
    assert PROPERTIES[CHARACTERS[name]].line_break == name


@pytest.mark.parametrize("between", ["", " "], ids=["together", "spaced"])
@pytest.mark.parametrize("before", CHARACTERS)
def test_pairs_part_as_unicode_says(before, between):
    known = NUMBERS | NEWER | SPACES | ALONE
    for after in CHARACTERS:
        text = CHARACTERS[before] + between + CHARACTERS[after]
        expected = len(text) - 1 in line_break_boundaries(text)
        differs = parts(text, UNTAILORED) != expected
        assert differs == ((before, after) in known and (not between or after == "ZW")), after


@pytest.mark.parametrize("pair", sorted(LIBREOFFICE.joined))
def test_pairs_that_a_renderer_joins_do_not_part(pair):
    before, after = pair.split()
    assert not parts(CHARACTERS[before] + CHARACTERS[after], LIBREOFFICE)


@pytest.mark.parametrize("pair", sorted(LIBREOFFICE.parted))
def test_pairs_that_a_renderer_parts_do(pair):
    before, after = pair.split()
    assert parts(CHARACTERS[before] + CHARACTERS[after], LIBREOFFICE)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("$(1,000.-", ["$(1,000.-"]),
        ("(3%)x", ["(3%)x"]),
        ("1/2/3", ["1/2/3"]),
        ("€ 5", ["€ ", "5"]),
        ("12%34", ["12%34"]),
        ("a\u0301b", ["a\u0301b"]),
        ("漢\u0301字", ["漢\u0301", "字"]),
        (" \u0301漢", [" ", "\u0301", "漢"]),
        ("」 々", ["」 々"]),
        (") 々", [") 々"]),
        ("— —", ["— —"]),
        ("( a", ["( a"]),
        ("👩\u200d👩漢", ["👩\u200d👩", "漢"]),
        ("🇯🇵🇯🇵", ["🇯🇵", "🇯🇵"]),
        ("a 🇯🇵🇯", ["a ", "🇯🇵", "🇯"]),
    ],
)
def test_longer_texts_part_where_context_says(text, pieces):
    allowed = opportunities(text, UNTAILORED)
    places = [0, *(i for i in range(1, len(text)) if allowed[i]), len(text)]
    assert [text[a:b] for a, b in pairwise(places)] == pieces
