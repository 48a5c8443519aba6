"""A list of many short items -> pages with the items in columns, where that saves pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.layout.flow.content import Fragment, flows
from deckgen.layout.flow.galleys import TextGalley
from deckgen.layout.flow.paginate import Range, TooHigh, extent, paginate
from deckgen.layout.plan.model import PlannedPage
from deckgen.layout.typeset.levels import in_characters
from deckgen.records import replace
from deckgen.styles import Anchor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.layout.areas.regions import Region
    from deckgen.layout.flow.content import Flow
    from deckgen.layout.flow.galley import Block, Piece
    from deckgen.units import Centipoints, Emu

MOST_WRAPPED: Final = 0.2
"""The share by which lines may grow in number in a narrow column for its items to be short."""
_SHARES: Final = (1.02, 1.06, 1.1, 1.15, 1.2, 1.3, 1.4)
"""The heights of columns that are tried to fill all pages, as shares of what each would hold."""
LEAST_IN_COLUMN: Final = 3
"""A column of fewer lines is no column."""


LONGEST_LINE: Final = 48
"""How many em lines may be long that are many: beyond, the eye does not find the next one."""
_RUNNING: Final = 1.5
_MANY_LINES: Final = 6
"""Text runs, and is no list, where its paragraphs have so many lines each, and all so many."""


def in_columns(
    blocks: Sequence[Block],
    in_one: Flow,
    columns: Sequence[Region],
    *,
    runs: bool,
    above: Centipoints | None,
) -> tuple[PlannedPage, ...]:
    """Return the pages of one block of text that runs through columns, page after page.

    `in_one` is what the block is in the whole region, in the template's own size. There are none
    where the text would wrap in the columns much more than in that, unless it `runs`. The
    template's own size is taken unless a smaller one saves pages. Only sizes `above` one are tried
    where one is given.
    """
    if not all(galley.fills_slot for galley in in_one.galleys):
        return ()
    wide = len(in_one.pieces)
    found: tuple[PlannedPage, ...] = ()
    for flow in flows(blocks, _alike(columns), above=above):
        if not runs and len(flow.pieces) > wide * (1 + MOST_WRAPPED):
            continue
        ranges = _filling(flow.pieces, min(column.box.height for column in columns), len(columns))
        if isinstance(ranges, TooHigh) or ranges[-1].stop - ranges[-1].start < LEAST_IN_COLUMN:
            continue
        pages = _pages(flow, columns, ranges)
        if not found or len(pages) < len(found):
            found = pages
    return found


def has_long_lines(flow: Flow) -> bool:
    """Tell whether a text runs over many lines that are too long to be read."""
    em = flow.context.text.size.emu
    texts = [galley for galley in flow.galleys if isinstance(galley, TextGalley)]
    paragraphs, lines = sum([len(t.paragraphs) for t in texts]), sum([len(t.lines) for t in texts])
    runs = lines >= max(_MANY_LINES, paragraphs * _RUNNING)
    return runs and flow.region.box.width > em * LONGEST_LINE


def is_short_of_room(pages: Sequence[PlannedPage], region: Region) -> bool:
    """Tell whether text had to become smaller, or to go on on another page."""
    return len(pages) > 1 or (bool(pages) and _size_on(pages) < region.context.text.size)


def size_to_beat(pages: Sequence[PlannedPage]) -> Centipoints | None:
    """Return the size that text in columns must have more than to be better than pages, if any.

    There are no fewer pages than one.
    """
    return _size_on(pages) if len(pages) == 1 else None


def is_better(columns: Sequence[PlannedPage], pages: Sequence[PlannedPage]) -> bool:
    """Tell whether columns spare pages, or keep text larger that does not wrap in them."""
    if len(columns) != len(pages):
        return len(columns) < len(pages)
    narrow, wide = columns[0].fragments[0].flow, pages[0].fragments[0].flow
    return _size_on(columns) > _size_on(pages) and len(narrow.pieces) <= len(wide.pieces)


def _size_on(pages: Sequence[PlannedPage]) -> Centipoints:
    return pages[0].fragments[0].flow.context.text.size


def _filling(pieces: Sequence[Piece], available: Emu, columns: int) -> tuple[Range, ...] | TooHigh:
    """Return the ranges of pieces for columns of a height, so many that they fill all pages.

    The last page has as many columns as the others, all of them a little lower for it.
    """
    ranges = paginate(pieces, available)
    if isinstance(ranges, TooHigh) or len(ranges) % columns == 0:
        return ranges
    wanted = len(ranges) + columns - len(ranges) % columns
    whole = extent(pieces, 0, len(pieces))
    for share in _SHARES:
        lower = paginate(pieces, min(available, whole * (share / wanted)))
        if not isinstance(lower, TooHigh) and len(lower) == wanted:
            return lower
    return ranges


def _alike(columns: Sequence[Region]) -> Region:
    """Return the first of some columns, with text that looks the same in all of them.

    All start on one line, of however many lines they are. A picture as a bullet is seen only where
    a place of the template brings it.
    """
    context = columns[0].context
    context = replace(context, body=replace(context.body, anchor=Anchor.TOP))
    if not all(column.slot is not None for column in columns):
        context = context.with_levels(in_characters(context.levels))
    return replace(columns[0], context=context)


def _pages(
    flow: Flow, columns: Sequence[Region], ranges: tuple[Range, ...]
) -> tuple[PlannedPage, ...]:
    per_page = len(columns)
    return tuple(
        PlannedPage(
            columns[0].layout,
            tuple(
                Fragment(replace(flow, region=column), part)
                for column, part in zip(columns, ranges[start : start + per_page], strict=False)
            ),
        )
        for start in range(0, len(ranges), per_page)
    )
