"""A chart -> what stands above its plot: the title, what is counted, and the legend."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blocks.charts.meter import TITLE, box_at
from deckgen.blocks.kit import Emu, Rect, Struct
from deckgen.charts import ChartText, ChartTitle

if TYPE_CHECKING:
    from deckgen.blocks.charts.draft import ChartDraft

KEY: Final = 3.2
"""How much wider than its name an entry of a legend is, in em: its key and the space around it."""
ROW: Final = 1.5
"""The height of a row of a legend, in em."""
MOST_ROWS: Final = 3
BELOW: Final = 0.6
"""The space below a title and below a legend, in em."""
ASCENT: Final = 0.95
"""How far the baseline is below the top of a line, in em."""
SCALED: Final = frozenset(("radar", "scatter", "bubble", "histogram", "box"))
"""The types that say more than what is counted, or say it elsewhere."""
WIDEST: Final = 0.75
"""The share of a chart's width up to which all programs leave its title on one line."""


class ChartHeading(Struct, frozen=True):
    """What stands above a plot, and where the plot may start."""

    title: ChartTitle | None
    title_box: Rect | None
    legend: Rect | None
    bottom: Emu
    texts: tuple[ChartText, ...]
    fits: bool


def heading(draft: ChartDraft, *, legend: bool) -> ChartHeading:
    """Return the title, the unit and, where it is asked for, the legend of a chart."""
    box, meter = draft.box, draft.meter
    title, place, texts = _title(draft)
    top = box.y if place is None else place.bottom + meter.em * BELOW
    if not legend:
        return ChartHeading(title, place, None, top, texts, fits=True)
    names = tuple(series.name for series in draft.seen if series.name)
    rows, wide = rows_of(draft, names, box.width)
    keys = box_at(box.x, top, min(wide, box.width), meter.em * ROW * rows)
    if draft.keeps_legend:
        bottom = keys.bottom + meter.em * BELOW
        return ChartHeading(title, place, None, bottom, texts, fits=rows <= MOST_ROWS)
    texts = (*texts, ChartText(keys, names, meter.size, "legend"))
    bottom = keys.bottom + meter.em * BELOW
    return ChartHeading(title, place, keys, bottom, texts, fits=rows <= MOST_ROWS)


def stands_above(draft: ChartDraft) -> bool:
    """Tell whether a title is a text above the chart rather than its own.

    That is one with links and footnotes, and one that not all programs leave on one line.
    """
    if draft.chart.title is None or draft.data.facet:
        return draft.chart.title is not None
    if any(run.link is not None or run.sign for run in draft.chart.title.runs):
        return True
    large, unit = draft.title_meter, _unit(draft)
    wide = large.width(draft.chart.title.text, bold=True)
    behind = large.sized(1 / TITLE).width(in_brackets(unit))
    return wide + behind > draft.box.width * WIDEST


def _title(draft: ChartDraft) -> tuple[ChartTitle | None, Rect | None, tuple[ChartText, ...]]:
    """Return the title with what is counted behind it, else that alone, and where both stand."""
    box, meter = draft.box, draft.meter
    large, unit = draft.title_meter, _unit(draft)
    said = draft.data.facet or (draft.chart.title.text if draft.chart.title else "")
    if not said and (not unit or (draft.chart.title is not None and tells_unit(draft))):
        return None, None, ()
    if not said:
        place = box_at(box.x, box.y, meter.width(unit), meter.line)
        text = ChartText(place, (unit,), meter.size, "unit")
        return ChartTitle((), large.size, unit, meter.size), place, (text,)
    unit, small = in_brackets(unit) if unit else "", large.sized(1 / TITLE)
    lines = large.lines(said, box.width - small.width(unit), bold=True)
    place = box_at(box.x, box.y, box.width, large.line * len(lines))
    texts: list[ChartText] = []
    for number, line in enumerate(lines):
        y, wide = box.y + large.line * number, large.width(line, bold=True)
        at = box_at(box.x, y, wide, large.line)
        texts.append(ChartText(at, (line,), large.size, "title"))
    if unit:
        on_line = y + (large.em - small.em) * ASCENT
        at = box_at(box.x + wide, on_line, small.width(unit), small.line)
        texts.append(ChartText(at, (unit,), small.size, "unit"))
    return ChartTitle(lines, large.size, unit, small.size), place, tuple(texts)


def rows_of(draft: ChartDraft, names: tuple[str, ...], width: Emu) -> tuple[int, Emu]:
    """Return how many rows the entries of a legend take in a width, and how wide they are."""
    each = draft.meter.widest(names) + draft.meter.em * KEY
    across = max(1, int((width - draft.meter.em) / each))
    columns = min(across, len(names))
    return -(-len(names) // columns) if columns else 0, each * columns + draft.meter.em


def tells_unit(draft: ChartDraft) -> bool:
    """Tell whether a title above a chart says what is counted: not a scale, or what facets do."""
    return not draft.data.facet and draft.chart.type not in SCALED


def _unit(draft: ChartDraft) -> str:
    """Return what is counted: the unit, and the name of a lone series where no title says it."""
    unit = draft.chart.unit.text if draft.chart.unit else ""
    alone = len(draft.seen) == 1 and draft.chart.type not in {"pie", "doughnut"}
    name = draft.seen[0].name if alone and not draft.chart.title and not draft.data.facet else ""
    match draft.chart.type:
        case "histogram":
            return ""  # what is counted stands below it
        case "radar":
            scale = draft.scale(from_zero=True)
            code = draft.tick_code(scale, draft.data.series[0] if draft.data.series else None)
            ends = f"{draft.text(scale.low, code)}–{draft.text(scale.high, code)}"
            return f"{unit}, {ends}" if unit else ends
        case "scatter" | "bubble" | "box":
            name = "" if draft.chart.type == "box" and draft.chart.title else draft.data.y
    return _with_unit(name, unit)


def below_axis(draft: ChartDraft) -> str:
    """Return what stands below the ranges of a histogram: what was counted in them."""
    unit = draft.chart.unit.text if draft.chart.unit else ""
    return _with_unit(draft.data.x, unit) if draft.chart.type == "histogram" else ""


def _with_unit(name: str, unit: str) -> str:
    name = "" if name in {"value", "count"} else name
    return name + in_brackets(unit) if name and unit else name or unit


def in_brackets(unit: str) -> str:
    """Return what is counted as it stands behind a text: wide brackets for wide letters."""
    is_wide = any("\u3000" <= letter <= "\uffee" for letter in unit)
    return f"（{unit}）" if is_wide else f" ({unit})"
