"""The lines at the foot of a slide find a band on any layout, clear of all that stands there."""

from __future__ import annotations

import pytest

from deckgen.colors import contrast
from deckgen.compiler import build_text
from deckgen.layout.deck import lay_out
from deckgen.pages import Text
from deckgen.template.model import Role
from deckgen.template.read import read_template
from deckgen.text.fonts import NoFonts
from deckgen.text.typesetter import Typesetter
from tests.support.invariants import faults, inked
from tests.support.packages import Master, background, layout, placeholder, presentation, shape

TYPESETTER = Typesetter(NoFonts())
TITLE = placeholder("title", None, (5, 5, 90, 15))
BODY = placeholder("body", 1, (5, 25, 90, 65))
TITLE_SLIDE = placeholder("ctrTitle", None, (10, 30, 80, 20))
SUBTITLE = placeholder("subTitle", 1, (10, 52, 80, 15))
FOOTER = placeholder("ftr", 11, (30, 92, 40, 5))
NUMBER = placeholder("sldNum", 12, (75, 92, 20, 5))

DECK = """\
deck:
  language: en
  label: Confidential
  copyright: {holder: River Systems, year: 2016}
  footer: Rivers
  trademarks: {place: every}
title: {title: Rivers, subtitle: of the world}
slides:
  - title: One
    source: Own figures
    footnotes: [A note on this]
    body: |
      - text[^1]
      - text
"""

LAYOUTS = {
    "plain": (TITLE, BODY),
    "footers": (TITLE, BODY, FOOTER, NUMBER),
    "body-to-the-edge": (TITLE, placeholder("body", 1, (0, 20, 100, 80)), NUMBER),
    "logo-at-the-left": (TITLE, BODY, shape((2, 80, 20, 18)), NUMBER),
    "logo-at-the-right": (TITLE, BODY, shape((80, 70, 18, 28))),
    "bar-at-the-foot": (TITLE, BODY, shape((0, 93, 100, 7))),
    "bars-on-both-sides": (TITLE, BODY, shape((0, 0, 8, 100)), shape((92, 0, 8, 100))),
    "card": (shape((3, 22, 94, 75), "FFFFFF"), TITLE, BODY),
    "dark": (TITLE, BODY, FOOTER),
    "two-logos": (TITLE, BODY, shape((0, 85, 15, 15)), shape((85, 85, 15, 15)), FOOTER),
}


def placed(*shapes, deck=DECK, ground=""):
    cover = layout(TITLE_SLIDE, SUBTITLE, name="Cover", kind="title", ground=ground)
    content = layout(*shapes, name="Content", kind="obj", ground=ground)
    template = read_template(presentation(Master((cover, content))), "made", "en-US")
    build = build_text(deck)
    resolved = build.deck()
    assert resolved is not None
    pages = lay_out(resolved, template, TYPESETTER, build.sink)
    assert not build.sink.has_errors, build.sink.sorted()
    return pages


def feet(page):
    roles = {Role.NOTICE, Role.LABEL}
    return [
        item
        for item in page.items
        if isinstance(item, Text)
        and (item.name == "Footnotes" or (item.slot is not None and item.slot.role in roles))
    ]


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_band_meets_nothing_and_can_be_read(name):
    pages = placed(*LAYOUTS[name], ground=background("101010") if name == "dark" else "")
    assert faults(pages) == []
    for page in pages.pages:
        (foot,) = feet(page)
        assert foot is page.items[-1]
        others = [item.box for item in page.items if item is not foot]
        drawn = [panel.box for panel in page.layout.panels if not panel.box.contains(foot.box)]
        for box in (*others, *drawn):
            assert box.intersection(inked(foot)).area == 0
        for paragraph in foot.paragraphs:
            assert paragraph.style.size >= 800
            assert contrast(paragraph.style.color, page.layout.ground(foot.box)) >= 4.5


def test_lines_stand_in_a_defined_order():
    (foot,) = feet(placed(*LAYOUTS["plain"]).pages[1])
    assert [paragraph.text.split()[0] for paragraph in foot.paragraphs] == [
        "Confidential",
        "1",
        "Source:",
        "Company",
        "©",
    ]


def test_the_label_stands_in_the_place_that_the_template_has_for_it():
    place = placeholder("body", 13, (70, 0, 25, 6), name="Confidential label")
    page = placed(TITLE, BODY, place).pages[1]
    label, foot = feet(page)
    assert (label.slot.role, label.text) == (Role.LABEL, "Confidential")
    assert "Confidential" not in foot.text
    assert page.items[-2:] == (label, foot)


def test_the_label_stands_in_the_band_where_its_place_is_too_small():
    place = placeholder("body", 13, (70, 1, 25, 2), name="Confidential label")
    (foot,) = feet(placed(TITLE, BODY, place).pages[1])
    assert "Confidential" in foot.text


def test_the_lines_stand_in_the_place_that_the_template_has_for_notices():
    place = placeholder("body", 13, (5, 76, 90, 15), name="Legal notice")
    (foot,) = feet(placed(TITLE, placeholder("body", 1, (5, 25, 90, 45)), place).pages[1])
    assert foot.slot.role is Role.NOTICE


def test_a_place_that_is_too_small_is_left_alone():
    place = placeholder("body", 13, (5, 88, 90, 3), name="Legal notice")
    (foot,) = feet(placed(TITLE, BODY, place).pages[1])
    assert foot.slot is None


def test_bodies_end_above_the_band():
    without = placed(*LAYOUTS["body-to-the-edge"], deck="slides: [{title: One, body: text}]")
    within = placed(*LAYOUTS["body-to-the-edge"])
    bodies = [
        next(i for i in page.items if isinstance(i, Text) and i.slot and i.slot.role is Role.BODY)
        for page in (without.pages[0], within.pages[1])
    ]
    (foot,) = feet(within.pages[1])
    assert bodies[1].box.bottom < bodies[0].box.bottom
    assert bodies[1].box.bottom <= foot.box.y


def test_more_than_a_third_of_a_slide_is_too_much():
    notice = "word " * 900
    deck = f"deck: {{language: en, trademarks: {{notice: {notice}, place: every}}}}\n"
    build = build_text(deck + "slides: [{title: One, body: text}]\n")
    build.pages()
    assert [d.code.slug for d in build.sink.sorted() if d.is_error] == ["text-overflow"]


def test_a_band_on_a_ground_that_may_be_a_gradient_is_filled():
    page = placed(*LAYOUTS["plain"], ground=background("808080")).pages[1]
    (foot,) = feet(page)
    assert foot.fill == page.layout.ground(foot.box)


def test_a_band_on_a_pale_or_dark_ground_is_not_filled():
    for color in ("FFFFFF", "102030"):
        (foot,) = feet(placed(*LAYOUTS["plain"], ground=background(color)).pages[1])
        assert foot.fill is None
