"""Several decks: a file for each, whatever becomes of the others."""

from __future__ import annotations

from deckgen.cli.program import run
from tests.support.merging import files


def test_each_deck_is_a_file_in_the_folder(folder):
    folder.joinpath("other.yaml").write_text("slides: [{title: A}]")
    assert run(["build", "card.yaml", "other.yaml", "-o", "out", "-j", "2"]) == 0
    assert set(files(folder)) == {"card.pptx", "other.pptx"}


def test_decks_without_a_folder_have_their_files_beside_them(folder):
    folder.joinpath("other.yaml").write_text("slides: [{title: A}]")
    assert run(["build", "card.yaml", "other.yaml"]) == 0
    assert folder.joinpath("card.pptx").exists()
    assert folder.joinpath("other.pptx").exists()


def test_decks_of_one_name_are_told_of(folder, capsys):
    folder.joinpath("b").mkdir()
    folder.joinpath("b/card.yaml").write_text("slides: [{title: A}]")
    assert run(["build", "card.yaml", "b/card.yaml", "-o", "out/"]) == 1
    assert "b/card.yaml would be written to `out/card.pptx`, as is card.yaml" in (
        capsys.readouterr().err
    )


def test_a_deck_that_is_mistaken_does_not_stop_the_others(folder, capsys):
    folder.joinpath("other.yaml").write_text("slidez: 5")
    assert run(["build", "other.yaml", "card.yaml", "missing.yaml", "-o", "out/"]) == 1
    assert folder.joinpath("out/card.pptx").exists()
    assert "--> other.yaml:1:1" in capsys.readouterr().err
