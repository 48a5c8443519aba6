"""What a language server writes on standard error, as an editor keeps it for its author."""

import json
import os
import subprocess
import sys

RENAMED = {
    "method": "textDocument/rename",
    "params": {
        "textDocument": {"uri": "file:///nowhere/deck.yaml"},
        "position": {"line": 1, "character": 11},
        "newName": "x",
    },
}
OPENED = {
    "method": "textDocument/didOpen",
    "params": {
        "textDocument": {
            "uri": "file:///nowhere/deck.yaml",
            "languageId": "yaml",
            "version": 1,
            "text": "slides:\n  - title: Results\n",
        }
    },
}


def framed(body):
    return b"Content-Length: %d\r\n\r\n" % len(body) + body


def session(*messages, debug=""):
    """Return what a server answers and logs that is told messages, then to end."""
    first = {"method": "initialize", "params": {"processId": None, "capabilities": {}}}
    asked = [first, *messages, {"method": "shutdown"}, {"method": "exit"}]
    notes = {"exit", "textDocument/didOpen"}
    told = b""
    for number, message in enumerate(asked):
        if isinstance(message, bytes):
            told += framed(message)
            continue
        numbered = {} if message["method"] in notes else {"id": number}
        told += framed(json.dumps({"jsonrpc": "2.0", **numbered, **message}).encode())
    program = "from deckgen.cli.program import run; raise SystemExit(run(['lsp']))"
    command = [sys.executable, "-c", program]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "DECKGEN_DEBUG": debug}
    done = subprocess.run(command, input=told, capture_output=True, env=environment, check=True)
    return done.stdout.decode(), done.stderr.decode()


def test_what_is_refused_is_answered_and_not_logged():
    answers, logged = session(OPENED, RENAMED)
    assert "only ids of slides and names of variables are renamed" in answers
    assert logged == ""


def test_a_message_that_is_none_is_logged_in_a_line():
    _, logged = session(b'{"a":')
    assert logged.count("\n") == 1
    assert "Traceback" not in logged


def test_who_looks_for_bugs_is_shown_all_of_it():
    _, logged = session(b'{"a":', debug="1")
    assert "Traceback" in logged
