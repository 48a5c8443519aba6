"""`deckgen build`: a deck -> a PowerPoint file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from deckgen.cli.decks import (
    STANDARD_STREAM,
    build_of,
    compile_options,
    deck_argument,
    not_empty,
)
from deckgen.cli.progress import progress
from deckgen.cli.reporting import Reporting, reporting_options
from deckgen.cli.target import deliver, target_of
from deckgen.records import replace

if TYPE_CHECKING:
    from pathlib import Path

    from deckgen.compiler import Options
    from deckgen.world import DiskWorld


@click.command(
    epilog="""\b
Examples:
  deckgen deck.yaml
  deckgen deck.yaml -o out/report.pptx --template brand.potx
  deckgen deck.yaml --set language=en --set footer=Draft
  make-deck | deckgen - -o - > report.pptx

Diagnostics go to standard error in every format. Exit code 0: written; 1: the deck has errors, and
nothing is written; 2: the command is not understood."""
)
@deck_argument
@click.option(
    "-o",
    "--output",
    metavar="OUT",
    callback=not_empty,
    help="Where to write; DECK with the suffix .pptx by default. `-` is standard output.",
)
@compile_options
@reporting_options()
def build(
    *, deck: Path, output: str | None, options: Options, world: DiskWorld, reporting: Reporting
) -> int:
    """Compile DECK into a PowerPoint file; `-` reads it from standard input.

    The word `build` may be left out.
    """
    target = target_of(deck, output)
    with progress(shown=reporting.is_watched) as step:
        compiled = build_of(deck, replace(options, progress=step), world).run()
    diagnostics = compiled.diagnostics
    if compiled.file is not None:
        diagnostics += deliver(compiled.file, target, world)
    reporting.show(diagnostics)
    if target != STANDARD_STREAM and not any(item.is_error for item in diagnostics):
        reporting.say(f"{target}: {slides(compiled.pages)}")
    return reporting.exit_code(diagnostics)


def slides(number: int) -> str:
    """Return how many slides there are, in words."""
    return f"{number} slide{'' if number == 1 else 's'}"
