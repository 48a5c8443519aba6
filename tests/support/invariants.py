"""What holds of the pages of every deck: nothing leaves its page or box, nothing overlaps."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

from deckgen.charts import ChartFrame
from deckgen.drawn import Connector, Freeform, Shape, Stroke
from deckgen.geometry import Insets, Rect
from deckgen.pages import HiddenTitle, Picture, TableFrame, TextFrame, single_items
from deckgen.styles import Anchor
from deckgen.template.model import Role
from deckgen.units import ZERO, Emu, pt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from deckgen.pages import Item, Page, Pages
    from deckgen.placed_text import PlacedParagraph

_HANGING: Final = frozenset("、。，．｡､")
"""Marks that may stand past the edge of a box, where the template lets them."""
_ROUNDING: Final = pt(0.5)
"""Programs place the texts of charts by shares of its size."""
_RISE: Final = 0.9
"""How far letters rise above their baseline, in em."""
_SLACK: Final = pt(0.01)
"""Boxes are shared out and rounded once; sums may differ by some EMU."""


def faults(pages: Pages, *, footers: bool = False) -> list[str]:
    """Return what is wrong with pages, a line each; nothing for pages as they should be.

    Where a template's own footers lie is its affair, unless they are to be looked at, too.
    """
    return [
        f"page {number}: {fault}"
        for number, page in enumerate(pages.pages, start=1)
        for fault in _page_faults(page, pages, footers=footers)
    ] + _unequal_names(pages)


def _page_faults(page: Page, pages: Pages, *, footers: bool) -> Iterator[str]:
    size = pages.template.slide_size
    whole = Rect(ZERO, ZERO, size.width, size.height)
    items = tuple(single_items(page.items))
    glued = {item.box for item in items if not isinstance(item, Connector)}
    for item in (item for item in items if not isinstance(item, HiddenTitle)):
        if not whole.contains(item.box):
            yield f"{_name(item)} leaves the page"
        yield from _inner_faults(item)
        if isinstance(item, Connector) and not {item.start.box, item.end.box} <= glued:
            yield f"{_name(item)} is glued to nothing"
    seen = [item for item in items if footers or _is_content(item)]
    solid = [
        item for item in seen if not isinstance(item, Stroke | Connector) and not _is_part(item)
    ]
    for one, other in combinations(solid, 2):
        if isinstance(one, Shape) and _is_behind(one, other):
            continue
        common = inked(one).intersection(inked(other))
        if common.width > _SLACK and common.height > _SLACK:
            yield f"{_name(one)} overlaps {_name(other)}"


def _is_part(item: Item) -> bool:
    """Tell whether a thing stands on others by its nature: marks of lines, grounds, anchors."""
    return isinstance(item, Shape | Freeform) and item.name.endswith(("mark line", "ground"))


def _is_behind(shape: Shape, other: Item) -> bool:
    """Tell whether something stands on a panel, or its lines are within a band or clear of it."""
    if shape.box.contains(other.box) or not isinstance(other, TextFrame):
        return shape.box.contains(other.box)
    tops = [(line.baseline - line.size.emu * _RISE, line.baseline) for line in other.lines()]
    within = [shape.box.y <= top and bottom <= shape.box.bottom for top, bottom in tops]
    clear = [bottom <= shape.box.y or top >= shape.box.bottom for top, bottom in tops]
    across = shape.box.x <= other.content.x and other.content.right <= shape.box.right
    return across and all(one or another for one, another in zip(within, clear, strict=True))


def _inner_faults(item: Item) -> Iterator[str]:
    match item:
        case TextFrame():
            if _is_content(item):
                yield from _text_faults(item)
        case TableFrame():
            if sum(item.columns) > item.box.width + _SLACK:
                yield f"{_name(item)} is wider than its box"
            if Emu(sum(row.height for row in item.rows)) > item.box.height + _SLACK:
                yield f"{_name(item)} is higher than its box"
            yield from _cell_faults(item)
        case ChartFrame():
            yield from _chart_faults(item)
        case Picture():
            crop = item.crop
            kept = item.file.size.aspect * (1 - crop.left - crop.right)
            shown = item.box.size.aspect * (1 - crop.top - crop.bottom)
            if abs(kept / shown - 1) > 0.01:
                yield f"{_name(item)} is distorted"
        case _:
            pass


def _chart_faults(item: ChartFrame) -> Iterator[str]:
    """Yield the texts of a chart that leave it, or stand over one another."""
    whole = item.box.outset(Insets(_ROUNDING, _ROUNDING, _ROUNDING, _ROUNDING))
    if not whole.contains(item.content.plot):
        yield f"{_name(item)} has a plot outside of it"
    for text in item.content.texts:
        if not whole.contains(text.box):
            yield f"{_name(item)} does not hold {text.lines}"
    for one, other in combinations(item.content.texts, 2):
        common = one.box.intersection(other.box)
        if common.width > _ROUNDING and common.height > _ROUNDING:
            yield f"{_name(item)} has {one.lines} over {other.lines}"


def _text_faults(item: TextFrame) -> Iterator[str]:
    content = item.content
    if item.body.vertical in {"vert", "vert270"}:
        content = Rect(content.x, content.y, content.height, content.width)
    if item.height > content.height + _SLACK:
        yield f"{_name(item)} is higher than its box"
    if _has_wide_line(item.paragraphs, content.width):
        yield f"{_name(item)} has a line wider than its box"


def _cell_faults(item: TableFrame) -> Iterator[str]:
    for number, row in enumerate(item.rows, start=1):
        assert len(row.cells) == len(item.columns)
        for column, cell in enumerate(row.cells, start=1):
            wide = Emu(sum(item.columns[column - 1 : column - 1 + cell.across]))
            high = Emu(
                sum(below.height for below in item.rows[number - 1 : number - 1 + cell.down])
            )
            insets = cell.body.insets
            place = f"{_name(item)}, row {number}, column {column}"
            if _has_wide_line(cell.paragraphs, wide - insets.left - insets.right):
                yield f"{place}, has a line wider than its cell"
            height = sum(paragraph.height for paragraph in cell.paragraphs)
            if height > high - insets.top - insets.bottom + _SLACK:
                yield f"{place}, is higher than its cell"


def _has_wide_line(paragraphs: Iterable[PlacedParagraph], width: Emu) -> bool:
    for paragraph in paragraphs:
        room = width - paragraph.style.margin_left - paragraph.style.margin_right
        hang = max(ZERO, -paragraph.style.indent)
        for line in paragraph.lines:
            marks = line.size.emu if paragraph.text[line.stop - 1 : line.stop] in _HANGING else ZERO
            if line.width > room + hang + marks + _SLACK:
                return True
    return False


def inked(item: Item) -> Rect:
    """Return the part of an item's box in which there is something to see."""
    if not isinstance(item, TextFrame) or item.fill is not None:
        return item.box
    content = item.content
    free = max(ZERO, content.height - item.height)
    above = {Anchor.TOP: ZERO, Anchor.MIDDLE: free // 2, Anchor.BOTTOM: free}[item.body.anchor]
    return Rect(content.x, content.y + above, content.width, item.height)


def _is_content(item: Item) -> bool:
    """Tell whether an item keeps others away; footers are placed by the template."""
    slot = item.slot if isinstance(item, TextFrame) else None
    return slot is None or slot.role not in {Role.FOOTER, Role.DATE, Role.NUMBER}


def _name(item: Item) -> str:
    shown = item.text[:30] if isinstance(item, TextFrame) else item.name
    return f"{type(item).__name__.lower()} {shown!r}"


def _unequal_names(pages: Pages) -> list[str]:
    titles = [page.title for page in pages.pages]
    return [f"the title {title!r} stands twice" for title in titles if titles.count(title) > 1]
