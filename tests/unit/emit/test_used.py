"""Slides of the template that a deck asks for are copied as they are."""

from __future__ import annotations

import pytest

from deckgen.compiler import build_text
from deckgen.opc.read import read_package
from deckgen.world import MemoryWorld
from tests.support.packages import with_slides

WORLD = MemoryWorld({"brand.pptx": with_slides("First", "About us", "Contact")})


def build(*slides: str):
    text = "deck: {template: brand.pptx}\nslides:\n" + "".join(f"  - {one}\n" for one in slides)
    made = build_text(text, world=WORLD).run()
    return made, None if made.output is None else read_package(made.output).parts


@pytest.mark.parametrize("wanted", ["slide 2", "About us"])
def test_the_part_is_that_of_the_template(wanted):
    made, parts = build("{title: One, body: a}", f"use: {wanted}", "{title: Two, body: b}")
    original = read_package(WORLD.files["brand.pptx"]).parts["/ppt/slides/slide1.xml"]
    assert made.pages == 3
    assert parts["/ppt/slides/slide2.xml"].data == original.data


def test_other_slides_of_the_template_stay_behind():
    _, parts = build("use: slide 1")
    assert sum("/slides/" in name for name in parts) == 1


def test_links_lead_to_it():
    made, parts = build('{title: One, body: "[us](#us)"}', "{use: About us, id: us}")
    assert made.ok
    targets = {
        relationship.target for relationship in parts["/ppt/slides/slide1.xml"].relationships
    }
    assert "/ppt/slides/slide2.xml" in targets


def test_a_slide_that_is_not_there_is_reported_with_those_that_are():
    made, _ = build("use: slide 9")
    (found,) = [one for one in made.diagnostics if one.is_error]
    assert found.code.slug == "unknown-template-slide"
    assert "2 (`About us`)" in found.hints[0]
