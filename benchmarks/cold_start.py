"""A deck -> the CPU time of building it cold, as a ratio to importing what such a tool needs.

Run `python -m benchmarks.cold_start [DECK]`. The two commands run in turn, so that the ratio holds
while the speed of the machine drifts.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

_IMPORTS: Final = "import yaml, click, lxml.etree, PIL.Image, pptx"


def main() -> None:
    """Print the medians of both commands and of their ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("deck", type=Path, nargs="?", default=Path("deck.yaml"))
    parser.add_argument("--runs", type=int, default=11, help="how often each command runs")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        output = str(Path(folder) / "deck.pptx")
        build = [sys.executable, "-m", "deckgen", str(options.deck), "-o", output]
        imports = [sys.executable, "-c", _IMPORTS]
        _cpu(build), _cpu(imports)  # so that byte code is written and files are in memory
        pairs = [(_cpu(build), _cpu(imports)) for _ in range(options.runs)]
    ratios = [ours / theirs for ours, theirs in pairs]
    print(f"build    {statistics.median(ours for ours, _ in pairs):.3f} s CPU")
    print(f"imports  {statistics.median(theirs for _, theirs in pairs):.3f} s CPU")
    print(f"ratio    {statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})")


def _cpu(command: list[str]) -> float:
    """Return the CPU time that a command takes, its children's included, in seconds."""
    process = subprocess.Popen(command)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"failed: {' '.join(command)}")
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    main()
