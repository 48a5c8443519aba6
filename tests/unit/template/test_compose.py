"""Pages that a template lacks are composed on what it has."""

from __future__ import annotations

import pytest

from deckgen.template.choose import Purpose, choose
from deckgen.template.model import Layout, Role, Template
from deckgen.template.read import read_template
from tests.support.packages import HEIGHT, WIDTH, Master, layout, placeholder, presentation, shape

TITLE = placeholder("title", None, (5, 5, 90, 15))
LOW_TITLE = placeholder("title", None, (5, 70, 90, 20))


def template(*layouts: str) -> Template:
    return read_template(presentation(Master(layouts=layouts)), "t")


def composed(made: Template, purpose: Purpose):
    choice = choose(made, purpose)
    assert choice is not None
    assert not choice.exact
    return choice.layout


def test_a_blank_layout_gets_the_masters_title():
    made = composed(template(layout()), Purpose.CONTENT)
    title = made.first(Role.TITLE)
    assert title.explicit
    assert title.box.bottom < HEIGHT * 0.25
    assert made.of_role(Role.BODY) == ()


def test_a_low_title_moves_up_for_content():
    made = composed(template(layout(LOW_TITLE)), Purpose.CONTENT)
    assert made.first(Role.TITLE).box.y < HEIGHT * 0.3


def test_a_heading_moves_to_the_middle_for_a_cover():
    made = composed(template(layout(TITLE)), Purpose.TITLE)
    assert made.first(Role.TITLE).box.y > HEIGHT * 0.2


@pytest.mark.parametrize(("heading", "points"), [(18, 32), (24, 36), (40, 43), (54, 54)])
def test_a_composed_cover_has_a_larger_title_than_pages(heading, points):
    style = f'<a:lvl1pPr><a:defRPr sz="{heading * 100}"/></a:lvl1pPr>'
    master = Master(
        layouts=(layout(TITLE),), shapes=(placeholder("title", None, (5, 5, 90, 15), style=style),)
    )
    made = composed(read_template(presentation(master), "t"), Purpose.TITLE)
    assert made.first(Role.TITLE).levels[0].size.points == points


def test_small_text_all_over_a_page_is_no_divider_for_its_being_called_a_title():
    style = '<a:lvl1pPr><a:defRPr sz="1400"/></a:lvl1pPr>'
    whole = placeholder("title", None, (2, 5, 96, 87), style=style)
    for purpose in (Purpose.TITLE, Purpose.SECTION):
        title = composed(template(layout(whole, name="Title and Content")), purpose).first(
            Role.TITLE
        )
        assert title.box.height < HEIGHT * 0.5
        assert title.levels[0].size.points >= 32


def cover_on(*drawn: str, name: str = "Title Slide") -> str:
    """Return the name of the layout on which covers are where one of a name has no places."""
    bare = layout(*drawn, name=name, kind="blank")
    content = layout(TITLE, placeholder(None, 1, (5, 25, 90, 65)), name="Content", kind="obj")
    return composed(template(content, bare), Purpose.TITLE).name


def test_a_cover_is_composed_on_the_design_that_is_named_for_it():
    logo = shape((70, 5, 20, 10))
    assert cover_on(logo) == "Title Slide"
    assert cover_on(logo, name="Blank") == "Content"
    assert cover_on() == "Content"


def test_a_closing_is_not_composed_on_a_back_cover_without_a_place_for_words():
    back = layout(shape((10, 40, 20, 10)), name="Closing", kind="blank")
    content = layout(TITLE, placeholder(None, 1, (5, 25, 90, 65)), name="Content", kind="obj")
    assert composed(template(content, back), Purpose.CLOSING).name == "Content"


def test_a_cover_is_not_composed_where_a_design_leaves_no_room():
    assert cover_on(shape((5, 20, 90, 30)), shape((5, 55, 90, 30))) == "Content"


def test_a_composed_cover_keeps_to_what_is_free():
    drawn = shape((0, 50, 100, 50))
    made = composed(template(layout(TITLE, drawn)), Purpose.SECTION)
    assert made.first(Role.TITLE).box.bottom <= HEIGHT * 0.5


def test_a_heading_on_a_band_stays_there_on_a_cover():
    band = shape((0, 0, 100, 25))
    made = composed(template(layout(band, TITLE)), Purpose.TITLE)
    assert made.first(Role.TITLE).box.y < HEIGHT * 0.1


@pytest.mark.parametrize(("points", "moves"), [(16, True), (32, False)])
def test_a_heading_in_small_text_on_a_bar_leaves_it_on_a_cover(points, moves):
    style = f'<a:lvl1pPr><a:defRPr sz="{points * 100}"/></a:lvl1pPr>'
    heading = placeholder("title", None, (5, 5, 80, 8), style=style)
    made = composed(template(layout(shape((0, 4, 100, 10)), heading)), Purpose.TITLE)
    assert (made.first(Role.TITLE).box.y > HEIGHT * 0.2) is moves


HALF = placeholder(None, 1, (5, 25, 38, 65))


def body_of(*drawn: str, title: str = TITLE) -> tuple[int, int]:
    """Return where the body for content starts and ends, in percent of the slide's width."""
    choice = choose(template(layout(*drawn, title, HALF)), Purpose.CONTENT)
    assert choice is not None
    (body,) = choice.layout.of_role(Role.BODY)
    return round(body.box.x * 100 / WIDTH), round(body.box.right * 100 / WIDTH)


def test_content_that_has_half_a_page_beside_nothing_has_all_of_it():
    assert body_of() == (5, 95)


def test_content_beside_a_short_title_ends_as_far_from_the_edge_as_it_starts():
    assert body_of(title=placeholder("title", None, (5, 5, 40, 15))) == (5, 95)


def test_content_keeps_its_half_beside_what_is_drawn():
    assert body_of(shape((50, 20, 45, 75))) == (5, 43)


def test_content_is_broadened_up_to_a_logo_in_the_corner():
    assert body_of(shape((86, 80, 12, 18))) == (5, 86)


LOW_BODY = placeholder("body", 1, (5, 25, 90, 25))


def depth_of(*drawn: str, body: str = LOW_BODY) -> int:
    """Return where the body for content ends, in percent of the slide's height."""
    choice = choose(template(layout(*drawn, TITLE, body)), Purpose.CONTENT)
    assert choice is not None
    return round(choice.layout.first(Role.BODY).box.bottom * 100 / HEIGHT)


def test_a_low_body_goes_down_to_the_foot_where_nothing_is_below_it():
    assert depth_of() == 93
    assert depth_of(shape((0, 80, 100, 20))) == 78
    assert depth_of(placeholder("ftr", 11, (30, 90, 40, 5))) == 88


def test_a_low_body_keeps_its_height_on_a_card_or_above_something_near():
    assert depth_of(shape((2, 22, 96, 32), "DDDDDD")) == 50
    assert depth_of(shape((0, 55, 100, 20))) == 50


def test_a_body_that_ends_near_the_foot_keeps_its_height():
    assert depth_of(body=placeholder("body", 1, (5, 25, 90, 50))) == 75


def test_a_low_body_keeps_its_height_where_nothing_is_read_below_it():
    stripes = (shape((0, 60, 100, 2), "000000"), shape((0, 62, 100, 38), "FFFFFF"))
    dark = shape((0, 0, 100, 60), "000000")
    assert depth_of(dark, *stripes) == 50


COLUMNS = placeholder(None, 1, (5, 25, 43, 60)), placeholder(None, 2, (52, 25, 43, 60))


def test_content_goes_across_columns_where_nothing_else_has_a_place_for_it():
    made = composed(template(layout(TITLE, *COLUMNS, kind="twoObj")), Purpose.CONTENT)
    (body,) = made.of_role(Role.BODY)
    assert (body.box.x, body.box.right) == (WIDTH * 5 // 100, WIDTH * 95 // 100)


def test_content_crosses_the_lines_of_a_grid_as_columns_do():
    grid = (shape((at, 0, 1, 100)) for at in (20, 35, 49, 65, 80))
    made = composed(template(layout(TITLE, *COLUMNS, *grid)), Purpose.CONTENT)
    assert len(made.of_role(Role.BODY)) == 1


@pytest.mark.parametrize(
    "beside",
    [
        (shape((49, 25, 2, 60)),),
        (placeholder("pic", 3, (5, 86, 90, 8)),),
    ],
)
def test_content_does_not_cross_what_parts_columns_or_belongs_to_them(beside):
    made = composed(template(layout(TITLE, *COLUMNS, *beside)), Purpose.CONTENT)
    assert made.of_role(Role.BODY) == ()


SAMPLES = (shape((5, 5, 90, 12)), shape((5, 20, 42, 70)), shape((50, 20, 45, 70)))


@pytest.mark.parametrize("purpose", [Purpose.CONTENT, Purpose.TITLE, Purpose.SECTION])
def test_what_is_drawn_all_over_a_layout_without_places_is_not_shown(purpose):
    made = composed(template(layout(*SAMPLES)), purpose)
    assert made.bare
    assert made.panels == made.decoration == ()


@pytest.mark.parametrize("drawn", [(TITLE, *SAMPLES), (shape((0, 0, 100, 20)),)])
def test_what_a_layout_draws_is_shown_where_it_has_places_or_room(drawn):
    assert not composed(template(layout(*drawn)), Purpose.CONTENT).bare


LOGO = shape((20, 35, 60, 25))
HEADER = (shape((0, 0, 100, 15), "AA1122"), shape((3, 3, 25, 9)))


def test_of_layouts_without_places_one_that_is_named_for_content_serves_content():
    made = template(layout(LOGO, name="Title slide"), layout(*HEADER, name="Title and content"))
    assert composed(made, Purpose.CONTENT).name == "Title and content"
    assert composed(made, Purpose.QUOTE).name == "Title and content"


def test_of_layouts_whose_names_say_nothing_the_one_with_the_most_room_serves_content():
    made = template(layout(LOGO, name="A"), layout(*HEADER, name="B"), layout(LOGO, name="C"))
    assert composed(made, Purpose.CONTENT).name == "B"


def test_a_composed_title_stands_below_a_header_that_is_drawn_across_its_place():
    title = composed(template(layout(*HEADER)), Purpose.CONTENT).first(Role.TITLE)
    assert HEIGHT * 0.15 <= title.box.y < title.box.bottom < HEIGHT * 0.35
    assert title.box.width > WIDTH * 0.8


def cover_with(*shapes: str, at: tuple[float, float, float, float], size: int = 0) -> Layout:
    """Return what covers are on, with a title in a box beside pages with one at the top."""
    style = f'<a:lvl1pPr><a:defRPr sz="{size * 100}"/></a:lvl1pPr>' if size else ""
    subtitle = placeholder("subTitle", 1, (5, 25, 90, 65))
    cover = layout(placeholder("title", None, at, style=style), subtitle, *shapes, name="Cover")
    content = layout(TITLE, placeholder(None, 1, (5, 25, 90, 65)), name="Content", kind="obj")
    choice = choose(template(cover, content), Purpose.TITLE)
    assert choice is not None
    assert (choice.layout.name, choice.exact) == ("Cover", True)
    return choice.layout


def test_a_cover_that_is_a_page_for_content_under_another_name_is_composed():
    made = cover_with(at=(5, 5, 90, 15))
    title = made.first(Role.TITLE)
    assert title.box.y > HEIGHT * 0.2
    assert (title.box.x, title.box.right) == (round(WIDTH * 0.05), round(WIDTH * 0.95))
    assert made.first(Role.SUBTITLE) is None


@pytest.mark.parametrize(
    ("at", "size", "drawn"),
    [
        ((5, 12, 90, 15), 0, ()),
        ((5, 5, 90, 15), 60, ()),
        ((5, 5, 90, 15), 0, (shape((0, 60, 100, 40)),)),
    ],
)
def test_a_cover_that_differs_from_pages_stays_as_it_is(at, size, drawn):
    made = cover_with(*drawn, at=at, size=size)
    assert made.first(Role.TITLE).box.y == round(HEIGHT * at[1] / 100)


def test_a_composed_cover_starts_at_its_margin_where_something_is_drawn_on_the_axis_of_headings():
    heading = placeholder("title", None, (1, 5, 98, 15))
    bar = shape((0, 25, 4, 50))
    free, blocked = (
        composed(template(layout(heading, *drawn)), Purpose.TITLE).first(Role.TITLE).box
        for drawn in ((), (bar,))
    )
    assert free.x == round(WIDTH * 0.01)
    assert blocked.x > round(WIDTH * 0.04)


def under_a_bar(box: tuple[float, float, float, float], kind: str = "title") -> Layout:
    """Return what covers are on, made of a page whose white title stands on a dark panel."""
    style = '<a:lvl1pPr><a:defRPr sz="2000" b="1"><a:solidFill><a:srgbClr val="FFFFFF"/>'
    style += "</a:solidFill></a:defRPr></a:lvl1pPr>"
    heading = placeholder(kind, None, (5, 3, 60, 12), style=style)
    page = layout(shape(box, "401070"), heading, placeholder(None, 1, (5, 25, 90, 65)))
    return composed(template(page), Purpose.TITLE)


def test_a_cover_leaves_the_bar_of_headings_and_takes_its_colour():
    title = under_a_bar((0, 0, 100, 20)).first(Role.TITLE)
    assert title.box.y > HEIGHT * 0.3
    assert title.levels[0].color.rgb == "401070"


def test_a_cover_keeps_its_title_on_a_panel_that_is_more_than_a_bar():
    title = under_a_bar((0, 0, 100, 50)).first(Role.TITLE)
    assert title.box.y == round(HEIGHT * 0.03)


@pytest.mark.parametrize(("kind", "bold"), [("body", True), ("title", False)])
def test_a_title_that_is_none_to_the_master_keeps_its_style_on_covers(kind, bold):
    title = under_a_bar((0, 0, 100, 20), kind).first(Role.TITLE)
    assert title.levels[0].bold is bold
