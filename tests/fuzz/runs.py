"""Runs of many inputs, or of one: what is found is printed, and kept in out/fuzz."""

from __future__ import annotations

import shutil
import time
from collections import Counter
from typing import Final

from tests.fuzz import guided
from tests.fuzz.campaign import Finding, findings, judge
from tests.fuzz.inputs import Input
from tests.support.building import ROOT

FOUND: Final = ROOT / "out" / "fuzz"
_OFTEN: Final = 60.0
"""Seconds between two lines that tell how far it is."""
_KEPT: Final = 3
"""How many inputs of one fault are kept."""


class Journal:
    """What a run has found so far."""

    def __init__(self, name: str, count: int) -> None:
        self.name = name
        self.count = count
        self.done = 0
        self.faults: Counter[str] = Counter()
        self.start = self.last = time.monotonic()

    def add(self, found: Finding, files: dict[str, bytes]) -> None:
        """Keep the files of an input, and what is to be seen."""
        self.faults[found.signature] += 1
        if self.faults[found.signature] <= _KEPT:
            _keep(str(found.input), files, f"{found.signature}\n\n{found.details}")
            print(f"{found.input}: {found.signature}", flush=True)

    def told(self, done: int) -> None:
        """Say how far the run is, if that was not said just now."""
        self.done, now = done, time.monotonic()
        if done == self.count or now - self.last > _OFTEN:
            self.last = now
            print(f"{self.name}: {self}", flush=True)

    def __str__(self) -> str:
        seconds = max(1.0, time.monotonic() - self.start)
        found = "; ".join(f"{count} x {name}" for name, count in self.faults.most_common())
        return f"{self.done:,} inputs, {self.done / seconds:.0f} a second, {found or 'clean'}"

    @property
    def exit_code(self) -> int:
        """1 where a fault was found."""
        return int(bool(self.faults))


def random_run(kind: str, seed: int, count: int) -> int:
    """Build the inputs of a seed, and return 1 where a fault was found."""
    journal = Journal(f"{kind}, seed {seed}", count)
    for found in findings([Input(kind, seed, number) for number in range(count)], journal.told):
        journal.add(found, found.input.files())
    print(f"{journal.name}: {journal}")
    return journal.exit_code


def guided_run(kind: str, seed: int, count: int) -> int:
    """Build inputs that lead each other further. Does not return if libFuzzer ends the process."""
    journal = Journal(f"{kind}, guided, seed {seed}", count)

    def told(data: bytes, said: tuple[str, str] | None) -> None:
        if said is not None:
            one = Input(f"{kind}-guided", seed, journal.done)
            journal.add(Finding(one, *said), {"input": data})
        journal.told(journal.done + 1)

    guided.run(kind, seed, count, FOUND / f"{kind}-corpus", told)
    return journal.exit_code


def once(kind: str, seed: int, number: int) -> int:
    """Build one input, keep its files and tell what comes of it."""
    one = Input(kind, seed, number)
    files = one.files()
    signature, details = judge(files) or ("clean", "")
    _keep(str(one), files, f"{signature}\n\n{details}")
    print(f"{FOUND / str(one)}: {signature}", details, sep="\n")
    return int(signature != "clean")


def _keep(name: str, files: dict[str, bytes], words: str) -> None:
    folder = FOUND / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for file, data in files.items():
        (folder / file).write_bytes(data)
    (folder / "finding.txt").write_text(words)
