"""The list of mutants that may survive names those that there are, each with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.mutants.operators import applied, mutants

ROOT = Path(__file__).parents[2]
LIST = ROOT / "benchmarks" / "mutants" / "survivors.txt"
EXCUSED = [
    line.partition("  # ")
    for line in LIST.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("file", sorted({key.split(" ", 1)[0] for key, _, _ in EXCUSED}))
def test_mutants_that_are_excused_are_those_of_the_source(file):
    source = (ROOT / "src" / "deckgen" / file).read_bytes()
    found = {f"{file} {mutant.key}" for mutant in mutants(source)}
    assert {key for key, _, _ in EXCUSED if key.split(" ", 1)[0] == file} <= found


def test_each_is_excused_once_and_with_a_reason():
    keys = [key for key, _, _ in EXCUSED]
    assert len(keys) == len(set(keys))
    assert all(len(reason.split()) > 2 for _, _, reason in EXCUSED)


def test_a_mutant_differs_in_one_place_and_is_named_by_what_it_changes():
    source = b"def f(a):\n    if a < 3 and not a:\n        g(a)\n    return a + 1\n"
    found = {mutant.key: applied(source, mutant).decode() for mutant in mutants(source)}
    lines = source.decode().splitlines()
    assert list(found) == [
        "f: a < 3 -> <=",
        "f: 3 -> 4",
        "f: a < 3 and not a -> or",
        "f: not a -> (a)",
        "f: g(a) -> pass",
        "f: a + 1 -> -",
        "f: 1 -> 2",
    ]
    for text in found.values():
        changed = [new for old, new in zip(lines, text.splitlines(), strict=True) if old != new]
        assert len(changed) == 1
