"""Captions are smaller than the text around them, and small where that is large."""

from __future__ import annotations

import pytest

from deckgen.blocks.pictures.captions import caption_style
from deckgen.records import replace
from deckgen.template.model import Role
from deckgen.units import Centipoints, pt
from tests.support.desks import desk_on
from tests.support.packages import placeholder

TITLE = placeholder("title", None, (5, 5, 90, 15))


def context_of(points):
    style = f'<a:lvl1pPr><a:defRPr sz="{points * 100}"/></a:lvl1pPr>'
    desk = desk_on(TITLE, placeholder("body", 1, (5, 25, 90, 60), style=style))
    (layout,) = desk.template.layouts
    return desk.context(layout, "en", layout.first(Role.BODY))


def size_beside(points):
    return caption_style(context_of(points)).style.size.points


@pytest.mark.parametrize(("text", "caption"), [(12, 12), (14, 12), (20, 14), (28, 20), (48, 20)])
def test_captions_are_a_share_of_the_text_within_what_is_read_with_ease(text, caption):
    assert size_beside(text) == pytest.approx(caption, abs=0.5)


@pytest.mark.parametrize(("floor", "gap"), [(700, 4), (1400, 4), (2800, 8)])
def test_captions_stand_farther_from_pictures_on_slides_with_larger_text(floor, gap):
    context = replace(context_of(40), floor=Centipoints(floor))
    assert caption_style(context).gap == pt(gap)
