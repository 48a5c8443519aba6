"""Outlines of preset shapes: within their box as usual, and drawable whatever a file says."""

from __future__ import annotations

from math import isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.draw.figures import PRESETS, placed_figures, preset_figures, preset_outline
from deckgen.draw.figures.pencil import Pencil
from deckgen.draw.model import ClosePath, CurveTo, LineTo, MoveTo
from deckgen.geometry import Rect
from deckgen.presets import Geometry
from deckgen.units import pt

REACH_OUT = {"callout1", "borderCallout1", "accentCallout1", "accentBorderCallout1"}
REACH_OUT |= {"wedgeRectCallout", "wedgeRoundRectCallout", "wedgeEllipseCallout"}


def coordinates(segments):
    return [
        value
        for segment in segments
        for value in (getattr(segment, name) for name in segment.__struct_fields__)
    ]


def points_of(contours):
    """Return points on the outlines: ends of lines, and the middles and ends of curves."""
    found, at = [], (0.0, 0.0)
    for segment in (segment for contour in contours for segment in contour.segments):
        if isinstance(segment, ClosePath):
            continue
        if isinstance(segment, CurveTo):
            xs = (at[0], segment.x1, segment.x2, segment.x)
            ys = (at[1], segment.y1, segment.y2, segment.y)
            found.append(tuple((a + 3 * b + 3 * c + d) / 8 for a, b, c, d in (xs, ys)))
        at = (segment.x, segment.y)
        found.append(at)
    return found


@pytest.mark.parametrize("name", sorted(set(PRESETS) - REACH_OUT))
@pytest.mark.parametrize("size", [(90.0, 60.0), (60.0, 90.0)])
def test_a_preset_lies_in_its_box_and_reaches_two_of_its_sides(name, size):
    points = points_of(preset_figures(name, size[0], size[1], {}))
    assert all(-0.5 <= x <= size[0] + 0.5 and -0.5 <= y <= size[1] + 0.5 for x, y in points)
    wide = max(x for x, _ in points) - min(x for x, _ in points)
    assert wide >= size[0] * 0.2


@given(
    name=st.sampled_from(sorted(PRESETS)),
    width=st.floats(allow_nan=True, allow_infinity=True),
    height=st.floats(0, 2000),
    adjusts=st.dictionaries(
        st.sampled_from(["adj", *(f"adj{n}" for n in range(1, 9)), "vf", "hf"]),
        st.floats(allow_nan=True, allow_infinity=True),
    ),
)
def test_every_outline_is_finite_for_any_size_and_adjust_value(name, width, height, adjusts):
    for figure in preset_figures(name, width, height, adjusts):
        values = coordinates(figure.segments)
        assert isinstance(figure.segments[0], MoveTo)
        assert all(isfinite(value) and abs(value) < 1e7 for value in values)


def test_a_rounded_box_has_corners_of_the_share_that_is_told():
    outline = preset_outline(Geometry.ROUNDED, Rect(pt(10), pt(20), pt(100), pt(50)), 0.5)
    assert outline[0] == MoveTo(10, 45)
    assert [type(segment) for segment in outline[1:]] == [
        *(CurveTo, LineTo, CurveTo, LineTo, CurveTo, LineTo, CurveTo, ClosePath)
    ]
    assert (outline[1].x, outline[1].y) == pytest.approx((35, 20))


@pytest.mark.parametrize("geometry", list(Geometry))
def test_shapes_of_our_own_have_an_outline_of_their_own(geometry):
    assert geometry.value in PRESETS
    assert any(figure.filled for figure in placed_figures(geometry, Rect(*map(pt, (0, 0, 9, 9)))))


def test_what_is_not_known_is_a_box_or_an_ellipse():
    assert preset_figures("gear6", 10, 10, {}) == preset_figures("ellipse", 10, 10, {})
    assert preset_figures("chartPlus", 10, 10, {}) == preset_figures("rect", 10, 10, {})


def test_a_hole_runs_against_its_rim_so_that_either_rule_leaves_it_open():
    (ring,) = preset_figures("donut", 40, 40, {})
    inner = next(at for at, s in enumerate(ring.segments) if at and isinstance(s, MoveTo))
    first, later = ring.segments[1], ring.segments[inner + 1]
    assert first.y < 20 < later.y


def test_an_arc_of_a_whole_turn_comes_back_whatever_the_ellipse():
    for sweep in (6.283185307179586, -6.283185307179586):
        *_, last = Pencil().move(0, 10).arc(30, 10, 3.141592653589793, sweep).drawn
        assert (last.x, last.y) == pytest.approx((0, 10), abs=1e-6)
