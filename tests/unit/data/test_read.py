"""Files of data, in the ways that programs write them."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

import pytest

from deckgen.data.excel import Selection, area_of
from deckgen.data.model import BadDataError
from deckgen.data.numerals import ordinal
from deckgen.data.read import read_data
from deckgen.guesses import Guesses
from deckgen.limits import DEFAULT
from deckgen.records import replace


def read(data, name="data.csv", *, sheet="", area="", limits=DEFAULT, apart=False):
    return read_data(data, name, Selection(sheet, area, apart=apart), limits, Guesses())


def values(table):
    return [[cell.value for cell in row] for row in table.rows]


@pytest.mark.parametrize("written", ["1e400", "-1e305", "9" * 400])
def test_numbers_with_which_nothing_can_be_calculated_are_text(written):
    for data, name in ((f'[{{"a": {written}}}]', "x.json"), (f"a\n{written}\n", "x.csv")):
        ((value,),) = values(read(data.encode(), name))
        assert isinstance(value, str)


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_out(mark):
    table = read(f"a{mark}b\n1{mark}x\n".encode())
    assert table.names == ("a", "b")
    assert values(table) == [[1.0, "x"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932"])
def test_japanese_is_read_as_excel_writes_it(encoding):
    table = read("地域,売上\r\n東京,△1\r\n".encode(encoding))
    assert table.names == ("地域", "売上")
    assert values(table) == [["東京", -1.0]]


def test_western_text_of_windows_is_not_taken_for_japanese():
    assert read("name\ncafé très\n".encode("cp1252")).rows[0][0].text == "café très"


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("euc_jp", "名前,部署\nさとう,営業部\n"),
        ("iso2022_jp", "名前,部署\n佐藤,営業部\n"),
        ("utf-16-le", "名前,部署\n佐藤,営業部\n"),
        ("utf-16-be", "名前,部署\n佐藤,営業部\n"),
        ("cp932", "氏名,ﾌﾘｶﾞﾅ\n髙橋①,ﾀｶﾊｼ\n"),
        ("cp932", "ﾅﾏｴ,ﾃﾞﾝﾜ\nﾔﾏﾀﾞ ﾀﾛｳ,03\nｽｽﾞｷ ﾊﾅｺ,04\n"),
        ("cp1252", "nom,œuvre\nHélène,“ça” – 5 €\n"),
        ("cp1252", "Straße\nGröße äöü\n"),
    ],
)
def test_text_is_read_in_the_encoding_in_which_it_makes_sense(encoding, text):
    table = read(text.encode(encoding))
    said = [table.names, *(tuple(cell.text for cell in row) for row in table.rows)]
    assert said == [tuple(line.split(",")) for line in text.splitlines()]


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("gb18030", "姓名,部门\n张三,市场部\n李四,技术部\n"),
        ("big5", "姓名,部門\n張三,市場部\n王小明,研發部\n"),
        ("euc_kr", "이름,부서\n김철수,영업부\n박영희,개발부\n"),
        ("cp1251", "Имя,Отдел\nИван,Продажи\n"),
    ],
)
def test_text_that_makes_no_sense_is_refused_rather_than_garbled(encoding, text):
    with pytest.raises(BadDataError, match=r"not UTF-8 text: byte 0x\w\w in line 1") as caught:
        read(text.encode(encoding))
    assert "UTF-8" in caught.value.hints[0]


def test_utf_8_with_a_broken_byte_is_told_at_its_place_and_read_as_nothing_else():
    with pytest.raises(BadDataError, match="byte 0xFF") as caught:
        read("名前\n山田".encode() + b"\xff" + "太郎\n".encode())
    assert str(caught.value.span) == "data.csv:2:3"


def test_lines_within_cells_stay_lines_whatever_ends_them():
    table = read('a\n"x\x0by\u2028z\r\nw"\n\x1a'.encode())
    assert values(table) == [["x\ny\nz\nw"]]


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [("d.csv", "a,b\nx,y\x07z\n", "2:4"), ("d.json", '[{"a": "x\\u0000"}]', "1:2")],
)
def test_characters_that_no_file_can_hold_are_told(name, text, place):
    with pytest.raises(BadDataError, match=r"U\+000[07] is not allowed") as caught:
        read(text.encode(), name)
    assert str(caught.value.span) == f"{name}:{place}"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("d.csv", "a\nx\ny\x07\nz\n"),
        ("d.jsonl", '{"a": "x"}\n{"a": ["y"]}\n{"a": "z"}\n'),
        ("d.json", '[{"a": "x"}, {"a": {"b": 1}}, {"a": "z"}]'),
    ],
)
def test_a_mistake_in_a_row_leaves_the_others_where_they_are_read_apart(name, text):
    table = read(text.encode(), name, apart=True)
    assert [table.rows[0][0].text, table.rows[2][0].text] == ["x", "z"]
    assert list(table.mistakes) == [1]


def test_a_title_above_the_names_is_told_with_what_to_do():
    rows = [["Members"], [], ["name", "age"], ["Ann", 1], ["Ben", 2]]
    data = saved(workbook(("S", rows)))
    with pytest.raises(BadDataError, match=r"first row names one column, .* 2 cells") as caught:
        read(data, "b.xlsx")
    assert str(caught.value.span) == "b.xlsx [S]:1:1"
    assert "row 3" in caught.value.hints[0]


def test_a_cell_too_many_is_not_blamed_on_a_comma_where_there_is_none():
    for data, name in (
        (saved(workbook(("S", [["a", "b"], [1, 2, 3]]))), "b.xlsx"),
        (b"a\tb\n1\t2\t3", "b.tsv"),
    ):
        with pytest.raises(BadDataError, match="3 cells") as caught:
            read(data, name)
        assert not caught.value.hints


def test_what_cells_say_that_are_merged_holds_for_each_row_where_rows_stand_for_themselves():
    book = workbook(("S", [["dept", "name"], ["Sales", "Ann"], [None, "Ben"], ["Law", "Cy"]]))
    book["S"].merge_cells("A2:A3")
    data = saved(book)
    assert [row[0] for row in values(read(data, "b.xlsx", apart=True))] == ["Sales", "Sales", "Law"]
    assert [row[0] for row in values(read(data, "b.xlsx"))] == ["Sales", None, "Law"]


def with_format(number, charset=1):
    """Return a workbook with a date in a format that is known by its number alone."""
    from openpyxl.styles import Font

    book = workbook(("S", [["a"], [46113]]))
    book["S"]["A2"].number_format = "0.0000"
    book["S"]["A2"].font = Font(name="X", charset=charset)
    given, taken = io.BytesIO(saved(book)), io.BytesIO()
    with zipfile.ZipFile(given) as source, zipfile.ZipFile(taken, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name.endswith("styles.xml"):
                data = data.replace(
                    b'numFmtId="164" fontId', f'numFmtId="{number}" fontId'.encode()
                )
                assert f'numFmtId="{number}"'.encode() in data
            target.writestr(name, data)
    return taken.getvalue()


@pytest.mark.parametrize(
    ("number", "charset", "shown"),
    [
        (14, 1, "2026-04-01"),
        (22, 1, "2026-04-01 00:00"),
        (31, 1, "2026年4月1日"),
        (55, 128, "2026年4月"),
        (28, 128, "令和8年4月1日"),
        (57, 128, "R8.4.1"),
        (28, 134, "2026-04-01"),
    ],
)
def test_dates_are_dates_whose_formats_a_workbook_only_numbers(number, charset, shown):
    assert read(with_format(number, charset), "b.xlsx").rows[0][0].text == shown


def test_returns_that_workbooks_escape_end_lines():
    data = saved(workbook(("S", [["a"], ["x_x000D_\ny"]])))
    assert read(data, "b.xlsx").rows[0][0].text == "x\ny"


def test_where_the_semicolon_parts_fields_the_comma_parts_decimals():
    assert values(read(b"a;b\n1,500;1.500\n")) == [[1.5, 1500.0]]


def test_quoted_fields_hold_delimiters_quotes_and_lines():
    table = read(b'a,b\r\n"x, ""y""","1\n2"\r\n')
    assert values(table) == [['x, "y"', "1\n2"]]


def test_excels_line_on_the_delimiter_is_obeyed():
    assert read(b"sep=;\na;b\n1;2\n").names == ("a", "b")


def test_cells_know_their_place():
    table = read(b"a,b\n1,two\n")
    assert str(table.rows[0][1].span) == "data.csv:2:3"
    assert table.rows[0][1].span.text == "two"


def test_short_rows_are_filled_and_long_ones_told():
    short = read(b"a,b\n1\n2,\n")
    assert values(short) == [[1.0, None], [2.0, None]]
    assert [(row.cells, str(row.span)) for row in short.short] == [(1, "data.csv:2:1")]
    with pytest.raises(BadDataError, match="the row has 3 cells") as caught:
        read(b"a,b\n1,2,3\n")
    assert str(caught.value.span) == "data.csv:2:5"


@pytest.mark.parametrize(
    ("text", "place"), [('a\n"x', "2:1"), ('a\n"x" y', "2:1"), ("", None), ("\n\n", None)]
)
def test_what_is_no_table_is_told_at_its_place(text, place):
    with pytest.raises(BadDataError) as caught:
        read(text.encode())
    assert caught.value.span is None or f"data.csv:{place}" == str(caught.value.span)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("d.json", '[{"a": 1, "b": "x"}, {"b": "y"}]'),
        ("d.json", '[["a", "b"], [1, "x"], [null, "y"]]'),
        ("d.json", '{"a": [1, null], "b": ["x", "y"]}'),
        ("d.jsonl", '{"a": 1, "b": "x"}\n\n{"b": "y"}\n'),
    ],
)
def test_json_is_read_in_its_forms(name, text):
    table = read(text.encode(), name)
    assert table.names == ("a", "b")
    assert values(table) == [[1.0, "x"], [None, "y"]]


@pytest.mark.parametrize("text", ['[{"a": 1}', "[1]", "{}", "3", "[" * 5000, '[{"a": [1]}]', ""])
def test_json_that_is_no_table_is_refused(text):
    with pytest.raises(BadDataError):
        read(text.encode(), "d.json")


def workbook(*sheets, hidden=()):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        if name in hidden:
            sheet.sheet_state = "hidden"
    return book


def saved(book):
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_excel_gives_what_it_shows():
    book = workbook(("S", [["day", "share", "n"], [date(2026, 4, 1), 0.423, 1234.5]]))
    sheet = book["S"]
    sheet["A2"].number_format = 'yyyy"年"m"月"'
    sheet["B2"].number_format = "0%"
    sheet["C2"].number_format = "#,##0.0"
    row = read(saved(book), "b.xlsx").rows[0]
    assert [cell.text for cell in row] == ["2026年4月", "42%", "1,234.5"]
    assert row[0].value.day == ordinal(2026, 4, 1)
    assert row[1].value == 0.423


def test_times_of_day_are_kept():
    book = workbook(("S", [["at"], [datetime(2026, 4, 1, 12, 30)]]))
    assert read(saved(book), "b.xlsx").rows[0][0].value.second == 45_000


def test_the_first_sheet_is_one_that_is_not_hidden():
    data = saved(workbook(("Old", [["a"], [1]]), ("New", [["b"], [2]]), hidden=("Old",)))
    assert read(data, "b.xlsx").names == ("b",)
    assert read(data, "b.xlsx", sheet="Old").names == ("a",)
    with pytest.raises(BadDataError, match="no sheet `Nwe`") as caught:
        read(data, "b.xlsx", sheet="Nwe")
    assert caught.value.hints == ("did you mean `New`?",)


def test_a_range_is_read_alone_and_may_name_its_sheet():
    rows = [["Report"], [], [None, "a", "b"], [None, 1, 2], [None, 3, 4], ["note"]]
    data = saved(workbook(("S", rows), ("T", [["x"]])))
    assert values(read(data, "b.xlsx", sheet="S", area="B3:C4")) == [[1.0, 2.0]]
    assert read(data, "b.xlsx", area="S!B3:C4").names == ("a", "b")


def with_formula(written):
    """Return a workbook whose cell B2 holds a formula, with what a program wrote for it."""
    rows = [["a", "b"], [1, "=A2*2"], [None, 3]]
    given, taken = io.BytesIO(saved(workbook(("S", rows)))), io.BytesIO()
    with zipfile.ZipFile(given) as source, zipfile.ZipFile(taken, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name.endswith("sheet1.xml"):
                bare = b'<c r="B2"><f>A2*2</f><v></v></c>'
                assert bare in data
                data = data.replace(bare, written)
            target.writestr(name, data)
    return taken.getvalue()


@pytest.mark.parametrize(
    "written", [b'<c r="B2"><f>A2*2</f><v></v></c>', b'<c r="B2"><f>A2*2</f></c>']
)
def test_a_formula_of_which_nobody_has_reckoned_the_value_is_told(written):
    with pytest.raises(BadDataError, match="formula in B2 has no value") as caught:
        read(with_formula(written), "b.xlsx")
    assert "save it there" in caught.value.hints[0]
    assert values(read(with_formula(written), "b.xlsx", area="A1:A2")) == [[1.0]]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        (b'<c r="B2"><f>A2*2</f><v>2</v></c>', 2.0),
        (b'<c r="B2" t="str"><f>A2*2</f><v></v></c>', None),
        (b'<c r="B2" t="e"><f>A2*2</f><v>#DIV/0!</v></c>', "#DIV/0!"),
    ],
)
def test_the_value_of_a_formula_is_shown_be_it_empty_text(written, value):
    assert values(read(with_formula(written), "b.xlsx")) == [[1.0, value], [None, 3.0]]


def test_empty_columns_at_the_left_are_left_out():
    data = saved(workbook(("S", [[None, "a"], [None, 1]])))
    assert values(read(data, "b.xlsx")) == [[1.0]]


@pytest.mark.parametrize("text", ["", "A", "1", "A0", "XFE1", "A1:", "A1:B2:C3"])
def test_what_is_no_range_is_refused(text):
    with pytest.raises(ValueError, match="no range"):
        area_of(text)


def test_a_lone_cell_far_away_costs_no_more_than_the_limit():
    book = workbook(("S", [["a"], [1]]))
    book["S"]["XFD900000"] = 1
    with pytest.raises(BadDataError, match="more than"):
        read(saved(book), "b.xlsx", limits=replace(DEFAULT, data_cells=50_000))


def test_too_many_cells_are_refused():
    with pytest.raises(BadDataError, match="more than 10 cells") as caught:
        read(b"a,b\n" + b"1,2\n" * 10, limits=replace(DEFAULT, data_cells=10))
    assert caught.value.limit == "data-cells"


def test_a_zip_that_unpacks_to_too_much_is_refused():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"\0" * (2 << 20))
    with pytest.raises(BadDataError, match="unpacks to") as caught:
        read(buffer.getvalue(), "b.xlsx", limits=replace(DEFAULT, data_unpacked=1 << 20))
    assert caught.value.limit == "data-unpacked"


@pytest.mark.parametrize("cut", [0, 10, 500, 3000, -1])
def test_a_broken_workbook_is_told(cut):
    data = saved(workbook(("S", [["a"], [1]])))[:cut]
    with pytest.raises(BadDataError):
        read(data, "b.xlsx")


def test_a_workbook_that_declares_entities_is_refused():
    data = saved(workbook(("S", [["a"], [1]])))
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.endswith("sheet1.xml"):
                content = b'<!DOCTYPE x [<!ENTITY e "e">]>' + content
            new.writestr(name, content)
    with pytest.raises(BadDataError, match="entities"):
        read(buffer.getvalue(), "b.xlsx")


@pytest.mark.parametrize("name", ["b.xls", "b.ods", "b.parquet"])
def test_other_kinds_of_files_are_told_with_what_to_do(name):
    with pytest.raises(BadDataError, match="not read") as caught:
        read(b"x", name)
    assert caught.value.hints


def test_full_width_commas_between_names_of_columns_are_told_at_their_place():
    with pytest.raises(BadDataError, match=r"U\+FF0C\) stands where CSV wants") as caught:
        read("\n商品，数量\nりんご，3\n".encode())
    assert str(caught.value.span) == "data.csv:2:3"


@pytest.mark.parametrize("text", ['"感想，意見"\n"よい，よい"\n', "商品,数，量\n1,2\n"])
def test_full_width_commas_within_a_cell_are_its_text(text):
    assert read(text.encode()).rows
