"""Tables: how columns are aligned."""

from deckgen.pages import Table
from tests.support.building import build_pages

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
    (table,) = [item for item in page.items if isinstance(item, Table)]
    return [[cell.paragraphs[0].style.align.value for cell in row.cells] for row in table.rows]


def test_numbers_stand_at_the_right_and_so_does_what_heads_them():
    assert alignments() == [["l", "r", "l"]] * 3


def test_what_is_written_is_kept():
    assert alignments("align: [right, left, center]") == [["r", "l", "ctr"]] * 3


def test_a_column_may_be_left_to_be_found_out():
    assert alignments("align: [center, auto, auto]") == [["ctr", "r", "l"]] * 3
