"""A placed page -> the same with its part in the place of its items, if no other bears on that.

So several processes that lay out a deck write it, too, and send each other what is small.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.emit.attachments import Attachments
from deckgen.emit.canvas import Canvas, Output
from deckgen.emit.names import PartNames
from deckgen.emit.relations import SLIDE
from deckgen.emit.slides import slide
from deckgen.opc.package import Part
from deckgen.opc.zip import deflated
from deckgen.pages import Page
from deckgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from deckgen.emit.canvas import Named
    from deckgen.template.model import Template


class WrittenPage(Page, frozen=True, kw_only=True):
    """A page whose part is written; its items are not there any more.

    The part has no name yet, and its relationships lead to other slides by their ids.
    """

    part: Part

    def named(self, name: str, slides: Mapping[str, str]) -> Part:
        """Return the part, of a name, in a deck whose slides have the given names by their ids."""
        leading = tuple(
            replace(each, target=slides[each.target]) if each.type == SLIDE else each
            for each in self.part.relationships
        )
        return replace(self.part, name=name, relationships=leading)


class PageWriter:
    """Writes pages of a deck in a language, in whatever process they are placed."""

    def __init__(self, template: Template, language: str) -> None:
        self._template: Final = template
        size, style = template.slide_size, template.table_style
        self._deck: Final = _OnePage(language, {}, Attachments(PartNames(())), size, style)

    def __call__(self, page: Page) -> Page:
        """Return the page written; as it is where others share its notes' or pictures' names."""
        if page.copied is not None or page.notes:
            return page
        try:
            part = slide(page, "", None, Canvas(self._deck, self._template.theme_of(page.layout)))
        except _SharedError:
            return page
        return WrittenPage(
            layout=page.layout,
            items=(),
            title=page.title,
            slide=page.slide,
            number=page.number,
            count=page.count,
            span=page.span,
            section=page.section,
            hidden=page.hidden,
            part=replace(part, deflated=deflated(part.data)),
        )


class _SharedError(Exception):
    """A page shows what other pages may show as well: the whole deck decides how it is named."""


class _OnePage(Output, frozen=True):
    """What is the same for all slides, as far as one of them alone can know it."""

    def name_of(self, named: Named) -> str:
        """Return the id of a slide for its name."""
        if isinstance(named, str):
            return named
        raise _SharedError
