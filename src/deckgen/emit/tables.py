"""Tables -> `p:graphicFrame` elements with an `a:tbl` in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.emit import paint
from deckgen.emit.text import paragraph_elements
from deckgen.emit.xml import attribute, element
from deckgen.records import replace
from deckgen.styles import NO_BULLET

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckgen.drawn import Outline
    from deckgen.emit.canvas import Canvas
    from deckgen.pages import Cell, Row, TableFrame
    from deckgen.placed_text import PlacedParagraph

_TABLE: Final = "http://schemas.openxmlformats.org/drawingml/2006/table"


def table(item: TableFrame, canvas: Canvas) -> str:
    """Return a native table.

    Text in cells inherits through the table style, of which nothing is relied upon, so that it has
    all of its style written out.
    """
    style = canvas.deck.table_style
    columns = "".join(f'<a:gridCol w="{width}"/>' for width in item.columns)
    smallest = _smallest(item.rows)
    rows = "".join(
        _row(row, item.rule, smallest, canvas, first=index == 0)
        for index, row in enumerate(item.rows)
    )
    named = f"<a:tableStyleId>{attribute(style)}</a:tableStyleId>" if style else ""
    header = ' firstRow="1"' if item.header else ""
    banded = ' bandRow="1"' if item.bands else ""
    properties = element("a:tblPr", header + banded, named)
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr{canvas.identity(item.name, item.alt)}/>"
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
        f"<p:nvPr/></p:nvGraphicFramePr>{paint.transform(item.box, 'p:xfrm')}"
        f'<a:graphic><a:graphicData uri="{_TABLE}"><a:tbl>{properties}'
        f"<a:tblGrid>{columns}</a:tblGrid>{rows}"
        "</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _smallest(rows: Iterable[Row]) -> tuple[PlacedParagraph, ...]:
    """Return the paragraph that is set smallest in some rows, without its words.

    It is what cells without text have: a line of 18 points, which they would have by themselves,
    makes rows of smaller text higher than they were laid out.
    """
    paragraphs = (each for row in rows for cell in row.cells for each in cell.paragraphs)
    found = min(paragraphs, key=lambda each: each.style.size, default=None)
    return () if found is None else (replace(found, runs=(), bullet=NO_BULLET, number=None),)


def _row(
    row: Row, rule: Outline, smallest: tuple[PlacedParagraph, ...], canvas: Canvas, *, first: bool
) -> str:
    empty = _smallest((row,)) or smallest
    borders = _borders(rule, first=first)
    cells = "".join(_cell(cell, borders, empty, canvas) for cell in row.cells)
    return f'<a:tr h="{row.height}">{cells}</a:tr>'


def _cell(cell: Cell, borders: str, empty: tuple[PlacedParagraph, ...], canvas: Canvas) -> str:
    insets, anchor = cell.body.insets, cell.body.anchor.value
    text = paragraph_elements(cell.paragraphs or empty, None, canvas)
    filled = paint.fill(cell.fill) if cell.fill else ""
    return (
        f"<a:tc{_spans(cell)}><a:txBody><a:bodyPr/><a:lstStyle/>{text}</a:txBody>"
        f'<a:tcPr marL="{insets.left}" marR="{insets.right}" marT="{insets.top}"'
        f' marB="{insets.bottom}" anchor="{anchor}">{borders}{filled}</a:tcPr></a:tc>'
    )


def _spans(cell: Cell) -> str:
    """Return how a cell spans others, or is spanned by one, as PowerPoint writes it.

    What stands to the right of a spanning cell says how far down it reaches, what stands below it
    how far to the right.
    """
    written = f' rowSpan="{cell.down}"' if cell.down > 1 and not cell.joins_above else ""
    written += f' gridSpan="{cell.across}"' if cell.across > 1 and not cell.joins_left else ""
    written += ' hMerge="1"' if cell.joins_left else ""
    return written + (' vMerge="1"' if cell.joins_above else "")


def _borders(rule: Outline, *, first: bool) -> str:
    """Return the lines around a cell: the rule between and below rows, none at its sides.

    Neighbours share a line, which both must state alike.
    """
    ruled = paint.line(rule, "a:lnB")
    above = _no_line("a:lnT") if first else paint.line(rule, "a:lnT")
    return f"{_no_line('a:lnL')}{_no_line('a:lnR')}{above}{ruled}"


def _no_line(name: str) -> str:
    return f'<{name} w="0">{paint.NO_FILL}</{name}>'
