"""A port of this machine -> answers to the browser, within bounds and behind the guard."""

from __future__ import annotations

from hmac import compare_digest
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from secrets import token_urlsafe
from threading import BoundedSemaphore
from typing import TYPE_CHECKING, Final

from deckgen.preview.answers import BAD_REQUEST, Query, told_token
from deckgen.preview.guard import Guard, headers
from deckgen.preview.stock import NOT_FOUND, Answer

if TYPE_CHECKING:
    from socket import socket

    from deckgen.preview.answers import Answers
    from deckgen.preview.hub import Hub

    _Request = socket | tuple[bytes, socket]

ADDRESS: Final = "127.0.0.1"
_MOST_CONNECTIONS: Final = 64
"""So many connections are served at a time; a browser opens six."""
_MOST_STREAMS: Final = 16
_LARGEST_BODY: Final = 64 * 1024
_PATIENCE: Final = 30
"""Seconds that a connection may be silent."""
_BEAT: Final = 10
"""Seconds after which a stream of events says that it is still there."""

_ONCE: Final = "once"
_CURSOR: Final = "cursor"
"""First steps of paths that are no tokens."""

_FORBIDDEN: Final = Answer(b"this page is for this machine alone\n", status=403)
_TOO_LARGE: Final = Answer(b"this is too much\n", status=413)
_BUSY: Final = Answer(b"too many windows are open\n", status=503)


class PreviewServer(ThreadingHTTPServer):
    """Serves the page of one preview at an address that only its user knows."""

    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = _MOST_CONNECTIONS

    def __init__(self, port: int, hub: Hub, answers: Answers) -> None:
        """Listen on a port, 0 for one that is free. Raises `OSError` where it is taken."""
        super().__init__((ADDRESS, port), _Handler)
        self.hub: Final = hub
        self.answers: Final = answers
        self.guard: Final = Guard(self.server_address[1], token_urlsafe(24))
        self.streams: Final = BoundedSemaphore(_MOST_STREAMS)
        self._places: Final = BoundedSemaphore(_MOST_CONNECTIONS)
        self._once = token_urlsafe(24)

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"http://{ADDRESS}:{self.guard.port}/{self.guard.token}/"

    @property
    def address_for_once(self) -> str:
        """An address that leads to the page once: programs' words can be seen by other users."""
        return f"http://{ADDRESS}:{self.guard.port}/{_ONCE}/{self._once}"

    def takes(self, code: str) -> bool:
        """Tell whether a code is the one that leads to the page; it does not do so again."""
        expected, self._once = self._once, token_urlsafe(24)
        return compare_digest(code.encode(), expected.encode())

    def process_request(self, request: _Request, client_address: object) -> None:
        """Serve a connection by a thread of its own, if there is room for one."""
        if self._places.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request: _Request, client_address: object) -> None:
        """Serve a connection, and give its place back."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._places.release()

    def handle_error(self, request: _Request, client_address: object) -> None:
        """Say nothing: a window that is closed in the middle of an answer is no fault."""


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    protocol_version = "HTTP/1.1"
    server_version = "deckgen"
    sys_version = ""
    timeout = _PATIENCE

    def do_GET(self) -> None:
        if self._is_refused():
            self._send(_FORBIDDEN)
            return
        token, query = self._asked()
        if token == _ONCE and query.steps and self.server.takes(query.steps[0]):
            self._redirect()
        elif not self.server.guard.knows(token):
            self._send(NOT_FOUND)
        elif query.steps == ("events",):
            self._stream(query)
        else:
            self._send(self.server.answers.get(query), in_panel="panel" in query.words)

    def do_POST(self) -> None:
        if self._is_refused():
            self._send(_FORBIDDEN)
            return
        body = self._body()
        if isinstance(body, Answer):
            self._send(body)
            return
        token, query = self._asked()
        if token == _CURSOR and not query.steps:  # for editors, which have the token apart
            token, query = told_token(self.headers, body), Query((_CURSOR,), query.words)
        known = self.server.guard.knows(token)
        self._send(self.server.answers.post(query, body) if known else NOT_FOUND)

    def _is_refused(self) -> bool:
        """Tell whether the head of the request names another host, or any of it twice."""
        hosts = self.headers.get_all("Host", [])
        origins = self.headers.get_all("Origin", [])
        if len(hosts) != 1 or len(origins) > 1 or not self.path.startswith("/"):
            return True
        return self.server.guard.refuses(hosts[0], next(iter(origins), None))

    def _asked(self) -> tuple[str, Query]:
        """Return the first step of the path, which is to be the token, and what stands below."""
        query = Query.of(self.path)
        return query.steps[0], Query(query.steps[1:], query.words)

    def _body(self) -> bytes | Answer:
        """Return what the request holds, or why it is not read."""
        length = self.headers.get("Content-Length", "0")
        if self.headers.get("Transfer-Encoding") or not (length.isascii() and length.isdigit()):
            self.close_connection = True
            return BAD_REQUEST
        if len(length) > len(str(_LARGEST_BODY)) or int(length) > _LARGEST_BODY:
            self.close_connection = True
            return _TOO_LARGE
        return self.rfile.read(int(length))

    def _send(self, answer: Answer, *, in_panel: bool = False) -> None:
        self.send_response(answer.status)
        for name, value in headers(answer.kind, in_panel=in_panel).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body)

    def _redirect(self) -> None:
        self.send_response(HTTPStatus.SEE_OTHER)
        for name, value in headers("text/plain").items():
            self.send_header(name, value)
        self.send_header("Location", self.server.address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _stream(self, query: Query) -> None:
        """Send events as they come, until the window is closed."""
        if not self.server.streams.acquire(blocking=False):
            self._send(_BUSY)
            return
        self.close_connection = True
        try:
            self.send_response(HTTPStatus.OK)
            for name, value in headers("text/event-stream; charset=utf-8").items():
                self.send_header(name, value)
            self.end_headers()
            self._send_events(self._last(query))
        except OSError:  # the window was closed
            return
        finally:
            self.server.streams.release()

    def _last(self, query: Query) -> int:
        """Return the number of the last event that the window knows."""
        told = self.headers.get("Last-Event-ID", "")
        if told.isascii() and told.isdigit() and len(told) <= _LONGEST_NUMBER:
            return int(told)
        return query.number("after") or 0

    def _send_events(self, last: int) -> None:
        hub = self.server.hub
        while True:
            events = hub.wait(last, _BEAT)
            if events is None:
                last = hub.number
                self.wfile.write(f"id: {last}\nevent: anew\ndata: {{}}\n\n".encode())
            elif not events:
                self.wfile.write(b": still here\n\n")
            else:
                self.wfile.write(b"".join(event.encoded() for event in events))
                last = events[-1].number
            self.wfile.flush()

    def send_error(
        self, code: int, message: str | None = None, _explain: str | None = None
    ) -> None:
        """Answer what is not understood in the words of the server, with the head of the others."""
        self.close_connection = True
        status = HTTPStatus(code)
        self._send(Answer(f"{message or status.phrase}\n".encode(), status=code))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name above
        """Say nothing: the terminal is for what concerns the deck."""


_LONGEST_NUMBER: Final = 15
