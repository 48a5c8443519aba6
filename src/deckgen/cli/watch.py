"""`deckgen watch`: a deck -> its PowerPoint file, written again whenever the deck is saved."""

from __future__ import annotations

import gc
from threading import Event
from time import thread_time
from typing import TYPE_CHECKING

import click

from deckgen.cli.build import slides
from deckgen.cli.decks import STANDARD_STREAM, compile_options, deck_argument, name_of, not_empty
from deckgen.cli.reporting import Reporting, reporting_options
from deckgen.cli.target import deliver, target_of
from deckgen.records import replace

if TYPE_CHECKING:
    from pathlib import Path

    from deckgen.compiler import Options
    from deckgen.preview.watched import WatchedWorld
    from deckgen.session import Session
    from deckgen.world import DiskWorld


@click.command(
    epilog="""\b
Examples:
  deckgen watch deck.yaml
  deckgen watch deck.yaml -o out/report.pptx

Where the deck has errors the file stays as it was. Ctrl-C ends the watch."""
)
@deck_argument
@click.option(
    "-o",
    "--output",
    metavar="OUT",
    callback=not_empty,
    help="Where to write; DECK with the suffix .pptx by default.",
)
@compile_options
@reporting_options()
def watch(
    *, deck: Path, output: str | None, options: Options, world: DiskWorld, reporting: Reporting
) -> int:
    """Compile DECK into a PowerPoint file, and again whenever something that it reads changes."""
    from deckgen.preview.watched import WatchedWorld, wait_for_change
    from deckgen.session import Session

    target = target_of(deck, output) if deck != STANDARD_STREAM else STANDARD_STREAM
    if target == STANDARD_STREAM:
        raise click.UsageError("what is watched is a file, and so is what is written")
    watched = WatchedWorld(world)
    session, going_on = Session(replace(options, jobs=1), watched), True
    while going_on:
        _write(session, deck, target, watched, reporting)
        gc.collect(1)  # nothing looks for garbage by itself here
        going_on = wait_for_change(watched, Event())
    return 0


def _write(
    session: Session, deck: Path, target: Path, world: WatchedWorld, reporting: Reporting
) -> None:
    start = thread_time()
    world.begin()
    compiled = session.compile(deck)
    world.end()
    diagnostics = compiled.diagnostics
    if compiled.file is not None:
        diagnostics += deliver(compiled.file, target, world.disk)
    reporting.show(diagnostics)
    spent = f"{(thread_time() - start) * 1000:.0f} ms"
    if any(item.is_error for item in diagnostics):
        reporting.say(f"{name_of(deck)}: not written; waiting for the next change")
    else:
        reporting.say(f"{target}: {slides(compiled.pages)} ({spent})")
