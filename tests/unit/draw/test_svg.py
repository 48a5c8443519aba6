"""Drawings -> SVG: well-formed, at rest, and the same each time."""

from __future__ import annotations

from base64 import b64decode
from xml.etree import ElementTree as ET

import pytest

from deckgen.draw.model import (
    DrawnGroup,
    Gradient,
    LineTo,
    MoveTo,
    PageDrawing,
    PathMark,
    Pen,
    Solid,
    Stop,
    Target,
)
from deckgen.draw.svg import FontUse, SvgOptions, svg
from tests.support.drawings import drawing, words

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = '`<script>alert(1)</script>` " onload="x" `&amp;` ]]>'
EMPTY = DrawnGroup(())


def root_of(written):
    return ET.fromstring(written)


def page_of(*nodes):
    return PageDrawing(100, 50, EMPTY, DrawnGroup(nodes), title="x")


def test_no_text_becomes_an_element():
    found = drawing(f"{{title: Hello, body: ['{HOSTILE}']}}")
    assert "<script>alert(1)</script>" in words(found)
    root = root_of(svg(found))
    assert not [element for element in root.iter() if element.tag.endswith("script")]
    named = {name for element in root.iter() for name in element.attrib}
    assert not [name for name in named if name.startswith("on")]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", " javascript:x", "data:text/html,x", ""]
)
def test_no_link_leads_to_what_runs(address):
    written = svg(page_of(DrawnGroup((EMPTY,), link=Target(address))))
    assert root_of(written).find(f".//{SVG}a") is None


def test_links_lead_to_pages_and_addresses():
    links = (Target("https://a.example/?x=1&y=2"), Target(page=2))
    written = svg(page_of(*(DrawnGroup((EMPTY,), link=link) for link in links)))
    found = [element.get("href") for element in root_of(written).iter(f"{SVG}a")]
    assert found == ["https://a.example/?x=1&y=2", "#slide-3"]


def test_fonts_hold_the_letters_that_are_drawn_and_no_others():
    import uharfbuzz

    written = svg(drawing("{title: abc}"))
    data = written.partition("base64,")[2].partition('"')[0]
    face = uharfbuzz.Face(b64decode(data))
    assert {*map(ord, "abc")} <= {*face.unicodes}
    assert ord("z") not in face.unicodes


def test_fonts_and_pages_may_be_elsewhere():
    options = SvgOptions(fonts=lambda face, _: FontUse("face", f"/fonts/{face.index}"))
    written = svg(drawing("{title: abca}"), options)
    assert 'src:url("/fonts/' in written
    assert "base64" not in written


def test_items_tell_where_they_are_written_unless_that_is_not_wanted():
    found = drawing("{title: abc}")
    assert 'data-file="deck.yaml" data-line="2"' in svg(found)
    assert "data-file" not in svg(found, SvgOptions(sources=False))


def test_gradients_are_defined_once_and_named_by_a_prefix():
    blue = Gradient((0, 0), (10, 0), (Stop(0, Solid("0000FF")), Stop(1, Solid("FFFFFF", 0.5))))
    line = (MoveTo(0, 0), LineTo(10, 0))
    written = svg(page_of(PathMark(line, fill=blue, pen=Pen(Solid("FF0000"), 2, (4, 2)))))
    twice = page_of(PathMark(line, fill=blue), PathMark(line, fill=blue))
    root = root_of(svg(twice, SvgOptions(prefix="p7-")))
    (gradient,) = root.iter(f"{SVG}linearGradient")
    assert gradient.get("id") == "p7-d1"
    assert 'stroke-dasharray="4 2"' in written


def test_the_same_page_gives_the_same_svg():
    slide = "{title: Hello, body: [one, two]}"
    assert svg(drawing(slide)) == svg(drawing(slide))
