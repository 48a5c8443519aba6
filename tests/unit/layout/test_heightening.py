"""A cover's title that would be small in its place has two lines where there is room for them."""

from __future__ import annotations

import pytest

from deckgen.compiler import Options, build_text
from deckgen.pages import TextFrame
from deckgen.template.model import Role
from tests.support.packages import HEIGHT, Master, layout, placeholder, presentation, shape

LONG = "A long title that says all there is to say of the third quarter by region"
FLAT = 'lIns="0" tIns="0" rIns="0" bIns="0" anchor="b"'
LARGE = '<a:lvl1pPr algn="l"><a:defRPr sz="4400"/></a:lvl1pPr>'
SMALL = '<a:lvl1pPr algn="l"><a:defRPr sz="2000"/></a:lvl1pPr>'
TITLE = placeholder("ctrTitle", None, (8, 50, 84, 10), body=FLAT, style=LARGE)
SUBTITLE = placeholder("subTitle", 1, (8, 61, 84, 10), body=FLAT, style=SMALL)


@pytest.fixture
def cover(tmp_path):
    """Return what sets a title on a cover on which other things are drawn, and gives its frame."""

    def build(title: str, *drawn: str, alone: bool = False) -> TextFrame:
        file = tmp_path / "t.pptx"
        made = layout(*drawn, TITLE, SUBTITLE, name="Title Slide", kind="title")
        file.write_bytes(presentation(Master(layouts=(made,))))
        deck = f"title: {{title: '{title}', subtitle: Below}}\n"
        deck = f"slides: [{{title: '{title}'}}]\n" if alone else deck
        page = build_text(deck, options=Options(template=str(file))).pages().pages[0]
        frames = (item for item in page.items if isinstance(item, TextFrame))
        return next(frame for frame in frames if frame.slot and frame.slot.role is Role.TITLE)

    return build


def lines(frame: TextFrame) -> int:
    return len(frame.paragraphs[0].lines)


def test_a_long_title_has_two_large_lines_where_nothing_is_above_it(cover):
    frame = cover(LONG)
    assert lines(frame) == 2
    assert frame.levels[0].size >= 3300
    assert frame.box.y < HEIGHT * 0.5
    assert HEIGHT * 0.58 < frame.box.bottom <= HEIGHT * 0.6


def test_a_title_alone_is_as_large_as_on_a_cover(cover):
    assert cover(LONG, alone=True).levels[0].size == cover(LONG).levels[0].size


def test_a_short_title_stays_in_its_place(cover):
    assert round(cover("Short").box.y * 100 / HEIGHT) == 50


def test_a_title_grows_over_nothing_that_is_drawn_above_it(cover):
    frame = cover(LONG, shape((8, 30, 40, 18), "336699"))
    assert frame.box.y >= HEIGHT * 0.48


def test_a_title_keeps_to_the_bar_that_is_made_for_it(cover):
    frame = cover(LONG, shape((0, 49, 100, 12), "DDEEFF"))
    assert frame.box.y >= HEIGHT * 0.49


def test_a_title_keeps_to_the_frame_it_stands_in(cover):
    frame = '<a:ln w="9525"><a:solidFill><a:srgbClr val="808080"/></a:solidFill></a:ln>'
    outlined = shape((6, 46, 88, 15)).replace("</p:spPr>", f"{frame}</p:spPr>")
    assert cover(LONG, outlined).box.y >= HEIGHT * 0.46


@pytest.mark.parametrize(("top", "above", "least"), [(46, 20, 46), (20, 48, 48), (20, 22, 0)])
def test_a_title_grows_in_its_frame_as_far_as_what_is_drawn_in_it(top, above, least, cover):
    plain = shape((6, top, 88, 60.3 - top))
    start, stop = plain.index("<a:solidFill>"), plain.index("</a:solidFill>")
    frame = plain[:start] + "<a:pattFill/>" + plain[stop + len("</a:solidFill>") :]
    framed = cover(LONG, frame, shape((8, above - 9, 40, 9), "336699"))
    assert framed.box.y >= HEIGHT * least / 100
    assert (framed.box.y < HEIGHT * 0.46) is (least < 46)
    assert framed.box.bottom <= HEIGHT * 0.603
