"""Any chart is sound, whatever its data: labels keep apart, axes are round, parts are valid."""

from __future__ import annotations

import io
import json
import zipfile

from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from deckgen.charts import ChartFrame, PlotKind
from deckgen.emit import emit
from tests.support.building import TEMPLATES, open_deck, place
from tests.support.chart_schema import out_of_order
from tests.support.invariants import faults

TYPES = (
    *("column", "bar", "line", "area", "pie", "doughnut", "scatter"),
    *("bubble", "radar", "waterfall", "funnel", "histogram", "box", "combo"),
)
SHARES = ("pie", "doughnut", "funnel", "radar")
LONE = ("pie", "doughnut", "waterfall", "funnel", "histogram", "box", "scatter", "bubble")
UNTARGETED = ("pie", "doughnut", "radar", "scatter", "bubble", "funnel")
COLUMNS = ("Ost", "西日本", "North America")
NAMES = ("Q1", "Revenue", "北海道", "カスタマーサクセス", "Research and development", "x" * 25)
STEPS = {1.0, 2.0, 2.5, 5.0}

numbers = st.one_of(
    st.none(),
    st.just(0),
    st.integers(-500, 5000),
    st.floats(-100, 100).map(lambda number: round(number, 2)),
    st.sampled_from((1e12, -3e9, 1e-7, -2e-5, 123456789)),
)
names = st.one_of(
    st.sampled_from(NAMES).map(lambda name: name + " {}"),
    st.just("2026-{0:02d}-01"),
    st.just("{0:02d}"),
)


@st.composite
def charts(draw):
    """Return what is written of a chart."""
    kind = draw(st.sampled_from(TYPES))
    count = draw(st.sampled_from((1, 2, 3, 5, 8, 12, 12, 40)))
    series = COLUMNS[: 1 if kind in LONE else draw(st.integers(1, 3))]
    pattern = draw(names)
    rows = []
    for number in range(count):
        values = {name: draw(numbers) for name in series}
        if kind in SHARES:
            values = {name: value and abs(value) for name, value in values.items()}
        month = number % 12 + 1 if "2026" in pattern else number
        rows.append({"c": pattern.format(month), "n": number * 1.5 + 1, **values})
    chart = {"type": kind, "data": rows, "x": "c", "y": list(series)}
    if kind in {"scatter", "bubble"}:
        chart["x"] = "n"
    if kind == "combo":
        del chart["y"]
        first, *others = series
        side = draw(st.sampled_from(("left", "right")))
        chart["series"] = [first, *({"key": one, "as": "line", "axis": side} for one in others)]
    chart |= draw(
        st.fixed_dictionaries(
            {},
            optional={
                "labels": st.sampled_from(("none", "all", "ends", [series[0]])),
                "title": st.sampled_from(("Short", "売上が倍増した", "A title that is long " * 4)),
                "unit": st.sampled_from(("M€", "百万円")),
            },
        )
    )
    if kind == "radar":
        chart["labels"] = "none"
    if kind not in UNTARGETED and draw(st.booleans()):
        chart["targets"] = [{"at": draw(st.sampled_from((0, 10, 400))), "label": "目標 A"}]
    if kind in {"column", "bar", "area"}:
        chart["stack"] = draw(st.sampled_from(("none", "stacked", "percent")))
    return chart


def drawn(chart, columns, on):
    """Return the pages of a deck with a chart in one of some columns, and what is told of it."""
    written = json.dumps(chart, ensure_ascii=False)
    beside = "\n      - [Text]" * (columns - 1)
    deck = f"slides:\n  - title: Chart\n    columns:\n      - [chart: {written}]{beside}\n"
    if columns == 1:
        deck = f"slides:\n  - title: Chart\n    chart: {written}\n"
    built = place(open_deck(deck), on)
    errors = [one for one in built.diagnostics if one.is_error]
    return (built.pages if not errors else None), errors


def points(*values, labels):
    """Return what is written of a chart of points, each of a kind of its own."""
    rows = [{"c": f"2026-0{n}-01", "n": n, "Ost": value} for n, value in enumerate(values, 1)]
    return {"type": "scatter", "data": rows, "x": "n", "y": ["Ost"], "labels": labels}


@given(charts(), st.integers(1, 3), st.sampled_from(TEMPLATES))
@example(points(1e12, None, None, labels="all"), 1, "corporate")  # its label is near the legend
@example(points(3, 5, labels=["Ost"]), 1, "corporate")
def test_a_chart_is_sound_or_is_refused_for_want_of_room(chart, columns, on):
    pages, errors = drawn(chart, columns, on)
    assert {error.code.slug for error in errors} <= {"text-overflow", "bad-data"}
    if pages is None:
        return
    assert faults(pages) == []
    frames = [item for page in pages.pages for item in page.items if isinstance(item, ChartFrame)]
    for frame in frames:
        for axis in (frame.content.left, frame.content.right, frame.content.across):
            if axis is not None and chart.get("stack") != "percent":
                mantissa = float(f"{axis.step:.6e}".partition("e")[0])
                assert mantissa in STEPS, axis
        standing = {plot.kind for plot in frame.content.plots} & {PlotKind.COLUMN, PlotKind.BAR}
        left = frame.content.left
        if standing and left is not None and chart["type"] != "box":
            assert left.low <= 0 <= left.high
    with zipfile.ZipFile(io.BytesIO(emit(pages).read())) as package:
        for name in package.namelist():
            if name.startswith("ppt/charts/chart"):
                assert list(out_of_order(etree.fromstring(package.read(name)))) == []
