"""The kinds of ways from one site of a box to another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from deckgen.diagrams.courses import least_bends, lines, sites, ways
from deckgen.diagrams.layers import NodeBox

MARGIN = 10.0
PLACES = st.sampled_from([0.0, 15.0, 60.0, 200.0])
BOXES = st.builds(NodeBox, PLACES, PLACES, st.just(40.0), st.just(20.0))
SITES = st.integers(0, 3)


@given(BOXES, BOXES, SITES, SITES)
def test_no_way_has_fewer_bends_than_the_least(one, other, leaving, entering):
    start, stop = sites(one)[leaving], sites(other)[entering]
    boxes = (one, other)
    tracks = (
        lines([(box.x, box.right) for box in boxes], MARGIN),
        lines([(box.y, box.bottom) for box in boxes], MARGIN),
    )
    bends = [len(points) - 2 for points in ways(start, stop, tracks, MARGIN)]
    assert all(each >= least_bends(start, stop) for each in bends)


def test_the_least_bends_are_those_of_the_straightest_way():
    left, right, below = (NodeBox(x, y, 40.0, 20.0) for x, y in ((0, 0), (200, 0), (200, 200)))
    bottom, side = 2, 3
    assert least_bends(sites(left)[side], sites(right)[1]) == 0
    assert least_bends(sites(left)[side], sites(below)[0]) == 1
    assert least_bends(sites(left)[side], sites(below)[1]) == 2
    assert least_bends(sites(left)[bottom], sites(below)[3]) == 3
    assert least_bends(sites(left)[1], sites(right)[side]) == 4
