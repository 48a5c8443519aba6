"""Charts as they are drawn: where bars, points and slices are, and what is said of them."""

from __future__ import annotations

from math import hypot, isfinite

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.charts import ChartFrame, Tint
from deckgen.colors import Color
from deckgen.draw.chart_texts import solid
from deckgen.draw.charts import draw_chart
from deckgen.draw.faces import Faces
from deckgen.draw.model import ClosePath, DrawnGroup, PathMark, TextMark
from deckgen.text.fonts import NoFonts
from tests.support.building import build_pages
from tests.support.drawings import groups, marks

ROWS = "[[Year, North, South], [2021, 10, 5], [2022, 20, -5], [2023, 15, 10]]"
SHARES = "[[What, Share], [Alpha, 50], [Beta, 25], [Gamma, 25]]"


def frame_of(chart: str, slide: str = "") -> ChartFrame:
    pages = build_pages(f"slides:\n  - {{title: T, chart: {{{chart}}}{slide}}}")
    return next(item for item in pages.pages[0].items if isinstance(item, ChartFrame))


def drawn(frame: ChartFrame) -> DrawnGroup:
    return draw_chart(frame, Faces(NoFonts()))


def extent(mark):
    points = [(s.x, s.y) for s in mark.segments if not isinstance(s, ClosePath)]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def filled(frame: ChartFrame, rgb: str) -> list[tuple[float, float, float, float]]:
    """Return the extents of what has a colour, keys of legends left out."""
    found = [m for m in marks(drawn(frame)) if isinstance(m, PathMark) and m.fill is not None]
    boxes = [extent(m) for m in found if m.fill.rgb == rgb]
    return [box for box in boxes if box[3] - box[1] > 9 or box[2] - box[0] > 9]


def colors(frame: ChartFrame) -> list[str]:
    series = [one for plot in frame.content.plots for one in plot.series]
    return [one.tint.color.rgb for one in series if one.tint is not None]


def words(group: DrawnGroup) -> list[str]:
    return " ".join(m.text for m in marks(group) if isinstance(m, TextMark)).split()


def test_columns_are_as_high_as_their_values_and_hang_from_zero():
    frame = frame_of(f"type: column, data: {ROWS}")
    north, south = (filled(frame, rgb) for rgb in colors(frame))
    heights = [bottom - top for _, top, _, bottom in north]
    assert heights[1] / heights[0] == pytest.approx(2, rel=1e-3)
    zero = north[0][3]
    assert [box[3] for box in north] == pytest.approx([zero] * 3)
    assert south[1][1] == pytest.approx(zero)  # the one below zero
    assert [a[2] for a in north] == pytest.approx([b[0] for b in south])


def test_bars_start_at_the_left_and_the_first_is_on_top():
    frame = frame_of("type: bar, data: [[What, Share], [One, 40], [Two, 10]]")
    (one, two) = filled(frame, colors(frame)[0])
    assert one[0] == pytest.approx(two[0])
    assert (one[2] - one[0]) / (two[2] - two[0]) == pytest.approx(4, rel=1e-3)
    assert one[1] < two[1]


def test_stacked_columns_stand_on_one_another():
    rows = "[[Year, A, B], [2021, 10, 5], [2022, 20, 10]]"
    frame = frame_of(f"type: column, stack: stacked, data: {rows}")
    below, above = (filled(frame, rgb) for rgb in colors(frame))
    assert [box[3] for box in above] == pytest.approx([box[1] for box in below])
    assert [box[0] for box in above] == pytest.approx([box[0] for box in below])


def test_stacks_of_percent_all_reach_the_top():
    rows = "[[Year, A, B], [2021, 10, 5], [2022, 20, 70]]"
    frame = frame_of(f"type: column, stack: percent, data: {rows}")
    tops = [box[1] for box in filled(frame, colors(frame)[1])]
    assert tops == pytest.approx([frame.content.plot.y.points] * 2)


def test_a_line_passes_through_its_points_and_parts_at_gaps():
    rows = "[[Month, A], [Jan, 1], [Feb, 2], [Mar, null], [Apr, 4], [May, 5]]"
    frame = frame_of(f"type: line, data: {rows}")
    pens = [m for m in marks(drawn(frame)) if isinstance(m, PathMark) and m.pen is not None]
    lines = [m for m in pens if m.pen.width == 2.25]
    assert [len(line.segments) for line in lines] == [2, 2]
    assert lines[0].segments[-1].x < lines[1].segments[0].x


def test_slices_are_as_large_as_their_shares_from_the_top_clockwise():
    frame = frame_of(f"type: pie, data: {SHARES}")
    plot = frame.content.plot
    middle = plot.x.points + plot.width.points / 2
    tints = [tint.color.rgb for _, tint in frame.content.plots[0].series[0].points]
    (alpha,) = filled(frame, tints[0])
    assert alpha[0] == pytest.approx(middle)
    assert alpha[3] - alpha[1] == pytest.approx(plot.height.points)


def test_a_doughnut_leaves_its_hole_open():
    frame = frame_of(f"type: doughnut, data: {SHARES}")
    plot = frame.content.plot
    middle = plot.x.points + plot.width.points / 2
    tints = [tint.color.rgb for _, tint in frame.content.plots[0].series[0].points]
    first = next(
        m
        for m in marks(drawn(frame))
        if isinstance(m, PathMark) and m.fill is not None and m.fill.rgb == tints[0]
    )
    height = plot.y.points + plot.height.points / 2
    away = [hypot(s.x - middle, s.y - height) for s in first.segments[:-1]]
    hole = frame.content.plots[0].hole / 100
    assert max(away) == pytest.approx(plot.width.points / 2)
    assert min(away) == pytest.approx(plot.width.points / 2 * hole)
    assert hole > 0.2


@pytest.mark.parametrize(
    "chart",
    [
        f"type: column, title: Sales, unit: EUR, data: {ROWS}",
        f"type: line, data: {ROWS}",
        f"type: area, data: {ROWS.replace('-5', '5')}",
        f"type: radar, data: {ROWS.replace('-5', '5')}",
        f"type: pie, data: {SHARES}",
        f"type: waterfall, data: {SHARES}",
    ],
)
def test_each_text_that_was_set_is_drawn_once_within_the_chart(chart):
    frame = frame_of(chart)
    group = drawn(frame)
    told = " ".join(line for text in frame.content.texts for line in text.lines).split()
    assert sorted(words(group)) == sorted(told)
    box = frame.box
    for mark in marks(group):
        if isinstance(mark, TextMark):
            assert box.x.points - 1 <= mark.x
            assert mark.x + mark.width <= box.right.points + 1
            assert box.y.points <= mark.baseline <= box.bottom.points


def test_a_label_within_a_stack_has_the_colour_that_is_read_there():
    rows = "[[Year, A, B], [2021, 10, 5], [2022, 20, 10]]"
    frame = frame_of(f"type: column, stack: stacked, labels: all, data: {rows}")
    labels = {
        (number, label.point): label.color.rgb
        for number, one in enumerate(frame.content.plots[0].series)
        for label in one.labels
    }
    texts = {text.of: text for text in frame.content.texts if text.of is not None}
    assert set(texts) == set(labels)
    told = {m.text: m.fill.rgb for m in marks(drawn(frame)) if isinstance(m, TextMark)}
    assert all(told[text.lines[0]] == labels[of] for of, text in texts.items())


def test_what_is_built_by_series_comes_in_step_by_step():
    frame = frame_of(f"type: column, data: {ROWS}, build: true")
    group = draw_chart(frame, Faces(NoFonts()), {0: 1, 1: 2})
    steps = [each.shown for each in groups(group) if each.shown]
    assert steps == [1, 2]


@settings(max_examples=20)
@given(
    st.sampled_from(["column", "bar", "line", "waterfall"]),
    st.lists(st.integers(-99, 99), min_size=2, max_size=5),
)
def test_no_values_draw_what_is_no_number(kind, values):
    rows = ", ".join(f"[n{at}, {value}]" for at, value in enumerate(values))
    frame = frame_of(f"type: {kind}, data: [[a, b], {rows}]")
    box = frame.content.plot
    for mark in marks(drawn(frame)):
        if isinstance(mark, PathMark) and mark.fill is not None:
            left, top, right, bottom = extent(mark)
            assert all(map(isfinite, (left, top, right, bottom)))
            assert box.y.points - 4 <= top <= bottom <= box.bottom.points + 4


def test_each_name_in_a_legend_stands_behind_the_colour_of_its_series():
    series = "[{key: North, as: line, axis: right}, {key: South}]"
    frame = frame_of(f"type: combo, data: {ROWS}, x: Year, series: {series}")
    tints = {s.name: s.tint.color.rgb for plot in frame.content.plots for s in plot.series}
    assert frame.content.legend is not None
    found = [*marks(drawn(frame))]
    for number, mark in enumerate(found):
        if isinstance(mark, TextMark) and mark.text in tints:
            key = next(m for m in reversed(found[:number]) if isinstance(m, PathMark))
            paint = key.fill or key.pen.paint
            assert paint.rgb == tints[mark.text]


def test_a_pure_colour_that_is_made_paler_does_not_glare():
    red, green, blue = bytes.fromhex(solid(Tint(Color("007A73"), 60, 40)).rgb)
    assert max(red, green, blue) - min(red, green, blue) < 0.6 * 255
