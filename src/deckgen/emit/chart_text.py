"""The texts of a chart and its colours -> their DrawingML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.emit import paint
from deckgen.emit.xml import attribute
from deckgen.emit.xml import text as escaped

if TYPE_CHECKING:
    from deckgen.charts import ChartLook, ChartTitle, Tint
    from deckgen.colors import Color
    from deckgen.geometry import Rect
    from deckgen.units import Centipoints, Emu

CHART: Final = "http://schemas.openxmlformats.org/drawingml/2006/chart"
UPWARDS: Final = -5_400_000
LEVEL: Final = 1
"""How texts are turned that stand upwards, and those of which some are left out.

LibreOffice 7.4 breaks level texts instead of leaving some out, and all that are turned stay whole.
"""


def tint(value: Tint) -> str:
    """Return the colour of a tint."""
    changes = ""
    if value.saturation != 100:
        changes += f'<a:satMod val="{value.saturation * 1000}"/>'
    if value.share != 100:
        changes += f'<a:lumMod val="{value.share * 1000}"/>'
    if value.plus:
        changes += f'<a:lumOff val="{value.plus * 1000}"/>'
    if value.alpha != 100:
        changes += f'<a:alpha val="{value.alpha * 1000}"/>'
    named = paint.color(value.color)
    if not changes:
        return named
    element = named[1:].partition(" ")[0]
    return f"{named[:-2]}>{changes}</{element}>"


def filled(value: Tint | None) -> str:
    """Return a solid fill of a tint, or none."""
    return paint.NO_FILL if value is None else f"<a:solidFill>{tint(value)}</a:solidFill>"


def line(value: Tint | None, width: Emu, *, dashed: bool = False) -> str:
    """Return a line of a tint, with round ends, or none."""
    if value is None:
        return f"<a:ln>{paint.NO_FILL}</a:ln>"
    dash = '<a:prstDash val="dash"/>' if dashed else ""
    return f'<a:ln w="{width}" cap="rnd">{filled(value)}{dash}<a:round/></a:ln>'


def text_properties(
    look: ChartLook,
    *,
    color: Color | None = None,
    bold: bool = False,
    whole: bool = False,
    rotation: int = 0,
) -> str:
    """Return how texts look; renderers choose sizes of their own where none is written.

    Texts that are `whole` are never broken. `rotation` is in 60,000ths of a degree.
    """
    turn = f' rot="{rotation}" vert="horz"'
    turn += ' wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"' if whole else ""
    return (
        f"<c:txPr><a:bodyPr{turn}/><a:lstStyle/><a:p><a:pPr>"
        f"{_properties('a:defRPr', look, look.size, color=color, bold=bold)}</a:pPr>"
        f'<a:endParaRPr lang="{attribute(look.language)}"/></a:p></c:txPr>'
    )


def rich(title: ChartTitle, look: ChartLook) -> str:
    """Return the lines of a title, and below them what is counted."""
    return rich_text("c:rich", title, look)


def rich_text(name: str, title: ChartTitle, look: ChartLook, wrap: str = "square") -> str:
    """Return the same as an element of a name."""
    texts = [_run(line, look, title.size, bold=True) for line in title.lines]
    unit = _run(title.unit, look, title.unit_size, bold=False) if title.unit else ""
    texts = [*texts[:-1], texts[-1] + unit] if texts else [unit]
    default = _properties("a:defRPr", look, title.size, bold=True)
    paragraphs = [f'<a:p><a:pPr algn="l">{default}</a:pPr>{text}</a:p>' for text in texts]
    return (
        f'<{name}><a:bodyPr rot="0" spcFirstLastPara="1" vert="horz" wrap="{wrap}" anchor="t"'
        f' lIns="0" tIns="0" rIns="0" bIns="0"/><a:lstStyle/>{"".join(paragraphs)}</{name}>'
    )


def rich_label(content: str, look: ChartLook, *, color: Color, bold: bool) -> str:
    """Return the text of a label that does not say its value."""
    run = _properties("a:rPr", look, look.size, color=color, bold=bold)
    return (
        '<c:rich><a:bodyPr rot="0" vert="horz" wrap="none" lIns="0" tIns="0" rIns="0" bIns="0"'
        f' anchor="ctr"/><a:lstStyle/><a:p><a:r>{run}<a:t>{escaped(content)}</a:t></a:r></a:p>'
        "</c:rich>"
    )


def _run(content: str, look: ChartLook, size: Centipoints, *, bold: bool) -> str:
    run = _properties("a:rPr", look, size, bold=bold)
    return f"<a:r>{run}<a:t>{escaped(content)}</a:t></a:r>"


def _properties(
    name: str,
    look: ChartLook,
    size: Centipoints,
    *,
    color: Color | None = None,
    bold: bool = False,
) -> str:
    language = f' lang="{attribute(look.language)}"' if name == "a:rPr" else ""
    return (
        f'<{name}{language} sz="{size}" b="{int(bold)}">{paint.fill(color or look.color)}'
        f'<a:latin typeface="{attribute(look.latin)}"/>'
        f'<a:ea typeface="{attribute(look.east_asian)}"/></{name}>'
    )


def layout(part: Rect, box: Rect, *, inner: bool = False, sized: bool = False) -> str:
    """Return where a part of a chart stands, as shares of the chart (21.2.2.95)."""
    x, y = (part.x - box.x) / box.width, (part.y - box.y) / box.height
    size = ""
    if inner or sized:
        wide, high = part.width / box.width, part.height / box.height
        size = f'<c:w val="{wide:.5f}"/><c:h val="{high:.5f}"/>'
    target = '<c:layoutTarget val="inner"/>' if inner else ""
    return (
        f'<c:layout><c:manualLayout>{target}<c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{x:.5f}"/><c:y val="{y:.5f}"/>{size}</c:manualLayout></c:layout>'
    )
