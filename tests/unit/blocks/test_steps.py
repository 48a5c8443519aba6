"""Steps: how many stand in a row, by how much there is to read in their boxes."""

from __future__ import annotations

import pytest

from deckgen.pages import TextFrame, single_items
from tests.support.building import build_pages

SHORT = "Laptop and badge"
LONG = "Own a small piece of work from start to end, with reviews by two colleagues"


def rows_of(count, body, on):
    steps = ", ".join(f'{{title: Month, body: "{body}"}}' for _ in range(count))
    (page,) = build_pages(f"slides:\n  - title: t\n    steps: [{steps}]\n", on).pages
    frames = [i for i in single_items(page.items) if isinstance(i, TextFrame) and "Month" in i.text]
    return len({frame.box.y for frame in frames}), frames


@pytest.mark.parametrize("on", ["corporate", "plain"])
def test_steps_with_little_to_read_stand_in_one_row(on):
    assert rows_of(5, SHORT, on)[0] == 1


@pytest.mark.parametrize(("on", "rows"), [("corporate", 1), ("plain", 2)])
def test_boxes_with_much_to_read_are_wide_enough_for_few_lines(on, rows):
    found, frames = rows_of(5, LONG, on)
    assert found == rows
    assert max(sum(len(each.lines) for each in frame.paragraphs) for frame in frames) <= 6


def test_no_word_of_katakana_is_torn_where_boxes_may_be_wider():
    steps = "[調査, {title: 要件定義, body: 部門ヒアリング20回}, 設計, 構築, 移行, 定着]"
    (page,) = build_pages(f"slides:\n  - title: 手順\n    steps: {steps}\n", "corporate").pages
    (frame,) = (i for i in single_items(page.items) if isinstance(i, TextFrame) and "20" in i.text)
    assert "ヒアリング" in frame.paragraphs[1].text


def test_boxes_whose_texts_begin_on_top_are_hardly_higher_than_the_longest_text():
    _, frames = rows_of(3, LONG, "corporate")
    longest = max(frames, key=lambda frame: frame.height)
    insets = longest.body.insets
    assert longest.box.height < 1.15 * (longest.height + insets.top + insets.bottom)
