"""A deck -> the time of building it cold, as a ratio to importing what such a tool needs.

Run `python -m benchmarks.cold_start [DECK]`. The two commands run in turn, so that the ratio holds
while the speed of the machine drifts. Byte code is kept in a folder of its own, as if all had been
installed; with `--from-source`, deckgen has none and is compiled in each run.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks.processes import Cost, cost

if TYPE_CHECKING:
    from collections.abc import Sequence

_IMPORTS: Final = "import yaml, click, lxml.etree, PIL.Image, pptx"
_SOURCE: Final = Path(__file__).parents[1] / "src"


def main() -> None:
    """Print the medians of both commands and of their ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("deck", type=Path, nargs="?", default=Path("deck.yaml"))
    parser.add_argument("--runs", type=int, default=21, help="how often each command runs")
    parser.add_argument("--from-source", action="store_true", help="compile deckgen in each run")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        build = [sys.executable, "-m", "deckgen", str(options.deck), "-o", f"{folder}/deck.pptx"]
        imports = [sys.executable, "-c", _IMPORTS]
        code = Path(folder) / "code"
        given = _environment((build, imports), code)
        if options.from_source:
            shutil.rmtree(code / _SOURCE.relative_to(_SOURCE.anchor))
        pairs = [(cost(build, given), cost(imports, given)) for _ in range(options.runs)]
    _report("cpu", [(build.cpu, imports.cpu) for build, imports in pairs])
    _report("wall", [(build.wall, imports.wall) for build, imports in pairs])
    print(f"peak  build {_largest(pairs, 0):.0f} MB, imports {_largest(pairs, 1):.0f} MB")


def _environment(commands: Sequence[Sequence[str]], code: Path) -> dict[str, str]:
    """Return the variables under which commands run with byte code that they wrote before."""
    given = {**os.environ, "PYTHONPATH": str(_SOURCE), "PYTHONPYCACHEPREFIX": str(code)}
    given.pop("PYTHONDONTWRITEBYTECODE", None)
    for command in commands:
        cost(command, given)
    return {**given, "PYTHONDONTWRITEBYTECODE": "1"}


def _report(name: str, pairs: Sequence[tuple[float, float]]) -> None:
    ratios = sorted(build / imports for build, imports in pairs)
    build, imports = (statistics.median(each) for each in zip(*pairs, strict=True))
    print(
        f"{name:<5} build {build:.3f} s, imports {imports:.3f} s,"
        f" ratio {statistics.median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})"
    )


def _largest(pairs: Sequence[tuple[Cost, Cost]], which: int) -> float:
    return max(pair[which].peak for pair in pairs)


if __name__ == "__main__":
    main()
