"""Content on templates that fill the places for text, as they do with a pale panel on a picture."""

from __future__ import annotations

import pytest

from deckgen.colors import Color, contrast
from deckgen.pages import TextFrame
from tests.support.packages import background, layout, placeholder, solid
from tests.support.pages import page_on, title_of

GROUND, PANEL = Color("203040"), Color("F4F4F4")
TITLE = placeholder("title", None, (6, 5, 88, 15))
BODY = placeholder(None, 1, (6, 25, 88, 60), fill=solid(PANEL.rgb))
CONTENT = layout(TITLE, BODY, name="Title and Content", kind="obj", ground=background(GROUND.rgb))
FIGURES = "figures: [{value: 1, label: a}, {value: 2, label: b}]"


@pytest.fixture
def page(tmp_path):
    """Return what builds the one page of a slide, given as the rest of its YAML."""
    return lambda rest: page_on(tmp_path, (CONTENT,), "T", rest)


def frames(page, *, placed):
    """Return the frames of text in the place of the layout, or those that stand in none."""
    found = [item for item in page.items if isinstance(item, TextFrame)]
    return [one for one in found if one is not title_of(page) and (one.slot is not None) is placed]


def least_contrast(frames, ground):
    return min(
        contrast(run.color or paragraph.style.color, ground)
        for frame in frames
        for paragraph in frame.paragraphs
        for run in paragraph.runs
    )


def test_text_in_the_place_is_read_on_its_fill(page):
    assert least_contrast(frames(page("body: ['- One', '- Two']"), placed=True), PANEL) >= 4.5


@pytest.mark.parametrize("rest", [FIGURES, "equation: 'a = b'", "quote: {text: Yes, by: Her}"])
def test_what_stands_in_no_place_is_read_on_what_is_behind_the_slide(page, rest):
    assert least_contrast(frames(page(rest), placed=False), GROUND) >= 4.5


def test_each_is_read_where_text_has_something_below_it_that_is_in_no_place(page):
    made = page(f"body: ['- One', {{{FIGURES}}}]")
    assert least_contrast(frames(made, placed=True), PANEL) >= 4.5
    assert least_contrast(frames(made, placed=False), GROUND) >= 4.5


def test_a_list_in_columns_has_all_of_them_on_what_is_behind_the_slide(page):
    items = ", ".join(f"'- Item {number}'" for number in range(1, 23))
    made = page(f"body: [{items}]")
    assert len(frames(made, placed=False)) == 2
    assert frames(made, placed=True) == []
    assert least_contrast(frames(made, placed=False), GROUND) >= 4.5
