"""The cost of measuring: microseconds a paragraph, for paragraphs of one line and of several.

Run `python -m benchmarks.measuring`. Every figure is the least of several runs, in CPU time: fresh
is a paragraph never seen before (both renderers' readings), again is the same at another width.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from benchmarks.agreement.specimens import specimens
from deckgen.text import NoFonts, Typesetter
from deckgen.units import pt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.agreement.specimens import Specimen
    from deckgen.units import Emu

RUNS: Final = 15


def main() -> None:
    """Print the cost per kind of specimen."""
    made = specimens(seed=1, count=1000)
    print(f"{'kind':<10}{'characters':>11}{'one line':>10}{'fresh':>10}{'again':>10}")
    for kind in dict.fromkeys(specimen.kind for specimen in made):
        chosen = [specimen for specimen in made if specimen.kind == kind]
        length = sum(len(specimen.text) for specimen in chosen) / len(chosen)
        costs = [
            cost(chosen, width=pt(90_000)),
            cost(chosen, width=None),
            cost(chosen, width=None, again=True),
        ]
        print(f"{kind:<10}{length:>11.0f}" + "".join(f"{each:>10.1f}" for each in costs))


def cost(chosen: Sequence[Specimen], width: Emu | None, *, again: bool = False) -> float:
    """Return the microseconds that a paragraph takes, in its own width where none is given."""
    least = float("inf")
    for _ in range(RUNS):
        typesetter = Typesetter(NoFonts())
        for specimen in chosen:
            typesetter.width([run for run in specimen.runs if run.text != specimen.text])
            if again:
                typesetter.lines(specimen.runs, specimen.width - pt(1))
        start = time.process_time()
        for specimen in chosen:
            typesetter.lines(specimen.runs, width or specimen.width)
        least = min(least, time.process_time() - start)
    return least / len(chosen) * 1e6


if __name__ == "__main__":
    main()
