"""`deckgen check`: a deck -> what is wrong with it."""

from __future__ import annotations

import sys
from itertools import chain
from typing import TYPE_CHECKING

import click

from deckgen.cli.decks import compile_options, paths_of
from deckgen.cli.inputs import build_of, name_of
from deckgen.cli.reporting import FULL, Reporting
from deckgen.cli.reporting_options import reporting_options

if TYPE_CHECKING:
    from pathlib import Path

    from deckgen.compiler import Options
    from deckgen.world import DiskWorld


@click.command(
    epilog="""\b
Examples:
  deckgen check deck.yaml
  deckgen check decks/*.yaml
  deckgen check deck.yaml --format json      for programs, on standard output
  deckgen check deck.yaml --format concise   one line each, for editors

The other formats go to standard error. Exit code 0: no errors; 1: errors, or warnings with
--strict; 2: the command is not understood."""
)
@click.argument(
    "decks", metavar="DECK...", nargs=-1, required=True, type=click.Path(), callback=paths_of
)
@compile_options
@reporting_options(json_to_stdout=True)
def check(
    *, decks: tuple[Path, ...], options: Options, world: DiskWorld, reporting: Reporting
) -> int:
    """Report everything that is wrong with DECK; write nothing."""
    runs = [build_of(deck, options, world) for deck in decks]
    found = [run.check() for run in runs]
    diagnostics = tuple(chain.from_iterable(found))
    reporting.show(diagnostics)
    for deck, run, said in zip(decks, runs, found, strict=True):
        lines = run.schedule() if reporting.form == FULL else ()
        if lines and len(decks) > 1:
            click.echo(f"{name_of(deck)}:", file=sys.stderr)
        for line in lines:
            click.echo(line, file=sys.stderr)
        if not said:
            reporting.say(f"{name_of(deck)}: nothing to complain of")
    return reporting.exit_code(diagnostics)
