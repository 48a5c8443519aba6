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
