"""Text beside a picture that is narrower than its column: the text has what the picture leaves."""

from __future__ import annotations

import pytest

from deckgen.compiler import Options, build_text
from deckgen.pages import Picture, TextFrame
from tests.support.packages import WIDTH, Master, layout, placeholder, presentation, shape
from tests.support.pages import title_of
from tests.support.pictures import picture

DECK = "deck: {slide_numbers: false, layouts: {two_contents: Two}}\n"
INSET = 91_440
TITLE = placeholder("title", None, (5, 5, 90, 15))
STYLE = '<a:lvl1pPr><a:defRPr sz="1800"/></a:lvl1pPr>'
COLUMNS = (
    placeholder(None, 1, (5, 25, 43, 65), style=STYLE),
    placeholder(None, 2, (52, 25, 43, 65), style=STYLE),
)
CONTENT = layout(
    TITLE, placeholder(None, 1, (5, 25, 90, 65), style=STYLE), name="Content", kind="obj"
)
TWO = layout(TITLE, *COLUMNS, name="Two", kind="twoObj")
RULED = layout(TITLE, *COLUMNS, shape((49.8, 25, 0.4, 65)), name="Two", kind="twoObj")
TEXT = "- Who wrote the runbook that saved us forty minutes"
PORTRAIT = "![portrait](tall.png)"
WIDE = "![hall](wide.png)"


@pytest.fixture
def page(tmp_path, monkeypatch):
    """Return what builds the page of a body of two parts on a layout for columns."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tall.png").write_bytes(picture(300, 600))
    (tmp_path / "wide.png").write_bytes(picture(800, 600))

    def built(first, second, two=TWO):
        (tmp_path / "made.pptx").write_bytes(presentation(Master(layouts=(CONTENT, two))))
        deck = f"{DECK}slides:\n- title: T\n  body: |\n    {first}\n\n    {second}\n"
        build = build_text(deck, options=Options(template=str(tmp_path / "made.pptx")))
        (page,) = build.pages().pages
        assert page.layout.name == "Two"
        return page

    return built


def parts(page):
    (shown,) = (item for item in page.items if isinstance(item, Picture))
    texts = [item for item in page.items if isinstance(item, TextFrame)]
    (text,) = (item for item in texts if item is not title_of(page))
    return text, shown


def test_portrait_stands_at_the_margin_and_text_has_the_rest(page):
    text, shown = parts(page(TEXT, PORTRAIT))
    assert shown.box.right == pytest.approx(WIDTH * 0.95, abs=INSET)
    assert text.box.width > WIDTH * 0.5
    assert text.box.right < shown.box.x
    assert len(text.paragraphs[0].lines) == 1


def test_text_starts_where_a_portrait_before_it_leaves_room(page):
    text, shown = parts(page(PORTRAIT, TEXT))
    assert shown.box.x == pytest.approx(WIDTH * 0.05, abs=INSET)
    assert text.box.right == pytest.approx(WIDTH * 0.95, abs=1)
    assert shown.box.right < text.box.x < WIDTH * 0.5


def test_picture_that_fills_its_column_leaves_the_text_in_its_place(page):
    text, shown = parts(page(TEXT, WIDE))
    assert text.box.width == pytest.approx(WIDTH * 0.43, abs=1)
    assert shown.box.width == pytest.approx(WIDTH * 0.43, rel=0.05)


def test_text_stays_on_its_side_of_a_rule_between_columns(page):
    text, shown = parts(page(TEXT, PORTRAIT, RULED))
    assert text.box.width == pytest.approx(WIDTH * 0.43, abs=1)
    assert shown.box.x == pytest.approx(WIDTH * 0.52, rel=0.05)


def test_text_that_would_end_in_runts_gets_some_of_the_width_of_the_picture(page):
    """A word of two letters has a line of its own in the column, unless that is a bit wider."""
    for count in range(20, 60):
        text, shown = parts(page(f"- {'n' * count} to", WIDE))
        if text.box.width > WIDTH * 0.44:
            break
    else:
        pytest.fail("no text needs a wider column")
    assert len(text.paragraphs[0].lines) == 1
    assert text.box.right < shown.box.x
    assert shown.box.width > WIDTH * 0.43 * 0.8


def test_a_picture_before_text_that_would_end_in_runts_gives_it_some_of_its_width(page):
    for count in range(20, 60):
        text, shown = parts(page(WIDE, f"- {'n' * count} to"))
        if text.box.width > WIDTH * 0.44:
            break
    else:
        pytest.fail("no text needs a wider column")
    assert len(text.paragraphs[0].lines) == 1
    assert text.box.right == pytest.approx(WIDTH * 0.95, abs=1)
    assert shown.box.x == pytest.approx(WIDTH * 0.05, abs=INSET)
    assert shown.box.right < text.box.x
