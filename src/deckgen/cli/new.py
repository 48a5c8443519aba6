"""`deckgen new`: the name of a folder -> a deck in it to start from."""

from __future__ import annotations

import json
import os
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from deckgen.cli.decks import not_empty, path_of
from deckgen.cli.reporting import Reporting
from deckgen.cli.schema import schema_text
from deckgen.cli.target import write_down
from deckgen.diagnostics import Sink
from deckgen.spec.files import Files
from deckgen.templates import BUILT_IN
from deckgen.world import DiskWorld

if TYPE_CHECKING:
    from deckgen.diagnostics import Diagnostic

_DECK: Final = "deck.yaml"
_SCHEMA: Final = "deck.schema.json"
"""What the first lines of a deck call the schema that editors read."""
_TEMPLATE_LINE: Final = "  template: corporate\n"
_LANGUAGES: Final = ("en", "ja")


@click.command(
    epilog="""\b
Examples:
  deckgen new talk
  deckgen new talk --template brand.potx
  deckgen new 報告 --language ja"""
)
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False), callback=path_of)
@click.option(
    "--template",
    metavar="FILE",
    callback=not_empty,
    help="The .pptx or .potx that the deck shall use, or the name of a built-in one.",
)
@click.option(
    "--language",
    type=click.Choice(_LANGUAGES),
    default=_LANGUAGES[0],
    show_default=True,
    help="The language of the text.",
)
def new(*, folder: Path, template: str | None, language: str) -> int:
    """Start a deck in DIR that builds as it is and shows how the language is written.

    The folder is made where it does not exist. Beside the deck stands the schema with which editors
    complete and check it. Files are never overwritten.
    """
    deck = folder / _DECK
    if deck.exists():
        raise click.ClickException(f"'{deck}' exists already and is left as it is")
    text = files("deckgen.starter").joinpath(f"deck.{language}.yaml").read_text(encoding="utf-8")
    sink, world = Sink(), DiskWorld()
    if template is not None:
        here = Files(world, Path(), sink, trusted=True)
        text = _with_template(text, _template_name(template, folder, here))
    diagnostics = (
        sink.sorted() or write_down(text.encode(), deck, world) or _write_schema(folder, world)
    )
    if diagnostics:
        reporting = Reporting()
        reporting.show(diagnostics)
        return reporting.exit_code(diagnostics)
    click.echo(f"{deck} is there. Build it with\n\n  deckgen {_quoted(deck)}")
    return 0


def _write_schema(folder: Path, world: DiskWorld) -> tuple[Diagnostic, ...]:
    """Write the schema that the deck names, unless there is one; return what went wrong."""
    path = folder / _SCHEMA
    return () if path.exists() else write_down(schema_text().encode(), path, world)


def _template_name(template: str, folder: Path, here: Files) -> str:
    """Return how a deck in the folder names the template: relative to itself where that works.

    A template that is not there is reported.
    """
    if template in BUILT_IN:
        return template
    from deckgen.compiler import template_file

    template_file(template, here)
    path = here.locate(template)
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # another drive on Windows
        return path.resolve().as_posix()


def _with_template(text: str, name: str) -> str:
    before, line, after = text.partition(_TEMPLATE_LINE)
    assert line, "the starter names its template in a line of its own"
    # JSON's strings are YAML's double-quoted ones.
    return f"{before}  template: {json.dumps(name, ensure_ascii=False)}\n{after}"


def _quoted(path: Path) -> str:
    if os.name == "nt":
        return f'"{path}"' if " " in str(path) else str(path)
    from shlex import quote

    return quote(str(path))
