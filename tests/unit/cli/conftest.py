"""Decks on disk and on standard input."""

import io
import sys

import pytest
from PIL import Image

DECK = "deck: {language: en}\nslides:\n  - title: Costs\n    body: They rose.\n"
BAD_DECK = DECK + "titel: Costs\n"
WARNED_DECK = DECK + "  - image: dot.png\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with three decks and a picture, which is the current one."""
    monkeypatch.chdir(tmp_path)
    for name, text in {"good": DECK, "bad": BAD_DECK, "warned": WARNED_DECK}.items():
        tmp_path.joinpath(f"{name}.yaml").write_text(text, encoding="utf-8")
    Image.new("RGB", (8, 8)).save(tmp_path / "dot.png")
    return tmp_path


@pytest.fixture
def type_in(monkeypatch):
    """Let bytes be what standard input holds."""

    def give(data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    return give
