import pytest

from deckgen.cli.program import run
from deckgen.codes import CODES


@pytest.mark.parametrize("slug", CODES)
def test_every_code_is_explained(slug, capsys):
    assert run(["explain", slug]) == 0
    assert CODES[slug].explanation.rstrip() in capsys.readouterr().out


def test_a_misspelt_code_is_recognised(capsys):
    assert run(["explain", "unkown-key"]) == 2
    assert "did you mean 'unknown-key'?" in capsys.readouterr().err


def test_all_codes_are_listed(capsys):
    assert run(["explain"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == sorted(CODES)
