"""Small print is read on whatever is behind it, in the colours of the theme where these are."""

from __future__ import annotations

import pytest

from deckgen.colors import Color
from deckgen.content import Link
from deckgen.deck import FootnoteKind
from deckgen.geometry import Rect
from deckgen.layout.foot.look import colored, plain_ground
from deckgen.layout.foot.running import kinds_in_one, run_along
from deckgen.records import replace
from deckgen.template.paint import Paint
from deckgen.units import ZERO
from tests.support.desks import SPAN, desk_on
from tests.unit.layout.test_small_print import BODY, PLAIN, TITLE, line

DESK = desk_on(TITLE, BODY)
LAYOUT = DESK.template.layouts[0]
THEME = DESK.template.theme_of(LAYOUT)
WHITE, BLACK, GREEN = Color("FFFFFF"), Color("000000"), Color("004000")
INK, PALE, RED = (THEME.color(name) for name in ("tx1", "bg2", "accent1"))
LINES = line(FootnoteKind.LABEL, "Internal"), line(FootnoteKind.FOOTER, "Rivers")


def colors(*shades, **change):
    """Return the colour of a line on shades, and of the label and the footer in it.

    `change` is what is otherwise of the footer's run.
    """
    found = run_along(LINES, PLAIN.around, LAYOUT, DESK, ())
    assert found is not None
    (paragraph,) = found.frame.paragraphs
    changed = tuple(
        replace(run, **change) if run.text == "Rivers" else run for run in paragraph.runs
    )
    frame = replace(found.frame, paragraphs=(replace(paragraph, runs=changed),))
    made = colored(frame, (kinds_in_one(LINES),), shades, THEME)
    (paragraph,) = made.paragraphs
    assert {level.color for level in made.levels} == {paragraph.style.color}
    label, *_, footer = paragraph.runs
    return paragraph.style.color, label.color, footer.color


def test_text_keeps_its_color_where_that_is_read_and_has_another_elsewhere():
    assert colors(WHITE)[0] == INK
    assert colors(BLACK)[0] == PALE


def test_a_label_has_the_accent_of_the_theme_where_that_is_read():
    """Red is read on black, and not on white."""
    assert colors(BLACK)[1] == RED
    assert colors(WHITE)[1] is None
    assert colors(BLACK, WHITE)[1] is None


@pytest.mark.parametrize(("shade", "kept"), [(WHITE, True), (BLACK, False)])
def test_words_with_a_color_of_their_own_keep_it_where_it_is_read(shade, kept):
    assert colors(shade, color=GREEN)[2] == (GREEN if kept else None)
    assert colors(shade)[2] is None


@pytest.mark.parametrize(("shade", "color"), [(WHITE, None), (BLACK, PALE)])
def test_a_link_has_the_color_of_links_where_that_is_read_and_else_that_of_its_line(shade, color):
    link = Link("https://example.com", SPAN)
    assert colors(shade, link=link)[2] == color
    assert colors(shade, link=link, color=GREEN)[2] == color


BOX = Rect(ZERO, ZERO, DESK.template.slide_size.width, DESK.template.slide_size.height)


def ground(*shades, background="FF0000"):
    """Return the ground for text on a picture of some shades, on a page of a colour."""
    pairs = tuple((Color(one), Color(other)) for one, other in shades)
    page = replace(LAYOUT, panels=(), background=Color(background), paint=Paint(BOX, pairs))
    return plain_ground(page, BOX).rgb


def test_a_plain_ground_is_the_mean_of_what_is_there():
    assert ground(("000000", "FFFFFF")) in {"7F7F7F", "808080"}
    assert ground(("000000", "000000"), ("FFFFFF", "000000")) in {"3F3F3F", "404040"}


@pytest.mark.parametrize(("pale", "alike"), [("F8F8F8", True), ("E8E8E8", False)])
def test_a_plain_ground_is_that_of_the_page_where_some_of_it_shows(pale, alike):
    assert (ground(("202020", pale), background="FFFFFF") == "FFFFFF") is alike


def test_a_plain_ground_is_that_of_the_page_where_nothing_is_known_of_what_is_there():
    assert ground() == "FF0000"
