"""Seed and count -> how often deckgen and LibreOffice break the same paragraphs alike.

Run `python -m benchmarks.agreement --seed 1 --count 1000` where LibreOffice, poppler and the fonts
of `specimens.PAIRS` are installed. Shares are of paragraphs whose text could be read back.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.agreement import deck, rendered
from benchmarks.agreement.compare import Comparison, compare
from benchmarks.agreement.specimens import specimens
from deckgen.text import NoFonts, Typesetter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.text import Font


def main() -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--show", type=int, default=0, help="print so many disagreements in full")
    parser.add_argument("--folder", type=Path, help="keep the deck and its PDF here")
    options = parser.parse_args()
    made = specimens(options.seed, options.count)
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        folder.mkdir(exist_ok=True, parents=True)
        deck.write(made, folder / "specimens.pptx")
        found = rendered.pages(rendered.render(folder / "specimens.pptx", folder))
    typesetter = Typesetter(NoFonts())
    pairs = zip(made, found, strict=True)
    comparisons = [compare(typesetter, specimen, page) for specimen, page in pairs]
    differing = [each for each in comparisons if each.verdict != "exact" or not each.is_safe]
    for comparison in differing[: options.show]:
        show(comparison)
    report(comparisons)


def report(comparisons: Sequence[Comparison]) -> None:
    """Print the shares of each kind of specimen and of all."""
    kinds = dict.fromkeys(each.specimen.kind for each in comparisons)
    heads = ("kind", "n", "count", "exact", "few", "many", "unread", "safe", "height", "max")
    print(f"{heads[0]:<10}" + "".join(f"{head:>9}" for head in heads[1:]))
    for kind in kinds:
        print_row(kind, [each for each in comparisons if each.specimen.kind == kind])
    print_row("all", comparisons)


def print_row(name: str, comparisons: Sequence[Comparison]) -> None:
    """Print one row of the report."""
    read = [each for each in comparisons if each.verdict != "unread"]
    number = {v: sum(each.verdict == v for each in read) for v in ("exact", "ends", "few", "many")}
    errors = [each.height_error for each in read if each.height_error is not None]
    same = (number["exact"] + number["ends"]) / len(read)
    safe = sum(each.is_safe for each in read) / len(read)
    print(
        f"{name:<10}{len(read):>9}{same:>9.2%}{number['exact'] / len(read):>9.2%}"
        f"{number['few']:>9}{number['many']:>9}{len(comparisons) - len(read):>9}{safe:>9.2%}"
        f"{sum(errors) / max(1, len(errors)):>9.2%}{max(errors, default=0):>9.2%}"
    )


def show(comparison: Comparison) -> None:
    """Print both readings of a paragraph, line by line."""
    specimen = comparison.specimen
    fonts = sorted({describe(run.font) for run in specimen.runs})
    print(f"--- {specimen.kind} {comparison.verdict} {specimen.width.points:.2f}pt", *fonts)
    for index in range(max(len(comparison.expected), len(comparison.there))):
        here = comparison.expected[index : index + 1]
        there = comparison.there[index : index + 1]
        print("  " if here == there else "! ", *here, *(() if here == there else ("|", *there)))


def describe(font: Font) -> str:
    """Return a font for people."""
    style = " bold" * font.bold + " italic" * font.italic
    return f"[{font.latin} + {font.east_asian} {font.size.points:g}{style}]"


if __name__ == "__main__":
    main()
