"""Links between pages, where the pages that are exported are others than those of the deck."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.draw.model import DrawnGroup, Target
from deckgen.records import replace

if TYPE_CHECKING:
    from collections.abc import Callable

    from deckgen.draw.model import Node
    from deckgen.export.model import ExportedPage


def relinked(page: ExportedPage, lead: Callable[[int], int | None]) -> ExportedPage:
    """Return a page whose links lead to what has taken the place of the pages that they name.

    What led to a page that is no more leads nowhere.
    """
    content = page.drawing.content
    moved = _relinked(content, lead)
    if moved is content:
        return page
    return replace(page, drawing=replace(page.drawing, content=moved))


def _relinked(group: DrawnGroup, lead: Callable[[int], int | None]) -> DrawnGroup:
    children: tuple[Node, ...] = tuple(
        _relinked(child, lead) if isinstance(child, DrawnGroup) else child
        for child in group.children
    )
    if any(new is not old for new, old in zip(children, group.children, strict=True)):
        group = replace(group, children=children)
    if group.link is None or group.link.address:
        return group
    to = None if group.link.page is None else lead(group.link.page)
    return replace(group, link=None if to is None else Target(page=to))
