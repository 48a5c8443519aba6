"""Cells of tables hold paragraphs and lists, span columns and rows, and none is left out."""

from __future__ import annotations

from io import BytesIO

import pptx
import pytest

from deckgen.blocks.table import Table
from deckgen.compiler import build_text
from deckgen.emit import emit
from deckgen.opc.xml import qn
from deckgen.pages import TableFrame
from deckgen.units import pt
from tests.support.building import build_pages, open_deck, place
from tests.support.invariants import faults


def frames(deck):
    pages = build_pages(deck)
    assert faults(pages) == []
    return [item for page in pages.pages for item in page.items if isinstance(item, TableFrame)]


def frame(rows):
    return frames(f"slides:\n  - title: T\n    table:\n{rows}")[0]


def markdown(*lines):
    body = "".join(f"      {line}\n" for line in lines)
    return frames(f"slides:\n  - title: T\n    body: |\n{body}")[0]


def texts(table):
    return [
        ["\n".join(paragraph.text for paragraph in cell.paragraphs) for cell in row.cells]
        for row in table.rows
    ]


def said(deck):
    return [(d.code.slug, d.span.line) for d in place(open_deck(deck)).diagnostics]


RAGGED = """\
slides:
  - title: T
    body: |
      | a | b |
      |---|---|
      | 1 | 2 | 3 | 4 |
  - title: U
    table:
      - [a, b]
      - [1, 2, 3, 4]
"""


def test_a_cell_too_many_is_told_at_its_row_and_shown_in_markdown_and_yaml_alike():
    assert said(RAGGED) == [("uneven-table", 6), ("uneven-table", 10)]
    pages = place(open_deck(RAGGED)).pages.pages
    one, other = (item for page in pages for item in page.items if isinstance(item, TableFrame))
    assert texts(one) == texts(other) == [["a", "b", "", ""], ["1", "2", "3", "4"]]


def test_a_row_with_cells_too_few_is_nothing_to_tell_of():
    assert said("slides:\n  - title: T\n    table: [[a, b], [c]]\n") == []


@pytest.mark.parametrize("header", ["| | |", "||", "|  |  |"])
def test_a_header_that_says_nothing_is_none(header):
    if header == "||":
        table = markdown("| |", "|-|", "| 1 |")
    else:
        table = markdown(header, "|---|---|", "| 1 | 2 |")
    assert not table.header
    assert texts(table)[0][0] == "1"


def test_a_header_of_which_one_cell_says_something_stays():
    assert markdown("| | a |", "|---|---|", "| 1 | 2 |").header


def test_two_strokes_widen_the_cell_before_them_and_a_blank_between_them_does_not():
    table = markdown("| a | b | c |", "|---|---|---|", "| 1 || 2 |", "| 3 | | 4 |")
    wide, empty = table.rows[1].cells, table.rows[2].cells
    assert [(cell.across, cell.joins_left) for cell in wide] == [(2, False), (2, True), (1, False)]
    assert [cell.across for cell in empty] == [1, 1, 1]
    assert texts(table)[1:] == [["1", "", "2"], ["3", "", "4"]]


def test_an_escaped_stroke_parts_no_cells():
    assert texts(markdown("| a | b |", "|---|---|", r"| 1 \| 2 | 3 |"))[1] == ["1 | 2", "3"]


ITEM = """\
slides:
  - body: |
      - | a | b |
        |---|---|
        | 1 || x |
"""


def test_a_table_in_an_item_has_its_own_cells():
    deck = build_text(ITEM).deck()
    assert deck is not None
    (table,) = [block for block in deck.slides[0].content if isinstance(block, Table)]
    cells = [[cell.text.text for cell in row.cells] for row in table.rows]
    assert cells == [["a", "b"], ["1", "x"]]


def test_cells_span_rows_and_columns_and_the_rest_finds_its_place():
    table = frame(
        "      - [{text: A, rows: 2, span: 2}, b]\n"
        "      - [c]\n"
        "      - [d, {text: E, rows: 9}, f]\n"
    )
    assert texts(table) == [["A", "", "b"], ["", "", "c"], ["d", "E", "f"]]
    first = table.rows[0].cells[0]
    assert (first.across, first.down) == (2, 2)
    assert table.rows[2].cells[1].down == 1


def test_what_spans_is_written_as_powerpoint_does(tmp_path):
    deck = "slides:\n  - title: T\n    table: [[{text: A, rows: 2, span: 2}, b], [c]]\n"
    data = emit(build_pages(deck))
    slide = pptx.Presentation(BytesIO(data.read())).slides[0]
    cells = [dict(cell.attrib) for cell in slide.element.iter(qn("a:tc"))]
    assert cells == [
        {"rowSpan": "2", "gridSpan": "2"},
        {"rowSpan": "2", "hMerge": "1"},
        {},
        {"gridSpan": "2", "vMerge": "1"},
        {"hMerge": "1", "vMerge": "1"},
        {},
    ]
    (table,) = [shape.table for shape in slide.shapes if shape.has_table]
    assert table.cell(0, 0).is_merge_origin
    assert (table.cell(0, 0).span_height, table.cell(0, 0).span_width) == (2, 2)


def test_a_cell_that_spans_rows_goes_on_over_a_page():
    rows = "".join(f"      - [{n}, {n}]\n" for n in range(2, 41))
    parts = frames(
        f"slides:\n  - title: T\n    table:\n      - [Group, A, B]\n"
        f"      - [{{text: All, rows: 40}}, 1, 1]\n{rows}"
    )
    assert len(parts) > 1
    for part in parts:
        assert part.rows[1].cells[0].paragraphs[0].text == "All"
        assert part.rows[1].cells[0].down == len(part.rows) - 1


def test_the_rows_that_the_first_one_spans_head_the_columns_on_every_page():
    rows = "".join(f"      - [r{n}, {n}, {n}]\n" for n in range(40))
    parts = frames(
        "slides:\n  - title: T\n    table:\n"
        f"      - [{{text: Name, rows: 2}}, {{text: Sales, span: 2}}]\n      - [Q1, Q2]\n{rows}"
    )
    assert len(parts) > 1
    for part in parts:
        assert texts(part)[:2] == [["Name", "Sales", ""], ["", "Q1", "Q2"]]
        assert part.rows[1].cells[1].paragraphs[0].style.bold


def test_numbers_below_cells_that_span_still_stand_at_the_right():
    rows = "[a, {text: Both, span: 2}]", "[x, 1, 2]", "[y, {text: none, span: 2}]"
    table = frame("".join(f"      - {row}\n" for row in rows))
    shown = [[cell for cell in row.cells if cell.paragraphs] for row in table.rows]
    aligns = [[cell.paragraphs[0].style.align.value for cell in cells] for cells in shown]
    assert aligns == [["l", "ctr"], ["l", "r", "r"], ["l", "l"]]


LISTS = """\
slides:
  - title: T
    table:
      - [a, b]
      - - x
        - |
          - one
            - deeper
          - two
      - [y, "- no list"]
"""


def test_a_cell_of_several_lines_has_lists():
    (table,) = frames(LISTS)
    cell = table.rows[1].cells[1]
    assert [(p.text, p.level, bool(p.bullet.text)) for p in cell.paragraphs] == [
        ("one", 0, True),
        ("deeper", 1, True),
        ("two", 0, True),
    ]
    assert cell.body.anchor.value == "t"
    assert texts(table)[2][1] == "- no list"


def test_lines_of_a_markdown_cell_are_a_list_where_they_start_as_one():
    table = markdown("| a | b |", "|---|---|", "| x | - one<br>- two |", "| y | one<br>two |")
    listed, lines = (row.cells[1].paragraphs for row in table.rows[1:])
    assert [paragraph.text for paragraph in listed] == ["one", "two"]
    assert [paragraph.text for paragraph in lines] == ["one\ntwo"]


@pytest.mark.parametrize("key", ["span", "rows"])
def test_a_cell_spans_one_or_more(key):
    deck = f"slides:\n  - title: T\n    table: [[{{text: a, {key}: 0}}]]\n"
    assert said(deck) == [("invalid-value", 3)]


def test_a_small_table_is_set_larger_and_stands_on_the_axes_of_the_page():
    two, three, wide = frames(
        "slides:\n  - title: T\n    table: [[a, b], [1, 2]]\n"
        "  - title: U\n    table: [[a, b, c], [1, 2, 3]]\n"
        f"  - title: V\n    table: [[a, b], [{'word ' * 40}, 2]]\n"
    )
    assert two.box.x == three.box.x == wide.box.x
    assert 0.5 < two.box.width / wide.box.width < 0.75
    assert abs(three.box.width - wide.box.width) < pt(4)
    assert two.levels[0].size == three.levels[0].size > wide.levels[0].size


def test_a_number_stands_clear_of_the_word_in_the_next_column():
    table = frame("      - [Service, Objective, Owner]\n      - [Gateway, 99.95 %, Edge]\n")
    insets = table.rows[0].cells[0].body.insets
    assert insets.left + insets.right > table.levels[0].size.emu * 1.5


def test_rows_of_several_lines_start_at_the_top():
    table = frame(f"      - [a, b]\n      - [{'word ' * 60}, 2]\n      - [c, 3]\n")
    assert [row.cells[1].body.anchor.value for row in table.rows] == ["ctr", "t", "ctr"]


@pytest.mark.parametrize("columns", [3, 9, 12])
def test_columns_keep_a_gutter_of_seven_tenths_of_an_em(columns):
    row = ", ".join(["some words of text"] * columns)
    table = frame(f"      - [{row}]\n      - [{row}]\n")
    insets = table.rows[0].cells[0].body.insets
    assert insets.left + insets.right >= table.levels[0].size.emu * 0.7


MONEY = ", ".join(f"$1{n}.40 k" for n in range(9))


def test_names_of_columns_take_a_further_line_before_a_small_table_has_small_type():
    names = "Way, At 99th percentile, Cost in a year, Stale at the most, Can be undone, Who owns it"
    ways = "Cache beside the service, 38 ms, 14 k€, 30 s, in a minute, Aiko Sato"
    table = frame(f"      - [{names}]\n" + f"      - [{ways}]\n" * 2)
    usual = frame("      - [a, b]\n" * 9)
    assert table.levels[0].size == usual.levels[0].size
    assert table.rows[0].height > table.rows[1].height == table.rows[2].height


def test_a_small_table_that_is_as_wide_as_the_page_has_more_air():
    few, many = (frame(f"      - [{MONEY}]\n" * count) for count in (3, 9))
    assert few.levels[0].size == many.levels[0].size
    assert few.rows[0].height >= many.rows[0].height + pt(4)


@pytest.mark.parametrize(("texts", "is_airy"), [(3, True), (6, False)])
def test_a_table_has_no_more_air_than_what_stands_above_it_leaves(texts, is_airy):
    table = "      - table:\n" + f"          - [{MONEY}]\n" * 3
    above = "      - text: words that stand above the table\n" * texts
    (page,) = build_pages(f"slides:\n  - title: T\n    body:\n{above}{table}").pages
    (found,) = (item for item in page.items if isinstance(item, TableFrame))
    assert (found.rows[0].height > pt(30)) is is_airy
