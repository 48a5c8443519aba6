"""What is exported: the drawings of pages with what is told of them beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.records import Struct

if TYPE_CHECKING:
    from deckgen.content import Paragraph
    from deckgen.draw.model import PageDrawing


class ExportedPage(Struct, frozen=True):
    """A page to show: its drawing, its number in the deck, its section and what its speaker says.

    The title is the drawing's. A sheet with several slides has the number of the first of them.
    """

    drawing: PageDrawing
    number: int
    section: str | None = None
    notes: tuple[Paragraph, ...] = ()


class ExportedDeck(Struct, frozen=True):
    """The pages that are exported, in order, and what the file says of itself.

    Links of drawings name pages by their index here.
    """

    pages: tuple[ExportedPage, ...]
    title: str = ""
    author: str = ""
    subject: str = ""
    keywords: str = ""
    language: str = ""
