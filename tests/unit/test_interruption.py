"""Ctrl-C ends whoever has started processes, and is none of their business, however they start."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from multiprocessing.process import BaseProcess

import pytest

from deckgen.interruption import start
from deckgen.layout.processes import Started

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs signals that are held back")
METHODS = multiprocessing.get_all_start_methods()


def held() -> bool:
    return signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ())


def tell(pipe):
    pipe.send(held())


def tell_of_task(task, pipe):
    pipe.send((task, held()))


@pytest.mark.parametrize("method", METHODS)
def test_a_process_holds_ctrl_c_back_from_its_first_moment_on_and_we_do_not(method):
    context = multiprocessing.get_context(method)
    for _ in range(2):  # the first one may start what others need
        pipe, there = context.Pipe()
        process = context.Process(target=tell, args=(there,))
        start(process, context)
        assert pipe.recv()
        process.join()
        assert not held()


@pytest.mark.parametrize("method", METHODS)
def test_so_does_a_process_that_lays_out_slides(method, monkeypatch):
    context = multiprocessing.get_context(method)
    monkeypatch.setattr(multiprocessing, "get_context", lambda _name=None: context)
    process = Started(tell_of_task, "task")
    assert process.pipe.recv() == ("task", True)
    process.stop()


@pytest.fixture
def interruptible():
    """Let Ctrl-C be told of as Python does, whatever a program that was run here has it do."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_what_comes_meanwhile_is_heeded_afterwards():
    class Process(BaseProcess):
        began = False

        def start(self):
            signal.raise_signal(signal.SIGINT)
            self.began = True

    process = Process()
    with pytest.raises(KeyboardInterrupt):
        start(process, multiprocessing.get_context("spawn"))
    assert process.began
    assert not held()
