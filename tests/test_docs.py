"""The documents: links lead somewhere, examples compile, and the reference is not stale."""

from __future__ import annotations

import io
import re
import sys
import tomllib
from pathlib import Path
from textwrap import dedent
from types import ModuleType
from typing import Final

import pytest
import yaml

import deckgen.codes
import deckgen.compiler
from deckgen.blocks import BLOCKS
from deckgen.cli.program import COMMANDS
from deckgen.codes import DiagnosticCode
from deckgen.dump.pages import show_pages
from deckgen.internal import ISSUES
from deckgen.limits import DEFAULT
from deckgen.resolve import resolve
from deckgen.spec.bind import bind
from deckgen.spec.keys import shape_of
from deckgen.spec.language import Spec
from deckgen.spec.registries import Registry
from deckgen.world import DiskWorld
from tests.support.building import (
    ROOT,
    TEMPLATES,
    binding_of,
    open_deck,
    place,
    place_deck,
    root_of,
)
from tests.support.invariants import faults
from tests.support.pictures import movie, picture, world

FOLDERS: Final = ("benchmarks", "docs", "scripts", "src", "tests")
EXTENSION: Final = ROOT / "editors" / "vscode"
DOCUMENTS: Final = sorted(
    (
        *ROOT.glob("*.md"),
        *EXTENSION.glob("*.md"),
        *(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.md")),
    )
)
PARTS: Final = frozenset(shape_of(Spec).keys)

_FENCE: Final = re.compile(r"^( *)(`{3,})(\w*)\n(.*?)^\1\2$", re.DOTALL | re.MULTILINE)
_LINK: Final = re.compile(r"(?<!\\)\]\(([^)\s]+)\)")
_HEADING: Final = re.compile(r"^#{1,6} +(.+)$", re.MULTILINE)
_PICTURE: Final = re.compile(r"\.(?:png|jpe?g|svg)$")


def name_of(path):
    return str(path.relative_to(ROOT))


def fences(path, language):
    found = _FENCE.findall(path.read_text(encoding="utf-8"))
    return [dedent(text) for _, _, kind, text in found if kind == language]


def examples(*, of_marks):
    """Return the examples that are files of trademarks, or those that are not."""
    return [
        pytest.param(text, id=f"{name_of(path)}-{number}")
        for path in DOCUMENTS
        for number, text in enumerate(fences(path, "yaml"), start=1)
        if text.startswith("marks:") is of_marks
    ]


class PicturesOfAnyName(DiskWorld):
    """The files of this machine, with a picture or data wherever they are missing."""

    __slots__ = ()

    def open(self, path):
        if _PICTURE.search(path.name) and not path.exists():
            return io.BytesIO(picture(1200, 800))
        if path.suffix in {".mp4", ".mp3"} and not path.exists():
            return io.BytesIO(movie(1280, 720))
        return super().open(path)

    def read(self, path, limit=DEFAULT.template_size):
        if path.suffix == ".csv" and not path.exists():
            return world().files["sales.csv"]
        return super().read(path, limit)


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("text", examples(of_marks=False))
def test_a_deck_compiles_without_a_word(text, template):
    build = deckgen.compiler.build_text(deck_of(text), base=ROOT, world=PicturesOfAnyName())
    assert place(build, template).diagnostics == ()


def deck_of(text):
    """Return an example as a deck: a list is a body, keys that are no parts are a slide's."""
    root = yaml.safe_load(text)
    if isinstance(root, list):
        return f"slides:\n  - title: Example\n    body:\n{indented(text, 6)}"
    if set(root) <= PARTS:
        return text
    return f"slides:\n  -\n{indented(text, 4)}"


def indented(text, width):
    return re.sub(r"^(?=.)", " " * width, text, flags=re.MULTILINE)


@pytest.mark.parametrize("text", examples(of_marks=True))
def test_a_file_of_trademarks_is_read_without_a_word(text):
    build = open_deck(text)
    assert isinstance(bind(root_of(build), Registry, binding_of(build)), Registry)
    assert build.sink.sorted() == ()


def test_a_program_in_the_readme_runs(tmp_path, monkeypatch):
    (tmp_path / "deck.yaml").write_text("title: {title: x}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    programs = fences(ROOT / "README.md", "python")
    assert programs
    for program in programs:
        exec(compile(program, "README.md", "exec"), {})
    assert (tmp_path / "report.pptx").read_bytes().startswith(b"PK")


def test_the_block_that_contributing_shows_works():
    lesson = ROOT / "CONTRIBUTING.md"
    (program,), (cases,) = fences(lesson, "python"), fences(lesson, "text")
    build = open_deck(cases.partition("#=== team-mistaken")[0])
    binding = binding_of(build, (block_of(program),))
    spec = bind(root_of(build), Spec, binding)
    pages = place_deck(resolve(spec, build.sink), build)
    assert build.sink.sorted() == ()
    assert pages is not None
    assert faults(pages) == []
    assert "Aiko Sato" in show_pages(pages)


def block_of(program):
    """Return the block that a module defines."""
    module = ModuleType("team")
    sys.modules[module.__name__] = module
    exec(compile(program, "CONTRIBUTING.md", "exec", dont_inherit=True), vars(module))
    return module.Team


@pytest.mark.parametrize("path", DOCUMENTS, ids=name_of)
def test_links_lead_somewhere(path):
    text = _FENCE.sub("", path.read_text(encoding="utf-8"))
    text = re.sub(r"`[^`\n]*`", "", text)
    links = [link for link in _LINK.findall(text) if not re.match(r"[a-z]+:", link)]
    assert [link for link in links if not leads_somewhere(path, link)] == []


def leads_somewhere(path, link):
    name, _, anchor = link.partition("#")
    target = path.parent / name if name else path
    return target.exists() and (not anchor or anchor in anchors(target))


def anchors(path):
    """Return the names under which GitHub links to the headings of a page."""
    headings = _HEADING.findall(_FENCE.sub("", path.read_text(encoding="utf-8")))
    plain = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings)
    return {heading.strip().replace(" ", "-") for heading in plain}


def test_the_reference_is_what_would_be_written(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    import write_reference

    found = [name_of(path) for path in write_reference.stale()]
    assert found == [], "run .venv/bin/python scripts/write_reference.py"


def test_the_gallery_is_what_would_be_written(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "scripts"))
    import write_gallery

    kept = (ROOT / "docs" / "gallery.md").read_text(encoding="utf-8")
    assert kept == write_gallery.page(), "run .venv/bin/python scripts/write_gallery.py"
    shown = {path.name for path in (ROOT / "docs" / "images").glob("gallery-*.png")}
    assert shown == {f"gallery-{number:02}.png" for number, _, _ in write_gallery.written()}


def test_the_readme_names_every_part_block_and_command():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    keys = {block.key for block in BLOCKS if block.key}
    assert {word for word in PARTS | keys if f"`{word}`" not in text} == set()
    assert {word for word in COMMANDS if f"deckgen {word}" not in text} == set()


def test_every_code_is_reported_somewhere():
    source = ROOT / "src" / "deckgen"
    others = [path for path in source.rglob("*.py") if path.parent.name != "codes"]
    text = "\n".join(path.read_text(encoding="utf-8") for path in others)
    names = [
        name for name, value in vars(deckgen.codes).items() if isinstance(value, DiagnosticCode)
    ]
    assert [name for name in names if not re.search(rf"\b{name}\b", text)] == []


def test_every_page_of_analysis_is_listed():
    folder = ROOT / "docs" / "analysis"
    index = (folder / "README.md").read_text(encoding="utf-8")
    pages = [path.name for path in folder.glob("*.md") if path.name != "README.md"]
    assert [page for page in pages if f"]({page})" not in index] == []


def test_code_refers_to_pages_that_exist():
    files = [
        path for folder in ("src", "scripts", "tests") for path in (ROOT / folder).rglob("*.py")
    ]
    named = {
        name
        for path in files
        for name in re.findall(r"docs/[\w/-]+\.md", path.read_text(encoding="utf-8"))
    }
    assert [name for name in sorted(named) if not Path(ROOT, name).exists()] == []


def test_architecture_says_why_each_library_is_there():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    needed = tomllib.loads(text)["project"]["dependencies"]
    names = {re.split(r"[<>=~!\[ ]", line, maxsplit=1)[0] for line in needed}
    told = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    told = told.partition("## Dependencies")[2].partition("## ")[0]
    rows = re.findall(r"^\| ([a-z][\w, -]+) \| .{10,} \|$", told, re.MULTILINE)
    assert {name for row in rows for name in row.split(", ")} == names


def test_bugs_are_reported_where_the_project_takes_them():
    urls = tomllib.loads(ROOT.joinpath("pyproject.toml").read_text("utf-8"))["project"]["urls"]
    assert urls["Issues"] == ISSUES
