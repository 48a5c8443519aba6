"""`Pages` -> the same with large photographs as small as their slides can show them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.pages import ItemGroup, Picture, single_items
from deckgen.pictures.reduced import reduced
from deckgen.records import replace
from deckgen.units import inch

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from deckgen.pages import Item, Page, Pages
    from deckgen.pictures.model import PictureFile

_Needs = dict[int, tuple["PictureFile", float, float]]


def with_reduced(pages: Pages, dpi: int) -> Pages:
    """Return pages whose pictures have so many dots to the inch at the most.

    A picture that is shown several times has what its largest show needs, so that it is one.
    """
    needs: _Needs = {}
    for page in pages.pages:
        for item in _pictures(page):
            seen = item.crop
            wide = item.box.width / max(_LEAST, 1 - seen.left - seen.right)
            high = item.box.height / max(_LEAST, 1 - seen.top - seen.bottom)
            _need(needs, item.file, wide, high)
    small = {
        key: reduced(file, round(wide / inch(1) * dpi), round(high / inch(1) * dpi))
        for key, (file, wide, high) in needs.items()
    }
    if all(small[key] is file for key, (file, _, _) in needs.items()):
        return pages
    return replace(pages, pages=tuple(_page(page, small) for page in pages.pages))


_LEAST: Final = 0.01
"""The least share of a picture that is taken to be seen."""


def _pictures(page: Page) -> Iterator[Picture]:
    for item in single_items(page.items):
        if isinstance(item, Picture):
            yield item
    if page.background is not None and page.background.picture is not None:
        yield page.background.picture


def _need(needs: _Needs, file: PictureFile, wide: float, high: float) -> None:
    if file.turn.lies:
        wide, high = high, wide
    _, before_wide, before_high = needs.get(id(file), (file, 0.0, 0.0))
    needs[id(file)] = (file, max(before_wide, wide), max(before_high, high))


def _page(page: Page, small: Mapping[int, PictureFile]) -> Page:
    items = tuple(_item(item, small) for item in page.items)
    behind = page.background
    if behind is not None and behind.picture is not None:
        shown = replace(behind.picture, file=small[id(behind.picture.file)])
        behind = replace(behind, picture=shown)
    return replace(page, items=items, background=behind)


def _item(item: Item, small: Mapping[int, PictureFile]) -> Item:
    if isinstance(item, Picture):
        return replace(item, file=small[id(item.file)])
    if isinstance(item, ItemGroup):
        return replace(item, items=tuple(_item(inner, small) for inner in item.items))
    return item
