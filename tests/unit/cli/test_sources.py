"""No command overwrites what it has read, and none reads more than it may."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from deckgen.cli.program import run
from tests.support.packages import Master, layout, presentation
from tests.support.pictures import picture

DECK = """\
deck: {template: brand.pptx, trademarks: {registry: marks.yaml}}
slides: [{title: Costs, image: {src: a.png, alt: x}}]
"""
MARKS = "marks: [{mark: Orinoco, owner: x}]\n"
links = pytest.mark.skipif(os.name == "nt", reason="needs links and a shell")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with a deck, its template, a picture and a file of trademarks."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.chdir(home)
    home.joinpath("brand.yaml").write_text(DECK, encoding="utf-8")
    home.joinpath("brand.pptx").write_bytes(presentation(Master(layouts=(layout(),))))
    home.joinpath("marks.yaml").write_text(MARKS, encoding="utf-8")
    home.joinpath("a.png").write_bytes(picture(40, 30))
    return home


def contents(folder):
    return {file.name: file.read_bytes() for file in folder.iterdir() if not file.is_dir()}


def test_the_template_is_not_overwritten_by_the_deck_of_its_name(folder, capsys):
    before = contents(folder)
    assert run(["brand.yaml", "--format", "concise"]) == 1
    assert contents(folder) == before
    said = capsys.readouterr().err
    assert "error[output-is-source]: the result would overwrite `brand.pptx`" in said
    assert "-o" in said


@pytest.mark.parametrize("name", ["brand.yaml", "marks.yaml"])
def test_a_name_that_ends_as_no_result_does_is_refused(folder, name, capsys):
    before = contents(folder)
    assert run(["brand.yaml", "-o", f"./{name}"]) == 2
    assert contents(folder) == before
    assert f"'{name}' ends in .yaml" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["brand.pptx", "a.png"])
def test_nothing_that_the_deck_is_made_from_is_overwritten(folder, name, capsys):
    before = contents(folder)
    assert run(["brand.yaml", "-o", f"./{name}", "--format", "concise"]) == 1
    assert contents(folder) == before
    assert f"would overwrite `{name}`" in capsys.readouterr().err


@links
@pytest.mark.parametrize("name", ["brand.yaml", "brand.pptx", "marks.yaml", "a.png"])
@pytest.mark.parametrize("link", [os.link, os.symlink])
def test_nor_is_it_by_way_of_a_link(folder, name, link, capsys):
    link(name, "way.pptx")
    before = contents(folder)
    assert run(["brand.yaml", "-o", "way.pptx", "--format", "concise"]) == 1
    assert contents(folder) == before
    said = capsys.readouterr().err
    assert f"would overwrite `{name}`, which it is made from; `way.pptx` leads there" in said


@links
def test_a_template_that_is_named_by_a_link_is_not_overwritten(folder):
    Path("link.pptx").symlink_to("brand.pptx")
    before = contents(folder)
    assert run(["brand.yaml", "--template", "link.pptx", "-o", "brand.pptx"]) == 1
    assert contents(folder) == before


@links
def test_the_registry_of_the_usual_place_is_not_overwritten(folder):
    folder.joinpath("assets").mkdir()
    usual = folder / "assets" / "trademarks.yaml"
    usual.write_text(MARKS, encoding="utf-8")
    text = "deck: {trademarks: {check: true}}\nslides: [{title: Costs}]\n"
    folder.joinpath("talk.yaml").write_text(text, encoding="utf-8")
    os.link(usual, "talk.pptx")
    assert run(["talk.yaml"]) == 1
    assert usual.read_text(encoding="utf-8") == MARKS


def test_a_template_is_not_overwritten_by_its_specimen(folder, capsys):
    before = contents(folder)
    assert run(["template", "brand.pptx", "-o", "brand.pptx"]) == 1
    assert contents(folder) == before
    assert "output-is-source" in capsys.readouterr().err


def test_what_only_has_the_name_of_a_source_is_overwritten(folder):
    text = "slides: [{title: Costs}]\n"
    folder.joinpath("talk.yaml").write_text(text, encoding="utf-8")
    assert run(["talk.yaml", "-o", "brand.pptx"]) == 0
    assert folder.joinpath("brand.pptx").read_bytes().startswith(b"PK")


def on_a_shell(words, folder):
    command = f'exec "$0" -m deckgen {words}'
    shell = ["sh", "-c", command, sys.executable]
    return subprocess.run(shell, cwd=folder, capture_output=True, check=False)


@links
@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("- -o way.pptx < way.pptx", b"<stdin>"),
        ("brand.yaml -o - >> brand.pptx", b"brand.pptx"),
        ("brand.yaml -o - >> a.png", b"a.png"),
        ("dump spec brand.yaml >> brand.yaml", b"brand.yaml"),
        ("marks brand.yaml >> marks.yaml", b"marks.yaml"),
        ("template brand.pptx >> brand.pptx", b"brand.pptx"),
    ],
)
def test_streams_are_ways_to_a_file_as_well(folder, words, source):
    os.link("brand.yaml", "way.pptx")
    before = contents(folder)
    done = on_a_shell(words, folder)
    assert done.returncode == 1
    assert b"would overwrite `" + source in done.stderr
    assert contents(folder) == before


@links
def test_a_terminal_that_is_read_and_written_is_no_file(folder):
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "deckgen", "dump", "spec", "brand.yaml"]
    done = subprocess.run(command, cwd=folder, stdin=theirs, stdout=theirs, check=False)
    os.close(theirs)
    os.close(ours)
    assert done.returncode == 0


COMMANDS = [["build"], ["check"], ["dump", "spec"], ["marks"]]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_that_reads_decks_can_be_confined(folder, command, capsys):
    folder.parent.joinpath("secret.png").write_bytes(picture(40, 30))
    text = "slides: [{title: x, image: {src: ../secret.png, alt: x}}]\n"
    folder.joinpath("talk.yaml").write_text(text, encoding="utf-8")
    assert run([*command, "talk.yaml"]) == 0
    assert run([*command, "talk.yaml", "--root", "."]) == 1
    assert "error[outside-root]: `../secret.png` leads out" in capsys.readouterr().err


@pytest.mark.parametrize(
    "name",
    [
        "../secret.png",
        "{here}/a.png",
        "{up}/secret.png",
        "~/secret.png",
        "link.png",
        "way/secret.png",
    ],
)
@links
def test_names_that_lead_out_of_the_root_are_refused(folder, name, monkeypatch, capsys):
    monkeypatch.setenv("HOME", str(folder.parent))
    folder.parent.joinpath("secret.png").write_bytes(picture(40, 30))
    Path("link.png").symlink_to("../secret.png")
    Path("way").symlink_to("..")
    name = name.format(here=folder, up=folder.parent)
    text = f"slides: [{{title: x, image: {{src: '{name}', alt: x}}}}]\n"
    folder.joinpath("talk.yaml").write_text(text, encoding="utf-8")
    assert run(["check", "talk.yaml", "--root", ".", "--format", "json"]) == 1
    (item,) = json.loads(capsys.readouterr().out)
    assert (item["code"], item["place"]["start"]["line"]) == ("outside-root", 1)


@pytest.mark.parametrize("key", ["template", "trademarks"])
def test_templates_and_registries_are_confined_as_well(folder, key, capsys):
    name = "brand.pptx" if key == "template" else "marks.yaml"
    folder.joinpath("deep").mkdir()
    value = f"../{name}" if key == "template" else f"{{registry: ../{name}}}"
    text = f"deck: {{{key}: {value}}}\nslides: [{{title: x}}]\n"
    folder.joinpath("deep", "talk.yaml").write_text(text, encoding="utf-8")
    assert run(["check", "deep/talk.yaml", "--root", "."]) == 0
    assert run(["check", "deep/talk.yaml", "--root", "deep"]) == 1
    assert f"error[outside-root]: `../{name}`" in capsys.readouterr().err


@links
def test_a_deck_outside_of_the_root_is_refused(folder, capsys):
    folder.joinpath("deep").mkdir()
    Path("deep/link.yaml").symlink_to("../brand.yaml")
    for deck in ("brand.yaml", "deep/link.yaml"):
        assert run(["check", deck, "--root", "deep"]) == 1
        assert f"error[outside-root]: `{deck}` is not in" in capsys.readouterr().err


def test_a_template_of_the_command_may_be_named_by_its_whole_path(folder):
    words = ["--template", str(folder / "brand.pptx"), "--root", str(folder)]
    assert run(["check", str(folder / "brand.yaml"), *words]) == 0


@pytest.mark.parametrize("root", ["absent", "a.png", ""])
def test_a_root_that_is_no_folder_is_a_mistake_of_the_command(folder, root):
    assert run(["brand.yaml", "--root", root]) == 2


def told_of(folder, text, capsys, *words):
    folder.joinpath("talk.yaml").write_text(text, encoding="utf-8")
    assert run(["check", "talk.yaml", *words]) == 1
    return capsys.readouterr().err


@pytest.mark.parametrize("text", ["hidden: x\n", "marks: [{hidden: 1}]\n", "marks: hidden: x\n"])
def test_nothing_is_quoted_of_files_outside_the_folder_of_the_deck(folder, text, capsys):
    folder.parent.joinpath("passwd").write_text(text, encoding="utf-8")
    deck = "deck: {trademarks: {registry: ../passwd}}\nslides: [{title: x}]\n"
    said = told_of(folder, deck, capsys)
    assert "`../passwd` is no file of trademarks: it has mistakes in line " in said
    assert "hidden" not in said
    assert "talk.yaml:1:31" in said
    assert "hidden" in told_of(folder, deck.replace("../", ""), capsys, *within(folder, "passwd"))


def within(folder, name):
    """Have a file in the deck's folder, too, where it is quoted."""
    folder.joinpath(name).write_bytes(folder.parent.joinpath(name).read_bytes())
    return ()


def test_with_a_root_what_is_in_it_is_quoted(folder, capsys):
    folder.parent.joinpath("marks.yaml").write_text("marks: [{hidden: 1}]\n", encoding="utf-8")
    deck = "deck: {trademarks: {registry: ../marks.yaml}}\nslides: [{title: x}]\n"
    assert "hidden" not in told_of(folder, deck, capsys)
    assert "hidden" in told_of(folder, deck, capsys, "--root", "..")


@pytest.mark.parametrize("name", ["../secrets.png", "{up}/secrets.png", "way/secrets.png"])
@links
def test_nothing_is_guessed_of_files_outside_the_folder_of_the_deck(folder, name, capsys):
    folder.parent.joinpath("secret.png").write_bytes(b"")
    Path("way").symlink_to("..")
    name = name.format(up=folder.parent)
    deck = f"slides: [{{title: x, image: {{src: '{name}', alt: x}}}}]\n"
    said = told_of(folder, deck, capsys)
    assert "error[file-not-found]" in said
    assert "secret.png" not in said


def test_what_the_command_names_is_guessed_wherever_it_is(folder, capsys):
    folder.parent.joinpath("corporate.potx").write_bytes(b"")
    assert run(["check", "brand.yaml", "--template", "../corporat.potx"]) == 1
    assert "did you mean `../corporate.potx`?" in capsys.readouterr().err
