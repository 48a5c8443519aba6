"""Texts of charts that stand beside each other are alike, and names end between phrases."""

from __future__ import annotations

from deckgen.charts import ChartFrame
from deckgen.pages import TextFrame
from tests.support.building import build_pages

TIMES = ", ".join(f'{{k: "{number:02}:00 UTC", v: {number}}}' for number in range(9, 18))
FULL = f"{{type: line, title: Share, unit: ms, data: [{TIMES}], x: k}}"
EASY = "{type: column, title: Minutes, unit: ms, values: {a: 1, b: 2}}"


def columns(*charts, on="plain"):
    blocks = ", ".join(f"{{chart: {chart}}}" for chart in charts)
    return build_pages(f"slides:\n  - title: t\n    columns: [{blocks}]\n", on).pages[0].items


def texts(item, role):
    return [text for text in item.content.texts if text.role == role]


def test_titles_and_units_have_one_size_however_full_a_chart_is():
    full, easy = (item for item in columns(FULL, EASY) if isinstance(item, ChartFrame))
    assert texts(full, "category")[0].size < texts(easy, "category")[0].size
    for role in ("title", "unit"):
        assert {text.size for text in texts(full, role)} == {
            text.size for text in texts(easy, role)
        }


def test_a_title_above_a_chart_tells_what_is_counted_behind_it():
    long = EASY.replace("Minutes", "Minutes until the first answer of somebody")
    items = columns(long, EASY)
    frame = next(item for item in items if isinstance(item, TextFrame) and "somebody" in item.text)
    assert frame.text.endswith("somebody (ms)")
    chart = next(item for item in items if isinstance(item, ChartFrame))
    assert not texts(chart, "unit")


def test_a_title_above_a_radar_leaves_its_scale_to_it():
    data = "[{k: a, v: 1}, {k: b, v: 5}, {k: c, v: 3}]"
    title = "How we judge the three ways that are left to us"
    long = f"{{type: radar, title: {title}, data: {data}, x: k}}"
    chart = next(item for item in columns(long, EASY) if isinstance(item, ChartFrame))
    assert [text.lines for text in texts(chart, "unit")] == [("0–5",)]


def test_names_in_japanese_end_between_phrases_or_stand_on_one_line():
    names = ("機能が使いこなせない", "サービス終了・統合", "サポートへの不満", "価格が見合わない")
    values = ", ".join(f"{name}: {number + 1}" for number, name in enumerate(names))
    chart = f"{{type: bar, title: x, values: {{{values}}}}}"
    frame = next(item for item in columns(chart, EASY) if isinstance(item, ChartFrame))
    told = frame.content.categories.labels
    assert tuple(label.replace("\n", "") for label in told) == names
    ends = {part for label in told for part in label.split("\n")[:-1]}
    assert ends <= {"機能が", "サービス", "サービス終了・", "サポートへの", "価格が"}
    shown = [text for text in texts(frame, "category") if len(text.lines) > 1]
    assert all("\n".join(text.lines) in told for text in shown)


def test_labels_at_the_sides_of_a_circle_keep_away_from_the_edges_of_a_chart():
    values = (
        "{誤送信: 41, 紛失・置き忘れ: 23, 不審メールの開封: 18, 設定の誤り: 11, 外部からの攻撃: 7}"
    )
    items = columns(f'{{type: pie, title: x, values: {values}, unit: "%"}}', EASY)
    frame = next(item for item in items if isinstance(item, ChartFrame))
    for text in texts(frame, "label"):
        edge = text.size.emu * 0.7
        assert frame.box.x + edge <= text.box.x
        assert text.box.right <= frame.box.right - edge
