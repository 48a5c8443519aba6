from deckgen.cli.program import run


def report(words, capsys):
    run(["check", "bad.yaml", *words])
    return capsys.readouterr().err


def test_a_pipe_gets_none(folder, capsys):
    assert "\x1b[" not in report([], capsys)


def test_it_can_be_demanded(folder, capsys, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[1;31m" in report(["--color", "always"], capsys)


def test_force_color_is_respected(folder, capsys, monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1;31m" in report([], capsys)


def test_no_color_outweighs_force_color(folder, capsys, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" not in report([], capsys)


def test_never_outweighs_force_color(folder, capsys, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" not in report(["--color", "never"], capsys)
