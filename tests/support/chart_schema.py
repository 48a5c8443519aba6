"""The order and the words of the elements in a chart part, as the standard has them.

Element names are those of ECMA-376-1, 21.2.2, and their order that of its schema (A.5.1), as far as
deckgen writes them. PowerPoint offers to repair a file in which they stand otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

CHART: Final = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_LABEL_FLAGS: Final = (
    "numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent"
    " showBubbleSize separator"
)
_AXIS: Final = (
    "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark"
    " minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt"
)
_SERIES: Final = "idx order tx spPr"
_ENDS: Final = "cat val smooth xVal yVal bubbleSize bubble3D"
ORDERS: Final = {
    "chartSpace": "date1904 lang roundedCorners style clrMapOvr chart spPr txPr externalData"
    " printSettings userShapes extLst",
    "chart": "title autoTitleDeleted plotArea legend plotVisOnly dispBlanksAs",
    "title": "tx layout overlay spPr txPr",
    "legend": "legendPos legendEntry layout overlay spPr txPr",
    "barChart": "barDir grouping varyColors ser dLbls gapWidth overlap serLines axId",
    "lineChart": "grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId",
    "areaChart": "grouping varyColors ser dLbls dropLines axId",
    "pieChart": "varyColors ser dLbls firstSliceAng",
    "doughnutChart": "varyColors ser dLbls firstSliceAng holeSize",
    "scatterChart": "scatterStyle varyColors ser dLbls axId",
    "bubbleChart": "varyColors ser dLbls bubble3D bubbleScale showNegBubbles sizeRepresents axId",
    "radarChart": "radarStyle varyColors ser dLbls axId",
    "barChart/ser": f"{_SERIES} invertIfNegative dPt dLbls trendline errBars {_ENDS}",
    "lineChart/ser": f"{_SERIES} marker dPt dLbls trendline errBars {_ENDS}",
    "areaChart/ser": f"{_SERIES} pictureOptions dPt dLbls trendline errBars {_ENDS}",
    "pieChart/ser": f"{_SERIES} explosion dPt dLbls {_ENDS}",
    "doughnutChart/ser": f"{_SERIES} explosion dPt dLbls {_ENDS}",
    "scatterChart/ser": f"{_SERIES} marker dPt dLbls trendline errBars xVal yVal smooth",
    "bubbleChart/ser": f"{_SERIES} invertIfNegative dPt dLbls trendline errBars {_ENDS}",
    "radarChart/ser": f"{_SERIES} marker dPt dLbls {_ENDS}",
    "dPt": "idx invertIfNegative marker bubble3D explosion spPr",
    "dLbls": f"dLbl {_LABEL_FLAGS} showLeaderLines leaderLines extLst",
    "dLbl": f"idx delete layout tx {_LABEL_FLAGS}",
    "errBars": "errDir errBarType errValType noEndCap plus minus val spPr",
    "trendline": "name spPr trendlineType order period forward backward intercept dispRSqr dispEq",
    "catAx": f"{_AXIS} auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl",
    "dateAx": f"{_AXIS} auto lblOffset baseTimeUnit majorUnit majorTimeUnit",
    "valAx": f"{_AXIS} crossBetween majorUnit minorUnit dispUnits",
    "scaling": "logBase orientation max min",
    "manualLayout": "layoutTarget xMode yMode wMode hMode x y w h",
    "marker": "symbol size spPr",
    "numRef": "f numCache",
    "strRef": "f strCache",
    "numCache": "formatCode ptCount pt",
    "strCache": "ptCount pt",
}
WORDS: Final = {
    "axPos": "b l r t",
    "barDir": "bar col",
    "baseTimeUnit": "days months years",
    "crossBetween": "between midCat",
    "crosses": "autoZero max min",
    "dLblPos": "bestFit b ctr inBase inEnd l outEnd r t",
    "dispBlanksAs": "gap span zero",
    "errBarType": "both minus plus",
    "errDir": "x y",
    "errValType": "cust fixedVal percentage stdDev stdErr",
    "grouping": "clustered percentStacked stacked standard",
    "layoutTarget": "inner outer",
    "lblAlgn": "ctr l r",
    "legendPos": "b tr l r t",
    "majorTickMark": "cross in none out",
    "majorTimeUnit": "days months years",
    "minorTickMark": "cross in none out",
    "orientation": "maxMin minMax",
    "radarStyle": "standard marker filled",
    "scatterStyle": "none line lineMarker marker smooth smoothMarker",
    "sizeRepresents": "area w",
    "symbol": "circle dash diamond dot none picture plus square star triangle x auto",
    "tickLblPos": "high low nextTo none",
    "trendlineType": "exp linear log movingAvg poly power",
    **dict.fromkeys(("hMode", "wMode", "xMode", "yMode"), "edge factor"),
}
"""The values of those elements that hold one word of a few."""
_NAMED: Final = {name: words.split() for name, words in ORDERS.items()}


def out_of_order(root: Element) -> Iterator[str]:
    """Yield the elements that stand behind one that should follow them, or that are not known."""
    for element in root.iter(f"{{{CHART}}}*"):
        parent = element.getparent()
        name = etree.QName(element).localname
        above = etree.QName(parent).localname if parent is not None else ""
        known = _NAMED.get(f"{above}/{name}") or _NAMED.get(name)
        if known is None or (name == "marker" and not len(element)):
            continue
        names = [etree.QName(child).localname for child in element]
        unknown = [child for child in names if child not in known]
        if unknown:
            yield f"{above}/{name} holds {unknown}"
        places = [known.index(child) for child in names if child in known]
        if places != sorted(places):
            yield f"{above}/{name} has its parts in the order {names}"


def out_of_words(root: Element) -> Iterator[str]:
    """Yield the elements whose word is none of those that the standard has for them."""
    for element in root.iter(f"{{{CHART}}}*"):
        name = etree.QName(element).localname
        value = element.get("val", "")
        words = WORDS.get(name)
        if words is None and value.isalpha() and value not in ("true", "false"):
            yield f"{name} holds a word, {value}"
        if words is not None and value not in words.split():
            yield f"{name} holds {value}"
