"""What a run reads is never replaced by what it writes."""

from __future__ import annotations

import pytest

from deckgen.cli.program import run


def test_rows_that_are_read_are_not_replaced(folder, capsys):
    folder.joinpath("people.csv").write_text("name\npeople\n")
    assert run(["build", "card.yaml", "--rows", "people.csv", "-o", "{name}.csv"]) == 1
    assert "output-is-source" in capsys.readouterr().err
    assert folder.joinpath("people.csv").read_text() == "name\npeople\n"


@pytest.fixture
def brand(tmp_path, monkeypatch):
    """A folder with a template that a deck names, and a deck whose file would be that template."""
    monkeypatch.chdir(tmp_path)
    tmp_path.joinpath("plain.yaml").write_text("slides: [{title: A}]\n")
    assert run(["build", "plain.yaml", "-o", "brand.pptx"]) == 0
    tmp_path.joinpath("brand.yaml").write_text("slides: [{title: Of the brand}]\n")
    tmp_path.joinpath("talk.yaml").write_text(
        "deck: {template: brand.pptx}\nslides: [{title: T}]\n"
    )
    return tmp_path


@pytest.mark.parametrize("decks", [["brand.yaml", "talk.yaml"], ["talk.yaml", "brand.yaml"]])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_template_of_another_deck_is_not_replaced(brand, decks, jobs, capsys):
    before = brand.joinpath("brand.pptx").read_bytes()
    assert run(["build", *decks, "-j", jobs]) == 1
    assert "brand.yaml would overwrite `brand.pptx`" in capsys.readouterr().err
    assert brand.joinpath("brand.pptx").read_bytes() == before
    assert brand.joinpath("talk.pptx").is_file()


def test_a_template_behind_a_link_or_in_an_included_file_is_not_replaced(brand, capsys):
    brand.joinpath("settings.yaml").write_text("template: brand.pptx\n")
    brand.joinpath("talk.yaml").write_text("deck: {include: settings.yaml}\nslides: [{title: T}]\n")
    brand.joinpath("out").symlink_to(brand)
    before = brand.joinpath("brand.pptx").read_bytes()
    assert run(["build", "brand.yaml", "talk.yaml", "-o", "out/"]) == 1
    assert "`out/brand.pptx` leads there" in capsys.readouterr().err
    assert brand.joinpath("brand.pptx").read_bytes() == before


def test_the_picture_of_another_deck_is_not_replaced(brand, capsys):
    from PIL import Image

    Image.new("RGB", (8, 8)).save("brand.jpg")
    brand.joinpath("talk.yaml").write_text(
        "slides: [{title: A, image: {src: brand.jpg, alt: a}}]\n"
    )
    before = brand.joinpath("brand.jpg").read_bytes()
    assert run(["build", "brand.yaml", "talk.yaml", "-o", "{deck}.jpg"]) == 1
    assert "brand.yaml would overwrite `brand.jpg`" in capsys.readouterr().err
    assert brand.joinpath("brand.jpg").read_bytes() == before


def test_a_deck_that_is_made_from_what_the_run_writes_is_refused(brand, capsys):
    brand.joinpath("brand.pptx").rename("made.pptx")
    brand.joinpath("made.yaml").write_text("slides: [{title: A}]\n")
    brand.joinpath("talk.yaml").write_text(
        'deck: {"te\\u006dplate": made.pptx}\nslides: [{title: T}]\n'
    )
    assert run(["build", "made.yaml", "talk.yaml", "-j", "1"]) == 1
    assert "talk.yaml is made from `made.pptx`, which made.yaml writes" in capsys.readouterr().err
    assert not brand.joinpath("talk.pptx").exists()
