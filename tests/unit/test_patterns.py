"""Regular expressions wait for their first use: our own, and those of a library as it loads."""

from __future__ import annotations

import re
import threading

from deckgen.patterns import lazy, uncompiled


def kind(pattern):
    return type(pattern).__name__


def test_an_expression_that_waits_finds_what_a_compiled_one_does():
    assert lazy("b+").sub("x", "abba") == re.compile("b+").sub("x", "abba") == "axa"


def test_what_a_library_compiles_as_it_loads_waits_and_works():
    with uncompiled():
        waiting = re.compile("[ab]+", re.IGNORECASE)
    assert kind(waiting) == "_Uncompiled"
    assert waiting.fullmatch("aB")
    assert kind(re.compile("c")) == "Pattern"


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
