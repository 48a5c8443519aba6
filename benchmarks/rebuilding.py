"""A session's builds of a deck -> what they cost as a share of its first, after edits of all kinds.

Run `python -m benchmarks.rebuilding [SLIDES ...]`. All builds are of one process. The first is that
of a new session, whose modules are loaded already; what is edited stands in the middle of the deck.
"""

from __future__ import annotations

import argparse
import statistics
from time import process_time
from typing import Final

import deckgen
from benchmarks.decks import deck_text, distinct_slides

SIZES: Final = (31, 350)
_EDITS: Final = ("unchanged", "a slide edited", "a slide added", "a slide removed")


def main() -> None:
    """Print a line for each size: the first build in seconds, and the others as shares of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES, metavar="SLIDES")
    parser.add_argument("--runs", type=int, default=5, help="how many sessions there are")
    options = parser.parse_args()
    print("slides  first s  " + "  ".join(_EDITS))
    _costs(2)  # loads what is needed
    for size in options.sizes:
        runs = [_costs(size) for _ in range(options.runs)]
        first = statistics.median(run[0] for run in runs)
        shares = [statistics.median(run[at] / run[0] for run in runs) for at in range(1, 5)]
        columns = (f"{share:>{len(name)}.3f}" for share, name in zip(shares, _EDITS, strict=True))
        print(f"{size:6}  {first:7.3f}  " + "  ".join(columns))


def _costs(slides: int) -> list[float]:
    """Return the processor time of a session's first build and of those after edits."""
    text = deck_text(distinct_slides(slides))
    starts = [at for at in range(len(text)) if text.startswith("  - title:", at)]
    middle = starts[len(starts) // 2]
    edited = text[:middle] + text[middle:].replace("- title: ", "- title: Edited ", 1)
    added = text[:middle] + "  - title: Added\n    body: text\n" + text[middle:]
    session = deckgen.Session()
    return [_cost(session, each) for each in (text, text, edited, added, edited)]


def _cost(session: deckgen.Session, text: str) -> float:
    start = process_time()
    assert session.compile(text).ok
    return process_time() - start


if __name__ == "__main__":
    main()
