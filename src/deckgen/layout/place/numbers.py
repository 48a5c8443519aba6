"""Pages -> the same with the numbers of pages that agendas tell, which are known last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.pages import TextFrame
from deckgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from deckgen.pages import Item, Page
    from deckgen.placed_text import PlacedParagraph, PlacedRun

_FIGURE_SPACE = "\u2007"
"""Is as wide as a figure, so that numbers take the room that was measured for them."""


def with_page_numbers(
    pages: Sequence[Page], telling: Collection[str], targets: Mapping[str, int]
) -> tuple[Page, ...]:
    """Return pages in which those of some slides tell where others start, from 1 on.

    A slide that has no pages, because something in it does not fit, starts nowhere.
    """
    return tuple(
        replace(page, items=tuple(_told(item, targets) for item in page.items))
        if page.slide in telling
        else page
        for page in pages
    )


def _told(item: Item, targets: Mapping[str, int]) -> Item:
    if not isinstance(item, TextFrame):
        return item
    return replace(item, paragraphs=tuple(_numbered(each, targets) for each in item.paragraphs))


def _numbered(paragraph: PlacedParagraph, targets: Mapping[str, int]) -> PlacedParagraph:
    if not any(run.page_of for run in paragraph.runs):
        return paragraph
    return replace(paragraph, runs=tuple(_with_number(run, targets) for run in paragraph.runs))


def _with_number(run: PlacedRun, targets: Mapping[str, int]) -> PlacedRun:
    if not run.page_of:
        return run
    index = targets.get(run.page_of)
    number = "" if index is None else str(index + 1)
    return replace(run, text=number.rjust(len(run.text), _FIGURE_SPACE))
