"""A drawing -> the same in the elements of HTML, for those who listen and for search."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from deckgen.draw.model import DrawnGroup, StructureType, TextMark
from deckgen.export.spoken import is_apart, said_by
from deckgen.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Callable

    from deckgen.draw.model import Node, PageDrawing, Target

_ELEMENTS: Final = {
    StructureType.TITLE: "h2",
    StructureType.PARAGRAPH: "p",
    StructureType.LIST: "ul",
    StructureType.LIST_ITEM: "li",
    StructureType.CODE: "code",
    StructureType.TABLE: "table",
    StructureType.ROW: "tr",
    StructureType.HEADER_CELL: "th",
    StructureType.CELL: "td",
    StructureType.NOTE: "small",
}
_PICTURES: Final = {StructureType.FIGURE: "img", StructureType.FORMULA: "math"}
_COUNTING: Final = lazy(r"\d+\.?")
"""The marks of items that say something: numbers."""


def readable(drawing: PageDrawing, leads: Callable[[Target], str]) -> str:
    """Return what a page says, in reading order; `leads` tells the address of a link, if any."""
    return _Reader(leads).written(drawing.content)


class _Reader:
    """Writes one page, and knows the text before, on which blanks depend."""

    def __init__(self, leads: Callable[[Target], str]) -> None:
        self._leads: Final = leads
        self._before: TextMark | None = None

    def written(self, node: Node) -> str:
        if isinstance(node, TextMark):
            return self._text(node)
        if not isinstance(node, DrawnGroup) or node.use is StructureType.ARTIFACT or node.hidden:
            return ""
        if node.use in _PICTURES and node.alt:
            return self._picture(node)
        if node.use is StructureType.LABEL:
            label = said_by(node).strip()
            return f"{escape(label)} " if _COUNTING.fullmatch(label) else ""
        return self._group(node)

    def _group(self, group: DrawnGroup) -> str:
        name = _ELEMENTS.get(group.use)
        if name is not None:
            self._before = None
        inside = "".join(map(self.written, group.children))
        if group.link is not None and inside:
            inside = self._linked(group.link, inside)
        if name is None:
            return inside
        self._before = None
        is_kept = group.use in {StructureType.CELL, StructureType.HEADER_CELL}
        # lines of the source part words that stand in elements of their own, for those who search
        return f"<{name}{_attributes(group)}>{inside}</{name}>\n" if inside or is_kept else ""

    def _picture(self, group: DrawnGroup) -> str:
        self._before = None
        shown = f'<span role="{_PICTURES[group.use]}" aria-label="{escape(group.alt)}"></span>'
        return shown if group.link is None else self._linked(group.link, shown)

    def _linked(self, target: Target, inside: str) -> str:
        address = self._leads(target)
        if not address:
            return inside
        away = "" if target.page is not None else ' target="_blank" rel="noopener noreferrer"'
        return f'<a href="{escape(address)}"{away}>{inside}</a>'

    def _text(self, mark: TextMark) -> str:
        if not mark.text:
            return ""
        blank = " " if self._before is not None and is_apart(self._before, mark) else ""
        self._before = mark
        return blank + escape(mark.text)


def _attributes(group: DrawnGroup) -> str:
    written = ""
    if group.use is StructureType.TABLE and group.alt:
        written += f' aria-label="{escape(group.alt)}"'
    if group.use is StructureType.HEADER_CELL:
        written += ' scope="col"'
    if group.across > 1:
        written += f' colspan="{group.across}"'
    return written + (f' rowspan="{group.down}"' if group.down > 1 else "")
