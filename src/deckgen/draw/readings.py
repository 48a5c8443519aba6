"""Pages -> the same with lines where one renderer ends them.

Layout keeps the lines of the renderer that takes most of them for each paragraph; others may end
them elsewhere (docs/analysis/line-breaking.md). What a renderer will show is seen by its own lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.draw.lines import broken
from deckgen.pages import ItemGroup, TableFrame, TextFrame
from deckgen.records import replace
from deckgen.shown_text import font_of, shown_of
from deckgen.styles import BulletKind
from deckgen.text.model import StyledText
from deckgen.units import LEADING, ZERO, Emu

if TYPE_CHECKING:
    from deckgen.draw.faces import Faces
    from deckgen.pages import Cell, Item, Page, Pages
    from deckgen.placed_text import PlacedParagraph
    from deckgen.styles import Spacing
    from deckgen.text.model import Line
    from deckgen.units import Centipoints

_Paragraphs = tuple["PlacedParagraph", ...]


class OtherLines:
    """Breaks lines as the renderer does that faces are for."""

    def __init__(self, faces: Faces) -> None:
        self._faces: Final = faces

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
        after = ZERO
        for paragraph in paragraphs:
            if found:
                more += after + self._less(paragraph.style.space_before, paragraph.lines[0].size)
            after = self._less(paragraph.style.space_after, paragraph.lines[-1].size)
            lines = self._lines(paragraph, wide)
            spacing = paragraph.style.line_spacing
            height = Emu(sum(spacing.of(line.size) for line in lines))
            changed = replace(paragraph, lines=lines, top=paragraph.top + more, height=height)
            more += height - paragraph.height
            found.append(changed)
        return tuple(found), more

    def _less(self, space: Spacing, size: Centipoints) -> Emu:
        """Return how much more a space between paragraphs is to the renderer, often less."""
        if space.lines is None:
            return ZERO
        return size.emu * ((self._faces.profile.space - LEADING) * space.lines)

    def _lines(self, paragraph: PlacedParagraph, wide: Emu) -> tuple[Line, ...]:
        style = paragraph.style
        room = max(Emu(1), wide - style.margin_left - style.margin_right)
        hangs = paragraph.bullet.kind is not BulletKind.NONE
        text = shown_of(paragraph.runs)
        if not text.texts:
            text = replace(text, texts=(StyledText("", font_of(style)),))
        indent = ZERO if hangs else style.indent
        return broken(text, self._faces, int(room), int(room - indent))
