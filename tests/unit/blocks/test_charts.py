"""What charts are composed of: axes that a person would choose, waterfalls, quartiles."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen import codes
from deckgen.blocks.charts.composed import unlike_totals, waterfall
from deckgen.blocks.charts.distributions import box_plot, histogram, quantile
from deckgen.blocks.charts.meter import meet
from deckgen.blocks.charts.model import ChartData, ChartSeries
from deckgen.blocks.charts.scale import nice_step, scale_of
from deckgen.blocks.charts.spreading import spread
from deckgen.charts import ChartFrame
from deckgen.compiler import build_text
from tests.support.building import build_pages

WORDS = ("Up", "Down", "Total")
numbers = st.floats(-1e9, 1e9, allow_nan=False).filter(lambda n: n == 0 or abs(n) > 1e-6)


@pytest.mark.parametrize(
    ("values", "from_zero", "axis"),
    [
        ([3, 9], True, (0, 10, 2)),
        ([12, 22], True, (0, 25, 5)),
        ([0.11, 0.16], False, (0.11, 0.16, 0.01)),
        ([90, 99], False, (90, 100, 2)),
        ([-5, 7], True, (-5, 7.5, 2.5)),
        ([0, 0], True, (0, 1, 0.2)),
        ([1234567], True, (0, 1250000, 250000)),
    ],
)
def test_an_axis_has_round_steps(values, from_zero, axis):
    found = scale_of(values, from_zero=from_zero)
    assert (found.low, found.high, found.step) == axis


@given(st.lists(numbers, min_size=1, max_size=20), st.booleans())
def test_an_axis_holds_all_values_in_few_steps(values, from_zero):
    found = scale_of(values, from_zero=from_zero)
    slack = found.step * 1e-6
    assert found.low <= min(values) + slack
    assert found.high >= max(values) - slack
    assert 1 <= len(found.ticks) - 1 <= 12
    assert not from_zero or found.low <= 0 <= found.high


@given(st.floats(1e-9, 1e12))
def test_a_step_is_not_less_than_was_wished_and_not_much_more(wish):
    assert wish * 0.999 <= nice_step(wish) <= wish * 2.6


def drawn(changes, totals=()):
    names = tuple(f"c{number}" for number in range(len(changes)))
    data = ChartData(names, (ChartSeries("v", tuple(changes), "column"),))
    return waterfall(data, totals, WORDS)


@given(st.lists(st.integers(-100, 100).map(float), min_size=1, max_size=12))
def test_bars_of_a_waterfall_end_where_the_next_begins(changes):
    made = drawn(changes)
    assert made.categories[-1] == "Total"
    level = 0.0
    for place, change in enumerate([*changes, 0.0]):
        values = [one.values[place] or 0.0 for one in made.series]
        above = sum(value for value in values if value > 0)
        below = sum(value for value in values if value < 0)
        after = level + change if place < len(changes) else level
        ends = {0.0, after} if place == len(changes) else {level, after}
        tops = {above, below}
        assert max(*ends, 0.0) == pytest.approx(max(tops))
        assert min(*ends, 0.0) == pytest.approx(min(tops))
        level = after


def test_totals_of_a_waterfall_are_those_that_are_named():
    made = drawn([20.0, 15.0, None, -5.0], totals=("c2",))
    assert made.categories == ("c0", "c1", "c2", "c3")
    total = next(one for one in made.series if one.name == "Total")
    assert total.values[2] == 35


def test_a_total_of_a_waterfall_is_what_is_written_of_it():
    made = drawn([10.0, -30.0, 15.0, 5.0], totals=("c0", "c3"))
    total = next(one for one in made.series if one.name == "Total")
    assert total.values == (10.0, None, None, 5.0)


def test_totals_that_are_not_the_sum_are_told():
    data = ChartData(("a", "b", "c"), (ChartSeries("v", (10.0, 5.0, 99.0), "column"),))
    assert unlike_totals(data, ("a", "c")) == [("c", 99.0, 15.0)]
    data = ChartData(("a", "b", "c"), (ChartSeries("v", (10.0, 5.0, None), "column"),))
    assert unlike_totals(data, ("a", "c")) == []


@pytest.mark.parametrize(("share", "value"), [(0, 1), (0.25, 2), (0.5, 3), (0.75, 4), (1, 5)])
def test_quantiles_stand_between_numbers(share, value):
    assert quantile([1, 2, 3, 4, 5], share) == value


def test_a_box_reaches_from_the_first_to_the_third_quartile():
    made = box_plot([("A", float(n)) for n in range(1, 6)] + [("B", None)])
    base, lower, upper, first, third = made.series
    assert (base.values, lower.values, upper.values) == ((2.0,), (1.0,), (1.0,))
    assert (first.values, first.errors) == ((2.0,), ((1.0, 0.0),))
    assert (third.values, third.errors) == ((4.0,), ((0.0, 1.0),))


@given(st.lists(numbers.map(lambda n: round(n, 3)), min_size=2, max_size=9))
def test_a_box_ends_at_its_quartiles_on_either_side_of_zero(found):
    made = box_plot([("A", number) for number in found])
    values = [one.values[0] or 0.0 for one in made.series if one.drawn == "column"]
    above = sum(value for value in values if value > 0)
    below = sum(value for value in values if value < 0)
    first, third = quantile(sorted(found), 0.25), quantile(sorted(found), 0.75)
    if any(value for value in values[1:]):
        assert max(above, 0.0) == pytest.approx(max(third, 0.0), abs=1e-3)
        assert min(below, 0.0) == pytest.approx(min(first, 0.0), abs=1e-3)


@given(
    st.lists(st.floats(-1e4, 1e4), min_size=1, max_size=12),
    st.floats(0.1, 100),
    st.floats(-1e4, 0),
    st.floats(1, 2e4),
)
def test_labels_are_spread_in_their_order(wanted, apart, low, length):
    length = max(length, apart * len(wanted))
    found = spread(wanted, apart, low, low + length)
    ordered = sorted(found)
    assert all(b - a >= apart * (1 - 1e-6) for a, b in pairwise(ordered))
    assert low - 1e-6 <= ordered[0] <= ordered[-1] <= low + length + 1e-6
    order = sorted(range(len(wanted)), key=lambda n: (wanted[n], n))
    assert [found[n] for n in order] == ordered


def test_labels_that_are_apart_stay_where_they_are():
    assert spread([30.0, 10.0, 20.0], 5, 0, 100) == (30.0, 10.0, 20.0)
    assert spread([10.0, 10.0], 4, 0, 100) == (8.0, 12.0)


@given(st.lists(st.floats(-1e6, 1e6, allow_nan=False), min_size=1, max_size=60))
def test_a_histogram_counts_every_number_once(found):
    made = histogram(found, None, "n")
    assert sum(value or 0 for value in made.series[0].values) == len(found)
    assert len(made.categories) == len(made.series[0].values) <= 42


def ring_of(names, beside):
    values = ", ".join(f"{name}: {number + 3}" for number, name in enumerate(names))
    pages = build_pages(
        f"slides:\n  - title: T\n    body: {beside}\n"
        f"    chart: {{type: doughnut, values: {{{values}}}}}\n"
    )
    content = next(i for i in pages.pages[0].items if isinstance(i, ChartFrame)).content
    return content.plot, [text for text in content.texts if text.role == "label"]


@pytest.mark.parametrize("kind", ["column", "histogram", "box"])
def test_labels_may_name_the_column_that_a_chart_shows(kind):
    rows = "[{team: A, hours: 3}, {team: A, hours: 5}, {team: B, hours: 4}]"
    shown = f"{{type: {kind}, data: {rows}, x: team, y: [hours], labels: [%s]}}"
    deck = f"slides: [{{title: T, chart: {shown}}}]"
    told = {name: build_text(deck % name).check() for name in ("hours", "days")}
    assert [item.code for item in told["hours"]] == []
    assert codes.UNKNOWN_COLUMN in [item.code for item in told["days"]]


def test_labels_beside_a_ring_have_two_lines_where_one_would_leave_it_no_room():
    names = ("North America and Canada", "South America and Mexico", "Middle East")
    wide, flat = ring_of(names[:2], "''")
    narrow, stacked = ring_of(names, f"[{', '.join(['A point that is made'] * 3)}]")
    assert {len(text.lines) for text in flat} == {1}
    assert {len(text.lines) for text in stacked} == {2}
    for circle, texts in ((wide, flat), (narrow, stacked)):
        assert not any(meet(circle, text.box) for text in texts)
        assert not any(meet(one.box, two.box) for one, two in combinations(texts, 2))


def test_a_pie_is_not_small_for_the_sake_of_large_names_around_it():
    values = "{人件費: 52, クラウド: 21, ライセンス: 15, 予備費: 12}"
    body = "[人件費が半分を占める, クラウドは予算内, 予備費は2割を残す]"
    slide = f"{{title: 内訳, body: {body}, chart: {{type: pie, values: {values}}}}}"
    (page,) = build_pages(f"deck: {{template: plain, size: '4:3'}}\nslides: [{slide}]").pages
    (frame,) = [item for item in page.items if isinstance(item, ChartFrame)]
    assert frame.content.plot.width > frame.box.width / 2


@pytest.mark.parametrize("template", ["corporate", "corporate-dark", "plain", "report"])
def test_eight_series_have_colours_that_differ_by_more_than_how_much_they_cover(template):
    named = ", ".join(f"s{number}: {number}" for number in range(8))
    chart = f"{{type: line, data: [{{x: a, {named}}}, {{x: b, {named}}}]}}"
    text = f"deck: {{template: {template}}}\nslides: [{{title: t, chart: {chart}}}]"
    (page,) = build_pages(text).pages
    (frame,) = [item for item in page.items if isinstance(item, ChartFrame)]
    tints = [series.tint for plot in frame.content.plots for series in plot.series]
    assert len({(tint.color.rgb, tint.share, tint.plus) for tint in tints if tint}) == 8
