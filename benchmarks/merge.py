"""Rows of data -> how many of them a second are merged with a small deck, by processes.

Run `python -m benchmarks.merge [--rows 2000]`. Whole commands, start-up included; the last line is
what such a deck costs by itself, so that it tells what is gained by building many together.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.cluster import DECK
from benchmarks.processes import cost


def main() -> None:
    """Print a line for each number of processes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=2000)
    parser.add_argument("--jobs", type=int, nargs="*", default=(1, 2))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        deck, people = folder / "card.yaml", folder / "people.csv"
        deck.write_text(DECK, encoding="utf-8")
        lines = "".join(f"Person {number},{number * 37}\n" for number in range(options.rows))
        people.write_text(f"name,amount\n{lines}", encoding="utf-8")
        build = [sys.executable, "-m", "deckgen", "build", str(deck), "-q"]
        rows = ["--rows", str(people), "-o", str(folder / "out/{row}.pptx")]
        for jobs in options.jobs:
            whole = cost([*build, *rows, "-j", str(jobs)])
            print(
                f"{jobs} processes: {options.rows / whole.wall:6.0f} rows/s, {whole.cpu:.1f} s of"
                f" CPU, {whole.peak:.0f} MB"
            )
        alone = cost([*build, "-o", str(folder / "alone.pptx")])
        print(f"a deck alone: {alone.wall:.2f} s, {alone.cpu:.2f} s of CPU")


if __name__ == "__main__":
    main()
