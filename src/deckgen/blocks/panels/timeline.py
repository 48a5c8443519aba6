"""Events -> the galley of a line with dots: across, or down and over further pages."""

from __future__ import annotations

from functools import partial
from itertools import islice, product
from typing import TYPE_CHECKING, Final

from deckgen.blocks.kit import replace
from deckgen.blocks.panels.balanced import even_counts
from deckgen.blocks.panels.events import EventTexts
from deckgen.blocks.panels.events_across import Across
from deckgen.blocks.panels.events_down import Down
from deckgen.blocks.panels.fitted import FittedGalley, at_sizes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.blocks.kit import Context, Emu
    from deckgen.blocks.timeline import Timeline

MOST_ACROSS: Final = 6
"""How many events a line across may have."""
LARGE_SIZES: Final = 3
"""How many sizes of text are tried across before events stand one below the other over pages."""
SLIGHTLY_SMALLER: Final = 2
"""The same on one line before they stand on several, or one below the other on one page."""
WIDE: Final = 0.55
"""The share of the width that a line down and its texts take at the least to fill a page."""


def timeline_galley(timeline: Timeline, width: Emu, context: Context) -> FittedGalley | Down:
    """Return events on a line across the width, on several, or one below the other.

    They stand on several lines before they become a good deal smaller, or need a further page. One
    below the other they stand where all have room so, and what happens is long enough for that.
    """
    count, sizes = len(timeline.events), [*islice(at_sizes(context), LARGE_SIZES)]
    down = Down(EventTexts(timeline.events, context, timeline.span), width)

    def across(sizes: Sequence[Context], counts: Sequence[int]) -> FittedGalley:
        ways = [
            partial(Across, EventTexts(timeline.events, inner, timeline.span), each, width)
            for inner, each in product(sizes, counts)
        ]
        return FittedGalley(tuple(ways), context, timeline.span, "events")

    one = [count] if count <= MOST_ACROSS else []
    more = [each for each in even_counts(count, MOST_ACROSS) if 1 < each < count]
    large, small = sizes[:SLIGHTLY_SMALLER], sizes[SLIGHTLY_SMALLER:]
    line, lines = across(large, one), across(large, more)
    ways = (*line.ways, *lines.ways, *across(small, one).ways, *across(small, more).ways)
    if not ways or _serves(line):
        return replace(line, ways=ways) if ways else down
    room = context.height if context.left is None else min(context.left, context.height)
    has_room = not down.cuts_words and down.height <= room
    if has_room and (down.reach >= WIDE * width or not _serves(lines)):
        return down
    all_ways = replace(line, ways=ways)
    return all_ways if _serves(all_ways) else down


def _serves(galley: FittedGalley) -> bool:
    """Tell whether a galley has a way that breaks no word, and has room on a page."""
    return bool(galley.ways) and not galley.cuts_words and galley.least <= galley.context.height
