"""The one page of a deck of one slide, on a template that a test makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.compiler import Options, build_text
from deckgen.pages import TextFrame
from deckgen.template.model import Role
from tests.support.packages import Master, presentation

if TYPE_CHECKING:
    from pathlib import Path

    from deckgen.pages import Page


def page_on(folder: Path, layouts: tuple[str, ...], title: str, rest: str) -> Page:
    """Return the page of a slide on layouts, given its title and the rest of its YAML."""
    file = folder / "made.pptx"
    file.write_bytes(presentation(Master(layouts=layouts)))
    deck = f"deck: {{slide_numbers: false}}\nslides:\n  - title: {title}\n    {rest}\n"
    build = build_text(deck, options=Options(template=str(file)))
    (page,) = build.pages().pages
    assert not build.sink.has_errors
    return page


def title_of(page: Page) -> TextFrame:
    """Return the frame of a page's title."""
    frames = (item for item in page.items if isinstance(item, TextFrame))
    return next(frame for frame in frames if frame.slot and frame.slot.role is Role.TITLE)
