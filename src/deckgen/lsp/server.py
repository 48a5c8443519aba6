"""An editor on standard input and output -> a language server for decks, until it asks to end."""

from __future__ import annotations

import sys
from functools import wraps
from typing import TYPE_CHECKING, Any, Final

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

from deckgen.diagnostics import Sink
from deckgen.internal import Boundary
from deckgen.lsp.diagnosing import Diagnosing
from deckgen.lsp.features import ACTIONS, REQUESTS, code_actions
from deckgen.lsp.logged import log_briefly
from deckgen.lsp.positions import Units
from deckgen.lsp.state import State
from deckgen.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable

_WATCHED: Final = "**/*"
_PAUSE: Final = "pause"
"""The key under `initializationOptions` for the pause before a deck is looked at, in seconds."""
_LONGEST_PAUSE: Final = 60
_TURN: Final = 0.0005
"""Seconds after which looking at a deck gives way to a question, which takes several turns."""


class DeckServer(LanguageServer):
    """A language server for decks, and what it knows of them."""

    def __init__(self) -> None:
        super().__init__("deckgen", __version__)
        self.state: Final = State()
        self.diagnosing: Final = Diagnosing(self.state, self.text_document_publish_diagnostics)
        self._listen()
        for method, (answer, options) in REQUESTS.items():
            self.feature(method, options)(self.bounded(answer))
        act = self.bounded(code_actions)

        @self.feature(types.TEXT_DOCUMENT_CODE_ACTION, ACTIONS)
        async def actions(params: types.CodeActionParams) -> object:
            await self.diagnosing.settled()
            return act(params)

    def bounded(self, answer: Callable[..., object]) -> Callable[[Any], object]:
        """Return what answers a request; a bug is told in the client's log."""

        @wraps(answer)
        def bounded_answer(params: Any) -> object:  # noqa: ANN401 - those of the request
            sink = Sink()
            with Boundary(sink, passing=(JsonRpcException,)):
                return answer(self.state, params)
            for item in sink.told():
                shown = types.LogMessageParams(types.MessageType.Error, item.message)
                self.window_log_message(shown)
            return None

        del bounded_answer.__wrapped__  # whose parameters are others
        return bounded_answer

    def _listen(self) -> None:
        """Take what the client tells of its files."""

        @self.feature(types.INITIALIZE)
        def initialize(params: types.InitializeParams) -> None:
            wished = _option(params.initialization_options, _PAUSE)
            if isinstance(wished, int | float) and 0 <= wished <= _LONGEST_PAUSE:
                self.diagnosing.pause = float(wished)

        @self.feature(types.INITIALIZED)
        def initialized(_params: types.InitializedParams) -> None:
            self.started()

        @self.feature(types.TEXT_DOCUMENT_DID_OPEN)
        def opened(params: types.DidOpenTextDocumentParams) -> None:
            self.state.opened(params.text_document)
            self.diagnosing.look_again()

        @self.feature(types.TEXT_DOCUMENT_DID_CHANGE)
        def changed(params: types.DidChangeTextDocumentParams) -> None:
            self.state.changed(params)
            self.diagnosing.look_again()

        @self.feature(types.TEXT_DOCUMENT_DID_CLOSE)
        def closed(params: types.DidCloseTextDocumentParams) -> None:
            self.state.closed(params.text_document.uri)
            self.diagnosing.look_again()

        @self.feature(types.TEXT_DOCUMENT_DID_SAVE)
        def saved(_params: types.DidSaveTextDocumentParams) -> None:
            self.state.library.forget()
            self.diagnosing.look_again()

        @self.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
        def moved(_params: types.DidChangeWatchedFilesParams) -> None:
            self.state.library.forget()
            self.diagnosing.look_again()

    def started(self) -> None:
        """Take what the client has told of itself, and ask it to watch files."""
        agreed = types.PositionEncodingKind(self.workspace.position_encoding or "utf-16")
        self.state.units = Units(agreed.value)
        text_document = self.client_capabilities.text_document
        item = (
            text_document and text_document.completion and text_document.completion.completion_item
        )
        self.state.takes_snippets = bool(item and item.snippet_support)
        workspace = self.client_capabilities.workspace
        watching = workspace and workspace.did_change_watched_files
        if watching and watching.dynamic_registration:
            options = types.DidChangeWatchedFilesRegistrationOptions(
                [types.FileSystemWatcher(_WATCHED)]
            )
            method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
            registration = types.Registration("deckgen-files", method, options)
            self.client_register_capability(
                types.RegistrationParams([registration]), lambda _answer: None
            )


def _option(options: object, name: str) -> object:
    """Return what a client says of an option, None for nothing."""
    return options.get(name) if isinstance(options, dict) else getattr(options, name, None)


def serve() -> None:
    """Serve the editor that has started this process."""
    output = sys.stdout.buffer
    sys.stdout = sys.stderr  # what anything prints is not for the editor
    sys.setswitchinterval(_TURN)
    log_briefly()
    server = DeckServer()
    server.start_io(sys.stdin.buffer, output)
    server.diagnosing.stop()
