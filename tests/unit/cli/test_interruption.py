"""A build that is ended from outside leaves the old file or the new one, and nothing else."""

import subprocess
import sys

import pytest

from tests.support.interruption import SIGNALS, outcomes

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")

PROGRAM = """\
import os, signal, sys

def end(*_):
    os.kill(os.getpid(), signal.{signal})

{moment}
sys.argv = ["deckgen", "deck.yaml"]
from deckgen.cli import main
main()
"""
IMPORT = """
class Finder:
    def find_spec(self, name, *_):
        if name == "{name}":
            end()
sys.meta_path.insert(0, Finder())
"""
CALL = """
import {module} as module
module.{name} = end
"""
MOMENTS = {
    "the command line is imported": IMPORT.format(name="deckgen.cli.plain"),
    "the compiler is imported": IMPORT.format(name="deckgen.compiler"),
    "the deck is read": CALL.format(module="deckgen.stages.reading", name="read_yaml"),
    "pages are laid out": CALL.format(module="deckgen.stages.setting", name="lay_out"),
    "the file is made": CALL.format(module="deckgen.atomic", name="_lock"),
    "the file is written": CALL.format(module="deckgen.atomic", name="_move"),
}


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)])
def test_a_signal_ends_a_build_quietly_and_at_once_while(tmp_path, moment, name, code):
    tmp_path.joinpath("deck.yaml").write_text("slides: [{title: Costs}]", encoding="utf-8")
    tmp_path.joinpath("deck.pptx").write_bytes(b"old")
    program = PROGRAM.format(signal=name, moment=MOMENTS[moment])
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (code, b"", b"")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["deck.pptx", "deck.yaml"]
    assert tmp_path.joinpath("deck.pptx").read_bytes() == b"old"


def test_a_signal_that_the_caller_has_ignored_is_ignored(tmp_path):
    tmp_path.joinpath("deck.yaml").write_text("slides: [{title: Costs}]", encoding="utf-8")
    ignoring = "signal.signal(signal.SIGHUP, signal.SIG_IGN)" + MOMENTS["the compiler is imported"]
    program = PROGRAM.format(signal="SIGHUP", moment=ignoring)
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert tmp_path.joinpath("deck.pptx").exists()


def test_builds_that_are_killed_leave_nothing_after_the_next_one():
    found = outcomes(8, seed=7)
    assert {outcome.signal for outcome in found} == set(SIGNALS)
    assert [outcome for outcome in found if outcome.faults] == []
