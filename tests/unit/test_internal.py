"""A bug costs the user one diagnostic with its place, and developers nothing of its traceback."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import deckgen
from deckgen.compiler import Options, build_text
from deckgen.diagnostics import Sink
from deckgen.internal import DEBUG, Boundary, Fault, Outside, Stopped, WorkingOn
from deckgen.layout.plan.arrange import plan_slide
from deckgen.source import Source

SOURCE = Source("deck.yaml", "one:\n  two\nthree\n")
DECK = """\
deck: {template: plain, trademarks: {notice: x}}
slides:
  - title: First
    body: "a[^1]"
    footnotes: [x]
  - title: Second
    titel: x
    body: b
  - title: Third
    body: c
"""
PLACES = {  # a function of each stage that a bug may be in, and the line that is told
    "deckgen.spec.kinds.parse_inline": 1,
    "deckgen.stages.reading.take_text": None,
    "deckgen.stages.reading.read_yaml": None,
    "deckgen.resolve.footnotes.with_footnotes": 3,
    "deckgen.resolve.slides.check_ids": None,
    "deckgen.trademarks.noticed": 1,
    "deckgen.stages.template_files.read_template": 1,
    "deckgen.layout.bench.plan_slide": 3,
    "deckgen.layout.deck.titled": None,
    "deckgen.layout.bench.place_slide": 3,
    "deckgen.emit.slides.slide": 3,
    "deckgen.emit.deck.write_package": None,
}


@pytest.fixture(autouse=True)
def as_users_run_it(monkeypatch):
    monkeypatch.delenv(DEBUG)


@pytest.fixture(params=PLACES)
def bug(request, monkeypatch):
    """A bug in a function: its name, and the line of the deck at which it is told."""

    def fail(*_args, **_named):
        raise KeyError("secret")

    monkeypatch.setattr(request.param, fail)
    return request.param, PLACES[request.param]


def told(text):
    return [item for item in deckgen.compile(text).diagnostics if item.code.slug == "internal"]


def test_a_bug_in_any_stage_is_one_diagnostic_at_what_was_worked_on(bug):
    name, line = bug
    (item,) = told(DECK.replace("    titel: x\n", ""))
    assert item.is_error
    assert (item.span and item.span.line) == line
    assert item.message.startswith("deckgen has a bug, which this brought to light: KeyError")
    assert "secret" not in item.message
    assert any("report it" in hint for hint in item.hints)
    assert name


def test_nothing_is_made_of_a_deck_that_meets_a_bug(bug):
    assert bug
    assert deckgen.compile(DECK.replace("    titel: x\n", "")).output is None


def test_other_mistakes_are_still_told(monkeypatch):
    def fail(*_args, **_named):
        raise IndexError

    monkeypatch.setattr("deckgen.spec.body.parse_body", fail)
    text = DECK + "  - titel: y\n"
    codes = [item.code.slug for item in deckgen.compile(text).diagnostics]
    assert codes.count("unknown-key") == 2
    assert codes.count("internal") == 1


def test_other_slides_are_still_laid_out(monkeypatch):
    drafted = []

    def fail(slide, desk):
        drafted.append(slide.title_text)
        if slide.title_text == "First":
            raise IndexError
        return plan_slide(slide, desk)

    monkeypatch.setattr("deckgen.layout.bench.plan_slide", fail)
    assert len(told(DECK.replace("    titel: x\n", ""))) == 1
    assert drafted == ["First", "Second", "Third"]


def test_the_line_of_ours_is_told_and_not_the_words_of_the_exception():
    sink = Sink()
    with Boundary(sink, SOURCE.span(0, 10)):
        SOURCE.line_start(99)
    (item,) = sink.sorted()
    assert re.search(r": IndexError in source, line \d+$", item.message)
    assert item.span == SOURCE.span(0, 4)


def test_the_innermost_place_is_told():
    sink = Sink()
    with (
        Boundary(sink, SOURCE.span(0, 1)),
        WorkingOn(SOURCE.span(0, 10)),
        WorkingOn(SOURCE.span(11, 16)),
    ):
        raise ValueError
    assert [item.span for item in sink.sorted()] == [SOURCE.span(11, 16)]


def test_the_same_bug_is_told_once_wherever_it_is_met():
    sink = Sink()
    for start in range(5):
        with Boundary(sink, SOURCE.span(start, start + 1)):
            raise ValueError
    assert len(sink.sorted()) == 1


def test_a_lack_of_memory_is_no_bug():
    sink = Sink()
    with Boundary(sink):
        raise MemoryError
    assert [item.code.slug for item in sink.sorted()] == ["out-of-memory"]


def test_what_is_foreseen_passes():
    sink = Sink()
    with pytest.raises(OSError, match="gone"), Boundary(sink, passing=(OSError,)):
        raise OSError("gone")
    assert sink.sorted() == ()


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit])
def test_interruption_is_no_bug(error):
    with pytest.raises(error), Boundary(Sink()), WorkingOn(None):
        raise error


def test_what_a_function_of_the_callers_raises_is_no_bug_of_ours():
    sink = Sink()
    with pytest.raises(Stopped), Boundary(sink), Outside():
        raise ValueError
    assert sink.sorted() == ()


def test_a_caller_may_end_a_run_by_raising():
    class EnoughError(Exception):
        pass

    def progress(_stage, _done, _total):
        raise EnoughError

    with pytest.raises(EnoughError):
        build_text(DECK, options=Options(progress=progress)).run()


def test_a_world_that_breaks_its_promise_is_no_traceback():
    class Broken(deckgen.MemoryWorld):
        def read(self, path, limit=0):
            raise KeyError(path, limit)

    (item,) = deckgen.compile(Path("deck.yaml"), world=Broken()).diagnostics
    assert item.code.slug == "internal"


def test_developers_have_it_raised_with_its_place_and_cause(monkeypatch):
    monkeypatch.setenv(DEBUG, "1")
    where = re.escape("at deck.yaml:1:1")
    with pytest.raises(Fault, match=where) as caught, Boundary(Sink(), SOURCE.span(0, 1)):
        raise KeyError("secret")
    assert isinstance(caught.value.__cause__, KeyError)


BROKEN = """\
import sys
import {module} as module
def fail(*_args, **_named):
    raise KeyError("secret")
module.{name} = fail
from deckgen.cli.program import run
sys.exit(run({words!r}))
"""


def run(words, folder, *, module="deckgen.layout.bench", name="plan_slide"):
    """Run the program with a function of its that fails."""
    folder.joinpath("deck.yaml").write_text("slides: [{title: First}]\n", encoding="utf-8")
    program = BROKEN.format(module=module, name=name, words=words)
    command = [sys.executable, "-c", program]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_the_program_ends_with_a_code_of_its_own_and_no_traceback(tmp_path):
    done = run(["deck.yaml", "--format", "concise"], tmp_path)
    assert done.returncode == 70
    assert done.stderr.startswith("deck.yaml:1:10: error[internal]: deckgen has a bug")
    assert "Traceback" not in done.stderr
    assert not tmp_path.joinpath("deck.pptx").exists()


def test_programs_are_told_in_their_own_form(tmp_path):
    done = run(["check", "deck.yaml", "--format", "json"], tmp_path)
    assert [item["code"] for item in json.loads(done.stdout)] == ["internal"]
    assert done.returncode == 70


OUTSIDE_OF_STAGES = [
    (["check", "deck.yaml", "--format", "json"], "deckgen.compiler", "build_file"),
    (["check", "deck.yaml", "--format", "concise"], "deckgen.compiler", "build_file"),
    (["deck.yaml"], "deckgen.cli.building", "deliver"),
    (["dump", "spec", "deck.yaml"], "deckgen.dump.tree", "tree"),
    (["template", "plain"], "deckgen.inspection.inspector", "inspect"),
    (["new", "talk"], "deckgen.cli.new", "write_down"),
    (["schema"], "deckgen.spec.schema", "json_schema"),
    (["explain", "internal"], "deckgen.cli.explain", "_find"),
]


@pytest.mark.parametrize(("words", "module", "name"), OUTSIDE_OF_STAGES)
def test_a_bug_outside_of_all_stages_is_told_alike(tmp_path, words, module, name):
    done = run(words, tmp_path, module=module, name=name)
    assert done.returncode == 70
    assert "internal" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    if "json" in words:
        assert [item["code"] for item in json.loads(done.stdout)] == ["internal"]
