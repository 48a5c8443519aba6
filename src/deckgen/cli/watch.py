"""`deckgen watch`: a deck -> its file, written again whenever the deck is saved."""

from __future__ import annotations

import gc
from threading import Event
from time import thread_time
from typing import TYPE_CHECKING

import click

from deckgen.cli.build import output_options
from deckgen.cli.decks import compile_options, deck_argument
from deckgen.cli.inputs import STANDARD_STREAM, name_of
from deckgen.cli.news import News
from deckgen.cli.reporting import Reporting
from deckgen.cli.reporting_options import reporting_options
from deckgen.records import replace

if TYPE_CHECKING:
    from pathlib import Path

    from deckgen.cli.build import Wanted
    from deckgen.compiler import Options
    from deckgen.memory import Memory
    from deckgen.preview.watched import WatchedWorld
    from deckgen.world import DiskWorld


@click.command(
    epilog="""\b
Examples:
  deckgen watch deck.yaml
  deckgen watch deck.yaml -o out/report.pptx
  deckgen watch deck.yaml -o report.pptx -o report.pdf

Where the deck has errors the files stay as they were. Ctrl-C ends the watch."""
)
@deck_argument
@output_options
@compile_options
@reporting_options()
def watch(
    *, deck: Path, wanted: Wanted, options: Options, world: DiskWorld, reporting: Reporting
) -> int:
    """Compile DECK as `build` does, and again whenever something that it reads changes."""
    from deckgen.memory import Memory
    from deckgen.preview.watched import WatchedWorld, wait_for_change

    if STANDARD_STREAM in {deck, *map(type(deck), wanted.words)}:
        raise click.UsageError("what is watched is a file, and so is what is written")
    watcher = _Watcher(deck, wanted, replace(options, jobs=1), reporting)
    watched, memory, going_on = WatchedWorld(world), Memory(), True
    while going_on:
        watcher.write(watched, memory)
        gc.collect(1)  # nothing looks for garbage by itself here
        going_on = wait_for_change(watched, Event())
    return 0


class _Watcher:
    """Writes a deck as it is now, again and again."""

    def __init__(self, deck: Path, wanted: Wanted, options: Options, reporting: Reporting) -> None:
        self._deck = deck
        self._wanted = wanted
        self._options = options
        self._news = News(reporting)

    def write(self, world: WatchedWorld, memory: Memory) -> None:
        from deckgen.cli.export import exported
        from deckgen.compiler import build_file

        start = thread_time()
        world.begin()
        build = replace(build_file(self._deck, self._options, world), memory=memory)
        diagnostics, said = exported(build, self._deck, self._wanted, world.disk)
        world.end()
        self._news.show(diagnostics)
        spent = f"({(thread_time() - start) * 1000:.0f} ms)"
        for sentence in said or (f"{name_of(self._deck)}: not written; waiting for a change",):
            self._news.reporting.say(f"{sentence} {spent}")
