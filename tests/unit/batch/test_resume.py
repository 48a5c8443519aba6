"""What an earlier run has written alike is left as it is; a run that is stopped goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

from tests.support.merging import DECK, ROWS, files, merge, results


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_done_is_left_as_it_is(folder, jobs):
    merge("--resume", jobs=jobs)
    before = {name: folder.joinpath("out", name).stat().st_mtime_ns for name in files(folder)}
    code, report = results(folder, "--resume", jobs=jobs)
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
    code, report = results(folder, "--resume", jobs=2)
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
