"""What a chart on a page shows: its labels, axes, legend and colours."""

from __future__ import annotations

import pytest

from deckgen.blocks.charts.over_categories import overlapping
from tests.support.charts import frames_of, said


@pytest.mark.parametrize(
    ("choice", "labels"),
    [
        ("none", []),
        ("all", ["12", "24", "20", "7"]),
        ("ends", ["12", "7"]),
        ("[b]", ["24"]),
    ],
)
def test_labels_are_those_that_are_asked_for(choice, labels):
    (frame,) = frames_of(f"{{labels: {choice}, values: {{a: 12, b: 24, c: 20, d: 7}}}}")
    assert sorted(said(frame)) == sorted(labels)


def test_labels_are_written_as_the_language_writes_numbers():
    chart = "{values: {a: 1234.5, b: 2}}"
    assert said(*frames_of(chart, language="en")) == ["1,234.5", "2.0"]
    assert said(*frames_of(chart, language="de")) == ["1.234,5", "2,0"]


def test_what_is_not_highlighted_is_in_greys_of_the_theme_that_are_told_apart():
    table = "[{q: a, A: 1, B: 2, C: 3}, {q: b, A: 1, B: 2, C: 3}]"
    (frame,) = frames_of(f"{{highlight: B, data: {table}}}")
    tints = {one.name: one.tint for plot in frame.content.plots for one in plot.series}
    assert {tints["A"].color.scheme, tints["C"].color.scheme} == {"bg1"}
    assert tints["A"] != tints["C"]
    assert tints["B"].color.scheme.startswith("accent")


def test_names_of_lines_that_end_near_one_another_are_spread_and_stay_in_their_order():
    table = "[{q: a, A: 1, B: 2, C: 3}, {q: b, A: 10, B: 10.1, C: 9.9}]"
    (frame,) = frames_of(f"{{type: line, data: {table}}}")
    names = [text for text in frame.content.texts if text.role == "legend"]
    assert not overlapping(frame.content.texts)
    assert frame.content.legend is None
    assert [text.lines[0] for text in sorted(names, key=lambda text: text.box.y)] == ["B", "A", "C"]


def test_a_target_across_bars_is_a_line_at_its_value_with_its_name_above():
    (frame,) = frames_of("{type: bar, values: {a: 12, b: 24}, targets: [{at: 10, label: Plan}]}")
    content = frame.content
    (rule,) = content.rules
    share = (rule.x - content.plot.x) / content.plot.width
    assert share == pytest.approx(10 / content.left.high, abs=1e-3)
    assert rule.label.lines == ("Plan",)
    assert rule.label.box.bottom <= content.plot.y
    assert not overlapping(content.texts)


def test_no_label_stands_on_a_target():
    (frame,) = frames_of("{values: {a: 22, b: 24, c: 25}, targets: [{at: 26, label: Plan}]}")
    content = frame.content
    y = content.plot.bottom - content.plot.height * 26 / content.left.high
    labels = [text.box for text in content.texts if text.role == "label"]
    assert len(labels) == 3
    assert all(not (box.y < y < box.bottom) for box in labels)


def test_small_multiples_have_one_legend_and_the_same_categories_and_colours():
    chart = (
        "{facets: r, x: q, y: v, by: p, data: [{r: N, q: a, v: 1, p: A}, {r: N, q: b, v: 2, p: B},"
        " {r: S, q: c, v: 3, p: B}]}"
    )
    first, second = frames_of(chart)
    assert first.content.categories.labels == second.content.categories.labels == ("a", "b", "c")
    tints = [
        [(one.name, one.tint) for plot in frame.content.plots for one in plot.series]
        for frame in (first, second)
    ]
    assert tints[0] == tints[1]
    assert first.content.legend is not None
    assert second.content.legend is None
    assert first.content.plot.y == second.content.plot.y


def test_steps_of_an_axis_are_not_shown_rounded():
    table = "[{q: a, A: 1, B: 0.11}, {q: b, A: 2, B: 0.12}]"
    series = "[A, {key: B, as: line, axis: right, format: 0%}]"
    (frame,) = frames_of(f"{{type: combo, data: {table}, series: {series}}}")
    right = frame.content.right
    ticks = [
        right.low + right.step * n for n in range(round((right.high - right.low) / right.step))
    ]
    assert right.code == "0%"
    assert all(abs(tick * 100 - round(tick * 100)) < 1e-9 for tick in ticks)


def test_points_tell_their_values_and_bubbles_their_sizes():
    rows = "[{x: 1, y: 2, n: 30}, {x: 3, y: 5, n: 9}]"
    (points,) = frames_of(f"{{type: scatter, labels: all, data: {rows}, x: x, y: y}}")
    (bubbles,) = frames_of(f"{{type: bubble, labels: all, data: {rows}, x: x, y: y, size: n}}")
    assert sorted(said(points)) == ["2", "5"]
    assert sorted(said(bubbles)) == ["30", "9"]


def test_labels_at_the_edges_of_an_area_stand_within_it():
    (frame,) = frames_of("{type: area, labels: ends, values: {a: 12, b: 17, c: 14}}")
    plot = frame.content.plot
    labels = [text.box for text in frame.content.texts if text.role == "label"]
    assert len(labels) == 2
    assert all(plot.x <= box.x and box.right <= plot.right for box in labels)


def test_a_label_that_would_stand_over_another_stands_below_its_point():
    table = "[{q: a, A: 10, B: 9.9}, {q: b, A: 2, B: 15}, {q: c, A: 8, B: 3}]"
    (frame,) = frames_of(f"{{type: line, labels: [a], data: {table}}}")
    labels = [label for plot in frame.content.plots for one in plot.series for label in one.labels]
    places = {label.position.value for label in labels if label.point == 0}
    assert sorted(said(frame)) == ["10", "9.9"]
    assert places == {"t", "b"}
    assert not overlapping(frame.content.texts)


@pytest.mark.parametrize(
    ("language", "total", "kind"),
    [("en", "Total", "Waterfall"), ("pt", "Total", "Gráfico em cascata"), ("ja", "合計", "ウォ")],
)
def test_a_waterfall_is_told_and_drawn_in_one_language(language, total, kind):
    (frame,) = frames_of("{type: waterfall, values: {a: 3, b: -1, c: 2}}", language=language)
    names = [series.name for plot in frame.content.plots for series in plot.series]
    assert frame.alt.startswith(kind)
    assert total in names
    assert ("Increase" in names) is (language == "en")
