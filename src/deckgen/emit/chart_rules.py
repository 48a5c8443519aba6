"""Lines across a chart that no series draws -> the drawing that lies on it (`c:userShapes`).

Its shapes keep their places as shares of the chart, so that they move and grow with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blobs import Blob
from deckgen.charts import ChartTitle
from deckgen.emit.chart_text import CHART, line, rich_text
from deckgen.emit.relations import CHART_SHAPES
from deckgen.emit.xml import DRAWING, HEADER, encode
from deckgen.pages import Attachment
from deckgen.units import Emu

if TYPE_CHECKING:
    from deckgen.charts import ChartFrame, ChartLook, ChartRule, ChartText
    from deckgen.geometry import Rect

_TYPE: Final = "application/vnd.openxmlformats-officedocument.drawingml.chartshapes+xml"
_NAMESPACE: Final = "http://schemas.openxmlformats.org/drawingml/2006/chartDrawing"
_LINE: Final = Emu(19_050)
"""The width of the lines: 1.5 pt."""


def rules(item: ChartFrame) -> Attachment | None:
    """Return the part of what lies on a chart, if anything does."""
    found = item.content.rules
    if not found:
        return None
    anchored = "".join(
        _rule(each, 2 * number + 1, item) for number, each in enumerate(found, start=1)
    )
    xml = (
        f'{HEADER}<c:userShapes xmlns:c="{CHART}" xmlns:a="{DRAWING}"'
        f' xmlns:cdr="{_NAMESPACE}">{anchored}</c:userShapes>'
    )
    return Attachment(CHART_SHAPES, "/ppt/drawings/drawing", ".xml", _TYPE, Blob((encode(xml),)))


def _rule(rule: ChartRule, number: int, item: ChartFrame) -> str:
    """Return a line, and what stands at its upper end."""
    look = item.content.look
    ends = (rule.x, rule.top, rule.x, rule.bottom)
    geometry = '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
    drawn = (
        f'<cdr:cxnSp macro=""><cdr:nvCxnSpPr><cdr:cNvPr id="{number}" name="Target {number}"/>'
        f"<cdr:cNvCxnSpPr/></cdr:nvCxnSpPr><cdr:spPr>{_extent(ends)}{geometry}"
        f"{line(rule.tint, _LINE, dashed=True)}</cdr:spPr></cdr:cxnSp>"
    )
    label = "" if rule.label is None else _label(rule.label, number + 1, look, item.box)
    return _anchored(ends, item.box, drawn) + label


def _label(text: ChartText, number: int, look: ChartLook, box: Rect) -> str:
    place = text.box
    ends = (place.x, place.y, place.right, place.bottom)
    written = rich_text(
        "cdr:txBody", ChartTitle((), look.size, " ".join(text.lines), look.size), look, "none"
    )
    geometry = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>'
    drawn = (
        f'<cdr:sp macro="" textlink=""><cdr:nvSpPr><cdr:cNvPr id="{number}" name="Label {number}"/>'
        f'<cdr:cNvSpPr txBox="1"/></cdr:nvSpPr><cdr:spPr>{_extent(ends)}{geometry}</cdr:spPr>'
        f"{written}</cdr:sp>"
    )
    return _anchored(ends, box, drawn)


def _extent(ends: tuple[Emu, Emu, Emu, Emu]) -> str:
    left, top, right, bottom = ends
    return (
        f'<a:xfrm><a:off x="{left}" y="{top}"/>'
        f'<a:ext cx="{right - left}" cy="{bottom - top}"/></a:xfrm>'
    )


def _anchored(ends: tuple[Emu, Emu, Emu, Emu], box: Rect, content: str) -> str:
    """Return a shape at a place that is told by shares of the chart (20.3.2.10)."""
    left, right = ((x - box.x) / box.width for x in (ends[0], ends[2]))
    top, bottom = ((y - box.y) / box.height for y in (ends[1], ends[3]))
    return (
        f"<cdr:relSizeAnchor><cdr:from><cdr:x>{left:.5f}</cdr:x><cdr:y>{top:.5f}</cdr:y></cdr:from>"
        f"<cdr:to><cdr:x>{right:.5f}</cdr:x><cdr:y>{bottom:.5f}</cdr:y></cdr:to>{content}"
        "</cdr:relSizeAnchor>"
    )
