"""`deckgen dump`: a deck -> what a stage of the compiler makes of it, as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from deckgen.cli.decks import compile_options, deck_argument
from deckgen.cli.inputs import build_of
from deckgen.cli.reporting import Reporting
from deckgen.cli.reporting_options import reporting_options
from deckgen.cli.target import print_out

if TYPE_CHECKING:
    from pathlib import Path

    from deckgen.compiler import Options
    from deckgen.world import DiskWorld

_STAGES: Final = ("yaml", "spec", "deck", "template", "pages")


@click.command(
    epilog="""\b
Stages:
  yaml      the tree of the deck's YAML, with places
  spec      the deck as it is written, typed
  deck      the slides, with everything about them settled but their layout
  template  layouts, boxes, styles and fonts of the template
  pages     the pages, with the place of every item

\b
Examples:
  deckgen dump pages deck.yaml"""
)
@click.argument("stage", type=click.Choice(_STAGES))
@deck_argument
@compile_options
@reporting_options()
def dump(
    *, stage: str, deck: Path, options: Options, world: DiskWorld, reporting: Reporting
) -> int:
    """Print what STAGE of the compiler makes of DECK, to see why a slide looks as it does."""
    from deckgen.dump import dump as dump_stage

    build = build_of(deck, options, world)
    refused = print_out(dump_stage(stage, build), world)
    diagnostics = build.sink.sorted() + refused
    reporting.show(diagnostics)
    return reporting.exit_code(diagnostics)
