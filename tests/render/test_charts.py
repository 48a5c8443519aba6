"""Charts as LibreOffice draws them: no label stands over another.

Run with `pytest -m render`. Needs `soffice` and poppler's `pdftotext`.
"""

from __future__ import annotations

import shutil
from itertools import combinations

import pytest

from deckgen.emit import emit
from deckgen.units import pt
from tests.render.test_report import _draw, _words
from tests.support.building import TEMPLATES, build_pages

pytestmark = pytest.mark.render

REGIONS = {
    "Hokkaido": 52,
    "Tohoku": 31,
    "Kanto": 170,
    "Chubu": 88,
    "Kinki": 95,
    "Chugoku": 41,
    "Shikoku": 23,
    "Kyushu": 67,
    "Okinawa": 12,
    "Seoul": 9,
    "Taipei": 14,
    "Singapore": 33,
}
DECK = f"""
slides:
  - title: Regions
    columns:
      - - chart: {{type: bar, values: {{{", ".join(f"{n}: {v}" for n, v in REGIONS.items())}}}}}
      - The first
      - The second
"""


OTHERS = """
deck: {language: ja}
slides:
  - title: 積み上げ
    chart:
      stack: stacked
      x: 年
      data: [{年: 2024, 太陽光: 12, 風力: 34}, {年: 2025, 太陽光: 18, 風力: 38}]
  - title: 折れ線
    chart:
      type: line
      x: 年
      data: [{年: 2024, 甲: 10, 乙: 30, 丙: 12}, {年: 2025, 甲: 24, 乙: 25, 丙: 24.5}]
  - title: 増減
    chart: {type: waterfall, unit: 億円, values: {前期: 120, 価格: 15, 費用: -145, 為替: 3}}
  - title: ドーナツ
    chart: {type: doughnut, unit: 億円, values: {日本: 52, 欧州: 31, 米州: 17, 他: 2}}
  - title: 目標
    chart:
      type: bar
      values: {研究: 12, 営業: 8, 生産: 21}
      targets: [{at: 10, label: 計画}, {at: 11, label: 前期}]
  - title: 比較
    columns:
      - - chart: {type: bar, values: {北海道: 52, 東北: 31, 関東: 170, 中部: 88, 九州: 67}}
      - - chart: {type: pie, values: {日本: 52, 欧州: 31, 米州: 17}}
      - - chart:
            facets: 組
            x: 期
            y: 額
            data: [{組: 甲, 期: 前, 額: 3}, {組: 甲, 期: 後, 額: 5}, {組: 乙, 期: 前, 額: 4}]
"""


@pytest.mark.parametrize("template", TEMPLATES)
def test_no_word_of_a_chart_stands_over_another(template, tmp_path):
    if shutil.which("soffice") is None or shutil.which("pdftotext") is None:
        pytest.skip("soffice or pdftotext is not installed, so nothing can be drawn")
    tmp_path.joinpath("report.pptx").write_bytes(emit(build_pages(OTHERS, template)).read())
    _draw(tmp_path)
    for words in _words(tmp_path):
        for one, other in combinations(words, 2):
            common = one.box.intersection(other.box)
            assert min(common.width, common.height) <= pt(1.5), (one.text, other.text)


@pytest.mark.parametrize("template", TEMPLATES)
def test_bars_of_twelve_categories_in_a_third_of_a_slide_are_all_told_apart(template, tmp_path):
    if shutil.which("soffice") is None or shutil.which("pdftotext") is None:
        pytest.skip("soffice or pdftotext is not installed, so nothing can be drawn")
    tmp_path.joinpath("report.pptx").write_bytes(emit(build_pages(DECK, template)).read())
    _draw(tmp_path)
    (words,) = _words(tmp_path)
    texts = [word.text for word in words]
    assert [name for name in REGIONS if name not in texts] == []
    assert [value for value in REGIONS.values() if str(value) not in texts] == []
    for one, other in combinations(words, 2):
        common = one.box.intersection(other.box)
        assert min(common.width, common.height) <= pt(0.5), (one.text, other.text)
