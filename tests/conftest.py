"""Options and fixtures of all tests."""

from __future__ import annotations

import gc
import os
import signal

import pytest
from hypothesis import settings

from deckgen.cache import VARIABLE
from deckgen.internal import DEBUG

os.environ[DEBUG] = "1"  # a bug fails the test that meets it, also where any diagnostic would do
os.environ[VARIABLE] = "off"  # what one test reads of a template is not kept for another

settings.register_profile("deckgen", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("deckgen")


def pytest_addoption(parser):
    parser.addoption("--update", action="store_true", help="accept what golden tests now give")
    parser.addoption("--examples", type=int, help="how many examples a property is tried with")


def pytest_configure(config):
    """Try more examples, other ones each time, where they are asked for.

    Signals that whoever started the tests has ignored, as a script's `&` does, are heeded again:
    programs under test inherit that, and are interrupted on purpose.
    """
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)
    if config.getoption("--examples") is not None:
        wanted = config.getoption("--examples")
        settings.register_profile("many", deadline=None, max_examples=wanted)
        settings.load_profile("many")


@pytest.hookimpl(wrapper=True)
def pytest_collection():
    """Keep Python from looking for cycles in what is loaded, now and in each test from here on.

    Nothing of it is freed before the end, and there is so much that a single look takes longer than
    most tests do: those that call for one, and the processes that tests fork, would pay for it.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.fixture
def updating(request) -> bool:
    return bool(request.config.getoption("--update"))
