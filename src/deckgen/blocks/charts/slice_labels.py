"""Slices of a circle -> labels around it, or at its sides, none of which stands over another."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING, Final

from deckgen.blocks.charts.meter import box_at, meet
from deckgen.blocks.charts.spreading import spread
from deckgen.blocks.kit import Emu, Insets, Rect, Struct
from deckgen.charts import ChartText, LabelPosition, PointLabel, Shown

if TYPE_CHECKING:
    from deckgen.blocks.charts.draft import ChartDraft

HOLE: Final = 50
"""How wide the hole of a doughnut is, in percent: LibreOffice 7.4 knows no other."""
CLEAR: Final = 0.5
"""How far apart labels around a circle are, in em: programs place them by rules of their own."""
AWAY: Final = 0.9
"""How far labels at the sides stand from the circle, in em."""
LEAST: Final = 6.0
"""How small a circle with labels may be, in em."""
STEP: Final = 0.05
"""By which share of the room a circle becomes smaller until its labels have theirs."""


class SliceLabels(Struct, frozen=True):
    """A circle and the labels of its slices."""

    circle: Rect
    labels: tuple[PointLabel, ...]
    texts: tuple[ChartText, ...]


def shares(draft: ChartDraft) -> tuple[float, ...]:
    """Return what part of the whole each slice is."""
    values = [max(0.0, value or 0.0) for value in draft.data.series[0].values]
    total = sum(values) or 1.0
    return tuple(value / total for value in values)


def is_counted(draft: ChartDraft) -> bool:
    """Tell whether labels tell values, not shares: where a unit or a format is written."""
    return draft.chart.unit is not None or draft.chart.format is not None


def labels_around(draft: ChartDraft, top: int) -> SliceLabels | None:
    """Return the largest circle with a label of two lines beside each slice, if there is any."""
    box = draft.box
    room = min(box.bottom - top, box.width)
    for step in range(int(1 / STEP)):
        side = room * (1 - STEP * step)
        if side < draft.meter.em * LEAST:
            return None
        circle = box_at(
            box.x + (box.width - side) / 2, top + (box.bottom - top - side) / 2, side, side
        )
        found = _around(draft, circle)
        held = Rect(box.x, Emu(top), box.width, box.bottom - top)
        if all(held.contains(text.box) for text in found.texts) and _are_clear(draft, found):
            return found
    return None


def _are_clear(draft: ChartDraft, found: SliceLabels) -> bool:
    edge = draft.meter.em * CLEAR
    apart = Insets(edge, edge, edge, edge)
    return not any(
        meet(one.box.outset(apart), other.box)
        for number, one in enumerate(found.texts)
        for other in found.texts[number + 1 :]
    )


def _around(draft: ChartDraft, circle: Rect) -> SliceLabels:
    meter = draft.meter
    texts, labels = list[ChartText](), list[PointLabel]()
    for number, angle in _middles(draft):
        lines = (draft.data.categories[number], amount(draft, number))
        wide, high = max(meter.width(line) for line in lines), meter.line * 2
        reach = circle.width / 2 + meter.em * 0.4
        x = circle.x + circle.width / 2 + sin(angle) * (reach + wide / 2)
        y = circle.y + circle.height / 2 - cos(angle) * (reach + high / 2)
        place = box_at(x - wide / 2, y - high / 2, wide, high)
        texts.append(ChartText(place, lines, meter.size, "label", (0, number)))
        color, bold = draft.context.text.color, lines[0] in draft.chart.highlighted
        labels.append(PointLabel(number, LabelPosition.OUTSIDE, color, _shown(draft), bold))
    return SliceLabels(circle, tuple(labels), tuple(texts))


def labels_at_sides(draft: ChartDraft, top: int) -> SliceLabels | None:
    """Return a circle with labels of one line at its sides, spread so that they do not meet."""
    meter, box = draft.meter, draft.box
    middles = _middles(draft)
    said = {n: f"{draft.data.categories[n]} {amount(draft, n)}" for n, _ in middles}
    wide = {n: meter.width(text, bold=True) for n, text in said.items()}
    away = meter.em * AWAY
    rights = max((wide[n] + away for n, angle in middles if angle < pi), default=Emu(0))
    lefts = max((wide[n] + away for n, angle in middles if angle >= pi), default=Emu(0))
    side = min(box.bottom - top - meter.line, box.width - lefts - rights)
    if side < meter.em * LEAST:
        return None
    left = box.x + lefts + (box.width - lefts - rights - side) / 2
    circle = box_at(left, top + (box.bottom - top - side) / 2, side, side)
    x, y = circle.x + side / 2, circle.y + side / 2
    texts, labels = list[ChartText](), list[PointLabel]()
    for is_right in (True, False):
        own = [(n, angle) for n, angle in middles if (angle < pi) == is_right]
        wanted = [y - cos(angle) * side / 2 for _, angle in own]
        if len(own) * meter.line > box.bottom - top:
            return None
        low, high = top + meter.line / 2, box.bottom - meter.line / 2
        for (number, angle), at in zip(own, spread(wanted, meter.line, low, high), strict=True):
            out = (
                max(abs(sin(angle)) * side / 2, _edge(at - y, side / 2, meter.line / 2))
                + meter.em * AWAY
            )
            left = x + out if is_right else x - out - wide[number]
            place = box_at(left, at - meter.line / 2, wide[number], meter.line)
            texts.append(ChartText(place, (said[number],), meter.size, "label", (0, number)))
            ring = side / 2 * ((1 + HOLE / 100) / 2 if draft.chart.type == "doughnut" else 0.5)
            labels.append(
                PointLabel(
                    number,
                    LabelPosition.CENTER,
                    draft.context.text.color,
                    _shown(draft),
                    draft.data.categories[number] in draft.chart.highlighted,
                    shift=(left + wide[number] / 2 - x - sin(angle) * ring) / box.width,
                    drop=(at - y + cos(angle) * ring) / box.height,
                    joint=" ",
                )
            )
    labels.sort(key=lambda label: label.point)
    return SliceLabels(circle, tuple(labels), tuple(texts))


def _edge(height: float, radius: float, half: float) -> float:
    """Return how far from its middle a circle reaches beside a label at a height."""
    near = max(0.0, abs(height) - half)
    return float(max(0.0, radius**2 - near**2) ** 0.5)


def _middles(draft: ChartDraft) -> list[tuple[int, float]]:
    """Return the slices that are labelled, and the angles of their middles from the top."""
    found, angle = list[tuple[int, float]](), 0.0
    choice = draft.chart.choice
    for number, share in enumerate(shares(draft)):
        named = choice.kind != "listed" or draft.data.categories[number] in choice.names
        if share and named:
            found.append((number, (angle + share / 2) * 2 * pi))
        angle += share
    return found


def amount(draft: ChartDraft, number: int) -> str:
    """Return what the label of a slice tells: its value, or what part of the whole it is."""
    series = draft.data.series[0]
    if is_counted(draft):
        return draft.text(series.values[number] or 0.0, draft.code(series))
    return f"{shares(draft)[number]:.0%}"


def _shown(draft: ChartDraft) -> tuple[Shown, ...]:
    return ("category", "value" if is_counted(draft) else "percent")
