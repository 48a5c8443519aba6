"""`deckgen check`: a deck -> what is wrong with it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from deckgen.cli.decks import compile_options, deck_argument
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
  deckgen check deck.yaml --format json      for programs, on standard output
  deckgen check deck.yaml --format concise   one line each, for editors

The other formats go to standard error. Exit code 0: no errors; 1: errors, or warnings with
--strict; 2: the command is not understood."""
)
@deck_argument
@compile_options
@reporting_options(json_to_stdout=True)
def check(*, deck: Path, options: Options, world: DiskWorld, reporting: Reporting) -> int:
    """Report everything that is wrong with DECK; write nothing."""
    run = build_of(deck, options, world)
    diagnostics = run.check()
    reporting.show(diagnostics)
    if reporting.form == FULL:
        for line in run.schedule():
            click.echo(line, file=sys.stderr)
    if not diagnostics:
        reporting.say(f"{name_of(deck)}: nothing to complain of")
    return reporting.exit_code(diagnostics)
