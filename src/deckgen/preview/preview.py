"""A deck's file -> its page in the browser, kept up to date until the program ends."""

from __future__ import annotations

import gc
from threading import Event, Thread
from typing import TYPE_CHECKING, Final

from deckgen.diagnostics import Sink
from deckgen.internal import Boundary
from deckgen.preview.answers import Answers
from deckgen.preview.hub import Hub
from deckgen.preview.proof import Prover
from deckgen.preview.server import PreviewServer
from deckgen.preview.stock import Stock
from deckgen.preview.watched import WatchedWorld, wait_for_change
from deckgen.preview.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from deckgen.compiler import Options
    from deckgen.diagnostics import Diagnostic
    from deckgen.preview.editors import Editor
    from deckgen.preview.show import Show
    from deckgen.world import DiskWorld

    Told = Callable[[Show, tuple[Diagnostic, ...]], None]

_COLLECTED: Final = 20
"""After so many builds all garbage is looked for; what is kept of a deck makes that slow."""
_PAUSE: Final = 1.0
"""Seconds until files are looked at again after a bug."""


class Preview:
    """A deck that is shown. One thread builds it, those of the server answer."""

    def __init__(
        self,
        deck: Path,
        options: Options,
        disk: DiskWorld,
        editor: Editor,
        *,
        port: int = 0,
    ) -> None:
        """Listen on a port, 0 for a free one. Raises `OSError` where that cannot be done."""
        self._world: Final = WatchedWorld(disk)
        self._workshop: Final = Workshop(deck, options, self._world, editor)
        self._stopped: Final = Event()
        self._builds = 0
        self.hub: Final = Hub()
        self._prover: Final = (
            Prover(self.hub, self._workshop.proof_source, Sink()) if Prover.can_be() else None
        )
        stock = Stock(self.hub, self._workshop.writer.fonts, self._prover)
        answers = Answers(self.hub, stock, editor, launched)
        self.server: Final = PreviewServer(port, self.hub, answers)

    def start(self, told: Told) -> None:
        """Serve, build and watch in threads of their own; `told` hears of each build.

        It is given what is shown then, and what there is to say of the deck.
        """
        Thread(target=self.server.serve_forever, name="server", daemon=True).start()
        Thread(target=self._run, args=(told,), name="builder", daemon=True).start()

    def abandon(self) -> None:
        """End programs that were started."""
        if self._prover is not None:
            self._prover.stop()

    def stop(self) -> None:
        """End the threads."""
        self._stopped.set()
        self.abandon()
        self.server.shutdown()
        self.server.server_close()

    def build(self) -> tuple[Show, tuple[Diagnostic, ...]]:
        """Build once and show what comes of it; return that, and what there is to say."""
        show, diagnostics = self._workshop.show(self.hub.show)
        self.hub.publish(show)
        self._builds += 1
        # the collector is off while decks are built, and is too slow to be let run as it likes
        gc.collect(2 if self._builds % _COLLECTED == 0 else 0)
        return show, diagnostics

    def _run(self, told: Told) -> None:
        told(*self.build())
        while not self._stopped.is_set():
            bugs = Sink()
            with Boundary(bugs):
                if wait_for_change(self._world, self._stopped):
                    told(*self.build())
            if bugs.has_errors:  # what the next change brings may be free of them
                self._stopped.wait(_PAUSE)


def launched(words: list[str]) -> bool:
    """Start a program, and tell whether that could be done."""
    import subprocess

    try:
        subprocess.Popen(  # noqa: S603 - what the user gave when starting us
            words,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    return True
