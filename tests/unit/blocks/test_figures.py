"""Key figures: how many stand in a row, and how large their numbers are."""

from deckgen.pages import TextFrame, single_items
from tests.support.building import build_pages


def numbers(values):
    lines = "".join(
        f'      - {{value: "{value}", label: Label, change: +3 %}}\n' for value in values
    )
    (page,) = build_pages(f"slides:\n  - title: T\n    figures:\n{lines}").pages
    return [
        item
        for item in single_items(page.items)
        if isinstance(item, TextFrame) and item.text in values
    ]


def test_four_long_numbers_stand_in_two_rows_where_they_are_much_larger_so():
    found = numbers(["42 %", "1,204百万円", "98.5 %", "312"])
    assert len({frame.box.x for frame in found}) == 2
    assert min(frame.paragraphs[0].style.size for frame in found) >= 4400


def test_four_short_numbers_stand_in_one_row():
    assert len({frame.box.x for frame in numbers(["42 %", "312", "7", "98 %"])}) == 4


def test_seven_numbers_leave_none_alone_in_its_row():
    found = numbers([f"1,20{number}百万円" for number in range(7)])
    rows = sorted(frame.box.y for frame in found)
    assert min(rows.count(y) for y in rows) > 1
