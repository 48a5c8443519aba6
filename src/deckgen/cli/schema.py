"""`deckgen schema`: nothing -> the JSON Schema of the language."""

from __future__ import annotations

import json

import click


@click.command(
    epilog="""\b
Examples:
  deckgen schema > deck.schema.json

\b
The first line of a deck tells editors with the YAML language server where it is:
  # yaml-language-server: $schema=deck.schema.json"""
)
def schema() -> int:
    """Print the JSON Schema with which editors complete and check a deck."""
    from deckgen.blocks import block_set
    from deckgen.spec.schema import json_schema

    click.echo(json.dumps(json_schema(block_set()), indent=2, ensure_ascii=False))
    return 0
