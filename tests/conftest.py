"""Options and fixtures of all tests."""

from __future__ import annotations

import contextlib
import gc
import os
import signal
from importlib import import_module

import pytest
from hypothesis import HealthCheck, settings

from deckgen.cache import VARIABLE
from deckgen.internal import DEBUG

os.environ[DEBUG] = "1"  # a bug fails the test that meets it, also where any diagnostic would do
os.environ[VARIABLE] = "off"  # what one test reads of a template is not kept for another
for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
    os.environ.pop(name, None)  # what whoever runs the tests likes to see is no part of them

# How long examples take to be made tells of the machine, and nothing of what is tested.
ANY_MACHINE = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("deckgen", ANY_MACHINE, derandomize=True, max_examples=60)
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
        settings.register_profile("many", ANY_MACHINE, max_examples=wanted)
        settings.load_profile("many")
    else:
        take_no_examples_from_modules()


def take_no_examples_from_modules():
    """Keep Hypothesis from taking examples from whatever of ours is loaded.

    That differs with what was tested before in the same process, and so would the examples.
    """
    with contextlib.suppress(ImportError):  # older versions take none
        providers = import_module("hypothesis.internal.conjecture.providers")
        if hasattr(providers, "is_local_module_file"):
            providers.is_local_module_file = lambda _path: False  # type: ignore[attr-defined]


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
