"""Regular expressions wait for their first use: our own, and those of a library as it loads."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import threading

import pytest

from deckgen.patterns import lazy, replacement_fields, uncompiled, unloaded
from tests.support.building import ROOT


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


LACKING = """
import sys
from deckgen.patterns import unloaded
with unloaded("colorsys"):
    try:
        import colorsys
        print("found")
    except ImportError:
        print("absent")
import colorsys
print(colorsys.__name__)
"""


def test_a_library_finds_nothing_of_what_it_shall_do_without_until_it_is_loaded():
    told = subprocess.run([sys.executable, "-c", LACKING], capture_output=True, check=True)
    assert told.stdout.decode().split() == ["absent", "colorsys"]


def test_what_is_loaded_already_is_found():
    with unloaded("subprocess"):
        assert __import__("subprocess") is subprocess


def test_fields_of_a_pattern_are_those_that_format_fills():
    assert [part[:2] for part in replacement_fields("a {n} of {m}")] == [("a ", "n"), (" of ", "m")]


def test_a_brace_that_makes_no_field_is_refused():
    with pytest.raises(ValueError, match="expected '}'"):
        list(replacement_fields("{n"))


def test_records_are_had_without_the_backport_of_typing():
    program = "import deckgen.records, sys; print('typing_extensions' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert told.stdout.decode().split() == ["False"]


def test_no_group_is_possessive():
    """Python 3.11 before 3.11.5 goes wrong in them (python/cpython#106052), as Debian 12 has it."""
    texts = {
        f"{path}: {node.value}"
        for path in (ROOT / "src").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert [
        text for text in texts if re.search(r"\(\?.*(?<!\\)\)(?:[*+?]|\{[\d,]+\})\+", text)
    ] == []
