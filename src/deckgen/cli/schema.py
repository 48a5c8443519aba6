"""`deckgen schema`: what is written -> the JSON Schema of its language."""

from __future__ import annotations

import json
from typing import Final

import click

_LANGUAGES: Final = ("deck", "trademarks")


@click.command(
    epilog="""\b
Examples:
  deckgen schema > deck.schema.json
  deckgen schema trademarks > trademarks.schema.json

\b
The first line of a deck tells editors with the YAML language server where it is:
  # yaml-language-server: $schema=deck.schema.json"""
)
@click.argument("what", type=click.Choice(_LANGUAGES), default=_LANGUAGES[0])
def schema(*, what: str) -> int:
    """Print the JSON Schema with which editors complete and check a deck.

    WHAT is `deck`, or `trademarks` for the files that `deck: trademarks: registry:` names.
    """
    click.echo(schema_text(what), nl=False)
    return 0


def schema_text(what: str = _LANGUAGES[0]) -> str:
    """Return the JSON Schema of decks, or of files of trademarks, as text."""
    from deckgen.blocks import block_set
    from deckgen.spec.schema import json_schema, registry_schema

    written = json_schema if what == _LANGUAGES[0] else registry_schema
    return json.dumps(written(block_set()), indent=2, ensure_ascii=False) + "\n"
