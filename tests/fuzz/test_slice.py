"""A few inputs of each kind of fuzzing, always the same ones, so that the harness stays alive."""

from __future__ import annotations

import pytest

from tests.fuzz.campaign import judge
from tests.fuzz.inputs import MAKERS, Input

COUNT, PARTS = 60, 2


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("kind", MAKERS)
def test_no_input_shows_a_fault(kind, part):
    numbers = range(part, COUNT, PARTS)
    found = {str(one): said for n in numbers if (said := judge((one := Input(kind, 0, n)).files()))}
    assert not found


@pytest.mark.parametrize("kind", MAKERS)
def test_an_input_is_the_same_each_time(kind):
    assert Input(kind, 7, 3).files() == Input(kind, 7, 3).files() != Input(kind, 7, 4).files()
