"""Previews of decks in folders of their own, and what asks them."""

import http.client
import json
import threading

import pytest

from deckgen.compiler import Options
from deckgen.preview.editors import editor_of
from deckgen.preview.preview import Preview
from deckgen.world import DiskWorld

DECK = """\
deck: {language: en}
slides:
  - title: Costs
    id: costs
    notes: Say why.
    body:
      - They rose
      - They fell
  - title: Plans
    timing: 90s
    body: Soon.
"""


PATIENCE = 60
"""Seconds after which a preview that does not answer has failed; the machine may be busy."""


class Visitor:
    """Asks a preview as a browser does, or as none would."""

    def __init__(self, preview):
        self.preview = preview
        self.port = preview.server.guard.port
        self.token = preview.server.guard.token

    def ask(self, path, method="GET", *, body=None, headers=None, host=None):
        """Return status, head and body of the answer to a request for a path below the token."""
        return self.ask_whole(
            f"/{self.token}/{path}", method, body=body, headers=headers, host=host
        )

    def ask_whole(self, target, method="GET", *, body=None, headers=None, host=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.putrequest(method, target, skip_host=True, skip_accept_encoding=True)
        for each in [f"127.0.0.1:{self.port}"] if host is None else host:
            connection.putheader("Host", each)
        for name, value in (headers or {}).items():
            connection.putheader(name, value)
        if body is not None:
            connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)
        answer = connection.getresponse()
        found = answer.status, answer.headers, answer.read()
        connection.close()
        return found

    def json(self, path, method="GET", body=None):
        status, _, data = self.ask(path, method, body=body)
        assert status == 200
        return json.loads(data)


@pytest.fixture
def deck(tmp_path):
    path = tmp_path / "deck.yaml"
    path.write_text(DECK, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def shown_deck(tmp_path_factory):
    path = tmp_path_factory.mktemp("shown") / "deck.yaml"
    path.write_text(DECK, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def preview(shown_deck):
    """A preview that has built once and answers; it builds again when it is told to."""
    shown = Preview(shown_deck, Options(), DiskWorld(), editor_of("code"))
    server = threading.Thread(target=shown.server.serve_forever, args=(0.02,), daemon=True)
    server.start()
    shown.build()
    yield shown
    shown.stop()
    server.join()


@pytest.fixture(scope="module")
def visitor(preview):
    return Visitor(preview)
