"""One deck and rows of data: a file for each row, whatever becomes of the others."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import deckgen
from deckgen.batch.model import BatchPlan, Job
from deckgen.batch.pool import outcomes
from deckgen.cli.program import run
from deckgen.cli.target import deliver

DECK = """\
variables: {name: Nobody, amount: 0, member: false}
slides:
  - title: Hello ${name}
    body: You gave ${amount:,.0f} euros
  - {when: member, title: For members, body: Welcome}
"""
ROWS = 'name,amount,member\nAnn,"1,200",yes\nBob,5,no\nC*li* ${amount},7,no\n'


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    tmp_path.joinpath("card.yaml").write_text(DECK, encoding="utf-8")
    tmp_path.joinpath("people.csv").write_text(ROWS, encoding="utf-8")
    return tmp_path


def merge(*words, rows="people.csv"):
    return run(["build", "card.yaml", "--rows", rows, "-o", "out/{name}.pptx", *words])


def files(folder):
    return sorted(path.name for path in folder.joinpath("out").iterdir())


def said(path):
    from pptx import Presentation

    slides = Presentation(path).slides
    return [
        shape.text_frame.text
        for slide in slides
        for shape in slide.shapes
        if shape.has_text_frame and shape.text_frame.text
    ]


def results(folder, *words, rows="people.csv"):
    code = merge("--report", "report.json", *words, rows=rows)
    return code, json.loads(folder.joinpath("report.json").read_text(encoding="utf-8"))


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


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_bytes_are_those_of_a_build_with_the_same_variables(folder, jobs):
    merge("-j", jobs)
    options = deckgen.Options(settings=(("name", "Bob"), ("amount", "5"), ("member", "no")))
    alone = deckgen.compile(Path("card.yaml"), options=options).output
    assert folder.joinpath("out/Bob.pptx").read_bytes() == alone


def test_a_bad_row_does_not_stop_the_others(folder, capsys):
    folder.joinpath("people.csv").write_text("name,amount\nAnn,5\nBob,many\nCy,6\n")
    code, report = results(folder)
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


def test_what_all_rows_bring_to_light_is_told_once(folder, capsys):
    folder.joinpath("card.yaml").write_text(DECK + "  - {title: x, body: '${nmae}'}\n")
    assert merge() == 1
    text = capsys.readouterr().err
    assert text.count("error[undefined-variable]") == 1
    assert "in row 1, and 2 more" in text


def test_columns_that_nothing_uses_are_told_once(folder, capsys):
    folder.joinpath("people.csv").write_text("name,amount,shoe size\nAnn,5,40\nBob,6,41\n")
    assert merge() == 0
    text = capsys.readouterr().err
    assert text.count("unused-column") == 2
    assert "nothing in the deck uses `shoe_size`" in text


def test_the_report_is_the_same_for_the_same_rows(folder):
    _, first = results(folder, "-j", "1")
    _, second = results(folder, "-j", "2")
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
    ],
)
def test_words_that_cannot_be_meant_are_refused(folder, words, capsys):
    assert run(["build", *words]) == 2
    capsys.readouterr()


def test_rows_that_are_read_are_not_replaced(folder, capsys):
    folder.joinpath("people.csv").write_text("name\npeople\n")
    assert run(["build", "card.yaml", "--rows", "people.csv", "-o", "{name}.csv"]) == 1
    assert "output-is-source" in capsys.readouterr().err
    assert folder.joinpath("people.csv").read_text() == "name\npeople\n"


@pytest.fixture
def brand(tmp_path, monkeypatch):
    """A folder with a template that a deck names, and a deck whose file would be that template."""
    monkeypatch.chdir(tmp_path)
    tmp_path.joinpath("plain.yaml").write_text("slides: [{title: A}]\n")
    assert run(["build", "plain.yaml", "-o", "brand.pptx"]) == 0
    tmp_path.joinpath("brand.yaml").write_text("slides: [{title: Of the brand}]\n")
    tmp_path.joinpath("talk.yaml").write_text(
        "deck: {template: brand.pptx}\nslides: [{title: T}]\n"
    )
    return tmp_path


@pytest.mark.parametrize("decks", [["brand.yaml", "talk.yaml"], ["talk.yaml", "brand.yaml"]])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_template_of_another_deck_is_not_replaced(brand, decks, jobs, capsys):
    before = brand.joinpath("brand.pptx").read_bytes()
    assert run(["build", *decks, "-j", jobs]) == 1
    assert "brand.yaml would overwrite `brand.pptx`" in capsys.readouterr().err
    assert brand.joinpath("brand.pptx").read_bytes() == before
    assert brand.joinpath("talk.pptx").is_file()


def test_a_template_behind_a_link_or_in_an_included_file_is_not_replaced(brand, capsys):
    brand.joinpath("settings.yaml").write_text("template: brand.pptx\n")
    brand.joinpath("talk.yaml").write_text("deck: {include: settings.yaml}\nslides: [{title: T}]\n")
    brand.joinpath("out").symlink_to(brand)
    before = brand.joinpath("brand.pptx").read_bytes()
    assert run(["build", "brand.yaml", "talk.yaml", "-o", "out/"]) == 1
    assert "`out/brand.pptx` leads there" in capsys.readouterr().err
    assert brand.joinpath("brand.pptx").read_bytes() == before


def test_the_picture_of_another_deck_is_not_replaced(brand, capsys):
    from PIL import Image

    Image.new("RGB", (8, 8)).save("brand.jpg")
    brand.joinpath("talk.yaml").write_text(
        "slides: [{title: A, image: {src: brand.jpg, alt: a}}]\n"
    )
    before = brand.joinpath("brand.jpg").read_bytes()
    assert run(["build", "brand.yaml", "talk.yaml", "-o", "{deck}.jpg"]) == 1
    assert "brand.yaml would overwrite `brand.jpg`" in capsys.readouterr().err
    assert brand.joinpath("brand.jpg").read_bytes() == before


def test_a_deck_that_is_made_from_what_the_run_writes_is_refused(brand, capsys):
    brand.joinpath("brand.pptx").rename("made.pptx")
    brand.joinpath("made.yaml").write_text("slides: [{title: A}]\n")
    brand.joinpath("talk.yaml").write_text(
        'deck: {"te\\u006dplate": made.pptx}\nslides: [{title: T}]\n'
    )
    assert run(["build", "made.yaml", "talk.yaml", "-j", "1"]) == 1
    assert "talk.yaml is made from `made.pptx`, which made.yaml writes" in capsys.readouterr().err
    assert not brand.joinpath("talk.pptx").exists()


def test_two_columns_of_one_name_are_refused(folder, capsys):
    folder.joinpath("people.csv").write_text("first name,first_name\na,b\n")
    assert merge() == 1
    assert "two columns are called `first_name`" in capsys.readouterr().err


# Many decks


def test_each_deck_is_a_file_in_the_folder(folder):
    folder.joinpath("other.yaml").write_text("slides: [{title: A}]")
    assert run(["build", "card.yaml", "other.yaml", "-o", "out", "-j", "2"]) == 0
    assert set(files(folder)) == {"card.pptx", "other.pptx"}


def test_decks_without_a_folder_have_their_files_beside_them(folder):
    folder.joinpath("other.yaml").write_text("slides: [{title: A}]")
    assert run(["build", "card.yaml", "other.yaml"]) == 0
    assert folder.joinpath("card.pptx").exists()
    assert folder.joinpath("other.pptx").exists()


def test_decks_of_one_name_are_told_of(folder, capsys):
    folder.joinpath("b").mkdir()
    folder.joinpath("b/card.yaml").write_text("slides: [{title: A}]")
    assert run(["build", "card.yaml", "b/card.yaml", "-o", "out/"]) == 1
    assert "b/card.yaml would be written to `out/card.pptx`, as is card.yaml" in (
        capsys.readouterr().err
    )


def test_a_deck_that_is_mistaken_does_not_stop_the_others(folder, capsys):
    folder.joinpath("other.yaml").write_text("slidez: 5")
    assert run(["build", "other.yaml", "card.yaml", "missing.yaml", "-o", "out/"]) == 1
    assert folder.joinpath("out/card.pptx").exists()
    assert "--> other.yaml:1:1" in capsys.readouterr().err


# Resuming


def test_what_is_done_is_left_as_it_is(folder):
    merge("--resume")
    before = {name: folder.joinpath("out", name).stat().st_mtime_ns for name in files(folder)}
    code, report = results(folder, "--resume")
    assert code == 0
    assert report["kept"] == 3
    assert report["written"] == 0
    after = {name: folder.joinpath("out", name).stat().st_mtime_ns for name in files(folder)}
    assert before == after


@pytest.mark.parametrize("change", ["row", "deck", "result", "option", "version"])
def test_what_has_changed_is_written_anew(folder, change, monkeypatch):
    merge("--resume")
    words, expected = [], 3
    if change == "row":
        folder.joinpath("people.csv").write_text(ROWS.replace("Bob,5", "Bob,6"), encoding="utf-8")
        expected = 1
    elif change == "deck":
        folder.joinpath("card.yaml").write_text(DECK + "closing: {title: Bye}\n")
    elif change == "result":
        folder.joinpath("out/Ann.pptx").write_bytes(b"cut")
        expected = 1
    elif change == "option":
        words = ["--template", "plain"]
    else:
        monkeypatch.setattr("deckgen.batch.ledger.__version__", "next")
    _, report = results(folder, "--resume", *words)
    assert report["written"] == expected
    assert report["kept"] == 3 - expected


def test_files_that_a_row_names_count(folder):
    folder.joinpath("card.yaml").write_text("include: part.yaml\n")
    folder.joinpath("part.yaml").write_text(DECK)
    merge("--resume")
    folder.joinpath("part.yaml").write_text(DECK.replace("Hello", "Dear"))
    assert results(folder, "--resume")[1]["written"] == 3


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
def test_a_run_that_was_killed_goes_on_where_it_was(folder):
    lines = "".join(f"P{number},{number},no\n" for number in range(120))
    folder.joinpath("people.csv").write_text("name,amount,member\n" + lines)
    command = [sys.executable, "-m", "deckgen", "build", "card.yaml", "--rows", "people.csv"]
    command += ["-o", "out/{name}.pptx"]
    process = subprocess.Popen(command, start_new_session=True)
    done = folder / "out/.deckgen-done"
    while not done.exists() or done.read_bytes().count(b"\n") < 10:
        assert process.poll() is None
        time.sleep(0.005)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    with done.open("ab") as file:
        file.write(b'{"form": 1, "outp')  # what a machine that stops may leave
    code, report = results(folder, "--resume", "-j", "2")
    assert code == 0
    assert report["kept"] >= 10
    assert report["kept"] + report["written"] == 120
    assert len(files(folder)) == 121


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
def test_ctrl_c_ends_quietly_and_keeps_what_is_done(folder):
    lines = "".join(f"P{number},{number},no\n" for number in range(2000))
    folder.joinpath("people.csv").write_text("name,amount,member\n" + lines)
    command = [sys.executable, "-m", "deckgen", "build", "card.yaml", "--rows", "people.csv"]
    command += ["-o", "out/{name}.pptx", "-j", "2"]
    process = subprocess.Popen(
        command, start_new_session=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    done = folder / "out/.deckgen-done"
    while not done.exists() or done.read_bytes().count(b"\n") < 10:
        assert process.poll() is None
        time.sleep(0.005)
    os.killpg(process.pid, signal.SIGINT)
    assert process.communicate() == (b"", b"")
    assert process.returncode == 130
    assert len([name for name in files(folder) if name.endswith(".pptx")]) >= 10


# Processes


def deadly(file, target, world):
    """Write a file; for one name, end the process instead."""
    if target.stem == "Bob":
        os._exit(9)
    return deliver(file, target, world)


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_a_row_that_ends_its_process_is_lost_alone(folder, method, monkeypatch):
    import multiprocessing

    if method not in multiprocessing.get_all_start_methods():
        pytest.skip("not on this system")
    context = multiprocessing.get_context(method)
    monkeypatch.setattr(multiprocessing, "get_context", lambda _name=None: context)
    jobs = tuple(
        Job(number, Path("card.yaml"), Path(f"out/{name}.pptx"))
        for number, name in enumerate(("Ann", "Bob", "Cy", "Dan"), 1)
    )
    found = {each.number: each for each in outcomes(BatchPlan(jobs, deadly), (1, 2, 3, 4), 2)}
    assert sorted(found) == [1, 2, 3, 4]
    assert [found[number].is_written for number in (1, 2, 3, 4)] == [True, False, True, True]
    assert found[2].told[0].code == "lost-build"
    assert files(folder) == ["Ann.pptx", "Cy.pptx", "Dan.pptx"]


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
