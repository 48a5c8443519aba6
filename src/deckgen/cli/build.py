"""`deckgen build`: a deck -> a PowerPoint file, and the forms that show it without PowerPoint."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from deckgen.cli.decks import STANDARD_STREAM, build_of, compile_options, deck_argument
from deckgen.cli.outputs import PRESENTATION, output_options
from deckgen.cli.progress import progress
from deckgen.cli.reporting import Reporting, reporting_options
from deckgen.cli.target import deliver
from deckgen.records import replace

if TYPE_CHECKING:
    from pathlib import Path

    from deckgen.cli.outputs import Wanted
    from deckgen.compiler import Options
    from deckgen.world import DiskWorld


@click.command(
    epilog="""\b
Examples:
  deckgen deck.yaml
  deckgen deck.yaml -o out/report.pptx --template brand.potx
  deckgen deck.yaml -o report.pptx -o report.pdf -o report.html
  deckgen deck.yaml -o handout.pdf --handout 6
  deckgen deck.yaml -o report-%03d.png --slides 3-5 --scale 2
  deckgen deck.yaml --set language=en --set footer=Draft
  make-deck | deckgen - -o - > report.pptx

Diagnostics go to standard error in every format. Exit code 0: written; 1: the deck has errors, and
nothing is written; 2: the command is not understood."""
)
@deck_argument
@output_options
@compile_options
@reporting_options()
def build(
    *, deck: Path, wanted: Wanted, options: Options, world: DiskWorld, reporting: Reporting
) -> int:
    """Compile DECK into a PowerPoint file; `-` reads it from standard input.

    The word `build` may be left out. Other forms show the deck as it is drawn here: .pdf, .png and
    .svg for each slide, and .html, a page that presents it in any browser.
    """
    outputs = wanted.outputs(deck)
    if any(output.form != PRESENTATION for output in outputs):
        from deckgen.cli.export import export

        return export(deck, wanted, options, world, reporting)
    with progress(shown=reporting.is_watched) as step:
        compiled = build_of(deck, replace(options, progress=step), world).run()
    diagnostics = compiled.diagnostics
    if compiled.file is not None:
        for output in outputs:
            diagnostics += deliver(compiled.file, output.path, world)
    reporting.show(diagnostics)
    for output in outputs:
        if output.path != STANDARD_STREAM and not any(item.is_error for item in diagnostics):
            reporting.say(f"{output.path}: {slides(compiled.pages)}")
    return reporting.exit_code(diagnostics)


def slides(number: int) -> str:
    """Return a number of slides in words."""
    return f"{number} slide{'' if number == 1 else 's'}"
