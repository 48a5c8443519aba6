"""What is loaded when deckgen starts: no more than the run needs."""

from __future__ import annotations

import subprocess
import sys

from deckgen.cache import VARIABLE
from tests.support.building import REPORT, ROOT

HEAVY = {"yaml", "lxml", "PIL", "click", "markdown_it", "msgspec", "fontTools", "uharfbuzz", "pptx"}
MOST_MODULES, MOST_MODULES_AGAIN = 260, 232
"""Of this package: where a template is read, and where it was read before."""


def loaded(program: str) -> set[str]:
    """Return the top-level modules that a program in a process of its own has loaded."""
    report = "import sys; print(' '.join(sorted({name.partition('.')[0] for name in sys.modules})))"
    command = [sys.executable, "-c", f"{program}\n{report}"]
    done = subprocess.run(
        command, check=True, capture_output=True, text=True, timeout=300, cwd=ROOT
    )
    return set(done.stdout.splitlines()[-1].split())


def test_importing_the_package_imports_nothing_heavy():
    assert loaded("import deckgen") & HEAVY == set()


def test_help_needs_nothing_of_the_compiler():
    program = "from deckgen.cli.program import run; run(['--help'])"
    assert loaded(program) & HEAVY == {"click"}


UNNEEDED = {
    *("openpyxl", "xlsxwriter"),
    *("pptx", "rich", "PIL", "fontTools", "uharfbuzz", "asyncio"),
    *("hashlib", "http", "multiprocessing", "random", "shutil", "subprocess", "tempfile", "xml"),
}


def test_a_build_imports_no_more_than_it_needs(tmp_path):
    output = str(tmp_path / "x.pptx")
    program = f"from deckgen.cli.program import run; run([{str(REPORT)!r}, '-o', {output!r}])"
    assert loaded(program) & UNNEEDED == set()


def test_a_build_of_text_loads_few_modules(tmp_path, monkeypatch):
    """What a kind of content needs is loaded where a deck has it; each module takes 0.3 ms."""
    deck, output = tmp_path / "x.yaml", str(tmp_path / "x.pptx")
    deck.write_text("slides: [{title: A, body: [x]}]")
    program = f"from deckgen.cli.program import run; run([{str(deck)!r}, '-o', {output!r}])"
    report = "import sys; print(sum(name.startswith('deckgen.') for name in sys.modules))"
    command = [sys.executable, "-c", f"{program}\n{report}"]
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    first, again = (
        int(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()[-1])
        for _ in range(2)
    )
    assert first <= MOST_MODULES
    assert again <= MOST_MODULES_AGAIN


def test_a_build_on_a_template_that_was_read_before_reads_no_xml(tmp_path, monkeypatch):
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    deck, output = tmp_path / "x.yaml", str(tmp_path / "x.pptx")
    deck.write_text("slides: [{title: A, body: [x], notes: n}, {section: B}, {title: C}]")
    program = f"from deckgen.cli.program import run; run([{str(deck)!r}, '-o', {output!r}])"
    assert loaded(program) & {"lxml", "PIL"} == {"lxml"}
    assert loaded(program) & {"lxml", "PIL"} == set()
