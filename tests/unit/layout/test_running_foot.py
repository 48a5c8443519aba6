"""What runs along the foot of a deck is on every page, in one place, whatever the layouts lack."""

from __future__ import annotations

import pytest

from deckgen.colors import Color
from deckgen.compiler import build_text
from deckgen.geometry import Rect
from deckgen.layout.deck import lay_out
from deckgen.layout.foot.look import plain_ground
from deckgen.layout.foot.running import NAME
from deckgen.pages import TextFrame
from deckgen.records import replace
from deckgen.template.model import Panel, Role
from deckgen.template.paint import plain
from deckgen.template.read import read_template
from deckgen.text.fonts import NoFonts
from deckgen.text.typesetter import Typesetter
from deckgen.units import pt
from tests.support.invariants import faults, inked
from tests.support.packages import Master, layout, placeholder, presentation, shape, solid

TYPESETTER = Typesetter(NoFonts())
TITLE = placeholder("title", None, (5, 5, 90, 15))
BODY = placeholder("body", 1, (5, 25, 90, 65))
COVER = placeholder("ctrTitle", None, (10, 30, 80, 20))
TITLE_TOP = 6_858_000 * 5 // 100
TITLE_LEFT = 12_192_000 * 5 // 100 + 91_440
"""With the insets that a place has unless it says otherwise."""
FOOTER = placeholder("ftr", 11, (30, 92, 40, 5))
DATE = placeholder("dt", 10, (5, 92, 20, 5))
NUMBER = placeholder("sldNum", 12, (75, 92, 20, 5))

DECK = """\
deck: {language: en, footer: Rivers, date: 2016-11-22}
title: {title: Rivers}
slides:
  - title: Longest
    body: The Nile
  - title: Widest
    body: [Rio de la Plata, Amazon]
  - title: Deepest
    table: [[River, Depth], [Congo, 220]]
  - title: Thank you
"""


def placed(*shapes, deck=DECK, master=(), ground=""):
    layouts = (
        layout(COVER, name="Cover", kind="title"),
        layout(*shapes, name="Content", kind="obj", ground=ground),
        layout(TITLE, name="Title Only", kind="titleOnly"),
    )
    template = read_template(presentation(Master(layouts, shapes=master)), "made", "en-US")
    build = build_text(deck)
    resolved = build.deck()
    assert resolved is not None
    pages = lay_out(resolved, template, TYPESETTER, build.sink)
    assert [d for d in build.sink.sorted() if d.is_error] == []
    assert faults(pages) == []
    return pages.pages


def text_of(page):
    return " ".join(item.text for item in page.items if isinstance(item, TextFrame))


def frame(page, words):
    """Return the frame that says the words."""
    return next(i for i in page.items if isinstance(i, TextFrame) and words in i.text)


def filled(page, role):
    """Return the frame in the layout's place for a role."""
    return next(
        i for i in page.items if isinstance(i, TextFrame) and i.slot and i.slot.role is role
    )


def boxes_with(pages, words):
    """Return the places of what says the words, on all pages."""
    return {
        (inked(item).x, inked(item).bottom)
        for page in pages
        for item in page.items
        if isinstance(item, TextFrame) and words in item.text
    }


@pytest.mark.parametrize(
    "shapes",
    [(), (NUMBER,), (FOOTER,), (DATE,), (FOOTER, NUMBER), (DATE, FOOTER, NUMBER)],
    ids=["none", "number", "footer", "date", "footer-number", "all"],
)
def test_footer_date_and_number_are_on_every_page_with_content(shapes):
    pages = placed(TITLE, BODY, *shapes)
    for number, page in enumerate(pages[1:], start=2):
        assert "Rivers" in text_of(page)
        assert "2016-11-22" in text_of(page)
        assert str(number) in [item.text for item in page.items if isinstance(item, TextFrame)]


@pytest.mark.parametrize("shapes", [(), (NUMBER,), (FOOTER, NUMBER)])
def test_the_footer_stands_in_the_same_place_on_all_pages(shapes):
    pages = placed(TITLE, BODY, *shapes)[1:]
    assert len(boxes_with(pages, "Rivers")) == 1


def test_a_layout_without_a_place_for_footers_borrows_that_of_the_layout_for_content():
    _, content, *_, last = placed(TITLE, BODY, FOOTER, NUMBER)
    own, borrowed = filled(content, Role.FOOTER), frame(last, "Rivers")
    assert borrowed.slot is None
    assert (borrowed.box.x, borrowed.box.y, borrowed.box.width) == (
        own.box.x,
        own.box.y,
        own.box.width,
    )


def test_the_place_of_the_master_serves_where_no_layout_has_one():
    pages = placed(TITLE, BODY, master=(TITLE, BODY, FOOTER))
    assert round(frame(pages[1], "Rivers").box.x / 12_192_000, 2) == 0.30


@pytest.mark.parametrize(("points", "borrowed"), [(8, True), (24, False)])
def test_a_place_is_borrowed_where_its_line_does_not_reach_over_the_title(points, borrowed):
    style = f'<a:lvl1pPr><a:defRPr sz="{points * 100}"/></a:lvl1pPr>'
    above = placeholder("ftr", 11, (5, 1, 60, 3), style=style, body='tIns="0" bIns="0"')
    pages = placed(TITLE, BODY, master=(TITLE, BODY, above))
    assert (frame(pages[1], "Rivers").box.y < TITLE_TOP) == borrowed


@pytest.mark.parametrize(("points", "borrowed"), [(8, True), (24, False)])
def test_a_place_is_borrowed_where_its_line_does_not_reach_up_into_the_title(points, borrowed):
    style = f'<a:lvl1pPr><a:defRPr sz="{points * 100}"/></a:lvl1pPr>'
    flat = 'tIns="0" bIns="0" anchor="b"'
    below = placeholder("ftr", 11, (5, 21, 60, 2), style=style, body=flat)
    pages = placed(TITLE, BODY, master=(TITLE, BODY, below))
    assert (frame(pages[1], "Rivers").box.y < TITLE_TOP * 5) == borrowed


def test_what_has_no_place_stands_on_the_line_of_what_has_one():
    page = placed(TITLE, BODY, NUMBER)[1]
    feet = filled(page, Role.NUMBER), frame(page, "Rivers")
    number, footer = (inked(foot).bottom - foot.levels[0].size.emu * 0.25 for foot in feet)
    assert abs(number - footer) < 12_700


def test_bodies_end_above_what_runs_along_the_foot():
    page = placed(TITLE, placeholder("body", 1, (5, 25, 90, 75)))[1]
    body, footer = filled(page, Role.BODY), frame(page, "Rivers")
    assert (inked(footer).y - body.box.bottom).points >= 11.9


def test_a_layout_that_draws_the_number_is_not_given_another():
    field = '<a:fld id="{0}" type="slidenum"><a:t>1</a:t></a:fld>'
    drawn = (
        '<p:sp><p:nvSpPr><p:cNvPr id="9" name="n"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
        '<a:off x="11000000" y="6400000"/><a:ext cx="900000" cy="300000"/></a:xfrm></p:spPr>'
        f"<p:txBody><a:bodyPr/><a:p>{field}</a:p></p:txBody></p:sp>"
    )
    page = placed(TITLE, BODY, drawn)[1]
    assert "2" not in [item.text for item in page.items if isinstance(item, TextFrame)]


def test_a_footer_too_long_for_the_line_stands_in_lines_above_it():
    long = "Rivers of the world and what flows in them " * 6
    pages = placed(TITLE, BODY, deck=DECK.replace("footer: Rivers", f"footer: {long}"))
    assert all(long.strip() in text_of(page) for page in pages[1:])


def test_what_is_drawn_along_the_foot_is_left_free():
    page = placed(TITLE, BODY, shape((0, 90, 30, 10)))[1]
    for item in page.items:
        assert not item.box.overlaps(page.layout.panels[0].box)


def test_what_runs_along_the_foot_is_not_divided_where_there_is_room_for_some_of_it():
    deck = DECK.replace("footer: Rivers", f"label: Internal, footer: {'Rivers and seas ' * 5}")
    for page in placed(TITLE, BODY, shape((0, 90, 60, 10)), NUMBER, deck=deck)[1:]:
        feet = [item for item in page.items if isinstance(item, TextFrame) and not item.slot]
        (label,) = [foot for foot in feet if "Internal" in foot.text]
        assert "2016-11-22" in label.text


LABELLED = DECK.replace("footer: Rivers", "label: Internal, footer: Rivers")
WIDE = (
    placeholder("dt", 10, (5, 92, 30, 5)),
    placeholder("ftr", 11, (36, 92, 39, 5)),
    placeholder("sldNum", 12, (76, 92, 19, 5)),
)


def test_a_label_stands_in_the_line_of_footers_whose_places_are_wider_than_what_they_say():
    _, *pages = placed(TITLE, BODY, *WIDE, deck=LABELLED)
    for page in pages:
        date, label, footer = (frame(page, said) for said in ("2016", "Internal", "Rivers"))
        bottoms = [inked(foot).bottom.points for foot in (date, label, footer)]
        assert max(bottoms) - min(bottoms) < 3
        assert inked(date).right < label.box.x
        assert not any(label.box.overlaps(foot.box) for foot in (date, footer))


def test_footers_keep_their_places_where_nothing_else_stands_in_the_line():
    page = placed(TITLE, BODY, *WIDE)[1]
    assert filled(page, Role.DATE).box == filled(page, Role.DATE).slot.box


def test_a_number_stands_above_a_bar_that_holds_nothing_but_what_the_template_puts_there():
    faint = 'val="336699"><a:alpha val="50000"/></a:srgbClr>'
    bar = shape((0, 90, 100, 10)).replace('val="336699"/>', faint)
    pages = placed(TITLE, BODY, FOOTER, bar)[1:3]
    for number, page in enumerate(pages, start=2):
        foot = frame(page, str(number))
        assert foot.box.bottom <= 0.9 * page.layout.panels[0].box.bottom
        assert foot.box.right > 0.9 * 12_192_000


def test_a_place_for_notices_on_the_line_of_the_foot_holds_nothing_beside_what_runs_there():
    notice = placeholder("body", 15, (5, 92, 60, 5), text="Legal notice")
    deck = DECK.replace("footer: Rivers", "footer: Rivers, label: Internal")
    pages = placed(TITLE, BODY, NUMBER, notice, deck=deck)
    shown = [item for item in pages[1].items if isinstance(item, TextFrame)]
    assert "Internal  |  Rivers  |  2016-11-22" in [item.text for item in shown]


def test_a_place_for_notices_elsewhere_holds_the_label():
    notice = placeholder("body", 15, (5, 84, 60, 5), text="Legal notice")
    deck = DECK.replace("footer: Rivers", "footer: Rivers, label: Internal")
    pages = placed(TITLE, placeholder("body", 1, (5, 25, 90, 55)), NUMBER, notice, deck=deck)
    assert frame(pages[1], "Internal").slot.role is Role.NOTICE


def striped():
    """Return a background on which no colour is read anywhere across the page."""
    stops = "".join(
        f'<a:gs pos="{at * 5000}"><a:srgbClr val="{"FFFFFF" if at % 2 else "000000"}"/></a:gs>'
        for at in range(21)
    )
    fill = f'<a:gradFill><a:gsLst>{stops}</a:gsLst><a:lin ang="0"/></a:gradFill>'
    return f"<p:bg><p:bgPr>{fill}</p:bgPr></p:bg>"


def test_a_line_hides_no_more_of_what_is_behind_it_than_its_text_needs():
    line = frame(placed(TITLE, BODY, ground=striped())[1], "Rivers")
    assert line.fill is not None
    assert line.box.x < line.content.x
    assert line.content.x == TITLE_LEFT
    assert line.box.right < line.content.x + line.paragraphs[0].lines[0].width + pt(24)


def test_the_ground_of_a_line_is_that_on_which_things_are_drawn():
    box, drawn = (Rect(pt(40), pt(y), pt(200), pt(high)) for y, high in ((490, 20), (500, 2)))
    page = placed(TITLE, BODY)[1].layout
    stroke = Panel(drawn, None, plain(drawn, Color("446688")))
    assert plain_ground(replace(page, panels=(stroke,)), box) == page.background


MARKED = """\
deck: {language: en, label: Internal use only, copyright: © 2026 Rivers}
title: {title: Rivers}
slides:
  - title: Longest
    body: The Nile
"""


def labelled(*cover: str, ink: str = "101010", foot: str = "") -> tuple[TextFrame, ...]:
    """Return the frames of the label on a cover, and on a page of content, by the ink of text.

    The page may have a place at its foot.
    """
    layouts = (layout(*cover, name="Cover", kind="title"), layout(TITLE, BODY, foot, kind="obj"))
    style = f"<a:lvl1pPr><a:defRPr>{solid(ink)}</a:defRPr></a:lvl1pPr>"
    body = placeholder("body", 1, (5, 25, 90, 65), style=style)
    template = read_template(presentation(Master(layouts, (TITLE, body))), "made", "en-US")
    said = "footer: Rivers of the world, label:" if foot else "label:"
    build = build_text(MARKED.replace("label:", said))
    resolved = build.deck()
    assert resolved is not None
    pages = lay_out(resolved, template, TYPESETTER, build.sink)
    assert faults(pages) == []
    return tuple(frame(page, "Internal") for page in pages.pages)


@pytest.mark.parametrize(("across", "far"), [(45, False), (30, True)])
def test_the_label_of_a_cover_is_not_pushed_to_the_right_by_the_footers_of_pages(across, far):
    foot = placeholder("ftr", 11, (5, 92, across, 5), style='<a:lvl1pPr algn="ctr"/>')
    on_cover, _ = labelled(placeholder("ctrTitle", None, (10, 30, 80, 20)), foot=foot)
    assert (inked(on_cover).x > 12_192_000 * 0.3) is far


def test_a_line_that_what_is_drawn_cuts_off_starts_where_the_title_of_a_cover_does():
    flush = '<a:lvl1pPr algn="l"/>'
    title = placeholder("ctrTitle", None, (45, 30, 50, 20), style=flush)
    on_cover, on_page = labelled(title, shape((0, 0, 35, 100)))
    assert inked(on_cover).x == round(12_192_000 * 0.45) + 91_440
    assert inked(on_page).x == TITLE_LEFT


def test_a_label_beside_what_is_drawn_stays_below_the_title_though_pages_have_footers():
    flush = '<a:lvl1pPr algn="l"/>'
    title = placeholder("ctrTitle", None, (47, 30, 48, 20), style=flush)
    foot = placeholder("ftr", 11, (5, 92, 40, 5), style='<a:lvl1pPr algn="ctr"/>')
    on_cover, _ = labelled(title, shape((0, 0, 40, 100)), foot=foot)
    assert inked(on_cover).x == round(12_192_000 * 0.47) + 91_440
    assert on_cover.name == NAME


def test_a_line_that_nothing_cuts_off_starts_on_covers_where_it_does_on_pages():
    flush = '<a:lvl1pPr algn="l"/>'
    on_cover, on_page = labelled(placeholder("ctrTitle", None, (45, 30, 50, 20), style=flush))
    assert inked(on_cover).x == inked(on_page).x


def test_a_label_on_a_dark_cover_has_the_tone_of_its_title():
    white = f'<a:lvl1pPr><a:defRPr sz="4000">{solid("FFFFFF")}</a:defRPr></a:lvl1pPr>'
    title = placeholder("ctrTitle", None, (10, 30, 80, 20), style=white)
    on_cover, on_page = labelled(title, shape((0, 0, 100, 100), "00699A"), ink="487A7B")
    assert on_cover.levels[0].color.rgb == "FFFFFF"
    assert on_page.levels[0].color.rgb != "FFFFFF"
