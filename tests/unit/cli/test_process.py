"""The program as a process of its own: pipes, terminals and interruption."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.interruption import heeds_signals

DECK = "deck: {language: en}\nslides:\n  - title: Costs\n    body: They rose.\n"
PROGRAM = [sys.executable, "-m", "deckgen"]

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX terminals and signals")


@pytest.fixture
def folder(tmp_path):
    tmp_path.joinpath("deck.yaml").write_text(DECK, encoding="utf-8")
    return tmp_path


def test_the_module_runs(folder):
    subprocess.run([*PROGRAM, "deck.yaml"], cwd=folder, check=True)
    assert folder.joinpath("deck.pptx").exists()


def test_bytes_pass_through_a_pipe(folder):
    command = [*PROGRAM, "-", "-o", "-"]
    done = subprocess.run(command, input=DECK.encode(), capture_output=True, check=True)
    assert done.stdout.startswith(b"PK")
    assert done.stderr == b""


@posix_only
def test_a_reader_that_leaves_is_no_reason_to_complain():
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run([*PROGRAM, "explain"], stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert done.stderr == b""
    assert done.returncode == 1


needs_full_device = pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="needs a device that is always full"
)
CLOSED, FULL = "it is closed", "the disk is full"


@posix_only
@needs_full_device
@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("schema >/dev/full", f"Error: cannot write standard output: {FULL}"),
        ("--help >/dev/full", f"Error: cannot write standard output: {FULL}"),
        ("explain >&-", f"Error: cannot write standard output: {CLOSED}"),
        ("check deck.yaml --format json >&-", f"Error: cannot write standard output: {CLOSED}"),
        (
            "deck.yaml -o - --format concise >/dev/full",
            f"error[cannot-write]: cannot write standard output: {FULL}",
        ),
        (
            "deck.yaml -o - --format concise >&-",
            f"error[cannot-write]: cannot write standard output: {CLOSED}",
        ),
        (
            "check - --format concise <&-",
            f"error[file-unreadable]: cannot read `<stdin>`: {CLOSED}",
        ),
    ],
)
def test_a_stream_that_fails_is_told_in_a_line(folder, words, line):
    done = on_a_shell(words, folder)
    assert done.stderr.decode().splitlines() == [line]
    assert done.returncode == 1


@posix_only
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_stream_that_is_closed_is_not_missed_where_it_is_not_used(folder, closed):
    done = on_a_shell(f"deck.yaml {closed}", folder)
    assert (done.stdout, done.stderr, done.returncode) == (b"", b"", 0)
    assert folder.joinpath("deck.pptx").read_bytes().startswith(b"PK")


@posix_only
@needs_full_device
@pytest.mark.parametrize("lost", ["2>&-", "2>/dev/full"])
def test_the_exit_code_tells_what_nobody_can_read(folder, lost):
    done = on_a_shell(f"absent.yaml {lost}", folder)
    assert done.returncode == 1


def on_a_shell(words, folder):
    """Run the program with words of a shell, and return what comes of it."""
    command = f'exec "$0" -m deckgen {words}'
    shell = ["sh", "-c", command, sys.executable]
    return subprocess.run(shell, cwd=folder, capture_output=True, check=False)


@posix_only
def test_interruption_leaves_no_trace(folder):
    reader, writer = os.pipe()
    command = [*PROGRAM, "-", "-o", "x.pptx"]
    with subprocess.Popen(command, stdin=reader, stderr=subprocess.PIPE, cwd=folder) as process:
        while not heeds_signals(process.pid):
            time.sleep(0.01)
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(1)
        process.send_signal(signal.SIGINT)
        report = process.communicate()[1]
    os.close(reader)
    os.close(writer)
    assert b"Traceback" not in report
    assert process.returncode == 130
    assert not folder.joinpath("x.pptx").exists()


def on_a_terminal(words, folder):
    """Run the program with standard error on a terminal and return what is seen there."""
    import pty

    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm"}
    subprocess.run([*PROGRAM, *words], cwd=folder, stderr=theirs, env=environment, check=False)
    os.close(theirs)
    seen = b""
    try:
        while part := os.read(ours, 4096):
            seen += part
    except OSError:  # Linux tells the end of a terminal so
        pass
    os.close(ours)
    return seen.decode()


@posix_only
def test_a_terminal_is_told_what_was_written(folder):
    assert on_a_terminal(["deck.yaml"], folder).endswith("deck.pptx: 1 slide\r\n")


@posix_only
def test_quiet_says_nothing_even_on_a_terminal(folder):
    assert on_a_terminal(["deck.yaml", "--quiet"], folder) == ""


@posix_only
def test_a_terminal_gets_colours_and_the_way_to_more(folder):
    folder.joinpath("deck.yaml").write_text(DECK + "titel: x\n", encoding="utf-8")
    seen = on_a_terminal(["deck.yaml"], folder)
    assert "\x1b[1;31merror[unknown-key]\x1b[0m" in seen
    assert "`deckgen explain unknown-key` tells more." in seen
