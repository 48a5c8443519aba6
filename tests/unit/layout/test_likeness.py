"""Pages without a body or a title look like those with content, whatever the template offers."""

from __future__ import annotations

import pytest

from deckgen.compiler import Options, build_text
from tests.support.packages import Master, background, layout, placeholder, presentation, shape

TITLE = placeholder("title", None, (5, 5, 90, 12))
BODY = placeholder(None, 1, (5, 25, 90, 62))
BAR = shape((0, 94, 100, 6), "00AA00")
CONTENT = layout(BAR, TITLE, BODY, name="Content", kind="obj")
CHART = "title: Costs\n    chart: {type: column, values: {a: 1, b: 2}}"
QUOTATION = "body: |\n      > We did not notice.\n      > — Someone"


@pytest.fixture
def layout_of(tmp_path):
    """Return what tells the layout of a slide's one page on a template of content and others."""

    def build(slide: str, *others: str) -> str:
        file = tmp_path / "t.pptx"
        file.write_bytes(presentation(Master(layouts=(CONTENT, *others))))
        deck = f"slides:\n  - {slide}\n"
        (page,) = build_text(deck, options=Options(template=str(file))).pages().pages
        return page.layout.name

    return build


@pytest.mark.parametrize("drawn", [(), (BAR, shape((0, 0, 100, 3), "0000AA"))])
def test_a_chart_is_not_set_on_a_page_that_is_drawn_otherwise(layout_of, drawn):
    other = layout(*drawn, TITLE, name="Title Only", kind="titleOnly")
    assert layout_of(CHART, other) == "Content"


def test_a_chart_has_the_page_with_nothing_but_a_title_that_looks_like_content(layout_of):
    other = layout(BAR, TITLE, name="Title Only", kind="titleOnly")
    assert layout_of(CHART, other) == "Title Only"


@pytest.mark.parametrize("drawn", [{"ground": background("112233")}, {}])
def test_a_quotation_is_not_set_on_a_blank_page_that_looks_otherwise(layout_of, drawn):
    assert layout_of(QUOTATION, layout(name="Blank", kind="blank", **drawn)) == "Content"


@pytest.mark.parametrize(("box", "name"), [((40, 50, 4, 4), "Content"), ((1, 1, 4, 4), "Blank")])
def test_a_blank_page_with_samples_in_the_place_of_content_is_not_taken(layout_of, box, name):
    sample = shape(box, "AA0000")
    assert layout_of(QUOTATION, layout(BAR, sample, name="Blank", kind="blank")) == name


def test_a_quotation_has_the_blank_page_that_looks_like_content(layout_of):
    assert layout_of(QUOTATION, layout(BAR, name="Blank", kind="blank")) == "Blank"
