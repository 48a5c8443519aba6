"""Targets of lying bars -> dashed lines across them, with what they are above the plot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from deckgen.blocks.charts.meter import box_at, meet
from deckgen.blocks.kit import pt
from deckgen.charts import ChartRule, ChartText, Tint

if TYPE_CHECKING:
    from deckgen.blocks.charts.draft import ChartDraft
    from deckgen.blocks.charts.scale import AxisScale
    from deckgen.blocks.kit import Emu, Rect


ABOVE: Final = 0.1
"""How far the names of targets stand above a plot, in em."""
BESIDE: Final = 0.3
"""The space at each side of such a name, in em."""
NARROW: Final = pt(3)
"""The room that a line of a target takes."""


def rows_above(draft: ChartDraft, plot: Rect, scale: AxisScale) -> int:
    """Return how many rows of names there are above a plot of a width."""
    return max((row for row, _ in _labels(draft, plot, scale)), default=-1) + 1


def target_rules(draft: ChartDraft, plot: Rect, scale: AxisScale) -> tuple[ChartRule, ...]:
    """Return the lines of targets, up to their names."""
    if not draft.lies:
        return ()
    meter, named = draft.meter, dict[int, ChartText]()
    numbers = [n for n, target in enumerate(draft.chart.targets) if target.label is not None]
    for number, (row, text) in zip(numbers, _labels(draft, plot, scale), strict=True):
        y = plot.y - meter.line * (row + 1) - meter.em * ABOVE
        named[number] = ChartText(
            box_at(text.box.x, y, text.box.width, meter.line), text.lines, meter.size, "label"
        )
    tint = Tint(draft.context.text.color)
    return tuple(
        ChartRule(
            _across(plot, scale, target.at),
            plot.y if number not in named else named[number].box.bottom,
            plot.bottom,
            tint,
            named.get(number),
        )
        for number, target in enumerate(draft.chart.targets)
    )


def across(draft: ChartDraft, plot: Rect) -> tuple[Rect, ...]:
    """Return where the lines of all targets run."""
    scale, half = draft.scale(), NARROW / 2
    if draft.lies:
        found = (_across(plot, scale, target.at) for target in draft.chart.targets)
        return tuple(box_at(x - half, plot.y, NARROW, plot.height) for x in found)
    lines = (one.values[0] for one in draft.data.series if one.is_target and one.values)
    return tuple(
        box_at(
            plot.x, plot.bottom - plot.height * scale.share(at or 0.0) - half, plot.width, NARROW
        )
        for at in lines
    )


def _labels(draft: ChartDraft, plot: Rect, scale: AxisScale) -> list[tuple[int, ChartText]]:
    """Return the names and the rows, counted upwards, in which they do not meet."""
    meter, found = draft.meter, list[tuple[int, ChartText]]()
    beside, around = meter.em * BESIDE, meter.em * (BESIDE * 2)
    if not draft.lies:
        return found
    for target in draft.chart.targets:
        if target.label is None:
            continue
        wide = meter.width(target.label.text)
        left = _across(plot, scale, target.at) - wide / 2
        left = max(draft.box.x, min(left, draft.box.right - wide))
        box = box_at(left - beside, 0, wide + around, meter.line)
        taken = {row for row, text in found if meet(text.box, box)}
        row = next(n for n in range(len(found) + 1) if n not in taken)
        found.append((row, ChartText(box, (target.label.text,), meter.size, "label")))
    return [
        (
            row,
            ChartText(
                box_at(text.box.x + beside, 0, text.box.width - around, meter.line),
                text.lines,
                text.size,
                text.role,
            ),
        )
        for row, text in found
    ]


def _across(plot: Rect, scale: AxisScale, value: float) -> Emu:
    return plot.x + plot.width * scale.share(value)
