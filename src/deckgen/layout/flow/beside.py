"""Text, pictures and two regions side by side -> both on one page, none where they do not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.layout.flow.content import Fragment, one_page, whole
from deckgen.layout.typeset.fitting import COMFORTABLE, WELL_READ
from deckgen.pages import Picture
from deckgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.geometry import Rect
    from deckgen.layout.areas.regions import Region
    from deckgen.layout.flow.galley import Block
    from deckgen.units import Emu

_SPARE: Final = 1.0
"""The width in em that a picture leaves free in its column from which the text gets it."""
_AS_LARGE: Final = 0.98
"""The share of its area that a picture has in a column of its own width at the least."""

Beside = tuple[Fragment, ...]


def side_by_side(
    blocks: Sequence[Block], regions: Sequence[Region], *, cutting: bool
) -> Beside | None:
    """Return text and pictures in two regions, in the order in which they are written.

    The column of a picture that is narrower, as a portrait is, ends where the picture does, so that
    it stands at the margin, and the text has the rest. Words that are too wide for a column may be
    cut, and text may become small, only if `cutting`.
    """
    found = _set_in(blocks, regions, cutting=cutting)
    if found is None:
        return None
    narrower = _narrowed(blocks, found, regions)
    tried = None if narrower is None else _set_in(blocks, narrower, cutting=cutting)
    if tried is None or _area(tried) < _area(found) * _AS_LARGE or _size(tried) < _size(found):
        return found
    return tried


def _set_in(blocks: Sequence[Block], regions: Sequence[Region], *, cutting: bool) -> Beside | None:
    if len(regions) != 2:
        return None
    text = [block for block in blocks if not block.is_pictorial]
    pictures = [block for block in blocks if block.is_pictorial]
    parts = (text, pictures) if _is_text_first(blocks) else (pictures, text)
    found: list[Fragment] = []
    for part, column in zip(parts, regions, strict=True):
        flow = one_page(part, column, WELL_READ if cutting else COMFORTABLE)
        if flow is None or (flow.cuts_words and not cutting):
            return None
        found.append(whole(flow, fill=part is text))
    return tuple(found)


def _is_text_first(blocks: Sequence[Block]) -> bool:
    return not blocks[0].is_pictorial


def _narrowed(
    blocks: Sequence[Block], found: Beside, regions: Sequence[Region]
) -> tuple[Region, Region] | None:
    """Return columns of which one is as wide as its picture, and the other has the rest.

    There are none where that is so already, or where something is drawn between the columns.
    """
    left, right = regions
    text_first = _is_text_first(blocks)
    items = [*found[1 if text_first else 0].items()]
    if not any(isinstance(item, Picture) for item in items):
        return None
    column = right if text_first else left
    spare = column.box.width - (max(item.box.right for item in items) - column.box.x)
    if spare < column.context.text.size.emu * _SPARE:
        return None
    by = spare if text_first else -spare
    between = replace(
        (left if text_first else right).box,
        x=min(left.box.right, left.box.right + by),
        width=right.box.x - left.box.right + spare,
    )
    if any(drawn.overlaps(between) for drawn in left.layout.decoration):
        return None
    return (
        _with_box(left, left.box.x, left.box.width + by),
        _with_box(right, right.box.x + by, right.box.width - by),
    )


def _with_box(region: Region, x: Emu, width: Emu) -> Region:
    def moved(box: Rect) -> Rect:
        return replace(box, x=x, width=width)

    return replace(region, box=moved(region.box), whole=region.whole and moved(region.whole))


def _area(found: Beside) -> int:
    items = (item for fragment in found for item in fragment.items())
    return sum(item.box.area for item in items if isinstance(item, Picture))


def _size(found: Beside) -> int:
    return min(fragment.flow.context.text.size for fragment in found)
