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


def test_figures_that_become_lower_for_what_is_below_them_leave_no_hole():
    figures = ", ".join(
        f"{{value: {value}, label: 解約率（月次）, change: +1 %}}"
        for value in ("48.2億円", "18.4 %", "1.9 %", "62")
    )
    deck = (
        "slides:\n  - title: 売上は計画を4ポイント上回り、利益率も改善した\n    body:\n"
        f"      - figures: [{figures}]\n      - |\n        - one\n        - two\n"
    )
    for on in ("corporate", "plain"):
        (page,) = build_pages(deck, on).pages
        frames = [item for item in single_items(page.items) if isinstance(item, TextFrame)]
        low = max(f.box.bottom for f in frames if f.name.startswith("Figure"))
        text = next(frame for frame in frames if "one" in frame.text)
        assert text.content.y - low < text.levels[0].size.emu * 1.6
