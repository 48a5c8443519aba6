"""A language server and a deck of many slides -> how long it takes to answer while one types.

Run `python -m benchmarks.completion [SLIDES ...]`. A client in this process talks to `deckgen lsp`
on pipes, as editors do. Each question follows a letter that was typed, in the middle of the deck;
its time is from sending the letter to having the answer, `cpu` what of it is the server's processor
time. The last column is of questions that are asked while it looks at the deck for mistakes.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Final

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from benchmarks.decks import deck_text, distinct_slides

if TYPE_CHECKING:
    from collections.abc import Coroutine

SIZES: Final = (31, 350)
PLACES: Final = {
    "key": "  - title: New\n    layou",
    "block": "  - title: New\n    body:\n      - tabl",
    "layout": "  - title: New\n    layout: Tit",
    "link": "  - title: New\n    body: See [there](#sli",
    "variable": "  - title: New ${pro",
}
"""What is typed before the question, up to its last letter."""
_VARIABLES: Final = "variables: {product: Aurora, price: 12}\n"
_QUIET: Final = 2.0
"""Seconds after which the server looks for mistakes: never while questions follow each other."""


def main() -> None:
    """Print a line for each size and each kind of place."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES, metavar="SLIDES")
    parser.add_argument("--runs", type=int, default=40, help="how many questions of each kind")
    options = parser.parse_args()
    print("slides  at        items  cpu ms  median ms  p95 ms  busy p95 ms")
    for size in options.sizes:
        asyncio.run(_measured(size, options.runs))


async def _measured(slides: int, runs: int) -> None:
    text = _VARIABLES + deck_text(distinct_slides(slides))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "deck.yaml"
        quiet = await _Typist.start(path, text, _QUIET)
        busy = await _Typist.start(path, text, 0.0)
        await quiet.look()
        await busy.look()
        for place, typed in PLACES.items():
            before = quiet.processor_time()
            times, items = await quiet.asked(typed, runs)
            spent = (quiet.processor_time() - before) / runs
            among, _ = await busy.asked(typed, runs)
            columns = (spent, statistics.median(times), _high(times), _high(among))
            shown = "  ".join(
                f"{1000 * each:{width}.1f}"
                for each, width in zip(columns, (6, 9, 6, 11), strict=True)
            )
            print(f"{slides:6}  {place:8}  {items:5}  {shown}")
        await quiet.stop()
        await busy.stop()


def _high(times: list[float]) -> float:
    """Return the time that 95 of 100 do not exceed."""
    return statistics.quantiles(times, n=20)[-1]


class _Typist:
    """A client that types into the middle of a deck."""

    def __init__(self, client: LanguageClient, uri: str, text: str) -> None:
        self.client = client
        self.uri = uri
        self.text = text
        self.version = 1
        self.told = asyncio.Event()
        client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda _params: self.told.set())

    @classmethod
    async def start(cls, path: Path, text: str, pause: float) -> _Typist:
        """Start a server, and open the deck in it."""
        client = LanguageClient("benchmark", "1")
        await client.start_io(sys.executable, "-m", "deckgen", "lsp")
        typist = cls(client, path.as_uri(), text)
        item = types.ClientCompletionItemOptions(snippet_support=True)
        completion = types.CompletionClientCapabilities(completion_item=item)
        known = types.TextDocumentClientCapabilities(completion=completion)
        capabilities = types.ClientCapabilities(text_document=known)
        options = {"pause": pause}
        await client.initialize_async(
            types.InitializeParams(capabilities=capabilities, initialization_options=options)
        )
        client.initialized(types.InitializedParams())
        document = types.TextDocumentItem(typist.uri, "yaml", 1, text)
        client.text_document_did_open(types.DidOpenTextDocumentParams(document))
        return typist

    async def look(self) -> None:
        """Wait until the server has looked at the deck."""
        await asyncio.wait_for(self.told.wait(), 60)

    def processor_time(self) -> float:
        """Return how long the server's process has run, as Linux counts it."""
        assert self.client._server is not None  # noqa: SLF001 - the library has no other way to it
        stat = Path(f"/proc/{self.client._server.pid}/stat").read_text(encoding="ascii")  # noqa: SLF001
        user, system = stat.rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    def change(self, start: tuple[int, int], stop: tuple[int, int], text: str) -> None:
        """Put a text in the place of a range."""
        self.version += 1
        place = types.Range(types.Position(*start), types.Position(*stop))
        document = types.VersionedTextDocumentIdentifier(self.version, self.uri)
        changes = [types.TextDocumentContentChangePartial(place, text)]
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(document, [*changes])
        )

    async def asked(self, typed: str, runs: int) -> tuple[list[float], int]:
        """Return the times of some questions, each behind a letter, and the number of offers."""
        lines = self.text.split("\n")
        titles = [n for n, line in enumerate(lines) if line.startswith("  - title:")]
        line = titles[len(titles) // 2]
        self.change((line, 0), (line, 0), typed[:-1] + "\n")
        last = line + typed.count("\n")
        column = len(typed.rpartition("\n")[2]) - 1
        times, items = [], 0
        for _ in range(runs):
            start = perf_counter()
            self.change((last, column), (last, column), typed[-1])
            found = await self.ask(last, column + 1)
            times.append(perf_counter() - start)
            items = len(found.items) if isinstance(found, types.CompletionList) else 0
            self.change((last, column), (last, column + 1), "")
        self.change((line, 0), (last + 1, 0), "")
        return times, items

    def ask(self, line: int, column: int) -> Coroutine[None, None, object]:
        """Ask what may be written at a place."""
        document = types.TextDocumentIdentifier(self.uri)
        params = types.CompletionParams(document, types.Position(line, column))
        return self.client.text_document_completion_async(params)

    async def stop(self) -> None:
        """End the server."""
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await self.client.stop()  # type: ignore[no-untyped-call]


if __name__ == "__main__":
    main()
