"""Seed and count -> how often deckgen and LibreOffice break the same paragraphs alike.

Run `python -m benchmarks.agreement --seed 1 --count 500` where LibreOffice, poppler and the fonts
of `specimens.PAIRS` are installed. Every figure is a share of paragraphs, per kind of text.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.agreement import deck, rendered
from benchmarks.agreement.specimens import specimens
from deckgen.text import LIBREOFFICE, Font, NoFonts, Typesetter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.agreement.rendered import SetLine
    from benchmarks.agreement.specimens import Specimen


def main() -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--show", type=int, default=0, help="print so many disagreements in full")
    parser.add_argument("--folder", type=Path, help="keep the deck and its PDF here")
    options = parser.parse_args()
    made = specimens(options.seed, options.count)
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        folder.mkdir(exist_ok=True, parents=True)
        deck.write(made, folder / "specimens.pptx")
        found = rendered.pages(rendered.render(folder / "specimens.pptx", folder))
    report(made, found, options.show)


def report(made: Sequence[Specimen], found: Sequence[tuple[SetLine, ...]], show: int) -> None:
    """Print the shares, then the first disagreements."""
    typesetter = Typesetter(NoFonts())
    tallies: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for specimen, page in zip(made, found, strict=True):
        lines = predicted(typesetter, specimen)
        there = [line.text for line in page]
        verdict = judge(lines, there)
        safe = len(typesetter.lines(specimen.runs, specimen.width))
        for name in (specimen.kind, "all"):
            tallies[name][verdict] += 1
            tallies[name]["unsafe"] += safe < len(there)
        if verdict != "exact" and show > 0:
            show -= 1
            print_disagreement(specimen, lines, page, verdict)
    print(
        f"{'kind':<10}{'n':>6}{'count':>9}{'exact':>9}{'too few':>9}{'too many':>9}{'unread':>8}{'safe':>9}"
    )
    for name, tally in tallies.items():
        read = sum(tally.values()) - tally["unread"] - tally["unsafe"]
        same = tally["exact"] + tally["ends"]
        print(
            f"{name:<10}{read:>6}{same / read:>9.2%}{tally['exact'] / read:>9.2%}"
            f"{tally['few']:>9}{tally['many']:>9}{tally['unread']:>8}{1 - tally['unsafe'] / read:>9.2%}"
        )


def predicted(typesetter: Typesetter, specimen: Specimen) -> list[str]:
    """Return the lines deckgen expects of LibreOffice, without spaces."""
    lines = typesetter.lines_under(LIBREOFFICE, specimen.runs, specimen.width)
    return ["".join(specimen.text[line.start : line.stop].split()) for line in lines]


def judge(lines: list[str], there: list[str]) -> str:
    """Return how the lines compare: exact, other ends, too few, too many, or unread."""
    if "".join(lines) != "".join(there):
        return "unread"
    if lines == there:
        return "exact"
    if len(lines) == len(there):
        return "ends"
    return "few" if len(lines) < len(there) else "many"


def print_disagreement(
    specimen: Specimen, lines: list[str], page: Sequence[SetLine], verdict: str
) -> None:
    """Print both readings of a paragraph side by side."""
    fonts = {describe(run.font) for run in specimen.runs}
    print(f"--- {specimen.kind} {verdict} {specimen.width.points:.2f}pt {'; '.join(sorted(fonts))}")
    there = [line.text for line in page]
    for index in range(max(len(lines), len(there))):
        here = lines[index] if index < len(lines) else ""
        line = there[index] if index < len(there) else ""
        right = page[index].right - deck.MARGIN.points if index < len(page) else 0
        print(
            f"{'  ' if here == line else '! '}{here!r}"
            + ("" if here == line else f"  |LO {line!r} {right:.2f}")
        )


def describe(font: Font) -> str:
    """Return a font for people."""
    return f"{font.latin}+{font.east_asian} {font.size.points:g}{' bold' * font.bold}"


if __name__ == "__main__":
    main()
