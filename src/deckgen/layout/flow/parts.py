"""The content of a slide and a number of places side by side -> what goes to each of them."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from deckgen.content import Marker
from deckgen.layout.flow.galley import Parallel
from deckgen.layout.flow.stacked import measurable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckgen.content import Paragraph, Run
    from deckgen.layout.flow.galley import Block

_ITEMS = frozenset((Marker.BULLET, Marker.NUMBER))


def parts_of(blocks: Sequence[Block], count: int, *, titled: bool) -> Parallel | None:
    """Return the content in so many columns; None where it cannot be divided into them.

    Columns are taken as they are written, then what headings head, then blocks one by one, text and
    pictures, and the items of a list. With `titled` set each column has to have a title.
    """
    written = blocks[0].parallel() if len(blocks) == 1 else None
    if written is not None:
        serves = len(written.content) == count and (all(written.titles) or not titled)
        return written if serves else None
    headed = _by_headings(blocks, count, titled=titled)
    if headed is not None or titled:
        return headed
    found = _one_by_one(blocks, count) or _beside_pictures(blocks, count) or _listed(blocks, count)
    return None if found is None else Parallel((None,) * count, found)


def _by_headings(blocks: Sequence[Block], count: int, *, titled: bool) -> Parallel | None:
    """Return what stands below so many headings of one text; they are titles if there are any."""
    paragraphs = blocks[0].prose() if len(blocks) == 1 else ()
    starts = [n for n, each in enumerate(paragraphs) if each.marker is Marker.HEADING]
    if len(starts) != count or starts[0] != 0:
        return None
    titles: tuple[tuple[Run, ...] | None, ...] = (None,) * count
    if titled:
        titles = tuple(paragraphs[start].runs for start in starts)
    stops = (*starts[1:], len(paragraphs))
    ranges = zip((start + titled for start in starts), stops, strict=True)
    content = tuple(
        (blocks[0].part(start, stop),) if start < stop else () for start, stop in ranges
    )
    return Parallel(titles, content)


def _one_by_one(blocks: Sequence[Block], count: int) -> tuple[tuple[Block, ...], ...] | None:
    return tuple((block,) for block in blocks) if len(blocks) == count else None


def _beside_pictures(blocks: Sequence[Block], count: int) -> tuple[tuple[Block, ...], ...] | None:
    """Return text in one of two columns and pictures in the other."""
    pictures = tuple(block for block in blocks if block.is_pictorial)
    text = tuple(block for block in blocks if not block.is_pictorial)
    if count != len((text, pictures)) or not text or not pictures:
        return None
    return (pictures, text) if blocks[0].is_pictorial else (text, pictures)


def _listed(blocks: Sequence[Block], count: int) -> tuple[tuple[Block, ...], ...] | None:
    """Return the items of a list, about as much text in each column."""
    paragraphs = blocks[0].prose() if len(blocks) == 1 else ()
    starts = [n for n, p in enumerate(paragraphs) if p.level == 0 and p.marker in _ITEMS]
    if len(starts) < count or starts[0] != 0:
        return None
    stops = tuple(_stops(paragraphs, starts, count))
    return tuple((blocks[0].part(start, stop),) for start, stop in pairwise((0, *stops)))


def _stops(paragraphs: Sequence[Paragraph], starts: list[int], count: int) -> Iterator[int]:
    """Yield where columns of items end that share the text as evenly as may be."""
    sums = (0, *accumulate(len(paragraph.text) + 20 for paragraph in paragraphs))
    taken = 0
    for column in range(1, count):
        most = len(starts) - (count - column)
        wanted = sums[-1] * column / count
        taken = min(range(taken + 1, most + 1), key=lambda n: abs(sums[starts[n]] - wanted))
        yield starts[taken]
    yield len(paragraphs)


def blocks_in(parts: Parallel) -> tuple[tuple[Block, ...], ...]:
    """Return the content of columns as what can be measured."""
    return tuple(tuple(map(measurable, content)) for content in parts.content)
