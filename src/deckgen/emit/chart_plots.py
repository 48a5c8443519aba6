"""The plots of a chart and the places of their series in the workbook -> their XML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.charts import PlotKind, Tint
from deckgen.emit import paint
from deckgen.emit.chart_axes import CATEGORIES, LEFT, OTHER, RIGHT
from deckgen.emit.chart_text import filled, line, rich_label, text_properties
from deckgen.emit.workbook import SHEET, letters_of, reference
from deckgen.emit.xml import attribute
from deckgen.emit.xml import text as escaped
from deckgen.units import Emu

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckgen.charts import CategoryAxis, ChartContent, ChartLook, Plot, PointLabel, Series
    from deckgen.emit.workbook import DataSheet, Places

_LINE: Final = 28_575
"""The width of lines: 2.25 pt."""
_MARK: Final = 7
"""The size of markers, in points."""
_STACKS: Final = {"none": "clustered", "stacked": "stacked", "percent": "percentStacked"}
_FILLED: Final = frozenset((PlotKind.COLUMN, PlotKind.BAR, PlotKind.AREA, PlotKind.BUBBLE))
_LEADERS: Final = (
    '<c:extLst><c:ext uri="{{CE6537A1-D6FC-4f65-9D91-7224C49458BB}}"'
    ' xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
    '<c15:showLeaderLines val="{}"/></c:ext></c:extLst>'
)
"""Whether labels that were moved are tied to their points by a line (MS-ODRAWXML, 2.24.3)."""
_UNPLACED: Final = frozenset((PlotKind.DOUGHNUT, PlotKind.AREA, PlotKind.RADAR))
"""What has no choice of where labels stand."""
_ROUND: Final = frozenset((PlotKind.PIE, PlotKind.DOUGHNUT))


def plots(content: ChartContent, sheet: DataSheet) -> str:
    """Return the plots of a chart; its series are numbered through all of them."""
    written, number = "", 0
    for plot in content.plots:
        series = ""
        for one in plot.series:
            series += _series(one, plot, number, sheet.places[number], content)
            number += 1
        written += _plot(plot, series)
    return written


def _plot(plot: Plot, series: str) -> str:
    axes = (OTHER, RIGHT) if plot.is_right else (CATEGORIES, LEFT)
    ids = "".join(f'<c:axId val="{axis}"/>' for axis in axes)
    vary = '<c:varyColors val="0"/>'
    grouping = f'<c:grouping val="{_STACKS[plot.stack]}"/>'
    standard = grouping.replace("clustered", "standard")
    match plot.kind:
        case PlotKind.COLUMN | PlotKind.BAR:
            overlap = 100 if plot.stack != "none" else plot.overlap
            way = "col" if plot.kind is PlotKind.COLUMN else "bar"
            return (
                f'<c:barChart><c:barDir val="{way}"/>{grouping}{vary}{series}'
                f'<c:gapWidth val="{plot.gap}"/><c:overlap val="{overlap}"/>{ids}</c:barChart>'
            )
        case PlotKind.LINE:
            return f'<c:lineChart>{standard}{vary}{series}<c:marker val="1"/>{ids}</c:lineChart>'
        case PlotKind.AREA:
            return f"<c:areaChart>{standard}{vary}{series}{ids}</c:areaChart>"
        case PlotKind.PIE:
            vary = vary.replace("0", "1")
            return f'<c:pieChart>{vary}{series}<c:firstSliceAng val="0"/></c:pieChart>'
        case PlotKind.DOUGHNUT:
            vary = vary.replace("0", "1")
            return (
                f'<c:doughnutChart>{vary}{series}<c:firstSliceAng val="0"/>'
                f'<c:holeSize val="{plot.hole}"/></c:doughnutChart>'
            )
        case PlotKind.SCATTER:
            style = '<c:scatterStyle val="lineMarker"/>'
            return f"<c:scatterChart>{style}{vary}{series}{ids}</c:scatterChart>"
        case PlotKind.BUBBLE:
            scale = '<c:bubbleScale val="60"/><c:showNegBubbles val="0"/>'
            return f"<c:bubbleChart>{vary}{series}{scale}{ids}</c:bubbleChart>"
        case PlotKind.RADAR:
            style = '<c:radarStyle val="marker"/>'
            return f"<c:radarChart>{style}{vary}{series}{ids}</c:radarChart>"


def _series(series: Series, plot: Plot, number: int, places: Places, content: ChartContent) -> str:
    rows, kind = len(series.values), plot.kind
    name = f"{SHEET}!${letters_of(places.values)}$1"
    said = (
        f'<c:idx val="{number}"/><c:order val="{number}"/><c:tx><c:strRef><c:f>{name}</c:f>'
        f'<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{escaped(series.name)}</c:v></c:pt>'
        f"</c:strCache></c:strRef></c:tx>{_look(series, kind)}"
    )
    if kind in {PlotKind.COLUMN, PlotKind.BAR, PlotKind.BUBBLE}:
        said += '<c:invertIfNegative val="0"/>'
    if kind in {PlotKind.LINE, PlotKind.SCATTER, PlotKind.RADAR}:
        said += _marker(series)
    edge = paint.fill(content.look.edge)
    parting = f'<a:ln w="19050">{edge}</a:ln>' if kind in _ROUND else _edge(series)
    said += "".join(_point(index, kind, tint, parting) for index, tint in series.points)
    said += (
        _labels(series, kind, content.look)
        + _extended(series)
        + _errors(series, places, kind, content.look)
    )
    values = _numbers(places.values, series.values, series.code)
    if places.xs is not None:
        across = f"<c:xVal>{_numbers(places.xs, series.xs, 'General')}</c:xVal>"
        said += f"{across}<c:yVal>{values}</c:yVal>"
        if places.sizes is not None:
            sizes = _numbers(places.sizes, series.sizes, "General")
            said += f'<c:bubbleSize>{sizes}</c:bubbleSize><c:bubble3D val="0"/>'
    else:
        assert content.categories is not None
        said += f"<c:cat>{_names(content.categories, rows)}</c:cat><c:val>{values}</c:val>"
    if kind in {PlotKind.LINE, PlotKind.SCATTER}:
        said += '<c:smooth val="0"/>'
    return f"<c:ser>{said}</c:ser>"


def _look(series: Series, kind: PlotKind) -> str:
    if kind in _FILLED:
        return f"<c:spPr>{filled(series.tint)}{_edge(series)}</c:spPr>"
    if kind in _ROUND:
        return ""
    tint = series.tint if series.lined and not series.dashed else None
    return f"<c:spPr>{line(tint, Emu(_LINE))}</c:spPr>"


def _edge(series: Series) -> str:
    return line(series.outline, Emu(_LINE * 2 // 3))


def _marker(series: Series) -> str:
    if not series.marked or series.tint is None:
        return '<c:marker><c:symbol val="none"/></c:marker>'
    shape = f"<c:spPr>{filled(series.tint)}<a:ln><a:noFill/></a:ln></c:spPr>"
    return f'<c:marker><c:symbol val="circle"/><c:size val="{_MARK}"/>{shape}</c:marker>'


def _point(index: int, kind: PlotKind, tint: Tint, edge: str) -> str:
    invert = "" if kind in _ROUND else '<c:invertIfNegative val="0"/>'
    return (
        f'<c:dPt><c:idx val="{index}"/>{invert}<c:bubble3D val="0"/>'
        f"<c:spPr>{filled(tint)}{edge}</c:spPr></c:dPt>"
    )


def _labels(series: Series, kind: PlotKind, look: ChartLook) -> str:
    """Return the labels of the points that have one; all others say that they have none."""
    if not series.labels:
        return ""
    written = "".join(
        _label(label, series.code, look, is_placed=kind not in _UNPLACED) for label in series.labels
    )
    none = "".join(
        f'<c:{what} val="0"/>'
        for what in (
            "showLegendKey",
            "showVal",
            "showCatName",
            "showSerName",
            "showPercent",
            "showBubbleSize",
        )
    )
    return f"<c:dLbls>{written}{none}{_leaders(series, kind, look)}</c:dLbls>"


def _leaders(series: Series, kind: PlotKind, look: ChartLook) -> str:
    """Return whether lines tie labels to their slices: they do where labels were moved."""
    moved = kind in _ROUND and any(label.shift or label.drop for label in series.labels)
    if moved and kind is PlotKind.PIE:
        drawn = f"<c:spPr>{line(look.rule, look.line)}</c:spPr>"
        return f'<c:showLeaderLines val="1"/><c:leaderLines>{drawn}</c:leaderLines>'
    return _LEADERS.format(int(moved))


def _label(label: PointLabel, code: str, look: ChartLook, *, is_placed: bool) -> str:
    shows = label.shows
    flags = (
        ("showLegendKey", False),
        ("showVal", "value" in shows),
        ("showCatName", "category" in shows),
        ("showSerName", "series" in shows),
        ("showPercent", "percent" in shows),
        ("showBubbleSize", False),
    )
    said = "".join(f'<c:{name} val="{int(shown)}"/>' for name, shown in flags)
    code = "0%" if "percent" in shows else code
    separator = f"<c:separator>{label.joint}</c:separator>" if len(shows) > 1 else ""
    place = f'<c:dLblPos val="{label.position.value}"/>' if is_placed else ""
    shift = ""
    if label.shift or label.drop:
        moved = f'<c:x val="{label.shift:.5f}"/><c:y val="{label.drop:.5f}"/>'
        shift = f"<c:layout><c:manualLayout>{moved}</c:manualLayout></c:layout>"
    written = ""
    if label.text:
        written = f"<c:tx>{rich_label(label.text, look, color=label.color, bold=label.bold)}</c:tx>"
    return (
        f'<c:dLbl><c:idx val="{label.point}"/>{shift}{written}'
        f'<c:numFmt formatCode="{attribute(code)}" sourceLinked="0"/>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{text_properties(look, color=label.color, bold=label.bold, whole=True)}"
        f"{place}{said}{separator}</c:dLbl>"
    )


def _extended(series: Series) -> str:
    """Return the line of a target: a trend, which unlike a series reaches from edge to edge."""
    if not series.dashed:
        return ""
    drawn = line(series.tint, Emu(_LINE * 2 // 3), dashed=True)
    return (
        f"<c:trendline><c:spPr>{drawn}</c:spPr>"
        '<c:trendlineType val="linear"/><c:forward val="0.5"/><c:backward val="0.5"/>'
        '<c:dispRSqr val="0"/><c:dispEq val="0"/></c:trendline>'
    )


def _errors(series: Series, places: Places, kind: PlotKind, look: ChartLook) -> str:
    if places.below is None or places.above is None:
        return ""
    plus = _numbers(places.above, [high for _, high in series.errors], "General")
    minus = _numbers(places.below, [low for low, _ in series.errors], "General")
    way = '<c:errDir val="y"/>' if kind is PlotKind.SCATTER else ""
    ink = Tint(look.color)
    return (
        f'<c:errBars>{way}<c:errBarType val="both"/><c:errValType val="cust"/>'
        f'<c:noEndCap val="0"/><c:plus>{plus}</c:plus><c:minus>{minus}</c:minus>'
        f"<c:spPr>{line(ink, look.line * 1.5)}</c:spPr></c:errBars>"
    )


def _numbers(column: int, values: Sequence[float | None], code: str) -> str:
    points = "".join(
        f'<c:pt idx="{index}"><c:v>{_plain(value)}</c:v></c:pt>'
        for index, value in enumerate(values)
        if value is not None
    )
    return (
        f"<c:numRef><c:f>{reference(column, len(values))}</c:f><c:numCache>"
        f"<c:formatCode>{escaped(code)}</c:formatCode>"
        f'<c:ptCount val="{len(values)}"/>{points}</c:numCache></c:numRef>'
    )


def _names(axis: CategoryAxis, rows: int) -> str:
    if axis.serials:
        return _numbers(0, axis.serials, axis.code)
    points = "".join(
        f'<c:pt idx="{index}"><c:v>{escaped(label)}</c:v></c:pt>'
        for index, label in enumerate(axis.labels)
    )
    return (
        f"<c:strRef><c:f>{reference(0, rows)}</c:f><c:strCache>"
        f'<c:ptCount val="{len(axis.labels)}"/>{points}</c:strCache></c:strRef>'
    )


def _plain(value: float) -> str:
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)
