"""Links have a colour that is read, and are parted where they are wider than a line."""

from __future__ import annotations

import pytest

from deckgen.colors import Color
from deckgen.content import Link
from deckgen.layout.typeset.links import fitting_links, set_links
from deckgen.layout.typeset.runs import place_runs
from deckgen.records import replace
from deckgen.units import ZERO, pt
from tests.support.desks import SPAN, desk_on, runs
from tests.support.packages import placeholder

STYLE = '<a:lvl1pPr algn="l"><a:defRPr sz="2000"/></a:lvl1pPr>'
DESK = desk_on(placeholder("body", 1, (5, 25, 90, 65), style=STYLE))
LAYOUT = DESK.template.layouts[0]
CONTEXT = DESK.context(LAYOUT, "en", LAYOUT.slots[0])
LEVEL = replace(CONTEXT.text, margin_left=ZERO, margin_right=ZERO, indent=ZERO)
WORDS = " ".join(["words"] * 12)
LINK = Link("https://example.com", SPAN)


def linked(text=WORDS, style=LEVEL, link=LINK, **more):
    return tuple(replace(run, link=link, **more) for run in place_runs(runs(text), style, "en"))


def parts(width, **style):
    changed = replace(LEVEL, **style)
    return [run.text for run in fitting_links(linked(style=changed), changed, width, CONTEXT)]


def test_a_link_that_is_wider_than_a_line_is_parted_between_words():
    found = parts(pt(200))
    assert len(found) > 2
    assert "".join(found) == WORDS
    assert parts(pt(900)) == [WORDS]


@pytest.mark.parametrize("name", ["margin_left", "margin_right", "indent"])
def test_what_is_kept_free_beside_a_line_is_no_room_for_a_link(name):
    assert parts(pt(260), **{name: pt(60)}) == parts(pt(200)) != parts(pt(260))


def test_a_hanging_indent_takes_no_room():
    assert parts(pt(200), indent=-pt(60)) == parts(pt(200))


def test_text_without_links_stays_as_it_is():
    plain = linked(link=None)
    assert fitting_links(plain, LEVEL, pt(200), CONTEXT) is plain
    assert set_links(plain, LEVEL, pt(200), CONTEXT) is plain


BLACK, WHITE, DARK = Color("000000"), Color("FFFFFF"), Color("0000EE")
QUIET = Link("#there", SPAN, quiet=True)


def color(background, text=BLACK, **more):
    """Return the colour of a link on a background; the theme's is a dark blue."""
    context, style = replace(CONTEXT, background=background), replace(LEVEL, color=text)
    (run,) = set_links(linked("a", style, **more), style, pt(900), context)
    return run.color


@pytest.mark.parametrize(
    ("background", "text", "found"),
    [(WHITE, BLACK, None), (BLACK, WHITE, WHITE), (BLACK, Color("000033"), None)],
    ids=["read", "hard to read", "no worse than its text"],
)
def test_a_link_has_the_color_of_its_text_where_its_own_is_harder_to_read(background, text, found):
    assert color(background, text) == found


def test_a_quiet_link_has_the_color_of_its_text_everywhere():
    assert color(WHITE, link=QUIET) == BLACK


@pytest.mark.parametrize("link", [LINK, QUIET])
def test_a_link_keeps_a_color_of_its_own(link):
    assert color(BLACK, WHITE, link=link, color=DARK) == DARK


def test_words_beside_a_link_keep_their_color():
    for link in (LINK, QUIET):
        text = (*linked("a", link=None), *linked("b", link=link))
        style, context = replace(LEVEL, color=WHITE), replace(CONTEXT, background=BLACK)
        found = set_links(text, style, pt(900), context)
        assert [run.color for run in found] == [None, WHITE]
