"""`deckgen template`: a template -> what deckgen sees in it, and a specimen that shows it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from deckgen.cli.decks import not_empty
from deckgen.cli.reporting import Reporting
from deckgen.cli.target import deliver, print_out
from deckgen.diagnostics import Sink
from deckgen.spec.files import Files
from deckgen.world import DiskWorld

if TYPE_CHECKING:
    from deckgen.inspection.inspector import Inspector

_TEXT: Final = "text"
_JSON: Final = "json"


@click.command(
    epilog="""\b
Examples:
  deckgen template brand.potx
  deckgen template brand.potx --format json
  deckgen template brand.potx -o specimen.pptx   a slide for each layout, filled with sample text"""
)
@click.argument("file", metavar="FILE", callback=not_empty)
@click.option(
    "-o",
    "--output",
    metavar="OUT",
    callback=not_empty,
    help="Where to write the specimen.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice((_TEXT, _JSON)),
    default=_TEXT,
    show_default=True,
    help="How the template is described.",
)
@click.option(
    "--language",
    metavar="TAG",
    default="en",
    show_default=True,
    help="The language of decks, which decides on East Asian fonts and the sample text.",
)
def template(*, file: str, output: str | None, form: str, language: str) -> int:
    """Tell what deckgen sees in FILE: layouts, slots, choices, fonts, colours and problems.

    FILE is a .pptx, .potx, .pptm or .potm, or the name of a built-in template.
    """
    reporting, sink, world = Reporting(), Sink(), DiskWorld()
    inspection = _inspected(file, language, Files(world, Path(), sink, trusted=True))
    diagnostics = sink.sorted()
    if inspection is not None:
        text = inspection.json() if form == _JSON else inspection.text()
        diagnostics += print_out(text, world)
        if output is not None:
            diagnostics += deliver(inspection.specimen(), Path(output), world)
    reporting.show(diagnostics)
    return reporting.exit_code(diagnostics)


def _inspected(file: str, language: str, files: Files) -> Inspector | None:
    """Return what can be told of a template, None where it cannot be read, which is reported."""
    from deckgen.codes import TEMPLATE_INVALID
    from deckgen.compiler import template_file
    from deckgen.inspection.inspector import Inspector

    data = template_file(file, files)
    if data is None:
        return None
    try:
        return Inspector(data, file, language)
    except ValueError as error:
        files.sink.report(TEMPLATE_INVALID, None, f"cannot use `{file}`: {error}")
        return None
