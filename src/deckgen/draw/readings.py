"""Pages -> the same with lines where one renderer ends them.

Layout keeps the lines of the renderer that takes most of them for each paragraph; others may end
them elsewhere (docs/analysis/line-breaking.md). What a renderer will show is seen by its own lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.pages import ItemGroup, TableFrame, TextFrame
from deckgen.records import replace
from deckgen.shown_text import font_of, shown_of
from deckgen.styles import BulletKind
from deckgen.text.model import StyledText
from deckgen.units import ZERO, Emu

if TYPE_CHECKING:
    from deckgen.pages import Cell, Item, Page, Pages
    from deckgen.placed_text import PlacedParagraph
    from deckgen.text.model import Line, Profile
    from deckgen.text.typesetter import Typesetter

_Paragraphs = tuple["PlacedParagraph", ...]


class OtherLines:
    """Breaks lines as one renderer does."""

    def __init__(self, typesetter: Typesetter, profile: Profile) -> None:
        self._typesetter: Final = typesetter
        self._profile: Final = profile

    def pages(self, pages: Pages) -> Pages:
        """Return pages whose lines end where the renderer ends them."""
        return replace(pages, pages=tuple(map(self._page, pages.pages)))

    def _page(self, page: Page) -> Page:
        return replace(page, items=tuple(map(self._item, page.items)))

    def _item(self, item: Item) -> Item:
        if isinstance(item, TextFrame) and item.body.wrap:
            is_turned = item.body.vertical != "horz"
            wide = item.content.height if is_turned else item.content.width
            paragraphs, more = self._paragraphs(item.paragraphs, wide)
            return replace(item, paragraphs=paragraphs, height=item.height + more)
        if isinstance(item, TableFrame):
            rows = tuple(
                replace(
                    row,
                    cells=tuple(
                        self._cell(cell, Emu(sum(item.columns[at : at + cell.across])))
                        for at, cell in enumerate(row.cells)
                    ),
                )
                for row in item.rows
            )
            return replace(item, rows=rows)
        if isinstance(item, ItemGroup):
            return replace(item, items=tuple(map(self._item, item.items)))
        return item

    def _cell(self, cell: Cell, wide: Emu) -> Cell:
        insets = cell.body.insets
        paragraphs, _ = self._paragraphs(cell.paragraphs, wide - insets.left - insets.right)
        return replace(cell, paragraphs=paragraphs)

    def _paragraphs(self, paragraphs: _Paragraphs, wide: Emu) -> tuple[_Paragraphs, Emu]:
        """Return paragraphs with other lines, and by how much they are higher with these."""
        found: list[PlacedParagraph] = []
        more = ZERO
        for paragraph in paragraphs:
            lines = self._lines(paragraph, wide)
            spacing = paragraph.style.line_spacing
            height = Emu(sum(spacing.of(line.size) for line in lines))
            changed = replace(paragraph, lines=lines, top=paragraph.top + more, height=height)
            more += height - paragraph.height
            found.append(changed)
        return tuple(found), more

    def _lines(self, paragraph: PlacedParagraph, wide: Emu) -> tuple[Line, ...]:
        style = paragraph.style
        room = max(Emu(1), wide - style.margin_left - style.margin_right)
        hangs = paragraph.bullet.kind is not BulletKind.NONE
        text = shown_of(paragraph.runs)
        texts = text.texts or (StyledText("", font_of(style)),)
        indent = ZERO if hangs else style.indent
        return text.written(self._typesetter.lines_under(self._profile, texts, room, indent))
