"""Tables: how columns are aligned, and what they cannot hold."""

import pytest

from deckgen.pages import TableFrame
from tests.support.building import build_pages, open_deck, place

DECK = """
slides:
  - title: Numbers
    table:
      {align}
      rows:
        - [Year, Sales, Month]
        - [2025, "12,450", 11月]
        - [2026, "9,120", 12月]
"""


def alignments(align=""):
    (page,) = build_pages(DECK.format(align=align)).pages
    (table,) = [item for item in page.items if isinstance(item, TableFrame)]
    return [[cell.paragraphs[0].style.align.value for cell in row.cells] for row in table.rows]


def test_numbers_stand_at_the_right_and_so_does_what_heads_them():
    assert alignments() == [["l", "r", "l"]] * 3


def test_what_is_written_is_kept():
    assert alignments("align: [right, left, center]") == [["r", "l", "ctr"]] * 3


def test_a_column_may_be_left_to_be_found_out():
    assert alignments("align: [center, auto, auto]") == [["ctr", "r", "l"]] * 3


def said(word, count):
    row = ", ".join([word] * count)
    built = place(open_deck(f"slides:\n  - title: Wide\n    table:\n      - [{row}]\n"))
    return [diagnostic.code.slug for diagnostic in built.diagnostics]


@pytest.mark.parametrize(("word", "count"), [("word", 60), ("infrastructure", 24), ("a", 100)])
def test_columns_that_are_too_narrow_for_their_words_are_reported(word, count):
    assert said(word, count) == ["text-overflow"]


def smallest(word, count):
    row = ", ".join([word] * count)
    pages = build_pages(f"slides:\n  - title: Wide\n    table:\n      - [{row}]\n").pages
    (table,) = [item for item in pages[0].items if isinstance(item, TableFrame)]
    return table.levels[0].size


def test_words_that_are_too_wide_at_the_usual_sizes_are_smaller_and_not_refused():
    assert smallest("establishment", 7) >= 1200 > smallest("establishment", 11) >= 900


@pytest.mark.parametrize(
    ("word", "count"), [("word", 10), ("漢字", 30), ("https://example.org/" + "a" * 60, 5)]
)
def test_addresses_and_japanese_may_break_in_a_cell(word, count):
    assert said(word, count) == []
