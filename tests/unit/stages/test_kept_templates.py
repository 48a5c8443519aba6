"""A build gives the same with what runs before have kept of its template as without."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import deckgen.templates
from deckgen import cache as keeping
from deckgen.cache import Cache
from deckgen.compiler import Options, build_text
from deckgen.limits import Limits
from deckgen.stages import template_files
from deckgen.world import MemoryWorld
from tests.support.building import REPORT
from tests.support.packages import Master, presentation

BUILT_IN = sorted(Path(deckgen.templates.__file__).parent.glob("*.pptx"))
FOUND = sorted(Path(os.environ.get("DECKGEN_TEMPLATES", "none")).glob("*.p[op]t[xm]"))
PLAIN = next(path for path in BUILT_IN if path.stem == "plain").read_bytes()
DECK = """
deck: {template: brand.pptx, language: en, footer: Footer}
title: {title: A title, subtitle: Below}
sessions:
  - track: One
    sessions:
      - {title: First, body: [a, b], notes: Said}
      - title: Second
        body: |
          Words, and a [link](#x).

          | a | b |
          |---|---|
          | 1 | 2 |
      - {id: x, title: Third, columns: [[a], [b]]}
"""


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path / "cache")


@pytest.fixture
def reads(monkeypatch):
    """Tell which templates are read."""
    found, read = [], template_files.read_sound

    def told(data, name, *args, **named):
        found.append(name)
        return read(data, name, *args, **named)

    monkeypatch.setattr(template_files, "read_sound", told)
    return found


def build(cache, data=PLAIN, text=DECK, **options):
    world = MemoryWorld({"brand.pptx": data})
    compiled = build_text(text, world=world, options=Options(cache=cache, **options)).run()
    return compiled.output, [(d.code.slug, d.message, d.hints) for d in compiled.diagnostics]


@pytest.mark.parametrize("path", BUILT_IN + FOUND, ids=lambda path: path.name)
def test_builds_are_the_same_with_and_without(path, cache):
    data = path.read_bytes()
    without = build(None, data)
    assert build(cache, data) == without
    assert build(cache, data) == without


def test_a_template_is_read_once(cache, reads):
    build(cache)
    build(cache, text=DECK.replace("First", "Other"))
    assert reads == ["brand.pptx"]


@pytest.mark.parametrize(
    "changed",
    [
        {"text": DECK.replace("language: en", "language: ja")},
        {"limits": Limits(template_layouts=900)},
        {"strip_active": True},
        {"data": PLAIN + b"\0"},
    ],
)
def test_a_template_is_read_again_where_something_else_is_asked(cache, reads, changed):
    build(cache)
    build(cache, **changed)
    assert len(reads) == 2


def test_a_template_that_a_limit_refuses_is_refused_after_it_was_kept(cache):
    build(cache)
    output, told = build(cache, limits=Limits(template_layouts=2))
    assert output is None
    assert told[0][0] == "bad-template"


def test_a_deck_that_uses_slides_of_a_template_reads_it(cache, reads):
    for _ in range(2):
        build(cache, text=DECK + "slides: [{use: 1}]\n")
    assert len(reads) == 2


def test_what_another_version_has_kept_is_not_used(cache, reads, monkeypatch):
    build(cache)
    monkeypatch.setattr(keeping, "__version__", "99.0")
    build(cache)
    assert len(reads) == 2


@pytest.mark.parametrize("content", [b"", b"\x90", b"\x91" * 50_000, bytes(range(256)), b"x" * 10])
def test_what_others_have_put_there_in_due_form_is_not_used(cache, reads, content, monkeypatch):
    keys, get = [], Cache.get

    def told(self, key):
        keys.append(key)
        return get(self, key)

    monkeypatch.setattr(Cache, "get", told)
    whole = build(cache)
    cache.put(keys[0], content)
    assert build(cache) == whole
    assert len(reads) == 2


def test_a_template_that_is_given_a_layout_is_not_kept(cache, reads):
    data = presentation(Master(layouts=()))
    assert build(cache, data) == build(None, data) == build(cache, data)
    assert len(reads) == 3


def test_a_code_that_lies_in_no_files_keeps_nothing(cache, reads, monkeypatch):
    monkeypatch.setattr(keeping, "__file__", "/nowhere/deckgen.zip/deckgen/cache.py")
    assert build(cache) == build(cache)
    assert len(reads) == 2
    assert not cache.folder.exists()


def test_programs_that_run_at_once_write_the_same(tmp_path):
    environment = {**os.environ, "DECKGEN_CACHE": str(tmp_path / "cache")}
    outputs = [tmp_path / f"{number}.pptx" for number in range(4)]
    words = [sys.executable, "-m", "deckgen", str(REPORT), "-q", "-o"]
    for _ in range(2):
        runs = [subprocess.Popen([*words, str(output)], env=environment) for output in outputs]
        assert [run.wait() for run in runs] == [0] * 4
        assert len({output.read_bytes() for output in outputs}) == 1
    assert len([*(tmp_path / "cache").iterdir()]) == 1


@pytest.mark.parametrize("words", [[], ["--set", "footer=x"]], ids=["plain", "click"])
def test_the_command_keeps_what_it_reads_for_the_next(tmp_path, words):
    environment = {**os.environ, "DECKGEN_CACHE": str(tmp_path / "cache")}
    (tmp_path / "deck.yaml").write_text("slides: [{title: A}]\n")
    command = [sys.executable, "-m", "deckgen", "deck.yaml", *words]
    subprocess.run(command, env=environment, cwd=tmp_path, check=True, capture_output=True)
    (file,) = (tmp_path / "cache").iterdir()
    os.utime(file, (1, 1))
    subprocess.run(command, env=environment, cwd=tmp_path, check=True, capture_output=True)
    assert file.stat().st_mtime > 1
