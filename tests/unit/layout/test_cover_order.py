"""A cover says what before who and when, wherever the template's places are."""

from __future__ import annotations

import pytest

from deckgen.compiler import Options, build_text
from deckgen.pages import TextFrame
from tests.support.packages import HEIGHT, Master, layout, placeholder, presentation, shape

COVER = "title: {title: What, subtitle: More, author: Who, date: When}"
SMALL = '<a:lvl1pPr><a:defRPr sz="1600"/></a:lvl1pPr>'


@pytest.fixture
def frames(tmp_path):
    """Return what gives the frames of a deck's first page from top to bottom."""

    def build(deck: str, *shapes: str) -> list[TextFrame]:
        file = tmp_path / "t.pptx"
        cover = layout(*shapes, name="Title Slide", kind="title")
        file.write_bytes(presentation(Master(layouts=(cover,))))
        page = build_text(deck, options=Options(template=str(file))).pages().pages[0]
        found = [item for item in page.items if isinstance(item, TextFrame)]
        assert all(frame.box.bottom <= HEIGHT for frame in found)
        return sorted(found, key=lambda frame: frame.box.y)

    return build


@pytest.fixture
def lines(frames):
    """Return what gives the texts of a deck's first page from top to bottom."""

    def build(deck: str, *shapes: str) -> list[str]:
        return [each.text for frame in frames(deck, *shapes) for each in frame.paragraphs]

    return build


def title(y: float, height: float) -> str:
    return placeholder("ctrTitle", None, (10, y, 80, height))


def line(idx: int, y: float, height: float, kind: str = "subTitle", text: str = "") -> str:
    return placeholder(kind, idx, (10, y, 80, height), style=SMALL, text=text)


def test_credits_do_not_stand_above_the_title(lines):
    found = lines(COVER, line(1, 40, 12), title(53, 18))
    assert found == ["What", "More", "Who", "When"]


def test_a_subtitle_alone_keeps_its_place_above_the_title(lines):
    deck = "title: {title: What, subtitle: More}"
    assert lines(deck, line(1, 40, 12), title(53, 18)) == ["More", "What"]


def test_a_closing_says_thanks_before_it_asks_for_questions(lines):
    deck = "closing: {title: Thanks, subtitle: Questions}"
    assert lines(deck, line(1, 40, 12), title(53, 18)) == ["Thanks", "Questions"]


def test_a_divider_keeps_its_line_above_the_title(lines):
    deck = "slides: [{section: What, subtitle: More}]"
    assert lines(deck, line(1, 40, 12), title(53, 18))[:2] == ["More", "What"]


def test_a_title_on_a_panel_of_its_own_keeps_its_place(lines):
    panel = shape((0, 52, 100, 20), "223344")
    found = lines(COVER, panel, line(1, 40, 12), title(53, 18))
    assert found[-1] == "What"


AUTHOR = line(3, 55, 8, kind="body", text="Name of the author")
OTHER = line(4, 64, 20, kind="body", text="University")


def test_a_subtitle_stands_above_the_authors_where_their_place_comes_first(lines):
    found = lines(COVER, title(20, 30), AUTHOR, OTHER)
    assert found == ["What", "More", "Who", "When"]


def test_authors_have_their_own_place_where_there_is_no_subtitle(lines):
    deck = "title: {title: What, author: Who}"
    assert lines(deck, title(20, 30), AUTHOR, OTHER) == ["What", "Who"]


def test_a_subtitle_without_a_place_stands_above_the_authors_in_theirs(lines):
    assert lines(COVER, title(20, 30), AUTHOR) == ["What", "More", "Who", "When"]


def test_lines_that_have_no_room_on_the_bar_of_their_place_stand_below_it(tmp_path):
    file = tmp_path / "t.pptx"
    bar = shape((0, 30, 100, 7), "223344")
    cover = layout(bar, title(8, 20), line(1, 31, 9), name="Title Slide", kind="title")
    file.write_bytes(presentation(Master(layouts=(cover,))))
    page = build_text(COVER, options=Options(template=str(file))).pages().pages[0]
    frames = [item for item in page.items if isinstance(item, TextFrame)]
    edge = HEIGHT * 37 // 100
    where = {frame.paragraphs[0].text: frame.box for frame in frames}
    assert where["More"].bottom <= edge < where["Who"].y
    assert where["Who"].x == where["More"].x


def test_lines_that_have_room_on_the_bar_of_their_place_stay_together(tmp_path):
    file = tmp_path / "t.pptx"
    bar = shape((0, 30, 100, 30), "223344")
    cover = layout(bar, title(8, 20), line(1, 31, 9), name="Title Slide", kind="title")
    file.write_bytes(presentation(Master(layouts=(cover,))))
    page = build_text(COVER, options=Options(template=str(file))).pages().pages[0]
    frames = [item for item in page.items if isinstance(item, TextFrame)]
    assert [len(frame.paragraphs) for frame in frames] == [1, 3]
    assert frames[1].box.bottom <= HEIGHT * 60 // 100


@pytest.mark.parametrize(("left", "is_beside"), [(89.5, True), (80, False)])
def test_lines_grow_down_beside_what_is_drawn_beside_their_text(frames, left, is_beside):
    logo = shape((left, 63, 9, 30), "223344")
    deck = COVER.replace("Who", "[Who, How, Where]")
    cover = frames(deck, title(20, 20), line(1, 50, 12), logo)
    assert (cover[-1].box.bottom > HEIGHT * 0.63) == is_beside


OUTLINE = '<a:ln><a:solidFill><a:srgbClr val="888888"/></a:solidFill></a:ln>'
FILL = '<a:solidFill><a:srgbClr val="223344"/></a:solidFill>'


def framed(height: float) -> str:
    frame = shape((8, 49, 84, height), "223344").replace(FILL, "<a:noFill/>")
    return frame.replace("</p:spPr>", f"{OUTLINE}</p:spPr>")


def test_lines_stay_in_the_frame_of_their_place_rather_than_to_be_each_on_its_own(frames):
    below = shape((0, 58, 100, 40), "223344")
    cover = frames(COVER, below, framed(7), title(20, 20), line(1, 49.5, 6))
    assert [each.text for each in cover[-1].paragraphs] == ["More", "Who / When"]
    assert HEIGHT * 0.49 <= cover[-1].box.y < cover[-1].box.bottom <= HEIGHT * 0.56


def test_credits_stand_below_the_frame_of_the_subtitle_where_there_is_room(frames):
    cover = frames(COVER, framed(7), title(20, 20), line(1, 49.5, 6))
    assert [each.text for each in cover[-1].paragraphs] == ["Who", "When"]
    assert cover[-1].box.y > HEIGHT * 0.56 > cover[-2].box.bottom


def test_lines_leave_a_frame_that_has_no_room_for_them(frames):
    cover = frames(COVER, framed(2), title(20, 20), line(1, 49, 2))
    assert cover[-1].box.bottom > HEIGHT * 0.51


APART = "<a:lnSpc><a:spcPct val='150000'/></a:lnSpc><a:spcBef><a:spcPts val='1000'/></a:spcBef>"


@pytest.mark.parametrize(("height", "points", "is_closer"), [(50, 16, False), (16, 16, True)])
def test_lines_stand_closer_rather_than_to_be_smaller(frames, height, points, is_closer):
    style = f'<a:lvl1pPr>{APART}<a:defRPr sz="1600"/></a:lvl1pPr>'
    place = placeholder("subTitle", 1, (10, 45, 80, height), style=style)
    level = frames(COVER, title(20, 20), place)[-1].levels[0]
    assert level.size.points == points
    assert (level.line_spacing.lines == 1.1) == is_closer


def test_small_lines_have_a_box_that_is_a_little_higher(frames):
    cover = frames(COVER, title(20, 20), line(1, 45, 8))
    assert cover[-1].paragraphs[0].style.size.points == 16
    assert cover[-1].box.height > HEIGHT * 0.08


@pytest.mark.parametrize("address", ["harbour.master@example.org", "example.org/harbours/water"])
def test_an_address_in_a_line_of_its_own_is_set_smaller_rather_than_cut(tmp_path, address):
    file = tmp_path / "t.pptx"
    place = placeholder("subTitle", 1, (10, 40, 35, 30), style=SMALL.replace("1600", "3600"))
    cover = layout(title(8, 20), place, name="Title Slide", kind="title")
    file.write_bytes(presentation(Master(layouts=(cover,))))
    deck = f"title: {{title: What, subtitle: {address}}}"
    page = build_text(deck, options=Options(template=str(file))).pages().pages[0]
    frames = [item for item in page.items if isinstance(item, TextFrame)]
    assert [len(frame.paragraphs[0].lines) for frame in frames] == [1, 1]


def test_a_low_title_stands_above_the_line_at_the_foot_of_its_place(tmp_path):
    file = tmp_path / "t.pptx"
    drawn = shape((0, 92, 100, 8), "223344")
    low = layout(drawn, placeholder("title", None, (5, 66, 90, 25)), name="Section", kind="secHead")
    file.write_bytes(presentation(Master(layouts=(low,))))
    deck = "deck: {footer: At the foot}\nslides: [{section: Part one}]"
    page = build_text(deck, options=Options(template=str(file))).pages().pages[0]
    boxes = {item.text: item.box for item in page.items if isinstance(item, TextFrame)}
    title, foot = boxes["Part one"], boxes["At the foot"]
    assert title.bottom <= foot.y < foot.bottom <= HEIGHT * 0.92
