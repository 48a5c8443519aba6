"""Regular expressions wait for their first use: our own, and those of a library as it loads."""

from __future__ import annotations

import re
import subprocess
import sys
import threading

from deckgen.patterns import lazy, uncompiled


def kind(pattern):
    return type(pattern).__name__


def test_an_expression_that_waits_finds_what_a_compiled_one_does():
    assert lazy("b+").sub("x", "abba") == re.compile("b+").sub("x", "abba") == "axa"


LOADING = """
import re
from deckgen.patterns import uncompiled
with uncompiled():
    waiting = re.compile("[ab]+", re.IGNORECASE)
print(type(waiting).__name__, bool(waiting.fullmatch("aB")), type(re.compile("c")).__name__)
"""


def test_what_a_library_compiles_as_it_loads_waits_and_works():
    # in a process of its own: here a thread of another test may still end
    told = subprocess.run([sys.executable, "-c", LOADING], capture_output=True, check=True)
    assert told.stdout.decode().split() == ["_Uncompiled", "True", "Pattern"]


def test_nothing_waits_while_other_threads_run():
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    try:
        with uncompiled():
            assert kind(re.compile("[ab]+")) == "Pattern"
    finally:
        done.set()
        other.join()
