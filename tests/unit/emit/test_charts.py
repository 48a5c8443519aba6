"""Charts are native: their workbooks, their parts and what other programs read all agree."""

from __future__ import annotations

import io
import re
import zipfile

import openpyxl
import pptx
import pytest
from lxml import etree

from deckgen.blocks.charts.over_categories import overlapping
from deckgen.charts import ChartFrame
from deckgen.emit import emit
from tests.support.building import build_pages

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
TABLE = "data: [{q: Q1, A: 12, B: 14.5}, {q: Q2, A: 24, B: ~}, {q: Q3, A: -3, B: 9}]"
TYPES = {
    "column": TABLE,
    "bar": TABLE,
    "line": TABLE,
    "area": TABLE,
    "radar": "data: [{q: Q1, A: 12, B: 14.5}, {q: Q2, A: 24, B: 1}, {q: Q3, A: 3, B: 9}]",
    "pie": "values: {Japan: 52, Europe: 31, America: 17}",
    "doughnut": "values: {Japan: 52, Europe: 31, America: 17}",
    "scatter": "data: [{x: 1, y: 2, g: a}, {x: 3, y: 5, g: b}], x: x, y: y, by: g",
    "bubble": "data: [{x: 1, y: 2, n: 3}, {x: 3, y: 5, n: 9}], x: x, y: y, size: n",
    "waterfall": "values: {Start: 20, Up: 15, Down: -45}",
    "funnel": "values: {Visitors: 5200, Trials: 1300, Orders: 120}",
    "histogram": "values: [1, 2, 2, 3, 3, 3, 4, 4, 5, 7]",
    "box": "data: [{t: A, d: 3}, {t: A, d: 9}, {t: B, d: 6}, {t: B, d: 7}], x: t, y: d",
    "combo": f"{TABLE}, series: [A, {{key: B, as: line, axis: right, error: A}}], targets: [8]",
}


def written(kind):
    deck = f"slides:\n  - title: Chart\n    chart: {{type: {kind}, {TYPES[kind]}}}\n"
    return emit(build_pages(deck)).read()


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def chart_of(data):
    found = parts(data)
    root = etree.fromstring(found["ppt/charts/chart1.xml"])
    book = openpyxl.load_workbook(io.BytesIO(found["ppt/embeddings/workbook1.xlsx"]))
    return root, book.active


def cells(sheet, formula):
    first, _, last = formula.partition("!")[2].replace("$", "").partition(":")
    found = sheet[f"{first}:{last or first}"]
    return [cell.value for (cell,) in found]


@pytest.mark.parametrize("kind", TYPES)
def test_workbook_and_cache_agree(kind):
    root, sheet = chart_of(written(kind))
    caches = [*root.iter(f"{C}numRef"), *root.iter(f"{C}strRef")]
    assert caches
    for cache in caches:
        formula = cache.findtext(f"{C}f")
        count = int(cache.find(f".//{C}ptCount").get("val"))
        shown = [None] * count
        for point in cache.iter(f"{C}pt"):
            shown[int(point.get("idx"))] = point.findtext(f"{C}v")
        told = cells(sheet, formula)
        if cache.tag == f"{C}numRef":
            assert [v if v is None else float(v) for v in shown] == pytest.approx(told)
        else:
            assert shown == ["" if cell is None else cell for cell in told]


@pytest.mark.parametrize("kind", TYPES)
def test_other_programs_list_the_series(kind):
    opened = pptx.Presentation(io.BytesIO(written(kind)))
    frame = next(shape for shape in opened.slides[0].shapes if shape.has_chart)
    series = [series for plot in frame.chart.plots for series in plot.series]
    root, _ = chart_of(written(kind))
    assert len(series) == len(list(root.iter(f"{C}ser")))
    assert any(list(one.values) for one in series)


@pytest.mark.parametrize("kind", TYPES)
def test_bytes_do_not_depend_on_when_they_are_written(kind, monkeypatch):
    import time

    before = written(kind)
    later = time.time() + 100_000
    monkeypatch.setattr(time, "time", lambda: later)
    assert parts(written(kind)) == parts(before)


@pytest.mark.parametrize("kind", TYPES)
def test_what_programs_would_choose_otherwise_is_written(kind):
    xml = parts(written(kind))["ppt/charts/chart1.xml"].decode()
    assert not re.search(r'(axId|crossAx) val="-', xml)
    assert 'layoutTarget val="inner"' in xml
    assert '<c:dispBlanksAs val="gap"/>' in xml
    root = etree.fromstring(xml.encode())
    properties = [*root.iter("{*}defRPr"), *root.iter("{*}rPr")]
    assert all(one.get("sz") for one in properties)
    assert all(one.get("val") == "0" for one in root.iter(f"{C}smooth"))
    named = {one.get("val") for one in root.iter("{*}schemeClr")}
    assert named
    assert not list(root.iter("{*}srgbClr")) or kind in {"pie", "doughnut"}


def test_a_gap_is_no_point():
    root, _ = chart_of(written("line"))
    second = list(root.iter(f"{C}ser"))[1]
    points = second.find(f"{C}val").iter(f"{C}pt")
    assert [point.get("idx") for point in points] == ["0", "2"]


def test_dates_have_an_axis_of_dates():
    deck = (
        "slides:\n  - title: x\n    chart:\n      type: line\n"
        "      data: [{d: 2026-01-01, A: 1}, {d: 2026-03-01, A: 2}]\n"
    )
    root, sheet = chart_of(emit(build_pages(deck)).read())
    assert root.find(f".//{C}dateAx/{C}baseTimeUnit").get("val") == "months"
    assert sheet["A2"].value.isoformat()[:10] == "2026-01-01"


def test_bars_start_at_zero_and_lines_need_not():
    def low(kind):
        values = "values: {a: 90, b: 95, c: 99}"
        deck = f"slides:\n  - title: x\n    chart: {{type: {kind}, {values}}}\n"
        (frame,) = (i for i in build_pages(deck).pages[0].items if isinstance(i, ChartFrame))
        return frame.content.left.low

    assert low("column") == low("bar") == low("area") == 0
    assert low("line") > 0


def test_alternative_text_states_the_data_in_the_language_of_the_deck():
    def alt(language):
        deck = (
            f"deck: {{language: {language}}}\nslides:\n  - title: x\n"
            "    chart: {title: T, unit: M, values: {a: 1, b: 2.5}}\n"
        )
        (frame,) = (i for i in build_pages(deck).pages[0].items if isinstance(i, ChartFrame))
        return frame.alt

    assert alt("en") == "Column chart: T (M). a 1.0, b 2.5."
    assert alt("ja") == "縦棒グラフ：T（M）。a 1.0、b 2.5。"


def test_small_multiples_share_their_axis():
    deck = (
        "slides:\n  - title: x\n    chart:\n      facets: r\n      x: q\n      y: v\n"
        "      labels: none\n"
        "      data: [{r: N, q: a, v: 1}, {r: N, q: b, v: 2}, {r: S, q: a, v: 90}]\n"
    )
    frames = [i for i in build_pages(deck).pages[0].items if isinstance(i, ChartFrame)]
    assert len(frames) == 2
    assert frames[0].content.left.high == frames[1].content.left.high >= 90


def test_targets_are_named_behind_the_axis_at_the_right_and_all_series_in_the_legend():
    deck = (
        "slides:\n  - title: x\n    chart:\n      type: combo\n      x: q\n"
        "      data: [{q: a, w: 9, e: 12}, {q: b, w: 8, e: 25}]\n"
        "      series: [{key: e, title: East, as: line, axis: right}, {key: w, title: West}]\n"
        "      targets: [{at: 10, label: Plan}]\n"
    )
    (frame,) = (i for i in build_pages(deck).pages[0].items if isinstance(i, ChartFrame))
    texts = frame.content.texts
    assert not overlapping(texts)
    numbers = [text.box.right for text in texts if text.role == "value"]
    (plan,) = (text for text in texts if text.lines == ("Plan",))
    assert plan.box.x >= max(numbers)
    names = [series.name for plot in frame.content.plots for series in plot.series]
    assert names == ["West", "Plan", "East"]
    assert frame.content.hidden == (1,)
