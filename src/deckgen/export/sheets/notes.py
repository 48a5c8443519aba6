"""Slides -> notes pages: each on a sheet of its own, with what is said to it below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.export.links import relinked
from deckgen.export.model import ExportedPage
from deckgen.export.sheets.paper import (
    FOOT,
    GUTTER,
    MARGIN,
    PAPERS,
    SheetPlace,
    sheet_of,
    sheet_slide,
)
from deckgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.export.model import ExportedDeck
    from deckgen.export.sheets.speech import Speech

_HIGHEST: Final = 0.45
"""How much of a sheet's height a slide takes at most."""


def notes_pages(deck: ExportedDeck, paper: str, speech: Speech) -> ExportedDeck:
    """Return a sheet for each page; what is said and finds no room there goes on on others."""
    width, height = PAPERS[paper]
    sheets: list[ExportedPage] = []
    starts: list[int] = []
    for page in deck.pages:
        starts.append(len(sheets))
        sheets += _sheets(deck, page, (width, height), speech)
    numbered = [_footed(sheet, deck.title, index + 1, speech) for index, sheet in enumerate(sheets)]
    return replace(
        deck, pages=tuple(relinked(sheet, lambda page: starts[page]) for sheet in numbered)
    )


def _sheets(
    deck: ExportedDeck, page: ExportedPage, size: tuple[float, float], speech: Speech
) -> Iterator[ExportedPage]:
    width, height = size
    drawing = page.drawing
    room = SheetPlace(MARGIN, MARGIN, width - 2 * MARGIN, height * _HIGHEST)
    fitted = room.fitted(drawing.width, drawing.height)
    slide = SheetPlace(fitted.x, MARGIN, fitted.width, fitted.height)
    lowest = height - MARGIN - FOOT
    top = slide.y + slide.height + GUTTER
    below = SheetPlace(MARGIN, top, room.width, lowest - top)
    whole = SheetPlace(MARGIN, MARGIN, room.width, lowest - MARGIN)
    said = list(speech.pages(page.notes, below, whole, drawing.language or deck.language))
    first = (sheet_slide(drawing, slide), *said[:1])
    for index, parts in enumerate((first, *((more,) for more in said[1:]))):
        title = drawing.title if not index else f"{drawing.title} ({index + 1})"
        sheet = sheet_of(width, height, parts, title, drawing.language)
        yield ExportedPage(sheet, page.number, page.section)


def _footed(sheet: ExportedPage, title: str, number: int, speech: Speech) -> ExportedPage:
    drawing = sheet.drawing
    foot = speech.foot(title, number, drawing.width, drawing.height)
    content = replace(drawing.content, children=(*drawing.content.children, foot))
    return replace(sheet, number=number, drawing=replace(drawing, content=content))
