"""Packages -> how many of their mutants the tests kill, and which survive.

Run `python -m benchmarks.mutants text emit layout template/choose --sample 200`. The first run
takes down which tests run which lines; `--trace` does so again after tests have changed. It needs
`coverage` and a Unix system, and is nice to others.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest

from benchmarks.mutants import tracing
from benchmarks.mutants.operators import Mutant, applied, parsed
from benchmarks.mutants.trial import OPTIONS, Test, Trials

ROOT: Final = Path(__file__).parents[2]
_SOURCES: Final = ROOT / "src" / "deckgen"
_MAP: Final = ROOT / "out" / "mutants.json"
_EXCUSED: Final = Path(__file__).with_name("survivors.txt")
_TESTS: Final = (
    *(f"tests/unit/{package}" for package in ("text", "emit", "layout", "template", "blocks")),
    *("tests/unit/formulas", "tests/unit/test_session.py", "tests/unit/test_placed_text.py"),
    *("tests/test_golden.py", "tests/test_written.py", "tests/test_report.py"),
    "tests/properties/test_lines.py",
)
_MOST_SECONDS: Final = 60.0
"""So long may the tests of one mutant take in all, by how long they took before."""
_SHORT: Final = 0.5
"""Tests that take longer are tried last."""
_MOST_TESTS: Final = 800
_FEW: Final = 5


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of a mutant."""

    file: Path
    mutant: Mutant
    killed: bool
    tests: int

    @property
    def key(self) -> str:
        """The name of the mutant in lists."""
        return f"{self.file.relative_to(_SOURCES)} {self.mutant.key}"


def main() -> None:
    """Print each mutant that survives, and the share of those that do not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", help="modules and packages below src/deckgen")
    parser.add_argument("--sample", type=int, help="try so many of each path's mutants")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--trace", action="store_true", help="take down anew which tests run what")
    parser.add_argument("--all", action="store_true", help="print survivors that are excused, too")
    options = parser.parse_args()
    os.nice(5)
    os.chdir(ROOT)
    if options.trace or not _MAP.exists():
        _trace()
    covered, reasons = json.loads(_MAP.read_text(encoding="utf-8")), _reasons()

    def attempt(trials: Trials) -> None:
        for path in options.paths:
            chosen = _chosen(path, options.sample, options.seed)
            _check(trials, chosen[0][0], covered)
            tried: list[Trial] = []
            for file, mutant in chosen:
                tried.append(_tried(trials, file, mutant, covered))
                reason = reasons.get(tried[-1].key)
                if not tried[-1].killed and (reason is None or options.all):
                    _tell(tried[-1], reason)
            _report(path, tried, reasons)

    with tempfile.TemporaryDirectory() as storage:
        os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = storage
        pytest.main([*OPTIONS, "--capture=no", *_TESTS], plugins=[Trials(attempt)])


def _check(trials: Trials, file: Path, covered: dict[str, Any]) -> None:
    """End the program where tests fail without any mutant."""
    tests = [(name, seconds) for name, seconds in covered["tests"] if trials.has(name)]
    if trials.is_killed(file, file.read_bytes(), 0, tests[:_MOST_TESTS]):
        raise SystemExit("tests fail as it is: mend them, or trace anew with --trace")


def _trace() -> None:
    _MAP.parent.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "benchmarks.mutants.tracing", *_TESTS]
    environment = {**os.environ, tracing.OUTPUT: str(_MAP)}
    subprocess.run([*command, "-p", "no:xdist"], check=False, env=environment, cwd=ROOT)


def _chosen(path: str, sample: int | None, seed: int) -> list[tuple[Path, Mutant]]:
    """Return the mutants of a package, or of one module, or some of them."""
    below = _SOURCES / path
    files = sorted(below.rglob("*.py")) if below.is_dir() else [below.with_suffix(".py")]
    found = [(file, mutant) for file in files for mutant in parsed(file.read_bytes())]
    if sample is None or sample >= len(found):
        return found
    picked = sorted(random.Random(seed).sample(range(len(found)), sample))  # noqa: S311
    return [found[index] for index in picked]


def _tried(trials: Trials, file: Path, mutant: Mutant, covered: dict[str, Any]) -> Trial:
    own = f"tests/unit/{file.relative_to(_SOURCES).parts[0]}/"
    tests: list[Test] = []
    seconds = 0.0
    for name, duration in _ordered(file, mutant, covered, own):
        if seconds > _MOST_SECONDS or len(tests) == _MOST_TESTS:
            break
        if trials.has(name):
            tests.append((name, duration))
            seconds += duration
    source = applied(file.read_bytes(), mutant)
    killed = bool(tests) and trials.is_killed(file, source, mutant.line, tests)
    return Trial(file, mutant, killed, len(tests))


def _ordered(file: Path, mutant: Mutant, covered: dict[str, Any], own: str) -> list[Test]:
    """Return the tests of a mutant and how long each takes, those first that may tell soonest.

    They are those that run its lines. Where these are few, as they are where a module is imported
    or something is made once for all, what uses the module follows, and then its package.
    """
    lines, known = covered["files"].get(str(file), {}), covered["tests"]
    first, last = mutant.lines
    direct = {index for line in range(first, last + 1) for index in lines.get(str(line), ())}
    users = {index for each in lines.values() for index in each}
    package = {index for index, (name, _) in enumerate(known) if name.startswith(own)}
    beside: set[int] = set()
    if len(direct) < _FEW:
        beside = (users if len(users) >= _FEW else users | package) - direct
    elif b"import cache" in file.read_bytes():  # what is kept is run by the first test alone
        direct |= users & package

    def ranked(indices: set[int]) -> list[Test]:
        tests = [(name, duration) for name, duration in map(known.__getitem__, sorted(indices))]
        return sorted(tests, key=lambda test: _farness(test[0], test[1], own))

    return [*ranked(direct), *ranked(beside)]


def _tell(tried: Trial, reason: str | None) -> None:
    """Print a mutant that survives."""
    place = f"{tried.file.relative_to(ROOT)}:{tried.mutant.line}"
    told = f"  # {reason}" if reason else f"  [{tried.tests} tests]"
    print(f"{place}: {tried.mutant.key}{told}")
    print(f"    {tried.file.read_text().splitlines()[tried.mutant.line - 1].strip()}", flush=True)


def _farness(test: str, duration: float, own: str) -> int:
    """Return how late a test is tried: those of the package first, then those of whole pages.

    What takes long comes last, most of which looks how cost grows: it would take the time of many.
    """
    if test.startswith("tests/test_written.py"):  # few, which tell of all that is written
        return 1
    if duration > _SHORT:
        return 4
    if test.startswith(own):
        return 0
    return 2 if test.startswith("tests/test_golden.py") else 3


def _report(path: str, trials: list[Trial], reasons: dict[str, str]) -> None:
    killed = sum(each.killed for each in trials)
    excused = sum(not each.killed and each.key in reasons for each in trials)
    share = killed / len(trials) if trials else 1.0
    print(f"{path}: {killed} of {len(trials)} killed, {share:.1%}; {excused} survive with a reason")


def _reasons() -> dict[str, str]:
    """Return why mutants may survive: lines of `KEY  # REASON`."""
    if not _EXCUSED.exists():
        return {}
    lines = _EXCUSED.read_text(encoding="utf-8").splitlines()
    pairs = (line.partition("  # ") for line in lines if line and not line.startswith("#"))
    return {key.strip(): reason for key, _, reason in pairs}


if __name__ == "__main__":
    main()
