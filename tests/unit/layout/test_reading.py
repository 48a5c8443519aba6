"""Lines of covers stand where they are read on what is behind them."""

from __future__ import annotations

import pytest

from deckgen.colors import Color, contrast
from deckgen.deck import SlideKind
from deckgen.layout.desk import Desk
from deckgen.layout.plan.cover import cover_page
from deckgen.layout.titles.fit import fit_title
from deckgen.pages import TextFrame
from tests.support.desks import desk_on, percent, runs, slide
from tests.support.packages import placeholder, solid

FLAT = 'lIns="0" tIns="0" rIns="0" bIns="0"'
LARGE = '<a:lvl1pPr algn="l"><a:defRPr sz="2400"/></a:lvl1pPr>'
PALE, DARK = "FFFFFF", "101010"


def ground(above: str, edge: int, below: str) -> str:
    """Return a background of two colours, which meet so many percent down the slide."""
    places = ((0, above), (edge, above), (edge + 1, below), (100, below))
    stops = "".join(
        f'<a:gs pos="{at * 1000}"><a:srgbClr val="{rgb}"/></a:gs>' for at, rgb in places
    )
    fill = f'<a:gradFill><a:gsLst>{stops}</a:gsLst><a:lin ang="5400000"/></a:gradFill>'
    return f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"


def lines_on(background: str) -> tuple[float, float, float]:
    """Return where three lines begin and end, whose place goes from 50 to 80, and their size."""
    title = placeholder("ctrTitle", None, (10, 20, 80, 20), body=FLAT)
    lines = placeholder("subTitle", 1, (10, 50, 80, 30), body=FLAT, style=LARGE)
    frame = lines_of(desk_on(title, lines, kind="title", name="Cover", ground=background))
    _, top, _, height = percent(frame.box)
    return top, top + height, frame.levels[0].size.points


def lines_of(desk: Desk) -> TextFrame:
    """Return the frame of three lines on the only layout of a desk."""
    who = (runs("One"), runs("Two"))
    made = slide("A title", kind=SlideKind.TITLE, subtitle=runs("words"), credits=who)
    layout = desk.template.layouts[0]
    fitted = fit_title(made.title, made, layout, desk)
    assert fitted is not None
    page = cover_page(made, layout, fitted.box, desk, fitted.levels[0].size)
    (frame,) = (item for item in page.items if isinstance(item, TextFrame))
    return frame


@pytest.mark.parametrize("edge", [57, 60, 64])
def test_lines_end_above_what_they_are_not_read_on(edge):
    top, bottom, size = lines_on(ground(PALE, edge, DARK))
    assert bottom <= edge
    assert top > 40  # below the title
    assert size >= 14


def test_lines_have_all_of_a_place_on_which_they_are_read():
    assert lines_on(ground(PALE, 50, PALE)) == (50, 80, 24)
    assert lines_on(ground(PALE, 90, DARK)) == (50, 80, 24)


def test_lines_stay_where_no_part_of_their_place_would_do_at_a_good_size():
    assert lines_on(ground(DARK, 60, PALE)) == (50, 80, 24)
    assert lines_on(ground(PALE, 51, DARK)) == (50, 80, 24)


STRIPES = tuple((at, DARK if at // 5 % 2 else PALE) for at in range(0, 100, 5))


def on_stripes(*, fill: str = "") -> TextFrame:
    """Return the lines of a cover that has no place for them, on a ground that is of all shades."""
    stops = "".join(
        f'<a:gs pos="{at * 1000}"><a:srgbClr val="{rgb}"/></a:gs>' for at, rgb in STRIPES
    )
    painted = f'<a:gradFill><a:gsLst>{stops}</a:gsLst><a:lin ang="5400000"/></a:gradFill>'
    title = placeholder("ctrTitle", None, (10, 30, 80, 20), body=FLAT, fill=fill)
    ground = f"<p:bg><p:bgPr>{painted}<a:effectLst/></p:bgPr></p:bg>"
    return lines_of(desk_on(title, kind="title", name="Cover", ground=ground))


def test_lines_without_a_place_have_a_plain_ground_where_nothing_is_read():
    frame = on_stripes()
    assert frame.fill is not None
    assert contrast(frame.paragraphs[0].style.color, frame.fill) >= 4.5
    assert frame.height <= frame.content.height
    assert all(line.width <= frame.content.width for p in frame.paragraphs for line in p.lines)


def test_that_ground_is_the_titles_where_it_has_one():
    assert on_stripes(fill=solid("203040")).fill == Color("203040")


def test_lines_without_a_place_have_no_ground_where_they_are_read():
    title = placeholder("ctrTitle", None, (10, 30, 80, 20), body=FLAT)
    desk = desk_on(title, kind="title", name="Cover", ground=ground(PALE, 90, DARK))
    assert lines_of(desk).fill is None
