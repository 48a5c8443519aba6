"""A one-word edit -> what it costs until the browser has the new slide, and what memory it leaves.

Run `python -m benchmarks.preview [--edits N] [--rebuilds N]`. The report of this repository and a
deck of 350 slides are edited in the middle, a word at a time, in a folder of their own. *Work* is
the processor time of this process from the change on: to read, lay out and draw what has changed,
to compare it with what was shown, to tell the window, and to hand it the drawing. The *most* is of
an edit after which all garbage is looked for, when the window has the slide already. *Seen* is the
time by the clock from the file's saving until a window on the loopback has the drawing, with the
wait for the file to be left alone; what the browser then does is its own. *Cold* is a build of the
deck in a process of its own. Memory is that of the process (resident), while one word is edited
again and again. Where work or memory exceed their bounds the exit code is 1.
"""

from __future__ import annotations

import argparse
import gc
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from http.client import HTTPConnection
from pathlib import Path
from time import monotonic, process_time
from typing import TYPE_CHECKING, Final

from benchmarks.decks import deck_text, distinct_slides
from deckgen.compiler import Options
from deckgen.preview.editors import editor_of
from deckgen.preview.preview import Preview
from deckgen.world import DiskWorld

if TYPE_CHECKING:
    from collections.abc import Iterator
    from http.client import HTTPResponse

ROOT: Final = Path(__file__).parent.parent
MOST_WORK: Final = 100.0
"""Milliseconds of work that an edit may take."""
MOST_GROWTH: Final = 1.05
"""How much memory may grow over all rebuilds but the first tenth."""


def main() -> int:
    """Print a line for each deck, and what memory does; return 1 where a bound does not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edits", type=int, default=20, help="how many edits are timed")
    parser.add_argument("--rebuilds", type=int, default=1000, help="over how many memory is told")
    options = parser.parse_args()
    holds = True
    with tempfile.TemporaryDirectory(prefix="deckgen-preview-") as name:
        print("deck        slides   cold ms  work ms   most  seen ms")
        for title, path, word in _decks(Path(name)):
            cold = _cold(path)
            desk = Desk(path, word)
            work = [desk.work() for _ in range(options.edits)]
            sizes = desk.memory(options.rebuilds)
            seen = desk.seen(options.edits)
            desk.close()
            middle = statistics.median(work)
            holds = holds and middle <= MOST_WORK and max(sizes) <= sizes[0] * MOST_GROWTH
            figures = (
                f"{cold:8.0f}  {middle:7.1f}  {max(work):5.1f}  {statistics.median(seen):7.1f}"
            )
            print(f"{title:10}  {desk.slides:6}  {figures}")
            megabytes = " ".join(f"{size:.0f}" for size in sizes)
            print(f"            MB after each tenth of {options.rebuilds} rebuilds: {megabytes}")
    return 0 if holds else 1


def _decks(folder: Path) -> Iterator[tuple[str, Path, str]]:
    """Yield what decks are called, their files, and a word in each that is edited."""
    report = folder / "report"
    report.mkdir()
    shutil.copy(ROOT / "deck.yaml", report)
    shutil.copytree(ROOT / "assets", report / "assets")
    yield "report", report / "deck.yaml", "事例紹介"
    large = folder / "deck.yaml"
    text = deck_text(distinct_slides(350))
    middle = text.index("- title: ", len(text) // 2)
    large.write_text(f"{text[:middle]}- title: Wordly {text[middle + 9 :]}", encoding="utf-8")
    yield "large", large, "Wordly"


def _cold(path: Path) -> float:
    """Return the milliseconds of a build in a process of its own."""
    script = (
        "import resource, sys\n"
        "from deckgen.cli.program import run\n"
        "run([sys.argv[1], '-o', sys.argv[1] + '.pptx', '-q'])\n"
        "used = resource.getrusage(resource.RUSAGE_SELF)\n"
        "print(used.ru_utime + used.ru_stime)"
    )
    command = [sys.executable, "-c", script, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(done.stdout.split()[-1]) * 1000


class Desk:
    """A deck that is edited, and its preview, which builds when it is told to."""

    def __init__(self, path: Path, word: str) -> None:
        self._path = path
        self._text = path.read_text(encoding="utf-8")
        self._word = word
        self._count = 0
        self._preview = Preview(path, Options(), DiskWorld(), editor_of("code"))
        self._preview.build()

    @property
    def slides(self) -> int:
        """How many slides are shown."""
        return len(self._preview.hub.show.slides)

    def edit(self) -> None:
        """Save the deck with one word changed."""
        self._count += 1
        word = f"{self._word}{'abcdefghij'[self._count % 10]}"
        self._path.write_text(self._text.replace(self._word, word, 1), encoding="utf-8")

    def work(self) -> float:
        """Return the milliseconds of processor time that an edit costs."""
        self.edit()
        start = process_time()
        self._preview.build()
        event = self._preview.hub.wait(self._preview.hub.number - 1, 0)
        assert event is not None
        change = json.loads(event[-1].encoded().decode().partition("data: ")[2])
        for slide in change["added"]:
            assert self._preview.hub.view(slide["key"]) is not None
        assert len(change["added"]) == 1
        return (process_time() - start) * 1000

    def seen(self, edits: int) -> list[float]:
        """Return the milliseconds by the clock from saving to having the drawing, for each edit."""
        self._preview.start(lambda *_: None)
        port, token = self._preview.server.guard.port, self._preview.server.guard.token
        asking = HTTPConnection("127.0.0.1", port, timeout=30)
        stream = HTTPConnection("127.0.0.1", port, timeout=30)
        stream.request("GET", f"/{token}/events?after=0")
        answer = stream.getresponse()
        while "version" not in _next_event(answer):  # until the watching thread has built once
            continue
        return [self._seen(answer, asking, token) for _ in range(edits)]

    def _seen(self, answer: HTTPResponse, asking: HTTPConnection, token: str) -> float:
        start = monotonic()
        self.edit()
        while True:
            change = json.loads(_next_event(answer))
            if len(change.get("added", ())) == 1:
                break
        asking.request("GET", f"/{token}/slide/{change['added'][0]['key']}")
        assert asking.getresponse().read()
        return (monotonic() - start) * 1000

    def memory(self, rebuilds: int) -> list[float]:
        """Return the megabytes in memory after each tenth of many rebuilds."""
        sizes = []
        tenth = max(1, rebuilds // 10)
        for rebuild in range(rebuilds):
            self.edit()
            self._preview.build()
            if rebuild % tenth == tenth - 1:
                gc.collect()
                sizes.append(_resident())
        return sizes

    def close(self) -> None:
        """End the preview."""
        self._preview.stop()


def _next_event(answer: HTTPResponse) -> str:
    """Return the data of the next event of a stream."""
    while True:
        line = answer.readline().decode()
        if line.startswith("data: "):
            return line.removeprefix("data: ")


def _resident() -> float:
    """Return the megabytes of this process that are in memory."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


if __name__ == "__main__":
    sys.exit(main())
