"""A folder with a deck and rows of data."""

from __future__ import annotations

import pytest

from tests.support.merging import DECK, ROWS


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    tmp_path.joinpath("card.yaml").write_text(DECK, encoding="utf-8")
    tmp_path.joinpath("people.csv").write_text(ROWS, encoding="utf-8")
    return tmp_path
