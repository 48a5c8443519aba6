"""`deckgen build`: a deck -> a PowerPoint file, and the forms that show it without PowerPoint."""

from __future__ import annotations

from functools import wraps
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import click

from deckgen.cli.building import build_one
from deckgen.cli.decks import Many, compile_options, many_options, not_empty_each, paths_of
from deckgen.cli.reporting import Reporting
from deckgen.cli.reporting_options import reporting_options
from deckgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from deckgen.compiler import Options
    from deckgen.world import DiskWorld

_LARGEST_SCALE: Final = 10.0
_SMALLEST_SCALE: Final = 0.1


class Wanted(NamedTuple):
    """The words after `-o`, and what else is said of what is written, by the options' names."""

    words: tuple[str, ...]
    said: Mapping[str, Any]

    @property
    def one(self) -> str | None:
        """The only word, for several files, which are presentations; other words are refused."""
        if self.said or len(self.words) > 1:
            raise click.UsageError("several decks, or rows, are written as .pptx, to one `-o`")
        return self.words[0] if self.words else None

    @property
    def is_plain(self) -> bool:
        """Whether it surely is one presentation, and nothing else."""
        if self.said or len(self.words) > 1:
            return False
        return all(word == "-" or Path(word).suffix.lower() == ".pptx" for word in self.words)


def output_options(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the options that make up its argument `wanted`."""

    @click.option(
        "-o",
        "--output",
        "words",
        metavar="OUT",
        multiple=True,
        callback=not_empty_each,
        help="Where to write, in the form that the name ends in: .pptx, .pdf, .png, .svg or .html;"
        " DECK with the suffix .pptx by default. `-` is standard output; may be repeated.",
    )
    @click.option(
        "--slides",
        metavar="RANGES",
        callback=_ranges,
        help="Show these alone, as in `3-5,8` or `10-`; not in .pptx.",
    )
    @click.option(
        "--handout",
        metavar="N",
        type=click.Choice(("1", "2", "3", "4", "6", "9")),
        help="Put so many slides on a sheet of paper: 1, 2, 3 with lines to write on, 4, 6 or 9.",
    )
    @click.option(
        "--notes", is_flag=True, help="Put each slide on a sheet of paper with its notes below."
    )
    @click.option(
        "--paper",
        type=click.Choice(("a4", "letter"), case_sensitive=False),
        help="The size of sheets; a4 by default.",
    )
    @click.option(
        "--scale",
        metavar="FACTOR",
        type=click.FloatRange(_SMALLEST_SCALE, _LARGEST_SCALE),
        callback=_finite,
        help="How large .png are: 1 is 96 dots to the inch; 1.5 by default, which makes slides of"
        " 16:9 1,920 dots wide.",
    )
    @wraps(command)
    def exporting_command(**words: Any) -> int:  # noqa: ANN401 - of the types of the choice
        names = ("slides", "handout", "notes", "paper", "scale")
        said = {name: word for name in names if (word := words.pop(name))}
        return command(wanted=Wanted(words.pop("words"), said), **words)

    return exporting_command


def _finite(
    _context: click.Context, _parameter: click.Parameter, factor: float | None
) -> float | None:
    """Refuse what is called a number, but is none, and so in no range and out of none."""
    if factor is not None and isnan(factor):
        raise click.BadParameter(f"'{factor}' is no number")
    return factor


def _ranges(
    _context: click.Context, _parameter: click.Parameter, word: str | None
) -> tuple[tuple[int | None, int | None], ...]:
    if word is None:
        return ()
    from deckgen.cli.outputs import ranges

    return ranges(word)


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
  deckgen build decks/*.yaml -o out/
  deckgen build card.yaml --rows people.csv -o "out/{name}.pptx"

Diagnostics go to standard error in every format. Exit code 0: written; 1: the deck has errors, and
nothing is written; 2: the command is not understood."""
)
@click.argument(
    "decks", metavar="DECK...", nargs=-1, required=True, type=click.Path(), callback=paths_of
)
@output_options
@many_options
@compile_options
@reporting_options()
def build(  # noqa: PLR0913 - the options of click
    *,
    decks: tuple[Path, ...],
    wanted: Wanted,
    many: Many,
    options: Options,
    world: DiskWorld,
    reporting: Reporting,
) -> int:
    """Compile DECK into a PowerPoint file; `-` reads it from standard input.

    The word `build` may be left out. Other forms show the deck as it is drawn here: .pdf, .png and
    .svg for each slide, and .html, a page that presents it in any browser. Of several decks each
    becomes a file in the folder OUT, and with `--rows` DECK does for each row of data.
    """
    if len(decks) > 1 or many.is_asked_for:
        from deckgen.cli.many import ManyFiles

        return ManyFiles(decks, wanted.one, many, world).run(options, reporting)
    (deck,) = decks
    if many.timings:
        from deckgen.cli.timings import new_timings

        options = replace(options, timings=new_timings())
    if not wanted.is_plain:
        from deckgen.cli.export import export

        return export(deck, wanted, options, world, reporting)
    return build_one(deck, wanted.words[0] if wanted.words else None, options, world, reporting)
