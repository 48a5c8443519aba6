"""What a session remembers of drawing: the drawings of the last deck, and the faces.

A page is drawn anew where what it shows has changed, where it has another number, or where a link
leads elsewhere. All that is kept is of the last deck, so that a session does not grow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.draw.faces import Faces
from deckgen.draw.page import draw_content, drawn_on
from deckgen.draw.text import Leads
from deckgen.internal import WorkingOn
from deckgen.records import Struct
from deckgen.text.machine import MachineFonts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deckgen.draw.model import DrawnGroup, PageDrawing
    from deckgen.pages import Page, Pages
    from deckgen.template.model import Template


class _DrawnPage(Struct, frozen=True):
    """The drawing of a page, and all that it depends on."""

    page: Page
    index: int
    template: Template
    language: str
    asked: Mapping[str, int | None]
    content: DrawnGroup
    drawing: PageDrawing

    def serves(self, pages: Pages, index: int) -> bool:
        """Tell whether what a page says would be drawn alike.

        A slide that is copied may tell its number, which no item of the page holds.
        """
        mine, page = self.page, pages.pages[index]
        return (
            mine.layout is page.layout
            and (mine.steps, mine.copied, mine.background)
            == (page.steps, page.copied, page.background)
            and (page.copied is None or self.index == index)
            and self.template is pages.template
            and self.language == pages.properties.language
            and all(pages.targets.get(name) == led for name, led in self.asked.items())
        )


class DrawMemory:
    """What was drawn of the last deck."""

    def __init__(self) -> None:
        self.faces = Faces(MachineFonts())
        self._before: dict[int, _DrawnPage] = {}
        self._now: dict[int, _DrawnPage] = {}

    def draw(self, pages: Pages) -> tuple[PageDrawing, ...]:
        """Return the drawings of a deck; those that have not changed are the ones of the last."""
        self._before, self._now = self._now, {}
        drawn = []
        for index, page in enumerate(pages.pages):
            with WorkingOn(page.span):
                drawn.append(self._draw(pages, index))
        return tuple(drawn)

    def _draw(self, pages: Pages, index: int) -> PageDrawing:
        page = pages.pages[index]
        key = id(page.items) if page.items else id(page)
        known = self._before.get(key) or self._now.get(key)
        if known is None or not known.serves(pages, index):
            links = Leads(pages.targets)
            content = draw_content(pages, index, self.faces, links)
            asked: Mapping[str, int | None] = links.asked
        else:
            content, asked = known.content, known.asked
            if known.index == index and (known.page.title, known.page.span) == (
                page.title,
                page.span,
            ):
                self._now[key] = known
                return known.drawing
        drawing = drawn_on(pages, index, self.faces, content)
        # the page is kept, so that nothing else gets the identity of its items
        self._now[key] = _DrawnPage(
            page, index, pages.template, pages.properties.language, asked, content, drawing
        )
        return drawing
