"""`deckgen marks`: a deck -> the trademarks that it mentions, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from deckgen.cli.decks import compile_options, deck_argument
from deckgen.cli.inputs import build_of
from deckgen.cli.reporting import Reporting
from deckgen.cli.reporting_options import reporting_options_but_format
from deckgen.cli.target import print_out

if TYPE_CHECKING:
    from pathlib import Path

    from deckgen.compiler import Build, Options
    from deckgen.diagnostics import Diagnostic
    from deckgen.world import DiskWorld

_FORMS: Final = ("text", "csv", "json")


@click.command(
    epilog="""\b
Examples:
  deckgen marks deck.yaml
  deckgen marks deck.yaml --format csv > marks.csv   for a spreadsheet

Marks are those of the deck's registries and those that deckgen knows. What is wrong with the deck
goes to standard error. Exit code 0: no errors; 1: errors, or warnings with --strict; 2: the command
is not understood. A deck that cannot be laid out is listed by slides instead of pages."""
)
@deck_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMS),
    default=_FORMS[0],
    show_default=True,
    help="How the list is written.",
)
@compile_options
@reporting_options_but_format
def marks(
    *, deck: Path, form: str, options: Options, world: DiskWorld, reporting: Reporting
) -> int:
    """List the trademarks that DECK mentions, whose they are, and every place."""
    from deckgen.trademarks.listing import as_csv, as_json, as_text, rows
    from deckgen.trademarks.search import search

    build = build_of(deck, options, world)
    resolved = build.resolved()
    if resolved is None or build.sink.has_errors:
        return _report(build, reporting)
    settings = resolved.trademarks
    found = search(resolved, build.registries(resolved))
    listed = rows(resolved, found, build.laid_out(build.signed(resolved) or resolved))
    match form:
        case "csv":
            text = as_csv(listed)
        case "json":
            text = as_json(listed)
        case _:
            region = settings.region.text if settings and settings.region else ""
            text = as_text(resolved, found, region, listed)
    return _report(build, reporting, print_out(text, world))


def _report(build: Build, reporting: Reporting, refused: tuple[Diagnostic, ...] = ()) -> int:
    diagnostics = build.sink.sorted() + refused
    reporting.show(diagnostics)
    return reporting.exit_code(diagnostics)
