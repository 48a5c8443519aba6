"""Options and fixtures of all tests."""

from __future__ import annotations

import pytest
from hypothesis import settings

settings.register_profile("deckgen", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("deckgen")


def pytest_addoption(parser):
    parser.addoption("--update", action="store_true", help="accept what golden tests now give")


@pytest.fixture
def updating(request) -> bool:
    return bool(request.config.getoption("--update"))
