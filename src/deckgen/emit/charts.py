"""Charts -> `p:graphicFrame` elements, each with a chart part and the workbook of its data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blobs import Blob
from deckgen.emit import paint
from deckgen.emit.chart_axes import axes
from deckgen.emit.chart_plots import plots
from deckgen.emit.chart_rules import rules
from deckgen.emit.chart_text import CHART, layout, rich, text_properties
from deckgen.emit.relations import CHART as CHART_RELATION
from deckgen.emit.relations import PACKAGE
from deckgen.emit.workbook import sheet_of, workbook
from deckgen.emit.xml import DRAWING, HEADER, RELATIONSHIPS, attribute, encode
from deckgen.pages import Attachment

if TYPE_CHECKING:
    from deckgen.charts import ChartContent, ChartFrame
    from deckgen.emit.canvas import Canvas
    from deckgen.emit.workbook import DataSheet
    from deckgen.geometry import Rect

_CHART_TYPE: Final = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WORKBOOK_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def chart(item: ChartFrame, canvas: Canvas) -> str:
    """Return a native chart."""
    attached = canvas.attach(attachment(item))
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr{canvas.identity(item.name, item.alt)}/>"
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
        f"<p:nvPr/></p:nvGraphicFramePr>{paint.transform(item.box, 'p:xfrm')}"
        f'<a:graphic><a:graphicData uri="{CHART}"><c:chart xmlns:c="{CHART}" r:id="{attached}"/>'
        "</a:graphicData></a:graphic></p:graphicFrame>"
    )


def attachment(item: ChartFrame) -> Attachment:
    """Return the part of a chart, with its workbook hanging on it."""
    sheet = sheet_of(item.content)
    book = Attachment(
        PACKAGE, "/ppt/embeddings/workbook", ".xlsx", _WORKBOOK_TYPE, Blob((workbook(sheet),))
    )
    lying = rules(item)
    hanging = (book,) if lying is None else (book, lying)
    xml = encode(chart_space(item, sheet))
    return Attachment(
        CHART_RELATION, "/ppt/charts/chart", ".xml", _CHART_TYPE, Blob((xml,)), hanging
    )


def chart_space(item: ChartFrame, sheet: DataSheet) -> str:
    """Return the XML of a chart part."""
    content = item.content
    drawn = plots(content, sheet)
    area = layout(content.plot, item.box, inner=True)
    lying = '<c:userShapes r:id="rId2"/>' if content.rules else ""
    language = f'<c:lang val="{attribute(content.look.language)}"/>'
    return (
        f'{HEADER}<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}" xmlns:r="{RELATIONSHIPS}">'
        f'<c:date1904 val="0"/>{language}<c:roundedCorners val="0"/>'
        f"<c:chart>{_title(content, item.box)}<c:plotArea>{area}"
        f"{drawn}{axes(content, item.box)}<c:spPr>{paint.NO_FILL}</c:spPr></c:plotArea>"
        f'{_legend(content, item.box)}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr>{paint.NO_FILL}<a:ln>{paint.NO_FILL}</a:ln></c:spPr>"
        f"{text_properties(content.look)}"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>'
        f"{lying}</c:chartSpace>"
    )


def _title(content: ChartContent, box: Rect) -> str:
    title, place = content.title, content.title_box
    if title is None or place is None:
        return '<c:autoTitleDeleted val="1"/>'
    return (
        f"<c:title><c:tx>{rich(title, content.look)}</c:tx>{layout(place, box)}"
        '<c:overlay val="1"/></c:title><c:autoTitleDeleted val="0"/>'
    )


def _legend(content: ChartContent, box: Rect) -> str:
    if content.legend is None:
        return ""
    hidden = "".join(
        f'<c:legendEntry><c:idx val="{number}"/><c:delete val="1"/></c:legendEntry>'
        for number in (*content.hidden, *_trends(content))
    )
    return (
        f'<c:legend><c:legendPos val="t"/>{hidden}{layout(content.legend, box, sized=True)}'
        f'<c:overlay val="0"/>{text_properties(content.look)}</c:legend>'
    )


def _trends(content: ChartContent) -> range:
    """Return the entries of a legend that trends would have: they follow all series."""
    series = [series for plot in content.plots for series in plot.series]
    return range(len(series), len(series) + sum(one.dashed for one in series))
