import pytest

from deckgen.cli.program import run


@pytest.mark.parametrize("stage", ["yaml", "spec", "deck", "template", "pages"])
def test_every_stage_can_be_seen(folder, capsys, stage):
    assert run(["dump", stage, "good.yaml"]) == 0
    assert capsys.readouterr().out


def test_other_stages_are_refused(folder):
    assert run(["dump", "parse", "good.yaml"]) == 2
