"""The file of a deck -> its pages as LibreOffice draws them, in the background.

Only what has changed on a page makes its picture old: pictures are known by the keys of slides.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from threading import Event, Lock, Thread
from time import monotonic
from typing import TYPE_CHECKING, Final

from deckgen.internal import Boundary
from deckgen.records import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from deckgen.blobs import Blob
    from deckgen.diagnostics import Sink
    from deckgen.preview.hub import Hub

_PATIENCE: Final = 180
"""Seconds that LibreOffice may take for a deck."""
_DOTS: Final = 96
"""Dots to the inch of the pictures."""
_NAMES: Final = ("soffice", "libreoffice")


class ProofSource(Struct, frozen=True):
    """A deck as it is to be drawn: its file, and the keys of its slides that are not hidden.

    LibreOffice leaves out those that are when it writes a PDF.
    """

    file: Blob
    keys: tuple[str, ...]


class Prover:
    """Draws the deck again by LibreOffice whenever it is asked to, one version at a time."""

    def __init__(self, hub: Hub, source: Callable[[], ProofSource | None], sink: Sink) -> None:
        """Take what tells windows, what gives the deck as it is now, and what takes bugs."""
        self._hub: Final = hub
        self._source: Final = source
        self._sink: Final = sink
        self._wanted: Final = Event()
        self._lock: Final = Lock()
        self._pictures: Mapping[str, bytes] = {}
        self._seconds = 0.0
        self._running: subprocess.Popen[bytes] | None = None
        self._thread: Thread | None = None

    @staticmethod
    def can_be() -> bool:
        """Tell whether this machine has what draws a deck and what makes pictures of that."""
        return bool(_office()) and shutil.which("pdftoppm") is not None

    def want(self) -> None:
        """Have the deck as it is now drawn, and windows told."""
        with self._lock:
            if self._thread is None:
                self._thread = Thread(target=self._work, name="prover", daemon=True)
                self._thread.start()
        self._wanted.set()

    def picture(self, key: str) -> bytes | None:
        """Return the PNG of a slide by its key, None where there is none."""
        return self._pictures.get(key)

    def stop(self) -> None:
        """End what is being drawn."""
        running = self._running
        if running is not None and running.poll() is None:
            _end(running)

    def _work(self) -> None:
        while True:
            self._wanted.wait()
            self._wanted.clear()
            with Boundary(self._sink):
                self._draw()

    def _draw(self) -> None:
        source = self._source()
        if source is None:
            return
        if all(key in self._pictures for key in source.keys):
            self._tell("done", source.keys)
            return
        self._tell("working", source.keys)
        start = monotonic()
        try:
            drawn = self._drawn(source)
        except (OSError, subprocess.SubprocessError):
            self._tell("failed", source.keys)
            return
        self._seconds = round(monotonic() - start, 1)
        self._pictures = drawn
        self._tell("done" if len(drawn) == len(source.keys) else "failed", source.keys)

    def _tell(self, state: str, keys: Sequence[str]) -> None:
        known = {key: f"{key}.png" for key in keys if key in self._pictures}
        self._hub.tell("proof", {"state": state, "seconds": self._seconds, "pages": known})

    def _drawn(self, source: ProofSource) -> Mapping[str, bytes]:
        """Return the pictures of slides by their keys. Raises `OSError` or `SubprocessError`."""
        with tempfile.TemporaryDirectory(prefix="deckgen-proof-") as name:
            folder = Path(name)
            deck = folder / "deck.pptx"
            deck.write_bytes(source.file.read())
            profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
            made = ("--convert-to", "pdf", "--outdir", name, str(deck))
            self._run([_office(), "--headless", profile, *made])
            page = str(folder / "page")
            self._run(["pdftoppm", "-r", str(_DOTS), "-png", str(folder / "deck.pdf"), page])
            pictures = [path.read_bytes() for path in sorted(folder.glob("page-*.png"))]
        return dict(zip(source.keys, pictures, strict=False))

    def _run(self, words: Sequence[str]) -> None:
        running = self._running = subprocess.Popen(  # noqa: S603 - programs of this machine
            words,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            code = running.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            _end(running)
            raise
        if code:
            raise subprocess.CalledProcessError(code, words)


def _office() -> str:
    return next(filter(None, map(shutil.which, _NAMES)), "")


def _end(running: subprocess.Popen[bytes]) -> None:
    """End a program and what it has started: LibreOffice is a script that starts another."""
    try:
        if hasattr(os, "killpg"):
            os.killpg(running.pid, signal.SIGKILL)
        else:
            running.kill()
    except ProcessLookupError:
        return
