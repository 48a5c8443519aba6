"""Tables -> cells with their fills, rules and text, as the template's table style paints them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.draw.model import DrawnGroup, PathMark, Solid, StructureType
from deckgen.draw.outlines import polyline, rectangle
from deckgen.draw.shapes import pen
from deckgen.draw.text import TextPlace, draw_paragraphs
from deckgen.geometry import Rect
from deckgen.records import replace
from deckgen.units import Emu

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from deckgen.colors import Color
    from deckgen.draw.model import Node, Pen
    from deckgen.draw.text import Easel
    from deckgen.pages import Cell, Row, TableFrame
    from deckgen.template.model import TableColors


def draw_table(item: TableFrame, colors: TableColors | None, easel: Easel) -> tuple[Node, ...]:
    """Return the fills and rules of a table, and its rows."""
    behind: list[Node] = []
    rows: list[Node] = []
    top = item.box.y
    for index, row in enumerate(item.rows):
        heads = item.header and index == 0
        below = item.rows[index:]
        cells: list[Node] = []
        fills: list[tuple[Color, Rect]] = []
        for cell, box in _cells(item, below, top):
            filled = cell.fill or _style_fill(item, index, colors)
            if filled is not None:
                fills.append((filled, box))
            inked = _inked(easel, colors, heads=heads)
            cells.append(_cell(cell, box, inked, heads=heads))
        behind += _filled(fills)
        rows.append(DrawnGroup(tuple(cells), use=StructureType.ROW))
        top += row.height
    rules = tuple(_rules(item))
    return (DrawnGroup((*behind, *rules), use=StructureType.ARTIFACT), *rows)


def _cells(item: TableFrame, below: tuple[Row, ...], top: Emu) -> Iterator[tuple[Cell, Rect]]:
    """Yield the cells of the first of some rows, and the boxes that they cover."""
    left = item.box.x
    for index, (wide, cell) in enumerate(zip(item.columns, below[0].cells, strict=True)):
        if not (cell.joins_left or cell.joins_above):
            width = Emu(sum(item.columns[index : index + cell.across]))
            height = Emu(sum(row.height for row in below[: cell.down]))
            yield cell, Rect(left, top, width, height)
        left += wide


def _inked(easel: Easel, colors: TableColors | None, *, heads: bool) -> Easel:
    if colors is None:
        return easel
    return replace(easel, ink=replace(easel.ink, text=colors.header if heads else colors.text))


def _style_fill(item: TableFrame, index: int, colors: TableColors | None) -> Color | None:
    """Return what the table's style fills the cells of a row with."""
    if colors is None:
        return None
    if item.header and index == 0:
        return colors.header_fill
    return colors.fills[(index - item.header) % 2 if item.bands else 1]


def _filled(fills: Sequence[tuple[Color, Rect]]) -> Iterator[PathMark]:
    """Yield the fills of a row's cells; neighbours alike are one, so that no seam shows."""
    joined: list[tuple[Color, Rect]] = []
    for color, box in fills:
        before = joined[-1] if joined else None
        if before and before[0].rgb == color.rgb and _meet(before[1], box):
            joined[-1] = (color, before[1].union(box))
        else:
            joined.append((color, box))
    for color, box in joined:
        sides = (box.x.points, box.y.points, box.width.points, box.height.points)
        yield PathMark(rectangle(*sides), fill=Solid(color.rgb))


def _meet(left: Rect, right: Rect) -> bool:
    """Tell whether boxes of one height stand side by side."""
    return left.right == right.x and (left.y, left.height) == (right.y, right.height)


def _cell(cell: Cell, box: Rect, easel: Easel, *, heads: bool) -> DrawnGroup:
    content = box.inset(cell.body.insets)
    height = Emu(sum(paragraph.height for paragraph in cell.paragraphs))
    return DrawnGroup(
        draw_paragraphs(cell.paragraphs, TextPlace(content, height, cell.body.anchor), easel),
        use=StructureType.HEADER_CELL if heads else StructureType.CELL,
        span=cell.span,
        across=cell.across,
        down=cell.down,
    )


def _rules(item: TableFrame) -> Iterator[PathMark]:
    """Yield the rules between rows and below the last, but not through cells that span rows."""
    line, y = pen(item.rule), item.box.y
    for index, row in enumerate(item.rows):
        y += row.height
        after = item.rows[index + 1].cells if index + 1 < len(item.rows) else ()
        x, start = item.box.x, item.box.x
        for column, wide in enumerate(item.columns):
            if after and after[column].joins_above:
                if start < x:
                    yield _rule(start, x, y, line)
                start = x + wide
            x += wide
        if start < x:
            yield _rule(start, x, y, line)


def _rule(left: Emu, right: Emu, y: Emu, line: Pen) -> PathMark:
    return PathMark(polyline(((left.points, y.points), (right.points, y.points))), pen=line)
