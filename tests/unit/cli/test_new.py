import pytest

from deckgen.cli.program import run


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("template", ["corporate", "plain"])
def test_the_deck_builds_without_complaint(folder, capsys, language, template):
    assert run(["new", "talk", "--language", language, "--template", template]) == 0
    assert "deckgen " in capsys.readouterr().out
    run(["check", "talk/deck.yaml"])
    assert capsys.readouterr() == ("", "")
    assert run(["talk/deck.yaml", "--strict"]) == 0
    assert folder.joinpath("talk/deck.pptx").exists()


def test_an_existing_deck_is_left_as_it_is(folder, capsys):
    run(["new", "talk"])
    folder.joinpath("talk/deck.yaml").write_text("mine", encoding="utf-8")
    assert run(["new", "talk"]) == 1
    assert folder.joinpath("talk/deck.yaml").read_text(encoding="utf-8") == "mine"


def test_a_template_is_named_from_the_decks_folder(folder):
    folder.joinpath('our "brand".potx').write_bytes(b"")
    assert run(["new", "talks/first", "--template", 'our "brand".potx']) == 0
    deck = folder.joinpath("talks/first/deck.yaml").read_text(encoding="utf-8")
    assert 'template: "../../our \\"brand\\".potx"\n' in deck


def test_a_missing_template_is_refused(folder):
    assert run(["new", "talk", "--template", "brand.potx"]) == 2
    assert not folder.joinpath("talk").exists()
