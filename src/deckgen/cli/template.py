"""`deckgen template`: a template -> what deckgen sees in it, and a specimen that shows it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from deckgen.cli.target import deliver, refuse_to_overwrite

if TYPE_CHECKING:
    from deckgen.survey.tell import Inspection

_TEXT: Final = "text"
_JSON: Final = "json"


@click.command(
    epilog="""\b
Examples:
  deckgen template brand.potx
  deckgen template brand.potx --format json
  deckgen template brand.potx -o specimen.pptx   a slide for each layout, filled with sample text"""
)
@click.argument("file", metavar="FILE")
@click.option("-o", "--output", metavar="OUT", help="Where to write the specimen.")
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
    inspection = _inspected(file, language)
    click.echo(inspection.json() if form == _JSON else inspection.text(), nl=False)
    return 0 if output is None else _write_specimen(inspection, file, Path(output))


def _inspected(file: str, language: str) -> Inspection:
    from deckgen.survey.tell import Inspection
    from deckgen.templates import built_in
    from deckgen.world import DiskWorld

    try:
        data = built_in(file) or DiskWorld().read(Path(file))
    except FileNotFoundError:
        raise click.UsageError(f"there is no file '{file}'") from None
    except OSError as error:
        raise click.ClickException(f"cannot read '{file}': {error.strerror or error}") from None
    try:
        return Inspection(data, file, language)
    except ValueError as error:
        raise click.ClickException(f"cannot use '{file}': {error}") from None


def _write_specimen(inspection: Inspection, file: str, target: Path) -> int:
    refuse_to_overwrite(target, Path(file))
    data, _ = inspection.specimen()
    for failure in deliver(data, target):
        raise click.ClickException(failure.message)
    return 0
