"""A list of many short items -> drafts with the items in columns, where that saves pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.layout.content import blocks_of, flows, place_range
from deckgen.layout.draft import Draft
from deckgen.layout.paginate import Range, TooHigh, paginate
from deckgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckgen.deck import LogicalSlide
    from deckgen.layout.content import Flow
    from deckgen.layout.regions import Region
    from deckgen.pages import Item

MOST_WRAPPED: Final = 0.2
"""The share by which lines may grow in number in a narrow column for its items to be short."""
LEAST_IN_COLUMN: Final = 3
"""A column of fewer lines is no column."""


def draft_columns(
    slide: LogicalSlide, whole: Region, columns: Sequence[Region]
) -> tuple[Draft, ...]:
    """Return the pages of a slide whose one block of text runs through columns, page after page.

    There are none where the text would wrap in the columns much more than in the whole region.
    The template's own size is taken unless a smaller one makes a single page of it.
    """
    in_one = next(flows(blocks_of(slide), whole))
    if not all(galley.fills_slot for galley in in_one.galleys):
        return ()
    wide = len(in_one.pieces)
    found: tuple[Draft, ...] = ()
    for flow in flows(blocks_of(slide), columns[0]):
        if len(flow.pieces) > wide * (1 + MOST_WRAPPED):
            continue
        ranges = paginate(flow.pieces, min(column.box.height for column in columns))
        if isinstance(ranges, TooHigh) or ranges[-1].stop - ranges[-1].start < LEAST_IN_COLUMN:
            continue
        pages = _pages(slide, flow, columns, ranges)
        if len(pages) == 1:
            return pages
        found = found or pages
    return found


def _pages(
    slide: LogicalSlide, flow: Flow, columns: Sequence[Region], ranges: tuple[Range, ...]
) -> tuple[Draft, ...]:
    per_page = len(columns)
    starts = range(0, len(ranges), per_page)
    return tuple(
        Draft(
            slide,
            columns[0].layout,
            tuple(_items(flow, columns, ranges[start : start + per_page])),
            number,
            len(starts),
        )
        for number, start in enumerate(starts, start=1)
    )


def _items(flow: Flow, columns: Sequence[Region], ranges: tuple[Range, ...]) -> Iterator[Item]:
    for column, part in zip(columns, ranges, strict=False):
        yield from place_range(replace(flow, region=column), part)
