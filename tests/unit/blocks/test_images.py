"""Pictures in a grid: how many stand side by side, and where all of them stand in their place."""

from __future__ import annotations

import pytest

from deckgen.pages import Picture, TextFrame
from tests.support.packages import layout, placeholder
from tests.support.pages import page_on
from tests.support.pictures import picture

STYLE = '<a:lvl1pPr><a:defRPr sz="1800"/></a:lvl1pPr>'


@pytest.fixture
def page(tmp_path, monkeypatch):
    """Return what builds the page of pictures of one shape in a place of some height."""
    monkeypatch.chdir(tmp_path)

    def built(count, size, height, text=""):
        (tmp_path / "a.png").write_bytes(picture(*size))
        body = placeholder(None, 1, (5, 20, 66, height), style=STYLE)
        made = layout(placeholder("title", None, (5, 2, 90, 12)), body, name="C", kind="obj")
        pictures = ", ".join(["{src: a.png, alt: a}"] * count)
        rest = f"body: [{text}images: [{pictures}]]"
        return page_on(tmp_path, (made,), "T", rest)

    return built


def shown(page):
    return [item.box for item in page.items if isinstance(item, Picture)]


def test_row_without_holes_is_taken_before_a_grid_of_slightly_larger_pictures(page):
    boxes = shown(page(3, (600, 400), 60))
    assert len({box.y for box in boxes}) == 1


def test_grid_with_a_hole_is_taken_where_pictures_are_much_larger(page):
    boxes = shown(page(5, (600, 400), 75))
    assert len({box.y for box in boxes}) == 2


def test_row_of_pictures_stands_right_below_the_text_before_it(page):
    made = page(4, (500, 500), 66, text="One line, ")
    boxes = shown(made)
    text = max((item.box for item in made.items if isinstance(item, TextFrame)), key=lambda b: b.y)
    assert len({box.y for box in boxes}) == 1
    assert min(box.y for box in boxes) - text.bottom < boxes[0].height * 0.2
