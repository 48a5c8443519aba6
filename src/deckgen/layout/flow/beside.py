"""Text, pictures and two regions side by side -> both on one page, none where they do not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.layout.flow.content import Fragment, one_page, whole
from deckgen.layout.typeset.fitting import COMFORTABLE, WELL_READ
from deckgen.pages import Picture
from deckgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckgen.geometry import Rect
    from deckgen.layout.areas.regions import Region
    from deckgen.layout.flow.galley import Block
    from deckgen.units import Emu

_SPARE: Final = 1.0
"""The width in em that a picture leaves free in its column from which the text gets it."""
_OF_SPARE: Final = (1.0, 0.75, 0.5, 0.25, 0.0)
"""The shares of it that are tried: the most of it with which lines end best is taken."""
_AS_LARGE: Final = 0.98
"""The share of its area that a picture has in a column of its own width at the least."""

_NEARLY_AS_LARGE: Final = 0.7
"""The same of a picture that makes room for text whose lines else end in runts."""
_WIDER: Final = (0.05, 0.1, 0.15)
"""The shares of its width by which the column of such a text may be wider."""

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
    narrower = (_set_in(blocks, n, cutting=cutting) for n in _narrowed(blocks, found, regions))
    good = [each for each in narrower if each is not None and _is_as_good(each, found, _AS_LARGE)]
    return min(good, key=_blemishes, default=None) or _ending_well(
        blocks, found, regions, cutting=cutting
    )


def _ending_well(
    blocks: Sequence[Block], found: Beside, regions: Sequence[Region], *, cutting: bool
) -> Beside:
    """Return text and pictures with a column for text so much wider that its lines end better.

    Pictures give up some of their width where that spares half of what disturbs, or more.
    """
    best, most = found, _blemishes(found) // 2
    if not _area(found):
        return best
    text_first = _is_text_first(blocks)
    for share in _WIDER:
        if most <= 0:
            break
        by = regions[0 if text_first else 1].box.width * share
        moved = _moved(regions, by if text_first else -by)
        tried = None if moved is None else _set_in(blocks, moved, cutting=cutting)
        if tried is None or not _is_as_good(tried, found, _NEARLY_AS_LARGE):
            break
        if _blemishes(tried) <= most:
            best, most = tried, _blemishes(tried) - 1
    return best


def _is_as_good(tried: Beside, found: Beside, share: float) -> bool:
    """Tell whether pictures have a share of their area, and text is as large."""
    return _size(tried) >= _size(found) and _area(tried) >= _area(found) * share


def _blemishes(found: Beside) -> int:
    return sum(fragment.flow.blemishes for fragment in found)


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
) -> Iterator[tuple[Region, Region]]:
    """Yield columns of which one is as wide as its picture: the other has the rest, or less of it.

    There are none where the picture is as wide already, or something is drawn between the columns.
    """
    left, right = regions
    text_first = _is_text_first(blocks)
    items = [*found[1 if text_first else 0].items()]
    if not any(isinstance(item, Picture) for item in items):
        return
    column = right if text_first else left
    spare = column.box.right - max(item.box.right for item in items)
    moved = _moved(regions, spare if text_first else -spare)
    if moved is None or spare < column.context.text.size.emu * _SPARE:
        return
    for share in _OF_SPARE:
        wider = _moved(regions, spare * (share if text_first else -share))
        if wider is not None:
            yield (wider[0], moved[1]) if text_first else (moved[0], wider[1])


def _moved(regions: Sequence[Region], by: Emu) -> tuple[Region, Region] | None:
    """Return columns with their border so much further right, unless something is drawn there."""
    left, right = regions
    between = replace(
        left.box,
        x=min(left.box.right, left.box.right + by),
        width=right.box.x - left.box.right + abs(by),
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
