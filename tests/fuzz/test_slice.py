"""A few inputs of each kind of fuzzing, always the same ones, so that the harness stays alive."""

from __future__ import annotations

import pytest

from tests.fuzz.inputs import MAKERS, Input
from tests.fuzz.oracle import build

COUNT, PARTS = 60, 2


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("kind", MAKERS)
def test_no_input_shows_a_fault(kind, part):
    for number in range(part, COUNT, PARTS):
        one = Input(kind, 0, number)
        try:
            build(one.files())
        except Exception as error:
            error.add_note(f"input {one}; build it again with `--only`, see tests/fuzz/README.md")
            raise


@pytest.mark.parametrize("kind", MAKERS)
def test_an_input_is_the_same_each_time(kind):
    assert Input(kind, 7, 3).files() == Input(kind, 7, 3).files() != Input(kind, 7, 4).files()
