"""Decks that change -> the diagnostics of each, once its author has paused."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lsprotocol import types

from deckgen.editing.looks import DeckLook, Looking
from deckgen.editing.overlay import plain
from deckgen.lsp.answers import diagnostic, uri_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from deckgen.editing.library import DeckFiles
    from deckgen.lsp.state import State

    Publish = Callable[[types.PublishDiagnosticsParams], None]

_MOMENT: Final = 3
"""Seconds that a question waits for the diagnostics that it is about."""
PAUSE: Final = 0.25
"""Seconds without an edit, after which a deck is looked at."""


class Diagnosing:
    """Looks at decks one after the other, beside the questions that are answered meanwhile."""

    def __init__(self, state: State, publish: Publish) -> None:
        self.pause = PAUSE
        self._state: Final = state
        self._publish: Final = publish
        self._looking: dict[str, Looking] = {}
        self._waiting: dict[str, asyncio.Task[None]] = {}
        self._published: dict[str, set[str]] = {}
        self._worker: Final = ThreadPoolExecutor(1, "deckgen")

    def look_again(self) -> None:
        """Look at all decks of which a file is open, after a pause; forget the others."""
        decks = {deck.name: deck for deck in self._state.decks()}
        for name in self._looking.keys() - decks.keys():
            del self._looking[name]
            self._tell(name, {})
        for name, deck in decks.items():
            task = self._waiting.pop(name, None)
            if task is not None:
                task.cancel()
            self._waiting[name] = asyncio.get_running_loop().create_task(self._look(deck))

    async def _look(self, deck: DeckFiles) -> None:
        await asyncio.sleep(self.pause)
        looking = self._looking.setdefault(deck.name, Looking(deck.path))
        texts = self._state.library.texts()
        loop = asyncio.get_running_loop()
        deck.look = await loop.run_in_executor(self._worker, looking.look, texts)
        self._tell(deck.name, self._by_file(deck, deck.look))

    async def settled(self) -> None:
        """Wait until what is looked at has been, for a moment at the most."""
        waiting = [task for task in self._waiting.values() if not task.done()]
        if waiting:
            await asyncio.wait(waiting, timeout=_MOMENT)

    def _by_file(self, deck: DeckFiles, look: DeckLook) -> dict[str, list[types.Diagnostic]]:
        """Return the diagnostics of each file; one that another deck tells of is left to that."""
        found: dict[str, list[types.Diagnostic]] = {name: [] for name in deck.files()}
        for item in look.diagnostics:
            place = item.span.settled.source.name if item.span is not None else deck.name
            name = plain(deck.path.parent / place)
            found.setdefault(name, []).append(diagnostic(item, self._state.units))
        owner = self._state.library.deck_of
        return {name: items for name, items in found.items() if owner(Path(name)) is deck}

    def _tell(self, deck: str, found: dict[str, list[types.Diagnostic]]) -> None:
        """Send the diagnostics of a deck's files, and none for files that had some before."""
        before = self._published.pop(deck, set())
        for name in sorted({*found, *before}):
            uri = uri_of(name)
            version = self._state.versions.get(uri)
            items = found.get(name, [])
            self._publish(types.PublishDiagnosticsParams(uri, items, version))
        if found:
            self._published[deck] = {name for name, items in found.items() if items}

    def stop(self) -> None:
        """Look at nothing any more."""
        for task in self._waiting.values():
            task.cancel()
        self._worker.shutdown(wait=False, cancel_futures=True)
