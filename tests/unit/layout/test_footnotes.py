"""The lines at the foot of a slide find a band on any layout, clear of all that stands there."""

from __future__ import annotations

import pytest

from deckgen.colors import contrast
from deckgen.compiler import build_text
from deckgen.layout.deck import lay_out
from deckgen.pages import TextFrame
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

FTR = Role.FOOTER
NAMES = {"Footnotes", "Footer"}

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


def made(*shapes, deck=DECK, ground=""):
    cover = layout(TITLE_SLIDE, SUBTITLE, name="Cover", kind="title", ground=ground)
    content = layout(*shapes, name="Content", kind="obj", ground=ground)
    template = read_template(presentation(Master((cover, content))), "made", "en-US")
    build = build_text(deck)
    resolved = build.deck()
    assert resolved is not None
    return lay_out(resolved, template, TYPESETTER, build.sink), build.sink


def placed(*shapes, deck=DECK, ground=""):
    pages, sink = made(*shapes, deck=deck, ground=ground)
    assert not sink.has_errors, sink.sorted()
    return pages


def diagnostics(*shapes, deck):
    return made(*shapes, deck=deck)[1].sorted()


def feet(page):
    roles = {Role.NOTICE, Role.LABEL}
    return [
        item
        for item in page.items
        if isinstance(item, TextFrame)
        and (item.name in NAMES if item.slot is None else item.slot.role in roles)
    ]


def runs(page):
    """Return what runs along the foot of a page, and where."""
    (line,) = [
        i for i in page.items if isinstance(i, TextFrame) and i.name == "Footer" and not i.slot
    ]
    return line


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_band_meets_nothing_and_can_be_read(name):
    pages = placed(*LAYOUTS[name], ground=background("101010") if name == "dark" else "")
    assert faults(pages) == []
    for page in pages.pages:
        assert feet(page) == list(page.items[-len(feet(page)) :])
        for foot in feet(page):
            others = [inked(item) for item in page.items if item is not foot]
            drawn = [panel.box for panel in page.layout.panels if not panel.box.contains(foot.box)]
            for box in (*others, *drawn):
                assert not box.overlaps(inked(foot))
            for paragraph in foot.paragraphs:
                assert paragraph.style.size >= 800
                assert contrast(paragraph.style.color, page.layout.backdrop(foot.box)) >= 4.5


def test_lines_stand_in_a_defined_order():
    page = placed(*LAYOUTS["plain"]).pages[1]
    line, band = feet(page)
    assert [part.split()[0] for part in line.text.split("  |  ")] == [
        "Confidential",
        "Rivers",
        "©",
        "Company",
    ]
    assert [paragraph.text.split()[0] for paragraph in band.paragraphs] == ["1", "Source:"]
    assert line.box.y >= band.box.bottom


def test_the_label_stands_in_the_place_that_the_template_has_for_it():
    place = placeholder("body", 13, (70, 0, 25, 6), name="Confidential label")
    page = placed(TITLE, BODY, place).pages[1]
    label, *others = feet(page)
    assert (label.slot.role, label.text) == (Role.LABEL, "Confidential")
    assert all("Confidential" not in other.text for other in others)
    assert page.items[-len(others) :] == tuple(others)


def test_the_label_runs_along_the_foot_where_its_place_is_too_small():
    place = placeholder("body", 13, (70, 1, 25, 2), name="Confidential label")
    assert runs(placed(TITLE, BODY, place).pages[1]).text.startswith("Confidential")


def test_the_lines_stand_in_the_place_that_the_template_has_for_notices():
    place = placeholder("body", 13, (5, 76, 90, 15), name="Legal notice")
    _, foot = feet(placed(TITLE, placeholder("body", 1, (5, 25, 90, 45)), place).pages[1])
    assert foot.slot.role is Role.NOTICE


def test_a_place_that_is_too_small_is_left_alone():
    place = placeholder("body", 13, (5, 88, 90, 3), name="Legal notice")
    assert all(foot.slot is None for foot in feet(placed(TITLE, BODY, place).pages[1]))


def test_bodies_end_above_the_band():
    without = placed(*LAYOUTS["body-to-the-edge"], deck="slides: [{title: One, body: '- text'}]")
    within = placed(*LAYOUTS["body-to-the-edge"])
    bodies = [
        next(
            i
            for i in page.items
            if isinstance(i, TextFrame) and i.slot and i.slot.role is Role.BODY
        )
        for page in (without.pages[0], within.pages[1])
    ]
    *_, foot = feet(within.pages[1])
    assert bodies[1].box.bottom < bodies[0].box.bottom
    assert bodies[1].box.bottom <= foot.box.y


def test_more_than_a_third_of_a_slide_is_too_much():
    notice = "word " * 900
    deck = f"deck: {{language: en, trademarks: {{notice: {notice}, place: every}}}}\n"
    build = build_text(deck + "slides: [{title: One, body: text}]\n")
    build.pages()
    assert [d.code.slug for d in build.sink.sorted() if d.is_error] == ["text-overflow"]


def gradient(*colors):
    stops = "".join(f'<a:gs pos="0"><a:srgbClr val="{color}"/></a:gs>' for color in colors)
    return f"<p:bg><p:bgPr><a:gradFill><a:gsLst>{stops}</a:gsLst></a:gradFill></p:bgPr></p:bg>"


def test_a_band_is_filled_where_no_colour_is_read_on_all_that_is_behind_it():
    *_, foot = feet(placed(*LAYOUTS["plain"], ground=gradient("FFFFFF", "000000")).pages[1])
    assert foot.fill is not None
    assert contrast(foot.levels[0].color, foot.fill) >= 4.5


def test_a_band_on_a_gradient_of_like_colours_is_not_filled():
    *_, foot = feet(placed(*LAYOUTS["plain"], ground=gradient("102030", "304050")).pages[1])
    assert foot.fill is None


def test_a_band_on_a_middling_ground_is_black_or_white():
    *_, foot = feet(placed(*LAYOUTS["plain"], ground=background("777777")).pages[1])
    assert foot.levels[0].color.rgb in {"000000", "FFFFFF"}


def test_a_label_has_the_accent_of_the_theme_only_where_that_is_read():
    line = runs(placed(*LAYOUTS["plain"], ground=background("000000")).pages[1])
    assert line.paragraphs[0].runs[0].color.scheme == "accent1"
    assert line.paragraphs[0].runs[1].color is None
    line = runs(placed(*LAYOUTS["plain"], ground=background("FF0000")).pages[1])
    assert line.paragraphs[0].runs[0].color is None


def test_the_band_stands_above_a_bar_that_is_high_enough_for_it():
    page = placed(TITLE, placeholder("body", 1, (5, 25, 90, 50)), shape((0, 80, 100, 15))).pages[1]
    *_, foot = feet(page)
    assert foot.box.bottom <= page.layout.panels[0].box.y


def test_the_band_is_in_line_with_the_text_above_it():
    page = placed(*LAYOUTS["footers"]).pages[1]
    *_, foot = feet(page)
    assert foot.box.x == page.layout.first(Role.BODY).content.x


def test_the_band_stands_above_a_footer_of_several_lines():
    deck = DECK.replace("footer: Rivers", f"footer: {'Rivers of the world ' * 13}")
    page = placed(*LAYOUTS["footers"], deck=deck).pages[1]
    *_, foot = feet(page)
    footer = next(
        i for i in page.items if isinstance(i, TextFrame) and i.slot and i.slot.role is FTR
    )
    assert footer.box.height > footer.slot.box.height
    assert foot.box.bottom <= footer.box.y


def test_a_footer_that_fits_nowhere_is_reported_once():
    deck = DECK.replace("footer: Rivers", f"footer: {'Rivers of the world ' * 60}")
    errors = [d for d in diagnostics(*LAYOUTS["footers"], deck=deck) if d.is_error]
    assert [(d.code.slug, d.span.line) for d in errors] == [("text-overflow", 5)]


def test_a_footer_never_grows_into_the_body():
    deck = DECK.replace("footer: Rivers", f"footer: {'Rivers of the world ' * 13}")
    for page in placed(*LAYOUTS["footers"], deck=deck).pages[1:]:
        footer = next(
            i for i in page.items if isinstance(i, TextFrame) and i.slot and i.slot.role is FTR
        )
        assert footer.box.y >= page.layout.first(Role.BODY).box.bottom


def test_a_band_on_a_pale_or_dark_ground_is_not_filled():
    for color in ("FFFFFF", "102030"):
        *_, foot = feet(placed(*LAYOUTS["plain"], ground=background(color)).pages[1])
        assert foot.fill is None
