"""The report of a run takes the place of nothing that the run reads or writes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

import deckgen.templates
from deckgen.cli.program import run
from tests.support.pictures import picture

DECK = """\
deck: {template: brand.pptx}
slides:
  - title: Hello ${name}
    include: more.yaml
"""
MORE = "image: {src: logo.png, alt: A logo}\n"
HINT = "name another file: `--report`"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    tmp_path.joinpath("card.yaml").write_text(DECK, encoding="utf-8")
    tmp_path.joinpath("more.yaml").write_text(MORE, encoding="utf-8")
    tmp_path.joinpath("people.csv").write_text("name\nAnn\nBob\n", encoding="utf-8")
    tmp_path.joinpath("logo.png").write_bytes(picture(40, 30))
    shutil.copy(Path(deckgen.templates.__file__).with_name("plain.pptx"), tmp_path / "brand.pptx")
    return tmp_path


def merge(report):
    rows = ["--rows", "people.csv", "-o", "out/{name}.pptx", "-j", "1"]
    return run(["build", "card.yaml", *rows, "--report", report])


@pytest.mark.parametrize("name", ["card.yaml", "people.csv"])
def test_a_report_over_what_is_known_to_be_read_is_refused_before_the_run(folder, name, capsys):
    before = folder.joinpath(name).read_bytes()
    assert merge(name) == 1
    told = capsys.readouterr().err
    assert f"the report would overwrite `{name}`" in told
    assert HINT in told
    assert folder.joinpath(name).read_bytes() == before
    assert not folder.joinpath("out").exists()


@pytest.mark.parametrize("name", ["brand.pptx", "more.yaml", "logo.png", "out/Ann.pptx"])
def test_a_report_over_what_the_run_reads_or_writes_is_refused_after_it(folder, name, capsys):
    path = folder / name
    before = path.read_bytes() if path.exists() else b"PK"
    assert merge(name) == 1
    assert f"the report would overwrite `{name}`" in capsys.readouterr().err
    assert path.read_bytes().startswith(before)
    assert folder.joinpath("out/Bob.pptx").exists()


def test_a_report_through_a_link_to_the_deck_is_refused(folder, capsys):
    folder.joinpath("report.json").hardlink_to(folder / "card.yaml")
    assert merge("report.json") == 1
    assert "the report would overwrite `card.yaml`" in capsys.readouterr().err
    assert folder.joinpath("card.yaml").read_text(encoding="utf-8") == DECK


def test_a_report_takes_the_place_of_an_earlier_one(folder):
    assert merge("report.json") == merge("report.json") == 0
    assert json.loads(folder.joinpath("report.json").read_text(encoding="utf-8"))["written"] == 2
