"""What the server of a preview answers, and to whom it answers nothing."""

import json
import socket
import time

import pytest

from deckgen.preview.editors import editor_of
from deckgen.preview.preview import Preview
from tests.unit.preview.conftest import PATIENCE

ASKED = ("", "deck", "page/main.js", "presenter", "nothing", "source?slide=0")


def test_it_listens_on_this_machine_alone(preview):
    assert preview.server.server_address[0] == "127.0.0.1"


@pytest.mark.parametrize(
    "host",
    [
        [],
        [""],
        ["attacker.example:{port}"],
        ["127.0.0.1"],
        ["127.0.0.1:1"],
        ["127.0.0.1:{port}", "attacker.example:{port}"],
        ["127.0.0.1:{port}@attacker.example"],
    ],
    ids=str,
)
def test_a_request_by_another_name_is_refused(visitor, host):
    names = [each.format(port=visitor.port) for each in host]
    status, _, body = visitor.ask("deck", host=names)
    assert status == 403
    assert b"Costs" not in body


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "localhost:{port}", "[::1]:{port}"])
def test_the_names_of_this_machine_are_known(visitor, host):
    assert visitor.ask("deck", host=[host.format(port=visitor.port)])[0] == 200


@pytest.mark.parametrize("origin", ["http://attacker.example", "null", "http://127.0.0.1:1", ""])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_request_of_another_page_is_refused(visitor, origin, method):
    assert visitor.ask("cursor", method, body=b"{}", headers={"Origin": origin})[0] == 403


def test_our_own_page_may_ask(visitor):
    origin = f"http://127.0.0.1:{visitor.port}"
    assert visitor.ask("deck", headers={"Origin": origin})[0] == 200


@pytest.mark.parametrize(
    "target", ["/", "/deck", "//deck", "/wrong/deck", "/%C3%A9/deck", "/%00/deck"]
)
def test_who_has_no_key_learns_nothing(visitor, target):
    status, _, body = visitor.ask_whole(target)
    assert (status, body) == (404, b"there is nothing here\n")


@pytest.mark.parametrize("target", ["http://127.0.0.1/x", "*", "deck"])
def test_a_target_that_is_no_path_is_refused(visitor, target):
    assert visitor.ask_whole(target)[0] == 403


@pytest.mark.parametrize(
    "path",
    [
        "page/../server.py",
        "page/%2e%2e/server.py",
        "page/..%2fserver.py",
        "page/..\\server.py",
        "page//etc/passwd",
        "page/",
        "picture/../../deck.yaml",
        "picture//etc/passwd",
        "font/../deck.yaml",
        "slide/../deck",
        "proof/../deck.pdf",
        "source?slide=0&file=/etc/passwd",
        "../deck",
        "deck/",
        "source?slide=99",
        "source?slide=-1",
        "source?slide=%D9%A3",
        "source",
    ],
)
def test_no_path_leads_to_a_file_that_is_not_part_of_the_page(visitor, path):
    status, _, body = visitor.ask(path)
    assert b"root:" not in body
    assert b"PreviewServer" not in body
    assert status == 404 or (path.startswith("source?slide=0") and b"Costs" in body)


@pytest.mark.parametrize("path", ASKED)
def test_every_answer_says_what_a_page_may_do(visitor, path):
    _, head, _ = visitor.ask(path)
    policy = head["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "frame-ancestors 'none'" in policy
    assert head["X-Frame-Options"] == "DENY"
    assert head["X-Content-Type-Options"] == "nosniff"
    assert head["Cache-Control"] == "no-store"
    assert head["Referrer-Policy"] == "no-referrer"
    assert "Access-Control-Allow-Origin" not in head
    assert "Python" not in head["Server"]


def test_only_a_panel_of_vs_code_may_show_the_page_in_a_frame(visitor):
    _, head, _ = visitor.ask("?panel")
    assert "frame-ancestors vscode-webview: vscode-file:" in head["Content-Security-Policy"]
    assert head["X-Frame-Options"] is None


def test_the_page_has_no_script_or_style_of_its_own_and_nothing_from_elsewhere(visitor):
    for path in ("", "presenter"):
        page = visitor.ask(path)[2].decode()
        assert "<script>" not in page
        assert "style=" not in page
        assert "://" not in page


def test_the_address_that_programs_are_told_leads_to_the_page_once(preview, visitor):
    once = preview.server.address_for_once.partition(f":{visitor.port}")[2]
    status, head, _ = visitor.ask_whole(once)
    assert (status, head["Location"]) == (303, preview.server.address)
    assert visitor.ask_whole(once)[0] == 404
    assert preview.server.guard.token not in once


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Content-Length": "65537"}, 413),
        ({"Content-Length": "9" * 30}, 413),
        ({"Content-Length": "-1"}, 400),
        ({"Content-Length": "x"}, 400),
        ({"Transfer-Encoding": "chunked"}, 400),
    ],
)
def test_a_body_is_bounded(visitor, headers, status):
    assert visitor.ask("cursor", "POST", headers=headers)[0] == status


@pytest.mark.parametrize(
    "body",
    [
        *(
            b"",
            b"{",
            b"[]",
            b"[" * 5000,
            b'{"file": 1}',
            b'{"file": "a\\u0000", "line": 1}',
            b'{"file": "\\ud800", "line": 1}',
            b"\xff",
        ),
        b'{"file": "deck.yaml", "line": "1"}',
        b'{"file": "deck.yaml", "line": true}',
    ],
)
def test_a_cursor_that_is_none_is_not_understood(visitor, body):
    assert visitor.ask("cursor", "POST", body=body)[0] == 400


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "HEAD", "TRACE"])
def test_other_methods_are_not_known(visitor, method):
    assert visitor.ask("deck", method)[0] == 501


def test_an_editor_moves_the_page_with_the_key_apart(visitor, shown_deck, preview):
    start = preview.hub.number
    told = {"file": str(shown_deck), "line": 10, "token": visitor.token}
    status, _, body = visitor.ask_whole("/cursor", "POST", body=json.dumps(told).encode())
    assert (status, json.loads(body)) == (200, {"slide": 1})
    bearer = {"Authorization": f"Bearer {visitor.token}"}
    body = json.dumps({"file": str(shown_deck), "line": 3}).encode()
    assert visitor.ask_whole("/cursor", "POST", body=body, headers=bearer)[0] == 200
    assert visitor.ask_whole("/cursor", "POST", body=body)[0] == 404
    events = preview.hub.wait(start, 0)
    assert [json.loads(event.data) for event in events] == [{"slide": 1}, {"slide": 0}]


def test_no_program_is_started_unless_one_was_chosen(visitor):
    assert visitor.ask("open?slide=0", "POST", body=b"")[0] == 404


def test_a_window_hears_of_changes(visitor, preview, shown_deck):
    start = preview.hub.number
    with socket.create_connection(("127.0.0.1", visitor.port), timeout=PATIENCE) as asking:
        head = f"Host: 127.0.0.1:{visitor.port}\r\n\r\n"
        asking.sendall(f"GET /{visitor.token}/events?after={start} HTTP/1.1\r\n{head}".encode())
        stream = asking.makefile("rb")
        while stream.readline().strip():
            pass
        shown_deck.write_text(shown_deck.read_text().replace("They rose", "They soared"))
        preview.build()
        lines = [stream.readline().decode().strip() for _ in range(3)]
    assert lines[:2] == [f"id: {start + 1}", "event: show"]
    change = json.loads(lines[2].removeprefix("data: "))
    assert (change["at"], change["removed"], len(change["added"])) == (0, 1, 1)


def test_connections_are_bounded_and_their_places_given_back(visitor):
    opened = [
        socket.create_connection(("127.0.0.1", visitor.port), timeout=PATIENCE) for _ in range(64)
    ]
    with socket.create_connection(("127.0.0.1", visitor.port), timeout=PATIENCE) as further:
        assert further.recv(1) == b""
    for each in opened:
        each.close()
    ends = time.monotonic() + PATIENCE
    while not answers(visitor):
        assert time.monotonic() < ends, "no place was given back"


def answers(visitor):
    try:
        return visitor.ask("deck")[0] == 200
    except OSError:
        return False


def test_a_port_that_is_taken_is_an_error(preview, shown_deck):
    taken = preview.server.guard.port
    with pytest.raises(OSError, match="in use"):
        Preview(
            shown_deck,
            preview._workshop._options,
            preview._world.disk,
            editor_of("code"),
            port=taken,
        )
