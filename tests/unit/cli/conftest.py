"""Decks on disk and on standard input."""

import io
import sys

import pytest

DECK = "deck: {language: en}\nslides:\n  - title: Costs\n    body: They rose.\n"
BAD_DECK = DECK + "titel: Costs\n"
WARNED_DECK = DECK + "  - title: Nothing else\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with three decks, which is the current one."""
    monkeypatch.chdir(tmp_path)
    for name, text in {"good": DECK, "bad": BAD_DECK, "warned": WARNED_DECK}.items():
        tmp_path.joinpath(f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def type_in(monkeypatch):
    """Let bytes be what standard input holds."""

    def give(data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    return give
