"""Captions are smaller than the text around them, and small where that is large."""

from __future__ import annotations

import pytest

from deckgen.blocks.pictures.captions import caption_style
from deckgen.template.model import Role
from tests.support.desks import desk_on
from tests.support.packages import placeholder

TITLE = placeholder("title", None, (5, 5, 90, 15))


def size_beside(points):
    style = f'<a:lvl1pPr><a:defRPr sz="{points * 100}"/></a:lvl1pPr>'
    desk = desk_on(TITLE, placeholder("body", 1, (5, 25, 90, 60), style=style))
    (layout,) = desk.template.layouts
    context = desk.context(layout, "en", layout.first(Role.BODY))
    return caption_style(context).style.size.points


@pytest.mark.parametrize(("text", "caption"), [(12, 12), (14, 12), (20, 14), (28, 20), (48, 20)])
def test_captions_are_a_share_of_the_text_within_what_is_read_with_ease(text, caption):
    assert size_beside(text) == pytest.approx(caption, abs=0.5)
