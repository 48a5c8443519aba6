"""What is wrong with data is told where it stands in their file."""

from tests.support.building import open_deck


def test_rows_that_are_too_short_are_told_and_filled():
    build = open_deck("slides: [{title: x, table: {data: short.csv}}]")
    deck = build.deck()
    assert deck is not None
    (told,) = build.sink.sorted()
    assert (told.code.slug, str(told.span)) == ("uneven-table", "short.csv:2:1")
    assert told.message == "the row has 2 cells, but there are 3 columns"
