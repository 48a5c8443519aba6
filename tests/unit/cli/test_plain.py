"""The words of plain builds are read as click reads them, and without it."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.cli import build as build_command
from deckgen.cli import building
from deckgen.cli.plain import PlainBuild, plain_build
from deckgen.cli.program import run

WORDS = st.lists(
    st.sampled_from(
        (
            *("build", "check", "a.yaml", "b.YML", "dir/c.yaml", "-", "--", "", "a"),
            *(
                "-o",
                "--output",
                "x.pptx",
                "y.PPTX",
                "z.pdf",
                "out/",
                "--template",
                "t.potx",
                "-q",
                "--quiet",
                "-qq",
            ),
            *("--strict", "--set", "language=en", "-j", "2", "--output=x.pptx", "-ox.pptx", "--q"),
        )
    ),
    max_size=6,
)


@pytest.fixture(scope="module")
def asked():
    """What the command of a build was asked for, instead of its building anything."""
    found = []

    def note(*words):
        found.append(words)
        return 0

    with pytest.MonkeyPatch.context() as patch:
        for module in (build_command, building):
            patch.setattr(module, "build_one", note)
        yield found


@given(words=WORDS)
def test_they_mean_what_click_takes_them_for(asked, words):
    plain = plain_build(words, {})
    if plain is not None:
        asked.clear()
        codes = plain.run(), run(words)
        by_us, by_click = asked
        assert codes == (0, 0)
        assert by_us[:3] == by_click[:3]
        assert by_us[4] == by_click[4]


@pytest.mark.parametrize(
    ("words", "plain"),
    [
        (["a.yaml"], PlainBuild("a.yaml")),
        (["build", "a.yaml", "-o", "x.pptx", "-q"], PlainBuild("a.yaml", "x.pptx", quiet=True)),
        (
            ["--strict", "--template", "t.potx", "a.yml"],
            PlainBuild("a.yml", template="t.potx", strict=True),
        ),
    ],
)
def test_what_most_builds_say_is_plain(words, plain):
    assert plain_build(words, {}) == plain


@pytest.mark.parametrize(
    "words", [[], ["-q"], ["a.yaml", "b.yaml"], ["a.yaml", "-o"], ["a.yaml", "-o", "x.pdf"], ["-h"]]
)
def test_all_else_is_left_to_click(words):
    assert plain_build(words, {}) is None


@pytest.mark.parametrize("name", ["DECKGEN_LIMITS", "_DECKGEN_COMPLETE"])
def test_so_are_words_to_which_the_environment_adds(name):
    assert plain_build(["a.yaml"], {name: "x"}) is None


def test_a_plain_build_loads_nothing_of_click(tmp_path):
    deck, output = tmp_path / "x.yaml", tmp_path / "x.pptx"
    deck.write_text("slides: [{title: A, body: [x]}]")
    program = (
        "import os, sys, deckgen.cli\n"
        "os._exit = lambda code: print(code, *sys.modules)\n"
        "deckgen.cli.main()"
    )
    command = [sys.executable, "-c", program, str(deck), "-o", str(output)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    code, *loaded = done.stdout.split()
    assert (code, Path(output).is_file()) == ("0", True)
    assert not {"click", "difflib", "gettext", "locale"} & set(loaded)
