"""`deckgen marks`: a deck -> the trademarks that it mentions, and where."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

import click

from deckgen.cli.decks import build_of, compile_options, deck_argument

if TYPE_CHECKING:
    from pathlib import Path

    from deckgen.compiler import Options

_FORMS: Final = ("text", "csv", "json")


@click.command(
    epilog="""\b
Examples:
  deckgen marks deck.yaml
  deckgen marks deck.yaml --format csv > marks.csv   for a spreadsheet

Marks are those of the deck's registries and those that deckgen knows. What is wrong with the deck
goes to standard error. Exit code 0: the deck could be read; 1: it has errors."""
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
def marks(*, deck: Path, form: str, options: Options) -> int:
    """List the trademarks that DECK mentions, whose they are, and every place."""
    from deckgen.cli.reporting import Reporting
    from deckgen.trademarks.listing import as_csv, as_json, as_text, rows
    from deckgen.trademarks.search import search

    build, reporting = build_of(deck, options), Reporting()
    resolved = build.resolved()
    errors = [item for item in build.sink.sorted() if item.is_error]
    reporting.show(errors, json_to=sys.stderr)
    if resolved is None or errors:
        return reporting.exit_code(errors)
    settings = resolved.trademarks
    found = search(resolved, build.registries(resolved))
    listed = rows(resolved, found, build.pages())
    match form:
        case "csv":
            text = as_csv(listed)
        case "json":
            text = as_json(listed)
        case _:
            region = settings.region.text if settings and settings.region else ""
            text = as_text(resolved, found, region, listed)
    click.echo(text, nl=False)
    return 0
