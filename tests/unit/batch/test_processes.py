"""A process that ends takes its row with it, and no other."""

from __future__ import annotations

import os
import signal
import sys
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


def uninterruptible(file, target, world):
    """Write a file, but end the process where Ctrl-C would."""
    if signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ()):
        os._exit(9)
    return deliver(file, target, world)


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals that are held back")
@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_ctrl_c_reaches_no_process_that_does_rows(folder, method, monkeypatch):
    import multiprocessing

    context = multiprocessing.get_context(method)
    monkeypatch.setattr(multiprocessing, "get_context", lambda _name=None: context)
    jobs = tuple(Job(n, Path("card.yaml"), Path(f"out/{n}.pptx")) for n in (1, 2))
    found = outcomes(BatchPlan(jobs, uninterruptible), (1, 2), 2)
    assert all(each.is_written for each in found)


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
