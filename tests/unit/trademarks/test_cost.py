"""Decks that ask for nothing of this pay nothing for it."""

from __future__ import annotations

import subprocess
import sys

import pytest

PLAIN = "slides: [{title: OpenStack, body: text}]\n"
NOTICED = "deck: {trademarks: {notice: words}}\n" + PLAIN
SIGNED = "deck: {trademarks: {first_use: deck}}\n" + PLAIN
PROGRAM = """
import sys
from deckgen.compiler import build_text
build_text(sys.argv[1]).pages()
print(*(name for name in sys.modules if "ahocorasick" in name or "deckgen" in name))
"""


def imported(deck):
    command = [sys.executable, "-c", PROGRAM, deck]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_a_deck_without_settings_imports_nothing():
    forbidden = {
        "deckgen.trademarks",
        "aho",
        "resolve.footnotes",
        "layout.footnote",
        "resolve.small_print",
    }
    found = imported(PLAIN)
    assert not {name for name in found if any(word in name for word in forbidden)}


def test_a_plain_notice_searches_for_nothing():
    names = imported(NOTICED)
    assert "deckgen.trademarks.notice" in names
    assert not names & {"ahocorasick_rs", "deckgen.trademarks.lexicon", "deckgen.trademarks.known"}


@pytest.mark.parametrize("name", ["ahocorasick_rs", "deckgen.trademarks.lexicon"])
def test_a_search_imports_what_it_needs(name):
    assert name in imported(SIGNED)
