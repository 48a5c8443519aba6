"""Content above a title that stands below it, as some designs have it."""

from __future__ import annotations

import pytest

from deckgen.compiler import Options, build_text
from tests.support.packages import HEIGHT, Master, layout, placeholder, presentation
from tests.support.pages import page_on, title_of

LARGE, SMALL = (f'<a:lvl1pPr><a:defRPr sz="{size}"/></a:lvl1pPr>' for size in (3200, 1800))
TITLE = placeholder("title", None, (6, 66, 70, 22), style=LARGE)
BODY = placeholder(None, 1, (6, 10, 70, 52), style=SMALL)
BELOW = layout(TITLE, BODY, name="Title and Content", kind="obj")
ALONE = layout(TITLE, name="Title Only", kind="titleOnly")


@pytest.fixture
def page(tmp_path):
    """Return what builds the one page of a slide, given its title and the rest of its YAML."""
    return lambda title, rest: page_on(tmp_path, (BELOW, ALONE), title, rest)


@pytest.mark.parametrize(
    "rest",
    [
        "body: '- One point'",
        "table: [[a, b], [c, d]]",
        "figures: [{value: 1, label: a}, {value: 2, label: b}]",
        "chart: {type: bar, values: {a: 1, b: 2}}",
    ],
)
def test_content_keeps_its_place_above_the_title(page, rest):
    made = page("Costs", rest)
    content = [item for item in made.items if item is not title_of(made)]
    assert min(item.box.y for item in content) < HEIGHT * 0.5
    assert max(item.box.bottom for item in content) <= title_of(made).box.y


def test_a_long_title_below_the_content_does_not_grow_over_it(page):
    made = page("Costs " + "and what they are made of " * 12, "body: '- One point'")
    assert title_of(made).box.y >= HEIGHT * 0.66


def test_content_without_a_title_starts_below_a_footer_at_the_head_of_the_slide(tmp_path):
    footer = placeholder("ftr", 11, (6, 3, 40, 5))
    titled = layout(TITLE, BODY, footer, name="Title and Content", kind="obj")
    blank = layout(name="Blank", kind="blank")
    file = tmp_path / "made.pptx"
    file.write_bytes(presentation(Master(layouts=(titled, blank))))
    deck = "deck: {footer: Rivers}\nslides:\n  - body: One sentence.\n"
    build = build_text(deck, options=Options(template=str(file)))
    (page,) = build.pages().pages
    boxes = {item.text: item.box for item in page.items if item.text}
    assert not build.sink.has_errors
    assert boxes["Rivers"].bottom < HEIGHT * 0.1
    assert boxes["Rivers"].bottom < boxes["One sentence."].y < HEIGHT * 0.5
