"""Content on templates that fill the places for text, as they do with a pale panel on a picture."""

from __future__ import annotations

import pytest

from deckgen.colors import Color, contrast
from deckgen.compiler import Options, build_text
from deckgen.pages import TextFrame
from tests.support.packages import Master, background, layout, placeholder, presentation, solid

GROUND, PANEL = Color("203040"), Color("F4F4F4")
TITLE = placeholder("title", None, (6, 5, 88, 15))
BODY = placeholder(None, 1, (6, 25, 88, 60), fill=solid(PANEL.rgb))


@pytest.fixture
def frames(tmp_path):
    """Return the frames of text below the title of one page, given the rest of its YAML."""
    file = tmp_path / "t.pptx"
    ground = background(GROUND.rgb)
    content = layout(TITLE, BODY, name="Title and Content", kind="obj", ground=ground)
    file.write_bytes(presentation(Master(layouts=(content,))))

    def build(rest: str) -> list[TextFrame]:
        deck = f"deck: {{slide_numbers: false}}\nslides:\n  - title: T\n    {rest}\n"
        build = build_text(deck, options=Options(template=str(file)))
        (page,) = build.pages().pages
        assert not build.sink.has_errors
        found = [item for item in page.items if isinstance(item, TextFrame)]
        return [frame for frame in found if frame.text != "T"]

    return build


def least_contrast(frames, ground):
    return min(
        contrast(run.color or paragraph.style.color, ground)
        for frame in frames
        for paragraph in frame.paragraphs
        for run in paragraph.runs
    )


def test_text_in_the_place_is_read_on_its_fill(frames):
    assert least_contrast(frames("body: ['- One', '- Two']"), PANEL) >= 4.5


@pytest.mark.parametrize(
    "rest",
    [
        "figures: [{value: 1, label: a}, {value: 2, label: b}]",
        "equation: 'a = b'",
    ],
)
def test_what_stands_in_no_place_is_read_on_what_is_behind_the_slide(frames, rest):
    assert least_contrast(frames(rest), GROUND) >= 4.5
