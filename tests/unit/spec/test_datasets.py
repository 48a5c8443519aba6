"""What is wrong with data is told where it stands in their file."""

import pytest

from deckgen.limits import DEFAULT
from deckgen.spec.datasets import is_data
from deckgen.spec.written_data import written_data
from tests.support.building import open_deck


def test_rows_that_are_too_short_are_told_and_filled():
    build = open_deck("slides: [{title: x, table: {data: short.csv}}]")
    deck = build.deck()
    assert deck is not None
    (told,) = build.sink.sorted()
    assert (told.code.slug, str(told.span)) == ("uneven-table", "short.csv:2:1")
    assert told.message == "the row has 2 cells, but there are 3 columns"


@pytest.mark.parametrize(
    "text", ["name | age\nAnn | 31", "name | age\n---|---:\nAnn | 31", "|name|age|\n|Ann|31|"]
)
def test_bars_part_cells_with_and_without_a_bar_at_the_edges(read, text):
    lines = "\n".join(f"  {line}" for line in text.splitlines())
    node = read(f"a: |\n{lines}").root.get("a").value
    assert is_data(node)
    table = written_data(node, DEFAULT)
    assert table.names == ("name", "age")
    assert [[cell.text for cell in row] for row in table.rows] == [["Ann", "31"]]
