"""A process that ends takes its row with it, and no other."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from deckgen.batch.model import BatchPlan, Job
from deckgen.batch.pool import outcomes
from deckgen.cli.target import deliver
from tests.support.merging import files


def deadly(file, target, world):
    """Write a file; for one name, end the process instead."""
    if target.stem == "Bob":
        os._exit(9)
    return deliver(file, target, world)


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_a_row_that_ends_its_process_is_lost_alone(folder, method, monkeypatch):
    import multiprocessing

    if method not in multiprocessing.get_all_start_methods():
        pytest.skip("not on this system")
    context = multiprocessing.get_context(method)
    monkeypatch.setattr(multiprocessing, "get_context", lambda _name=None: context)
    jobs = tuple(
        Job(number, Path("card.yaml"), Path(f"out/{name}.pptx"))
        for number, name in enumerate(("Ann", "Bob", "Cy", "Dan"), 1)
    )
    found = {each.number: each for each in outcomes(BatchPlan(jobs, deadly), (1, 2, 3, 4), 2)}
    assert sorted(found) == [1, 2, 3, 4]
    assert [found[number].is_written for number in (1, 2, 3, 4)] == [True, False, True, True]
    assert found[2].told[0].code == "lost-build"
    assert files(folder) == ["Ann.pptx", "Cy.pptx", "Dan.pptx"]
