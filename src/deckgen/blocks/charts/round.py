"""Pies and doughnuts, and the axes of radars -> plots and texts in a box."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING, Final

from deckgen.blocks.charts.draft import KINDS, ChartDraft
from deckgen.blocks.charts.heading import KEY, heading, rows_of
from deckgen.blocks.charts.meter import box_at
from deckgen.blocks.charts.over_categories import ChartSetting, overlapping
from deckgen.blocks.charts.palette import grey, pale, shown_rgb
from deckgen.blocks.charts.slice_labels import (
    HOLE,
    LEAST,
    amount,
    is_counted,
    labels_around,
    labels_at_sides,
    shares,
)
from deckgen.blocks.kit import Emu, Rect, Struct, legible
from deckgen.charts import (
    CategoryAxis,
    ChartContent,
    ChartText,
    LabelPosition,
    Plot,
    PointLabel,
    Series,
    Shown,
    Tint,
    ValueAxis,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

BESIDE_LEGEND: Final = 1.5
"""The space between a circle and the legend at its right, in em."""
IN_SLICES: Final = 0.8
"""The share of its radius that a slice has for words."""
SMALLER: Final = 0.05
"""By how much a circle is made smaller at a time for the names around it."""
AROUND: Final = 0.3
"""The space between a circle and the names around it, in em."""
MUCH_LARGER: Final = 1.5
"""How much larger a pie is with a legend that has one rather than names around it."""
LEGEND: Final = 1.5
"""The height of an entry of a legend beside a circle, in em."""


def slices(draft: ChartDraft) -> ChartSetting:
    """Return a pie or a doughnut: labels beside its slices where they have room, else a legend."""
    above = heading(draft, legend=False)
    series = draft.data.series[0]
    beside = None
    if draft.chart.choice.kind != "none":
        tries = (
            (labels_around, labels_at_sides) if draft.chart.type == "pie" else (labels_at_sides,)
        )
        beside = next(
            (found for found in (way(draft, above.bottom) for way in tries) if found), None
        )
    texts, legend, fits, left_out = list(above.texts), None, True, 0
    keyed = None
    if beside is None or draft.chart.type == "pie":
        keyed = _keyed(draft, above.bottom)
    if beside is not None and not _is_worth_a_legend(keyed, beside.circle):
        plot, labels = beside.circle, beside.labels
        texts += beside.texts
    else:
        assert keyed is not None
        plot, legend, labels, left_out = keyed.plot, keyed.legend, keyed.labels, keyed.left_out
        texts += _texts_inside(draft, plot, labels)
        texts.append(ChartText(legend, draft.data.categories, draft.size, "legend"))
        fits = plot.width >= draft.meter.em * LEAST and legend.bottom <= draft.box.bottom
    made = Series(
        name=series.name,
        values=series.values,
        tint=draft.tints[0],
        code=draft.code(series),
        points=_tints(draft),
        labels=labels,
    )
    hole = HOLE if draft.chart.type == "doughnut" else 0
    content = ChartContent(
        plot=plot,
        plots=(Plot(KINDS[draft.chart.type], (made,), hole=hole),),
        look=draft.look,
        categories=CategoryAxis(draft.data.categories),
        title=above.title,
        title_box=above.title_box,
        legend=legend,
        texts=tuple(texts),
    )
    return ChartSetting(content, fits, left_out)


class _Keyed(Struct, frozen=True):
    """A circle and its legend, the labels in its slices, and how many have no room there."""

    plot: Rect
    legend: Rect
    labels: tuple[PointLabel, ...]
    left_out: int


def _keyed(draft: ChartDraft, top: int) -> _Keyed:
    """Return the larger of a circle beside its legend and one above it."""
    ways = (way(draft, top) for way in (_beside_legend, _above_legend))
    plot, legend = max(ways, key=lambda way: way[0].width)
    return _Keyed(plot, legend, *_labels_inside(draft, plot))


def _is_worth_a_legend(keyed: _Keyed | None, beside: Rect) -> bool:
    """Tell whether a pie is so much larger with a legend, which says no less, than with names."""
    if keyed is None or keyed.left_out:
        return False
    return keyed.plot.width > beside.width * MUCH_LARGER


def _tints(draft: ChartDraft) -> tuple[tuple[int, Tint], ...]:
    """Return the colours of slices; where one stands out, the others are grey."""
    shown, tints = draft.chart.highlighted, draft.tints
    found: list[tuple[int, Tint]] = []
    for number, name in enumerate(draft.data.categories):
        tint = tints[number % len(tints)]
        if number >= len(tints):
            tint = pale(tint)
        if shown:
            turn = sum(other not in shown for other in draft.data.categories[:number])
            tint = draft.striking if name in shown else grey(draft.context, turn)
        found.append((number, tint))
    return tuple(found)


def _labels_inside(draft: ChartDraft, circle: Rect) -> tuple[tuple[PointLabel, ...], int]:
    """Return labels within the slices, and of how many slices they are larger than these."""
    if draft.chart.choice.kind == "none":
        return (), 0
    found: list[PointLabel] = []
    shows: tuple[Shown, ...] = ("value" if is_counted(draft) else "percent",)
    tints = dict(_tints(draft))
    theme, meter = draft.context.theme, draft.meter
    is_ring = draft.chart.type == "doughnut"
    thick = circle.width / 2 * ((1 - HOLE / 100) if is_ring else IN_SLICES)
    around = circle.width * pi * ((1 + HOLE / 100) / 2 if is_ring else 0.5)
    left_out = 0
    for number, share in enumerate(shares(draft)):
        text = amount(draft, number)
        if not share:
            continue
        if meter.width(text) > thick or meter.line > share * around:
            left_out += 1
            continue
        shown = shown_rgb(tints[number], draft.context.background)
        color = legible(draft.context.text.color, (shown,), theme.offered)
        found.append(PointLabel(number, LabelPosition.CENTER, color, shows))
    return tuple(found), left_out


def _texts_inside(
    draft: ChartDraft, circle: Rect, labels: tuple[PointLabel, ...]
) -> Iterator[ChartText]:
    """Yield where labels stand that are in the middle of their slices."""
    meter, angle = draft.meter, 0.0
    labelled = {label.point for label in labels}
    ring = (1 + HOLE / 100) / 2 if draft.chart.type == "doughnut" else 0.5
    for number, share in enumerate(shares(draft)):
        middle = (angle + share / 2) * 2 * pi
        angle += share
        if number not in labelled:
            continue
        text = amount(draft, number)
        wide, reach = meter.width(text), circle.width / 2 * ring
        x = circle.x + circle.width / 2 + sin(middle) * reach - wide / 2
        y = circle.y + circle.height / 2 - cos(middle) * reach - meter.line / 2
        box = box_at(x, y, wide, meter.line)
        yield ChartText(box, (text,), meter.size, "label", (0, number))


def _beside_legend(draft: ChartDraft, top: int) -> tuple[Rect, Rect]:
    """Return the circle at the left, and the legend at its right."""
    meter, box = draft.meter, draft.box
    names = draft.data.categories
    wide = meter.widest(names) + meter.em * KEY
    high = meter.em * LEGEND * len(names)
    side = max(1, min(box.bottom - top, box.width - wide - meter.em * BESIDE_LEGEND))
    left = box.x + max(0.0, (box.width - side - wide - meter.em * BESIDE_LEGEND) / 2)
    plot = box_at(left, top + (box.bottom - top - side) / 2, side, side)
    middle = plot.y + side / 2
    legend = box_at(plot.right + meter.em * BESIDE_LEGEND, max(top, middle - high / 2), wide, high)
    return plot, legend


def _above_legend(draft: ChartDraft, top: int) -> tuple[Rect, Rect]:
    """Return the circle, and the legend below it: what serves in a narrow column."""
    meter, box = draft.meter, draft.box
    rows, wide = rows_of(draft, draft.data.categories, box.width)
    high = meter.em * LEGEND * rows
    side = max(1, min(box.bottom - top - high - meter.em, box.width))
    plot = box_at(box.x + (box.width - side) / 2, top, side, side)
    wide = min(wide, box.width)
    x, y = box.x + (box.width - wide) / 2, plot.bottom + meter.em
    return plot, box_at(x, y, wide, high)


def radar(draft: ChartDraft) -> ChartSetting:
    """Return series on axes that start at one point."""
    series = draft.data.series
    above = heading(draft, legend=len(series) > 1)
    scale, names = draft.scale(from_zero=True), draft.data.categories
    plot, named = _spokes(draft, above.bottom)
    texts = (*above.texts, *named)
    plots = tuple(
        Series(
            name=one.name,
            values=one.values,
            tint=draft.tint(number, one),
            code=draft.code(one),
            marked=True,
        )
        for number, one in enumerate(series)
    )
    code = draft.tick_code(scale, series[0] if series else None)
    content = ChartContent(
        plot=plot,
        plots=(Plot(KINDS["radar"], plots),),
        look=draft.look,
        categories=CategoryAxis(names),
        left=ValueAxis(scale.low, scale.high, scale.step, code, shown=False),
        title=above.title,
        title_box=above.title_box,
        legend=above.legend,
        texts=texts,
    )
    return ChartSetting(content, above.fits and bool(named))


def _spokes(draft: ChartDraft, top: int) -> tuple[Rect, tuple[ChartText, ...]]:
    """Return the largest circle around which the names have room; no names if there is none."""
    meter, box = draft.meter, draft.box
    whole = Rect(box.x, Emu(top), box.width, Emu(box.bottom - top))
    room = min(whole.width, whole.height)
    circle = whole
    for step in range(2, 20):
        side = room * (1 - SMALLER * step)
        if side < meter.em * LEAST:
            break
        x, y = whole.x + (whole.width - side) / 2, whole.y + (whole.height - side) / 2
        circle = box_at(x, y, side, side)
        found = tuple(_around(draft, circle))
        held = all(whole.contains(text.box) for text in found)
        if held and not overlapping(found):
            return circle, found
    return circle, ()


def _around(draft: ChartDraft, circle: Rect) -> Iterator[ChartText]:
    """Yield the names of axes where they stand at their ends."""
    meter, names = draft.meter, draft.data.categories
    for number, name in enumerate(names):
        angle = number / max(1, len(names)) * 2 * pi
        wide, high = meter.width(name), meter.line
        x = (
            circle.x
            + circle.width / 2
            + sin(angle) * (circle.width / 2 + meter.em * AROUND + wide / 2)
        )
        reach = circle.height / 2 + meter.em * AROUND + high / 2
        y = circle.y + circle.height / 2 - cos(angle) * reach
        at = box_at(x - wide / 2, y - high / 2, wide, high)
        yield ChartText(at, (name,), meter.size, "category")
