"""Content beside a title that has a column of its own, as some designs have it."""

from __future__ import annotations

import pytest

from tests.support.packages import HEIGHT, WIDTH, layout, placeholder, shape
from tests.support.pages import page_on, title_of

PANEL = shape((5, 25, 30, 45), "993322")
TITLE = placeholder(
    "title", None, (6, 30, 28, 38), style='<a:lvl1pPr><a:defRPr sz="3200"/></a:lvl1pPr>'
)
BODY = placeholder(None, 1, (42, 12, 52, 76), style='<a:lvl1pPr><a:defRPr sz="1800"/></a:lvl1pPr>')
BESIDE = layout(PANEL, TITLE, BODY, name="Title and Content", kind="obj")
BLANK = layout(name="Blank", kind="blank")


@pytest.fixture
def page(tmp_path):
    """Return what builds the one page of a slide, given as the rest of its YAML."""
    return lambda rest: page_on(tmp_path, (BESIDE, BLANK), "Costs", rest)


def content_of(page):
    return [item for item in page.items if item.box != title_of(page).box]


def test_content_stands_beside_a_title_that_has_a_column_of_its_own(page):
    made = page("body: '- One point'")
    assert made.layout.name == "Title and Content"
    assert title_of(made).box.right < min(item.box.x for item in content_of(made))


def test_content_beside_its_title_starts_above_where_that_ends(page):
    made = page("table: [[a, b], [c, d]]")
    assert min(item.box.y for item in content_of(made)) < HEIGHT * 0.2
    assert title_of(made).box.y > HEIGHT * 0.25


def test_what_is_too_wide_to_stand_beside_the_title_stands_below_it(page):
    words = ", ".join(["Responsibility", "Extraordinary", "Characterisation"] * 2)
    made = page(f"table: [[{words}], [{words}]]")
    content = content_of(made)
    assert made.layout.name == "Blank"
    assert min(item.box.y for item in content) >= title_of(made).box.bottom
    assert max(item.box.width for item in content) > WIDTH * 0.8
