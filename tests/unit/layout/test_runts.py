"""Paragraphs do not end in a runt where a slightly narrower frame avoids it."""

from __future__ import annotations

import pytest

from deckgen.layout.typeset.runs import styled
from deckgen.layout.typeset.runts import RUNT
from deckgen.pages import TextFrame
from deckgen.template.model import Role
from deckgen.text.fonts import NoFonts
from deckgen.text.typesetter import Typesetter
from tests.support.building import build_pages

WORDS = (
    "共有基盤の更新に合わせて監視の仕組みを見直し、"
    "障害の一次切り分けを担当者以外でも行えるように手順"
)
"""Of so many letters, a line of the template holds all but the last few."""


def bodies(*items, on="corporate"):
    lines = "".join(f"      - {item}\n" for item in items)
    pages = build_pages(f"slides:\n  - title: 報告\n    body: |\n{lines}", on)
    return [
        item
        for page in pages.pages
        for item in page.items
        if isinstance(item, TextFrame) and item.slot is not None and item.slot.role is Role.BODY
    ]


def ends(item):
    """Return the width of the last line of each paragraph of several lines, in em."""
    lasts = [p.lines[-1] for p in item.paragraphs if len(p.lines) > 1]
    return [last.width / last.size.emu for last in lasts]


def trim(item):
    return item.body.insets.right - item.slot.body.insets.right


def wrapped():
    """Return a bullet that takes two lines, the second as short as it can be."""
    for length in range(20, len(WORDS)):
        item = WORDS[:length] + "。"
        if ends(bodies(item)[0]) or trim(bodies(item)[0]):
            return item
    raise AssertionError("no bullet wraps")


def test_a_stub_is_avoided_by_a_narrower_frame():
    (body,) = bodies(wrapped())
    assert trim(body) > 0
    assert all(end > RUNT for end in ends(body))
    assert [len(p.lines) for p in body.paragraphs] == [2]


def test_the_frame_keeps_the_place_of_its_placeholder():
    (body,) = bodies(wrapped())
    assert body.slot.inherits(body.box)


@pytest.mark.parametrize("item", ["短い", "一行目<br>二", WORDS * 2])
def test_a_frame_without_stubs_stays_as_it_is(item):
    (body,) = bodies(item)
    assert trim(body) == 0


def test_no_paragraph_takes_more_lines_for_it():
    full = wrapped()[:-2]
    assert [len(p.lines) for p in bodies(full)[0].paragraphs] == [1]
    (body,) = bodies(wrapped(), full)
    assert [len(p.lines) for p in body.paragraphs] == [2, 1]


@pytest.mark.parametrize("on", ["corporate", "plain"])
def test_the_pages_of_a_long_text_stand_alike(on):
    frames = bodies(*[wrapped()] * 16, on=on)
    assert len(frames) > 1
    assert len({trim(frame) for frame in frames}) == 1


def test_no_renderer_shows_a_stub():
    """They break a line that ends in a full stop in different places, as some let it hang."""
    typesetter = Typesetter(NoFonts())
    (body,) = bodies(wrapped())
    (paragraph,) = body.paragraphs
    content = body.box.inset(body.body.insets)
    room = content.width - paragraph.style.margin_left
    for lines in typesetter.readings(styled(paragraph.runs), room):
        assert len(lines) == 2
        assert lines[-1].width / lines[-1].size.emu > RUNT
