"""The axes of a chart -> their XML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.charts import ChartTitle, PlotKind
from deckgen.emit.chart_text import LEVEL, UPWARDS, layout, line, rich, text_properties
from deckgen.emit.xml import attribute
from deckgen.records import Struct

if TYPE_CHECKING:
    from deckgen.charts import CategoryAxis, ChartContent, ChartLook, ValueAxis
    from deckgen.geometry import Rect

CATEGORIES, LEFT, OTHER, RIGHT = 1001, 1002, 1003, 1004
"""The numbers by which plots name their axes; they must not be negative."""
_NONE: Final = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'


def axes(content: ChartContent, box: Rect) -> str:
    """Return the axes that the plots of a chart refer to; none for pies."""
    look, left = content.look, content.left
    if left is None:
        return ""
    lies = any(plot.kind is PlotKind.BAR for plot in content.plots)
    if content.across is not None:
        xs = _values(content.across, look, _Side((CATEGORIES, LEFT), "b", between=False), box)
        return xs + _values(left, look, _Side((LEFT, CATEGORIES), "l", between=False))
    assert content.categories is not None
    place, other = ("l", "b") if lies else ("b", "l")
    is_first = not (lies and content.categories.reversed)
    written = _categories(content.categories, look, (CATEGORIES, LEFT), place, box)
    crosses = "autoZero" if is_first else "max"
    between = not content.categories.edged
    side = _Side((LEFT, CATEGORIES), other, between=between, crosses=crosses)
    written += _values(left, look, side)
    if content.right is not None:
        written += _categories(content.categories, look, (OTHER, RIGHT), place, None)
        written += _values(
            content.right, look, _Side((RIGHT, OTHER), "r", between=True, crosses="max")
        )
    return written


def _head(numbers: tuple[int, int], place: str, *, low: str, reverse: bool, shown: bool) -> str:
    order = "maxMin" if reverse else "minMax"
    return (
        f'<c:axId val="{numbers[0]}"/><c:scaling><c:orientation val="{order}"/>{low}</c:scaling>'
        f'<c:delete val="{int(not shown)}"/><c:axPos val="{place}"/>'
    )


def _categories(
    axis: CategoryAxis, look: ChartLook, numbers: tuple[int, int], place: str, box: Rect | None
) -> str:
    """Return the axis of categories in the box of a chart; one without a box is not shown."""
    is_dated = bool(axis.serials)
    name = "c:dateAx" if is_dated else "c:catAx"
    if is_dated:
        last = (
            f'<c:auto val="0"/><c:lblOffset val="100"/><c:baseTimeUnit val="{axis.base}"/>'
            f'<c:majorUnit val="{axis.every}"/><c:majorTimeUnit val="{axis.told or axis.base}"/>'
        )
    else:
        last = (
            '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>'
            f'<c:tickLblSkip val="{axis.every}"/><c:tickMarkSkip val="1"/>'
            '<c:noMultiLvlLbl val="1"/>'
        )
    drawn = line(look.rule if axis.ruled else None, look.line)
    shown = box is not None
    title = _title(axis, look, box) if box is not None else ""
    rotation = UPWARDS if axis.turned else LEVEL if axis.every > 1 and not is_dated else 0
    return (
        f"<{name}>{_head(numbers, place, low='', reverse=axis.reversed, shown=shown)}"
        f"{title}"
        f'<c:numFmt formatCode="{attribute(axis.code)}" sourceLinked="0"/>{_NONE}'
        f'<c:tickLblPos val="low"/><c:spPr>{drawn}</c:spPr>'
        f"{text_properties(look, rotation=rotation)}"
        f'<c:crossAx val="{numbers[1]}"/><c:crosses val="autoZero"/>{last}</{name}>'
    )


class _Side(Struct, frozen=True):
    """Where an axis of numbers stands: its number and the other's, its side, how it meets that.

    That may start at its own edge, or half a category before its first one.
    """

    numbers: tuple[int, int]
    place: str
    between: bool
    crosses: str = "autoZero"


def _values(axis: ValueAxis, look: ChartLook, side: _Side, box: Rect | None = None) -> str:
    numbers = side.numbers
    bounds = f'<c:max val="{axis.high!r}"/><c:min val="{axis.low!r}"/>'
    ruled = ""
    if axis.ruled and numbers[0] != RIGHT:
        ruled = (
            f"<c:majorGridlines><c:spPr>{line(look.rule, look.line)}</c:spPr></c:majorGridlines>"
        )
    label = "nextTo" if axis.shown else "none"
    title = _title(axis, look, box) if box is not None else ""
    return (
        f"<c:valAx>{_head(numbers, side.place, low=bounds, reverse=False, shown=True)}"
        f"{ruled}{title}"
        f'<c:numFmt formatCode="{attribute(axis.code)}" sourceLinked="0"/>{_NONE}'
        f'<c:tickLblPos val="{label}"/><c:spPr>{line(None, look.line)}</c:spPr>'
        f'{text_properties(look)}<c:crossAx val="{numbers[1]}"/><c:crosses val="{side.crosses}"/>'
        f'<c:crossBetween val="{"between" if side.between else "midCat"}"/>'
        f'<c:majorUnit val="{axis.step!r}"/></c:valAx>'
    )


def _title(axis: ValueAxis | CategoryAxis, look: ChartLook, box: Rect) -> str:
    if not axis.title or axis.title_box is None:
        return ""
    written = rich(ChartTitle((), look.size, axis.title, look.size), look)
    place = layout(axis.title_box, box)
    return f'<c:title><c:tx>{written}</c:tx>{place}<c:overlay val="1"/></c:title>'
