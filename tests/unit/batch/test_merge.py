"""One deck and rows of data: a file for each row, whatever becomes of the others."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import deckgen
from deckgen.cli.program import run
from tests.support.merging import DECK, files, merge, results, said


def test_each_row_is_a_file(folder, capsys):
    assert merge() == 0
    assert files(folder) == ["Ann.pptx", "Bob.pptx", "C-li- ${amount}.pptx"]
    assert capsys.readouterr() == ("", "")


def test_columns_are_variables_with_their_types(folder):
    merge()
    assert said(folder / "out/Ann.pptx")[:2] == ["Hello Ann", "You gave 1,200 euros"]
    assert "For members" in said(folder / "out/Ann.pptx")
    assert "For members" not in said(folder / "out/Bob.pptx")


def test_what_data_say_is_neither_markdown_nor_a_variable(folder):
    merge()
    assert said(folder / "out/C-li- ${amount}.pptx")[0] == "Hello C*li* ${amount}"


def test_what_the_command_sets_comes_before_the_row(folder):
    merge("--set", "amount=3")
    assert "You gave 3 euros" in said(folder / "out/Ann.pptx")


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_bytes_are_those_of_a_build_with_the_same_variables(folder, jobs):
    merge(jobs=jobs)
    options = deckgen.Options(settings=(("name", "Bob"), ("amount", "5"), ("member", "no")))
    alone = deckgen.compile(Path("card.yaml"), options=options).output
    assert folder.joinpath("out/Bob.pptx").read_bytes() == alone


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_bad_row_does_not_stop_the_others(folder, capsys, jobs):
    folder.joinpath("people.csv").write_text("name,amount\nAnn,5\nBob,many\nCy,6\n")
    code, report = results(folder, jobs=jobs)
    assert code == 1
    assert [each["status"] for each in report["results"]] == ["written", "failed", "written"]
    assert files(folder) == [".deckgen-done", "Ann.pptx", "Cy.pptx"]
    text = capsys.readouterr().err
    assert "--> people.csv:3:5" in text
    assert "in row 2" in text


@pytest.mark.parametrize(
    ("name", "rows", "told"),
    [
        ("people.csv", "name,amount\nAnn,5\nBob,6,7\nCy,6\n", "people.csv:3:7"),
        ("people.jsonl", '{"name": "Ann"}\n{"name":\n\n{"name": "Cy"}\n', "people.jsonl:2:9"),
        ("people.jsonl", '{"name": "Ann"}\n{"name": 1} 2\n{"name": "Cy"}\n', "people.jsonl:2:13"),
        ("people.jsonl", '{"name": "Ann"}\nBob\n{"name": "Cy"}\n', "people.jsonl:2:1"),
    ],
)
def test_a_row_that_cannot_be_read_does_not_stop_the_others(folder, capsys, name, rows, told):
    folder.joinpath(name).write_text(rows)
    code, report = results(folder, rows=name)
    assert code == 1
    assert [each["status"] for each in report["results"]] == ["written", "failed", "written"]
    assert files(folder) == [".deckgen-done", "Ann.pptx", "Cy.pptx"]
    text = capsys.readouterr().err
    assert f"--> {told}" in text
    assert "in row 2" in text


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_all_rows_bring_to_light_is_told_once(folder, capsys, jobs):
    folder.joinpath("card.yaml").write_text(DECK + "  - {title: x, body: '${nmae}'}\n")
    assert merge(jobs=jobs) == 1
    text = capsys.readouterr().err
    assert text.count("error[undefined-variable]") == 1
    assert "in row 1, and 2 more" in text


@pytest.mark.parametrize("jobs", [1, 2])
def test_columns_that_nothing_uses_are_told_once(folder, capsys, jobs):
    folder.joinpath("people.csv").write_text("name,amount,shoe size\nAnn,5,40\nBob,6,41\n")
    assert merge(jobs=jobs) == 0
    text = capsys.readouterr().err
    assert text.count("unused-column") == 2
    assert "nothing in the deck uses `shoe_size`" in text


def test_the_report_is_the_same_for_the_same_rows(folder):
    first, second = (results(folder, jobs=jobs)[1] for jobs in (1, 2))
    assert first == second
    assert first["results"][0] == {
        "number": 1,
        "deck": "card.yaml",
        "row": {"name": "Ann", "amount": "1,200", "member": "yes"},
        "output": "out/Ann.pptx",
        "status": "written",
        "pages": 2,
        "diagnostics": [],
    }


@pytest.mark.parametrize("rows", ["people.jsonl", "people.xlsx", "people.parquet"])
def test_rows_come_from_any_file_of_data(folder, rows):
    if rows.endswith("jsonl"):
        folder.joinpath(rows).write_text('{"name": "Ann", "amount": 1200}\n')
    elif rows.endswith("xlsx"):
        from openpyxl import Workbook

        book = Workbook()
        book.active.append(["name", "amount"])
        book.active.append(["Ann", 1200])
        book.save(rows)
    else:
        duckdb = pytest.importorskip("duckdb")
        duckdb.sql(f"COPY (SELECT 'Ann' AS name, 1200 AS amount) TO '{rows}' (FORMAT parquet)")
    assert merge(rows=rows) == 0
    assert "You gave 1,200 euros" in said(folder / "out/Ann.pptx")


def test_rows_come_from_a_query(folder):
    pytest.importorskip("duckdb")
    query = "sql: SELECT name, 7 AS amount FROM 'people.csv' WHERE name LIKE 'B%'"
    assert merge(rows=query) == 0
    assert files(folder) == ["Bob.pptx"]


def test_a_query_that_fails_is_told(folder, capsys):
    pytest.importorskip("duckdb")
    assert merge(rows="sql:SELECT nobody FROM 'people.csv'") == 1
    assert "error[bad-data]: the query cannot be answered" in capsys.readouterr().err


@pytest.mark.parametrize("query", [" ", "-- a remark"])
def test_an_empty_query_is_told(query, folder, capsys):
    pytest.importorskip("duckdb")
    assert merge(rows=f"sql:{query}") == 1
    assert "error[bad-data]: the query is empty" in capsys.readouterr().err


def test_rows_may_be_a_part_of_a_sheet(folder):
    from openpyxl import Workbook

    book = Workbook()
    for row in (["Members"], [], ["name", "amount"], ["Ann", 1200], ["total", 1200]):
        book.active.append(row)
    book.save("people.xlsx")
    words = ["card.yaml", "--rows", "people.xlsx", "--sheet", "Sheet!A3:B4"]
    assert run(["build", *words, "-o", "out/{name}.pptx"]) == 0
    assert files(folder) == ["Ann.pptx"]


def test_without_the_extra_a_query_tells_what_to_install(folder, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "duckdb", None)
    assert merge(rows="sql:SELECT 1") == 1
    assert "pip install deckgen-pptx[sql]" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ["card.yaml", "--rows", "people.csv", "-o", "out/x.pptx"],
        ["card.yaml", "card.yaml", "--rows", "people.csv"],
        ["card.yaml", "-", "-o", "out/"],
        ["card.yaml", "--rows", "people.csv", "-o", "-"],
        ["card.yaml", "card.yaml", "-o", "x.pptx"],
        ["card.yaml", "--rows", "people.csv", "-o", "out/.pptx"],
        ["card.yaml", "-o", ".pptx"],
    ],
)
def test_words_that_cannot_be_meant_are_refused(folder, words, capsys):
    assert run(["build", *words]) == 2
    capsys.readouterr()


def test_two_columns_of_one_name_are_refused(folder, capsys):
    folder.joinpath("people.csv").write_text("first name,first_name\na,b\n")
    assert merge() == 1
    assert "two columns are called `first_name`" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("card.yaml --sheet Q1", "`--sheet` is for `--rows`"),
        ("card.yaml card.yaml --resume", "`--resume` needs `-o FOLDER`"),
        ("card.yaml card.yaml -o a.pptx", "such as 'out/{deck}.pptx'"),
        ("card.yaml --rows people.csv -o a.pptx", "such as 'out/{row}.pptx'"),
    ],
)
def test_words_that_change_nothing_or_cannot_be_meant_are_refused(folder, words, told, capsys):
    assert run(["build", *words.split()]) == 2
    assert told in capsys.readouterr().err
    assert sorted(path.name for path in folder.iterdir()) == ["card.yaml", "people.csv"]
