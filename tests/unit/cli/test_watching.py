"""`deckgen watch` and `deckgen preview` as processes: they go on until they are interrupted."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time

import pytest

from deckgen.cli.program import run

DECK = "deck: {language: en}\nslides:\n  - title: Costs\n    body: They rose.\n"
TOLD = "told.txt"
"""The file beside the deck with what a command says on standard error."""
PATIENCE = 120
"""Seconds after which what has not come to be has failed; the machine may be busy."""
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")


@pytest.fixture
def start(tmp_path):
    """Return what starts a command beside a deck; it is ended with the test."""
    tmp_path.joinpath("deck.yaml").write_text(DECK, encoding="utf-8")
    started = []

    def starting(*words):
        command = [sys.executable, "-m", "deckgen", *words]
        environment = {**os.environ, "COLUMNS": "80"}
        with tmp_path.joinpath(TOLD).open("wb") as told:
            started.append(
                subprocess.Popen(
                    command,
                    cwd=tmp_path,
                    text=True,
                    env=environment,
                    stdout=subprocess.PIPE,
                    stderr=told,
                )
            )
        return started[-1]

    yield starting
    for process in started:
        process.kill()
        process.communicate()


def wait_until(holds):
    ends = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < ends
        time.sleep(0.02)


def interrupted(process):
    """Return the exit code and standard output of what Ctrl-C ends."""
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate(timeout=PATIENCE)
    return process.returncode, out


@posix_only
def test_a_watched_deck_is_written_again_when_it_is_saved(start, tmp_path):
    deck, result, told = (tmp_path / name for name in ("deck.yaml", "out.pptx", TOLD))
    process = start("watch", "deck.yaml", "-o", "out.pptx")
    wait_until(result.exists)
    first = result.read_bytes()
    deck.write_text(DECK.replace("rose", "fell"), encoding="utf-8")
    wait_until(lambda: result.read_bytes() != first)
    second = result.read_bytes()
    deck.write_text(DECK.replace("body", "bodi"), encoding="utf-8")
    wait_until(lambda: "error[unknown-key]" in told.read_text(encoding="utf-8"))
    assert result.read_bytes() == second
    deck.write_text(DECK, encoding="utf-8")
    wait_until(lambda: result.read_bytes() == first)
    assert interrupted(process) == (130, "")
    err = told.read_text(encoding="utf-8")
    assert err.count("error[unknown-key]") == 1
    assert "Traceback" not in err


@posix_only
def test_a_preview_prints_its_address_answers_there_and_ends_quietly(start, tmp_path):
    process = start("preview", "deck.yaml", "--no-open")
    address = process.stdout.readline().strip()
    host, _, rest = address.removeprefix("http://").partition("/")
    connection = http.client.HTTPConnection(host, timeout=PATIENCE)
    connection.request("GET", f"/{rest}")
    assert connection.getresponse().status == 200
    connection.close()
    assert interrupted(process) == (130, "")
    assert tmp_path.joinpath(TOLD).read_bytes() == b""


def test_a_port_that_is_taken_is_told(start, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        process = start("preview", "deck.yaml", "--no-open", "--port", str(port))
        out, _ = process.communicate(timeout=PATIENCE)
    assert (process.returncode, out) == (1, "")
    assert tmp_path.joinpath(TOLD).read_text(encoding="utf-8") == (
        f"Error: cannot listen on port {port}: another program uses it; choose another, or leave"
        " out `--port`\n"
    )


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["preview", "-"], "a deck from standard input cannot be watched"),
        (["watch", "-", "-o", "x.pptx"], "what is watched is a file"),
        (["watch", "deck.yaml", "-o", "-"], "what is watched is a file"),
        (["watch", "deck.yaml", "-o", "x.doc"], "results end in"),
        (["preview", "deck.yaml", "--editor", "nano"], "'nano' is neither an editor"),
        (["preview", "deck.yaml", "--port", "65536"], "65536 is not in the range"),
    ],
)
def test_what_cannot_be_meant_is_refused(words, message, capsys):
    assert run(words) == 2
    assert message in " ".join(capsys.readouterr().err.split())
