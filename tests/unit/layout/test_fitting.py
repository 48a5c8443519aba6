"""The bisected of several sizes that fits is found in few steps."""

import pytest

from deckgen.layout.typeset.fitting import bisected


@pytest.mark.parametrize("limit", range(12, 30))
def test_the_bisected_that_passes_is_found(limit):
    sizes = range(28, 11, -1)
    assert bisected(sizes, lambda size: size <= limit) == min(28, limit)


def test_nothing_is_found_where_nothing_passes():
    assert bisected([3, 2, 1], lambda _: False) is None


def test_few_are_tried():
    tried = []

    def passes(size):
        tried.append(size)
        return size <= 17

    bisected(range(1000, 0, -1), passes)
    assert len(tried) < 15
