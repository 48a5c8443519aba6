"""Tables: how columns are aligned, and what they cannot hold."""

import pytest

from deckgen.letters import tears
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
    return alignments_in(DECK.format(align=align))


def alignments_in(deck):
    (page,) = build_pages(deck).pages
    (table,) = [item for item in page.items if isinstance(item, TableFrame)]
    return [
        [cell.paragraphs[0].style.align.value for cell in row.cells if cell.paragraphs]
        for row in table.rows
    ]


def test_numbers_stand_at_the_right_and_so_does_what_heads_them():
    assert alignments() == [["l", "r", "l"]] * 3


def test_what_is_written_is_kept():
    assert alignments("align: [right, left, center]") == [["r", "l", "ctr"]] * 3


def test_a_column_may_be_left_to_be_found_out():
    assert alignments("align: [center, auto, auto]") == [["ctr", "r", "l"]] * 3


def test_marks_stand_in_the_middle_and_so_does_what_heads_them():
    rows = "[[用途, 社内, 可否], [図面, ○, 不可], [原価, △（要申請）, 可], [公開, ×, 可]]"
    assert alignments_in(f"slides: [{{title: 区分, table: {rows}}}]") == [["l", "ctr", "l"]] * 4


MODELS = """
slides:
  - title: Models
    table:
      - [Variable, {{text: First, span: 2}}, {{text: Second, span: 2}}]
      - {second}
      - [Age, 0.081, <0.001, 0.079, "0.004"]
      - [Sex, -0.012, 0.045, -0.011, "0.067"]
"""


def test_words_over_numbers_below_a_name_of_several_columns_name_each_of_them():
    named = alignments_in(MODELS.format(second='["", β, p, β, p]'))
    assert named == [["l", "ctr", "ctr"], ["r", "r", "r", "r"], *[["l", "r", "r", "r", "r"]] * 2]


def test_numbers_below_a_name_of_several_columns_are_no_names():
    named = alignments_in(MODELS.format(second="[Size, 1, 2, 3, 4]"))
    assert named == [["l", "ctr", "ctr"], *[["l", "r", "r", "r", "r"]] * 3]


def test_words_that_go_on_below_are_no_names():
    words = MODELS.format(second="[Kind, a, b, c, d]").replace("0.0", "about 0.0")
    assert alignments_in(words) == [["l", "ctr", "ctr"], *[["l"] * 5] * 3]


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


ADDRESS = "https://handbook.example.org/engineering/onboarding/first/checklist.html"


def table_of(rows):
    lines = "".join(f"      - [{row}]\n" for row in rows)
    (page,) = build_pages(f"slides:\n  - title: Kept\n    table:\n{lines}").pages
    (table,) = [item for item in page.items if isinstance(item, TableFrame)]
    return table


def test_long_addresses_take_several_lines_rather_than_make_the_table_small():
    table = table_of(["What, Where, Owner", f"Handbook, {ADDRESS}, People and organisation"])
    assert table.levels[0].size >= 1600
    (paragraph,) = table.rows[1].cells[1].paragraphs
    assert len(paragraph.lines) > 1


def test_rows_are_higher_where_a_table_leaves_much_of_its_place_empty():
    rows = ["Name, What it says"] + ["n, " + "many words of prose " * 8] * 3
    few, many = table_of(rows), table_of(rows + rows[1:] * 2)

    def air(table):
        return table.rows[0].height - table.levels[0].size.emu * 1.2

    assert air(few) >= air(many) * 1.8
    assert few.box.height < 360 * 12700


def test_columns_whose_lines_leave_room_give_it_to_texts_that_take_more_lines():
    rows = """
      - [Role, Today, From January, Who helps]
      - [Field researcher, Writes a report after each trip, Records a note at the site the
         same day, Mei Tan]
      - [Product manager, Reads what arrives, Answers each note within five working
         days, Hanna Berg]
      - [Support, Is not involved, Sees all notes of a customer beside the ticket, Omar Said]
    """
    deck = f"deck: {{template: corporate, size: '4:3'}}\nslides:\n- title: T\n  table:{rows}"
    (page,) = build_pages(deck).pages
    (table,) = [item for item in page.items if isinstance(item, TableFrame)]
    cells = [cell for row in table.rows for cell in row.cells]
    assert max(len(cell.paragraphs[0].lines) for cell in cells) == 2


def test_lines_of_a_cell_end_between_words_where_a_narrower_text_does_that():
    """Whatever the width is: one of so many lengths would tear a word of two ideographs apart."""
    said = "が用いる外字を全面的に作り直して段差をなくした"
    for length in range(len(said) - 8):
        rows = f"[[拠点, 面積, 要員, 特徴], [千葉, 42000, 180名, {said[length:] * 2}]]"
        deck = f"deck: {{template: plain, size: '4:3'}}\nslides: [{{title: T, table: {rows}}}]"
        (page,) = build_pages(deck).pages
        (table,) = [item for item in page.items if isinstance(item, TableFrame)]
        cell = table.rows[1].cells[3]
        (paragraph,) = cell.paragraphs
        starts = [line.start for line in paragraph.lines[1:]]
        text = "".join(run.text for run in paragraph.runs)
        assert not any(tears(text[start - 1], text[start]) for start in starts)
        right = cell.body.insets.right
        assert paragraph.lines[0].width <= table.columns[3] - cell.body.insets.left - right
