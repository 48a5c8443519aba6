"""A table of a template's slide -> the shapes that its cells and rules look like.

Rows are as high as the file says, which is how high the program was that wrote it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.geometry import Insets, Rect
from deckgen.opc.xml import NAMESPACES, child, children, flag, integer, length, parse
from deckgen.records import Struct, replace
from deckgen.styles import DEFAULT_INSETS, Anchor
from deckgen.template.palette import fill_of
from deckgen.template.scenery.forms import BOX
from deckgen.template.scenery.model import PresetForm, SceneShape, ShownPlace
from deckgen.template.styles import LevelProperties
from deckgen.units import ZERO, Emu

if TYPE_CHECKING:
    from collections.abc import Iterator

    from deckgen.opc.xml import Element
    from deckgen.template.scenery.fills import FillReader
    from deckgen.template.scenery.model import SceneFill, SceneLine, SceneText
    from deckgen.template.scenery.texts import TextReader
    from deckgen.template.styles import Chain
    from deckgen.template.tables import TableStyle

_MOST: Final = 2_000
"""How many cells of a table are drawn."""
_LINE: Final = PresetForm("line")
_ANCHORS: Final = {"ctr": Anchor.MIDDLE, "b": Anchor.BOTTOM}
_SIDES: Final = (("lnL", "left"), ("lnR", "right"), ("lnT", "top"), ("lnB", "bottom"))
_INSIDE: Final = {"left": "insideV", "right": "insideV", "top": "insideH", "bottom": "insideH"}


class _Spot(Struct, frozen=True):
    """Where a cell is: its box, its row, the parts of a style that it has, and its outer sides."""

    box: Rect
    parts: tuple[str, ...]
    outer: frozenset[str]


class CellReader(Struct, frozen=True):
    """Reads tables of one part; `chain` is what their text inherits."""

    fills: FillReader
    texts: TextReader
    styles: TableStyle
    chain: Chain

    def cells(self, table: Element, box: Rect) -> Iterator[SceneShape]:
        """Yield the cells of a table that stands in a box, then the lines around them."""
        properties = child(table, "a:tblPr")
        named = child(properties, "a:tableStyleId")
        style = self.styles.described(None if named is None else (named.text or "").strip())
        rules: list[SceneShape] = []
        for cell, spot in _spots(table, box):
            yield self._cell(cell, spot, style)
            rules += self._rules(cell, spot, style)
        yield from rules

    def _cell(self, cell: Element, spot: _Spot, style: Element | None) -> SceneShape:
        fill = self._fill(cell, spot, style)
        text = self._text(cell, spot, style)
        return SceneShape("Cell", ShownPlace(spot.box), BOX, fill=fill, text=text)

    def _fill(self, cell: Element, spot: _Spot, style: Element | None) -> SceneFill | None:
        own = fill_of(child(cell, "a:tcPr"))
        if own is not None:
            return self.fills.fill(own)
        for part in spot.parts:
            cells = child(style, f"a:{part}", "a:tcStyle")
            filled = fill_of(child(cells, "a:fill"))
            if filled is not None:
                return self.fills.fill(filled)
            reference = child(cells, "a:fillRef")
            if reference is not None:
                return self.fills.referred(reference)
        return None

    def _text(self, cell: Element, spot: _Spot, style: Element | None) -> SceneText | None:
        body, properties = child(cell, "a:txBody"), child(cell, "a:tcPr")
        if body is None:
            return None
        chain, color = self.chain, None
        for part in spot.parts:
            letters = child(style, f"a:{part}", "a:tcTxStyle")
            if letters is None:
                continue
            if letters.get("b") == "on":
                chain = tuple(LevelProperties(**{**level, "bold": True}) for level in chain)
            color = color or self.fills.tone(letters)
        stands = None if color is None else _of_color(color.rgb)
        text = self.texts.text((body,), chain, stands)
        given = _inset(properties)
        anchor = "" if properties is None else properties.get("anchor", "")
        upright = "horz" if properties is None else properties.get("vert", "horz")
        shown = replace(
            text.body, insets=given, anchor=_ANCHORS.get(anchor, Anchor.TOP), vertical=upright
        )
        return replace(text, body=shown)

    def _rules(self, cell: Element, spot: _Spot, style: Element | None) -> Iterator[SceneShape]:
        box = spot.box
        ends = {
            "left": Rect(box.x, box.y, ZERO, box.height),
            "right": Rect(box.right, box.y, ZERO, box.height),
            "top": Rect(box.x, box.y, box.width, ZERO),
            "bottom": Rect(box.x, box.bottom, box.width, ZERO),
        }
        for own, side in _SIDES:
            line = self._rule(child(cell, "a:tcPr", f"a:{own}"), side, spot, style)
            if line is not None:
                yield SceneShape("Rule", ShownPlace(ends[side]), _LINE, line=line)

    def _rule(
        self, own: Element | None, side: str, spot: _Spot, style: Element | None
    ) -> SceneLine | None:
        if own is not None and fill_of(own) is not None:
            return self.fills.line((own,))
        for part in spot.parts:
            borders = child(style, f"a:{part}", "a:tcStyle", "a:tcBdr")
            name = side if side in spot.outer or part != "wholeTbl" else _INSIDE[side]
            drawn, reference = (
                child(borders, f"a:{name}", "a:ln"),
                child(borders, f"a:{name}", "a:lnRef"),
            )
            if drawn is not None or reference is not None:
                return self.fills.line(() if drawn is None else (drawn,), reference)
        return None


def _spots(table: Element, box: Rect) -> Iterator[tuple[Element, _Spot]]:
    """Yield the cells of a table that show, with their places; those joined to others do not."""
    columns = [length(c, "w") or ZERO for c in children(table, "a:tblGrid", "a:gridCol")][:_MOST]
    rows = list(children(table, "a:tr"))
    heights = [max(ZERO, length(row, "h") or ZERO) for row in rows]
    properties, left, top = child(table, "a:tblPr"), _MOST, box.y
    for number, row in enumerate(rows):
        x = box.x
        for at, cell in enumerate(list(children(row, "a:tc"))[: len(columns)]):
            left -= 1
            if left < 0:
                return
            if not (flag(cell, "hMerge") or flag(cell, "vMerge")):
                across, down = (max(1, integer(cell, n) or 1) for n in ("gridSpan", "rowSpan"))
                wide = Emu(sum(columns[at : at + across]))
                high = Emu(sum(heights[number : number + down]))
                outer = _outer(
                    (at, number), (at + across, number + down), (len(columns), len(rows))
                )
                parts = _parts(properties, number, len(rows), at, len(columns))
                yield cell, _Spot(Rect(x, top, wide, high), parts, outer)
            x += max(ZERO, columns[at])
        top += heights[number]


def _outer(first: tuple[int, int], last: tuple[int, int], whole: tuple[int, int]) -> frozenset[str]:
    sides = {
        "left": first[0] == 0,
        "top": first[1] == 0,
        "right": last[0] >= whole[0],
        "bottom": last[1] >= whole[1],
    }
    return frozenset(side for side, is_outer in sides.items() if is_outer)


def _parts(
    properties: Element | None, row: int, rows: int, column: int, columns: int
) -> tuple[str, ...]:
    """Return the parts of a style that a cell has, the most particular one first."""

    def asks(name: str) -> bool:
        return properties is not None and flag(properties, name) is True

    found = []
    if asks("firstRow") and row == 0:
        found.append("firstRow")
    if asks("lastRow") and row == rows - 1:
        found.append("lastRow")
    if asks("firstCol") and column == 0:
        found.append("firstCol")
    if asks("lastCol") and column == columns - 1:
        found.append("lastCol")
    if asks("bandRow") and not (asks("firstRow") and row == 0):
        found.append("band2H" if (row - asks("firstRow")) % 2 else "band1H")
    return (*found, "wholeTbl")


def _inset(properties: Element | None) -> Insets:
    usual = (DEFAULT_INSETS.left, DEFAULT_INSETS.top, DEFAULT_INSETS.right, DEFAULT_INSETS.bottom)
    names = ("marL", "marT", "marR", "marB")
    found = [None if properties is None else length(properties, name) for name in names]
    return Insets(
        *(default if value is None else value for value, default in zip(found, usual, strict=True))
    )


def _of_color(rgb: str) -> Element:
    """Return the reference to a font that has a colour, as shapes have them in their styles."""
    space = f'xmlns:a="{NAMESPACES["a"]}"'
    return parse(f'<a:fontRef {space}><a:srgbClr val="{rgb}"/></a:fontRef>'.encode())
