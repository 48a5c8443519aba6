"""Pages -> the same with the numbers of pages that agendas tell, which are known last.

The space before a number was measured; it becomes a tab, so that all numbers end below one another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.content import NUMBER_SPACE
from deckgen.pages import TextFrame
from deckgen.records import replace
from deckgen.styles import Align
from deckgen.units import ZERO, Emu

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from deckgen.geometry import Rect
    from deckgen.pages import Item, Page
    from deckgen.placed_text import PlacedParagraph, PlacedRun

_FIGURE_SPACE = "\u2007"
"""Is as wide as a figure, so that numbers take the room that was measured for them."""


def with_page_numbers(
    pages: Sequence[Page], telling: Collection[str], targets: Mapping[str, int]
) -> tuple[Page, ...]:
    """Return pages in which those of some slides tell where others start, from 1 on.

    A slide that has no pages, because something in it does not fit, starts nowhere. Numbers end in
    the same place on all pages that have a frame in the same place.
    """
    told = [page for page in pages if page.slide in telling]
    stops = _stops([item for page in told for item in page.items if isinstance(item, TextFrame)])
    return tuple(
        replace(page, items=tuple(_told(item, targets, stops) for item in page.items))
        if page.slide in telling
        else page
        for page in pages
    )


def _stops(frames: Sequence[TextFrame]) -> dict[Rect, Emu]:
    """Return where numbers end in the frames of each place that has room for that."""
    stops: dict[Rect, Emu] = {}
    for frame in frames:
        for paragraph in filter(_is_tabbed, frame.paragraphs):
            end = paragraph.style.margin_left + Emu(round(paragraph.lines[-1].width))
            stops[frame.content] = max(end, stops.get(frame.content, ZERO))
    # LibreOffice counts from where text starts: what reaches no further than the frame is seen
    for frame in frames:
        most = max((each.style.margin_left for each in frame.paragraphs), default=ZERO)
        if stops.get(frame.content, ZERO) + most > frame.content.width:
            stops.pop(frame.content, None)
    return stops


def _told(item: Item, targets: Mapping[str, int], stops: Mapping[Rect, Emu]) -> Item:
    if not isinstance(item, TextFrame):
        return item
    stop = stops.get(item.content)
    return replace(
        item, paragraphs=tuple(_numbered(each, targets, stop) for each in item.paragraphs)
    )


def _numbered(
    paragraph: PlacedParagraph, targets: Mapping[str, int], stop: Emu | None
) -> PlacedParagraph:
    """Return a paragraph with its number, which ends at a stop if there is one."""
    if not any(run.page_of for run in paragraph.runs):
        return paragraph
    tabbed = stop is not None and _is_tabbed(paragraph)
    runs = (_with_number(run, targets, tabbed=tabbed) for run in paragraph.runs)
    return replace(paragraph, runs=tuple(runs), stop=stop if tabbed else None)


def _is_tabbed(paragraph: PlacedParagraph) -> bool:
    """Tell whether a number stands in the line of the space before it, and text at the left."""
    last, style = paragraph.lines[-1], paragraph.style
    in_line = NUMBER_SPACE in paragraph.text[last.start : last.stop]
    numbered = any(run.page_of for run in paragraph.runs)
    return numbered and in_line and style.align is Align.LEFT and not style.right_to_left


def _with_number(run: PlacedRun, targets: Mapping[str, int], *, tabbed: bool) -> PlacedRun:
    if tabbed and run.text == NUMBER_SPACE:
        return replace(run, text="\t")
    if not run.page_of:
        return run
    index = targets.get(run.page_of)
    number = "" if index is None else str(index + 1)
    return replace(run, text=number.rjust(len(run.text), _FIGURE_SPACE))
