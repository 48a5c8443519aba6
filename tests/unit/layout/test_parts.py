"""Content is shared out to places side by side: as written, by headings, or item by item."""

from __future__ import annotations

import pytest

from deckgen.layout.flow.galley import Block
from deckgen.layout.flow.parts import blocks_in, parts_of
from deckgen.layout.flow.stacked import measurable
from deckgen.wording import texts_in
from tests.support.building import open_deck


def content(body: str, opening: str = "") -> tuple[Block, ...]:
    """Return the blocks of a slide."""
    lines = "".join(f"      {line}\n" for line in body.splitlines())
    deck = open_deck(f"slides:\n  - title: T\n    body:{opening}\n{lines}").deck()
    assert deck is not None
    return tuple(map(measurable, deck.slides[0].content))


def text(markdown: str) -> tuple[Block, ...]:
    return content(markdown, " |")


def words(blocks) -> str:
    found = ("".join(run.text for run in runs) for runs in texts_in(blocks))
    return " ".join(found)


def said(blocks, count, *, titled=False):
    """Return the words of each column; None where there are none."""
    parts = parts_of(blocks, count, titled=titled)
    return None if parts is None else [words(column) for column in blocks_in(parts)]


def titles(blocks, count):
    parts = parts_of(blocks, count, titled=True)
    assert parts is not None
    return ["".join(run.text for run in title or ()) for title in parts.titles]


COLUMNS = "- columns: [{title: A, body: one}, {title: B, body: two}]"
HALF_TITLED = "- columns: [{title: A, body: one}, {body: two}]"
HEADINGS = "## A\n\none\n\nmore\n\n## B\n\ntwo"


def test_columns_are_taken_as_they_are_written():
    assert said(content(COLUMNS), 2) == ["one", "two"]
    assert said(content(COLUMNS), 2, titled=True) == ["one", "two"]
    assert said(content(COLUMNS), 3) is None


def test_places_with_titles_are_for_columns_that_have_all_of_them():
    assert said(content(HALF_TITLED), 2) == ["one", "two"]
    assert said(content(HALF_TITLED), 2, titled=True) is None


def test_headings_head_columns_or_are_their_titles():
    assert said(text(HEADINGS), 2) == ["A one more", "B two"]
    assert said(text(HEADINGS), 2, titled=True) == ["one more", "two"]
    assert titles(text(HEADINGS), 2) == ["A", "B"]


def test_text_above_the_first_heading_or_another_number_of_them_is_no_column():
    assert said(text(f"above\n\n{HEADINGS}"), 2, titled=True) is None
    assert said(text(HEADINGS), 3, titled=True) is None


def test_a_heading_without_text_below_it_heads_an_empty_column():
    assert said(text("## A\n\n## B\n\ntwo"), 2, titled=True) == ["", "two"]


def test_blocks_stand_one_by_one():
    three = content("- one\n- image: wide.png\n- image: tall.png")
    assert [len(column.split()) for column in said(three, 3)] == [1, 0, 0]


TABLE, PICTURE = "- table: [[a, b], [c, d]]", "- image: {src: wide.png, alt: x}"


@pytest.mark.parametrize(
    ("body", "pictorial"), [(("- one", PICTURE, TABLE), 1), ((PICTURE, "- one", TABLE), 0)]
)
def test_text_stands_in_one_column_and_pictures_in_the_other_as_they_come(body, pictorial):
    found = parts_of(content("\n".join(body)), 2, titled=False)
    assert found is not None
    assert [block.is_pictorial for block in blocks_in(found)[pictorial]] == [True]
    assert len(blocks_in(found)[1 - pictorial]) == 2


def test_blocks_of_one_kind_are_not_shared_out():
    assert said(content("\n".join([TABLE] * 3)), 2) is None
    assert said(content("\n".join([PICTURE] * 3)), 2) is None


def items(*lengths):
    return "\n".join(f"- {'x' * length}" for length in lengths)


@pytest.mark.parametrize(
    ("lengths", "count", "columns"),
    [
        ((5, 5, 5, 5), 2, [2, 2]),
        ((5, 5, 5, 5, 5), 2, [2, 3]),
        ((90, 5, 5, 5), 2, [1, 3]),
        ((5, 5, 5, 90), 2, [3, 1]),
        ((5,) * 6, 3, [2, 2, 2]),
        ((5, 5, 5), 3, [1, 1, 1]),
        ((200, 5, 5), 3, [1, 1, 1]),
        ((5, 5, 200), 3, [1, 1, 1]),
        ((1, 1, 40, 1), 2, [2, 2]),
    ],
)
def test_items_are_shared_out_as_evenly_as_they_can_be(lengths, count, columns):
    found = said(text(items(*lengths)), count)
    assert [len(column.split()) for column in found] == columns


def test_items_stay_with_what_stands_below_them():
    found = said(text("- one\n  - of it\n- two\n\n  more of it"), 2)
    assert found == ["one of it", "two more of it"]


def test_a_list_is_shared_out_only_if_it_is_one_from_the_start():
    assert said(text("above\n\n- one\n- two"), 2) is None
    assert said(text("- one"), 2) is None
    assert said(text("1. one\n2. two"), 2) == ["one", "two"]


def test_content_with_titles_is_not_shared_out_item_by_item():
    assert said(text("- one\n- two"), 2, titled=True) is None
