"""The parts of a chart: its XML by the schema, its workbook, and what both say."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime

import openpyxl
import pptx
import pytest
from lxml import etree
from openpyxl.utils.datetime import to_excel

from deckgen.blocks.charts.over_categories import overlapping
from deckgen.charts import ChartFrame, Tint
from deckgen.colors import Color
from deckgen.emit import emit
from deckgen.emit.chart_text import tint
from deckgen.emit.xml import DRAWING
from tests.support.building import build_pages
from tests.support.chart_schema import out_of_order, out_of_words
from tests.support.charts import frames_of, said

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
    "bar with targets": f"type: bar, {TABLE}, targets: [{{at: 10, label: Plan}}, 20]",
    "box below zero": "type: box, x: t, y: d,"
    " data: [{t: A, d: -3}, {t: A, d: -9}, {t: B, d: -6}, {t: B, d: 7}]",
    "box of columns": "type: box, data: {A: [1, 2, 5], B: [4, 5, 9]}, highlight: A",
    "waterfall across zero": "type: waterfall, values: {Start: 20, Down: -45, Up: 9}",
    "column stacked": f"type: column, {TABLE}, stack: stacked",
    "area of shares": "type: area, stack: percent, data: [{q: a, A: 1, B: 4}, {q: b, A: 2, B: 3}]",
    "line over dates": "type: line, data: [{d: 2026-01-01, A: 1}, {d: 2026-03-01, A: 2}]",
    "combo": f"{TABLE}, series: [A, {{key: B, as: line, axis: right, error: A}}], targets: [8]",
}


def written(kind):
    keys = TYPES[kind] if TYPES[kind].startswith("type:") else f"type: {kind}, {TYPES[kind]}"
    deck = f"slides:\n  - title: Chart\n    chart: {{{keys}}}\n"
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
    values = [cell.value for (cell,) in found]
    return [to_excel(value) if isinstance(value, datetime) else value for value in values]


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


def columns_of(sheet):
    """Return the columns of a workbook by what stands above them."""
    columns = sheet.iter_cols(values_only=True)
    return [(column[0] or "", list(column[1:])) for column in columns]


@pytest.mark.parametrize("kind", TYPES)
def test_other_programs_list_the_series_as_the_workbook_has_them(kind):
    opened = pptx.Presentation(io.BytesIO(written(kind)))
    frame = next(shape for shape in opened.slides[0].shapes if shape.has_chart)
    series = [series for plot in frame.chart.plots for series in plot.series]
    root, sheet = chart_of(written(kind))
    assert len(series) == len(list(root.iter(f"{C}ser")))
    assert any(list(one.values) for one in series)
    columns = columns_of(sheet)
    for one in series:
        values = [value for value in one.values if value is not None]
        known = [cells for name, cells in columns if name == one.name]
        assert any([cell for cell in cells if cell is not None] == values for cells in known)


@pytest.mark.parametrize(
    ("kind", "name", "values"),
    [
        ("column", "A", [12, 24, -3]),
        ("bar", "B", [14.5, None, 9]),
        ("line", "B", [14.5, None, 9]),
        ("area", "A", [12, 24, -3]),
        ("radar", "B", [14.5, 1, 9]),
        ("pie", "value", [52, 31, 17]),
        ("doughnut", "value", [52, 31, 17]),
        ("scatter", "a", [2, None]),
        ("bubble", "y", [2, 5]),
        ("waterfall", "Increase", [None, 15, None, None]),
        ("funnel", "value", [5200, 1300, 120]),
        ("histogram", "value", [1, 5, 3, 1]),
        ("box", "Q1", [4.5, 6.25]),
        ("combo", "B", [14.5, None, 9]),
        ("line over dates", "A", [1, 2]),
    ],
)
def test_the_workbook_has_the_data_of_the_deck(kind, name, values):
    _, sheet = chart_of(written(kind))
    found = dict(columns_of(sheet))
    assert found[name] == values, found


@pytest.mark.parametrize("kind", TYPES)
def test_parts_have_their_elements_in_the_order_of_the_schema(kind):
    root, _ = chart_of(written(kind))
    assert list(out_of_order(root)) == []


@pytest.mark.parametrize("kind", TYPES)
def test_parts_hold_the_words_of_the_schema(kind):
    root, _ = chart_of(written(kind))
    assert list(out_of_words(root)) == []


def test_words_that_the_schema_lacks_are_found():
    root = etree.fromstring(f'<c:x xmlns:c="{C[1:-1]}"><c:axPos val="b"/><c:axPos val="c"/></c:x>')
    assert list(out_of_words(root)) == ["axPos holds c"]


def test_the_order_of_elements_is_held():
    root = etree.fromstring(f'<c:scaling xmlns:c="{C[1:-1]}"><c:max/><c:orientation/></c:scaling>')
    assert list(out_of_order(root)) != []


@pytest.mark.parametrize("kind", TYPES)
def test_formulas_name_the_cells_that_there_are(kind):
    root, sheet = chart_of(written(kind))
    for formula in root.iter(f"{C}f"):
        name, _, place = formula.text.partition("!")
        assert name == sheet.title
        last = place.replace("$", "").rpartition(":")[2]
        cell = sheet[last]
        assert cell.row <= sheet.max_row
        assert cell.column <= sheet.max_column


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


@pytest.mark.parametrize(
    "color", [Color("487A7B"), Color("112233", "tx1")], ids=["of no theme", "of the theme"]
)
def test_tints_are_elements_whatever_names_their_colour(color):
    xml = tint(Tint(color, 75, 10, 25))
    element = etree.fromstring(f'<x xmlns:a="{DRAWING}">{xml}</x>')[0]
    assert element.get("val") == (color.scheme or color.rgb)
    assert [child.get("val") for child in element] == ["50000", "75000", "10000", "25000"]


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


def test_lines_across_bars_are_in_a_part_of_their_own():
    found = parts(written("bar with targets"))
    shapes = etree.fromstring(found["ppt/drawings/drawing1.xml"])
    assert len(shapes.findall(".//{*}cxnSp")) == 2
    assert [text.text for text in shapes.iter("{*}t")] == ["Plan"]
    relations = found["ppt/charts/_rels/chart1.xml.rels"].decode()
    assert "/chartUserShapes" in relations


def test_a_bar_that_crosses_zero_tells_all_of_its_change():
    (frame,) = frames_of("{type: waterfall, values: {Start: 20, Costs: -60, More: 50}}")
    assert said(frame) == ["20", "−60", "50", "10"]
    root, _ = chart_of(written("waterfall across zero"))
    assert "−45" in {text.text for text in root.iter("{*}t")}


@pytest.mark.parametrize(
    ("chart", "by", "count"),
    [
        (
            "{build: true, data: [{q: a, A: 1, B: 2}, {q: b, A: 3, B: 4}], targets: [2]}",
            "series",
            2,
        ),
        ("{build: true, type: waterfall, values: {a: 1, b: 2}}", "category", 3),
        ("{build: true, type: pie, values: {a: 1, b: 2, c: 1}}", "category", 3),
    ],
)
def test_series_or_categories_appear_one_by_one(chart, by, count):
    deck = f"slides:\n  - title: x\n    chart: {chart}\n"
    slide = parts(emit(build_pages(deck)).read())["ppt/slides/slide1.xml"].decode()
    steps = re.findall(
        r'<a:chart seriesIdx="(-?\d+)" categoryIdx="(-?\d+)" bldStep="(\w+)"/>', slide
    )
    numbers = [str(number) for number in range(count)]
    assert [step[by == "category"] for step in steps] == numbers
    assert {step[by == "series"] for step in steps} == {"-3"}  # all of them
    assert {step[2] for step in steps} == {by}
    assert f'<a:bldChart bld="{by}" animBg="0"/>' in slide


def test_names_that_have_no_room_side_by_side_stand_upwards():
    names = ", ".join(f"A long name of number {number}: {number}" for number in range(1, 25))
    deck = f"slides:\n  - title: Chart\n    chart: {{values: {{{names}}}}}\n"
    root, _ = chart_of(emit(build_pages(deck)).read())
    turned = {body.get("rot") for body in root.findall(f".//{C}catAx//{{*}}bodyPr")}
    assert turned == {str(-90 * 60_000)}


def test_boxes_that_step_back_keep_the_lines_that_tell_their_quarters():
    root, _ = chart_of(written("box of columns"))
    points = root.findall(f".//{C}dPt")
    assert points
    assert all(one.find(f".//{{{DRAWING}}}ln/{{{DRAWING}}}solidFill") is not None for one in points)


@pytest.mark.parametrize("highlight", ["", ", highlight: B"])
def test_an_area_is_seen_through_where_it_may_hide_another(highlight):
    table = "data: {q: [a, b], A: [5, 6], B: [2, 3]}"
    deck = f"slides:\n  - title: T\n    chart: {{type: area, {table}{highlight}}}\n"
    root, _ = chart_of(emit(build_pages(deck)).read())
    alphas = root.findall(f".//{C}ser/{C}spPr/{{{DRAWING}}}solidFill//{{{DRAWING}}}alpha")
    assert len(alphas) == (1 if highlight else 2)
