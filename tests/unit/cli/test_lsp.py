"""`deckgen lsp` where its library is missing, and what it costs commands that do not serve."""

import subprocess
import sys

import deckgen.cli.lsp
from deckgen.cli.program import run
from tests.support.building import ROOT


def test_without_its_library_it_says_how_to_install_it(monkeypatch, capsys):
    monkeypatch.setattr(deckgen.cli.lsp, "find_spec", lambda _: None)
    assert run(["lsp"]) == 1
    assert "pip install 'deckgen-pptx[lsp]'" in capsys.readouterr().err


def test_no_build_loads_it(tmp_path):
    deck = tmp_path / "x.yaml"
    deck.write_text("slides: [{title: A, body: [x]}]")
    program = (
        "import sys; from deckgen.cli.program import run;"
        f" run([{str(deck)!r}, '-o', {str(tmp_path / 'x.pptx')!r}]);"
        " print(*[n for n in sys.modules if n.startswith(('pygls', 'lsprotocol', 'deckgen.lsp',"
        " 'deckgen.editing'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.strip() == ""
