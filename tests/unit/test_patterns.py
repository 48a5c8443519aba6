"""Regular expressions wait for their first use: our own, and those of a library as it loads."""

from __future__ import annotations

import re
import threading

from deckgen.patterns import lazy, uncompiled


def test_an_expression_that_waits_finds_what_a_compiled_one_does():
    assert lazy("b+").sub("x", "abba") == re.compile("b+").sub("x", "abba") == "axa"


def test_what_a_library_compiles_as_it_loads_waits_and_works():
    with uncompiled():
        waiting = re.compile("[ab]+", re.IGNORECASE)
    assert not isinstance(waiting, re.Pattern)
    assert waiting.fullmatch("aB")
    assert isinstance(re.compile("c"), re.Pattern)


def test_nothing_waits_while_other_threads_run():
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    try:
        with uncompiled():
            assert isinstance(re.compile("[ab]+"), re.Pattern)
    finally:
        done.set()
        other.join()
