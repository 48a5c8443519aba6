"""Numbers of slides -> what whole builds of such decks cost, beside python-pptx writing the same.

Run `python -m benchmarks.growth [SLIDES ...]`. Decks are made of the sample's slides in other words
(`benchmarks.decks`). python-pptx gets the text with its levels, on its own template: it measures
and divides nothing. The last line tells how fast the costs grow: 1 is in proportion to the slides.
"""

from __future__ import annotations

import argparse
import json
import math
import statistics
import sys
import tempfile
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.decks import deck_text, distinct_slides
from benchmarks.processes import Cost, cost

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZES: Final = (31, 350, 3500)

_PEER: Final = """
import json, sys
from pptx import Presentation
presentation = Presentation()
for title, body in json.load(open(sys.argv[1], encoding="utf-8")):
    slide = presentation.slides.add_slide(presentation.slide_layouts[1])
    slide.shapes.title.text = title
    frame = slide.placeholders[1].text_frame
    for number, (level, text) in enumerate(body):
        paragraph = frame.add_paragraph() if number else frame.paragraphs[0]
        paragraph.text, paragraph.level = text, level
presentation.save(sys.argv[2])
"""


def main() -> None:
    """Print a line for each size, and the exponents of growth."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES, metavar="SLIDES")
    parser.add_argument("--runs", type=int, default=3, help="how often each deck is built")
    parser.add_argument("--alone", action="store_true", help="leave python-pptx out")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        costs = [
            _Row(size, Path(folder), options.runs, alone=options.alone)
            for size in (1, *sorted(options.sizes))
        ]
    start, *rows = costs
    print("slides    deckgen s  ms/slide  peak MB  python-pptx s  ms/slide  peak MB  ratio")
    for row in rows:
        print(row.line(start))
    for name, of in (("deckgen", 0), ("python-pptx", 1)):
        if len(start.costs) > of:
            powers = [_exponent(start, one, other, of) for one, other in pairwise(rows)]
            print(f"{name} grows with the power {', '.join(f'{power:.2f}' for power in powers)}")


class _Row:
    """The medians of what a number of slides costs: deckgen's, and python-pptx's if it runs."""

    def __init__(self, size: int, folder: Path, runs: int, *, alone: bool) -> None:
        self.size = size
        commands = _commands(size, folder)[: 1 if alone else 2]
        measured = [[cost(command) for command in commands] for _ in range(runs)]
        self.costs = [_median(each) for each in zip(*measured, strict=True)]

    def line(self, start: _Row) -> str:
        """Return the costs as a line; those of a slide are without those of one slide's deck."""
        cells = [f"{self.size:>6}"]
        for one, ours in zip(start.costs, self.costs, strict=True):
            slide = (ours.cpu - one.cpu) / max(1, self.size - start.size) * 1000
            cells.append(f"{ours.cpu:>12.2f}{slide:>10.2f}{ours.peak:>9.0f}")
        if len(self.costs) > 1:
            cells.append(f"{self.costs[0].cpu / self.costs[1].cpu:>9.2f}")
        return "".join(cells)


def _commands(size: int, folder: Path) -> tuple[list[str], list[str]]:
    """Return the commands that write so many slides: deckgen's and python-pptx's."""
    slides = distinct_slides(size)
    deck, text = folder / f"{size}.yaml", folder / f"{size}.json"
    deck.write_text(deck_text(slides), encoding="utf-8")
    plain = [(slide.title, slide.paragraphs()) for slide in slides]
    text.write_text(json.dumps(plain, ensure_ascii=False), encoding="utf-8")
    return (
        [sys.executable, "-m", "deckgen", str(deck), "-o", str(folder / "ours.pptx")],
        [sys.executable, "-c", _PEER, str(text), str(folder / "theirs.pptx")],
    )


def _median(costs: Sequence[Cost]) -> Cost:
    return Cost(*(statistics.median(values) for values in zip(*costs, strict=True)))


def _exponent(start: _Row, one: _Row, other: _Row, of: int) -> float:
    first, second = (row.costs[of].cpu - start.costs[of].cpu for row in (one, other))
    return math.log(second / first) / math.log(other.size / one.size)


if __name__ == "__main__":
    main()
