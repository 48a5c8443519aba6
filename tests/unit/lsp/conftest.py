"""A language server in a process of its own, and the client of pygls as the editor before it."""

from __future__ import annotations

import asyncio
import os
import sys
from dataclasses import dataclass, field

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient
from pygls.uris import from_fs_path

PATIENCE = 60
"""Seconds after which a server that does not answer has failed."""
PAUSE = 0.01


class Editor:
    """An editor as tests use it: each question waits for its answer."""

    def __init__(self, loop):
        self.loop = loop
        self.client = LanguageClient("tests", "1")
        self.told: dict[str, list] = {}
        self.heard = asyncio.Condition()
        self.logged: list[str] = []
        self.registered: asyncio.Queue = asyncio.Queue()

        @self.client.feature(types.CLIENT_REGISTER_CAPABILITY)
        def registered(params):
            self.registered.put_nowait(params)

        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        async def published(params):
            await self.hear(params)

        @self.client.feature(types.WINDOW_LOG_MESSAGE)
        def logged(params):
            self.logged.append(params.message)

    async def hear(self, params):
        async with self.heard:
            self.told.setdefault(params.uri, []).append(params)
            self.heard.notify_all()

    def run(self, awaited):
        return self.loop.run_until_complete(asyncio.wait_for(awaited, PATIENCE))

    def start(self, capabilities, options=None):
        environment = {"PYTHONPATH": os.pathsep.join(sys.path), "DECKGEN_DEBUG": "1", "PATH": ""}
        program = "from deckgen.cli.program import run; raise SystemExit(run(['lsp', '--stdio']))"
        self.run(self.client.start_io(sys.executable, "-c", program, env=environment))
        params = types.InitializeParams(
            capabilities=capabilities, initialization_options=options or {"pause": PAUSE}
        )
        self.server = self.run(self.client.initialize_async(params))
        self.client.initialized(types.InitializedParams())
        return self

    def stop(self):
        self.run(self.client.shutdown_async(None))
        self.client.exit(None)
        self.run(self.client._server.wait())
        code = self.client._server.returncode
        self.run(self.client.stop())
        return code

    def ask(self, name, params):
        return self.run(getattr(self.client, f"text_document_{name}_async")(params))


def capabilities(*, snippets=True, encodings=None, watching=False):
    item = types.ClientCompletionItemOptions(snippet_support=snippets)
    return types.ClientCapabilities(
        general=types.GeneralClientCapabilities(position_encodings=encodings),
        text_document=types.TextDocumentClientCapabilities(
            completion=types.CompletionClientCapabilities(completion_item=item)
        ),
        workspace=types.WorkspaceClientCapabilities(
            did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(watching)
        ),
    )


@pytest.fixture(scope="session")
def loop():
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


@pytest.fixture(scope="session")
def editor(loop):
    """One server for all tests, as it takes a second to start."""
    editor = Editor(loop).start(capabilities())
    yield editor
    assert editor.stop() == 0
    assert editor.logged == []


@dataclass
class Desk:
    """Files that are open in an editor; `|` in a text is where the cursor is."""

    editor: Editor
    folder: object
    versions: dict = field(default_factory=dict)
    cursor: tuple = ()

    def uri(self, name):
        return from_fs_path(str(self.folder / name))

    def open(self, text, name="deck.yaml"):
        """Open a file, or change all of it; return its address."""
        uri = self.uri(name)
        before, bar, after = text.partition("|>")
        if bar:
            lines = before.split("\n")
            self.cursor = (uri, types.Position(len(lines) - 1, units(lines[-1])))
        document = types.VersionedTextDocumentIdentifier(self.versions.get(uri, 0) + 1, uri)
        if uri not in self.versions:
            item = types.TextDocumentItem(uri, "yaml", document.version, before + after)
            self.editor.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        else:
            whole = types.TextDocumentContentChangeWholeDocument(before + after)
            self.change(name, whole)
        self.versions[uri] = document.version
        return uri

    def change(self, name, *changes):
        uri = self.uri(name)
        self.versions[uri] += 1
        document = types.VersionedTextDocumentIdentifier(self.versions[uri], uri)
        params = types.DidChangeTextDocumentParams(document, list(changes))
        self.editor.client.text_document_did_change(params)

    def type(self, text, at, stop=None, name="deck.yaml"):
        """Put a text in the place of a range."""
        place = types.Range(types.Position(*at), types.Position(*(stop or at)))
        self.change(name, types.TextDocumentContentChangePartial(place, text))

    def diagnostics(self, name="deck.yaml"):
        """Return the diagnostics that the server tells of the file as it is now."""
        uri = self.uri(name)
        wanted = self.versions.get(uri)

        async def waited():
            async with self.editor.heard:
                await self.editor.heard.wait_for(
                    lambda: any(p.version == wanted for p in self.editor.told.get(uri, []))
                )

        self.editor.run(waited())
        return [*[p for p in self.editor.told[uri] if p.version == wanted][-1].diagnostics]

    def at(self):
        uri, position = self.cursor
        return {"text_document": types.TextDocumentIdentifier(uri), "position": position}

    def complete(self, text, name="deck.yaml"):
        """Return what is offered at `|>`, by its label and in its order."""
        self.open(text, name)
        found = self.editor.ask("completion", types.CompletionParams(**self.at()))
        return {item.label: item for item in sorted(found.items, key=lambda i: i.sort_text)}

    def close(self):
        for uri in self.versions:
            document = types.TextDocumentIdentifier(uri)
            self.editor.client.text_document_did_close(types.DidCloseTextDocumentParams(document))


def units(text):
    """Return how many units of UTF-16 a text has."""
    return len(text.encode("utf-16-le")) // 2


@pytest.fixture
def desk(editor, tmp_path):
    desk = Desk(editor, tmp_path)
    yield desk
    desk.close()


@pytest.fixture
def start(loop):
    """Start a server of a client with other capabilities."""
    started = []

    def begin(**options):
        started.append(Editor(loop).start(capabilities(**options)))
        return started[-1]

    yield begin
    for editor in started:
        editor.stop()
