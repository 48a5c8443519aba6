"""The groups of a drawing -> elements of the structure, and the marks that their content has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.draw.model import DrawnGroup, PageDrawing, StructureType, TextMark
from deckgen.export.extent import extent_of
from deckgen.export.pdf.objects import array, text
from deckgen.export.pdf.structure import GROUPING, INLINE, Element, alternative
from deckgen.export.spoken import is_apart
from deckgen.records import replace

if TYPE_CHECKING:
    from deckgen.draw.model import ImageMark, Matrix, PathMark
    from deckgen.export.pdf.objects import Object
    from deckgen.export.pdf.structure import Structure

    Mark = PathMark | TextMark | ImageMark

_SHOWN: Final = frozenset((StructureType.FIGURE, StructureType.FORMULA))
"""What is told in words of its own, and holds outlines and pictures as content."""
_FIGURES: Final = frozenset(use.value for use in _SHOWN)
_CELLS: Final = frozenset((StructureType.HEADER_CELL, StructureType.CELL))


class PlacedElements:
    """Finds the element that each part of a page belongs to."""

    def __init__(self, structure: Structure) -> None:
        self._structure: Final = structure
        self._language = ""
        self._height = 0.0
        self._rows: Final[dict[int, int]] = {}
        self._bare: tuple[Element | None, Element | None] = (None, None)
        self._before: tuple[Element, TextMark] | None = None
        self._notes = 0

    def begin_page(self, drawing: PageDrawing) -> None:
        """Take what comes as parts of another page."""
        self._structure.begin_page()
        self._language, self._height = drawing.language, drawing.height
        self._bare, self._before = (None, None), None

    def of(
        self, group: DrawnGroup, around: Element | None, matrix: Matrix
    ) -> tuple[Element | None, Element | None]:
        """Return the element of a group, and the one of its link if it is one.

        `around` is the element that the group stands in, None in decoration.
        """
        use = group.use
        if around is None or use is StructureType.ARTIFACT or _is_decoration(group):
            return None, None
        if use is StructureType.NONE or (use in _SHOWN and not group.alt):
            return (around, None) if group.link is None else self._link(around)
        self._bare = (None, None)
        if use is StructureType.LINK:
            return self._link(around)
        link = None
        if group.link is not None and use in _SHOWN:
            around, link = self._link(around, group.alt)
        if use.value in INLINE:
            around = _in_line(around)
        element = around.child(use.value, **self._entries(group, around, matrix))
        if group.link is not None and link is None:
            return self._link(element)
        return element, link

    def _link(self, around: Element, alt: str = "") -> tuple[Element, Element]:
        self._bare = (None, None)
        link = _in_line(around).child("Link", **alternative(alt))
        return link, link

    def _entries(self, group: DrawnGroup, around: Element, matrix: Matrix) -> dict[str, object]:
        entries = alternative(group.alt)
        if group.use in _SHOWN and (extent := extent_of(group, matrix)) is not None:
            left, top, right, bottom = extent
            box = array(left, self._height - bottom, right, self._height - top).decode()
            place = "Block" if around.kind in GROUPING else "Inline"
            entries["A"] = f"<</O/Layout/BBox {box}/Placement/{place}>>"
        if group.use is StructureType.NOTE:  # PDF/UA-1, 7.9: each has its own
            self._notes += 1
            entries["ID"] = text(f"note-{self._notes}")
        if group.use in _CELLS:
            entries |= _cell(group, around)
        return entries

    def home(self, mark: Mark, element: Element | None) -> Element | None:
        """Return the element that a mark belongs to; None where it is decoration.

        In texts outlines and pictures are: lines below words, colours behind them.
        """
        if element is None or (element.kind not in _FIGURES and not isinstance(mark, TextMark)):
            return None
        if element.kind not in GROUPING:
            return element
        if self._bare[0] is not element:
            self._bare = element, element.child("LBody" if element.kind == "LI" else "P")
        return self._bare[1]

    def begin(self, element: Element | None) -> bytes:
        """Return the operator that begins a stretch of content that is in an element."""
        if element is None:
            return b"/Artifact BMC"
        return b"/%s <</MCID %d>> BDC" % (element.kind.encode(), self._structure.mark(element))

    def blank_before(self, mark: TextMark, element: Element | None) -> TextMark | None:
        """Return the blank at the end of the line before, with which a text goes on.

        What stands at the end of a line is not drawn, but words are to be parted when they are read
        aloud or copied. An address goes on without a blank.
        """
        if element is None or element.kind in _FIGURES or mark.hidden:
            return None
        before, self._before = self._before, (element, mark)
        if before is None or before[0].block is not element.block:
            return None
        last = before[1]
        is_below = mark.baseline - last.baseline > last.size / 2
        is_address = before[0].kind == element.kind == "Link" and " " not in last.text + mark.text
        if not is_below or is_address or not is_apart(last, mark):
            return None
        return replace(last, text=" ", x=last.x + last.width, width=0.0, right_to_left=False)

    def instead(self, mark: TextMark) -> bytes:
        """Return the operator that begins outlines that stand for a text."""
        return b"/Span <</ActualText " + text(mark.text) + b">> BDC"

    def language_of(self, mark: TextMark) -> str:
        """Return the language of a text where that is not the page's."""
        spoken = mark.language.partition("-")[0]
        return "" if not spoken or spoken == self._language.partition("-")[0] else mark.language

    def annotate(self, element: Element, annotation: Object) -> None:
        """Put an annotation into an element."""
        self._structure.annotate(element, annotation)


def _is_decoration(group: DrawnGroup) -> bool:
    """Tell whether a figure shows nothing that is told in words, neither beside it nor in it."""
    if group.use not in _SHOWN or group.alt:
        return False
    return not any(isinstance(child, DrawnGroup | TextMark) for child in group.children)


def _in_line(around: Element) -> Element:
    """Return an element that what stands in a line may stand in."""
    if around.kind not in GROUPING:
        return around
    return around.child("LBody" if around.kind == "LI" else "P")


def _cell(group: DrawnGroup, row: Element) -> dict[str, object]:
    """Return how far a cell reaches, and what a heading is the heading of."""
    attributes = ""
    if group.across > 1:
        attributes += f"/ColSpan {group.across}"
    if group.down > 1:
        attributes += f"/RowSpan {group.down}"
    if group.use is StructureType.HEADER_CELL:
        is_first = not any(isinstance(kid, Element) and kid.kind == "TD" for kid in row.kids)
        heads = all(isinstance(kid, Element) and kid.kind == "TH" for kid in row.kids)
        attributes += "/Scope/Column" if is_first and heads else "/Scope/Row"
    return {"A": f"<</O/Table{attributes}>>"} if attributes else {}
